"""What a fact says of a field, field by field.

Strategy: a table of functions of one shape. Each reads the fact's value, fills the field if the text left it empty, and
else compares the two, no stricter than wrappers are exact: stations are cut, subjects are cut short, dates are those of
drafting, lists hold what indexers added.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from attrs import evolve

from telegram_format.errors import MessageIdError
from telegram_format.model.address import Address
from telegram_format.model.dtg import MONTHS, DateTimeGroup
from telegram_format.model.marking import Classification
from telegram_format.model.message_id import MessageId
from telegram_format.model.station import resolve_station
from telegram_format.model.tag import Tag
from telegram_format.reading.draft import Draft
from telegram_format.reading.wrapped import Fact

_DATE = re.compile(r"(?P<day>[0-9]{1,2})[ -](?P<month>[A-Za-z]{3})[ -](?P<year>[0-9]{4})(?![0-9])")
_ITEM = re.compile(r"\((?P<person>[^()]{2,60})\)|(?P<word>[^,;()\s]++(?:\s++[^,;()\s]++)*+)")
_NULL = frozenset(("N/A", "NA"))
_NO_LETTERS = re.compile(r"[^A-Z0-9]+")
_LEVELS = {level.value: level for level in Classification}
_DAYS = 1
"""A telegram is drafted on the day of its date-time group or the day before."""


def parsed_message_id(text: str) -> MessageId | None:
    """The message number that `text` is, or `None`."""
    try:
        return MessageId.parse(text)
    except MessageIdError:
        return None


def _fill_message_id(draft: Draft, fact: Fact) -> None:
    outer = parsed_message_id(fact.value)
    if outer is None:
        return
    inner: MessageId | None = draft.values.get("message_id")
    if inner is None:
        draft.put("message_id", outer, fact.start, fact.end)
    elif inner.number != outer.number or not _same_station(inner.station, outer.station):
        _tell(draft, fact, fact.value, str(inner), "message-id-conflict")
    elif inner.year is None:
        draft.values["message_id"] = evolve(inner, year=outer.year)
        draft.place(("message_id", "year"), fact.start, fact.end)


def _fill_classification(draft: Draft, fact: Fact) -> None:
    outer = _LEVELS.get(fact.value.partition("//")[0].strip().lower())
    inner = draft.values.get("classification")
    if outer is None:
        return
    if inner is None:
        draft.put("classification", outer, fact.start, fact.end)
    elif inner.rank != outer.rank:
        _tell(draft, fact, outer.value, inner.value, "classification-conflict")


def _fill_date(draft: Draft, fact: Fact) -> None:
    """A date alone makes no date-time group, but gives one its year."""
    outer = _parsed_date(fact.value)
    inner: DateTimeGroup | None = draft.values.get("dtg")
    if outer is None or inner is None:
        return
    month, year = inner.month or outer.month, inner.year or outer.year
    moment = inner if (month, year) == (inner.month, inner.year) else evolve(inner, month=month, year=year)
    try:
        apart = abs((date(moment.year or 0, moment.month or 0, moment.day) - outer).days)
    except ValueError:
        return
    if apart > _DAYS:
        _tell(draft, fact, fact.value, str(inner))
    elif moment != inner:
        draft.values["dtg"] = moment
        draft.place(("dtg", "year"), fact.start, fact.end)


def _fill_subject(draft: Draft, fact: Fact) -> None:
    inner: str | None = draft.values.get("subject")
    if inner is None:
        draft.put("subject", fact.value, fact.start, fact.end)
        return
    one, other = _letters(inner), _letters(fact.value)
    if not one.startswith(other) and not other.startswith(one):
        _tell(draft, fact, fact.value, inner)


def _fill_tags(draft: Draft, fact: Fact) -> None:
    inner: list[Tag] | None = draft.values.get("tags")
    items = list(_items(draft, fact))
    if inner is None:
        for code, start, end in {item[0]: item for item in items}.values():
            draft.add("tags", Tag.of(code), start, end)
        return
    outer = {_letters(code) for code, _, _ in items}
    missing = [tag.code for tag in inner if _letters(tag.code) not in outer]
    if outer and missing:
        _tell(draft, fact, fact.value, " ".join(missing), path="tags")


def _fill_originator(draft: Draft, fact: Fact) -> None:
    inner: Address | None = draft.values.get("originator")
    if inner is None:
        draft.put("originator", Address(fact.value), fact.start, fact.end)
        return
    one, other = _stations([inner.name]), _stations([fact.value])
    if one and other and not _any_same(one, other):
        _tell(draft, fact, fact.value, inner.name)


def _fill_to(draft: Draft, fact: Fact) -> None:
    inner: list[Address] | None = draft.values.get("to")
    items = list(_items(draft, fact))
    if inner is None:
        for name, start, end in items:
            draft.add("to", Address(name), start, end)
        return
    one, other = _stations(address.name for address in inner), _stations(name for name, _, _ in items)
    if one and other and not _any_same(one, other):
        _tell(draft, fact, fact.value, ", ".join(address.name for address in inner))


def _fill_captions(draft: Draft, fact: Fact) -> None:
    if "captions" not in draft.values:
        for caption, start, end in _items(draft, fact):
            draft.add("captions", caption, start, end)


FILL: dict[str, Callable[[Draft, Fact], None]] = {
    "message_id": _fill_message_id,
    "classification": _fill_classification,
    "dtg": _fill_date,
    "subject": _fill_subject,
    "tags": _fill_tags,
    "originator": _fill_originator,
    "to": _fill_to,
    "captions": _fill_captions,
}
"""Field → what to do with a fact about it."""


def _tell(draft: Draft, fact: Fact, outer: str, inner: str, code: str = "wrapper-conflict", *, path: str = "") -> None:
    message = f"the wrapper says {_short(outer)}, the text {_short(inner)}"
    draft.note(code, message, fact.start, fact.end, (path or fact.field,))


def _short(words: str) -> str:
    return words if len(words) <= 80 else words[:77] + "..."


def _items(draft: Draft, fact: Fact) -> Iterator[tuple[str, int, int]]:
    """The items of a list with commas, with their places; a name in parentheses is one item."""
    for match in _ITEM.finditer(draft.text, fact.start, fact.end):
        kind = match.lastgroup or ""
        word = " ".join(match[kind].split())
        if word.upper() not in _NULL:
            yield word, *match.span(kind)


def _parsed_date(text: str) -> date | None:
    match = _DATE.search(text[:40])
    if match is None or match["month"].upper() not in MONTHS:
        return None
    try:
        return date(int(match["year"]), MONTHS.index(match["month"].upper()) + 1, int(match["day"]))
    except ValueError:
        return None


def _letters(words: str) -> str:
    return _NO_LETTERS.sub("", words.upper())


def _stations(names: Iterator[str] | list[str]) -> set[str]:
    """The stations among names, as printed."""
    return {found[0] for name in names if (found := resolve_station(name)) is not None}


def _any_same(one: set[str], other: set[str]) -> bool:
    return any(_same_station(a, b) for a in one for b in other)


def _same_station(one: str, other: str) -> bool:
    """Whether two stations are one; archives cut names (`NATO` for `USNATO`), so one may stand within the other."""
    a, b = _letters(one), _letters(other)
    return a in b or b in a
