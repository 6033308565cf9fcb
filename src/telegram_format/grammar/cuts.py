"""What to take out of a text together with a mark, so that the text reads on.

Strategy: a mark goes with the white space around it. In mid-sentence one line end or one blank stays, so that the
sentence is whole; between paragraphs an empty line stays. What counts as mid-sentence is told by the text on both
sides.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.kit import Span

_PARAGRAPH_START = re.compile(r"¶|[0-9]{1,2}[.)]|[-=_*]{3}|\([A-Z/]{1,8}\)|[A-Z]\. ")


def cut_around(text: str, start: int, end: int, floor: int) -> Span:
    """What to take out so that the text reads on, given the mark's own range."""
    left = trimmed(text, floor, start)
    right = skipped(text, end, len(text))
    before, after = text[left:start], text[end:right]
    if left == floor or right == len(text):
        return start, right
    if "\n" not in before and "\n" not in after:
        return left, right - 1 if after else right
    line_end = (
        text.find("\n", left, start) + 1
    )  # this one stays, so that what is put in behind the text stays before it
    if not _parted(text, left, right):
        return (line_end, right) if line_end else (left, right - 1)
    if before.count("\n") > 1:
        return start, right
    if after.count("\n") > 1:
        return (line_end, text.rfind("\n", end, right)) if line_end else (left, end)
    return start, end


def _parted(text: str, left: int, right: int) -> bool:
    """Whether a paragraph ends at `left` and another begins at `right`."""
    if _PARAGRAPH_START.match(text, right) is not None:
        return True
    return text[left - 1] in '.!?:"”)-=_' and not text[right].islower()
