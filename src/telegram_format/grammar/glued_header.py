"""A header that lost its line ends: `VZCZCXYZ0017OO RUEHWEBDE RUEHEG #1960`.

Strategy: where a format line can only begin (behind figures, before a prosign and what follows it) a line end is put
in, in a view; a header that has lines is left as it is.
"""

from __future__ import annotations

import re

from telegram_format.kit import View

_GLUED = re.compile(
    r"""
      (?<= [0-9] ) (?= (?:OO|PP|RR|ZZ)[ ]RU )               # VZCZCXYZ0017OO RUEHWEB
    | (?<= [A-Z]{4} ) (?= DE[ ][QRU][A-Z]{3,7}[ ]\#? [0-9] )  # RUEHWEBDE RUEHEG #1960
    | (?<= [0-9]{7} ) (?= ZN[RY][ ] )                       # 2871455ZNY
    | (?<= ZZH ) (?= [ZOPR][ ][ZOPR0-9] )                   # ZZHO 141455Z
    | (?<= [0-9]{2} ) (?= FM[ ][A-Z] )                      # 09FM AMEMBASSY
    | (?<= [A-Z0-9] ) (?= (?:TO|INFO)[ ][QRU][A-Z]{3,7}/ )  # CAIROTO RUEHC/
    | (?<= [0-9]{4} ) (?= [QRU][A-Z]{3,7}/[A-Z] )           # 0227RUEHMO/
    """,
    re.VERBOSE,
)
"""Where the line ends of a header were lost on the way: no blank is left there."""


def unglued(view: View) -> View:
    """`view` with line ends where a header lost them; itself when its header has lines."""
    text = view.text
    start = text.find("ZCZC")
    first = text.find("\n", start)
    if start < 0 or start > 400 or 0 <= first <= start + 24:
        return view
    end = first if first >= 0 else len(text)
    places = [match.start() for match in _GLUED.finditer(text, start, min(end, start + 8000))]
    if not places:
        return view
    pieces: list[tuple[int, int, str | None, bool]] = []
    position = 0
    for place in places:
        pieces.append((position, place, None, False))
        pieces.append((place, place, "\n", False))
        position = place
    pieces.append((position, len(text), None, False))
    return View.of_pieces(view, pieces)
