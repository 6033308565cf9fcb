"""Line ends as copies spell them, read as one sign.

Strategy: patterns further in know `\\n` and nothing else. A text that has other line ends, numeric character entities
in plain text, or a backslash before the line end is read through a view in which these are put right; most texts
have none of it and are left alone.
"""

from __future__ import annotations

import re

from telegram_format.kit import Draft, View

_ODD = re.compile(
    r"""
      (?<!\r) \r*+\n | \r              # LF after any number of CR (teletype: two), or CR alone
    | \\ [ \t]*+ (?=\r*+\n)             # a backslash at the end of a line: a hard break kept as text
    | &\#(?: ([0-9]{1,7}) | [xX]([0-9A-Fa-f]{1,6}) );   # a character by number, left over from a page
    """,
    re.VERBOSE,
)


def unify_line_ends(draft: Draft) -> None:
    """Go on reading `draft` with every line end as `\\n`; what was written for one in other signs is marked."""
    text = draft.text
    if "\r" not in text and "\\" not in text and ("&" not in text or "&#" not in text):
        return
    pieces: list[tuple[int, int, str | None, bool]] = []
    position = 0
    for match in _ODD.finditer(text):
        odd = match[0]
        stand_in = _character(match) if odd[0] == "&" else "" if odd[0] == "\\" else "\n"
        if stand_in is None or odd == "\n":
            continue
        if odd[0] in "&\\" and not stand_in.strip():
            draft.mark("line end", *match.span())
        pieces.append((position, match.start(), None, False))
        pieces.append((*match.span(), stand_in, False))
        position = match.end()
    if pieces:
        pieces.append((position, len(text), None, False))
        draft.turn_to(View.of_pieces(draft.view, pieces))


def _character(match: re.Match[str]) -> str | None:
    number = int(match[1]) if match[1] else int(match[2], 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else None
