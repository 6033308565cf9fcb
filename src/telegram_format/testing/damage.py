"""Damage: what wires, prints, exports and scrapers do to a telegram.

Strategy: a table of operations of one shape, `(data, at, size) -> data`, where `at` and `size` are any numbers: they
are brought into range, so that every operation can be done to every input. Operations need nothing; `damaged` draws
some of them in a row and needs hypothesis.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

Operation = Callable[[bytes, int, int], bytes]

_LINE = re.compile(rb"[^\r\n]*+(?:\r*+\n|\r)|[^\r\n]++")
_LINE_END = re.compile(rb"\r*+\n|\r")
_LINE_ENDS = (b"\r\n", b"\r\r\n", b"\r", b"\n")
_MARKS = (
    b"\n\nLOME 00000512  002 OF 003\n\n\n",
    b"\n\nUSUN NEW Y 00000512  001.2 OF 002\n\n\n",
    b"\nPAGE 02        LOME  00512  01 OF 02  011530Z\n",
    b"\nUNCLAS SECTION 02 OF 02 LOME 000512\n\nSIPDIS\n\n",
)
_GARBLED = bytes.maketrans(b"OIESAQWRT oie\n", b"0135QAVTR-o1c ")
"""Letters for figures, neighbours on the keyboard, teletype shifts."""


def drop_line(data: bytes, at: int, _size: int) -> bytes:
    """A line is lost."""
    start, end = _line(data, at)
    return data[:start] + data[end:]


def double_line(data: bytes, at: int, _size: int) -> bytes:
    """A line comes twice."""
    start, end = _line(data, at)
    return data[:end] + data[start:end] + data[end:]


def swap_lines(data: bytes, at: int, _size: int) -> bytes:
    """A line changes places with the next."""
    start, end = _line(data, at)
    next_start, next_end = _line(data, end) if end < len(data) else (end, end)
    return data[:start] + data[next_start:next_end] + data[start:end] + data[next_end:]


def garble(data: bytes, at: int, size: int) -> bytes:
    """A few signs are read as others that look or are keyed like them."""
    at = _in(data, at)
    end = at + 1 + size % 8
    return data[:at] + data[at:end].translate(_GARBLED) + data[end:]


def put_mark(data: bytes, at: int, size: int) -> bytes:
    """A page mark, a continuation marker or the heading of a section stands between two words."""
    blank = data.find(b" ", _in(data, at))
    place = blank if blank >= 0 else len(data)
    return data[:place] + _MARKS[size % len(_MARKS)] + data[place:]


def other_line_ends(data: bytes, _at: int, size: int) -> bytes:
    """All line ends are of another kind."""
    kind = _LINE_ENDS[size % len(_LINE_ENDS)]
    return _LINE_END.sub(lambda _: kind, data)


def truncate(data: bytes, at: int, _size: int) -> bytes:
    """The rest did not arrive."""
    return data[: _in(data, at)]


def lose_beginning(data: bytes, at: int, _size: int) -> bytes:
    """The beginning did not arrive."""
    return data[_in(data, at) :]


def lose_blank(data: bytes, at: int, _size: int) -> bytes:
    """Two words are glued together."""
    return _without(data, data.find(b" ", _in(data, at)))


def add_blanks(data: bytes, at: int, size: int) -> bytes:
    """Blanks too many."""
    place = data.find(b" ", _in(data, at))
    return data if place < 0 else data[:place] + b" " * (1 + size % 4) + data[place:]


def lose_line_end(data: bytes, at: int, _size: int) -> bytes:
    """Two lines are glued together."""
    return _without(data, data.find(b"\n", _in(data, at)))


def add_line_end(data: bytes, at: int, size: int) -> bytes:
    """A line is broken where none should be, or empty lines are put in."""
    at = _in(data, at)
    return data[:at] + b"\n" * (1 + size % 3) + data[at:]


def put_nul(data: bytes, at: int, _size: int) -> bytes:
    """A NUL, as record formats leave."""
    at = _in(data, at)
    return data[:at] + b"\x00" + data[at:]


def put_odd_byte(data: bytes, at: int, size: int) -> bytes:
    """A byte that is no UTF-8."""
    at = _in(data, at)
    return data[:at] + bytes([0x80 + size % 0x80]) + data[at:]


def cut_out(data: bytes, at: int, size: int) -> bytes:
    """A stretch is lost."""
    at = _in(data, at)
    return data[:at] + data[at + 1 + size % 200 :]


OPERATIONS: Mapping[str, Operation] = {
    operation.__name__.replace("_", " "): operation
    for operation in (
        garble,
        drop_line,
        double_line,
        swap_lines,
        put_mark,
        other_line_ends,
        truncate,
        lose_beginning,
        lose_blank,
        add_blanks,
        lose_line_end,
        add_line_end,
        put_nul,
        put_odd_byte,
        cut_out,
    )
}
"""What may happen, by name."""


def damaged(data: bytes, *, most: int = 4) -> SearchStrategy[bytes]:
    """`data` with one to `most` operations done to it, one after the other."""
    from hypothesis import strategies as st  # here, for the operations do without

    at = st.integers(0, max(len(data) - 1, 0))
    step = st.tuples(st.sampled_from(tuple(OPERATIONS.values())), at, st.integers(0, 255))
    return st.lists(step, min_size=1, max_size=most).map(lambda steps: _done(data, steps))


def _done(data: bytes, steps: list[tuple[Operation, int, int]]) -> bytes:
    for operation, at, size in steps:
        data = operation(data, at, size)
    return data


def _in(data: bytes, at: int) -> int:
    return at % len(data) if data else 0


def _line(data: bytes, at: int) -> tuple[int, int]:
    """The line around `at`, its line end with it."""
    at = _in(data, at)
    start = max(data.rfind(b"\n", 0, at), data.rfind(b"\r", 0, at)) + 1
    match = _LINE.match(data, start)
    return match.span() if match is not None else (start, start)


def _without(data: bytes, place: int) -> bytes:
    return data if place < 0 else data[:place] + data[place + 1 :]
