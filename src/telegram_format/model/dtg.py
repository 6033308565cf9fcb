"""The date-time group."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from attrs import frozen

from telegram_format.model.construction import quick

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")

_EAST = "ABCDEFGHIKLM"  # UTC+1 … UTC+12; J is local time
_WEST = "NOPQRSTUVWXY"  # UTC-1 … UTC-12


@quick
@frozen
class DateTimeGroup:
    """Day, hour and minute in a time zone, and the month and year where they are known.

    `272154Z SEP 07` is day 27, 21:54 in zone Z, month 9, year 2007. ACP 127(G) 113 makes the year optional; a month
    may be missing in older traffic. Values are those of the text and are not checked here; `datetime` is `None`
    where they are no moment.
    """

    day: int
    hour: int
    minute: int
    zone: str = "Z"
    month: int | None = None
    year: int | None = None

    @property
    def datetime(self) -> datetime | None:
        """The moment, aware, or `None` where month or year is missing or the calendar has no such moment."""
        if self.year is None or self.month is None:
            return None
        return _moment(self.year, self.month, self.day, self.hour, self.minute, self.zone)

    def __str__(self) -> str:
        month = f" {MONTHS[self.month - 1]}" if self.month is not None and 1 <= self.month <= 12 else ""
        year = f" {self.year % 100:02}" if self.year is not None else ""
        return f"{self.day:02}{self.hour:02}{self.minute:02}{self.zone}{month}{year}"


@lru_cache(1024)  # each group is asked for several times: by checks, and for tables
def _moment(year: int, month: int, day: int, hour: int, minute: int, letter: str) -> datetime | None:
    zone = zone_of(letter)
    if zone is None:
        return None
    midnight = hour == 24 and minute == 0
    try:
        moment = datetime(year, month, day, 0 if midnight else hour, minute, tzinfo=zone)
        return moment + timedelta(days=1) if midnight else moment
    except (ValueError, OverflowError):
        return None


def zone_of(letter: str) -> timezone | None:
    """The time zone of a letter: `Z` is UTC, `A` one hour east, `N` one hour west; `J` (local) is `None`."""
    if letter == "Z":
        return UTC
    if len(letter) == 1 and letter in _EAST:
        return timezone(timedelta(hours=_EAST.index(letter) + 1))
    if len(letter) == 1 and letter in _WEST:
        return timezone(timedelta(hours=-_WEST.index(letter) - 1))
    return None


def four_digit_year(year: int) -> int:
    """The year of two digits: 66 to 99 are 1966 to 1999, 00 to 65 are 2000 to 2065; four digits stay.

    The State Department's own window (Cablegate begins in 1966), not that of ACP 127(G) 113, which it ignored.
    """
    if year >= 100:
        return year
    return 1900 + year if year >= 66 else 2000 + year
