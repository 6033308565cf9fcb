"""The values of header fields of RFC 6477, as the model has them and as they are written.

Strategy: one function for each kind of value and direction. What a header field cannot hold is spelled in plain
letters, then with a question mark, and cut at the length that the field has: so no value ever begins a line of its
own. Who writes is told what was changed.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from telegram_format.model.dtg import DateTimeGroup, zone_of
from telegram_format.model.precedence import Precedence
from telegram_format.spelling.plain_letters import plain_letters

LONGEST = 69
"""Characters of a military string [RFC 6477, `military-string`]."""

_NO_PS_CHAR = re.compile(r"[^A-Za-z0-9 '()+,./:=?-]")
"""What is no `ps-char` [RFC 6477], the characters of a PrintableString [X.680]."""

_LABELS = {
    Precedence.ROUTINE: "routine",
    Precedence.PRIORITY: "priority",
    Precedence.IMMEDIATE: "immediate",
    Precedence.NIACT_IMMEDIATE: "immediate (NIACT)",
    Precedence.FLASH: "flash",
    Precedence.EMERGENCY: "override (EMERGENCY COMMAND)",
}
"""A label, and a comment for what no label says [RFC 6477, MMHS-Primary-Precedence]."""

_PRECEDENCES: dict[str, Precedence] = {
    **{label.partition(" ")[0]: precedence for precedence, label in _LABELS.items()},
    "immediate": Precedence.IMMEDIATE,
    "1": Precedence.ROUTINE,
    "2": Precedence.PRIORITY,
    "3": Precedence.IMMEDIATE,
    "4": Precedence.FLASH,
    "5": Precedence.EMERGENCY,
}
"""0 (deferred) and 6 to 31 (reserved, national) are no precedences of ACP 127."""

_PRECEDENCE = re.compile(
    r"\s*+ (?P<word> [A-Za-z]{1,16}+ | [0-9]{1,3}+ ) \s*+ (?P<comment> \( .{0,200} \) )? \s*+", re.VERBOSE
)
_IDENTIFIER = re.compile(
    r"""
    (?P<station> [A-Z]{4,8} ) [ ]
    (?P<serial> [0-9]{1,6} [A-Z]? ) (?: / (?P<section> [0-9]{1,3} ) )? [ ]
    (?P<filed> [0-9]{7} )
    """,
    re.VERBOSE,
)
_ZONES = {zone.utcoffset(None): letter for letter in "ABCDEFGHIKLMNOPQRSTUVWXYZ" if (zone := zone_of(letter))}


def military_string(text: str, longest: int = LONGEST) -> str:
    """`text` as a military string: plain letters, a question mark for any other sign, single blanks, cut."""
    words = " ".join(_NO_PS_CHAR.sub("?", " ".join(plain_letters(text).split())).split(" "))
    return words[:longest].strip()


def precedence_label(precedence: Precedence) -> str:
    """The value of MMHS-Primary-Precedence and MMHS-Copy-Precedence."""
    return _LABELS[precedence]


def precedence_of(value: str) -> Precedence | None:
    """The precedence that a value says, `None` where it is none of ACP 127."""
    match = _PRECEDENCE.fullmatch(value)
    if match is None:
        return None
    found = _PRECEDENCES.get(match["word"].lower())
    if found is Precedence.IMMEDIATE and match["comment"] is not None and "NIACT" in match["comment"].upper():
        return Precedence.NIACT_IMMEDIATE
    return found


def identifier_parts(value: str) -> dict[str, str | int] | None:
    """Station, serial, section and filing time of MMHS-Acp127-Message-Identifier (format line 3), or `None`."""
    match = _IDENTIFIER.fullmatch(value)
    if match is None:
        return None
    parts: dict[str, str | int] = {name: match[name] for name in ("station", "serial", "filed")}
    if match["section"] is not None:
        parts["section"] = int(match["section"])
    return parts


def group_of_moment(moment: datetime) -> DateTimeGroup:
    """The date-time group of a moment, in its own zone if that has a letter, else in Z; without a zone it is Z."""
    offset = moment.utcoffset() or timedelta()
    letter = _ZONES.get(offset)
    if letter is None:
        moment, letter = moment - offset, "Z"
    return DateTimeGroup(moment.day, moment.hour, moment.minute, letter, moment.month, moment.year)
