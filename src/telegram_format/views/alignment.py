"""Two rows of things side by side.

Strategy: what both begin and end with is taken off, the rest is compared thing for thing. That takes time with the
product of the lengths, so where it is large the rest stands for the rest.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from telegram_format.text.source import Span

_MOST = 1_000_000
"""Things of one row times things of the other that are compared."""


class Stretch(NamedTuple):
    """Ranges of both rows that stand for each other; `same` where their things are equal."""

    before: Span
    after: Span
    same: bool


def aligned(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[Stretch]:
    """The stretches of both rows, in order, without gaps; none of them is empty on both sides."""
    shorter = min(len(before), len(after))
    head = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    shorter -= head
    tail = next((at for at in range(shorter) if before[-1 - at] != after[-1 - at]), shorter)
    end, stop = len(before) - tail, len(after) - tail
    found = [Stretch((0, head), (0, head), same=True)]
    if (end - head) * (stop - head) > _MOST:
        found.append(Stretch((head, end), (head, stop), same=False))
    else:
        codes = SequenceMatcher(None, before[head:end], after[head:stop]).get_opcodes()
        for kind, low, high, start, finish in codes:
            found.append(Stretch((head + low, head + high), (head + start, head + finish), kind == "equal"))
    found.append(Stretch((end, len(before)), (stop, len(after)), same=True))
    return [
        stretch for stretch in found if stretch.before[0] < stretch.before[1] or stretch.after[0] < stretch.after[1]
    ]
