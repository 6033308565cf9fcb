"""Many telegrams, one after the other: glue between streams and reading.

Strategy: inputs are cut into pieces, and each piece is read as one telegram while it is the only one in memory. A piece
in which no reader finds a telegram is a gap: it is given too, as plain text with a diagnostic, so that every byte of
the input is in exactly one reading.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from io import BytesIO

from attrs import evolve

from telegram_format.api import parse_source, raise_for
from telegram_format.diagnostics.codes import severity
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.diagnostics.policy import LENIENT, STRICT, Policy
from telegram_format.kit import Carrier, Reader
from telegram_format.reading.draft import Context
from telegram_format.reading.reading import Reading
from telegram_format.streams.cutting import cut
from telegram_format.streams.inputs import Readable, inputs
from telegram_format.text.decode import encode
from telegram_format.text.source import Source

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


def parse_all(
    data: bytes | str | Readable,
    *,
    format: str | Reader | None = None,  # noqa: A002
    carrier: str | Carrier | None = None,
    context: Context | None = None,
    policy: Policy = LENIENT,
    encoding: str | None = None,
    name: str | None = None,
) -> Iterator[Reading]:
    """Read the telegrams of one content, or of a stream that gives bytes, one by one.

    Messages are parted at the start of message (`VZCZC`), the JANAP 128 header, FL5 with FL6 behind it, `NNNN`; records
    at `Message Text`; rows of `cables.csv`; pages. Memory holds one telegram and a block of the stream. Every byte is
    in exactly one reading: `reading.source.offset` is where it begins. What is no telegram is a reading of the format
    `plain` with the diagnostic `stream-gap`. Arguments and what is raised are as for `parse`; what reading the stream
    raises passes. A text that came as `str` is read as its UTF-8 bytes.
    """
    for source in sources(data, encoding, name):
        yield judged(parse_source(source, format, carrier, context), policy, named=format is not None)


def read_all(
    paths: Paths,
    *,
    format: str | Reader | None = None,  # noqa: A002
    carrier: str | Carrier | None = None,
    context: Context | None = None,
    policy: Policy = LENIENT,
    encoding: str | None = None,
) -> Iterator[Reading]:
    """Read the telegrams of files, of all files of folders, of gzip files and of the members of zip archives.

    Inputs come in the order of their names; `reading.source.name` is the path, for a member of an archive with
    `!member` behind it. See `parse_all`. Raises `OSError` for what cannot be opened, and `StreamError`, which is an
    `OSError`, for an archive that is damaged; what was read before it has been given by then.
    """
    for found in inputs(paths):
        yield from parse_all(
            found.stream,
            format=format,
            carrier=carrier,
            context=context,
            policy=policy,
            encoding=encoding,
            name=found.name,
        )


def sources(data: bytes | str | Readable, encoding: str | None, name: str | None) -> Iterator[Source]:
    """The pieces of a content or stream, each a source that knows where it begins."""
    stream = BytesIO(encode(data) if isinstance(data, str) else data) if isinstance(data, (bytes, str)) else data
    for piece in cut(stream):
        yield Source.of(piece.data, encoding=encoding, name=name, offset=piece.offset)


def judged(reading: Reading, policy: Policy, *, named: bool) -> Reading:
    """A reading of a piece, told to be a gap if no reader, `named` or found, took it. Raises as `parse` does."""
    if not named and reading.format == "plain":
        reading = evolve(reading, diagnostics=(_gap(reading), *reading.diagnostics))
    if policy is STRICT:
        raise_for(reading)
    return reading


def _gap(reading: Reading) -> Diagnostic:
    size = len(reading.source.data)
    message = f"no telegram in {size} bytes from {reading.source.offset} on"
    return Diagnostic("stream-gap", severity("stream-gap"), message, (0, size))
