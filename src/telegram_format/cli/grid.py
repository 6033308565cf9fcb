"""Rows as a table for a terminal.

Strategy: columns are as wide as they need to be, the widest cut first where the terminal is too narrow; where even
that leaves no room, each row is a list of names and values. Numbers stand on the right. All text is made visible.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from telegram_format.text.visible import visible_line
from telegram_format.text.width import width

_GAP = "  "
_NARROWEST = 6
"""Columns of the terminal that a cut cell has at least."""


class Signs(NamedTuple):
    """What is drawn: the rule below the names, and what stands for text that was cut off."""

    rule: str = "─"
    cut: str = "…"


UNICODE_SIGNS = Signs()
ASCII_SIGNS = Signs("-", "~")


def grid(
    names: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool], columns: int, signs: Signs
) -> Iterator[str]:
    """The lines of a table; `right` says which columns stand on the right, `columns` how wide the terminal is."""
    shown = [[visible_line(cell) for cell in row] for row in (names, *rows)]
    needed = [max(map(width, cells)) for cells in zip(*shown, strict=True)]
    room = columns - len(_GAP) * (len(needed) - 1)
    if sum(min(each, _NARROWEST) for each in needed) > room:
        yield from _records(shown[0], shown[1:], columns, signs)
        return
    widths = _fitted(needed, room)
    for number, row in enumerate(shown):
        cells = [_cell(*each, signs) for each in zip(row, widths, right, strict=True)]
        yield _GAP.join(cells).rstrip()
        if number == 0:
            yield _GAP.join(signs.rule * each for each in widths)


def _fitted(needed: list[int], room: int) -> list[int]:
    """The widths that go into `room`: the widest are cut to one width, those that need less keep theirs."""
    most = max(needed)
    while sum(min(each, most) for each in needed) > room:
        most -= 1
    return [min(each, most) for each in needed]


def _records(names: list[str], rows: list[list[str]], columns: int, signs: Signs) -> Iterator[str]:
    label = min(max(map(width, names)), columns // 2)
    for number, row in enumerate(rows, 1):
        yield f"{signs.rule * 2} row {number}"
        for name, cell in zip(names, row, strict=True):
            room = max(columns - label - len(_GAP), _NARROWEST)
            yield f"{_cell(name, label, False, signs)}{_GAP}{_cut(cell, room, signs.cut)}".rstrip()


def _cell(text: str, columns: int, right: bool, signs: Signs) -> str:
    """A text in so many columns."""
    shown = _cut(text, columns, signs.cut)
    blanks = " " * (columns - width(shown))
    return blanks + shown if right else shown + blanks


def _cut(text: str, columns: int, sign: str) -> str:
    if width(text) <= columns:
        return text
    end = columns  # no more characters than columns can be kept
    while width(text[:end]) > columns - 1:
        end -= 1
    return text[:end] + sign
