"""A stream in pieces.

Strategy: the stream is read in blocks; the buffer holds the piece at hand and no more than a block beyond it. A cutter
for the kind of stream says where the piece ends; what kind it is, the beginning tells. Each byte is in exactly one
piece. A piece that grows beyond the limit is cut at a line end, so that memory stays bounded whatever comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from telegram_format.streams.cutters import MessageCutter, PageCutter, RecordCutter, WholeCutter
from telegram_format.streams.inputs import Readable
from telegram_format.streams.piece import Cutter, Piece

BLOCK = 1 << 20
"""Bytes read at once."""

LARGEST = 1 << 23
"""Bytes; a longer piece is cut at a line end."""

_BEYOND = 512
"""Bytes; no sign at which a cutter looks is longer."""

_CSV = re.compile(rb'(?:\xef\xbb\xbf)?[\r\n]{0,100}(?:[0-9]{1,9}|"[0-9]{1,9}"),"?[0-9]{1,2}/[0-9]{1,2}/[0-9]{4} ')
_PAGE = re.compile(rb"\s{0,100}<(?:!DOCTYPE|html|\?xml)", re.IGNORECASE)
_RELEASE = re.compile(rb"^\W{0,8}MRN\b", re.MULTILINE)
_BEGINNING = 4096
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def cut(stream: Readable) -> Iterator[Piece]:
    """The pieces of `stream`, from where it stands to its end. What reading the stream raises passes."""
    buffer = stream.read(BLOCK)
    cutter = _cutter(buffer)
    offset = begin = start = 0  # of the buffer in the stream; of the piece at hand; of what was not looked at
    last = not buffer
    while begin < len(buffer) or not last:
        stop = len(buffer) if last else len(buffer) - _BEYOND
        place = cutter.next_cut(buffer, begin, start, stop) if start < stop else None
        if place is None and stop - begin > LARGEST:
            place = buffer.rfind(b"\n", begin, begin + LARGEST) + 1 or begin + LARGEST
        if place is None and last:
            place = len(buffer)
        if place is not None:
            yield Piece(offset + begin, buffer[begin:place])
            begin = start = place
            continue
        start = max(stop, begin)
        start = buffer.rfind(b"\n", begin, start) + 1 or begin if start > begin else begin
        block = stream.read(BLOCK)
        last = not block
        buffer = buffer[begin:] + block
        offset += begin
        start -= begin
        begin = 0


def _cutter(beginning: bytes) -> Cutter:
    if beginning.startswith(_WIDE) or _RELEASE.search(beginning, 0, _BEGINNING) is not None:
        return WholeCutter()
    if _CSV.match(beginning) is not None:
        return RecordCutter()
    if _PAGE.match(beginning) is not None:
        return PageCutter()
    return MessageCutter()
