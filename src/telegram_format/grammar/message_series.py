"""The number of a message in a numbered series: `NAVADMIN 264/22`, `ALARACT 015/2023`.

formats/military.md E3. Strategy: a line that begins with a known series and a number, a slant and a year; figures
typed as letters (`112/l9`) are put right, slants too many or in the wrong place do no harm.
"""

from __future__ import annotations

import re
from functools import cache

from telegram_format.kit import Draft
from telegram_format.model.dtg import four_digit_year
from telegram_format.model.message_id import MessageId
from telegram_format.vocab.stations import message_series

_FIGURES = str.maketrans("lIO", "110")


@cache
def series_line() -> re.Pattern[str]:
    """A series, a number, a year, up to the end of the line or the slants that close it."""
    names = "|".join(sorted(message_series(), key=len, reverse=True))
    return re.compile(
        rf"""
        [ \t]*+ (?P<id>
          (?P<series> {names} ) (?: [ ]++ (?:MSG|MESSAGE) )? (?: [ ]? /{{1,2}} | [ ]++ //? )? [ ]*+
          (?P<number> [0-9lIO]{{1,4}} ) [ ]? / [ ]? (?P<year> (?:19|20)[0-9]{{2}} | [0-9lIO]{{2}} )
        ) (?![0-9A-Za-z,]|/(?!/)) [ ]*+ (?: // )? [.]?
        (?: [ \t]*+ [(]? (?P<caption> CORRECTED[ ]COPY | CANCELLED | REVISED ) [)]? [ \t]*+ (?: // )? )?
        [ \t]*+ (?=\n|\Z)
        """,
        re.VERBOSE,
    )


def read_series_line(draft: Draft, start: int, end: int) -> int:
    """Read a line that numbers the message in a series; its end, or `start` if it is none."""
    match = series_line().match(draft.text, start, end)
    if match is None:
        return start
    number, year = (match[name].translate(_FIGURES) for name in ("number", "year"))
    found = MessageId(four_digit_year(int(year)), match["series"], int(number), None, match["id"])
    draft.put("message_id", found, *match.span("id"))
    if match["caption"] is not None and "CORRECTED COPY" not in draft.values.get("captions", ()):
        draft.add("captions", match["caption"], *match.span("caption"))
    draft.mark("series", start, match.end())
    return match.end()


def has_series_line(text: str) -> bool:
    """Whether a line of `text` numbers the message in a series."""
    return series_line().match(text) is not None or _series_line_below().search(text) is not None


@cache
def _series_line_below() -> re.Pattern[str]:
    """The same behind a line end: those are quickly found."""
    return re.compile(rf"\n(?:{series_line().pattern})", re.VERBOSE)
