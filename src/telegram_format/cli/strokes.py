"""What stands where: every character of the source, with the field or mark that explains it.

Strategy: places are painted over a row of numbers, the long ones first, so that the innermost stays on top; what was
not read is painted last and only noted, for it may belong to a field that keeps it. Labels are those of fields as a
caller names them (`to[0]`, `paragraphs[3]`); parts of a field have its label and a colour of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from telegram_format.model.body import Heading, Paragraph
from telegram_format.model.telegram import Telegram
from telegram_format.reading.reading import Reading
from telegram_format.text.offset import character_span
from telegram_format.text.source import Span


class Stroke(NamedTuple):
    """What explains a place: the label (a name, and the number in a list) and its colour.

    `field` is false for a mark; `part` names the embedded telegram it belongs to, `embedded[0]`.
    """

    name: str
    number: int | None
    meaning: str
    field: bool = True
    part: str = ""


_PATH = re.compile(r"([a-z_]+)(?:\[([0-9]+)\])?(?:\.([a-z_]+))?")

_MEANINGS = {
    "transmission": "transport",
    "precedence": "transport",
    "info_precedence": "transport",
    "dtg": "date",
    "originator": "transport",
    "to": "transport",
    "info": "transport",
    "exempted": "transport",
    "classification": "marking",
    "caveats": "marking",
    "captions": "marking",
    "section": "number",
    "message_id": "number",
    "subject": "subject",
    "subject_marking": "marking",
    "tags": "code",
    "executive_order": "marking",
    "references": "reference",
    "signatures": "signature",
    "heading": "title",
}
_PARTS = {"number": "number", "marking": "marking"}


class Strokes:
    """All strokes of a reading, and the row of them over its source."""

    def __init__(self, reading: Reading) -> None:
        found = list(_strokes(reading, ""))
        self.strokes: list[Stroke | None] = [None, *(stroke for _, stroke in found)]
        size = len(reading.source.text)
        self.row = [0] * size
        order = sorted(range(len(found)), key=lambda index: found[index][0][0] - found[index][0][1])
        for index in order:
            start, end = found[index][0]
            self.row[start:end] = [index + 1] * (end - start)
        self.unread = bytearray(size)
        for start, end in _unread(reading):
            self.unread[start:end] = b"\x01" * (end - start)


def _strokes(reading: Reading, inside: str) -> Iterator[tuple[Span, Stroke]]:
    source = reading.source
    for kind, spans in reading.trace.marks:
        for span in spans:
            yield character_span(source, span), Stroke(kind, None, "mark", field=False, part=inside)
    labels = _body_labels(reading.telegram)
    for path in reading.trace:
        stroke = _stroke(path, inside, labels)
        for span in reading.trace.characters(path):
            yield span, stroke
    for index, part in enumerate(reading.embedded):
        yield from _strokes(part, f"{inside}.embedded[{index}]".lstrip("."))


def _stroke(path: str, inside: str, labels: list[tuple[str, int | None]]) -> Stroke:
    match = _PATH.match(path)
    if match is None or match[1] == "attributes":
        return Stroke(path, None, "", part=inside)
    name, number = match[1], None if match[2] is None else int(match[2])
    if name != "body" or number is None or number >= len(labels):
        return Stroke(name, number, _MEANINGS.get(name, ""), part=inside)
    name, number = labels[number]
    return Stroke(name, number, _PARTS.get(match[3], _MEANINGS.get(name, "")), part=inside)


def _body_labels(telegram: Telegram) -> list[tuple[str, int | None]]:
    """For each block of the body what a caller names it: paragraphs by their place among paragraphs."""
    labels: list[tuple[str, int | None]] = []
    paragraphs = 0
    for block in telegram.body:
        if isinstance(block, Paragraph):
            labels.append(("paragraphs", paragraphs))
            paragraphs += 1
        else:
            labels.append(("heading" if isinstance(block, Heading) else "separator", None))
    return labels


def _unread(reading: Reading) -> Iterator[Span]:
    for passage in reading.unread:
        for span in passage.spans:
            yield character_span(reading.source, span)
    for part in reading.embedded:
        yield from _unread(part)
