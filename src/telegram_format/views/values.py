"""A value as people read it: one line, the words of a telegram where it has some.

Strategy: a table from kinds of values to functions; what is not in it is its own text. Values are not made fit for a
terminal or a page here: whoever prints them does that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

from attrs import fields, has

from telegram_format.model.address import Address
from telegram_format.model.authority import ClassificationAuthority, ExecutiveOrder
from telegram_format.model.body import Heading, Paragraph, Separator
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.reference import Reference
from telegram_format.model.tag import Tag
from telegram_format.model.transmission import Section


def value_text(value: object) -> str:
    """`value` on one line; empty for `None` and for nothing."""
    for kind, say in _SAID.items():
        if isinstance(value, kind):
            return say(value)
    if has(type(value)) and type(value).__str__ is object.__str__:
        return _record(value)
    return " ".join(str(value).split())


def _address(address: Address) -> str:
    indicator = f"{address.routing_indicator}/" if address.routing_indicator else ""
    codes = f"//{'/'.join(address.office_codes)}//" if address.office_codes else ""
    precedence = address.precedence.value.upper() if address.precedence is not None else ""
    return _words(f"{indicator}{address.name}{codes}", precedence, address.continuity_number)


def _group(group: DateTimeGroup) -> str:
    moment = group.datetime
    return _words(str(group), f"({_moment(moment)})" if moment is not None else "")


def _moment(moment: datetime) -> str:
    zone = "UTC" if not moment.utcoffset() else moment.tzname()
    return f"{moment:%Y-%m-%d %H:%M} {zone}"


def _paragraph(paragraph: Paragraph) -> str:
    """The paragraph and its parts, one after the other, however deep they are."""
    words: list[str] = []
    left = [paragraph]
    while left:
        here = left.pop()
        words.append(f"{here.number}." if here.number is not None else "")
        words.append(f"{here.label}." if here.label else "")
        words.append(f"({here.marking})" if here.marking else "")
        words.append(here.text)
        left.extend(reversed(here.paragraphs))
    return _words(*words)


def _reference(reference: Reference) -> str:
    captions = f"({', '.join(reference.captions)})" if reference.captions else ""
    return _words(f"{reference.label}." if reference.label else "", reference.text, captions)


def _order(order: ExecutiveOrder) -> str:
    day = f"declassify on {order.declassify_on.isoformat()}" if order.declassify_on is not None else ""
    return ", ".join(filter(None, (order.number, day, order.event, *order.exemptions)))


def _authority(authority: ClassificationAuthority) -> str:
    reasons = f"reasons {', '.join(authority.reasons)}" if authority.reasons else ""
    return ", ".join(filter(None, (authority.name, authority.position, reasons)))


def _section(section: Section) -> str:
    return f"{section.number} of {section.total}{' (final)' * section.final}"


def _tag(tag: Tag) -> str:
    return f"{tag.code} ({tag.kind})"


def _many(values: tuple[object, ...]) -> str:
    return ", ".join(map(value_text, values))


def _mapping(values: Mapping[str, object]) -> str:
    return "; ".join(f"{name}: {value_text(value)}" for name, value in values.items())


def _record(value: Any) -> str:
    """The fields that say something, each with its name."""
    said = ((field.name.replace("_", " "), value_text(getattr(value, field.name))) for field in fields(type(value)))
    return "; ".join(f"{name}: {text}" for name, text in said if text)


def _words(*words: str | None) -> str:
    """The words that are there, single blanks between all of it."""
    return " ".join(" ".join(filter(None, words)).split())


_SAID: dict[type, Callable[[Any], str]] = {
    type(None): lambda _: "",
    Address: _address,
    ClassificationAuthority: _authority,
    DateTimeGroup: _group,
    ExecutiveOrder: _order,
    Enum: lambda value: str(value.value),
    Heading: lambda heading: _words(heading.text),
    Mapping: _mapping,
    Paragraph: _paragraph,
    Reference: _reference,
    Section: _section,
    Separator: lambda separator: str(separator.sign * 4),
    Tag: _tag,
    date: date.isoformat,
    tuple: _many,
}
"""How each kind of value is said."""
