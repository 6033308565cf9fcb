"""The telegram laid out as it was read, with a gutter that names the fields of each line.

Strategy: the lines are those of the view, markup left out; each character is looked up in the strokes of the source it
came from. A line that is too long goes on below, with a broken bar. Where a line holds more fields than the gutter can
name, the gutter goes on below. What was not read has a `?` for a bar and, where there is no colour, guillemets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, zip_longest
from typing import NamedTuple

from attrs import frozen

from telegram_format.cli.palette import PLAIN, Palette
from telegram_format.cli.strokes import Strokes
from telegram_format.reading.reading import Reading
from telegram_format.text.view import View
from telegram_format.text.visible import visible_line
from telegram_format.text.width import width
from telegram_format.views.names import labelled

_LINE_END = re.compile(r"\r*\n|\r")


@frozen
class Signs:
    """What is drawn: the bar beside a line and beside its rest, and what stands around text that was not read."""

    bar: str = "│"
    rest: str = "┊"
    opening: str = "«"
    closing: str = "»"


UNICODE_SIGNS = Signs()
ASCII_SIGNS = Signs("|", ":", "<<", ">>")


class Cell(NamedTuple):
    """A character as it is shown, its columns and its colour."""

    text: str
    columns: int
    meaning: str


@frozen
class Layout:
    """How to lay out: the columns of the whole, those of the gutter, colours and signs."""

    columns: int = 100
    palette: Palette = PLAIN
    signs: Signs = UNICODE_SIGNS

    @property
    def gutter(self) -> int:
        """The columns of the gutter."""
        return 15 if self.columns < 96 else 20

    def rows(self, reading: Reading, strokes: Strokes) -> Iterator[str]:
        """All rows, without line ends; of empty lines in a row the first only, none at the ends."""
        before = ""
        names: list[str] = []
        empty = False
        for start, end in _lines(reading.view.text):
            word = reading.view.text[start:end].rstrip()
            if not word:
                empty = True
                continue
            if before and (empty or names):
                yield from self._rows(names or [""], [])
            empty = False
            origins = _origins(reading.view, start, start + len(word))
            label = labelled([strokes.strokes[index] for index in dict.fromkeys(strokes.row[at] for at in origins)])
            names = _wrapped_label(label, self.gutter) if label != before else []
            texts = self._texts(word, origins, strokes)
            before = label or " "
            yield from self._rows(names[: len(texts)], texts, unread=any(strokes.unread[at] for at in origins))
            names = names[len(texts) :]
        yield from self._rows(names, [])

    def _rows(self, names: list[str], texts: list[str], *, unread: bool = False) -> Iterator[str]:
        paint = self.palette.paint
        bar = paint("?", "unread") if unread else paint(self.signs.bar, "gutter")
        for name, text in zip_longest(names, texts, fillvalue=""):
            yield f"{paint(name.rjust(self.gutter), 'gutter')} {bar} {text}".rstrip()
            bar = bar if unread else paint(self.signs.rest if texts else self.signs.bar, "gutter")

    def _texts(self, word: str, origins: list[int], strokes: Strokes) -> list[str]:
        """A line as it is shown, in pieces that fit."""
        cells = list(self._cells(word, origins, strokes))
        pieces = _wrapped_cells(cells, max(self.columns - self.gutter - 3, 20))
        return ["".join(self._runs(piece)) for piece in pieces]

    def _cells(self, word: str, origins: list[int], strokes: Strokes) -> Iterator[Cell]:
        within = False
        for sign, origin in zip(word, origins, strict=True):
            unread = bool(strokes.unread[origin])
            if unread != within and not self.palette.used:
                bracket = self.signs.opening if unread else self.signs.closing
                yield Cell(bracket, len(bracket), "")
            within = unread
            shown = visible_line(sign)
            stroke = strokes.strokes[strokes.row[origin]]
            yield Cell(shown, width(shown), "unread" if unread else stroke.kind if stroke is not None else "")
        if within and not self.palette.used:
            yield Cell(self.signs.closing, len(self.signs.closing), "")

    def _runs(self, cells: list[Cell]) -> Iterator[str]:
        for meaning, run in groupby(cells, key=lambda cell: cell.meaning):
            yield self.palette.paint("".join(cell.text for cell in run), meaning)


def _wrapped_label(label: str, columns: int) -> list[str]:
    """The label in lines; a word that is too long for one goes on in the next."""
    lines = [""]
    for word in visible_line(label).split(" "):
        joined = f"{lines[-1]} {word}".lstrip()
        if len(joined) <= columns or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    return [line[at : at + columns] for line in lines for at in range(0, max(len(line), 1), columns)]


def _wrapped_cells(cells: list[Cell], columns: int) -> list[list[Cell]]:
    """The cells in pieces of at most `columns`, parted behind a blank where there is one."""
    pieces: list[list[Cell]] = []
    start = 0
    used = 0
    blank = 0
    for at, cell in enumerate(cells):
        used += cell.columns
        if used > columns and at > start:
            end = blank if blank > start else at
            pieces.append(cells[start:end])
            start = end
            used = sum(one.columns for one in cells[start : at + 1])
        if cell.text == " ":
            blank = at + 1
    pieces.append(cells[start:])
    return pieces


def _lines(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for match in _LINE_END.finditer(text):
        yield position, match.start()
        position = match.end()
    yield position, len(text)


def _origins(view: View, start: int, end: int) -> list[int]:
    """The character of the source for each character of a range of the view."""
    spans = view.to_source(start, end)
    if len(spans) == 1 and spans[0][1] - spans[0][0] == end - start:
        return list(range(*spans[0]))
    return [view.to_source(at, at + 1)[0][0] for at in range(start, end)]
