"""An address: `[routing indicator/]plain language address[//office codes//][ precedence][ continuity number]`.

Strategy: the parts in the order of ACP 127(G) 206 and 215, as State used them; a name whose ends would be read as one
of the other parts is refused.
"""

from __future__ import annotations

import re

from telegram_format.model.address import Address
from telegram_format.model.precedence import Precedence
from telegram_format.spelling.frame import one_line, refuse, shaped

_ADDRESS_INDICATOR = re.compile(r"[QRU][A-Z]{2,7}|ZEN")
_CONTINUITY_NUMBER = re.compile(r"[0-9]{4,6}")
_SHORT_NUMBER = re.compile(r"[0-9]{1,6}")
"""As traffic of the 1970s has it; less than four figures are read as a number behind these words only."""
_BEFORE_SHORT = ("WASHDC", "PRIORITY", "IMMEDIATE")

# What a name must not be, or it is read as something else of the address.
_INDICATED = re.compile(r"(?:[QRU][A-Z]{2,7}|ZEN)/")
_NO_NAME = re.compile(
    r"(?:.*\b)?XMT[,/ ]|.*//|.*[ \t.,;/]$|.*(?<![0-9A-Z/])[0-9]{4,6}$|.*(?:WASHDC|PRIORITY|IMMEDIATE) [0-9]{1,3}$"
)
_PRECEDENCES = tuple(
    f" {word}"
    for word in (
        *(precedence.value.upper() for precedence in Precedence),
        *("PRIORI", "PRIORIT", "PRIOITY", "IMMEDIAT", "IMMEDIA", "ROUTIN"),  # as cut at the end of lines
    )
)


def spell_address(address: Address, path: str = "address") -> str:
    """`RUEHC/SECSTATE WASHDC IMMEDIATE 2663`; office codes between double slants."""
    name = one_line(f"{path}.name", address.name)
    if (
        _NO_NAME.match(name) is not None
        or (address.routing_indicator is None and _INDICATED.match(name) is not None)
        or name.endswith(_PRECEDENCES)
        or name.startswith(("/", ":"))
    ):
        refuse(f"{path}.name", f"{name[:40]!r} would be read as more than a name")
    words = name
    if address.routing_indicator is not None:
        shaped(f"{path}.routing_indicator", address.routing_indicator, _ADDRESS_INDICATOR, "routing indicator")
        words = f"{address.routing_indicator}/{name}"
    if address.office_codes:
        for index, code in enumerate(address.office_codes):
            if "/" in one_line(f"{path}.office_codes[{index}]", code):
                refuse(f"{path}.office_codes[{index}]", "a slant parts office codes")
        words += f"//{'/'.join(address.office_codes)}//"
    if address.precedence is not None:
        words += f" {address.precedence.value.upper()}"
    if address.continuity_number is not None:
        short = words.endswith(_BEFORE_SHORT) and " " in words
        shape = _SHORT_NUMBER if short else _CONTINUITY_NUMBER
        what = "number of one to six digits" if short else "number of four to six digits"
        number = shaped(f"{path}.continuity_number", address.continuity_number, shape, what)
        words += f" {number}"
    return words
