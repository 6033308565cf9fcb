"""Strategies for the classified heading: level, order, TAGS, subject, references, authority."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

from hypothesis import strategies as st

from telegram_format.model.authority import ClassificationAuthority, ExecutiveOrder
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.marking import Classification
from telegram_format.model.message_id import MessageId
from telegram_format.model.reference import Reference, ReferenceKind
from telegram_format.model.tag import Tag, TagKind
from telegram_format.testing.strategies import words
from telegram_format.testing.strategies.header import dtgs, message_ids
from telegram_format.vocab.tables import executive_orders as known_orders
from telegram_format.vocab.tables import tag_kinds

LEVELS = (
    Classification.UNCLASSIFIED,
    Classification.CONFIDENTIAL,
    Classification.SECRET,
    Classification.LIMITED_OFFICIAL_USE,
    Classification.TOP_SECRET,
)
"""Those that the classification lines of State telegrams say."""

_CODES = (
    "PREL",
    "ECON",
    "EAID",
    "SENV",
    "KWMN",
    "PGOV",
    "ETRD",
    "FR",
    "EG",
    "XA",
    "UN",
    "UNSC",
    "NATO",
    "HUMAN RIGHTS",
)
_PERSON_CODES = ("OVIP", "PINR", "OREP")

_PAPERS: tuple[tuple[str, ReferenceKind], ...] = (
    ("QUAYLE-TENNANT E-MAIL OF 03/02/2009", "email"),
    ("FINCH/HOLLOWAY TELCON OF MAY 12", "telephone"),
    ("SEPTEL", "septel"),
    ("2008 INVESTMENT CLIMATE REPORT FOR ALDERIA", "report"),
    ("LETTER OF THE HARBOUR MASTER", "letter"),
    ("MEETING WITH THE GROWERS", "meeting"),
    ("TREATY OF STONEHAUGH", "other"),
)
_CAPTIONS = ((), ("NOTAL",), ("EXDIS",), ("EXDIS", "NOTAL"))

_POSITIONS = (
    "Ambassador",
    "DCM",
    "Economic Counselor",
    "Charge d'Affaires",
    "Deputy Chief of Mission",
    "Political Officer",
)

_EVENTS = ("AFTER THE ELECTION", "UPON COMPLETION OF THE ALDER BRIDGE", "OADR")


def classifications(*, any_level: bool = False) -> st.SearchStrategy[Classification]:
    """A level that a State telegram may have; `any_level` is for all there are."""
    return st.sampled_from(tuple(Classification) if any_level else LEVELS)


@st.composite
def executive_orders(draw: st.DrawFn, *, dtg: DateTimeGroup | None = None, classified: bool = True) -> ExecutiveOrder:
    """The order in force at `dtg`, with a date behind it, an event, exemptions, or nothing (`N/A`)."""
    dtg = dtg if dtg is not None and dtg.datetime is not None else draw(dtgs())
    moment = dtg.datetime
    assert moment is not None
    number = _order_at(moment.date())
    shape = draw(st.integers(0, 3)) if classified else 0
    if shape == 0:
        return ExecutiveOrder(number)
    if number < "12356":
        return ExecutiveOrder(number, event=draw(st.sampled_from(("GDS", "XGDS-2", "RDS-1"))))
    if shape == 1 and number > "12356":
        return ExecutiveOrder(number, moment.date() + timedelta(days=draw(st.integers(0, 25 * 365))))
    if shape == 2 and number == "12958":
        letters = draw(st.lists(st.sampled_from("12345678"), min_size=1, max_size=3, unique=True).map(sorted))
        return ExecutiveOrder(number, exemptions=tuple(f"X{letter}" for letter in letters))
    return ExecutiveOrder(number, event=draw(st.sampled_from(_EVENTS)))


def _order_at(day: date) -> str:
    """The number of the order in force; those that only amend another, or are of other matters, are left out."""
    orders = [row for row in known_orders().values() if row.number not in ("13292", "13556")]
    return [row.number for row in orders if row.effective <= day][-1]


def tags(*, persons: bool = True) -> st.SearchStrategy[Tag]:
    """A code with the kind that the vocabulary gives it, or a person."""
    codes = st.sampled_from(_CODES + _PERSON_CODES).map(_tag)
    return codes | st.sampled_from(words.PERSONS).map(lambda name: Tag(name, "person")) if persons else codes


@st.composite
def tag_lists(draw: st.DrawFn, *, least: int = 0, most: int = 5) -> tuple[Tag, ...]:
    """The value of a TAGS line: no code twice, persons behind a code that announces them."""
    codes = draw(st.lists(st.sampled_from(_CODES), min_size=least, max_size=most, unique=True))
    found = list(map(_tag, codes))
    if draw(st.integers(0, 3)) == 3:
        found.append(_tag(draw(st.sampled_from(_PERSON_CODES))))
        names = draw(st.lists(st.sampled_from(words.PERSONS), max_size=2, unique=True))
        found += [Tag(name, "person") for name in names]
    return tuple(found)


def _tag(code: str) -> Tag:
    return Tag(code, cast("TagKind", tag_kinds()[code]))


@st.composite
def subjects(draw: st.DrawFn, *, ascii_only: bool = True) -> str:
    """A subject on one line, mostly in capitals."""
    first = draw(st.sampled_from(words.SUBJECTS if ascii_only else words.SUBJECTS + words.SUBJECTS_BEYOND_ASCII))
    rest = draw(st.none() | st.sampled_from(words.REMAINDERS))
    return first if rest is None else f"{first}: {rest}"


@st.composite
def references(
    draw: st.DrawFn, *, label: str | None = None, own: MessageId | None = None, year: int | None = None
) -> Reference:
    """An earlier cable or another paper.

    `year` is that of the telegram it stands in and `own` its number: the text names the year where it is another one,
    or where the number is still to come (a reader takes the year before for such a one).
    """
    if draw(st.integers(0, 3)) == 3:
        text, kind = draw(st.sampled_from(_PAPERS))
        return Reference(text, kind, label)
    when = draw(st.integers(0, 3))
    message_id = draw(message_ids(years=st.just((year or 2009) - when)))
    later = own is not None and message_id.station == own.station and message_id.number >= own.number
    named = message_id.year != year or later
    text = str(message_id) if named else f"{message_id.station} {message_id.number}"
    found = MessageId(message_id.year, message_id.station, message_id.number, None, text)
    return Reference(text, "cable", label, found, draw(st.sampled_from(_CAPTIONS)))


@st.composite
def reference_lists(
    draw: st.DrawFn, *, own: MessageId | None = None, year: int | None = None, most: int = 4
) -> tuple[Reference, ...]:
    """The value of a REF line: one with or without a letter, more with letters from A on."""
    count = draw(st.integers(0, most))
    lettered = count > 1 or draw(st.booleans())
    found: list[Reference] = []
    for index in range(count):
        reference = draw(references(label="ABCDEFGH"[index] if lettered else None, own=own, year=year))
        if all(reference.text != known.text for known in found):
            found.append(reference)
    if len(found) < count:  # a doubled one was left out: the letters close up
        found = [
            Reference(known.text, known.kind, letter, known.message_id, known.captions)
            for letter, known in zip("ABCDEFGH", found, strict=False)
        ]
    return tuple(found)


@st.composite
def authorities(draw: st.DrawFn, *, dtg: DateTimeGroup | None = None) -> ClassificationAuthority:
    """Who classified and why: reasons of section 1.4 since 2003, of 1.5 before."""
    name = draw(st.sampled_from(words.NAMES))
    position = draw(st.none() | st.sampled_from(_POSITIONS))
    letters = sorted(draw(st.lists(st.sampled_from("bdace"), max_size=3, unique=True)))
    section = "1.5" if dtg is not None and dtg.year is not None and dtg.year < 2003 else "1.4"
    return ClassificationAuthority(name, position, tuple(f"{section}({letter})" for letter in letters))
