"""The text: headings, paragraphs, parts of paragraphs, separators.

Strategy: blocks stand apart by empty lines. A heading is underlined; a paragraph has its number and mark before its
first word; a part stands behind its letter or behind two dashes (formats/state.md B10). What would be read as more
than it is, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from telegram_format.model.body import Block, Heading, Paragraph, Separator
from telegram_format.spelling.frame import one_line, refuse, running, shaped
from telegram_format.spelling.marking import spell_marking
from telegram_format.spelling.signs import LABEL_INSIDE, TEXT_LINE, looks_like_ending, looks_like_heading
from telegram_format.spelling.wrap import wrap

_SIGN = re.compile(r"[-=_*]")
_LABEL = re.compile(r"[A-Za-z]")
_ITEM = re.compile(r"[-*•·]|\(?(?:[0-9]{1,2}|[a-zA-Z])[.)] ")
_MARKED = re.compile(r"\([ ]?[A-Za-z]{1,4}(?:[ ]?/{1,2}[ ]?[A-Z][A-Z ,]{0,30})?(?:[ ]*[-–][ ]*ENTIRE[ ]TEXT)?[ ]?\)")
_RULE = re.compile(r"(?:^|[ \n])[-=_*‐–]{3,}(?=[ \n]|$)")


def body_lines(body: Iterable[Block], width: int = 70) -> list[str]:
    """All blocks, an empty line between two of them."""
    lines: list[str] = []
    for index, block in enumerate(body):
        path = f"body[{index}]"
        if lines:
            lines.append("")
        if isinstance(block, Heading):
            lines += spell_heading(block, path)
        elif isinstance(block, Separator):
            lines.append(shaped(f"{path}.sign", block.sign, _SIGN, "sign of a rule") * 5)
        else:
            lines += spell_paragraph(block, width, path)
    return lines


def spell_heading(heading: Heading, path: str = "heading") -> list[str]:
    """The words and a rule of dashes under them; one above them too, where the words alone do not look so."""
    words = one_line(f"{path}.text", heading.text)
    if len(words) > 120 or _RULE.search(words) is not None or words.strip("-=_*‐– ") != words:
        refuse(f"{path}.text", f"{words[:40]!r} is no heading")
    rule = "-" * min(len(words), 69)
    rule = rule if len(rule) >= 3 else "---"
    if looks_like_heading(words) or (len(words) <= 100 and words[-1] not in ".,;:" and not words[0].islower()):
        return [words, rule]
    return [rule, words, rule]


def spell_paragraph(paragraph: Paragraph, width: int = 70, path: str = "paragraph") -> list[str]:
    """`4. (C) The minister said …`, wrapped, with its parts below."""
    first = ""
    if paragraph.number is not None:
        if not 1 <= paragraph.number <= 999:
            refuse(f"{path}.number", "paragraphs count from 1 to 999")
        first = f"{paragraph.number}. "
    if paragraph.marking is not None:
        first += spell_marking(paragraph.marking, f"{path}.marking") + " "
    elif _MARKED.match(paragraph.text.lstrip()) is not None:
        refuse(f"{path}.text", "a portion mark before it would be read as its marking")
    lines = _text_lines(paragraph.text, width, first, f"{path}.text")
    parts = paragraph.paragraphs
    lettered = bool(parts) and parts[0].label in ("A", "a") and len(parts) > 1
    for index, part in enumerate(parts):
        here = f"{path}.paragraphs[{index}]"
        lines += _part_lines(part, width, lettered, here)
    return lines


def _part_lines(part: Paragraph, width: int, lettered: bool, path: str) -> list[str]:
    first = "-- "
    if part.label is not None:
        letter = shaped(f"{path}.label", part.label, _LABEL, "letter")
        first = f"{letter}. " if lettered and _may_follow_letter(part) else f"-- {letter}. "
    if part.marking is not None:
        first += spell_marking(part.marking, f"{path}.marking") + " "
    elif _MARKED.match(part.text.lstrip()) is not None:
        refuse(f"{path}.text", "a portion mark before it would be read as its marking")
    return _text_lines(part.text, width, first, f"{path}.text")


def _may_follow_letter(part: Paragraph) -> bool:
    """Whether a letter before this part is seen as one: a capital, a parenthesis or a quotation mark follows."""
    return part.marking is not None or part.text.lstrip()[:1] in tuple('ABCDEFGHIJKLMNOPQRSTUVWXYZ("“')


def _text_lines(text: str, width: int, first: str, path: str) -> list[str]:
    """Running text: one blank between words, a line end before an item, an empty line between blocks."""
    lines: list[str] = []
    alone = not first
    for line in running(path, text).split("\n"):
        words = " ".join(line.split())
        if not words:
            if lines and lines[-1]:
                lines.append("")
            alone = True
            continue
        if lines and lines[-1] and _ITEM.match(words) is None:
            first = "  "  # a line of its own that begins as no item
        lines += wrap(words, width, first=first, signs=TEXT_LINE, apart=LABEL_INSIDE, odd=_odd_alone if alone else _odd)
        first = ""
        alone = False
    while lines and not lines[-1]:
        lines.pop()
    return lines or ([first.rstrip()] if first.strip() else [])


def _odd(lines: list[str]) -> bool:
    """Whether the last of several lines looks like a heading, a signature or the end of the message."""
    return len(lines) > 1 and (looks_like_heading(lines[-1]) or looks_like_ending(lines[-1]))


def _odd_alone(lines: list[str]) -> bool:
    """As `_odd`, also for a line between two empty ones."""
    return _odd(lines) or (len(lines) == 1 and looks_like_heading(lines[0]))
