"""The classification at the top and bottom of printed pages, and what else stands between two pages.

formats/nara.md C3: `UNCLASSIFIED`, `LIMITED OFFICIAL USE`, often with its letters apart, often with post and number
behind it; two or three in a row between pages. A section ends with NNNN.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import trimmed

_LEVEL = "|".join(
    " *+".join(word) for word in ("UNCLASSIFIED", "LIMITEDOFFICIALUSE", "CONFIDENTIAL", "TOPSECRET", "SECRET")
)
_BANNER = rf"[ \t]*+(?:{_LEVEL})(?:[ \t]{{2,12}}+[A-Z][A-Z .']{{1,10}}?[ ]{{1,4}}[0-9]{{4,6}})?[ \t]*+(?=\n|\Z)"
_FURNITURE = re.compile(rf"(?:{_BANNER}|[ \t]*+N{{3,5}}[A-Z]{{0,8}}[ \t]*+(?=\n|\Z))")
_BANNER_ALONE = re.compile(_BANNER)
_PAIR = re.compile(rf"(?<=\n){_BANNER}(?:\n[ \t]*+(?=\n))*+\n{_BANNER}")
_LONGEST = 80


def banner_end(text: str, position: int) -> int:
    """Where the banner that is the line at `position` ends; `position` if it is none."""
    match = _BANNER_ALONE.match(text, position)
    return match.end() if match is not None else position


def page_top(text: str, start: int, floor: int) -> int:
    """Where the banner over the page line at `start` begins; `start` if there is none."""
    return _above(text, start, floor, _BANNER_ALONE)


def above_page(text: str, start: int, floor: int) -> int:
    """Where all banners and end signs above the line at `start` begin; `start` if there are none."""
    while (above := _above(text, start, floor, _FURNITURE)) < start:
        start = above
    return start


def _above(text: str, start: int, floor: int, pattern: re.Pattern[str]) -> int:
    """Where the line above `start` begins if it is what `pattern` says; else `start`."""
    end = trimmed(text, floor, start)
    line_start = max(text.rfind("\n", max(end - _LONGEST, floor), end) + 1, floor)
    if "\n" not in text[end:start] or text[line_start - 1 : line_start] not in ("", "\n"):
        return start
    return line_start if pattern.fullmatch(text, line_start, end) is not None else start


def banner_pairs(text: str) -> list[tuple[int, int]]:
    """The bottom of a page and the top of the next, where the page line between them was lost."""
    return [match.span() for match in _PAIR.finditer(text)]
