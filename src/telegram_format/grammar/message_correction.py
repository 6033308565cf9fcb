"""FL13 to FL16: the end of the text, corrections, validation number, end sign.

ACP 127(G) Annex B and 211: `BT`, then `C WA 1500Z POSITION` (word after; WB before, AA and AB all after and before)
or `C PAGE 3 LINE 2 WAS …`, or the number that US networks repeat, `#0799`, then NNNN. Strategy: the first BT that
such a line follows is FL13. Corrections are kept as they were sent, and told; the text is not changed.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.kit import Draft, fold

_LINE = re.compile(
    r"""
    [ \t]*+ (?:
        (?P<end> N{3,5} [A-Z]{0,4} )
      | \# [ ]? (?P<validation> [0-9]{4,5} )
      | (?P<correction> C [ ] (?: W[AB] | A[AB] | PAGE | LINE | PARA )[ ] [^\n]*+ )
      | (?P<signal> (?:ZXB|ZPH|AR) [ ]*+ )
    ) [ \t]*+ (?=\n|\Z)
    """,
    re.VERBOSE,
)
_SEPARATOR = re.compile(r"(?<![^\n])[ \t]*+(BT)[ \t]*+(?=\n|\Z)")
_LINES_OF_CORRECTION = re.compile(r"(?:\n(?!C |N{3}|\#|BT)[ \t]*+[A-Z0-9][^\n]*+){0,4}")


def read_message_correction(draft: Draft, start: int, end: int) -> int:
    """Read FL13 to FL16; where the text ends, or `end` if there is no BT behind it."""
    text = draft.text
    separator = _last_separator(text, start, end)
    if separator < 0:
        return end
    draft.mark("BT", separator, separator + 2)
    position = separator + 2
    corrections: list[tuple[int, int]] = []
    while (match := _LINE.match(text, skipped(text, position, end), end)) is not None:
        position = match.end()
        if match["validation"]:
            draft.put("validation", match["validation"], *match.span("validation"))
            draft.mark("validation", *match.span())
        elif match["correction"]:
            more = _LINES_OF_CORRECTION.match(text, position, end)
            position = more.end() if more is not None else position
            corrections.append((match.start("correction"), trimmed(text, match.start(), position)))
        else:
            draft.mark("end" if match["end"] else "void", *match.span())
    for index, (first, last) in enumerate(corrections, 1):
        words = fold(text[first:last])
        draft.attribute(f"correction_{index}" if len(corrections) > 1 else "correction", words, first, last)
        draft.note("correction-follows", f"the ending corrects the text: {words[:60]}", first, last)
    return separator


def _last_separator(text: str, start: int, end: int) -> int:
    """Where FL13 stands: the first line that is only BT and has an ending behind it, else the last such line."""
    last = -1
    for match in _SEPARATOR.finditer(text, start, end):
        last = match.start(1)
        if _LINE.match(text, skipped(text, match.end(), end), end) is not None:
            break
    return last
