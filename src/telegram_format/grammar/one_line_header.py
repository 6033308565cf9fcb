"""The one-line header of JANAP 128 and ACP 128, in place of FL2 and FL3.

`RTTUZYUW RUEWABC0123 3641921-UUUU--RUEWDEF RUEWGHI.`; formats/README.md section 6: precedence, language and media,
classification, content indicator, station, serial number, day of the year and time, the classification four times,
the stations called. Strategy: one anchored pattern by position; the dashes may be any dash, and merge, the stations
wrap over lines, the full stop may be missing. What it says is put together with FL1 and FL4 when those are read.
"""

from __future__ import annotations

import re

from attrs import evolve

from telegram_format.kit import Draft
from telegram_format.model.precedence import PRECEDENCE_OF_PROSIGN
from telegram_format.model.transmission import Transmission

_DASH = r"[-=\u2010-\u2015\u2212]"
_HEADER = re.compile(
    rf"""
    (?<![^\n]) [ \t]*+
    (?P<precedence> [RPOZYM] ) [ ]?                       # 1
    (?P<media> [A-Z]{{2}} )                               # 2-3
    (?P<level> [A-Z] )                                    # 4
    (?P<content> [A-Z0-9]{{4}} ) [ ]{{1,16}}+             # 5-8
    (?: (?P<station> [QRUY] [A-Z0-9]{{5,6}} ) [ ]? (?P<serial> [0-9]{{4}} ) [ ]{{1,4}}+ )?   # 10-16, 17-20
    (?P<filed> [0-9]{{7}} ) [ ]?                          # 22-28
    {_DASH}{{1,2}} [ ]? (?P<security> [A-Z]{{4}} ) [ ]?   # 30-33
    {_DASH}{{1,4}} [ ]?
    (?P<routing> (?: [QRUY][A-Z0-9]{{3,6}}
      (?: [ ]++ | [ ]*+ \n [ ]*+ (?= [QRUY][A-Z]{{3}}[A-Z0-9]{{0,3}} [ .,\n] ) )? ){{0,500}}+ )
    (?P<stop> [ ]*+ [.,] )? [ \t]*+ (?=\n|\Z)
    """,
    re.VERBOSE,
)
_BEGINNING = re.compile(r"\n(?=[ \t]*+[RPOZYM][ ]?[A-Z]{3}[A-Z0-9]{4}[ ])")
"""Behind which line ends the header may stand: quickly found, for line ends are."""
_ZONE = 6000
"""How far the header may reach: FL1, banners and stamps stand before it, and it may name five hundred stations."""


def find_one_line_header(text: str) -> re.Match[str] | None:
    """The header near the beginning of `text`."""
    first = _HEADER.match(text, 0, _ZONE)
    if first is not None:
        return first
    headers = (_HEADER.match(text, begin.end(), _ZONE) for begin in _BEGINNING.finditer(text, 0, _ZONE))
    return next(filter(None, headers), None)


def one_line_header_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """The header on the line that begins at `start`."""
    return _HEADER.match(text, start, end)


def lift_one_line_header(draft: Draft) -> Transmission | None:
    """Read the header and lift it out; the transmission as far as it tells, or `None` if there is none."""
    match = find_one_line_header(draft.text)
    if match is None:
        return None
    found = read_one_line_header(draft, match)
    draft.lift([(match.start(), min(match.end() + 1, len(draft.text)))])
    return found


def read_one_line_header(draft: Draft, match: re.Match[str]) -> Transmission:
    """Read the header that was found; the transmission as far as it tells."""
    draft.mark("one-line header", *match.span())
    draft.attribute("language_and_media", match["media"], *match.span("media"))
    draft.attribute("content_indicator", match["content"], *match.span("content"))
    draft.attribute("classification_letter", match["level"], *match.span("level"))
    if match["security"] != match["level"] * 4:
        what = f"the header says {match['level']} and {match['security']}"
        draft.note("classification-conflict", what, *match.span("security"))
    found = Transmission(
        precedence=PRECEDENCE_OF_PROSIGN.get(match["precedence"]),
        routing=tuple(match["routing"].split()),
        station=match["station"],
        serial=match["serial"],
        filed=match["filed"],
        security=match["security"],
    )
    for name in ("precedence", "routing", "station", "serial", "filed", "security"):
        if getattr(found, name):
            start, end = match.span(name)
            end = start + len(match[name].rstrip())
            draft.place(("transmission", name), start, end)
    return found


def complete_transmission(draft: Draft, header: Transmission) -> None:
    """Put what the header said together with FL1 and FL4, which were read behind it."""
    known: Transmission = draft.values.get("transmission", Transmission())
    draft.values["transmission"] = evolve(
        header, identification=known.identification, signals=known.signals, security=known.security or header.security
    )
