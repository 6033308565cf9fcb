"""The E.O. line: `E.O. 12958: DECL: 09/28/2012`.

Strategy: the forms of formats/state.md B5 that leave no doubt: a date as month, day and full year; categories and
events behind `DECL:`, the schedules of 1972 to 1982 (`GDS`) without it.
"""

from __future__ import annotations

import re
from datetime import date

from telegram_format.model.authority import ExecutiveOrder
from telegram_format.spelling.frame import in_heading, refuse, shaped

_NUMBER = re.compile(r"[0-9]{4,5}")
_EXEMPTION = re.compile(r"X[1-8]")
_NO_EVENT = re.compile(
    r"[0-9]{1,4}[/.-][0-9]|X ?[1-8](?![0-9A-Z])|N/?A(?![A-Z])|(?:DECL|decl|Decl)|[ .:;,0-9]", re.IGNORECASE
)


def spell_executive_order(order: ExecutiveOrder, path: str = "executive_order") -> str:
    """`E.O. 12958: DECL: 09/28/2012`, `E.O. 12958: N/A`, `E.O. 11652: GDS`."""
    label = "E.O."
    if order.number is not None:
        label += " " + shaped(f"{path}.number", order.number, _NUMBER, "number of an executive order")
    event = in_heading(f"{path}.event", order.event) if order.event is not None else ""
    if order.declassify_on is not None:
        words = f"DECL: {spell_date(order.declassify_on)}"
        if event:
            words += f", {event}"
    elif order.exemptions:
        for index, exemption in enumerate(order.exemptions):
            shaped(f"{path}.exemptions[{index}]", exemption, _EXEMPTION, "exemption category")
        words = f"DECL: {', '.join(order.exemptions)}"
    elif event:
        if _NO_EVENT.match(event) is not None:
            refuse(f"{path}.event", f"{event[:40]!r} would be read as a date or a category")
        words = f"DECL: {event}" if order.number not in ("11652", "12065") else event
    else:
        words = "N/A"
    return f"{label}: {words}"


def spell_date(day: date) -> str:
    """`09/28/2012`."""
    return f"{day.month:02}/{day.day:02}/{day.year:04}"
