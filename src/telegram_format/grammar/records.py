"""A second telegram inside a text: where records are glued together.

Strategy: the start signal of FL1 and the beginning of an exported record are looked for with `str.find`; the text
before the first one found behind the telegram's own is the telegram, each further one is read by itself. A header
that merely repeats the telegram's own is a repetition and not another telegram.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from telegram_format.kit import Draft

# A row of the export: running number, date and time, message number, with commas, tabs or blanks between.
_RECORD = re.compile(
    r"""
    [ \t"]*+ [0-9]{1,6} [,\t "]++
    [0-9]{1,2}/[0-9]{1,2}/[0-9]{4} [ ] [0-9]{1,2}:[0-9]{2} [,\t "]++ [0-9]{2}[A-Z0-9]{3,24} [,\t "]
    """,
    re.VERBOSE,
)
_START = re.compile(r"V?ZCZC ?[A-Z]{3}[0-9]{3,4}")
_LIMIT = 1000


def set_records_apart(draft: Draft) -> None:
    """Leave to readings of their own whatever further telegrams the text holds."""
    text = draft.text
    starts = list(_records(text))
    own = text.find("ZCZC")
    position = text.find("VZCZC", own + 4) if own >= 0 else -1
    if own > 400 and own not in starts:
        position = max(own - 1, 0)
    while position >= 0:
        if (match := _START.match(text, position)) is not None and not any(
            0 <= position - start < 300 for start in starts
        ):
            if text[own : own + 12] != text[position + 1 : position + 13] or position > own + 4000:
                starts.append(position)
            else:
                _mark_repetition(draft, own, position)
        position = text.find("VZCZC", position + 5)
    if not starts:
        return
    starts = sorted(starts)[:_LIMIT]
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(text)
        draft.note("embedded-telegram", "another telegram or record begins here", start, min(start + 60, end))
        draft.set_apart(start, end)
    draft.keep(0, starts[0])


def _records(text: str) -> Iterator[int]:
    """Where an exported row begins: at the start of a line that holds a date near its beginning."""
    for century in ("/20", "/19"):
        place = text.find(century)
        while place >= 0:
            start = text.rfind("\n", max(place - 40, 0), place) + 1
            if start and _RECORD.match(text, start) is not None:
                yield start
            place = text.find(century, place + 3)


def _mark_repetition(draft: Draft, own: int, position: int) -> None:
    """The header stands again: mark it, line by line, as far as it is the same."""
    text = draft.text
    first = text[text.rfind("\n", 0, own) + 1 :]
    size = 0
    again = text[text.rfind("\n", 0, position) + 1 :]
    for line in first.split("\n", 60):
        if not line.strip() or not again.startswith(line, size):
            break
        size += len(line) + 1
    start = text.rfind("\n", 0, position) + 1
    if size:
        draft.mark("repeated header", start, start + size - 1)
        draft.lift([(start, start + size - 1)])
