"""Character references of HTML, as pages and Markdown renderings spell them: `&#x000A;`, `&#8217;`, `&amp;`.

Strategy: one reference at a time, so that the caller keeps the place of each; a text is never unescaped as a whole.
Only what ends with its semicolon is a reference, for telegrams hold bare ampersands (`Q&A`, `AT&T`). What names no
character is no reference and stays as it is written.
"""

from __future__ import annotations

from functools import lru_cache
from html.entities import html5

ENTITY = r"& (?: \# [0-9]{1,8} | \# [xX] [0-9A-Fa-f]{1,8} | [A-Za-z] [A-Za-z0-9]{1,31} ) ;"
"""A reference, for `re.VERBOSE`; its length is bounded, so that a row of ampersands costs no more than its length."""

_HIGHEST = 0x10FFFF


@lru_cache(maxsize=1024)
def character(entity: str) -> str | None:
    """What a reference that matches `ENTITY` stands for: one character, two for a few names; `None` for nothing.

    Numbers from 128 to 159 are read as cp1252, as browsers do [HTML, "numeric character reference end state"]. NUL,
    lone surrogates and numbers beyond Unicode stand for nothing here: none of them is text.
    """
    if entity[1] != "#":
        return html5.get(entity[1:])
    code = int(entity[3:-1], 16) if entity[2] in "xX" else int(entity[2:-1])
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > _HIGHEST:
        return None
    if 0x80 <= code <= 0x9F:
        return _cp1252(code)
    return chr(code)


def _cp1252(code: int) -> str | None:
    try:
        return bytes([code]).decode("cp1252")
    except UnicodeDecodeError:  # five places of the code page are empty
        return None
