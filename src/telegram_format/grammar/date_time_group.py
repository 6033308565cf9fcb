"""Format line 5: precedence, date-time group, message instructions.

`O 272154Z SEP 07`, `O P 180800Z MAR 08 ZDS`. ACP 127(G) 113 and 133; the year is optional there, and a
line may end behind the zone, or hold precedences alone. Copies glue the
precedence (`R162245Z OCT 08`), the month (`311600ZJAN2011`) or part the zone (`311345 Z MAY 73`).
"""

from __future__ import annotations

import re

from telegram_format.kit import Draft
from telegram_format.model.dtg import MONTHS, DateTimeGroup, four_digit_year
from telegram_format.model.precedence import PRECEDENCE_OF_PROSIGN

_PREAMBLE = re.compile(
    r"""
    (?: (?P<action> [ZOPRY] ) (?: [ ]++ (?P<info> [ZOPRY] ) )? (?: [ ][ZOPRY] )*+ [ ]*+ )?
    (?P<group>
      (?P<day> [0-9]{2} ) (?P<hour> [0-9]{2} ) (?P<minute> [0-9]{2} ) [ ]? (?P<zone> [A-Za-z] ) [ ]*+
      (?: (?P<month> [A-Za-z]{3,9} ) [ ]*+ (?P<year> [0-9]{4} | [0-9]{2} )? | (?=[ ]*+$) )
    )
    (?![A-Za-z0-9]) (?P<signals> [^\n]*+ )
  | (?P<only> [ZOPRY] ) (?: [ ] (?P<only_info> [ZOPRY] ) )? [ ]*+ $
    """,
    re.VERBOSE,
)
_NUMBER_OF_MONTH = {month: number for number, month in enumerate(MONTHS, 1)}


def read_preamble(draft: Draft, start: int, end: int) -> int:
    """Read a line that is precedence and date-time group; its end, or `start` if it is none."""
    match = _PREAMBLE.match(draft.text, start, end)
    if match is None:
        return start
    if match["only"]:
        draft.put("precedence", PRECEDENCE_OF_PROSIGN[match["only"]], *match.span("only"))
        if match["only_info"]:
            draft.put("info_precedence", PRECEDENCE_OF_PROSIGN[match["only_info"]], *match.span("only_info"))
        return end
    month = _NUMBER_OF_MONTH.get(match["month"][:3].upper()) if match["month"] else None
    if month is None and match["month"]:
        return start
    if match["action"]:
        draft.put("precedence", PRECEDENCE_OF_PROSIGN[match["action"]], *match.span("action"))
    if match["info"]:
        draft.put("info_precedence", PRECEDENCE_OF_PROSIGN[match["info"]], *match.span("info"))
    year = four_digit_year(int(match["year"])) if match["year"] else draft.context.year if month else None
    group = DateTimeGroup(
        int(match["day"]), int(match["hour"]), int(match["minute"]), match["zone"].upper(), month, year
    )
    draft.put("dtg", group, *match.span("group"))
    signals = match["signals"].strip()
    if signals:
        first = match.start("signals")
        draft.attribute("instructions", signals, first + 1, match.end())
    return end
