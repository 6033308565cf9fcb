"""State Department telegrams of 1966 to 2010 as the Cablegate collection has them.

Strategy: line ends are made one kind, further telegrams are set apart, page marks are lifted out; then header,
heading, text and ending are read in this order by the grammar they share with other variants. What is missing is
simply not there: a partial extract begins with its classification line, a fragment anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from operator import itemgetter
from types import MappingProxyType

from telegram_format.grammar.added_labels import lift_labels
from telegram_format.grammar.ending import read_ending, read_service_notes
from telegram_format.grammar.format_signs import sign, signs_in
from telegram_format.grammar.glued_header import unglued
from telegram_format.grammar.header_block import read_header_block
from telegram_format.grammar.heading import read_heading
from telegram_format.grammar.line_ends import unify_line_ends
from telegram_format.grammar.page_marks import lift_page_marks
from telegram_format.grammar.paragraphs import read_paragraphs
from telegram_format.grammar.records import set_records_apart
from telegram_format.kit import Detection, Draft, Sample

_SIGNS = (
    sign(0.3, "start of message", r"ZCZC ?[A-Z]{3}[0-9]{3,4}"),
    sign(0.25, "FL3", r"\nDE R[A-Z]{3,7} #?[0-9]{3,4}", heads="DE"),
    sign(0.15, "FL5", r"\n[ZOPR] (?:[ZOPR] )?[0-9]{6}Z [A-Z]{3} [0-9]{2}", heads="Z O P R"),
    sign(0.1, "FM", r"\nFM [A-Z]", heads="FM"),
    sign(
        0.3,
        "classification line",
        r"\n(?:UNCLAS|UNCLASSIFIED|C O N F I D E N T I A L|S E C R E T)"
        r"(?: [A-Z0-9/]+){1,12}? [0-9]{4,6}[ \t\r]*+(?:\n|$)",
        heads="UNCLAS UNCLASSI C S",
    ),
    sign(0.25, "E.O.", r"\nE(?:\.O\. ?|O )1[0-9]{3,4}", heads="E EO"),
    sign(0.25, "TAGS", r"\nTAGS:? ", heads="TAGS"),
    sign(0.15, "SUBJECT", r"\nSUBJ(?:ECT)?:? ", heads="SUBJ SUBJECT"),
    sign(0.25, "partial extract", r"\nThis record is a partial extract of the original cable", heads="T"),
    sign(0.1, "portion mark", r"\n¶?1\. *+\((?:U|C|S|SBU|C/NF|S/NF)\)"),
)

_DAMAGED = tuple(
    (weight, what, re.compile(pattern))
    for weight, what, pattern in (
        (0.25, "E.O.", r"E(?<!\w.)\.? ?[O0]\.? ?1[0-9]{3,4}\b"),
        (0.25, "TAGS", r"T(?<!\w.)(?:AGS|AGES|ABS|GS):? "),
        (0.2, "SUBJECT", r"(?:S(?<!\w.)UBJ(?:ECT)?|U(?<!\w.)BJECT):? "),
        (0.2, "classification line", r"\n(?:UNCLAS|C ?O ?N ?F ?I ?D|S ?E ?C ?R ?E ?T)[A-Z ]{1,60} [0-9]{4,6}\b"),
        (0.2, "classified by", r"C(?<!\w.)LASSIFIED BY\b"),
        (0.1, "reference", r"R(?<!\w.)EF(?:S|TEL)?: "),
    )
)
"""The same without line ends, in any case, misspelt: tried on capitals, only where the regular signs are not enough."""

_LABELLED = re.compile(r"\n[ ]*+MRN:[ ]*+[0-9]{2}[ ][A-Z]")
_INSIDE = 0.6
"""A cable inside the labels of a SMART telegram."""

_DISTRIBUTED = re.compile(r"\n[ \t]*+(?:ACTION|ORIGIN)[ ]{1,4}[A-Z][A-Z0-9]{0,5}[ ]?-[ ]?[0-9]{2}[ \t]*+[\r\n]")
_DISTRIBUTION = frozenset(("ACTION", "ORIGIN"))
_PRINTED = 0.9
"""A print with the distribution inside the Department, as the Department's own file has them."""


_STOP = itemgetter(2)


class Cablegate:
    """The reader of State Department telegrams.

    A variant that differs in one part inherits from it: it overrides one of the steps of `read`, or names further
    `labels` of the heading, each with the attribute that keeps its value. Each step works on `draft.text`, between
    two positions of it; those of the header, the heading and the ending answer where they came to.
    """

    name = "cablegate"
    labels: Mapping[str, str] = MappingProxyType({})

    def detect(self, sample: Sample) -> Detection:
        text = sample.lined
        found = signs_in(sample, _SIGNS)
        score = sum((weight for weight, _ in found), 0.0)
        if score < 0.5:
            known = {what for _, what in found}
            found += [
                (weight, what)
                for weight, what, damaged in _DAMAGED
                if what not in known and damaged.search(sample.capitals)
            ]
            score = sum((weight for weight, _ in found), 0.0)
        reason = ", ".join(what for _, what in found) or "no line of such a telegram"
        most = _INSIDE if "MRN" in sample.heads and _LABELLED.search(text) is not None else 0.95
        if not _DISTRIBUTION.isdisjoint(sample.heads) and _DISTRIBUTED.search(text) is not None:
            most = min(most, _PRINTED)
        return Detection(min(most, score), reason)

    def read(self, draft: Draft) -> None:
        self.unify(draft)
        self.set_apart(draft)
        self.lift_page_marks(draft)
        position = self.read_header(draft, 0, len(draft.text))
        position = self.read_heading(draft, position, len(draft.text))
        end = len(draft.text)
        behind = max(map(_STOP, draft.entries), default=0)  # an authority may stand in the text
        text_end = self.read_ending(draft, max(position, behind), end)
        self.read_body(draft, position, text_end)
        read_service_notes(draft, text_end, end)
        if draft.values.keys() <= {"body"}:
            draft.note("format-not-recognised", "nothing of a State telegram was found but text", 0, 0)

    def unify(self, draft: Draft) -> None:
        """Turn to a view with one kind of line ends, in which a header that lost its lines has them again."""
        unify_line_ends(draft)
        view = unglued(draft.view)
        if view is not draft.view:
            draft.turn_to(view)

    def set_apart(self, draft: Draft) -> None:
        """Set further telegrams apart (`Draft.set_apart`) and keep the first."""
        set_records_apart(draft)

    def lift_page_marks(self, draft: Draft) -> None:
        """Mark what stands between pages and lift it out (`Draft.lift`)."""
        lift_page_marks(draft)

    def read_header(self, draft: Draft, start: int, end: int) -> int:
        """Read the format lines: addresses, date-time group; where the heading begins."""
        return read_header_block(draft, start, end)

    def read_heading(self, draft: Draft, start: int, end: int) -> int:
        """Read what stands between the format lines and the text; where the text begins."""
        if self.labels:
            end = lift_labels(draft, self.labels, start, end)
        return read_heading(draft, start, end)

    def read_ending(self, draft: Draft, start: int, end: int) -> int:
        """Read signature and end signs, from the end backwards; where the text ends."""
        return read_ending(draft, start, end)

    def read_body(self, draft: Draft, start: int, end: int) -> None:
        """Read the paragraphs and the headings between them."""
        read_paragraphs(draft, start, end)
