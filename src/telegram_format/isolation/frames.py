"""What goes over the pipes: a kind, a length, and so many bytes.

Strategy: the length is looked at before it is believed, for the other side may have been told to lie.
"""

from __future__ import annotations

import struct
from typing import BinaryIO

_HEAD = struct.Struct(">cQ")
LONGEST = 1 << 31
"""Bytes of the longest frame that is taken; a longer one is no frame."""

ITEM = b"i"
READY = b"b"
"""Its data are what kept the process from beginning, in words; none if nothing did."""
ACTIVITY = b"a"
RESULT = b"r"
FAILURE = b"f"
"""Its data are the reason and the detail, in words, with a line end between them."""
SPENT = {b"R": RESULT, b"F": FAILURE}
"""The same from a process that is not fit for another item."""
ENDED = b""
"""The kind of what comes from a pipe that has no more whole frame."""


def frame(kind: bytes, data: bytes) -> bytes:
    """A frame as bytes."""
    return _HEAD.pack(kind, len(data)) + data


def receive(pipe: BinaryIO) -> tuple[bytes, bytes]:
    """The next frame, `(kind, data)`; `ENDED` at the end and for what is no whole frame. Raises nothing."""
    try:
        head = pipe.read(_HEAD.size)
        if len(head) != _HEAD.size:
            return ENDED, b""
        kind, length = _HEAD.unpack(head)
        data = pipe.read(length) if length <= LONGEST else b""
    except (OSError, ValueError, MemoryError):
        return ENDED, b""
    return (kind, data) if len(data) == length else (ENDED, b"")
