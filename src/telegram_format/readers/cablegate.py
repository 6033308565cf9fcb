"""State Department telegrams of 1966 to 2010 as the Cablegate collection has them.

Strategy: line ends are made one kind, further telegrams are set apart, page marks are lifted out; then header,
heading, text and ending are read in this order by the grammar they share with other variants. What is missing is
simply not there: a partial extract begins with its classification line, a fragment anywhere.
"""

from __future__ import annotations

import re

from telegram_format.grammar.ending import read_ending
from telegram_format.grammar.header_block import read_header_block, unglued
from telegram_format.grammar.heading import read_heading
from telegram_format.grammar.line_ends import unified
from telegram_format.grammar.page_marks import lift_page_marks
from telegram_format.grammar.paragraphs import read_paragraphs
from telegram_format.grammar.records import set_records_apart
from telegram_format.kit import Detection, Draft, Sample

_SIGNS: tuple[tuple[float, str, re.Pattern[str]], ...] = tuple(
    (weight, what, re.compile(pattern, re.MULTILINE))
    for weight, what, pattern in (
        (0.3, "start of message", r"^[ \t]*+V?ZCZC ?[A-Z]{3}[0-9]{3,4}"),
        (0.25, "FL3", r"^DE R[A-Z]{3,7} #?[0-9]{3,4}"),
        (0.15, "FL5", r"^(?:[ZOPR] ){1,2}[0-9]{6}Z [A-Z]{3} [0-9]{2}"),
        (0.1, "FM", r"^FM [A-Z]"),
        (
            0.3,
            "classification line",
            r"^(?:UNCLAS|UNCLASSIFIED|C O N F I D E N T I A L|S E C R E T)[A-Z0-9 /]{0,60} [0-9]{4,6}[ \t\r]*+$",
        ),
        (0.25, "E.O.", r"^[ \t]*+E\.?[OoO0]\.? ?1[0-9]{3,4}"),
        (0.25, "TAGS", r"(?:^|[ ])TAGS:? "),
        (0.15, "SUBJECT", r"^SUBJ(?:ECT)?:? "),
        (0.25, "partial extract", r"^This record is a partial extract of the original cable"),
        (0.1, "portion mark", r"^[ \t]*+¶?[0-9]{1,2}\. ?\((?:U|C|S|SBU|C/NF|S/NF)\)"),
    )
)


class Cablegate:
    """The reader of State Department telegrams."""

    name = "cablegate"

    def detect(self, sample: Sample) -> Detection:
        found = [(weight, what) for weight, what, pattern in _SIGNS if pattern.search(sample.text)]
        score = min(0.95, sum(weight for weight, _ in found))
        return Detection(score, ", ".join(what for _, what in found) or "no line of such a telegram")

    def read(self, draft: Draft) -> None:
        for prepared in (unified, unglued):
            view = prepared(draft.view)
            if view is not draft.view:
                draft.turn_to(view)
        set_records_apart(draft)
        lift_page_marks(draft)
        end = len(draft.text)
        position = read_header_block(draft, 0, end)
        position = read_heading(draft, position, end)
        end = read_ending(draft, position, end)
        read_paragraphs(draft, position, end)
