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
from typing import IO, NamedTuple, Protocol

from telegram_format.errors import StreamError


class Readable(Protocol):
    """What gives bytes, so many at once, none at its end."""

    def read(self, size: int, /) -> bytes: ...


class Input(NamedTuple):
    """`name` is where it is; `stream` gives its bytes until the next input is asked for."""

    name: str
    stream: Readable


def inputs(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> Iterator[Input]:
    """The inputs behind paths; hidden files of a folder are left out. Raises `OSError` and `StreamError`."""
    for path in [paths] if isinstance(paths, (str, os.PathLike)) else paths:
        yield from _inputs(Path(path))


def _inputs(path: Path) -> Iterator[Input]:
    if path.is_dir():
        for entry in sorted(path.iterdir()):
            if not entry.name.startswith("."):
                yield from _inputs(entry)
        return
    with path.open("rb") as file:
        magic = file.read(4)
        file.seek(0)
        if magic[:2] == b"\x1f\x8b":
            import gzip  # for those who have such files

            with _told(str(path)), gzip.GzipFile(fileobj=file) as stream:
                yield Input(str(path), _Told(stream, str(path)))
        elif magic == b"PK\x03\x04":
            yield from _members(path, file)
        else:
            yield Input(str(path), file)


def _members(path: Path, file: IO[bytes]) -> Iterator[Input]:
    import zipfile  # for those who have such files

    with _told(str(path)), zipfile.ZipFile(file) as archive:
        for member in sorted(archive.infolist(), key=lambda member: member.filename):
            if not member.is_dir():
                name = f"{path}!{member.filename}"
                with _told(name), archive.open(member) as stream:
                    yield Input(name, _Told(stream, name))


class _Told:
    """A stream whose faults name the input."""

    def __init__(self, stream: Readable, name: str) -> None:
        self._stream = stream
        self._name = name

    def read(self, size: int) -> bytes:
        with _told(self._name):
            return self._stream.read(size)


@contextmanager
def _told(name: str) -> Iterator[None]:
    import gzip
    import zipfile

    try:
        yield
    except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, RuntimeError) as cause:
        raise StreamError(name, f"{type(cause).__name__}: {cause}") from cause
