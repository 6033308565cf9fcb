"""Format lines 1 to 6 in their regular form: nothing left out and nothing added but empty lines.

ACP 127(G) 151, 152, 216, 124, 113 and 206. Strategy: one pattern for format lines 1 to 4, which goes on over 5 and 6
where these are regular too; `grammar.header_block` reads line by line what it does not match, to the same values.
"""

from __future__ import annotations

import re

from telegram_format.grammar.addresses import ends_with_precedence
from telegram_format.kit import Draft
from telegram_format.model.address import Address
from telegram_format.model.dtg import MONTHS, DateTimeGroup, four_digit_year
from telegram_format.model.precedence import PRECEDENCE_OF_PROSIGN

_END = r"[ ]*+ \n (?: [ \t]*+ \n )*+"
"""The end of a line; copies have empty lines behind it."""
_INDICATORS = r"[QRU][A-Z]{3,7}+ (?: [ ] [QRU][A-Z]{3,7}+ )*+"
_REGULAR = re.compile(
    rf"""
    V?ZCZC[ ]? (?P<identification> [A-Z]{{0,4}}+[0-9]{{0,5}}+ ) {_END}
    (?P<precedence> ZZ|OO|PP|RR|YY ) [ ] (?P<routing> {_INDICATORS} (?: [ ]*+ \n {_INDICATORS} )*+ ) {_END}
    (?P<calling> DE[ ] (?P<station> [A-Z]{{2,8}}+ )
        [ ] \# (?P<serial> [0-9]{{3,5}} ) (?: / (?P<section> [0-9]{{1,2}} ) )?
        [ ] (?P<filed> [0-9]{{7}} ) [ ]*+ ) {_END}
    (?P<operating> ZN[RY][ ] (?P<security> [A-Z]{{5}} ) ) (?P<signals> (?: [ ][A-Z]{{3}} )++ [ ]*+ ) (?=\n)
    (?:
        {_END} (?P<action> [ZOPRY] ) [ ] (?: (?P<info> [ZOPRY] ) [ ] )?
        (?P<group> (?P<day> [0-9]{{2}} ) (?P<hour> [0-9]{{2}} ) (?P<minute> [0-9]{{2}} ) Z
            [ ] (?P<month> {"|".join(MONTHS)} ) [ ] (?P<year> [0-9]{{2}} ) ) {_END}
        FM [ ] (?P<originator> [A-Z]++ (?: [ ] [A-Z]++ )*+ ) (?=\n)
    )?+
    """,
    re.VERBOSE,
)
_INDICATORS_OF_LINE = re.compile(_INDICATORS, re.VERBOSE)
_MONTHS = {month: number for number, month in enumerate(MONTHS, 1)}


def read_regular_lines(draft: Draft, start: int, end: int) -> tuple[dict[str, object], int] | None:
    """The fields of the transmission, and where FL4 ends, or FL6; `None` for any other form.

    Places are put into the draft, and so is what FL5 and FL6 say.
    """
    match = _REGULAR.match(draft.text, start, end)
    if match is None:
        return None
    groups = match.groups()
    identification, prosign, routing, _, station, serial, section, filed, _, security, signals = groups[:11]
    fields: dict[str, object] = {
        "identification": identification,
        "precedence": PRECEDENCE_OF_PROSIGN[prosign[0]],
        "routing": routing.split(),
        "station": station,
        "serial": serial,
        "section": section and int(section),
        "filed": filed,
        "security": security,
        "signals": tuple(signals.split()),
    }
    spans = match.regs
    draft.entries += (
        (("transmission", "identification"), *spans[1]),
        (("transmission", "precedence"), *spans[2]),
        (("transmission", "station"), *spans[5]),
        (("transmission", "serial"), *spans[6]),
        (("transmission", "filed"), *spans[8]),
        (("transmission", "security"), spans[9][0], spans[10][1]),
        (("transmission", "signals"), *spans[11]),
    )
    if "\n" in routing:
        lines = _INDICATORS_OF_LINE.finditer(draft.text, *spans[3])
        draft.entries += [(("transmission", "routing"), *line.span()) for line in lines]
    else:
        draft.entries.append((("transmission", "routing"), *spans[3]))
    if section is not None:
        draft.entries.append((("transmission", "section"), *spans[7]))
    draft.marks += (("start of message", start, draft.text.index("\n", start)), ("DE", *spans[4]))
    if groups[11] is None or ends_with_precedence(groups[-1]):
        return fields, spans[11][1]
    _put_preamble_and_originator(draft, groups[11:], spans[12:])
    return fields, match.end()


def _put_preamble_and_originator(draft: Draft, groups: tuple[str, ...], spans: tuple[tuple[int, int], ...]) -> None:
    action, info, _, day, hour, minute, month, year, name = groups
    values, entries = draft.values, draft.entries
    values["precedence"] = PRECEDENCE_OF_PROSIGN[action]
    entries.append((("precedence",), *spans[0]))
    if info is not None:
        values["info_precedence"] = PRECEDENCE_OF_PROSIGN[info]
        entries.append((("info_precedence",), *spans[1]))
    values["dtg"] = DateTimeGroup(int(day), int(hour), int(minute), "Z", _MONTHS[month], four_digit_year(int(year)))
    values["originator"] = Address(name)
    start, end = spans[-1]
    entries += (
        (("dtg",), *spans[2]),
        (("originator",), start, end),
        (("originator", "name"), start, end),
    )
    draft.marks.append(("FM", start - len("FM "), start - 1))
