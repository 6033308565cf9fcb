"""The line of dashes over the heading: when and under what number the telegram was received.

formats/nara.md C3: `--------------------- 054819` until 1976, later `------------------032004 230631Z /12` or
`------------------270429Z 060566 /61`. The group with Z is day and time of receipt; the other one is a number of the
receiving station; what the number behind the slant counts is not certain.
"""

from __future__ import annotations

import re

from telegram_format.kit import Draft

_LINE = re.compile(
    r"""
    [ \t]*+ -{10,}+ [ ]{0,4}
    (?: (?P<time1> [0-9]{6}Z ) [ ]{1,4} (?P<number1> [0-9A-F]{6} )
      | (?P<number2> [0-9A-F]{6} (?!Z) ) (?: [ ]{1,4} (?P<time2> [0-9]{6}Z ) )?
      | (?P<time3> [0-9]{6}Z ) )?
    (?: [ ]{0,4} / [0-9]{1,4} )?
    [^\n]{0,40} (?=\n|\Z)                       # garbled figures say nothing
    """,
    re.VERBOSE,
)


def read_receipt(draft: Draft, start: int, end: int) -> int:
    """Read a receipt line at `start`; where it ends, `start` if none stands there."""
    match = _LINE.match(draft.text, start, end)
    if match is None:
        return start
    draft.mark("receipt", *match.span())
    for group in ("number1", "number2"):
        if match[group] is not None:
            draft.attribute("receipt_number", match[group], *match.span(group))
    for group in ("time1", "time2", "time3"):
        if match[group] is not None:
            draft.attribute("received", match[group], *match.span(group))
    return match.end()
