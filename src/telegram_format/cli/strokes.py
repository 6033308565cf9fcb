"""What stands where: every character of the source, with the field or mark that explains it.

Strategy: places are painted over a row of numbers, the long ones first, so that the innermost stays on top; what was
not read is painted last and only noted, for it may belong to a field that keeps it. Labels are those of fields as a
caller names them (`to[0]`, `paragraphs[3]`); parts of a field have its label and a colour of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from telegram_format.reading.reading import Reading
from telegram_format.text.offset import character_span
from telegram_format.text.source import Span
from telegram_format.views.names import Name, Names


class Strokes:
    """All names of a reading, and the row of them over its source."""

    def __init__(self, reading: Reading) -> None:
        found = list(_strokes(reading, ""))
        self.strokes: list[Name | None] = [None, *(name for _, name in found)]
        size = len(reading.source.text)
        self.row = [0] * size
        order = sorted(range(len(found)), key=lambda index: found[index][0][0] - found[index][0][1])
        for index in order:
            start, end = found[index][0]
            self.row[start:end] = [index + 1] * (end - start)
        self.unread = bytearray(size)
        for start, end in _unread(reading):
            self.unread[start:end] = b"\x01" * (end - start)


def _strokes(reading: Reading, inside: str) -> Iterator[tuple[Span, Name]]:
    source = reading.source
    for kind, spans in reading.trace.marks:
        for span in spans:
            yield character_span(source, span), Name(kind, None, "mark", field=False, part=inside)
    names = Names(reading.telegram, inside)
    for path in reading.trace:
        name = names.of(path)
        for span in reading.trace.characters(path):
            yield span, name
    for index, part in enumerate(reading.embedded):
        yield from _strokes(part, f"{inside}.embedded[{index}]".lstrip("."))


def _unread(reading: Reading) -> Iterator[Span]:
    for passage in reading.unread:
        for span in passage.spans:
            yield character_span(reading.source, span)
    for part in reading.embedded:
        yield from _unread(part)
