"""White space as meaning: what a wrapped value says on one line.

Strategy: one rule for all values. Any run of white space, line ends included, reads as one blank. Running text keeps
two things: an empty line parts blocks, and a line that begins as an item (a dash, a bullet, an indent) stays a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_ITEM_OR_BLANK = re.compile(r"\n(?=[ \t]*+\n|[-*•·] ?|[ ]{2,}|\t|\(?(?:[0-9]{1,2}|[a-zA-Z])[.)] )")
"""A line end that says something: before an empty line, an item, an indented line."""


_ODD_BLANKS = ("\t", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x1f")


def folder(text: str) -> Callable[[str], str]:
    """A function that does what `fold` does, for parts of `text` without white space at their ends.

    Where `text` has no white space but blanks and line ends, replacing is three times as fast as splitting.
    """
    if not text.isascii() or "\r" in text or any(blank in text for blank in _ODD_BLANKS):
        return fold
    return _fold_lines


def _fold_lines(text: str) -> str:
    words = text.replace(" \n", " ").replace("\n", " ")
    while "  " in words:
        words = words.replace("  ", " ")
    return words


def fold(text: str) -> str:
    """`text` on one line, single blanks, no blanks at the ends."""
    return " ".join(text.split())


def unfold(text: str) -> str:
    """Running text with its wrapping taken out; empty lines and lines that are items stay."""
    if "\n" not in text:
        return " ".join(text.split())
    if _ITEM_OR_BLANK.search(text) is None:
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
