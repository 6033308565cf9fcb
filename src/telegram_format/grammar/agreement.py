"""A telegram inside a wrapper that says much of the same: which of the two counts, and where they disagree.

formats/state.md D: records that were taken over from older systems carry the older telegram inside, and the labels
around it can be wrong: another date, fewer addressees, a precedence by default. Strategy: the wrapper is read first and
laid aside; then the text is read. What the text says counts; what only the wrapper says fills the gaps. The same value
in both has both places. What differs is told with the wrapper's value, which is kept nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import evolve

from telegram_format.kit import Draft, Path
from telegram_format.model.authority import ExecutiveOrder
from telegram_format.model.message_id import MessageId
from telegram_format.vocab.stations import compact

_Entry = tuple[Path, int, int]


class Aside:
    """Values and places that were laid aside."""

    __slots__ = ("entries", "values")

    def __init__(self, values: dict[str, Any], entries: list[_Entry]) -> None:
        self.values = values
        self.entries = entries


def lay_aside(draft: Draft) -> Aside:
    """Take the fields that were read so far out of the draft; attributes, marks and diagnostics stay."""
    aside = Aside(dict(draft.values), [entry for entry in draft.places() if entry[0][0] != "attributes"])
    draft.values.clear()
    draft.entries[:] = [entry for entry in draft.entries if entry[0][0] == "attributes"]
    return aside


def agree(draft: Draft, aside: Aside) -> None:
    """Fill the gaps of the draft with what was laid aside, and tell where the two disagree."""
    for name, outer in aside.values.items():
        entries = [entry for entry in aside.entries if entry[0][0] == name]
        inner = draft.values.get(name)
        if inner is None or inner == []:
            draft.values[name] = outer
            draft.entries.extend(entries)
            continue
        completed = _COMPLETED.get(name, _as_it_is)(inner, outer)
        if completed is not None:
            draft.values[name] = completed
            if type(inner) is not list or len(inner) == len(outer):
                draft.entries.extend(entry for entry in entries if len(entry[0]) == 1 + (type(inner) is list))
            else:  # the wrapper names one twice: of which the places are is not known
                draft.mark("wrapper", *_place(entries))
            continue
        code = "message-id-conflict" if name == "message_id" else "wrapper-conflict"
        what = f"the wrapper says {_said(outer)}, the text {_said(inner)}"
        start, end = _place(entries)
        draft.note(code, what, start, end, (name,))
        draft.mark("wrapper", start, end)


def _place(entries: list[_Entry]) -> tuple[int, int]:
    return min(start for _, start, _ in entries), max(end for _, _, end in entries)


def _as_it_is(inner: Any, outer: Any) -> Any:
    return inner if inner == outer else None


def _words(inner: str, outer: str) -> str | None:
    return inner if "".join(inner.split()).upper() == "".join(outer.split()).upper() else None


def _message_id(inner: MessageId, outer: MessageId) -> MessageId | None:
    if (compact(inner.station), inner.number) != (compact(outer.station), outer.number):
        return None
    if inner.year is None or inner.year == outer.year:
        return evolve(inner, year=outer.year)
    return None


def _group(inner: Any, outer: Any) -> Any:
    filled = evolve(inner, month=inner.month or outer.month, year=inner.year or outer.year)
    return filled if filled == outer else None


def _order(inner: ExecutiveOrder, outer: ExecutiveOrder) -> ExecutiveOrder | None:
    if inner.number and outer.number and inner.number != outer.number:
        return None
    said = (inner.declassify_on, inner.event, inner.exemptions)
    outer_said = (outer.declassify_on, outer.event, outer.exemptions)
    if any(said) and any(outer_said) and said != outer_said:
        return None
    more = inner if any(said) else outer
    return evolve(more, number=inner.number or outer.number)


def _addresses(inner: Any, outer: Any) -> Any:
    """The text's own, if the wrapper names the same, and no other precedence."""
    inner_all, outer_all = _listed(inner), _listed(outer)
    if {compact(address.name) for address in inner_all} != {compact(address.name) for address in outer_all}:
        return None
    said = {compact(address.name): address.precedence for address in outer_all}
    if any(
        address.precedence and said[compact(address.name)] not in (None, address.precedence) for address in inner_all
    ):
        return None
    return inner


def _listed(value: Any) -> list[Any]:
    return value if type(value) is list else [value]


def _unordered(inner: list[Any], outer: list[Any]) -> list[Any] | None:
    return inner if set(inner) == set(outer) else None


def _references(inner: list[Any], outer: list[Any]) -> list[Any] | None:
    return inner if [_cited(one) for one in inner] == [_cited(one) for one in outer] else None


def _cited(reference: Any) -> Any:
    message_id = reference.message_id
    return reference.text.upper() if message_id is None else (compact(message_id.station), message_id.number)


def _signatures(inner: list[str], outer: list[str]) -> list[str] | None:
    return inner if [name.upper() for name in inner] == [name.upper() for name in outer] else None


_COMPLETED: dict[str, Callable[[Any, Any], Any]] = {
    "message_id": _message_id,
    "dtg": _group,
    "executive_order": _order,
    "originator": _addresses,
    "to": _addresses,
    "info": _addresses,
    "exempted": _addresses,
    "captions": _unordered,
    "tags": _unordered,
    "references": _references,
    "signatures": _signatures,
    "subject": _words,
}
"""Field → the value of both, or `None` where they disagree."""


def _said(value: Any) -> str:
    """A value in a few words."""
    words = ", ".join(_word(item) for item in _listed(value))
    return words if len(words) <= 60 else words[:57] + "..."


def _word(item: Any) -> str:
    precedence = getattr(item, "precedence", None)
    name = getattr(item, "name", None) or getattr(item, "text", None) or str(item)
    return f"{name} {precedence.value.upper()}" if precedence is not None else str(name)
