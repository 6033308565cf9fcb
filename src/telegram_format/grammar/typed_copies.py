"""Who else had a telegram: `SENT DEPARTMENT 1234; REPEATED INFORMATION PARIS 12, LONDON 34`.

formats/other.md F1. Strategy: the line is a row of names with the number that the telegram has in the series to each;
`SENT` and `REPEATED` say what the names behind them are. The Department's own number is the telegram's.
"""

from __future__ import annotations

import re

from telegram_format.grammar.source_note import PRINTED_PRECEDENCES
from telegram_format.kit import Draft
from telegram_format.model.address import Address

_SENT = re.compile(r"(?:SENT|RPTD|REPEATED)[ ](?:TO[ ])?(?:ACTION[ ])?[A-Z]", re.IGNORECASE)
_SENT_ITEM = re.compile(
    r"""
    (?P<way> (?: REPEATED | RPTD | ALSO ) (?:[ ]FOR)? (?:[ ]INFO(?:RMATION)?)? [ ] (?:TO[ ])?
      | SENT[ ] (?:TO[ ])? (?:ACTION[ ])? )?
    (?: (?P<precedence> NIACT | PRIORITY | IMMEDIATE | ROUTINE ) [ ] )? (?:TO[ ])?
    (?P<name> [A-Z][A-Z .'’-]{1,30}? ) (?: [ ] (?P<number> [0-9]{1,5} ) )?+
    (?= [ ]?+ (?: [,;.] | \n | \Z | (?:AND|RPTD|REPEATED)\b ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_line_of_copies(words: str) -> bool:
    """Whether a line is of this kind, and no sentence that begins so."""
    return _SENT.match(words) is not None and (
        words[-1:].isdecimal() or any(sign in words.upper() for sign in (";", ",", " REPEATED ", " RPTD "))
    )


def read_copies(draft: Draft, start: int, end: int) -> None:
    """`SENT DEPARTMENT 1234; REPEATED INFORMATION PARIS 12, LONDON 34`: who else had it, and their numbers for it."""
    draft.mark("copies", start, end)
    field = "to"
    for match in _SENT_ITEM.finditer(draft.text, start, end):
        if match["way"]:
            field = "to" if match["way"].upper().startswith("SENT") else "info"
        name = match["name"].strip()
        if field == "to" and name.upper() in ("DEPARTMENT", "DEPT"):
            continue
        precedence = PRINTED_PRECEDENCES.get((match["precedence"] or "").lower())
        first = match.start("name")
        last = match.end("number") if match["number"] else first + len(name)
        index = draft.add(field, Address(name, None, precedence, match["number"]), first, last)
        draft.place((field, index, "name"), first, first + len(name))
        if match["number"]:
            draft.place((field, index, "continuity_number"), *match.span("number"))
