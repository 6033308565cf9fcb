"""The inputs behind a path: a file, the files of a folder, what is inside gzip files and zip archives.

Strategy: inputs come one by one, each with a name that says where it is (`cables.zip!2007/07LIMA1.txt`), in the order
of their names, and are opened when their turn comes. Nothing is ever written, so names inside of archives are only
names. Compressed inputs are read as streams: their size does not matter, whatever they claim.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple, Protocol, cast

from telegram_format.errors import StreamError


class Readable(Protocol):
    """What gives bytes, so many at once, none at its end."""

    def read(self, size: int, /) -> bytes: ...


class Input(NamedTuple):
    """`name` is where it is; `stream` gives its bytes until the next input is asked for, and tells what is wrong.

    `file` is the file on the disk that has the same bytes, `None` for what is packed; `size` is how many bytes on the
    disk it makes out.
    """

    name: str
    stream: Readable
    file: Path | None
    size: int


def inputs(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> Iterator[Input]:
    """The inputs behind paths; hidden files of a folder are left out.

    What cannot be opened is an input too, whose stream raises `OSError` or `StreamError` when it is read: the others
    are not lost by it.
    """
    for path in [paths] if isinstance(paths, (str, os.PathLike)) else paths:
        yield from _inputs(Path(path))


def _inputs(path: Path) -> Iterator[Input]:
    try:
        entries = sorted(path.iterdir()) if path.is_dir() else None
    except OSError as cause:
        yield Input(str(path), _Fault(cause), None, 0)
        return
    if entries is not None:
        for entry in entries:
            if not entry.name.startswith("."):
                yield from _inputs(entry)
        return
    try:
        file = path.open("rb")
    except OSError as cause:
        yield Input(str(path), _Fault(cause), None, 0)
        return
    with file:
        yield from _of_file(path, file)


def _of_file(path: Path, file: IO[bytes]) -> Iterator[Input]:
    size = os.fstat(file.fileno()).st_size
    magic = file.read(4)
    file.seek(0)
    if magic[:2] == b"\x1f\x8b":
        import gzip  # for those who have such files

        with gzip.GzipFile(fileobj=file) as stream:
            yield Input(str(path), _Told(stream, str(path)), None, size)
    elif magic == b"PK\x03\x04":
        yield from _members(path, file, size)
    else:
        yield Input(str(path), file, path, size)


def _members(path: Path, file: IO[bytes], size: int) -> Iterator[Input]:
    import zipfile  # for those who have such files

    try:
        with _told(str(path)):
            archive = zipfile.ZipFile(file)
    except StreamError as cause:
        yield Input(str(path), _Fault(cause), None, size)
        return
    with archive:
        for member in sorted(archive.infolist(), key=lambda member: member.filename):
            if not member.is_dir():
                name = f"{path}!{member.filename}"
                try:
                    with _told(name):
                        stream = cast("zipfile.ZipExtFile", archive.open(member))
                except StreamError as cause:
                    yield Input(name, _Fault(cause), None, member.compress_size)
                    continue
                with stream:
                    yield Input(name, _Told(stream, name), None, member.compress_size)


class _Fault:
    """The stream of what could not be opened."""

    def __init__(self, cause: OSError) -> None:
        self._cause = cause

    def read(self, _size: int, /) -> bytes:
        raise self._cause


class _Told:
    """A stream whose faults name the input; what could be unpacked before a fault comes before it."""

    def __init__(self, stream: _Packed, name: str) -> None:
        self._stream = stream
        self._name = name
        self._fault: StreamError | None = None

    def read(self, size: int) -> bytes:
        if self._fault is not None:
            raise self._fault
        parts: list[bytes] = []
        left = size
        try:
            with _told(self._name):
                while left > 0 and (part := self._stream.read1(left)):
                    parts.append(part)
                    left -= len(part)
        except StreamError as cause:
            if not parts:
                raise
            self._fault = cause
        return b"".join(parts)


class _Packed(Protocol):
    """A stream that unpacks; `read1` gives what it has unpacked so far."""

    def read1(self, size: int, /) -> bytes: ...


@contextmanager
def _told(name: str) -> Iterator[None]:
    import gzip
    import lzma
    import zipfile

    try:
        yield
    except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError) as cause:
        raise StreamError(name, f"{type(cause).__name__}: {cause}") from cause
