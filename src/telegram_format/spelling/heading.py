"""The classified heading: everything between the format lines and the first paragraph.

Strategy: the order of formats/state.md B1 - classification line, captions, passing lines, E.O., TAGS, SUBJECT, REF,
Classified By - with an empty line between the groups, so that none is taken for the continuation of another.
"""

from __future__ import annotations

import re

from telegram_format.model.telegram import Telegram
from telegram_format.spelling.authority import authority_lines
from telegram_format.spelling.executive_order import spell_executive_order
from telegram_format.spelling.frame import one_line, refuse
from telegram_format.spelling.marking import classification_line, spell_marking
from telegram_format.spelling.references import references_lines
from telegram_format.spelling.signs import FORMAT_LINE, ITEM, LABEL, LABEL_INSIDE, LEVEL, NUMBER, TEXT_LINE
from telegram_format.spelling.tags import tags_lines
from telegram_format.spelling.wrap import wrap

_CAPTION = re.compile(r"[A-Z][A-Z0-9 .'-]{0,60}")
_NOT_FREE = re.compile(rf"(?:{FORMAT_LINE}|{LABEL}|{LEVEL}|{NUMBER}|{ITEM})", re.VERBOSE)
_INSIDE = re.compile(
    r"(?:TAGS|Tags|SUBJECT|Subject|SUBJ|REF(?:S|TELS?)?|Ref(?:s|tels?)?): ?|(?i:lassified by)|E\.[Oo]\. ?[0-9]{4}"
    r"|[ ]¶1|[ ]1[.)][ ]?\("
)
_MARKED = re.compile(r"\([A-Z]{1,4}(?:/{1,2}[A-Z ]{1,20})?\)(?:[ ]|$)")

SUBJECT_LINE = re.compile(
    rf"(?:{TEXT_LINE.pattern} | (?<=-[ ]) | \(?SENSITIVE | SIPDIS | This[ ]is | \([A-Z/]{{1,8}}\) | SUMMARY | Summary)",
    re.VERBOSE,
)
"""What a further line of a subject must not begin with."""

_SUBJECT_APART = re.compile(
    rf"{LABEL_INSIDE.pattern} | SENSITIVE (?P<sensitive> [ ] ) BUT".replace("(?P<sensitive>", "(?:"), re.VERBOSE
)
_NO_SUBJECT = re.compile(
    r"SENSITIVE[ ]BUT[ ]UNCLAS | [ ](?:¶[0-9]|[-=_]{4})"
    r"| [ ]\((?:SBU|U|C|S|C/NF|S/NF|SBU/NF)\)[ ][A-Z][a-z]+[ ][^\n]{0,80}[a-z]{2}[ ][a-z]",
    re.VERBOSE | re.IGNORECASE,
)


def heading_lines(telegram: Telegram, width: int = 70) -> list[str]:
    """All groups of the heading, an empty line between them."""
    line, captions = classification_line(telegram)
    groups: list[list[str]] = [[line]] if line is not None else []
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
    free = _CAPTION.fullmatch(word) is not None and _NOT_FREE.match(word) is None
    if not free and word != "LIMITED OFFICIAL USE":
        refuse(path, f"{word[:40]!r} is no caption")
    return word


def spell_passing(passing: str, path: str = "passing") -> str:
    """`STATE FOR EUR/RUS`, on one line."""
    words = one_line(path, passing)
    if _NOT_FREE.match(words) is not None or _INSIDE.search(words) is not None:
        refuse(path, f"{words[:40]!r} would be read as another line of the heading")
    return words


def subject_lines(telegram: Telegram, width: int = 70, label: str = "SUBJECT: ") -> list[str]:
    """`SUBJECT: (C) NEW ENVOY`, wrapped."""
    if telegram.subject is None and telegram.subject_marking is None:
        return []
    first = label
    if telegram.subject_marking is not None:
        first += spell_marking(telegram.subject_marking, "subject_marking") + " "
    if telegram.subject is None:
        return [first.rstrip()]
    words = one_line("subject", telegram.subject)
    if telegram.subject_marking is None and (_MARKED.match(words) or _MARKED.search(words[-30:])):
        refuse("subject", "a portion mark at its end or beginning is `subject_marking`")
    lines = wrap(words, width, first=first, signs=SUBJECT_LINE, apart=_SUBJECT_APART)
    for line in lines:
        if _INSIDE.search(line.removeprefix(label)) is not None or _NO_SUBJECT.search(line) is not None:
            refuse("subject", f"it would end before its end: {line[:40]!r}")
    if any(SUBJECT_LINE.match(line) is not None for line in lines[1:]):
        refuse("subject", "a line of it would be read as another line of the heading")
    return lines
