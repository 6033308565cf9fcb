"""Labelled lines: `Action: …`, `Drafted By: …`, in any order and case, with values that wrap.

formats/state.md D. Strategy: a table of labels makes one pattern, anchored at the start of a line. A value goes on to
the next label or empty line; over an empty line only if it is a list that is open at its end, or has not begun. At the
top a block begins with its first label and ends where a label stands again or something else stands. At the end it is
found from the last label backwards, as far as labels follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from telegram_format.grammar.blanks import skipped, trimmed


class Labelled(NamedTuple):
    """A label and its value: the label's name, where it begins, and the range of the value."""

    name: str
    label: int
    start: int
    end: int


_BEFORE = 600
"""How far from the top the first label may stand, in characters."""

# What no value goes on with: a paragraph, format lines, a classification line, the first line of an old print.
_TEXT = re.compile(
    r"""
    [ \t]*+ (?:
        ¶ | [0-9]{1,2}[.)] (?: [ ] | \( )
      | [ZOPRY][ ] (?: [ZOPRY][ ] )? [0-9]{6}Z | FM[ ] | V?ZCZC | DE[ ][QRU]
      | PAGE[ ][0-9]{2}[ ] | ACTION[ ][A-Z]{1,5}-[0-9] | NNNN
      | (?:UNCLAS|UNCLASSIFIED|CONFIDENTIAL|SECRET|C[ ]O[ ]N[ ]F|S[ ]E[ ]C[ ]R)(?:[ ][A-Z0-9]++)++[ ]*+(?:\n|\Z)
      | E\.?O\.?[ ]?1[0-9]{3,4} | (?i:CLASSIFIED[ ]BY|DERIVED[ ]FROM|BEGIN[ ]TEXT|SUMMARY[ ]?:)
    )
    """,
    re.VERBOSE,
)


class Labels:
    """A table of labels: the name of each, and the pattern of how it is spelt, without its colon."""

    def __init__(self, spellings: Mapping[str, str], *, last: frozenset[str]) -> None:
        names = "|".join(f"(?P<{name}>{spelling})" for name, spelling in spellings.items())
        self._line = re.compile(rf"(?<![^\n])[ \t]*+(?:{names})[ \t]?[:;](?!/)[ \t]*+", re.IGNORECASE)
        self.last = last
        """Names of labels that stand behind the text."""

    def at_top(self, text: str, start: int, end: int) -> list[Labelled]:
        """The labels at the top of a text, from the first one on."""
        match = self._line.search(text, start, min(end, start + _BEFORE))
        found: list[Labelled] = []
        seen: set[str] = set()
        while match is not None:
            name = match.lastgroup or ""
            if name in seen and name not in _AGAIN:
                break
            seen.add(name)
            value = self._value(text, match, end)
            found.append(value)
            match = self._line.match(text, _next_line(text, value.end, end), end)
        return found

    def at_end(self, text: str, start: int, end: int) -> list[Labelled]:
        """The labels behind a text, from the one on from which on nothing else stands; none if none is of `last`."""
        found: list[Labelled] = []
        matches = list(self._line.finditer(text, start, end))
        stop = end
        for match in reversed(matches):
            value = self._value(text, match, stop)
            if text[value.end : stop].strip():
                break
            found.append(value)
            stop = match.start()
        found.reverse()
        return found if any(value.name in self.last for value in found) else []

    def _value(self, text: str, match: re.Match[str], end: int) -> Labelled:
        """The value behind a label."""
        name = match.lastgroup or ""
        start = match.end()
        if text[start : start + 1] == "\n":  # the label alone on its line
            following = skipped(text, start, end)
            begins = self._line.match(text, _line_start(text, following), end) is None
            start = following if begins and _TEXT.match(text, following, end) is None else start
        position = start
        while True:
            line_end = text.find("\n", position, end)
            if line_end < 0:
                stop = end
                break
            following = line_end + 1
            if not text[following : _line_end(text, following, end)].strip():
                following = skipped(text, following, end)
                if text[trimmed(text, start, line_end) - 1 : line_end].strip() not in (";", ","):
                    stop = line_end
                    break
            here = _line_start(text, following)
            if following >= end or self._line.match(text, here, end) is not None or _TEXT.match(text, here, end):
                stop = line_end
                break
            position = following
        return Labelled(name, skipped(text, *match.span()), start, max(start, trimmed(text, start, stop)))


_AGAIN = frozenset(("info",))
"""Labels that stand in both blocks, or twice in one."""


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _line_end(text: str, position: int, end: int) -> int:
    found = text.find("\n", position, end)
    return found if found >= 0 else end


def _next_line(text: str, position: int, end: int) -> int:
    """Where the next line that is not empty begins; `end` if there is none."""
    position = skipped(text, position, end)
    return _line_start(text, position) if position < end else end
