"""Sets of USMTF message text: `SETID/field/field//`.

MIL-STD-6040; formats/military.md E2. Strategy: the value of a set is one text, fields with their slants; it is refused
if a reader would see the set end inside it, or another set begin.
"""

from __future__ import annotations

import re
from functools import cache

from telegram_format.spelling.frame import one_line, refuse
from telegram_format.spelling.wrap import wrap
from telegram_format.vocab.sets import set_end, set_kinds
from telegram_format.vocab.stations import message_series


@cache
def set_signs() -> re.Pattern[str]:
    """A known identifier at the start of a line, where a reader would take it for a set."""
    return re.compile(rf"(?:{'|'.join(set_kinds())})[ ]?/", re.IGNORECASE)


@cache
def _set_inside() -> re.Pattern[str]:
    """A set that begins behind double slants."""
    return re.compile(rf"//[ ]?(?:{'|'.join(set_kinds())})[ ]?/", re.IGNORECASE)


def holds_set(words: str) -> bool:
    """Whether a reader would see a set begin behind double slants in `words`."""
    return _set_inside().search(words) is not None


def set_lines(name: str, value: str, path: str, width: int = 69) -> list[str]:
    """A set on lines of at most `width` characters, where words allow it."""
    words = one_line(path, value)
    close = " //" if words.endswith(":") else "//"
    end = set_end(name).search(words + close)
    if end is None or end.start() < len(words) or holds_set(f"/{words}{close}"):
        refuse(path, f"the set would end before its end: {words[:40]!r}")
    before = f"{name}/ " if set_signs().match(words) is not None else f"{name}/"
    return wrap(words + close, width, first=before, signs=set_signs())


@cache
def _heading_words() -> re.Pattern[str]:
    """Words at which a reader parts a line of the header, for gateways fold those lines together; a set."""
    sets, series = "|".join(set_kinds()), "|".join(sorted(message_series()))
    return re.compile(
        rf"""
          (?: ^ | // ) [ ]?+ (?:{sets}) [ ]? /
        | [ ] (?: BT (?=[ ]|$) | UNCLAS (?=[ /]|$) | UNCLASSIFIED/ | (?:PLEASE[ ])?PASS[ ]TO[ ](?:ALL[ ])?OFFICE
                | (?:{series})[ ][0-9] | MSGID/ | SUBJ/ | RMKS/ | GENTEXT/ | TO[ ](?:{series}|AL[ ]) | FM[ ] )
        | ^ (?:{series}) (?:[ ]*/|[ ]+[0-9]) | Q{{4}} | [*]{{3}} | C=US[ ](?:OU|CN)= | (?:{series}|//)[ ]INFO[ ]
        | (?<!TO) (?<!INFO) (?<!FM) (?<!XMT) [ ] [RU][A-Z]{{6}}/
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def checked_line(line: str, path: str) -> str:
    """A line above the sets as it is. Refuses one that a reader would part, or take for a set."""
    if _heading_words().search(line) is not None:
        refuse(path, f"a part of it would be read as another line: {line[:60]!r}")
    return line
