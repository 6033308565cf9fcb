"""The `Classified By` line.

Strategy: the form of formats/state.md B9 that leaves no doubt: the name before the position, with a comma between;
reasons of one section together, `1.4 (b) and (d)`.
"""

from __future__ import annotations

import re

from telegram_format.model.authority import ClassificationAuthority
from telegram_format.spelling.frame import in_heading, refuse
from telegram_format.spelling.signs import TEXT_LINE
from telegram_format.spelling.wrap import wrap

_REASON_INSIDE = re.compile(r"1 ?[.,] ?[2-7](?![0-9])|(?i:\breasons?\b)")
_REASON = re.compile(r"(?P<section>1\.[2-7])?(?:\((?P<letter>[a-h])\))?")


def spell_authority(authority: ClassificationAuthority, path: str = "classified_by") -> str:
    """`Zalmay Khalilzad, Ambassador, for reasons 1.4 (b) and (d).`, without the label."""
    person = [
        in_heading(f"{path}.{name}", value)
        for name, value in (("name", authority.name), ("position", authority.position))
        if value is not None
    ]
    words = ", ".join(person)
    if _REASON_INSIDE.search(words) is not None:
        refuse(path, "name or position hold a reason")
    reasons = spell_reasons(authority.reasons, f"{path}.reasons")
    if reasons:
        words += (" for reasons " if words else "for reasons ") + reasons
    return words if words.endswith(".") else words + "."


def spell_reasons(reasons: tuple[str, ...], path: str) -> str:
    """`1.4 (b) and (d)` of `1.4(b)`, `1.4(d)`."""
    words: list[str] = []
    section = None
    for index, reason in enumerate(reasons):
        match = _REASON.fullmatch(reason)
        if match is None or not reason:
            refuse(f"{path}[{index}]", f"{reason[:40]!r} is no reason (as in 1.4(b))")
        letter = f"({match['letter']})" if match["letter"] else ""
        if match["section"] is None or match["section"] == section:
            words.append(letter or reason)
        else:
            words.append(f"{match['section']} {letter}".rstrip())
        section = match["section"] or section
    if len(words) > 1:
        return f"{', '.join(words[:-1])} and {words[-1]}"
    return "".join(words)


def authority_lines(authority: ClassificationAuthority, width: int = 70) -> list[str]:
    """`Classified By: …`, wrapped."""
    words = spell_authority(authority)
    return wrap(words, width, first="Classified By: ", signs=TEXT_LINE) if words != "." else []
