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
from telegram_format.spelling.signs import CAPTION, FORMAT_LINE, ITEM, LABEL, LEVEL, NUMBER
from telegram_format.spelling.subject import subject_lines
from telegram_format.spelling.tags import tags_lines

_CAPTION = re.compile(
    r"""
      SIPDIS | SENSITIVE | NOFORN | NODIS | EXDIS | LIMDIS | STADIS | TERREP(?:[ ]EXCLUSIVE)? | AIDAC | CHEROKEE
    | (?: ROGER | DISSENT | DIRECTOR[ ]GENERAL | MED | DS | SY | STR | FI | OC ) [ ] CHANNEL | EYES[ ]ONLY
    | VISAS[ ][A-Z]{3,9} | E[ ]?F[ ]?T[ ]?O | FOUO | (?:TOSEC|SECTO)[ ][0-9]+ | LIMITED[ ]OFFICIAL[ ]USE | CODEL
    | NOCONTRACTOR | ORCON | PROPIN | COUNTRY[ ]TEAM\.?[ ]MESSAGE | CORRECTED[ ]COPY
    """,
    re.VERBOSE,
)
_PASSING = re.compile(
    r"""
      [A-Z][A-Z0-9/&.,'’()-]*+ (?:[ ]++ [A-Z0-9(][A-Z0-9/&.,'’()-]*+ ){0,7}? :? [ ] (?:ALSO[ ])?
      (?: FOR | PASS(?:ED)? | PLS[ ]PASS | PLEASE[ ](?:ALSO[ ])?PASS | ALSO[ ]PASS ) (?![A-Za-z]) .*
    | (?: FOR | PASS | PLEASE[ ]PASS | ALSO[ ]FOR | FROM | PERSONAL[ ]FOR ) (?![A-Za-z]) .*
    | [A-Z][A-Z0-9/&.,-]*+ (?:[ ]++ [A-Z0-9(][A-Z0-9/&.,()-]*+ ){0,4} [ ]
      (?: for | pass | please[ ]pass | also[ ]for ) (?![A-Za-z]) .*
    | (?: STATE | DEPT | DEPARTMENT ) [ ][A-Z]{1,5}/ .* | (?:[A-Z]{2,9}/)+[A-Z]{2,9}[ ][A-Z0-9.]{3,40}@ .*
    | (?: DOE | NSC | DOD | USTR | TREASURY | USDOC | STATE | DEPT ) .{0,40}@ .*
    | (?: STATE | DEPT | DEPARTMENT | USDOC | TREASURY | PARIS | GENEVA | BRUSSELS ) :?[ ](?:[A-Z0-9/]{2,}|FOR) .*
    """,
    re.VERBOSE,
)
"""What is read as a line of captions, or as one that passes the telegram on (formats/state.md B3 and B4)."""

_OTHER = rf"{FORMAT_LINE}|{LABEL}|{LEVEL}|{NUMBER}|{ITEM}|(?:[QRU][A-Z]{{3,7}}[ ]?)+$"
_NO_PASSING = re.compile(rf"(?:{_OTHER}|{CAPTION})", re.VERBOSE)


def heading_lines(telegram: Telegram, width: int = 70, *, columns: bool = False) -> list[str]:
    """All groups of the heading, an empty line between them; `columns` sets the values of short labels in a column."""
    tags, ref = ("TAGS:    ", "REF:     ") if columns else ("TAGS: ", "REF: ")
    line, captions = classification_line(telegram)
    groups = [[word] for word in (compact_number(telegram), line) if word is not None]
    groups += [[spell_caption(caption, f"captions[{index}]")] for index, caption in enumerate(captions)]
    groups += [[spell_passing(passing, f"passing[{index}]")] for index, passing in enumerate(telegram.passing)]
    marked = []
    if telegram.executive_order is not None:
        marked.append(spell_executive_order(telegram.executive_order))
    marked += tags_lines(telegram.tags, width, tags)
    marked += subject_lines(telegram, width)
    groups.append(marked)
    if not marked and not telegram.references and any(line.upper() != line for line in telegram.passing):
        refuse("passing", "small letters without a label below would be read as text")
    groups.append(references_lines(telegram.references, width, ref))
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
    """`SIPDIS`. Refuses what is no attention or passing line."""
    word = one_line(path, caption)
    if _CAPTION.fullmatch(word) is None:
        refuse(path, f"{word[:40]!r} is no caption")
    return word


def spell_passing(passing: str, path: str = "passing") -> str:
    """`STATE FOR EUR/RUS`, on one line."""
    words = in_heading(path, passing)
    if _PASSING.fullmatch(words) is None or _NO_PASSING.match(words) is not None:
        refuse(path, f"{words[:40]!r} is no attention or passing line")
    return words
