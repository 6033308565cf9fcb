"""Which words are titles of officials and not parts of their names.

Strategy: a set of words and a set of office symbols; a long word within two edits of a title is a garbled title. In
mixed-case text a short word in capitals is an office symbol; in text all of capitals only a known one is.
"""

from __future__ import annotations

import re
from functools import lru_cache

import regex

from telegram_format.vocab.words import office_symbols, title_words

_PARTICLES = frozenset(
    (
        "de",
        "del",
        "della",
        "der",
        "den",
        "di",
        "da",
        "do",
        "dos",
        "du",
        "la",
        "le",
        "van",
        "von",
        "zu",
        "bin",
        "al",
        "el",
        "ten",
    )
)
_LETTERS = re.compile(r"[^A-Z']")


def is_particle(word: str) -> bool:
    """A small word inside a surname."""
    return word.lower() in _PARTICLES


@lru_cache(4096)
def is_title(word: str, *, shouted: bool) -> bool:
    """Whether `word` is a title or an office symbol; `shouted` says that the text is all in capitals."""
    if word[0] == "(" or re.fullmatch(r"(?:[A-Za-z]\.)+", word) is not None:
        return word.lower() == "a.i."  # an initial is a part of the name
    if not word.strip(".-"):
        return True
    bare = word.upper().replace("0", "O").replace("’", "'").replace("\\", "")
    parts = [
        part
        for part in re.split(r"[-/.]", _LETTERS.sub("", bare) if "-" not in bare and "." not in bare else bare)
        if part
    ]
    joined = _LETTERS.sub("", bare)
    if joined in title_words() or joined in office_symbols() or (len(parts) > 1 and parts[0] in title_words()):
        return True
    if not shouted and word.isupper() and 2 <= len(joined) <= 5 and "." not in word.rstrip("."):
        return True
    return len(joined) >= 7 and _near_title().fullmatch(joined) is not None


@lru_cache(1)
def _near_title() -> regex.Pattern[str]:
    """Long titles with up to two wrong letters: Abassador, Couselor, REPRESENATIVE."""
    return regex.compile(r"(?:\L<titles>){e<=2}", titles=[word for word in title_words() if len(word) >= 8])
