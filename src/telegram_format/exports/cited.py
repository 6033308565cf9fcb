"""What a citation says of a telegram.

Strategy: taken from the telegram once, each on one line, for all styles and formats of bibliography. Names stand as in
the telegram; the caller may say what they are called in a citation. What a telegram does not say is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import evolve, fields, frozen

from telegram_format.exports.one_line import one_line
from telegram_format.exports.provenance import Provenance
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.telegram import Telegram
from telegram_format.reading.reading import Reading

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
_DEPARTMENT = "STATE"
"""The sender of telegrams of Washington, and no place."""

_NO_KEY = re.compile(r"[^a-z0-9]+")


@frozen
class Cited:
    """The facts of a citation.

    `sender` is the originator, or, where none is named (`originator`), the station of the number. `year`, `month` and
    `day` are those of the date-time group, as far as it tells them, or the year is that of the message number. `date`
    are the words of the date; `number` is that of the message, else its date-time group; `place` is where it
    was sent from; `key` is a name for a bibliography, in small letters, figures and hyphens.
    """

    sender: str
    originator: bool
    recipients: tuple[str, ...]
    number: str
    subject: str
    place: str
    date: str
    year: int | None
    month: int | None
    day: int | None
    key: str

    @property
    def addressed(self) -> str:
        """The recipients in words; of more than three, the first and `others`."""
        found = self.recipients
        if len(found) > 3:
            return f"{found[0]} and others"
        return " and ".join(filter(None, (", ".join(found[:-1]), *found[-1:])))


def telegram_of(given: Telegram | Reading) -> Telegram:
    """The telegram of a reading, or the telegram that was given."""
    return given.telegram if isinstance(given, Reading) else given


def cited(given: Telegram | Reading, names: Mapping[str, str] | None = None) -> Cited:
    """The facts of a telegram's citation."""
    telegram = telegram_of(given)
    known = names or {}

    def called(name: str) -> str:
        return one_line(known.get(name, name))

    identity, group = telegram.message_id, telegram.dtg
    station = identity.station if identity is not None else ""
    sender = called(telegram.originator.name if telegram.originator is not None else station)
    number = ""
    if identity is not None:
        number = f"{identity.suffix}-{identity.number}" if identity.suffix is not None else str(identity.number)
    elif group is not None and group.zone != "J":
        number = one_line(str(group))
    year, month, day = _calendar(group)
    if month is None and identity is not None:
        year = identity.year
    place = telegram.attributes.get("place", "" if station == _DEPARTMENT else station)
    return Cited(
        sender,
        telegram.originator is not None,
        tuple(filter(None, (called(address.name) for address in telegram.to))),
        number,
        one_line(telegram.subject or ""),
        one_line(place),
        (_words(year, month, day) if month is not None else one_line(telegram.attributes.get("date", str(year or "")))),
        year,
        month,
        day,
        _NO_KEY.sub("-", f"{station} {year or ''} {number}".lower()).strip("-") or "telegram",
    )


def plain_provenance(source: Provenance | None) -> Provenance:
    """What the caller told, each on one line."""
    if source is None:
        return Provenance()
    values = {known.name: getattr(source, known.name) for known in fields(Provenance)}
    words: dict[str, Any] = {name: one_line(value) for name, value in values.items() if isinstance(value, str)}
    return evolve(source, **words)


def date_words(day: date) -> str:
    """`March 6, 2009`."""
    return _words(day.year, day.month, day.day)


def _calendar(group: DateTimeGroup | None) -> tuple[int | None, int | None, int | None]:
    """Year, month and day, as far as they are in the calendar."""
    if group is None or group.month is None or not 1 <= group.month <= 12:
        return None, None, None
    try:
        date(group.year if group.year is not None else 2000, group.month, group.day)
    except ValueError:
        return None, None, None
    return group.year, group.month, group.day


def _words(year: int | None, month: int, day: int | None) -> str:
    return f"{MONTHS[month - 1]} {day}" + (f", {year}" if year is not None else "")
