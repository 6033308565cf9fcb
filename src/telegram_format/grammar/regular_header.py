"""Format lines 1 to 4 in their regular form, nothing left out and nothing added.

ACP 127(G) 151, 152, 216 and 124. Strategy: one pattern for all four lines; `grammar.header_block` reads line by line
what it does not match, to the same values.
"""

from __future__ import annotations

import re

from telegram_format.kit import Draft
from telegram_format.model.precedence import PRECEDENCE_OF_PROSIGN

_REGULAR = re.compile(
    r"""
    V?ZCZC[ ]? (?P<identification> [A-Z]{0,4}+[0-9]{0,5}+ ) [ ]*+ \n
    (?P<precedence> ZZ|OO|PP|RR|YY ) [ ] (?P<routing> [QRU][A-Z]{3,7}+ (?: [ ] [QRU][A-Z]{3,7}+ )*+ ) [ ]*+ \n
    (?P<calling> DE[ ] (?P<station> [A-Z]{2,8}+ )
        [ ] \# (?P<serial> [0-9]{3,5} ) (?: / (?P<section> [0-9]{1,2} ) )? [ ] (?P<filed> [0-9]{7} ) [ ]*+ ) \n
    (?P<operating> ZN[RY][ ] (?P<security> [A-Z]{5} ) ) (?P<signals> (?: [ ][A-Z]{3} )++ [ ]*+ ) (?=\n)
    """,
    re.VERBOSE,
)


def read_regular_lines(
    draft: Draft, start: int, end: int
) -> tuple[dict[str, object], list[tuple[str, int, int]], int] | None:
    """The fields of the transmission, their places, and where FL4 ends; `None` for any other form."""
    match = _REGULAR.match(draft.text, start, end)
    if match is None:
        return None
    found = match.groupdict()
    section = found["section"]
    fields: dict[str, object] = {
        "identification": found["identification"],
        "precedence": PRECEDENCE_OF_PROSIGN[found["precedence"][0]],
        "routing": found["routing"].split(" "),
        "station": found["station"],
        "serial": found["serial"],
        "section": section and int(section),
        "filed": found["filed"],
        "security": found["security"],
        "signals": tuple(found["signals"].split()),
    }
    span = match.span
    places = [
        ("identification", *span("identification")),
        ("precedence", *span("precedence")),
        ("routing", *span("routing")),
        ("station", *span("station")),
        ("serial", *span("serial")),
        ("filed", *span("filed")),
        ("security", match.start("operating"), match.end("security")),
        ("signals", *span("signals")),
    ]
    if section is not None:
        places.append(("section", *span("section")))
    draft.marks += (("start of message", start, match.start("precedence") - 1), ("DE", *span("calling")))
    return fields, places, match.end()
