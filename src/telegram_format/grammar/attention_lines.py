"""Attention lines of a heading that has lost its empty lines: `VIENNA FOR USDEL MBFR` under the subject.

Strategy: in the heading, a line that is a known station, FOR and a few words in capitals gets an empty line above and
below, so that it belongs neither to the subject nor to the references nor to the text. The places of all else stay.
"""

from __future__ import annotations

import re

from telegram_format.kit import View
from telegram_format.model.station import resolve_station

_LINE = re.compile(r"[ \t]*+(?P<post>[A-Z][A-Z .'-]{2,24}?)[ ]FOR[ ][A-Z][A-Z0-9/ .,()'-]{2,40}(?=\n)")
_FIRST_PARAGRAPH = re.compile(r"\n[ \t]*+[0-9]{1,2}\. ")
_ZONE = 12_000
"""How far a heading may reach, in characters."""


def with_attention_lines_apart(view: View) -> View:
    """`view` with empty lines around the attention lines of its heading; itself if none is there."""
    text = view.text
    first = _FIRST_PARAGRAPH.search(text, 0, _ZONE)
    end = first.start() + 1 if first is not None else _ZONE
    pieces: list[tuple[int, int, str | None, bool]] = []
    position = 0
    place = text.find(" FOR ", 0, end)
    while place >= 0:
        line_start = text.rfind("\n", 0, place) + 1
        line_end = attention_line_end(text, line_start)
        for edge in (line_start, line_end) if line_end > line_start >= position else ():
            pieces.append((position, edge, None, False))
            pieces.append((edge, edge, "\n", False))
            position = edge
        place = text.find(" FOR ", place + 5, end)
    if not pieces:
        return view
    pieces.append((position, len(text), None, False))
    return View.of_pieces(view, pieces)


def attention_line_end(text: str, position: int) -> int:
    """Where the attention line that begins at `position` ends; `position` if it is none."""
    match = _LINE.match(text, position)
    station = resolve_station(match["post"]) if match is not None else None
    return match.end() if match is not None and station is not None and not station[1] else position
