"""One paragraph: `4. (C) The minister said …`, with its parts.

Strategy: number and portion mark stand before the first word; a part stands behind its letter or behind two dashes
(formats/state.md B10). Lines break so that none is taken for an item, a heading or a signature; what would be all the
same is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from telegram_format.model.body import Paragraph
from telegram_format.spelling.frame import refuse, running, shaped
from telegram_format.spelling.marking import begins_with_marking, spell_marking
from telegram_format.spelling.signs import LABEL_INSIDE, TEXT_LINE, looks_like_heading
from telegram_format.spelling.wrap import wrap

Odd = Callable[[list[str]], bool]
"""Whether lines, as a whole, would be taken for something else."""

_LABEL = re.compile(r"[A-Za-z]")
_ITEM = re.compile(r"[-*•·]|\(?(?:[0-9]{1,2}|[a-zA-Z])[.)] ")
_RULE = re.compile(r"(?:^|[ \n])(?:-{3,}|={3,}|_{3,})(?=[ \n]|$)")
_ODD_RULE = re.compile(r"(?:^|[ \n])[*‐–]{3,}(?=[ \n]|$)")
_CAPITALS = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZ("“')


def spell_paragraph(
    paragraph: Paragraph,
    width: int = 70,
    path: str = "paragraph",
    *,
    pilcrow: bool = False,
    odd: Odd | None = None,
    apart: re.Pattern[str] | None = None,
) -> list[str]:
    """`4. (C) The minister said …`, wrapped, with its parts below.

    `pilcrow` puts the sign of a paragraph before the number; `odd` says that the last lines would be taken for
    something else, by what follows the paragraph; the group `gap` of `apart` is where the first line must end.
    """
    first = ""
    if paragraph.number is not None:
        if not 1 <= paragraph.number <= 999:
            refuse(f"{path}.number", "paragraphs count from 1 to 999")
        first = f"{'¶' * pilcrow}{paragraph.number}. "
    first += _mark(paragraph, path, numbered=paragraph.number is not None)
    parts = paragraph.paragraphs
    lines = spell_text(paragraph.text, width, first, f"{path}.text", None if parts else odd, apart)
    lettered = len(parts) > 1 and parts[0].label in ("A", "a")
    for index, part in enumerate(parts):
        last = odd if index + 1 == len(parts) else None
        lines += _part_lines(part, width, lettered, f"{path}.paragraphs[{index}]", last)
    return lines


def _mark(paragraph: Paragraph, path: str, *, numbered: bool) -> str:
    if paragraph.marking is not None:
        return spell_marking(paragraph.marking, f"{path}.marking") + " "
    if begins_with_marking(paragraph.text, numbered=numbered):
        refuse(f"{path}.text", "a portion mark before it would be read as its marking")
    return ""


def _part_lines(part: Paragraph, width: int, lettered: bool, path: str, odd: Odd | None) -> list[str]:
    mark = _mark(part, path, numbered=False)
    if part.label is None:
        return spell_text(part.text, width, f"-- {mark}", f"{path}.text", odd)
    letter = shaped(f"{path}.label", part.label, _LABEL, "letter")
    if lettered and (mark or part.text.lstrip()[:1] in _CAPITALS):
        lines = spell_text(part.text, width, f"{letter}. {mark}", f"{path}.text", odd)
        if not looks_like_heading(lines[-1]):
            return lines
    return spell_text(part.text, width, f"-- {letter}. {mark}", f"{path}.text", odd)


def spell_text(
    text: str, width: int, first: str, path: str, odd: Odd | None = None, apart: re.Pattern[str] | None = None
) -> list[str]:
    """Running text: one blank between words, a line end before an item, an empty line between blocks."""
    blocks = _blocks(running(path, text))
    if _RULE.search(text) is not None or (len(blocks) > 1 and _ODD_RULE.search(text) is not None):
        refuse(path, "a row of signs in it would be read as a rule")
    lines: list[str] = []
    for number, block in enumerate(blocks):
        alone = not first
        for index, words in enumerate(block):
            before = first
            if index and _ITEM.match(words) is None:
                before = "  "  # a line of its own that begins as no item
            odds: list[Odd] = []
            if alone and len(block) == 1 and (len(blocks) > 1 or odd is not None):
                odds.append(_is_heading)
            if len(blocks) == 1 and index + 1 == len(block):
                odds.append(_ends_with_heading)
            if odd is not None and (number, index) == (len(blocks) - 1, len(block) - 1):
                odds.append(odd)
            together = apart if apart is not None and not lines and apart.search(words) else LABEL_INSIDE
            lines += wrap(words, width, first=before, signs=TEXT_LINE, apart=together, odd=partial(_any, odds))
            first = ""
        lines.append("")
    while lines and not lines[-1]:
        lines.pop()
    return lines or ([first.rstrip()] if first.strip() else [])


def _blocks(text: str) -> list[list[str]]:
    """The lines of a text between its empty lines."""
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        words = " ".join(line.split())
        if words:
            blocks[-1].append(words)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _any(odds: list[Odd], lines: list[str]) -> bool:
    return any(odd(lines) for odd in odds)


def _is_heading(lines: list[str]) -> bool:
    """Whether a line between two empty ones looks like a heading."""
    return len(lines) == 1 and looks_like_heading(lines[0])


def _ends_with_heading(lines: list[str]) -> bool:
    """Whether the last of several lines looks like the heading of what follows."""
    return len(lines) > 2 and looks_like_heading(lines[-1])
