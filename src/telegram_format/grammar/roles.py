"""What a paragraph is by its first words or by the heading above it."""

from __future__ import annotations

import re

from telegram_format.model.body import Role

_WORDS: tuple[tuple[str, Role], ...] = (
    (
        (
            r"(?:BEGIN )?(?:EXECUTIVE )?SUMMA?R?Y(?: STATEMENT| AND [A-Z ]{4,30}|/[A-Z ]{4,20})?"
            r"|BLUF|INTRODUCTION AND SUMMARY"
        ),
        "summary",
    ),
    (r"(?:BEGIN )?COMMENTS?(?: AND [A-Z ]{4,30})?|EMBASSY COMMENT|[A-Z]{2,12} COMMENT", "comment"),
    (r"ACTION (?:REQUEST|REQUESTED|REQUIRED)|THIS IS AN ACTION (?:REQUEST|MESSAGE|CABLE)", "action request"),
    (r"(?:BEGIN |BIO )?NOTE", "note"),
    (r"INTRODUCTION", "introduction"),
    (r"BACKGROUND", "background"),
    (r"BEGIN TEXT", "text"),
)
_FIRST_WORDS = tuple(
    (re.compile(rf"\(?(?:{words})(?:[:.]|[ ]?[-–]| ?\(|$|(?<=REQUEST)[. ])", re.IGNORECASE), role)
    for words, role in _WORDS
)
_HEADINGS = tuple((re.compile(rf"(?:{words})[ :]*", re.IGNORECASE), role) for words, role in _WORDS)
_SUMMARY_END = re.compile(r"[Ee](?<!\w[Ee])(?i:nd(?: of)?\s++(?:executive\s++)?summary\b)")
_BETWEEN = 200
"""Characters from `End` to `summary`, blanks and line ends among them, at the most."""
_FIRST_SIGNS = frozenset(("SUM", "BEG", "EXE", "BLU", "COM", "EMB", "ACT", "THI", "NOT", "BIO", "INT", "BAC"))


def role_of_text(words: str) -> Role | None:
    """The role that the first words of a paragraph give it."""
    head = words[:20].upper()
    if (head[1:4] if head[:1] == "(" else head[:3]) not in _FIRST_SIGNS and " COMMENT" not in head:
        return None
    return next((role for pattern, role in _FIRST_WORDS if pattern.match(words, 0, 60)), None)


def role_of_heading(words: str) -> Role | None:
    """The role that a heading gives to the paragraphs under it."""
    head = words[:20].upper()
    if head[:3] not in _FIRST_SIGNS and " COMMENT" not in head:
        return None
    return next((role for pattern, role in _HEADINGS if pattern.fullmatch(words)), None)


def summary_ends(text: str, start: int, end: int) -> bool:
    """Whether `End summary` stands in the range."""
    words = text[start:end].lower()
    if not words.isascii():  # small letters may be more than the capitals were
        return _SUMMARY_END.search(text, start, end) is not None
    place = words.find("summary")
    while place >= 0:
        before = words.rfind("end", max(place - _BETWEEN, 0), place)
        if before >= 0 and _SUMMARY_END.match(text, start + before, end) is not None:
            return True
        place = words.find("summary", place + 1)
    return False
