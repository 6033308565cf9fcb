"""All that is drawn on the source of a reading: fields, marks, what was not read, what the wrapper is.

Strategy: places are taken from the layers of the trace, in characters of the source; those of embedded telegrams too,
for they stand in the same source. Of one field in several places each place is one of so many. Fields at the very same
place are drawn as one, with both names.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from itertools import chain

from attrs import define, field

from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.message_id import MessageId
from telegram_format.model.tag import Tag
from telegram_format.model.transmission import Section
from telegram_format.reading.reading import Reading
from telegram_format.reading.trace import merged, spell, steps
from telegram_format.text.offset import character_span
from telegram_format.text.source import Span
from telegram_format.views.names import Name, Names
from telegram_format.views.values import value_text

LONGEST = 80
"""Characters of a value that is told beside its name."""

_TOLD = (str, int, date, Enum, DateTimeGroup, MessageId, Section, Tag)
"""Kinds of values that may say more than the words they were read from."""


@define
class Place:
    """A range of the source and what is to be said of it.

    `titles` are the names it has, with values and counts; `paths` those of the fields that stand here for the first
    time, by which they are found.
    """

    span: Span
    name: Name
    titles: list[str]
    paths: list[str] = field(factory=list)


def places(reading: Reading) -> list[Place]:
    """All places, outer ones before inner ones of the same span."""
    found = list(_embedded(reading, ""))
    at: dict[Span, Place] = {}
    for place in chain(_marks(reading, ""), _fields(reading, "")):
        before = at.get(place.span)
        if before is not None and before.name.field == place.name.field:
            before.titles += place.titles
            before.paths += place.paths
        else:
            at[place.span] = place
            found.append(place)
    return [*found, *_wrapper(reading), *_unread(reading)]


def inner(part: str, index: int) -> str:
    """The name of an embedded telegram."""
    return f"{part}.embedded[{index}]".lstrip(".")


def _embedded(reading: Reading, part: str) -> Iterator[Place]:
    for index, found in enumerate(reading.embedded):
        name = inner(part, index)
        spans = merged(found.view.taken()) or [(0, 0)]
        yield Place((spans[0][0], spans[-1][1]), Name(name, None, "embedded", field=False), [name])
        yield from _embedded(found, name)


def _marks(reading: Reading, part: str) -> Iterator[Place]:
    for layer in reading.trace.layers:
        for kind, start, end in layer.marks:
            name = Name(kind, None, "mark", field=False, part=part)
            for span in layer.view.to_source(start, end):
                yield Place(span, name, [f"{kind} (understood, no field)"])
    for index, found in enumerate(reading.embedded):
        yield from _marks(found, inner(part, index))


def _fields(reading: Reading, part: str) -> Iterator[Place]:
    spans: dict[str, list[Span]] = {}
    written: dict[str, str] = {}
    for layer in reading.trace.layers:
        for known, start, end in chain(layer.entries, layer.rest):
            path = spell(known)
            spans.setdefault(path, []).extend(layer.view.to_source(start, end))
            written.setdefault(path, layer.view.text[start : min(end, start + 4 * LONGEST)])
    names = Names(reading.telegram, part)
    for path, stands in sorted(spans.items(), key=lambda item: item[0].count(".")):
        name = names.of(path)
        title = names.path(path)
        title = f"{part}.{title}" if part else title
        said = _said(reading, path, written[path])
        for number, span in enumerate(stands, 1):
            count = f" (place {number} of {len(stands)})" if len(stands) > 1 else ""
            yield Place(span, name, [f"{title}{said}{count}"], [title] if number == 1 else [])
    for index, found in enumerate(reading.embedded):
        yield from _fields(found, inner(part, index))


def _said(reading: Reading, path: str, written: str) -> str:
    """The value of a field, where it is short and is not what stands there."""
    value: object = reading.telegram
    if path.startswith("attributes."):
        return ""
    for step in steps(path):
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        else:
            value = getattr(value, step, None)
    if not isinstance(value, _TOLD) or (isinstance(value, str) and len(value) > LONGEST):
        return ""
    said = value_text(value)
    return f": {said}" if said and len(said) <= LONGEST and said.lower() != " ".join(written.lower().split()) else ""


def _wrapper(reading: Reading) -> Iterator[Place]:
    """What the carrier left out: markup, the page around the telegram."""
    position = 0
    size = len(reading.source.text)
    for start, end in (*merged(reading.view.taken()), (size, size)):
        if position < start:
            yield Place((position, start), Name("wrapper", None, "wrapper", field=False), [])
        position = end


def _unread(reading: Reading) -> Iterator[Place]:
    for passage in reading.unread:
        for span in passage.spans:
            yield Place(
                character_span(reading.source, span), Name("not read", None, "unread", field=False), ["not read"]
            )
    for found in reading.embedded:
        yield from _unread(found)
