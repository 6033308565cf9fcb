"""The date-time group against the calendar.

Day, hour and minute are six figures and a zone letter, then the month and the year (ACP 127(G) 113); `2400` is the end
of the day. A group without a year may be the 29th of February; one of zone J (local time) has no moment but a date.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from telegram_format.checks.finding import finding
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.telegram import Telegram
from telegram_format.reading.trace import Trace

_LEAP_YEAR = 2000
_LONG_MONTH = 1


def check_date_time(telegram: Telegram, trace: Trace) -> Iterable[Diagnostic]:
    """`dtg-invalid`: a date-time group that is no moment of any calendar."""
    dtg = telegram.dtg
    if dtg is None or dtg.datetime is not None:
        return ()
    completed = evolve(
        dtg,
        zone="Z" if dtg.zone == "J" else dtg.zone,
        month=_LONG_MONTH if dtg.month is None else dtg.month,
        year=_LEAP_YEAR if dtg.year is None else dtg.year,
    )
    if completed.datetime is not None:
        return ()
    known = [f"{dtg.day:02}{dtg.hour:02}{dtg.minute:02}{dtg.zone}"]
    known += [f"month {dtg.month}"] * (dtg.month is not None) + [f"year {dtg.year}"] * (dtg.year is not None)
    return finding("dtg-invalid", f"no calendar has the date-time group {', '.join(known)}", trace, ("dtg",))
