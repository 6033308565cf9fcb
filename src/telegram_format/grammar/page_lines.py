"""The page lines of the Department's prints of 1973 to 1979: `PAGE 01        TEL AV  00123  01 OF 02  101442Z`.

formats/nara.md C3. Strategy: the word PAGE at the start of a line, then one bounded pattern. The post is cut to six
characters; reprints break the line behind the page's number, so a line end may stand wherever blanks may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_REST = re.compile(
    r"""
    PAGE [ ]{1,4}+ (?P<page> [0-9]{2,3} ) [ \t\n]{1,24}+
    (?P<id>
      (?P<post> [A-Z] [A-Z .']{1,6}? ) [ \n]{1,8}+      # cut to six characters: MBFR V, USUN N, SANTIA
      (?P<number> [0-9]{4,6} ) (?![0-9])                # five figures, six for STATE
    )
    (?: [ \n]{1,8}+ (?P<section> [0-9]{2} ) [ ] OF [ ] (?P<total> [0-9]{2} ) (?![0-9]) )?
    (?: [ \n]{1,8}+ [0-9]{4,6} [ ]? Z )?                # day and time of the section; absent in outgoing telegrams
    [ \t]*+ (?= \n | \Z )
    """,
    re.VERBOSE,
)
_INDENT = 60
"""How far from the margin a page line may begin."""


class PageLine(NamedTuple):
    """A page line: its range, the page, post and number as written, that of post with number, section and total."""

    start: int
    end: int
    page: int
    post: str
    number: str
    id_start: int
    id_end: int
    section: tuple[int, int] | None

    @property
    def written(self) -> str:
        """Post and number, single blanks."""
        return f"{self.post} {self.number}"


def page_line_at(text: str, position: int) -> PageLine | None:
    """The page line that begins at the word PAGE at `position`."""
    match = _REST.match(text, position)
    if match is None:
        return None
    section = (int(match["section"]), int(match["total"])) if match["section"] else None
    post = " ".join(match["post"].split())
    return PageLine(position, match.end(), int(match["page"]), post, match["number"], *match.span("id"), section)


def page_lines(text: str) -> Iterator[PageLine]:
    """All page lines, in order."""
    position = text.find("PAGE ")
    while position >= 0:
        line_start = text.rfind("\n", max(position - _INDENT, 0), position) + 1
        found = None
        if (line_start or position <= _INDENT) and not text[line_start:position].strip(" \t"):
            found = page_line_at(text, position)
        if found is not None:
            yield found
        position = text.find("PAGE ", found.end if found is not None else position + 5)
