"""Places that overlap, as elements that nest.

Strategy: one pass over the ends of all places with a stack of those that are open. The larger is opened first. Where a
place ends below others that go on, those are closed and opened again behind it, so that places which cross nest too.
No more than `DEEPEST` are open at once, for browsers do not nest without end; what lies deeper is left out, and the
pass takes time in proportion to the places whatever they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from telegram_format.text.source import Span

DEEPEST = 32


class Text(NamedTuple):
    """A range without a boundary inside."""

    start: int
    end: int


class Open(NamedTuple):
    """A place begins, or goes on (`again`) behind the end of another that crosses it."""

    place: int
    again: bool


class Close(NamedTuple):
    """The place that was opened last ends, or is broken off."""

    place: int


Step = Text | Open | Close


def nested(spans: Sequence[Span], size: int) -> Iterator[Step]:
    """The steps that open and close all `spans` within `0` to `size`; of equal spans the first is the outer one.

    Empty spans are left out.
    """
    order = sorted((index for index, (start, end) in enumerate(spans) if start < end), key=lambda i: _order(spans[i]))
    stack: list[int] = []
    position = at = 0
    while position < size or stack:
        while at < len(order) and spans[order[at]][0] == position:
            if len(stack) < DEEPEST:
                stack.append(order[at])
                yield Open(order[at], again=False)
            at += 1
        following = [spans[order[at]][0]] if at < len(order) else [size]
        stop = min(*following, *(spans[index][1] for index in stack), size)
        yield Text(position, stop)
        position = stop
        ended = [level for level, index in enumerate(stack) if spans[index][1] <= stop]
        if ended:
            tail = stack[ended[0] :]
            del stack[ended[0] :]
            for index in reversed(tail):
                yield Close(index)
            for index in tail:
                if spans[index][1] > stop:
                    stack.append(index)
                    yield Open(index, again=True)


def _order(span: Span) -> Span:
    return span[0], -span[1]
