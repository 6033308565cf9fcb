"""The tables of a corpus: their columns, and what of a telegram stands in each.

Strategy: a table of columns for each table, a row a column: its name, its Arrow type, and the function that takes its
value from a telegram. Types are those that query engines read without help: strings, integers, dates, moments in UTC,
lists and structs. `telegram` is the key that joins the tables; `source`, `offset` and `length` say where a telegram's
bytes are, `sha256` that they are still the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pyarrow as pa

from telegram_format.model.address import Address
from telegram_format.model.marking import Classification
from telegram_format.model.message_id import MessageId
from telegram_format.model.precedence import Precedence
from telegram_format.model.telegram import Telegram


class Column(NamedTuple):
    """A column of the table of telegrams."""

    name: str
    type: pa.DataType
    value: Callable[[Telegram], Any]


_ADDRESS = pa.struct(
    [
        ("name", pa.string()),
        ("routing_indicator", pa.string()),
        ("precedence", pa.string()),
        ("continuity_number", pa.string()),
        ("office_codes", pa.list_(pa.string())),
    ]
)
_TRANSMISSION = pa.struct(
    [
        ("identification", pa.string()),
        ("precedence", pa.string()),
        ("routing", pa.list_(pa.string())),
        ("station", pa.string()),
        ("serial", pa.string()),
        ("section", pa.int64()),
        ("filed", pa.string()),
        ("security", pa.string()),
        ("signals", pa.list_(pa.string())),
    ]
)
_ORDER = pa.struct(
    [
        ("number", pa.string()),
        ("declassify_on", pa.date32()),
        ("event", pa.string()),
        ("exemptions", pa.list_(pa.string())),
    ]
)
_AUTHORITY = pa.struct([("name", pa.string()), ("position", pa.string()), ("reasons", pa.list_(pa.string()))])
_TAG = pa.struct([("code", pa.string()), ("kind", pa.string())])
_WORDS = pa.list_(pa.string())


def _word(value: Precedence | Classification | None) -> str | None:
    """The word of a precedence or a classification; `_value_` is what `value` looks up."""
    return None if value is None else value._value_


def _address(address: Address) -> tuple[Any, ...]:
    precedence = _word(address.precedence)
    return (address.name, address.routing_indicator, precedence, address.continuity_number, address.office_codes)


def _addresses(addresses: tuple[Address, ...]) -> list[tuple[Any, ...]]:
    return [_address(address) for address in addresses]


def id_parts(number: MessageId | None) -> tuple[str | None, int | None, str | None, int | None]:
    """A message number: compact, year, station, number."""
    return (None, None, None, None) if number is None else (number.compact, number.year, number.station, number.number)


def _transmission(telegram: Telegram) -> tuple[Any, ...] | None:
    found = telegram.transmission
    if found is None:
        return None
    return (
        found.identification,
        _word(found.precedence),
        found.routing,
        found.station,
        found.serial,
        found.section,
        found.filed,
        found.security,
        found.signals,
    )


def _order(telegram: Telegram) -> tuple[Any, ...] | None:
    found = telegram.executive_order
    return None if found is None else (found.number, found.declassify_on, found.event, found.exemptions)


def _authority(telegram: Telegram) -> tuple[Any, ...] | None:
    found = telegram.classified_by
    return None if found is None else (found.name, found.position, found.reasons)


_FIELDS = (
    Column("message_id", pa.string(), lambda t: t.message_id and t.message_id.compact),
    Column("year", pa.int64(), lambda t: t.message_id and t.message_id.year),
    Column("station", pa.string(), lambda t: t.message_id and t.message_id.station),
    Column("number", pa.int64(), lambda t: t.message_id and t.message_id.number),
    Column("suffix", pa.string(), lambda t: t.message_id and t.message_id.suffix),
    Column("dtg", pa.string(), lambda t: t.dtg and str(t.dtg)),
    Column("date", pa.timestamp("s", tz="UTC"), lambda t: t.dtg and t.dtg.datetime),
    Column("precedence", pa.string(), lambda t: _word(t.precedence)),
    Column("info_precedence", pa.string(), lambda t: _word(t.info_precedence)),
    Column("originator", _ADDRESS, lambda t: t.originator and _address(t.originator)),
    Column("to", pa.list_(_ADDRESS), lambda t: _addresses(t.to)),
    Column("info", pa.list_(_ADDRESS), lambda t: _addresses(t.info)),
    Column("exempted", pa.list_(_ADDRESS), lambda t: _addresses(t.exempted)),
    Column("classification", pa.string(), lambda t: _word(t.classification)),
    Column("caveats", _WORDS, lambda t: t.caveats),
    Column("section", pa.int64(), lambda t: t.section and t.section.number),
    Column("sections", pa.int64(), lambda t: t.section and t.section.total),
    Column("captions", _WORDS, lambda t: t.captions),
    Column("passing", _WORDS, lambda t: t.passing),
    Column("executive_order", _ORDER, _order),
    Column("tags", pa.list_(_TAG), lambda t: [(tag.code, tag.kind) for tag in t.tags]),
    Column("subject", pa.string(), lambda t: t.subject),
    Column("subject_marking", pa.string(), lambda t: t.subject_marking),
    Column("classified_by", _AUTHORITY, _authority),
    Column("signatures", _WORDS, lambda t: t.signatures),
    Column("validation", pa.string(), lambda t: t.validation),
    Column("transmission", _TRANSMISSION, _transmission),
    Column("attributes", pa.map_(pa.string(), pa.string()), lambda t: list(t.attributes.items())),
)
"""What the telegram itself says."""

_PLACE = (
    ("telegram", pa.int64()),
    ("source", pa.string()),
    ("offset", pa.int64()),
    ("length", pa.int64()),
    ("sha256", pa.string()),
)

TELEGRAMS = pa.schema(
    [
        *_PLACE,
        ("embedded", pa.int64()),
        ("format", pa.string()),
        ("carrier", pa.string()),
        ("encoding", pa.string()),
        ("coverage", pa.float64()),
        *((column.name, column.type) for column in _FIELDS),
    ]
)
"""One row a telegram. `embedded` counts the telegrams found inside the text of another, which has 0."""

PARAGRAPHS = pa.schema(
    [
        ("telegram", pa.int64()),
        ("paragraph", pa.int64()),
        ("inside", pa.int64()),
        ("kind", pa.string()),
        ("number", pa.int64()),
        ("label", pa.string()),
        ("marking", pa.string()),
        ("role", pa.string()),
        ("text", pa.large_string()),
    ]
)
"""One row a block of the body and a part of a paragraph, in the order of the text, counted from 0.

`inside` is the paragraph of which a part is one; `kind` is `paragraph`, `heading` or `separator`.
"""

REFERENCES = pa.schema(
    [
        ("telegram", pa.int64()),
        ("reference", pa.int64()),
        ("label", pa.string()),
        ("kind", pa.string()),
        ("message_id", pa.string()),
        ("year", pa.int64()),
        ("station", pa.string()),
        ("number", pa.int64()),
        ("text", pa.string()),
        ("captions", _WORDS),
    ]
)
"""One row a reference, in the order of the REF line, counted from 0."""

DIAGNOSTICS = pa.schema(
    [
        ("telegram", pa.int64()),
        ("code", pa.string()),
        ("severity", pa.string()),
        ("message", pa.string()),
        ("path", pa.string()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("reader", pa.string()),
    ]
)
"""One row a diagnostic; `start` and `end` count bytes from the telegram's own `offset`."""

QUARANTINE = pa.schema(
    [
        ("source", pa.string()),
        ("offset", pa.int64()),
        ("length", pa.int64()),
        ("sha256", pa.string()),
        ("reason", pa.string()),
        ("message", pa.string()),
        ("raw", pa.large_binary()),
    ]
)
"""One row a piece that is in no other table; `raw` is the piece itself, null where it could not be had."""

SCHEMAS: dict[str, pa.Schema] = {
    "telegrams": TELEGRAMS,
    "paragraphs": PARAGRAPHS,
    "references": REFERENCES,
    "diagnostics": DIAGNOSTICS,
    "quarantine": QUARANTINE,
}
"""The tables by name."""


def telegram_values(telegram: Telegram) -> tuple[Any, ...]:
    """The values of the columns that stand behind `coverage`."""
    return tuple([column.value(telegram) for column in _FIELDS])
