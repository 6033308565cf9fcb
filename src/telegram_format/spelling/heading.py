"""The classified heading: everything between the format lines and the first paragraph.

Strategy: the order of formats/state.md B1 - classification line, captions, passing lines, E.O., TAGS, SUBJECT, REF,
Classified By - with an empty line between the groups, so that none is taken for the continuation of another.
"""

from __future__ import annotations

import re

from telegram_format.model.telegram import Telegram
from telegram_format.spelling.authority import authority_lines
from telegram_format.spelling.executive_order import spell_executive_order
from telegram_format.spelling.frame import in_heading, one_line, refuse
from telegram_format.spelling.marking import classification_line, compact_number
from telegram_format.spelling.references import references_lines
from telegram_format.spelling.signs import CAPTION, FORMAT_LINE, ITEM, LABEL, LEVEL, NUMBER, PASSING
from telegram_format.spelling.subject import subject_lines
from telegram_format.spelling.tags import tags_lines
from telegram_format.vocab.tables import caption_words

_CAPTION = re.compile(r"[A-Z][A-Z0-9 .'-]{0,60}")
_OTHER = rf"{FORMAT_LINE}|{LABEL}|{LEVEL}|{NUMBER}|{ITEM}|(?:[QRU][A-Z]{{3,7}}[ ]?)+$"
_NO_CAPTION = re.compile(rf"(?:{_OTHER}|{PASSING})", re.VERBOSE)
_NO_PASSING = re.compile(rf"(?:{_OTHER}|{CAPTION})", re.VERBOSE)


def heading_lines(telegram: Telegram, width: int = 70) -> list[str]:
    """All groups of the heading, an empty line between them."""
    line, captions = classification_line(telegram)
    groups = [[word] for word in (compact_number(telegram), line) if word is not None]
    groups += [[spell_caption(caption, f"captions[{index}]")] for index, caption in enumerate(captions)]
    groups += [[spell_passing(passing, f"passing[{index}]")] for index, passing in enumerate(telegram.passing)]
    marked = []
    if telegram.executive_order is not None:
        marked.append(spell_executive_order(telegram.executive_order))
    marked += tags_lines(telegram.tags, width)
    marked += subject_lines(telegram, width)
    groups.append(marked)
    groups.append(references_lines(telegram.references, width))
    if telegram.classified_by is not None:
        groups.append(authority_lines(telegram.classified_by, width))
    return parted(groups)


def parted(groups: list[list[str]]) -> list[str]:
    """The lines of groups, an empty line between two of them."""
    lines: list[str] = []
    for group in groups:
        if group:
            lines += ["", *group] if lines else group
    return lines


def spell_caption(caption: str, path: str = "caption") -> str:
    """`SIPDIS`. Refuses what would be read as another line of the heading."""
    word = one_line(path, caption)
    known = word in caption_words() or word in ("LIMITED OFFICIAL USE", "CORRECTED COPY")
    if not known and (_CAPTION.fullmatch(word) is None or _NO_CAPTION.match(word) is not None):
        refuse(path, f"{word[:40]!r} is no caption")
    return word


def spell_passing(passing: str, path: str = "passing") -> str:
    """`STATE FOR EUR/RUS`, on one line."""
    words = in_heading(path, passing)
    if _NO_PASSING.match(words) is not None:
        refuse(path, f"{words[:40]!r} would be read as another line of the heading")
    return words
