"""Lines on pages.

ACP 127(G) 208 and 223: a page has 20 lines, counted from FL5; four line feeds part two pages, and the second begins
with a page line: number of the page, routing indicator and serial number of the station, classification (`PAGE 02
RUCNDT 0799 C O N F I D E N T I A L`). Strategy: page lines go between two lines that both say something, so that the
reader who takes them out again sees the lines as they were.
"""

from __future__ import annotations

from collections.abc import Sequence

LINE_FEEDS = 3
"""Empty lines that four line feeds make."""


def paged(lines: Sequence[str], mark: str, page_lines: int, *, feeds: bool = True) -> list[str]:
    """`lines` (from FL5 to the end of the text) with a page line after every `page_lines` of them.

    `mark` is what follows on the page's number (`RUCNDT 0799 C O N F I D E N T I A L`); `feeds` puts the line feeds
    before it. An empty line is never the first of a page: it closes the page before, and then has line feeds behind it
    in any case, or it would be taken for one.
    """
    found: list[str] = []
    page, on_page = 1, 0
    for line in lines:
        if line and on_page >= page_lines:
            page, on_page = page + 1, 0
            found += [""] * LINE_FEEDS * (feeds or not found[-1])
            found.append(f"PAGE {page:02} {mark}".rstrip())
        found.append(line)
        on_page += 1
    return found
