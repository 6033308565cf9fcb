"""The declassification date against the date of the telegram.

The E.O. line names the day on which the text ceases to be classified: ten years after it was written by default, up to
twenty-five with reasons (E.O. 12958 as amended, section 1.5), never before. Where the date-time group is lost the year
of the message number is compared.
"""

from __future__ import annotations

from collections.abc import Iterable

from telegram_format.checks.finding import finding
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.telegram import Telegram
from telegram_format.reading.trace import Trace

_PATH = ("executive_order", "declassify_on")


def check_declassification(telegram: Telegram, trace: Trace) -> Iterable[Diagnostic]:
    """`declassification-before-date`: a declassification date before the day, or the year, of the telegram."""
    order = telegram.executive_order
    if order is None or order.declassify_on is None:
        return ()
    day = order.declassify_on
    moment = telegram.dtg.datetime if telegram.dtg is not None else None
    if moment is not None:
        if day >= moment.date():
            return ()
        written = moment.date().isoformat()
    else:
        message_id = telegram.message_id
        if message_id is None or message_id.year is None or day.year >= message_id.year:
            return ()
        written = str(message_id.year)
    message = f"declassified on {day.isoformat()}, but written {written}"
    return finding("declassification-before-date", message, trace, _PATH)
