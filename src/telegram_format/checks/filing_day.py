"""The filing time against the date-time group.

FL3 ends in the filing time `DDDHHMM`, DDD the day of the year in UTC (ACP 127(G) 216). A message is filed after its
date-time group, on the same day or the next; the next of 31 December is day 1. The calendar form `DD/HHMMZ`
(ACP 127(G) 214), shorter remains, and date-time groups of another zone than Z are not judged.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable
from datetime import date

from telegram_format.checks.finding import finding
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.telegram import Telegram
from telegram_format.reading.trace import Trace


def check_filing_day(telegram: Telegram, trace: Trace) -> Iterable[Diagnostic]:
    """`day-of-year-conflict`: a message filed on another day than that of its date-time group or the next."""
    transmission = telegram.transmission
    dtg = telegram.dtg
    if transmission is None or dtg is None or dtg.zone != "Z":
        return ()
    filed = transmission.filed
    if filed is None or len(filed) != 7 or not (filed.isascii() and filed.isdecimal()):
        return ()
    moment = dtg.datetime
    if moment is None:
        return ()
    filing_day = int(filed[:3])
    day = moment.toordinal() - date(moment.year, 1, 1).toordinal() + 1
    if filing_day == day or filing_day == (1 if day == 365 + isleap(moment.year) else day + 1):
        return ()
    message = f"filed on day {filing_day:03} of the year, but {dtg} is day {day:03}"
    return finding("day-of-year-conflict", message, trace, ("transmission", "filed"))
