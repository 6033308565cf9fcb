"""Strategies for the format lines: date-time groups, precedences, addresses, message numbers, transmissions.

Strategy: each is public by itself and free; `transmissions` and `message_ids` take what they must agree with (date,
number, level) as arguments, for the telegram that draws them together.
"""

from __future__ import annotations

from calendar import monthrange
from functools import cache

from hypothesis import strategies as st

from telegram_format.model.address import Address
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.marking import Classification
from telegram_format.model.message_id import MessageId
from telegram_format.model.precedence import Precedence
from telegram_format.model.transmission import Section, Transmission
from telegram_format.vocab.stations import post_names, posts

FIRST_YEAR, LAST_YEAR = 1973, 2012

STATIONS = ("LOME", "CAIRO", "LAPAZ", "PORTAUPRINCE", "USUNNEWYORK", "STATE", "TASHKENT", "OTTAWA", "NDJAMENA")
"""Compact names, of the vocabulary."""

PROSIGNED = (Precedence.ROUTINE, Precedence.PRIORITY, Precedence.IMMEDIATE, Precedence.FLASH)
"""Those that FL2 and FL5 can say; NIACT IMMEDIATE is said of an addressee."""

_INVENTED = (
    ("AMEMBASSY MERIDIAN", "RUEHMRD"),
    ("AMCONSUL CALVERLEY", "RUEHCVL"),
    ("DEPT OF COMMERCE WASHINGTON DC", "RUCPDOC"),
    ("NORTHERN COAST COLLECTIVE", "RUCNNCC"),
    ("HQ HARBOUR COMMAND STONEHAUGH", "RUEAHCS"),
)
_SIGNALS = ((), ("ZZH",), ("ZZH", "ZDK"))
_LETTERS = {0: "U", 1: "R", 2: "C", 3: "S", 4: "T"}


@cache
def post(station: str) -> tuple[str, str]:
    """Plain language address and routing indicator of a station given by its compact name."""
    return next((post.name, post.routing_indicators[0]) for post in posts() if post.station == station)


def precedences() -> st.SearchStrategy[Precedence]:
    """Any precedence, the least urgent first."""
    return st.sampled_from(Precedence)


@st.composite
def dtgs(draw: st.DrawFn, *, zones: str = "Z", partial: bool = False) -> DateTimeGroup:
    """A date-time group that is a moment, of 1973 to 2012; `partial` ones may lack the year, or month and year."""
    year = draw(st.integers(FIRST_YEAR, LAST_YEAR))
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, monthrange(year, month)[1]))
    minutes = draw(st.integers(0, 24 * 60 - 1))
    zone = draw(st.sampled_from(zones)) if len(zones) > 1 else zones
    known = draw(st.integers(0, 2)) if partial else 0
    return DateTimeGroup(
        day, minutes // 60, minutes % 60, zone, month if known < 2 else None, year if known < 1 else None
    )


def sections(*, total: int = 4) -> st.SearchStrategy[Section]:
    """A section of at least two."""
    return st.tuples(st.integers(2, total), st.integers(1, total), st.booleans()).map(
        lambda parts: Section(min(parts[:2]), parts[0], parts[2] and parts[1] >= parts[0])
    )


def message_ids(*, years: st.SearchStrategy[int | None] | None = None) -> st.SearchStrategy[MessageId]:
    """A message number of a known station, of one of `years` (default: 1973 to 2012)."""
    stations = st.sampled_from(STATIONS).map(lambda station: post_names()[station])
    return st.builds(
        MessageId, years if years is not None else st.integers(FIRST_YEAR, LAST_YEAR), stations, st.integers(1, 99_999)
    )


@cache
def addresses(*, plain: bool = False) -> st.SearchStrategy[Address]:
    """An addressee; a `plain` one is a name and nothing else, as originators and exempted addressees are."""
    places = st.sampled_from(STATIONS).map(post) | st.sampled_from(_INVENTED)
    if plain:
        return places.map(lambda place: Address(place[0]))
    return st.builds(
        _address,
        places,
        st.integers(0, 7),
        st.none() | st.sampled_from((Precedence.PRIORITY, Precedence.IMMEDIATE, Precedence.NIACT_IMMEDIATE)),
        st.none() | st.integers(1, 9999),
    )


def _address(place: tuple[str, str], shape: int, precedence: Precedence | None, continuity: int | None) -> Address:
    name, indicator = place
    offices = ("N1", "J5A")[: 1 + shape % 2] if name.startswith("HQ ") and shape > 3 else ()
    return Address(
        name,
        None if shape == 7 else indicator,
        precedence,
        f"{continuity:04}" if continuity is not None and not offices else None,
        offices,
    )


@st.composite
def transmissions(
    draw: st.DrawFn,
    *,
    number: int | None = None,
    dtg: DateTimeGroup | None = None,
    precedence: Precedence | None = None,
    classification: Classification | None = None,
    section: Section | None = None,
    station: str | None = None,
) -> Transmission:
    """Format lines 1 to 4.

    They agree with what is given: the serial is `number` (of the message) without its tens of thousands, the filing
    time is on the day of `dtg`, the letters of FL4 are those of `classification`, `station` is the sender's routing
    indicator.
    """
    number = draw(st.integers(1, 9999)) if number is None else number
    missing = draw(st.integers(0, 12))  # which line is lost; most often none
    fields: dict[str, object] = {}
    if missing != 9:
        fields["identification"] = draw(st.sampled_from(("XYZ", "XRO"))) + f"{draw(st.integers(1, 9999)):04}"
    if missing != 10:
        fields["precedence"] = precedence or draw(st.sampled_from(PROSIGNED))
        indicators = st.sampled_from([indicator for _, indicator in _INVENTED] + ["RUEHC", "RUEHPC"])
        fields["routing"] = tuple(draw(st.lists(indicators, min_size=1, max_size=3, unique=True)))
    if missing != 11:
        fields["station"] = station or post(draw(st.sampled_from(STATIONS)))[1]
        fields["serial"] = f"{number % 10_000:04}"
        fields["section"] = section.number if section is not None else None
        fields["filed"] = _filed(draw, dtg)
    if missing != 12:
        letter = _LETTERS[classification.rank if classification is not None else 0]
        fields["security"] = letter * 5
        fields["signals"] = draw(st.sampled_from(_SIGNALS))
    return Transmission(**fields)  # type: ignore[arg-type]


def _filed(draw: st.DrawFn, dtg: DateTimeGroup | None) -> str | None:
    if dtg is None:
        return f"{draw(st.integers(1, 365)):03}{draw(st.integers(0, 23)):02}00"
    moment = dtg.datetime
    if moment is None or dtg.zone != "Z":
        return None
    minutes = min(dtg.hour * 60 + dtg.minute + draw(st.integers(0, 90)), 24 * 60 - 1)
    return f"{moment.timetuple().tm_yday:03}{minutes // 60:02}{minutes % 60:02}"
