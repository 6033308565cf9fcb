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


def read_set(draft: Draft, found: Set, before: Set | None) -> None:
    """Read a set that is not the text's; `before` is the last set before it that is no amplification."""
    draft.mark(found.name, found.start, found.fields[0][0])
    if found.closed:
        draft.mark("end of set", found.end - 2, found.end)
    _READERS.get(found.name, _read_attribute)(draft, found, before)


def _read_subject(draft: Draft, found: Set, _before: Set | None) -> None:
    start, end = _value(draft, found)
    mark = _MARK.match(draft.text, start, end)
    if mark is not None and portion_classification(mark[1]) is not None and mark.end() < end:
        draft.put("subject_marking", mark[1], *mark.span(1))
        draft.mark("parentheses", *mark.span())
        start = mark.end()
    if start < end:
        draft.put("subject", fold(draft.text[start:end]), start, end)


def _read_reference(draft: Draft, found: Set, _before: Set | None) -> None:
    read_reference_set(draft, found)
    draft.mark("REF", found.start, found.end)  # with the slants between its fields


def _read_narrative(draft: Draft, found: Set, before: Set | None) -> None:
    name = found.name
    if name == "AMPN" and before is not None and before.name == "REF" and len(before.fields) > 1:
        label = fold(draft.text[slice(*before.fields[0])]).removeprefix("REF ")
        if _LABEL.fullmatch(label) is not None:
            name = f"{name} {label}"
    _add_attribute(draft, name, found)
    read_narrative_numbers(draft, found)


def _read_declassification(draft: Draft, found: Set, before: Set | None) -> None:
    """`DECL/28SEP2012//`, `DECL/X1/X3//`, `DECL/OADR//`: a date, exemptions, an event."""
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
        _read_attribute(draft, found, before)
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


def _read_attribute(draft: Draft, found: Set, _before: Set | None) -> None:
    _add_attribute(draft, found.name, found)


def _add_attribute(draft: Draft, name: str, found: Set) -> None:
    start, end = _value(draft, found)
    if start == end:
        return
    number = 2
    key = name
    while key in draft.attributes:
        key = f"{name} {number}"
        number += 1
    draft.attribute(key, fold(draft.text[start:end]), start, end)


def _value(draft: Draft, found: Set) -> tuple[int, int]:
    start, end = found.value
    start = skipped(draft.text, start, end)
    return start, trimmed(draft.text, start, end)


_READERS: dict[str, Callable[[Draft, Set, Set | None], None]] = {
    "SUBJ": _read_subject,
    "REF": _read_reference,
    "AMPN": _read_narrative,
    "NARR": _read_narrative,
    "DECL": _read_declassification,
}
