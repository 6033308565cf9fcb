"""Bytes to text, without loss and without guessing.

Strategy: a byte order mark decides; else UTF-8 if the bytes are valid; else what the caller declared; else cp1252,
the code page in which the pilcrow of Western exports is one byte. A byte that the code page lacks becomes a lone
surrogate (PEP 383), so that encoding gives every byte back. No statistics: detectors were wrong on most real
telegrams, which are nearly all capitals.
"""

from __future__ import annotations

import codecs
from typing import Literal, NamedTuple

How = Literal["text", "bom", "valid", "declared", "fallback"]


class Decoded(NamedTuple):
    """Text, the encoding and error handler that give the bytes back, and how the encoding was found."""

    text: str
    encoding: str
    how: How


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode `data`; `Decoded.text.encode(encoding, "surrogateescape")` is `data` again.

    `declared` is an encoding name from outside (a caller, a record of an archive); an unknown name raises
    `LookupError`. UTF-16 is taken only with a byte order mark or when declared, and only if it is exact.
    """
    if declared is not None:
        name = _without_mark(codecs.lookup(declared).name, data)
        if (text := _exact(data, name)) is not None:
            return Decoded(text, name, "declared")
    elif data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        name = "utf-16-le" if data[0] == 0xFF else "utf-16-be"
        if (text := _exact(data, name)) is not None:
            return Decoded(text, name, "bom")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", "bom" if data[:3] == codecs.BOM_UTF8 else "valid")
    except UnicodeDecodeError:
        return Decoded(data.decode("cp1252", "surrogateescape"), "cp1252", "fallback")


def _without_mark(name: str, data: bytes) -> str:
    """The encoding without its own byte order mark, which is then a character of the text like others."""
    if name == "utf-8-sig":
        return "utf-8"
    if name in ("utf-16", "utf-32"):
        big = data.startswith((b"\xfe\xff", b"\x00\x00\xfe\xff"))
        return f"{name}-be" if big else f"{name}-le"
    return name


def encode(text: str) -> bytes:
    """The bytes of a text that came as `str`: UTF-8, with surrogates of PEP 383 as the bytes they stand for."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def _exact(data: bytes, name: str) -> str | None:
    try:
        text = data.decode(name, "surrogateescape")
        return text if text.encode(name, "surrogateescape") == data else None
    except UnicodeError:
        return None
