"""Format lines 1 to 9: how the message travels, when, from whom and to whom.

Strategy: one function for each line, in the order of ACP 127(G) Annex B, as the State Department used it
(formats/README.md 4). An address that begins like another format line has its prosign before it once more.
"""

from __future__ import annotations

import re

from telegram_format.model.address import Address
from telegram_format.model.dtg import MONTHS, DateTimeGroup, four_digit_year
from telegram_format.model.telegram import Telegram
from telegram_format.model.transmission import Transmission
from telegram_format.spelling.address import spell_address
from telegram_format.spelling.frame import one_line, refuse, shaped
from telegram_format.spelling.signs import FORMAT_LINE, LABEL, LEVEL, NUMBER
from telegram_format.spelling.wrap import wrap

_IDENTIFICATION = re.compile(r"[A-Z]{0,4}[0-9]{0,5}")
_ROUTING_INDICATOR = re.compile(r"[QRU][A-Z]{3,7}")
_STATION = re.compile(r"[A-Z]{4,8}")
_SERIAL = re.compile(r"[0-9]{3,5}[A-Z]?")
_FILED = re.compile(r"[0-9]{7}|[0-9]{2}/[0-9]{4}Z|[0-9]{3,6}")
_SECURITY = re.compile(r"[A-Z]{5}")
_FOUR_TIMES = re.compile(r"([A-Z])\1{3}")
_SIGNAL = re.compile(r"[^\s()/]+")
_ZONE = re.compile(r"[A-Z]")

_SMALL_LETTERS = re.compile(r"[^a-z]{0,80}[a-z]{2,} [a-z]")
"""Running text, even behind a routing indicator."""

_NO_ADDRESS_LINE = re.compile(
    rf"(?:{FORMAT_LINE}|{LABEL}|{LEVEL}|{NUMBER}"
    r"|(?:SIPDIS|SENSITIVE|NOFORN|NODIS|EXDIS)$|[^a-z]{0,80}[a-z]{2,}[ ][a-z])",
    re.VERBOSE,
)


def header_lines(telegram: Telegram, width: int = 69, *, routing: bool = True, bt: bool = False) -> list[str]:
    """Format lines 1 to 9, as far as there is something to say.

    `routing=False` leaves out format lines 1 to 4; `bt` ends them with the separation sign of format line 11.
    """
    lines = []
    if routing and telegram.transmission is not None:
        lines += transmission_lines(telegram.transmission, width)
    lines += preamble_lines(telegram)
    if telegram.originator is not None:
        lines.append(f"FM {spell_address(telegram.originator, 'originator')}")
    lines += address_lines("TO", telegram.to, "to")
    lines += address_lines("INFO", telegram.info, "info")
    lines += address_lines("XMT", telegram.exempted, "exempted")
    if bt and lines:
        lines.append("BT")
    return lines


def transmission_lines(transmission: Transmission, width: int = 69) -> list[str]:
    """Format lines 1 to 4: `VZCZCXRO0227`, `OO RUEHBC`, `DE RUCNDT #0799/01 2702154`, `ZNY CCCCC ZZH`."""
    lines = []
    if transmission.identification is not None:
        path = "transmission.identification"
        lines.append("VZCZC" + shaped(path, transmission.identification, _IDENTIFICATION, "message identification"))
    if transmission.precedence is not None or transmission.routing:
        prosign = transmission.precedence.prosign * 2 + " " if transmission.precedence is not None else ""
        for index, indicator in enumerate(transmission.routing):
            shaped(f"transmission.routing[{index}]", indicator, _ROUTING_INDICATOR, "routing indicator")
        lines += wrap(" ".join(transmission.routing), width, first=prosign)
    if transmission.station is not None:
        lines.append(_calling_station(transmission))
    if transmission.security is not None:
        lines.append(_security(transmission))
    return lines


def _calling_station(transmission: Transmission) -> str:
    line = "DE " + shaped("transmission.station", transmission.station or "", _STATION, "routing indicator")
    if transmission.serial is not None:
        line += " #" + shaped("transmission.serial", transmission.serial, _SERIAL, "station serial number")
        if transmission.section is not None:
            if not 0 <= transmission.section <= 99:
                refuse("transmission.section", "a section has two digits")
            line += f"/{transmission.section:02}"
    if transmission.filed is not None:
        line += " " + shaped("transmission.filed", transmission.filed, _FILED, "filing time")
    return line


def _security(transmission: Transmission) -> str:
    group = transmission.security or ""
    if _FOUR_TIMES.fullmatch(group) is not None:  # as a one-line header has it
        group += group[0]
    shaped("transmission.security", group, _SECURITY, "security group of five letters")
    for index, signal in enumerate(transmission.signals):
        shaped(f"transmission.signals[{index}]", signal, _SIGNAL, "operating signal")
    return " ".join(("ZNR" if group[0] == "U" else "ZNY", group, *transmission.signals))


def preamble_lines(telegram: Telegram) -> list[str]:
    """Format line 5: `O P 272154Z SEP 07`, with instructions behind it; no line where nothing of it is known."""
    words = []
    if telegram.precedence is not None:
        words.append(telegram.precedence.prosign)
        if telegram.info_precedence is not None:
            words.append(telegram.info_precedence.prosign)
    if telegram.dtg is not None:
        words.append(spell_dtg(telegram.dtg))
        instructions = telegram.attributes.get("instructions")
        if instructions is not None and telegram.dtg.year is not None:
            words.append(one_line("attributes.instructions", instructions))
    return [" ".join(words)] if words else []


def spell_dtg(dtg: DateTimeGroup, path: str = "dtg") -> str:
    """`272154Z SEP 07`; a year that two digits do not name in full (1966 to 2065) with four."""
    for name, number in (("day", dtg.day), ("hour", dtg.hour), ("minute", dtg.minute)):
        if not 0 <= number <= 99:
            refuse(f"{path}.{name}", "it has two digits")
    shaped(f"{path}.zone", dtg.zone, _ZONE, "time zone")
    words = f"{dtg.day:02}{dtg.hour:02}{dtg.minute:02}{dtg.zone}"
    if dtg.month is None:
        return words
    if not 1 <= dtg.month <= 12:
        refuse(f"{path}.month", "there are twelve months")
    words += f" {MONTHS[dtg.month - 1]}"
    return words if dtg.year is None else f"{words} {spell_year(dtg.year, f'{path}.year')}"


def spell_year(year: int, path: str) -> str:
    """Two digits where they name the year, else four."""
    if not 100 <= year <= 9999:
        refuse(path, "a year has four digits")
    return f"{year % 100:02}" if four_digit_year(year % 100) == year else f"{year:04}"


def address_lines(prosign: str, addresses: tuple[Address, ...], path: str) -> list[str]:
    """Addresses of one list, one a line: the prosign stands on the first one, and where it keeps lines apart."""
    lines = []
    for index, address in enumerate(addresses):
        line = spell_address(address, f"{path}[{index}]")
        doubtful = _SMALL_LETTERS if address.routing_indicator is not None else _NO_ADDRESS_LINE
        again = index == 0 or doubtful.match(line) is not None or (prosign == "XMT" and "/" in line[:9])
        lines.append(f"{prosign} {line}" if again else line)
    return lines
