"""Inputs to batches.

Strategy: files are taken in the order of their names. Small ones are put together and cut into telegrams by whoever
converts the batch; a large one is cut here, where its beginning is known, and parted into batches of whole telegrams.
Archives are read as streams. The plan of the same inputs is always the same: that is what makes a run that was
stopped go on where it was. What cannot be read is in the plan too, with its fault.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from telegram_format.corpus.batch import Batch, Segment
from telegram_format.errors import StreamError
from telegram_format.streams.cutting import cut
from telegram_format.streams.inputs import Input, inputs
from telegram_format.streams.piece import Piece

SIZE = 1 << 24
"""Bytes in a batch, about."""

STREAM = "-"
"""The path that stands for standard input."""

_MOST_FILES = 4096
"""Files in a batch."""

_RATIO = 4
"""How much telegrams shrink when they are packed, about: for progress only."""

_HARMLESS, _MOST_RATIO = 10 << 20, 200
"""What unpacks to more bytes than the one, and to more than so many times its size, is a bomb."""


class Survey(NamedTuple):
    """What a corpus is made of: files, their bytes on the disk, and a digest of names, sizes and times."""

    files: int
    size: int
    digest: str


def survey(paths: Sequence[str]) -> Survey:
    """Look at the inputs without reading them."""
    digest = sha256()
    files = size = 0
    for path in _files(paths):
        try:
            status = path.stat()
        except OSError:
            digest.update(f"{path}\n".encode("utf-8", "surrogateescape"))
            continue
        files += 1
        size += status.st_size
        digest.update(f"{path}\t{status.st_size}\t{status.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return Survey(files, size, digest.hexdigest())


def plan(paths: Sequence[str], size: int = SIZE) -> Iterator[Batch]:
    """The batches of the inputs, each of about `size` bytes."""
    number = length = weight = 0
    segments: list[Segment] = []
    for segment, heavy in _segments(paths, size):
        segments.append(segment)
        length += segment.length
        weight += heavy
        if length >= size or len(segments) >= _MOST_FILES:
            yield Batch(number, tuple(segments), weight)
            number += 1
            length = weight = 0
            segments = []
    if segments:
        yield Batch(number, tuple(segments), weight)


def _segments(paths: Sequence[str], size: int) -> Iterator[tuple[Segment, int]]:
    """The segments of all inputs in order, and what each makes out on the disk."""
    for found in _inputs(paths):
        if found.file is not None and found.size <= size:
            yield Segment(found.name, str(found.file), 0, found.size), found.size
        else:
            yield from _parts(found, size)


def _inputs(paths: Sequence[str]) -> Iterator[Input]:
    for path in paths:
        if path == STREAM:
            yield Input("<stdin>", sys.stdin.buffer, None, 0)
        else:
            yield from inputs(path)


def _parts(found: Input, size: int) -> Iterator[tuple[Segment, int]]:
    """The segments of a large file, or of what is packed and has to be carried along."""
    stream = _Guarded(found)
    path = str(found.file) if found.file is not None else None
    left = found.size
    pieces: list[Piece] = []
    for piece in cut(stream):
        pieces.append(piece)
        if piece.offset + len(piece.data) - pieces[0].offset >= size:
            segment = _segment(found.name, path, pieces)
            heavy = min(left, segment.length if path else segment.length // _RATIO)
            left -= heavy
            yield segment, heavy
            pieces = []
    if pieces:
        yield _segment(found.name, path, pieces), left
        left = 0
    if stream.fault is not None:
        yield Segment(found.name, path, stream.given, 0, fault=stream.fault), left


def _segment(name: str, path: str | None, pieces: list[Piece]) -> Segment:
    start = pieces[0].offset
    cuts = tuple(piece.offset - start for piece in pieces[1:])
    length = pieces[-1].offset + len(pieces[-1].data) - start
    return Segment(name, path, start, length, cuts, None if path else b"".join(piece.data for piece in pieces))


class _Guarded:
    """The stream of an input, which ends where it cannot be read on: what was read before is not lost by it.

    `fault` is what went wrong, `given` how many bytes came.
    """

    def __init__(self, found: Input) -> None:
        self._found = found
        self.fault: str | None = None
        self.given = 0

    def read(self, size: int) -> bytes:
        if self.fault is not None:
            return b""
        try:
            data = self._found.stream.read(size)
        except OSError as cause:
            self.fault = cause.reason if isinstance(cause, StreamError) else f"{type(cause).__name__}: {cause.strerror}"
            return b""
        self.given += len(data)
        if (
            self._found.file is None
            and self._found.size
            and self.given > max(_HARMLESS, _MOST_RATIO * self._found.size)
        ):
            self.fault = f"unpacks to more than {_MOST_RATIO} times its size"
        return data


def _files(paths: Sequence[str]) -> Iterator[Path]:
    """The files behind paths, as `inputs` takes them."""
    for name in paths:
        path = Path(name)
        if name == STREAM:
            continue
        if path.is_dir():
            entries = sorted(str(entry) for entry in path.iterdir() if not entry.name.startswith("."))
            yield from _files(entries)
        else:
            yield path
