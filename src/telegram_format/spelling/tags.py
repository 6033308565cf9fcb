"""The TAGS line.

Strategy: commas between all codes (formats/state.md B6), for blanks alone would part a term; persons in parentheses.
Lines end behind commas only.
"""

from __future__ import annotations

import re

from telegram_format.model.tag import Tag
from telegram_format.spelling.frame import in_heading, refuse

_CODE = re.compile(r"[^\s,;()]+(?: [^\s,;()]+)*")
_PERSON = re.compile(r"[^()\n]{2,60}")
_NOT_A_TAG = re.compile(
    r"E\.?[Oo]\.? ?[0-9]|SUBJ|REF\b|CLASSIFIED|.*\b(?:SIPDIS|NODIS|EXDIS|NOFORN|SENSITIVE)\b"
    r"|.*:|[0-9]+[.)]|[-=]{3}|UNCLAS|¶",
    re.IGNORECASE,
)


def spell_tag(tag: Tag, path: str = "tag") -> str:
    """`PREL`, `(STEINBERG, JAMES B.)`."""
    code = in_heading(f"{path}.code", tag.code)
    if tag.kind == "person":
        if _PERSON.fullmatch(code) is None or _NOT_A_TAG.match(code) is not None:
            refuse(f"{path}.code", f"{code[:40]!r} is no name of a person")
        return f"({code})"
    if _CODE.fullmatch(code) is None or _NOT_A_TAG.match(code) is not None:
        refuse(f"{path}.code", f"{code[:40]!r} is no code")
    return code


def tags_lines(tags: tuple[Tag, ...], width: int = 70, label: str = "TAGS: ") -> list[str]:
    """`TAGS: PREL, PGOV, OVIP (STEINBERG, JAMES B.)`, wrapped behind commas."""
    if not tags:
        return []
    words: list[str] = []
    for index, tag in enumerate(tags):
        word = spell_tag(tag, f"tags[{index}]")
        if word[0] == "(" and words and tags[index - 1].kind != "person":
            words[-1] += f" {word}"
        else:
            words.append(word)
    lines = [label]
    room = width - len(label)
    for index, word in enumerate(words):
        word += "," * (index + 1 < len(words))
        if index and len(word) >= room:
            lines.append("")
            room = width
        lines[-1] += " " * bool(lines[-1].strip() and index) + word
        room -= len(word) + 1
    return lines
