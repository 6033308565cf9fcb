"""A batch from bytes to files: read, counted, made into tables.

Strategy: piece by piece; each gives rows, or a row of the quarantine with the reason. No exception of a reading ends a
batch: what is wrong with one telegram costs that telegram, and its bytes are kept. What a batch came to is told in a
receipt; that its parts are together the bytes that came in is checked where the receipt is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from typing import NamedTuple

from telegram_format.api import parse_source
from telegram_format.corpus.batch import Batch, Located
from telegram_format.corpus.columns import SCHEMAS
from telegram_format.corpus.outputs import OUTPUTS, Written
from telegram_format.corpus.pieces import Fault, pieces
from telegram_format.corpus.rows import Rows, quarantined
from telegram_format.corpus.tables import table_of
from telegram_format.reading.reading import Reading
from telegram_format.text.source import Source

KEY_BITS = 24
"""Bits of a telegram's key that count within its batch; the number of the batch stands before them."""


class Settings(NamedTuple):
    """How a corpus is converted.

    `to` is the kind of output; `format`, `carrier` and `encoding` are names as for `parse`, `None` finds them out.
    """

    to: str = "parquet"
    format: str | None = None
    carrier: str | None = None
    encoding: str | None = None


class Receipt(NamedTuple):
    """What became of a batch.

    `plan` is a digest of what it was; `read`, `blank` and `quarantined` are bytes and together `length`; `telegrams`
    counts rows, `formats` telegrams by format, `codes` diagnostics by code, `reasons` pieces of the quarantine by
    reason. `files` are the names of the files with size and sha256.
    """

    batch: int
    plan: str
    length: int
    read: int
    blank: int
    quarantined: int
    telegrams: int
    formats: dict[str, int]
    codes: dict[str, int]
    reasons: dict[str, int]
    files: dict[str, tuple[int, str]]


class Converted(NamedTuple):
    """The files of a batch by name, and its receipt."""

    files: dict[str, bytes]
    receipt: Receipt


Reads = Callable[[Located, Settings, int], Rows]
"""What makes rows of a piece; its telegrams get keys from the number on."""


def convert_batch(batch: Batch, settings: Settings, read: Reads | None = None) -> Converted:
    """Convert a batch; `read` may have pieces read elsewhere."""
    read = read or rows_of
    try:
        rows, blank = rows_of_batch(batch, settings, read)
        written = list(OUTPUTS[settings.to].files(rows))
    except (ValueError, TypeError):  # a value that fits no column: that of a plug-in. Now find out whose
        rows, blank = rows_of_batch(batch, settings, checked(read))
        written = list(OUTPUTS[settings.to].files(rows))
    files = {file_name(file, batch.number): file.data for file in written}
    kept = sum(row[2] for row in rows.quarantine)
    receipt = Receipt(
        batch.number,
        plan_digest(batch),
        batch.length,
        batch.length - blank - kept,
        blank,
        kept,
        len(rows.telegrams),
        _counted(rows.formats),
        _counted([row[1] for row in rows.diagnostics]),
        _counted([row[4] for row in rows.quarantine]),
        {name: (len(data), sha256(data).hexdigest()) for name, data in files.items()},
    )
    return Converted(files, receipt)


def rows_of(piece: Located, settings: Settings, key: int = 0) -> Rows:
    """The rows of one piece, its telegrams counted from `key` on."""
    try:
        source = Source.of(piece.data, encoding=settings.encoding, name=piece.source, offset=piece.offset)
        reading = parse_source(source, settings.format, settings.carrier)
    except Exception as cause:  # a fault of the library must not cost the rest of the corpus
        return refused(piece, "reading-failed", f"{type(cause).__name__}: {cause}")
    if settings.format is None and reading.format == "plain":
        return refused(piece, "no-telegram", "no format has such a text")
    place = (piece.source, piece.offset, len(piece.data), sha256(piece.data).hexdigest())
    rows = OUTPUTS[settings.to].rows(key, 0, place, reading)
    if reading.embedded:
        for index, found in enumerate(_with_embedded(reading)[1:], 1):
            rows.take(OUTPUTS[settings.to].rows(key + index, index, place, found))
    return rows


def refused(piece: Located | Fault, reason: str, message: str) -> Rows:
    """The rows of a piece that goes to the quarantine."""
    rows = Rows.none()
    rows.quarantine.append(quarantined(piece, reason, message))
    return rows


def plan_digest(batch: Batch) -> str:
    """A digest of what a batch is made of; what it is worth to a bar of progress is no part of it."""
    plan = [segment._replace(data=segment.data and sha256(segment.data).digest()) for segment in batch.segments]
    return sha256(repr((batch.number, plan)).encode("utf-8", "backslashreplace")).hexdigest()


def file_name(written: Written, number: int) -> str:
    """The name of a file of the `number`th batch, its folder before it."""
    return f"{written.table}/part-{number:06}.{written.suffix}"


def rows_of_batch(batch: Batch, settings: Settings, read: Reads) -> tuple[Rows, int]:
    """The rows of a batch, and how many bytes are white space between telegrams."""
    rows = Rows.none()
    blank = 0
    for piece in pieces(batch):
        if isinstance(piece, Fault):
            rows.take(refused(piece, "unreadable", piece.message))
        elif not piece.data.strip():
            blank += len(piece.data)
        else:
            rows.take(read(piece, settings, (batch.number << KEY_BITS) + len(rows.telegrams)))
    return rows, blank


def checked(read: Reads) -> Reads:
    """As `read`, but rows that make no table are refused."""

    def checked(piece: Located, settings: Settings, key: int) -> Rows:
        rows = read(piece, settings, key)
        try:
            for schema, found in zip(SCHEMAS.values(), rows.tables, strict=True):
                table_of(schema, found)
        except (ValueError, TypeError) as cause:
            return refused(piece, "unwritable", f"{type(cause).__name__}: {cause}")
        return rows

    return checked


def _with_embedded(reading: Reading) -> list[Reading]:
    """A reading and all that are inside it, in the order of the text."""
    found = [reading]
    for one in reading.embedded:
        found += _with_embedded(one)
    return found


def _counted(names: list[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))
