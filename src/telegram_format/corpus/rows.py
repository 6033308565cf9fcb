"""A reading as rows of the tables.

Strategy: a telegram gives one row of telegrams and as many of the other tables as it has paragraphs, references and
diagnostics; a row is a tuple in the order of the columns. What is no telegram gives a row of the quarantine.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any, NamedTuple

from telegram_format.corpus.batch import Located
from telegram_format.corpus.columns import id_parts, telegram_values
from telegram_format.corpus.pieces import Fault
from telegram_format.model.body import Heading, Paragraph
from telegram_format.model.telegram import Telegram
from telegram_format.reading.reading import Reading

Row = tuple[Any, ...]


class Rows(NamedTuple):
    """Rows by table, and the format of each telegram."""

    telegrams: list[Row]
    paragraphs: list[Row]
    references: list[Row]
    diagnostics: list[Row]
    quarantine: list[Row]
    formats: list[str]

    @classmethod
    def none(cls) -> Rows:
        """No rows yet."""
        return cls([], [], [], [], [], [])

    @property
    def tables(self) -> tuple[list[Row], ...]:
        """The rows of the five tables."""
        return (self.telegrams, self.paragraphs, self.references, self.diagnostics, self.quarantine)

    def take(self, other: Rows) -> None:
        """Add the rows of a piece."""
        for mine, theirs in zip(self.tables, other.tables, strict=True):
            mine += theirs
        self.formats.extend(other.formats)


def quarantined(piece: Located | Fault, reason: str, message: str) -> Row:
    """The row of a piece that is in no other table."""
    if isinstance(piece, Fault):
        return (piece.source, piece.offset, piece.length, None, reason, message, None)
    digest = sha256(piece.data).hexdigest()
    return (piece.source, piece.offset, len(piece.data), digest, reason, message[:200], piece.data)


def table_rows(key: int, embedded: int, place: Row, reading: Reading) -> Rows:
    """The rows of one telegram, the `embedded`th of its piece; `place` is its source, offset, length and digest."""
    rows = Rows.none()
    telegram = reading.telegram
    how = (reading.format, reading.carrier, reading.source.encoding, reading.coverage)
    rows.telegrams.append((key, *place, embedded, *how, *telegram_values(telegram)))
    rows.formats.append(reading.format)
    _add_blocks(rows.paragraphs, key, telegram)
    for index, found in enumerate(telegram.references):
        number = id_parts(found.message_id)
        rows.references.append((key, index, found.label, found.kind, *number, found.text, found.captions))
    rows.diagnostics.extend(diagnostic_rows(key, reading))
    return rows


def diagnostic_rows(key: int, reading: Reading) -> list[Row]:
    """The rows of the diagnostics of a telegram."""
    return [
        (key, found.code, found.severity, found.message, found.path, *(found.span or (None, None)), found.reader)
        for found in reading.diagnostics
    ]


def _add_blocks(rows: list[Row], key: int, telegram: Telegram) -> None:
    for block in telegram.body:
        if isinstance(block, Paragraph):
            _add_paragraph(rows, key, block, None)
        else:
            kind, text = ("heading", block.text) if isinstance(block, Heading) else ("separator", block.sign)
            rows.append((key, len(rows), None, kind, None, None, None, None, text))


def _add_paragraph(rows: list[Row], key: int, paragraph: Paragraph, inside: int | None) -> None:
    number = len(rows)
    said = (paragraph.number, paragraph.label, paragraph.marking, paragraph.role, paragraph.text)
    rows.append((key, number, inside, "paragraph", *said))
    for part in paragraph.paragraphs:
        _add_paragraph(rows, key, part, number)
