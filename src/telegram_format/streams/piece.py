"""A piece of a stream, and what parts a stream into pieces."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Piece(NamedTuple):
    """What is read as one telegram: `data` stands at `offset`, in bytes, of the input."""

    offset: int
    data: bytes


class Cutter(Protocol):
    """What knows where the telegrams of one kind of stream begin and end."""

    def next_cut(self, buffer: bytes, begin: int, start: int, stop: int) -> int | None:
        """The next place to cut, or `None` where there is none before `stop`.

        The piece at hand begins at `begin` of the buffer; up to `start` it was looked at before. The buffer goes on
        for some bytes behind `stop`, so that what begins before `stop` is there as a whole.
        """
        ...
