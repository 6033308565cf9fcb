"""A second telegram inside a text: where records are glued together.

Strategy: the start signal of FL1 and the date in an exported record are looked for, each by its rarest sign; the text
before the first one found behind the telegram's own is the telegram, each further one is read by itself. A header
that merely repeats the telegram's own is a repetition and not another telegram.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from telegram_format.kit import Draft, Span

# A row of the export: running number, date and time, message number, with commas, tabs or blanks between.
_RECORD = re.compile(
    r"""
    [ \t"]*+ [0-9]{1,6} [,\t "]++
    [0-9]{1,2}/[0-9]{1,2}/[0-9]{4} [ ] [0-9]{1,2}:[0-9]{2} [,\t "]++ [0-9]{2}[A-Z0-9]{3,24} [,\t "]
    """,
    re.VERBOSE,
)
_YEAR_AND_HOUR = re.compile(r"/(?:19|20)[0-9]{2} [0-9]{1,2}:")
_START = re.compile(r"V?ZCZC ?[A-Z]{3}[0-9]{3,4}")
_LIMIT = 1000
"""How many telegrams are set apart at once; what is behind the last of them is set apart when that is read."""

_HEADER = 400
"""A start signal behind so many characters is not that of the telegram at hand."""

_NEAR = 300
"""Start signals within so many characters belong to one header."""

_PREVIEW = 4000
"""Up to here the header may stand again; behind it is another telegram of the same number."""


def set_records_apart(draft: Draft) -> None:
    """Leave to readings of their own whatever further telegrams the text holds."""
    text = draft.text
    rows = sorted(set(_records(text)))
    own = text.find("ZCZC")
    starts, repeated = _further_headers(text, own, rows)
    if not (rows or starts or repeated):
        return
    starts = sorted([*rows, *starts])[:_LIMIT]
    first = starts[0] if starts else len(text)
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(text)
        draft.note("embedded-telegram", "another telegram or record begins here", start, min(start + 60, end))
        header = _header_in_row(text, start, end)
        if header > start:
            draft.mark("record", start, header)
        draft.set_apart(header, end)
    draft.keep(0, first)
    cuts = [(start, end) for start, end in repeated if end <= first]
    for start, end in cuts:
        draft.mark("repeated header", start, end)
    draft.lift(cuts)


def _records(text: str) -> Iterator[int]:
    """Where an exported row begins: at the start of a line that holds a date near its beginning.

    The time of day is looked for by its colon, which few words of a telegram have.
    """
    colon = text.find(":")
    while colon >= 0:
        place = text.rfind("/", max(colon - 8, 0), colon)
        if place >= 0 and _YEAR_AND_HOUR.match(text, place) is not None:
            start = text.rfind("\n", max(place - 40, 0), place) + 1
            if start and _RECORD.match(text, start) is not None:
                yield start
        colon = text.find(":", colon + 1)


def _further_headers(text: str, own: int, rows: list[int]) -> tuple[list[int], list[Span]]:
    """Where other telegrams begin with their header, and where the telegram's own header stands again."""
    starts: list[int] = []
    repeated: list[Span] = []
    position = _signal(text, own + 4) if own >= 0 else -1
    if own > _HEADER and own not in rows:
        position = max(own - 1, 0)
    while position >= 0:
        row = bisect_right(rows, position)
        before = max(rows[row - 1] if row else -_NEAR, starts[-1] if starts else -_NEAR)
        again = repeated[-1][1] if repeated else 0
        if position - before >= _NEAR and position >= again and _START.match(text, position) is not None:
            own_again = own < position <= own + _PREVIEW and text.startswith(text[own : own + 12], position + 1)
            if not own_again:
                starts.append(position)
            elif (span := _repetition(text, own, position)) is not None:
                repeated.append(span)
        position = _signal(text, position + 5)
    return starts, repeated


def _signal(text: str, start: int) -> int:
    """Where the next start signal stands, -1 where there is none; by its rarest letter: one is found at once."""
    place = text.find("Z", start)
    while place >= 0 and not (text.startswith("CZC", place + 1) and text[place - 1 : place] == "V"):
        place = text.find("Z", place + 1)
    return place - 1 if place > 0 else -1


def _header_in_row(text: str, start: int, end: int) -> int:
    """Where the header begins behind the other columns of a row; `start` where there is none, or no row."""
    line_end = text.find("\n", start, end)
    return max(text.find("VZCZC", start, line_end if line_end >= 0 else end), start)


def _repetition(text: str, own: int, position: int) -> Span | None:
    """The header that stands again, line by line, as far as it is the same."""
    begin = text.rfind("\n", 0, own) + 1
    start = text.rfind("\n", 0, position) + 1
    size = 0
    for line in text[begin : begin + _PREVIEW].split("\n", 60):
        end = start + size + len(line)
        if not line.strip() or text[start + size : end + 1].rstrip("\n") != line:
            break
        size += len(line) + 1
    return (start, min(start + size - 1, len(text))) if size else None
