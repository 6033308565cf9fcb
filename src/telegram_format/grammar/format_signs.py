"""The signs by which readers know their format.

Strategy: a table of them for each format. A sign is looked for with its pattern only where a line begins with one of
its heads, or where its words stand anywhere: the heads of lines are gathered once for all readers, and words are
quickly found. So a text of another format costs a reader a few questions. Patterns begin with `\\n`, or with a letter,
for these are found without trying every place.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from telegram_format.kit import Sample


class Sign(NamedTuple):
    """A sign and its weight in a detection.

    `heads` are those of lines it may stand on (`Sample.heads`); none if it may stand anywhere. One of `words` stands in
    every text that has it, in small letters or in capitals.
    """

    weight: float
    what: str
    heads: frozenset[str]
    words: tuple[str, ...]
    pattern: re.Pattern[str]


def sign(weight: float, what: str, pattern: str, *, heads: str = "", words: str = "") -> Sign:
    """A sign of a table; `heads` are parted by blanks, `words` (in capitals) by bars."""
    return Sign(weight, what, frozenset(heads.split()), tuple(words.split("|") if words else ()), re.compile(pattern))


def signs_in(sample: Sample, signs: tuple[Sign, ...]) -> list[tuple[float, str]]:
    """Weight and name of the signs that stand in a sample, in the order of the table."""
    text, known = sample.lined, sample.heads
    return [
        (weight, what)
        for weight, what, heads, words, pattern in signs
        if not (heads and heads.isdisjoint(known))
        and (not words or any(word in sample.capitals for word in words))
        and pattern.search(text) is not None
    ]
