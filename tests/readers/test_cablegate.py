"""Damaged telegrams and what is read in them. A case is two files: the text as it came, and what it says.

In the second, `fields` are paths of the telegram (`to[0].name`; `paragraphs[].number` is the list of all) or of the
reading (`embedded[].telegram.subject`) with their values; `where` are places by what stands there, as UTF-8;
`diagnostics` are the codes, all of them; `coverage` is the least; `context` is what the caller knows.
"""

from __future__ import annotations

import json
import re
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

import telegram_format as tf

FIXTURES = Path(__file__).parents[1] / "fixtures" / "cablegate"
TEXTS = sorted(FIXTURES.glob("*.txt"))
KEYS = {"what", "context", "fields", "where", "diagnostics", "coverage"}

_STEP = re.compile(r"\[([0-9]*)\]|\.?([a-z_]+)")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_fixture(path: Path) -> None:
    data = path.read_bytes()
    expected = json.loads(path.with_suffix(".json").read_bytes())
    context = tf.Context(**expected.get("context", {}))
    reading = tf.parse(data, format="cablegate", carrier="plain", context=context)
    assert {name: value_at(reading, name) for name in expected["fields"]} == expected["fields"]
    assert {name: words_at(reading, name) for name in expected.get("where", {})} == expected.get("where", {})
    assert sorted({found.code for found in reading.diagnostics}) == expected["diagnostics"]
    unread = [passage.text for passage in reading.unread]
    assert reading.coverage >= expected["coverage"], unread
    assert bytes(reading.source) == data


def test_every_case_is_two_files_with_known_keys() -> None:
    assert {path.stem for path in FIXTURES.glob("*.json")} == {path.stem for path in TEXTS}
    assert len(TEXTS) > 300
    for path in FIXTURES.glob("*.json"):
        keys = json.loads(path.read_bytes()).keys()
        assert keys <= KEYS, path.name
        assert keys >= KEYS - {"context", "where"}, path.name


def value_at(reading: tf.Reading, path: str) -> object:
    """What stands at a path, in the types of JSON."""
    start: Any = reading if path.startswith("embedded") else reading.telegram
    return _plain(_walked(start, [match.groups() for match in _STEP.finditer(path)]))


def words_at(reading: tf.Reading, path: str) -> list[str] | None:
    """What the source has in the places of a path."""
    passage = reading.where(path)
    data = bytes(reading.source)
    return None if passage is None else [data[start:end].decode() for start, end in passage.spans]


def _walked(value: Any, steps: list[tuple[str | None, str | None]]) -> Any:
    for place, (index, name) in enumerate(steps):
        if name:
            value = None if value is None else getattr(value, name)
        elif index:
            value = value[int(index)] if int(index) < len(value) else None
        else:
            return tuple(_walked(item, steps[place + 1 :]) for item in value)
    return value


def _plain(value: Any) -> object:
    match value:
        case tuple():
            return [_plain(item) for item in value]
        case tf.Attributes():
            return dict(value)
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case tf.DateTimeGroup():
            return str(value)
        case tf.MessageId():
            return value.compact
        case tf.Tag():
            return value.code
    return value
