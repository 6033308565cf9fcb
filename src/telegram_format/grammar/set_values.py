"""What sets say: each identifier has a reader, by a table; what has no field becomes an attribute.

formats/military.md E2. `MSGID`, `POC` and the rest are attributes by the name of their set, a second one `POC 2`. An
amplification belongs to the set before it: behind `REF/B/…` it is the attribute `AMPN B`. A narrative tells of all
references and is `NARR`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.grammar.set_references import read_narrative_numbers, read_reference_set
from telegram_format.grammar.sets import Set
from telegram_format.kit import Draft, fold
from telegram_format.model.authority import ExecutiveOrder
from telegram_format.model.dtg import MONTHS, four_digit_year
from telegram_format.model.marking import portion_classification

_MARK = re.compile(r"\([ ]?([A-Z]{1,4}(?:/{1,2}[A-Z ]{1,20})?)[ ]?\)[ \n]*+")
_DATE = re.compile(r"(?:DATE:[ ]?)?(?:([0-9]{1,2})([A-Z]{3})([0-9]{4}|[0-9]{2})|([0-9]{4})([0-9]{2})([0-9]{2}))")
_EXEMPTION = re.compile(r"X[1-9]")
_LABEL = re.compile(r"[A-Za-z]{1,2}")


class SetReader:
    """The reading of one message's sets: it counts those that become attributes of one name."""

    __slots__ = ("before", "counts", "draft", "narratives")

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.before: Set | None = None
        self.counts: dict[str, int] = {}
        self.narratives: list[Set] = []

    def read(self, found: Set) -> None:
        """Read a set that is not the text's."""
        draft = self.draft
        draft.mark(found.name, found.start, found.fields[0][0])
        if found.closed:
            draft.mark("end of set", found.end - 2, found.end)
        _READERS.get(found.name, _read_attribute)(self, found)
        if found.name != "AMPN":
            self.before = found

    def finish(self) -> None:
        """Give the references the numbers that the narratives name."""
        read_narrative_numbers(self.draft, self.narratives)

    def attribute(self, name: str, found: Set) -> None:
        """Keep a set as an attribute: `POC`, `POC 2`."""
        start, end = _value(self.draft, found)
        if start == end:
            return
        count = self.counts[name] = self.counts.get(name, 0) + 1
        key = name if count == 1 else f"{name} {count}"
        self.draft.attribute(key, fold(self.draft.text[start:end]), start, end)


def _read_subject(reader: SetReader, found: Set) -> None:
    draft = reader.draft
    start, end = _value(draft, found)
    mark = _MARK.match(draft.text, start, end)
    if mark is not None and portion_classification(mark[1]) is not None and mark.end() < end:
        draft.put("subject_marking", mark[1], *mark.span(1))
        draft.mark("parentheses", *mark.span())
        start = mark.end()
    if start < end:
        draft.put("subject", fold(draft.text[start:end]), start, end)


def _read_reference(reader: SetReader, found: Set) -> None:
    read_reference_set(reader.draft, found)
    reader.draft.mark("REF", found.start, found.end)  # with the slants between its fields


def _read_narrative(reader: SetReader, found: Set) -> None:
    name, before = found.name, reader.before
    if name == "AMPN" and before is not None and before.name == "REF" and len(before.fields) > 1:
        label = fold(reader.draft.text[slice(*before.fields[0])]).removeprefix("REF ")
        if _LABEL.fullmatch(label) is not None:
            name = f"{name} {label}"
    reader.attribute(name, found)
    reader.narratives.append(found)


def _read_declassification(reader: SetReader, found: Set) -> None:
    """`DECL/28SEP2012//`, `DECL/X1/X3//`, `DECL/OADR//`: a date, exemptions, an event."""
    draft = reader.draft
    day, exemptions, events = None, [], []
    for start, end in found.fields:
        word = fold(draft.text[start:end])
        shape = _DATE.fullmatch(word)
        if day is None and shape is not None and (day := _day(shape)) is not None:
            continue
        if _EXEMPTION.fullmatch(word) is not None:
            exemptions.append(word)
        elif word not in ("", "-"):
            events.append(word)
    if len(events) > 1 or not (day or exemptions or events) or "executive_order" in draft.values:
        _read_attribute(reader, found)
        return
    order = ExecutiveOrder(None, day, events[0] if events else None, tuple(exemptions))
    draft.put("executive_order", order, *_value(draft, found))


def _day(shape: re.Match[str]) -> date | None:
    day, month, year, *figures = shape.groups()
    try:
        if day is None:
            return date(*map(int, figures))
        return date(four_digit_year(int(year)), MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def _read_attribute(reader: SetReader, found: Set) -> None:
    reader.attribute(found.name, found)


def _value(draft: Draft, found: Set) -> tuple[int, int]:
    start, end = found.value
    start = skipped(draft.text, start, end)
    return start, trimmed(draft.text, start, end)


_READERS: dict[str, Callable[[SetReader, Set], None]] = {
    "SUBJ": _read_subject,
    "REF": _read_reference,
    "AMPN": _read_narrative,
    "NARR": _read_narrative,
    "DECL": _read_declassification,
}
