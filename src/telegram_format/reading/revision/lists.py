"""A list that grows, shrinks or changes.

Strategy: the items of the old and the new list are compared. An item that changed is said anew where it stands; one
that is gone takes with it what parts it from its neighbour; a new one is put in behind its neighbour, parted from it as
the neighbours are parted. Where that does not read as it should, the whole list is said anew, in the same manner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from telegram_format.model.reference import Reference
from telegram_format.reading.revision.clearing import cleared
from telegram_format.reading.revision.patch import Edit
from telegram_format.reading.revision.sheet import Place, Sheet
from telegram_format.reading.revision.style import styled
from telegram_format.reading.revision.values import Edits, reworded, value_edits

_LINE_LISTS = frozenset(("to", "info", "exempted", "passing", "signatures"))
_APART = re.compile(r"[\s,;]*+")
_PROSIGN = re.compile(r"[ \t]*+(?:TO|INFO|XMT):?[ ]++")
"""Before an address that begins its list once more."""

_DEEPEST = 8
"""Characters; a reference is set in by no more."""

_LETTER = re.compile(r"(?<![A-Za-z0-9])[A-Za-z](?![A-Za-z0-9])")


def list_edits(sheet: Sheet, name: str, before: tuple[object, ...], after: tuple[object, ...]) -> Iterator[Edits]:
    """Ways to say the list `after` where `before` stands. Both have items."""
    stand = [_items(sheet, name, index) for index in range(len(before))]
    if not all(stand):
        return
    for joined in (False, True):
        edits: Edits = []
        for i, j, k, m in _changes(before, after):
            same = min(j - i, m - k)
            for offset in range(same):
                way = next(value_edits(sheet, f"{name}[{i + offset}]", before[i + offset], after[k + offset]), None)
                edits.extend(way or [])
                edits.extend(_label_edits(sheet, name, i + offset, before[i + offset], after[k + offset]))
            for index in range(i + same, j):
                edits.extend(_gone(stand, index))
            if k + same < m:
                edits.append(_come(name, stand, i + same - 1 if same else i - 1, after[k + same : m], joined))
        yield edits
    yield from _whole(name, stand, after)


def _changes(before: tuple[object, ...], after: tuple[object, ...]) -> list[tuple[int, int, int, int]]:
    """The ranges of `before` that are ranges of `after` now; one item that changed stays where it stands."""
    if len(before) == len(after):
        other = [index for index, (one, new) in enumerate(zip(before, after, strict=True)) if one != new]
        if len(other) == 1:  # a list may hold equal items, which a comparison would take for each other
            return [(other[0], other[0] + 1, other[0], other[0] + 1)]
    found = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [(i, j, k, m) for kind, i, j, k, m in found if kind != "equal"]


def _items(sheet: Sheet, name: str, index: int) -> list[Place]:
    """The places of an item, its letter included."""
    places = sheet.places(f"{name}[{index}]")
    if name != "references" or not places:
        return places
    labels = sheet.places(f"{name}[{index}].label")
    first = places[0]
    before = [label for label in labels if label.end <= first.start and label.view is first.view]
    if before and not first.view.text[before[-1].end : first.start].strip(" .:)]-\t\n"):
        start = before[-1].start
        if first.view.text[start - 1 : start] in ("(", "["):
            start -= 1
        places[0] = Place(first.view, start, first.end)
    return places


def _label_edits(sheet: Sheet, name: str, index: int, before: object, after: object) -> Edits:
    """The letter of a reference that got another one."""
    if not isinstance(before, Reference) or not isinstance(after, Reference) or before.label == after.label:
        return []
    if before.label is None or after.label is None:
        return []
    return [
        edit for place in sheet.places(f"{name}[{index}].label") for edit in reworded(place, before.label, after.label)
    ]


def _gone(stand: list[list[Place]], index: int) -> Edits:
    """An item that is no more, in all its places, with what parted it from the one before or else behind it."""
    edits = []
    for place in stand[index]:
        text = place.view.text
        line = text.rfind("\n", 0, place.start) + 1
        if index and line and _PROSIGN.fullmatch(text, line, place.start):
            edits.append(Edit(place.view, line - 1, place.end, ""))
            continue
        others = [other for places in stand for other in places if other.view is place.view]
        before = max((other.end for other in others if other.end <= place.start), default=None)
        behind = min((other.start for other in others if other.start >= place.end), default=None)
        if before is not None and _APART.fullmatch(text, before, place.start):
            edits.append(Edit(place.view, before, place.end, ""))
        elif behind is not None and _APART.fullmatch(text, place.end, behind):
            edits.append(Edit(place.view, place.start, behind, ""))
        else:
            edits.append(cleared(place))
    return edits


def _come(name: str, stand: list[list[Place]], index: int, items: tuple[object, ...], joined: bool) -> Edit:
    """New items behind the item `index`, or before the first; `joined` takes the simplest separator."""
    neighbour = stand[max(index, 0)][0]
    apart = "\n" if name in _LINE_LISTS else " "
    if not joined:
        column = neighbour.start - (neighbour.view.text.rfind("\n", 0, neighbour.start) + 1)
        set_in = "\n" + " " * min(column, _DEEPEST)
        apart = _separator(stand, max(index, 0)) or (set_in if name == "references" else apart)
    words = [_item_words(item, neighbour.text, label=name == "references") for item in items]
    if index >= 0:
        return Edit(neighbour.view, neighbour.end, neighbour.end, "".join(f"{apart}{word}" for word in words))
    return Edit(neighbour.view, neighbour.start, neighbour.start, "".join(f"{word}{apart}" for word in words))


def _separator(stand: list[list[Place]], index: int) -> str | None:
    """What parts an item from the next one or from the one before; `None` where there is no neighbour close by."""
    for one, other in ((index, index + 1), (index - 1, index)):
        if one >= 0 and other < len(stand):
            first, second = stand[one][0], stand[other][0]
            if first.view is second.view and first.end <= second.start:
                gap = first.view.text[first.end : second.start]
                if _APART.fullmatch(gap) and gap:
                    return gap
    return None


def _item_words(item: object, neighbour: str, *, label: bool) -> str:
    words = styled(None, item, "" if label else neighbour) or ""
    if not label or not isinstance(item, Reference) or item.label is None:
        return words
    letter = re.match(r"[(\[]?[A-Za-z](?:[.):\]]{1,2}+[ ]*+|[ ]++)", neighbour)
    if letter is None:
        return f"{item.label}. {words}"
    return _LETTER.sub(item.label, letter[0], count=1) + words


def _whole(name: str, stand: list[list[Place]], after: tuple[object, ...]) -> Iterator[Edits]:
    """The list from its first to its last item, said anew."""
    first, last = stand[0][0], stand[-1][0]
    if first.view is not last.view or last.end < first.start:
        return
    apart = _separator(stand, 0) or ("\n" if name in _LINE_LISTS or name == "references" else " ")
    words = apart.join(_item_words(item, first.text, label=name == "references") for item in after)
    place = Place(first.view, first.start, last.end)
    yield reworded(place, place.text, words)
    yield [Edit(place.view, place.start, place.end, words)]
