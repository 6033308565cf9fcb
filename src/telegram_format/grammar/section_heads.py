"""The heading of a later section, which repeats that of the first: distribution, format lines, classification line.

formats/nara.md C3. Strategy: it goes from the page line to the classification line with the telegram's number; behind
that lines with a label belong to it, and those that stand in the first section's heading too, word for word.
"""

from __future__ import annotations

import re
from itertools import islice

from telegram_format.grammar.page_lines import PageLine
from telegram_format.kit import fold

_CLASSIFICATION_LINE = re.compile(
    r"""
    (?<=\n) [ \t]*+
    (?: UNCLAS(?:SIFIED)? | LIMITED[ ]OFFICIAL[ ]USE | CONFIDENTIAL | SECRET | TOP[ ]SECRET
      | [A-Z](?:[ ][A-Z](?![A-Z])){4,12}+ (?: [ ]{2}[A-Z](?:[ ][A-Z](?![A-Z]))*+ )*+ )
    (?: [ ][^\n]{0,60}? )??
    [ ]0*(?P<number>[0-9]{1,6}) (?![0-9]) (?: [ ][^\n]{0,60} )?
    (?=\n|\Z)
    """,
    re.VERBOSE,
)
_OVER = re.compile(r"\n[ \t]*+(?:[0-9]{1,2}\. |PAGE [0-9])")
"""The first paragraph or the next page."""
_ZONE = 8000
"""How far a heading may reach, in characters: long lists of addressees."""
_LINES = 200

_LABEL = re.compile(r"(?:E\. ?O\. ?1|EO 1|TAGS\b|SUBJ(?:ECT)?\b|REFS?\b|REFTELS?\b|RETELS?\b)")
_NUMBER = re.compile(r"[0-9]{1,2}\. ")
_MOST_LINES = 3
"""The lines of a labelled value that differs from the first heading's."""


def section_head_end(text: str, line: PageLine, known: frozenset[str]) -> int:
    """Where the heading behind the page line `line` ends; the end of the page line if there is none.

    `known` are the lines of the first heading, as `heading_lines` gives them.
    """
    end = min(line.end + _ZONE, len(text))
    position = line.end
    while (match := _CLASSIFICATION_LINE.search(text, position, end)) is not None:
        if int(match["number"]) == int(line.number) or "SECTION" in match[0]:
            return _without_repeated(text, match.end(), known)
        position = match.end()
    return line.end


def heading_lines(text: str, start: int) -> frozenset[str]:
    """The lines of the heading that begins at `start`, each with single blanks."""
    over = _OVER.search(text, start, start + _ZONE)
    zone = text[start : over.start() if over is not None else start + _ZONE]
    return frozenset(fold(line) for line in islice(zone.split("\n"), _LINES))


def _without_repeated(text: str, position: int, known: frozenset[str]) -> int:
    """Where the lines that are labelled or in `known` end, from the line end at `position` on."""
    end = position
    going_on = 0
    while position < len(text):
        line_end = text.find("\n", position + 1)
        line_end = line_end if line_end >= 0 else len(text)
        words = fold(text[position:line_end])
        if _LABEL.match(words) is not None:
            going_on = _MOST_LINES
        elif words and words not in known and (not going_on or _NUMBER.match(words) is not None):
            break
        going_on = max(going_on - 1, 0) if words else 0
        position = line_end
        if words:
            end = line_end
    return end
