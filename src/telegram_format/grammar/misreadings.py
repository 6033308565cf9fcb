"""Signs that the recognition of scanned pages misreads: a section sign for S, letters for figures.

formats/state.md D. Strategy: put right only where no doubt is left, in a view, so that places stay true: a section sign
beside a capital letter (`(§BU)`), and the letters l, I and O among the figures of a number whose shape is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from telegram_format.kit import Draft, Span, View

_SECTION_SIGN = re.compile(r"(?<=[A-Z(])§(?=[A-Z)])|§(?=[A-Z]{2})|(?<=[A-Z]{2})§")
_FIGURE_FOR = {"l": "1", "I": "1", "O": "0", "o": "0"}
_NUMBER = re.compile(
    r"""
      (?<![A-Za-z0-9]) (?=[0-9lIOo]*[0-9]) [0-9lIOo]{2} (?=[ ][A-Z])          # the year of a message number, of a date
    | (?<![A-Za-z0-9]) (?=[0-9lIOo]*[0-9]) [0-9lIOo]{1,6} (?![A-Za-z0-9])       # its number
    | (?<![A-Za-z0-9]) (?=[0-9lIOo]*[0-9]) [0-9lIOo]{6} (?=Z(?![A-Za-z0-9]))    # a date-time group
    """,
    re.VERBOSE,
)


def put_signs_right(draft: Draft, numbers: Iterable[Span]) -> None:
    """Go on reading `draft` with misread signs put right; `numbers` are ranges with numbers of known shape."""
    text = draft.text
    edits: dict[int, str] = {}
    place = text.find("§")
    while place >= 0:
        if _SECTION_SIGN.match(text, place) is not None:
            edits[place] = "S"
            draft.note("character-repaired", "§ is read as S", place, place + 1)
        place = text.find("§", place + 1)
    for start, end in numbers:
        for match in _NUMBER.finditer(text, start, end):
            wrong = [at for at in range(*match.span()) if text[at] in _FIGURE_FOR]
            edits.update((at, _FIGURE_FOR[text[at]]) for at in wrong)
            if wrong:
                right = "".join(_FIGURE_FOR.get(sign, sign) for sign in match[0])
                draft.note("character-repaired", f"{match[0]} is read as {right}", *match.span())
    if not edits:
        return
    pieces: list[tuple[int, int, str | None, bool]] = []
    position = 0
    for at in sorted(edits):
        pieces.append((position, at, None, False))
        pieces.append((at, at + 1, edits[at], False))
        position = at + 1
    pieces.append((position, len(text), None, False))
    draft.turn_to(View.of_pieces(draft.view, pieces))
