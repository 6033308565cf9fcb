"""The message reference number: year, station, number.

Strategy: one anchored pattern over the text in upper case, every part of it bounded, finds the parts in any order they
are printed in; `resolve_station` then says which station is meant. What the pattern allows and no station explains is
refused where the shape is doubtful. Sources: the State Department's printed and compact forms (cablemap), document
numbers of the National Archives, record numbers of PlusD.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from attrs import field, frozen

from telegram_format.errors import MessageIdError
from telegram_format.model.construction import quick
from telegram_format.model.dtg import four_digit_year
from telegram_format.model.station import bare_station, plain, resolve_station
from telegram_format.vocab.stations import compact, message_series, not_stations, station_prefixes

_LONGEST = 160
"""Characters; a longer text is no message number."""

_SHAPE = re.compile(
    r"""
    (?: [('"]?                                            # the year before: 07, 2007, (07), '07; 094 is 94
        (?P<before> (?:19|20)[0-9]{2} | 0?[0-9]{2} | O[0-9](?=[ -]) ) \)?
        (?P<gap> [ ._/-]{0,3} )                           # 10-OTTAWA-57
    )?
    (?P<station> [A-Z0-9][A-Z0-9 '.&-]{1,60}? ) (?<=[A-Z0])
    (?: [ ]? \( (?: (?P<between> (?:19|20)?[0-9]{2} )     # STATE (01) 201265
                  | [A-Z/]{1,5} ) \) )?                   # KUWAIT (C) 2293
    (?P<mark>
        [ :#._/-]{0,3}
        (?: (?<=[ .:]) (?: NO|NR|NUMBER|CABLES?|TELEGRAMS?|TELS?|MESSAGE|MSG ) \.? [ ]? \#? )?
    )
    (?: (?<=[ -]) (?P<series> C?A ) -? (?=[0-9]) )?       # airgrams: STATE A-1089, STATE CA-3400
    (?P<number> [0-9]{1,8}+ | (?<=[ #:.-]) O?[0-9][0-9O]{0,6}+ ) (?![0-9])
    (?: [ ]? \( (?P<after> (?:19|20)?[0-9]{2} ) \)        # ASUNCION 701 (08)
      | (?P<joint> [-/] ) (?P<joined> (?:19|20)?[0-9]{2} ) (?![0-9])   # QUITO 4525-91, NAVADMIN 264/22
    )?
    (?: _[A-Z] )?                                         # PlusD: the same telegram in another collection
    (?: [ ]?                                              # what was glued on: ZFR 2585, TOSEC 140323
        (?: Z[A-Z]{2} | TOSEC | SECTO | CIRCULAR | SUSPECTED[ ]?DUPLICATE
          | SECTION[ ]?[0-9]{1,2}[ ]?OF[ ]?[0-9]{1,2}
          | CORRECTED[ ]?COPY | C[ ]O[ ]R[ ]R[ ]E[ ]C[ ]T[ ]E[ ]D[ ]C[ ]?O[ ]?P[ ]?Y )
        [ ]? [0-9]{0,8}+
    ){0,3}
    [ .,;:]{0,3}
    """,
    re.VERBOSE,
)

_TURNED = re.compile(
    r"""
    \#? (?P<number> [0-9]{1,8}+ ) [ -]                    # 870 ULAANBAATAR
    (?P<station> [A-Z][A-Z '.&-]{1,60} )
    (?: \( (?P<after> (?:19|20)?[0-9]{2} ) \) )?
    """,
    re.VERBOSE,
)

_YEAR_ALONE = re.compile(r"(?:19|20)?[0-9]{2}")

_UNKNOWN = re.compile(r"[A-Z][A-Z'.&-]*+(?: [A-Z'.&-]++){0,3}+")
"""An unknown station: at most four words, no figures."""


class _Parts(NamedTuple):
    year: int | None
    station: str
    number: int
    suffix: str | None
    repaired: bool


@quick
@frozen
class MessageId:
    """A message reference number: `07 USUN NEW YORK 799`.

    `year` has four digits; `station` is the printed name, known stations as in the vocabulary, others as written;
    `number` counts; `suffix` is the series of an airgram (`A` of `STATE A-1089`). `written` is the text it was parsed
    from and is no part of the value: two ids are equal where year, station, number and suffix are.
    """

    year: int | None
    station: str
    number: int
    suffix: str | None = None
    written: str | None = field(default=None, eq=False)

    @classmethod
    def parse(cls, text: str, *, year: int | None = None) -> MessageId:
        """The id that `text` spells, in any printed form. `year` (four digits) is for a text that names none.

        Years of two digits are 1966 to 2065. Misspelt and garbled stations are repaired, see `repaired`; what stands
        around the id (`AMEMBASSY`, `SECTION 02 OF 03`, `ZFR 2585`, the `_a` of PlusD) is left out. Raises
        `MessageIdError`, a `ValueError`, where `text` is no message number. Takes time linear in a text, and none to
        speak of for one over 160 characters.
        """
        parts = _parts_of(text) if len(text) <= _LONGEST else None
        if parts is None:
            raise MessageIdError(f"no message number (as in 07 PARIS 123): {text[:60]!r}")
        return cls(year if parts.year is None else parts.year, parts.station, parts.number, parts.suffix, text)

    @property
    def in_series(self) -> bool:
        """Whether the number is one of a series of messages, whose name stands for a station: `NAVADMIN 264/22`."""
        return self.suffix is None and compact(self.station) in message_series()

    @property
    def repaired(self) -> bool:
        """Whether the station that was written is damaged: `COTON0U`, but not `SECSTATE` or `SANJO`."""
        if self.written is None or len(self.written) > _LONGEST:
            return False
        parts = _parts_of(self.written)
        return parts is not None and parts.repaired

    @property
    def compact(self) -> str:
        """`07USUNNEWYORK799`, an airgram `73STATE-A1089`; a year before 1966 or after 2065 has four digits."""
        series = f"-{self.suffix}" if self.suffix else ""
        return f"{self._year}{compact(self.station)}{series}{self.number}"

    def __str__(self) -> str:
        year = f"{self._year} " if self.year is not None else ""
        series = f"{self.suffix}-" if self.suffix else ""
        return f"{year}{self.station} {series}{self.number}"

    @property
    def _year(self) -> str:
        if self.year is None:
            return ""
        short = self.year % 100
        return f"{short:02}" if four_digit_year(short) == self.year else f"{self.year:04}"


@lru_cache(maxsize=4096)
def _parts_of(text: str) -> _Parts | None:
    line = plain(text).strip(" .,;:#")
    match = _SHAPE.fullmatch(line)
    if match is None:
        return _turned(line)
    written = match["station"].strip(" .'&-")
    before = match["before"]
    known = resolve_station(written)
    if before is not None and len(before) == 3 and match["gap"] == "":
        # 094PANAMA1 is of 1994, but 080TTAWA1 of 2008 with a figure for the first letter
        lettered = resolve_station(before[2] + written)
        if lettered is not None and (known is None or known[1]):
            known, before = lettered, before[:2]
    if known is None and not _may_be_station(match, written):
        return None
    if match["joint"] == "/" and (known is None or known[0] not in message_series()):
        return None  # KABUL 936/935 are two
    station, repaired = known or (bare_station(written), False)
    year = before or match["between"] or match["after"] or match["joined"]
    return _Parts(
        year=four_digit_year(int(year.replace("O", "0"))) if year is not None else None,
        station=station,
        number=int(match["number"].replace("O", "0")),
        suffix=match["series"],
        repaired=repaired,
    )


def _may_be_station(match: re.Match[str], written: str) -> bool:
    """Whether a name in no table may stand as it is: the shape around it must leave no doubt."""
    name = bare_station(written)
    if _UNKNOWN.fullmatch(name) is None or not 3 <= len(compact(name)) <= 18:
        return False
    if match["joint"] is not None or "O" in match["number"]:
        return False
    if match["mark"] == "" and match["series"] is None and (match["before"] is None or " " in name):
        return False  # glued to the number: only as in 07EREHWON12
    words = [*name.split(" "), compact(name)]
    return not_stations().isdisjoint(words) and name not in station_prefixes()


def _turned(line: str) -> _Parts | None:
    """Number first: only before a known station, and not where the number may be a year that lacks its number."""
    match = _TURNED.fullmatch(line)
    if match is None or _YEAR_ALONE.fullmatch(match["number"]) is not None:
        return None
    known = resolve_station(match["station"])
    if known is None or known[1]:
        return None
    year = match["after"]
    return _Parts(four_digit_year(int(year)) if year else None, known[0], int(match["number"]), None, False)
