"""Strategies for whole telegrams.

Strategy: what must agree is drawn first (level, date, number, section) and given to what depends on it. Any field may
be missing, but not one that another hangs on: a number needs a classification line, a signature a text.
"""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from telegram_format.model.address import Address
from telegram_format.model.attributes import NO_ATTRIBUTES, Attributes
from telegram_format.model.marking import Classification
from telegram_format.model.message_id import MessageId
from telegram_format.model.telegram import Telegram
from telegram_format.model.transmission import Section
from telegram_format.testing.strategies import words
from telegram_format.testing.strategies.body import bodies
from telegram_format.testing.strategies.header import (
    PROSIGNED,
    STATIONS,
    addresses,
    dtgs,
    message_ids,
    post,
    transmissions,
)
from telegram_format.testing.strategies.heading import (
    authorities,
    classifications,
    executive_orders,
    reference_lists,
    subjects,
    tag_lists,
)
from telegram_format.vocab.stations import compact

_MARKS: dict[Classification | None, tuple[str, ...]] = {
    None: ("U", "C"),
    Classification.UNCLASSIFIED: ("U", "SBU"),
    Classification.LIMITED_OFFICIAL_USE: ("U", "LOU"),
    Classification.CONFIDENTIAL: ("C", "U", "C/NF", "SBU"),
    Classification.SECRET: ("S", "C", "U", "S/NF"),
    Classification.TOP_SECRET: ("TS", "S", "U"),
}
"""Portion marks that are not above the whole."""

_CAPTIONS = ("SIPDIS", "NODIS", "EXDIS", "LIMDIS", "AIDAC", "ROGER CHANNEL", "EYES ONLY")
_PASSING = (
    "STATE FOR WCA/NOR",
    "STATE FOR WCA/NOR (TENNANT), L/OES",
    "STATE PASS TO USAID FOR DCHA/OFDA",
    "COMMERCE FOR ITA/MAC",
    "MERIDIAN FOR ECON",
)
_FACTS = ("released", "collection", "reviewer")


def attributes(*, most: int = 3) -> st.SearchStrategy[Attributes]:
    """Facts without a field."""
    values = words.clauses().map(lambda text: text.partition(" (")[0])
    return st.dictionaries(st.sampled_from(_FACTS), values, max_size=most).map(Attributes)


@st.composite
def telegrams(
    draw: st.DrawFn,
    *,
    ascii_only: bool = True,
    complete: bool = False,
    with_attributes: bool = False,
    paragraphs: int = 5,
) -> Telegram:
    """A telegram that a person could have written, in agreement with itself.

    `complete` ones lack none of the main fields; `ascii_only=False` lets letters and signs beyond ASCII into subject
    and text; `with_attributes` gives some facts without a field; `paragraphs` is how many there are at most.
    """

    def there() -> bool:
        return complete or draw(st.integers(0, 7)) != 0  # shrinks to what is not there

    level = draw(classifications()) if there() else None
    dtg = draw(dtgs()) if there() else None
    year = dtg.year if dtg is not None else None
    station = draw(st.sampled_from(STATIONS))
    name, indicator = post(station)
    number = draw(message_ids(years=st.just(year))) if level is not None and there() else None
    if number is not None:
        station = compact(number.station)
        name, indicator = post(station)
    section = Section(1, draw(st.integers(2, 4))) if level is not None and draw(st.integers(0, 5)) == 5 else None
    precedence = draw(st.sampled_from(PROSIGNED)) if dtg is not None and there() else None
    info_precedence = None
    if precedence is not None and draw(st.integers(0, 3)) == 3:
        info_precedence = draw(st.sampled_from([lower for lower in PROSIGNED if lower <= precedence]))
    transmission = None
    if there():
        transmission = draw(
            transmissions(
                number=number.number if number is not None else None,
                dtg=dtg,
                precedence=precedence,
                classification=level,
                section=section,
                station=indicator,
            )
        )
    to, info = _addressees(draw, complete)
    exempted = info and draw(st.integers(0, 7)) == 7
    classified = level is not None and level.rank > 1
    modern = year is None or year >= 1996
    marks = _MARKS[level]
    body = draw(bodies(marks=marks, ascii_only=ascii_only, least=int(complete), most=paragraphs))
    return Telegram(
        message_id=number,
        transmission=transmission,
        precedence=precedence,
        info_precedence=info_precedence,
        dtg=dtg,
        originator=Address(name) if there() else None,
        to=to,
        info=info,
        exempted=(draw(addresses(plain=True)),) if exempted else (),
        classification=level,
        caveats=("NOFORN",) if classified and draw(st.integers(0, 5)) == 5 else (),
        section=section,
        captions=tuple(draw(st.lists(st.sampled_from(_captions(level)), max_size=2, unique=True))),
        passing=tuple(draw(st.lists(st.sampled_from(_PASSING), max_size=2, unique=True))),
        executive_order=draw(executive_orders(dtg=dtg, classified=classified)) if there() else None,
        tags=draw(tag_lists(least=int(complete))),
        subject=(subject := draw(subjects(ascii_only=ascii_only)) if there() else None),
        subject_marking=draw(st.sampled_from(marks)) if subject and draw(st.integers(0, 4)) == 4 else None,
        references=draw(reference_lists(own=number, year=year)),
        classified_by=draw(authorities(dtg=dtg)) if classified and modern and there() else None,
        body=body,
        signatures=(draw(st.sampled_from(words.SURNAMES)),) if body and there() else (),
        validation=_validation(draw, number) if body else None,
        attributes=draw(attributes()) if with_attributes else NO_ATTRIBUTES,
    )


def _addressees(draw: st.DrawFn, complete: bool) -> tuple[tuple[Address, ...], tuple[Address, ...]]:
    """Action and information addressees, none twice."""
    found = draw(_address_lists(int(complete)))
    cut = draw(st.integers(min(1, len(found)), len(found)))
    return tuple(found[:cut]), tuple(found[cut:])


@cache
def _address_lists(least: int) -> st.SearchStrategy[list[Address]]:
    return st.lists(addresses(), min_size=least, max_size=5, unique_by=lambda address: address.name)


def _captions(level: Classification | None) -> tuple[str, ...]:
    return ("SENSITIVE", *_CAPTIONS) if level is not None and level.rank == 0 else _CAPTIONS


def _validation(draw: st.DrawFn, number: MessageId | None) -> str | None:
    if draw(st.integers(0, 4)) < 4:
        return None
    return f"{number.number % 10_000:04}" if number is not None else "0001"
