"""White space as meaning: what a wrapped value says on one line.

Strategy: one rule for all values. Any run of white space, line ends included, reads as one blank. Running text keeps
two things: an empty line parts blocks, and a line that begins as an item (a dash, a bullet, an indent) stays a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_ITEM_OR_BLANK = re.compile(r"\n(?=[ \t]*+\n|[-*•·] ?|[ ]{2,}|\t|\(?(?:[0-9]{1,2}|[a-zA-Z])[.)] )")
"""A line end that says something: before an empty line, an item, an indented line."""


_ODD_BLANKS = ("\t", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x1f")


def folder(text: str) -> Callable[[int, int], str]:
    """A function that folds ranges of `text` that have no white space at their ends.

    Where `text` has no white space but blanks and line ends, the line ends are replaced once for all ranges, and each
    range is parted at two blanks: they stand behind a sentence, or one of them before a line end.
    """
    if not text.isascii() or any(map(text.__contains__, _ODD_BLANKS)):
        return lambda start, end: fold(text[start:end])
    line = text.replace("\n", " ")

    def fold_range(start: int, end: int) -> str:
        parts = line[start:end].split("  ")
        return fold(line[start:end]) if min(parts) < "!" else " ".join(parts)  # a part begins with a blank, or is empty

    return fold_range


def fold(text: str) -> str:
    """`text` on one line, single blanks, no blanks at the ends."""
    return " ".join(text.split())


def is_wrapped(text: str, start: int, end: int) -> bool:
    """Whether a range is wrapped text and nothing else, so that to unfold it is to fold it."""
    return _ITEM_OR_BLANK.search(text, start, end) is None


def unfold(text: str) -> str:
    """Running text with its wrapping taken out; empty lines and lines that are items stay."""
    if "\n" not in text or is_wrapped(text, 0, len(text)):
        return " ".join(text.split())
    blocks: list[str] = []
    for line in _ITEM_OR_BLANK.split(text):
        word = " ".join(line.split())
        if blocks and blocks[-1] and (not word or "\n" in line[: len(line) - len(line.lstrip())]):
            blocks.append("")
        if word:
            blocks.append(word)
    while blocks and not blocks[-1]:
        blocks.pop()
    return "\n".join(blocks)
