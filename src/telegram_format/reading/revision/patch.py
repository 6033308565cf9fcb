"""Edits of a view, carried back to the bytes of the source.

Strategy: an edit is a range of a view and the words that come there, line ends as `\\n`. Its range is carried to the
source, where a lifted mark in its middle parts it: the words go to the first part, marks stay. Line ends are spelled
as the nearest one of the source is, other signs by the carrier's own rules. Only the bytes of those ranges change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from telegram_format.text.source import Source, Span
from telegram_format.text.view import View

_BLANKS = " \t\\"
"""What may stand before a line end and be a part of it."""


class Edit(NamedTuple):
    """Replace `view.text[start:end]` by `words`; `start == end` puts them in between."""

    view: View
    start: int
    end: int
    words: str


class PatchError(ValueError):
    """Edits that cannot be made: two of the same place, or signs that the encoding of the source lacks."""


def patched(source: Source, edits: Iterable[Edit], escape: Callable[[str], str]) -> bytes:
    """The bytes of `source` with `edits` made. Raises `PatchError`."""
    splices = sorted(
        (splice for order, edit in enumerate(edits) for splice in _splices(edit, order, escape)),
        key=lambda splice: (splice[0], splice[1], splice[3]),
    )
    data = source.data
    pieces: list[bytes] = []
    position = 0
    gone = False
    for start, end, words, _ in splices:
        low, high = source.byte_span((start, end))
        if low < position and gone and (not words or low == high):
            low, high = position, max(position, high)  # taken out twice, or put in where something is taken out
        if low < position:
            raise PatchError("two changes of one place")
        pieces += (data[position:low], _encoded(source, words))
        position = high
        gone = not words or (gone and low == high)
    pieces.append(data[position:])
    return b"".join(pieces)


def _encoded(source: Source, words: str) -> bytes:
    try:
        return words.encode(source.encoding, "surrogateescape")
    except UnicodeEncodeError as cause:
        sign = words[cause.start]
        raise PatchError(f"the encoding of the source, {source.encoding}, has no {sign!r}") from cause


def _splices(edit: Edit, order: int, escape: Callable[[str], str]) -> list[tuple[int, int, str, int]]:
    view, start, end, words = edit
    lines = [escape(line) for line in words.split("\n")]
    spelled = lines[0] if len(lines) == 1 else line_end(view, start).join(lines)
    if start == end:
        place = _between(view, start)
        return [(place, place, spelled, order)]
    first, *further = _whole_marks(view, start, end)
    return [(*first, spelled, order), *((*span, "", order) for span in further)]


def _whole_marks(view: View, start: int, end: int) -> list[Span]:
    """The spans of the source, with the sign that escapes the first, and the end of markup that begins inside."""
    text = view.source.text
    spans = list(view.to_source(start, end))
    if start > 0 and view.to_source(start - 1, start)[-1][1] < spans[0][0] and text[spans[0][0] - 1] == "\\":
        spans[0] = spans[0][0] - 1, spans[0][1]
    places = [view.to_source(place, place + 1)[0] for place in range(start, min(end + 1, len(view.text)))]
    inside = sum(bool(text[one[1] : other[0]].strip()) for one, other in pairwise(places[: end - start]))
    if len(spans) == 1 and inside % 2 and len(places) > end - start:
        low, high = spans[0]
        between = text[high : places[-1][0]]
        spans[0] = low, high + len(between.rstrip(_BLANKS))
    return spans


def _between(view: View, position: int) -> int:
    """Where in the source words are put in at `position`: outside of markup that closes before or opens behind."""
    if not view.text:
        return view.to_source(0, 0)[0][0]
    before = view.to_source(position - 1, position)[-1][1] if position > 0 else None
    behind = view.to_source(position, position + 1)[0][0] if position < len(view.text) else None
    if before is None:
        assert behind is not None  # a text that is not empty has a sign on one side
        return behind
    if behind is None or behind < before or view.text[position - 1].isspace():
        return before
    return before + len(view.source.text[before:behind].rstrip(_BLANKS))


def line_end(view: View, position: int) -> str:
    """How the source spells the line end nearest before `position`, or behind it; a plain one where it has none."""
    place = view.text.rfind("\n", 0, position)
    if place < 0:
        place = view.text.find("\n", position)
    if place < 0:
        return "\n"
    text = view.source.text
    start, end = view.to_source(place, place + 1)[0]
    spelled = text[start:end]
    if not spelled:
        return "\n"
    if place > 0 and view.text[place - 1] != "\n":
        before = view.to_source(place - 1, place)[-1][1]
        if before < start and not text[before:start].strip(_BLANKS):
            return text[before:end]  # a hard break: two blanks or a backslash
    return spelled
