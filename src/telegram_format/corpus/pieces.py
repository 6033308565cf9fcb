"""The pieces of a batch: bytes that are read as one telegram, each with its place.

Strategy: bytes come from the disk again, cuts from the plan; a small file is cut here. A segment whose bytes are not
what the plan says (a file that changed, that is gone) is a fault, and told as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from telegram_format.corpus.batch import Batch, Located, Segment
from telegram_format.streams.cutting import cut


class Fault(NamedTuple):
    """A segment that could not be read: `length` bytes of `source` from `offset` on are missing."""

    source: str
    offset: int
    length: int
    message: str


def pieces(batch: Batch) -> Iterator[Located | Fault]:
    """All pieces and faults of a batch, in order; their lengths are together that of the batch."""
    for segment in batch.segments:
        if segment.fault is not None:
            yield Fault(segment.name, segment.offset, segment.length, segment.fault)
            continue
        try:
            data = _bytes_of(segment)
        except OSError as cause:
            yield Fault(segment.name, segment.offset, segment.length, f"{type(cause).__name__}: {cause.strerror}")
            continue
        if len(data) != segment.length:
            message = f"has changed: {len(data)} bytes where {segment.length} were"
            yield Fault(segment.name, segment.offset, segment.length, message)
            continue
        yield from _cut(segment, data)


def _bytes_of(segment: Segment) -> bytes:
    if segment.data is not None or segment.path is None:
        return segment.data or b""
    with Path(segment.path).open("rb") as file:
        file.seek(segment.offset)
        # a whole file is read to its end: one that has grown is a fault, too
        return file.read() if segment.cuts is None else file.read(segment.length)


def _cut(segment: Segment, data: bytes) -> Iterator[Located]:
    if segment.cuts is None:
        for piece in cut(BytesIO(data)):
            yield Located(segment.name, piece.offset, piece.data)
    else:
        for start, end in pairwise((0, *segment.cuts, len(data))):
            yield Located(segment.name, segment.offset + start, data[start:end])
