"""The E.O. line: `E.O. 12958: DECL: 09/28/2012`.

formats/state.md B5: the number of the order, then a date, an event, exemption categories, a schedule of 1972-82
(`GDS`, `XGDS-2`), `OADR` or `N/A`. Dates are month/day/year, or the year first.
"""

from __future__ import annotations

import re
from datetime import date

from telegram_format.kit import Draft
from telegram_format.model.authority import ExecutiveOrder
from telegram_format.model.dtg import DateTimeGroup, four_digit_year

_VALUE = re.compile(
    r"""
    [ ]*+ (?P<number> [0-9]{4,5} (?![/.-][0-9]{1,2}[/.-]) )? [ ]*+ [:;,.]? [ ]*+
    (?: (?P<decl> (?:DECL(?:AS(?:SIFY)?)?|decl|Decl) [:;,. ] ) [ :]*+ )?
    (?P<rest> [^\n]*+ )
    """,
    re.VERBOSE,
)
_DATE = re.compile(
    r"(?:(?P<m>[0-9]{1,2})[/.-](?P<d>[0-9]{1,2})[/.-](?P<y>[0-9]{4}|[0-9]{2})|(?P<y2>[0-9]{4})[/.-](?P<m2>[0-9]{1,2})[/.-](?P<d2>[0-9]{1,2}))(?![0-9])"
)
_EXEMPTIONS = re.compile(r"X[ ]?[1-8](?:[ ]?,[ ]?X?[1-8])*+(?![0-9A-Z])", re.IGNORECASE)
_EXEMPTION = re.compile(r"[1-8]")
_NONE = re.compile(r"N ?/? ?A(?![A-Z])", re.IGNORECASE)


def read_executive_order(draft: Draft, label: int, start: int, end: int, *, day_first: bool = False) -> int:
    """Read the value of an E.O. line; where the line ends.

    `day_first` reads a doubtful date as day/month/year, as SMART prints it, unless month/day is that of the telegram.
    """
    text = draft.text
    match = _VALUE.match(text, start, end)
    assert match is not None  # every part of the pattern may be empty
    line_end = match.end()
    rest_start = match.start("rest")
    rest = match["rest"].rstrip()
    number = match["number"]
    declassify_on = None
    event = None
    exemptions: tuple[str, ...] = ()
    path = "event"
    if (found := _DATE.match(rest)) is not None:
        declassify_on = _date(found, day_first=day_first and not _of_day(found, draft.values.get("dtg")))
        path = "declassify_on"
        if declassify_on is None:
            draft.note("date-invalid", f"no such date: {found[0]}", rest_start, rest_start + found.end())
        tail = rest[found.end() :].strip(" .,;")
        event = tail or None
    elif (found := _EXEMPTIONS.match(rest)) is not None:
        exemptions = tuple(f"X{digit}" for digit in _EXEMPTION.findall(found[0]))
        path = "exemptions"
    elif _NONE.match(rest) is None and rest.strip(" .:"):
        event = " ".join(rest.split())
    order = ExecutiveOrder(number, declassify_on, event, exemptions)
    value_end = rest_start + len(rest)
    known = draft.values.get("executive_order")
    if known is not None and known != order:
        draft.put("executive_order", order, label, value_end)
        return line_end
    draft.values["executive_order"] = order
    draft.entries.append((("executive_order",), label, value_end))
    if number:
        draft.place(("executive_order", "number"), *match.span("number"))
    if rest:
        draft.place(("executive_order", path), rest_start, value_end)
    return line_end


def _date(match: re.Match[str], *, day_first: bool) -> date | None:
    if match["y2"]:
        year, month, day = match["y2"], match["m2"], match["d2"]
    else:
        year, month, day = match["y"], match["m"], match["d"]
        if day_first:
            month, day = day, month
    full = four_digit_year(int(year))
    for month_number, day_number in ((int(month), int(day)), (int(day), int(month))):
        try:
            return date(full, month_number, day_number)
        except ValueError:
            continue  # the day may stand first, in copies made outside the United States
    return None


def _of_day(match: re.Match[str], group: DateTimeGroup | None) -> bool:
    """Whether month/day is the day of the telegram: declassified after so many years."""
    return (
        group is not None and match["m"] is not None and (int(match["m"]), int(match["d"])) == (group.month, group.day)
    )
