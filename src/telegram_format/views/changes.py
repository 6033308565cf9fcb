"""What two telegrams say differently, for people.

Strategy: the differences of the model, but lists of different lengths are matched item by item: items that say the
same are left out, those that stand for each other (a paragraph of the same text, an address of the same name, or most
of the same words) are compared field by field, the rest came or went.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from attrs import fields, frozen, has

from telegram_format.model.address import Address
from telegram_format.model.body import Heading, Paragraph
from telegram_format.model.difference import Difference, differences
from telegram_format.model.reference import Reference
from telegram_format.model.tag import Tag
from telegram_format.model.telegram import Telegram
from telegram_format.views.alignment import aligned
from telegram_format.views.names import Names
from telegram_format.views.values import value_text

_ONE_THING = frozenset({"message_id", "dtg", "section", "executive_order"})
_ALIKE = 0.5
"""The share of their words that two items have in common if one stands for the other."""
_MOST = 2_500
"""Items of one list times items of the other that are tried on each other."""


@frozen
class Change:
    """A value that changed, came or went: the paths in both telegrams, empty where it is not there, and both values."""

    path: str
    now: str
    before: object
    after: object

    @property
    def label(self) -> str:
        """The path, and the one it has now where that is another."""
        if self.path and self.now and self.path != self.now:
            return f"{self.path} (now {self.now})"
        return self.path or self.now


def changes(before: Telegram, after: Telegram) -> list[Change]:
    """All changes in the order of the model's fields, paths as callers spell them."""
    names, others = Names(before), Names(after)
    found = dict.fromkeys(_whole(one, before, after) for one in differences(before, after))
    return [
        Change(names.path(one.path), others.path(one.now), one.before, one.after)
        for difference in found
        for one in _changes(difference)
    ]


def _whole(found: Difference, before: Telegram, after: Telegram) -> Difference:
    """The difference of a field that is one thing for people, where one of its parts differs."""
    name, dot, _ = found.path.partition(".")
    return Difference(name, getattr(before, name), getattr(after, name)) if dot and name in _ONE_THING else found


def _changes(found: Difference) -> Iterator[Change]:
    if isinstance(found.before, tuple) and isinstance(found.after, tuple):
        yield from _items(found.path, found.path, found.before, found.after)
    else:
        yield _change(found.path, found.path, found.before, found.after)


def _change(path: str, now: str, before: object, after: object) -> Change:
    """A change; a value that says nothing is not there."""
    return Change(path if value_text(before) else "", now if value_text(after) else "", before, after)


def _items(path: str, now: str, before: tuple[object, ...], after: tuple[object, ...]) -> Iterator[Change]:
    for stretch in aligned(list(map(_key, before)), list(map(_key, after))):
        gone, come = list(range(*stretch.before)), list(range(*stretch.after))
        pairs = list(zip(gone, come, strict=True)) if stretch.same else _pairs(before, after, gone, come)
        for index, other in (*pairs, (stretch.before[1], stretch.after[1])):
            while gone and gone[0] < index:
                at = gone.pop(0)
                yield Change(f"{path}[{at}]", "", before[at], None)
            while come and come[0] < other:
                at = come.pop(0)
                yield Change("", f"{now}[{at}]", None, after[at])
            if gone and come:
                yield from _fields(f"{path}[{gone.pop(0)}]", f"{now}[{come.pop(0)}]", before[index], after[other])


def _pairs(
    before: tuple[object, ...], after: tuple[object, ...], gone: list[int], come: list[int]
) -> list[tuple[int, int]]:
    """Items that stand for each other though they differ, in order on both sides."""
    if len(gone) == len(come):
        return list(zip(gone, come, strict=True))
    if len(gone) * len(come) > _MOST:
        return []
    words = {index: _words(before[index]) for index in gone}
    others = {index: _words(after[index]) for index in come}
    found: list[tuple[int, int]] = []
    left = list(come)
    for index in gone:
        for other in left:
            both = words[index] & others[other]
            if len(both) >= _ALIKE * len(words[index] | others[other]):
                found.append((index, other))
                left = [one for one in left if one > other]
                break
    return found


def _words(value: object) -> frozenset[str]:
    return frozenset((type(value).__name__, *value_text(value).split()))


def _fields(path: str, now: str, before: Any, after: Any) -> Iterator[Change]:
    """The changes of an item, field by field."""
    if before == after:
        return
    if type(before) is not type(after) or not has(type(before)):
        yield _change(path, now, before, after)
        return
    for field in fields(type(before)):
        one, other = getattr(before, field.name), getattr(after, field.name)
        here, there = f"{path}.{field.name}", f"{now}.{field.name}"
        if not field.eq or one == other:
            continue
        if isinstance(one, tuple) and isinstance(other, tuple):
            yield from _items(here, there, one, other)
        else:
            yield _change(here, there, one, other)


def _key(item: Any) -> Hashable:
    """What an item is known by, though other fields of it differ."""
    match item:
        case Paragraph(text=word) | Heading(text=word) | Reference(text=word):
            return type(item).__name__, word
        case Address(name=word) | Tag(code=word):
            return word
        case _:
            known: Hashable = item
            return known
