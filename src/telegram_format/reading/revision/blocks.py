"""Blocks of the body in the manner of their neighbours.

Strategy: a new block is spelled after a block of its kind that stands in the source: what stands before the text of
that one (`¶4. (C) `) with another number, letter and mark; its rule of dashes, as long as the new heading. Without such
a block it is spelled as telegrams usually are.
"""

from __future__ import annotations

import re

from telegram_format.model.body import Block, Heading, Paragraph, Separator
from telegram_format.reading.revision.sheet import Place, Sheet

_FIGURES = re.compile(r"[0-9]++")
_LETTER = re.compile(r"(?<![A-Za-z])[A-Za-z](?=[.)])")
_MARK = re.compile(r"\([A-Z/ ]{1,24}\)")
_SHORT_RULE = 5
"""Signs; a rule of so many is not drawn to the length of its heading."""


def block_words(sheet: Sheet, pattern: str, block: Block) -> str:
    """A block in the manner of the block at the path `pattern`, which is empty where there is none."""
    if isinstance(block, Separator):
        places = sheet.places(pattern)
        length = len(places[0].text) if places and places[0].text.strip(block.sign) == "" else 20
        return block.sign * length
    if isinstance(block, Heading):
        return _heading_words(sheet, pattern, block)
    return _paragraph_words(sheet, pattern, block)


def _heading_words(sheet: Sheet, pattern: str, block: Heading) -> str:
    whole, text = sheet.places(pattern), sheet.places(f"{pattern}.text")
    if not whole or not text:
        return f"{block.text}\n{'-' * len(block.text)}"
    before = whole[0].view.text[whole[0].start : text[0].start]
    behind = whole[0].view.text[text[0].end : whole[0].end]
    return f"{_ruled(before, len(block.text))}{block.text}{_ruled(behind, len(block.text))}"


def _ruled(edge: str, length: int) -> str:
    """The rule above or below a heading, as long as the heading."""
    sign = edge.strip()[:1]
    if not sign or edge.strip().strip(sign):
        return edge
    return edge.replace(edge.strip(), sign * length) if len(edge.strip()) > _SHORT_RULE else edge


def _paragraph_words(sheet: Sheet, pattern: str, block: Paragraph, bare: str = "") -> str:
    """A paragraph or a part of one; `bare` stands before one that has neither number nor letter."""
    prefix = _prefix(sheet, pattern)
    if block.number is not None:
        prefix = _FIGURES.sub(str(block.number), prefix, count=1) if _FIGURES.search(prefix) else f"{block.number}. "
    elif block.label is not None:
        prefix = _LETTER.sub(block.label, prefix, count=1) if _LETTER.search(prefix) else f"{block.label}. "
    elif _FIGURES.search(prefix) or _LETTER.search(prefix):
        prefix = bare
    marking = f"({block.marking})" if block.marking is not None else ""
    if _MARK.search(prefix):
        prefix = _MARK.sub(marking, prefix, count=1)
        prefix = prefix.rstrip() + " " if not marking else prefix
    elif marking:
        prefix = f"{prefix}{marking} "
    parts = "".join(f"\n\n{_part_words(sheet, f'{pattern}.paragraphs[0]', part)}" for part in block.paragraphs)
    return f"{prefix}{block.text}{parts}"


def _part_words(sheet: Sheet, pattern: str, part: Paragraph) -> str:
    if part.label is None and not sheet.places(pattern):
        mark = f"({part.marking}) " if part.marking is not None else ""
        return f"-- {mark}{part.text}"
    return _paragraph_words(sheet, pattern, part, "-- ")


def _prefix(sheet: Sheet, pattern: str) -> str:
    """What stands before the text of a paragraph: `¶4. (C) `."""
    whole, text = sheet.places(pattern), sheet.places(f"{pattern}.text")
    if not whole or not text or text[0].start < whole[0].start:
        return ""
    return Place(whole[0].view, whole[0].start, text[0].start).text
