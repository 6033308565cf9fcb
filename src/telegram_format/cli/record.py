"""A reading as plain data, for JSON.

Strategy: values of the model are taken apart by their fields, whatever they are; no field is named here. Blocks of the
body say what they are (`kind`), for nothing else tells a heading from a paragraph. Offsets count bytes of the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from attrs import fields, has

from telegram_format.model.body import Heading, Paragraph, Separator
from telegram_format.reading.reading import Passage, Reading
from telegram_format.text.offset import character_offset

_KINDS = {Heading: "heading", Paragraph: "paragraph", Separator: "separator"}


def record(reading: Reading) -> dict[str, Any]:
    """All that a reading says, in dictionaries, lists, text and numbers; lone surrogates of the text stay in it."""
    return {
        "source": reading.source.name,
        "format": reading.format,
        "carrier": reading.carrier,
        "detection": None if reading.detection is None else reading.detection._asdict(),
        "coverage": round(reading.coverage, 6),
        "telegram": plain(reading.telegram),
        "diagnostics": [_diagnostic(reading, index) for index in range(len(reading.diagnostics))],
        "unread": [_passage(passage) for passage in reading.unread],
        "embedded": [record(part) for part in reading.embedded],
    }


def plain(value: object) -> Any:
    """A value of the model as plain data."""
    kind = type(value)
    if has(kind):
        data = {field.name: plain(getattr(value, field.name)) for field in fields(kind)}
        return {"kind": _KINDS[kind], **data} if kind in _KINDS else data
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: plain(item) for name, item in value.items()}
    return value


def _diagnostic(reading: Reading, index: int) -> dict[str, Any]:
    diagnostic = reading.diagnostics[index]
    line = column = None
    if diagnostic.span is not None:
        line, column = reading.source.line_column(character_offset(reading.source, diagnostic.span[0]))
    return {**plain(diagnostic), "line": line, "column": column}


def _passage(passage: Passage) -> dict[str, Any]:
    return {"line": passage.line, "column": passage.column, "spans": plain(passage.spans), "text": passage.text}
