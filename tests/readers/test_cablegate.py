"""Damaged telegrams and what is read in them. A case is two files: the text as it came, and what it says.

In the second, `fields` are paths of the telegram (`to[0].name`; `paragraphs[].number` is the list of all) or of the
reading (`embedded[].telegram.subject`) with their values; `where` are places by what stands there, as UTF-8;
`diagnostics` are the codes, all of them; `coverage` is the least; `context` is what the caller knows.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import telegram_format as tf

ValueAt = Callable[[tf.Reading, str], object]
WordsAt = Callable[[tf.Reading, str], list[str] | None]

FIXTURES = Path(__file__).parents[1] / "fixtures" / "cablegate"
TEXTS = sorted(FIXTURES.glob("*.txt"))
KEYS = {"what", "context", "fields", "where", "diagnostics", "coverage"}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_fixture(path: Path, value_at: ValueAt, words_at: WordsAt) -> None:
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
