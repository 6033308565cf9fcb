"""A reading as plain data, for JSON.

Strategy: the telegram is that of `to_dict`; around it stands what the reading adds. Offsets count bytes of the source.
"""

from __future__ import annotations

from typing import Any

from attrs import asdict

from telegram_format.interchange.plain_data import to_dict
from telegram_format.reading.reading import Passage, Reading
from telegram_format.text.offset import character_offset


def record(reading: Reading) -> dict[str, Any]:
    """All that a reading says, in dictionaries, lists, text and numbers; lone surrogates of the text stay in it."""
    return {
        "source": reading.source.name,
        "format": reading.format,
        "carrier": reading.carrier,
        "detection": None if reading.detection is None else reading.detection._asdict(),
        "coverage": round(reading.coverage, 6),
        "telegram": to_dict(reading.telegram),
        "diagnostics": [_diagnostic(reading, index) for index in range(len(reading.diagnostics))],
        "unread": [_passage(passage) for passage in reading.unread],
        "embedded": [record(part) for part in reading.embedded],
    }


def _diagnostic(reading: Reading, index: int) -> dict[str, Any]:
    diagnostic = reading.diagnostics[index]
    line = column = span = None
    if diagnostic.span is not None:
        span = list(diagnostic.span)
        line, column = reading.source.line_column(character_offset(reading.source, diagnostic.span[0]))
    return {**asdict(diagnostic), "span": span, "line": line, "column": column}


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "line": passage.line,
        "column": passage.column,
        "spans": list(map(list, passage.spans)),
        "text": passage.text,
    }
