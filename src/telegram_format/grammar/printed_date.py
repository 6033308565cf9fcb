"""A date and a time of day in words, as prints give them: `May 4, 1957, 8 p.m.`, `June 17, 1954, 0720Z`.

formats/other.md F1, F2. Strategy: one anchored pattern. Times without a zone are those of the place, which the zone
letter J says (ACP 121); `midnight` ends the day it stands with, as the telegrams use it.
"""

from __future__ import annotations

import re

from telegram_format.kit import Draft
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.vocab.tables import months

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_TIME = r"""
    (?: (?P<word> noon | midnight )
      | (?P<hour> [0-9]{1,2} ) (?: [:.] (?P<minute> [0-9]{2} ) )?+ [ ]? (?P<half> [ap] ) [.]?+ [ ]?+ m\b [.]?+
      | (?P<hours> [0-9]{2} ) (?P<minutes> [0-9]{2} ) (?: [ ]?+ (?P<zone> [A-Z]\b ) )?+ (?: [ ] hours )?+
    )
"""
PRINTED_DATE = rf"""
    (?P<month> {_MONTH} ) ,?+ [ ]{{1,2}}+ (?P<day> [0-9]{{1,2}} ) (?![0-9])
    (?: ,?+ [ ]{{1,2}}+ (?P<year> (?:19|20)[0-9]{{2}} ) (?![0-9]) )?+
    (?: (?: [ ]?+ [—–-] [ ]?+ | ,?+ [ ]{{0,2}}+ ) {_TIME} )?+
"""
"""For `re.VERBOSE | re.IGNORECASE`. Groups: `month`, `day`, `year`, `word` or `hour`, `minute`, `half` or `hours` …"""


DATE = re.compile(PRINTED_DATE, re.VERBOSE | re.IGNORECASE)


def group_of(match: re.Match[str], year: int | None) -> DateTimeGroup | None:
    """The date-time group that a match of `PRINTED_DATE` says, `None` without a time; `year` where it has none."""
    word = (match["word"] or "").lower()
    if word:
        hour, minute = (12 if word == "noon" else 24), 0
    elif match["hour"]:
        hour = int(match["hour"]) % 12 + (12 if match["half"] in "pP" else 0)
        minute = int(match["minute"] or 0)
    elif match["hours"]:
        hour, minute = int(match["hours"]), int(match["minutes"])
    else:
        return None
    zone = (match["zone"] or "J").upper()
    return DateTimeGroup(int(match["day"]), hour, minute, zone, month_of(match), year_of(match) or year)


def month_of(match: re.Match[str]) -> int:
    """The month of a match of `PRINTED_DATE`, 1 to 12."""
    return months()[match["month"].rstrip(".").upper()[:3]]


def year_of(match: re.Match[str]) -> int | None:
    """The year of a match of `PRINTED_DATE`."""
    return int(match["year"]) if match["year"] else None


def put_date(draft: Draft, match: re.Match[str], year: int | None = None) -> None:
    """Hand over the date-time group, or the date as it is printed where there is no time. The first one counts."""
    here = DATE.match(draft.text, match.start("month"))
    start, end = (here or match).span()
    group = group_of(match, year)
    if "dtg" in draft.values:
        draft.mark("date", start, end)
    elif group is not None:
        draft.put("dtg", group, start, end)
    elif "date" not in draft.attributes:
        draft.attribute("date", " ".join(draft.text[start:end].rstrip(" ,").split()), start, end)
