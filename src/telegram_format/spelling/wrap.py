"""Words on lines.

Strategy: lines break at single blanks, greedily, but never so that a line begins like something else (`signs`), and
always where two words on one line would be read as something else (`apart`). A word that is longer than the width
goes over it unbroken. When all lines stand, the last break is moved if the lines as a whole would be taken for
something else (`odd`): a heading, a surname under the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable

NO_SIGNS = re.compile(r"(?!)")
"""Nothing that a line must not begin with."""


def _never(_lines: list[str]) -> bool:
    return False


def wrap(
    words: str,
    width: int = 70,
    *,
    first: str = "",
    indent: str = "",
    signs: re.Pattern[str] = NO_SIGNS,
    apart: re.Pattern[str] = NO_SIGNS,
    odd: Callable[[list[str]], bool] = _never,
) -> list[str]:
    """`words` on lines of at most `width` characters; `first` and `indent` stand before the first and further lines.

    `signs` is matched where a further line would begin; a group `gap` of `apart` is a blank at which a line must end;
    `odd` says that lines would be taken for something else. No words are one line of `first` alone, if any.
    """
    words = " ".join(words.split())
    if not words:
        return [first.rstrip()] if first.strip() else []
    starts = [match.end() for match in _BLANK.finditer(words) if signs.match(words, match.end()) is None]
    forced = [match.end("gap") for match in apart.finditer(words)]
    starts = sorted({*starts, *forced})
    breaks = _breaks(starts, forced, len(words), width - len(first), width - len(indent))
    lines = _lines(words, breaks, first, indent)
    if not odd(lines):
        return lines
    return _moved(words, starts, forced, breaks, first, indent, width, odd) or lines


_BLANK = re.compile(" ")


def _breaks(starts: list[int], forced: list[int], length: int, room: int, further_room: int) -> list[int]:
    """Where further lines begin: as late as fits, not behind a forced place."""
    breaks: list[int] = []
    line = 0
    while True:
        next_forced = bisect_right(forced, line)
        limit = forced[next_forced] if next_forced < len(forced) else length + 1
        if limit > length and length - line <= room:
            return breaks
        low = bisect_right(starts, line)
        high = bisect_right(starts, min(line + room + 1, limit))
        index = high - 1 if high > low else low
        if index >= len(starts):
            return breaks
        line = starts[index]
        breaks.append(line)
        room = further_room


def _lines(words: str, breaks: list[int], first: str, indent: str) -> list[str]:
    edges = [0, *breaks, len(words) + 1]
    lines = [indent + words[edges[i] : edges[i + 1] - 1] for i in range(len(breaks) + 1)]
    lines[0] = first + lines[0].removeprefix(indent)
    return lines


def _moved(
    words: str,
    starts: list[int],
    forced: list[int],
    breaks: list[int],
    first: str,
    indent: str,
    width: int,
    odd: Callable[[list[str]], bool],
) -> list[str] | None:
    """The lines with another last break, or one more, that are not odd: as full a last line as fits; `None` if none."""
    before = breaks[:-1]
    for base in (before, breaks, before[:-1]):
        floor = base[-1] if base else 0
        here = starts[bisect_right(starts, floor) : bisect_left(starts, len(words))]
        for place in reversed(here):
            if len(words) - place > width - len(indent):
                break
            if any(floor < must != place for must in forced):  # one line would hold what must stand apart
                continue
            lines = _lines(words, [*base, place], first, indent)
            if not odd(lines):
                return lines
    lines = _lines(words, before, first, indent)
    return None if odd(lines) or set(forced) - set(before) else lines
