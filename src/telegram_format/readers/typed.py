"""Telegrams of the State Department of the 1940s to 1972, as they were typed and as they are printed in volumes.

formats/other.md F1, F2. Strategy: the two layouts have a beginning each, and the text in common. A printed telegram
begins with its head, the source note and a dateline; a typed one with labels: `FROM:`, `TO:`, `NO:`. Where a print
repeats the labels or the teleprinter's format lines, those are read too, and count more than the editors' head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from telegram_format.grammar.format_signs import sign, signs_in
from telegram_format.grammar.line_ends import unify_line_ends
from telegram_format.grammar.opening import read_opening
from telegram_format.grammar.printed_head import HEAD, OLD_HEAD, Head, find_dateline, read_printed_head
from telegram_format.grammar.printed_text import read_printed_text
from telegram_format.grammar.source_note import read_source_note
from telegram_format.grammar.typed_labels import HAS_LABELS, HAS_PARTY, read_typed_labels
from telegram_format.grammar.typed_pages import lift_typed_pages
from telegram_format.kit import Detection, Draft, Sample

_LABELS_REACH = 6000
"""How far from the beginning the labels of a head stand, in characters."""

_TYPED = tuple(
    sign(weight, what, rf"(?<![^ \t\n]){pattern}", words=words)
    for weight, what, words, pattern in (
        (
            0.35,
            "banner",
            "TELEGRAM",
            r"(?:INCOMING|OUTGOING)[ ]{1,3}TELEGRAM|DEPARTMENT OF STATE\s{1,4}TELEGRAM\b",
        ),
        (0.25, "control number", "CONTROL", r"(?:Control|CONTROL)[ ]?:[ ]*[0-9]"),
        (0.2, "time of receipt", "REC'D|REC’D|RECD", r"(?:Rec['’]?d|REC['’]?D)[ ]?[:.][ ]*[A-Z]"),
        (
            0.3,
            "number and date",
            "NO:|NO.|NO :|NO .",
            r"(?:NO|No)[ ]?[:.][ ]*(?:[A-Z][A-Za-z]+[ ])?[0-9]{1,5},[ ]{1,3}[A-Z][a-z]+[ ][0-9]{1,2}",
        ),
        (0.2, "to the Secretary", "SECRETARY OF STATE", r"TO[ ]?:[ ]*(?:Secretary of State|SECRETARY OF STATE)"),
        (0.15, "sender", "FROM:|FROM :", r"FROM[ ]?:[ ]*[A-Z]"),
        (
            0.25,
            "copies",
            "DEPARTMENT|REPEATED",
            r"(?i:SENT (?:TO )?DEPARTMENT [0-9]|REPEATED (?:FOR )?INFO(?:RMATION)? )",
        ),
        (0.3, "action post", "ACTION:|ACTION :", r"ACTION[ ]?:[ ]*Am(?:erican )?[Ee]mbassy"),
        (0.1, "group marking", "P-1|P-2|P-3|P-4", r"G(?:rou)?P-[1-4]\b"),
    )
)
_KINDS = ("elegram", "irgram", "espatch", "nstruction", "able")
_YEAR = re.compile(r", (?:19|20)[0-9]{2}(?![0-9])")
_CABLE = re.compile(r"\n(?:V?ZCZC|DE R[A-Z]{3,7} |This record is a partial extract)")


class Typed:
    """The reader of typed and printed telegrams."""

    name = "typed"

    def detect(self, sample: Sample) -> Detection:
        found = list(_printed_signs(sample.text))
        if not found:
            if _CABLE.search(sample.lined) is not None:
                return Detection(0.1, "format lines of another variant")
            found = signs_in(sample, _TYPED)
        score = min(sum((weight for weight, _ in found), 0.0), 0.98)
        return Detection(score, ", ".join(what for _, what in found) or "no head of a print, no labels")

    def read(self, draft: Draft) -> None:
        unify_line_ends(draft)
        lift_typed_pages(draft)
        end = len(draft.text)
        labels = HAS_LABELS.search(draft.text, 0, min(end, _LABELS_REACH))
        parties = [
            name
            for name, sign in HAS_PARTY.items()
            if labels is None or sign.search(draft.text, labels.start(), end) is None
        ]
        head = read_printed_head(draft, 0, end, parties=parties)
        position = 0
        if head is not None:
            read_source_note(draft, *head.note, copies=labels is None)
            position = head.end
        if labels is not None:
            position = read_typed_labels(draft, position, end, head.year if head is not None else None)
        position = read_opening(draft, position, end, head or Head(year=draft.context.year))
        read_printed_text(draft, position, end)
        if draft.values.keys() <= {"body"}:
            draft.note("format-not-recognised", "nothing of a typed telegram was found but text", 0, 0)


def _printed_signs(text: str) -> Iterator[tuple[float, str]]:
    """The signs of a print: its head first, for the others stand in other texts too."""
    start = len(text) - len(text.lstrip())
    head = HEAD.match(text, start)
    if head is None and OLD_HEAD.match(text, start) is None:
        return
    sure = head is not None and head["document"] is not None and head["kind"].endswith(_KINDS)
    yield (0.7, "head of a print") if sure else (0.4, "head of a paper")
    if "\nSource:" in text or "\n[Source:" in text:
        yield 0.2, "source note"
    if find_dateline(text, start, len(text)) is not None:
        yield 0.2, "dateline"
    elif _YEAR.search(text[start:].partition("\n")[0]) is not None:
        yield 0.2, "date in the head"
