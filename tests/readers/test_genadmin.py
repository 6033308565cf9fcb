"""Military messages and what is read in them. A case is two files: the text as it came, and what it says.

In the second, `fields` are paths of the telegram (`to[0].name`; `paragraphs[].number` is the list of all) or of the
reading (`embedded[].telegram.subject`) with their values; `where` are places by what stands there, as UTF-8;
`diagnostics` are the codes, all of them; `coverage` is the least; `context` is what the caller knows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import telegram_format as tf
from telegram_format.testing import ReaderLaws

ValueAt = Callable[[tf.Reading, str], object]
WordsAt = Callable[[tf.Reading, str], list[str] | None]

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
here = pytest.mark.skipif(not CORPUS.is_dir(), reason="no published messages at ../shared/corpus")

FIXTURES = Path(__file__).parents[1] / "fixtures" / "genadmin"
TEXTS = sorted(FIXTURES.glob("*.txt"))
KEYS = {"what", "context", "fields", "where", "diagnostics", "coverage"}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_fixture(path: Path, value_at: ValueAt, words_at: WordsAt) -> None:
    data = path.read_bytes()
    expected = json.loads(path.with_suffix(".json").read_bytes())
    context = tf.Context(**expected.get("context", {}))
    reading = tf.parse(data, format="genadmin", carrier="plain", context=context)
    assert {name: value_at(reading, name) for name in expected["fields"]} == expected["fields"]
    assert {name: words_at(reading, name) for name in expected.get("where", {})} == expected.get("where", {})
    assert sorted({found.code for found in reading.diagnostics}) == expected["diagnostics"]
    unread = [passage.text for passage in reading.unread]
    assert reading.coverage >= expected["coverage"], unread
    assert bytes(reading.source) == data


def test_every_case_is_two_files_with_known_keys() -> None:
    assert {path.stem for path in FIXTURES.glob("*.json")} == {path.stem for path in TEXTS}
    assert len(TEXTS) > 8
    for path in FIXTURES.glob("*.json"):
        keys = json.loads(path.read_bytes()).keys()
        assert keys <= KEYS, path.name
        assert keys >= KEYS - {"context", "where"}, path.name


class TestLaws(ReaderLaws):
    """The seven laws."""

    reader = "genadmin"
    writer = "genadmin"
    samples = TEXTS
    examples = 15


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("R 141530Z MAR 31\nFM CNO\nTO NAVADMIN\nBT\nUNCLAS\nMSGID/GENADMIN/CNO//\nSUBJ/PEARS//\n", "genadmin"),
        ("MSGID/GENADMIN/CNO//\n", "genadmin"),
        ("NAVADMIN 029/31\n\nSUBJ: PEARS//\n", "genadmin"),
        ("R 141530Z MAR 31\n\nALNAV 003/31\n", "genadmin"),
        (
            "UNCLAS LOME 000012\n\nTAGS: PREL\nSUBJECT: SETS\n\n1. They sent:\nMSGID/GENADMIN/CNO//\nSUBJ/X//\n",
            "cablegate",
        ),
        ("SUBJ/PEARS\n", "plain"),
        ("Orchards bear fruit.", "plain"),
    ],
)
def test_detection(text: str, format: str) -> None:  # noqa: A002
    assert tf.detect(text).format == format


@here
def test_published_messages_are_told_from_state_telegrams() -> None:
    messages = sorted((CORPUS / "navadmin").iterdir())
    others = [path for name in ("cablegate-text", "cablegate-html") for path in sorted((CORPUS / name).rglob("*.*"))]
    found = [tf.detect(path.read_bytes()).format == "genadmin" for path in messages]
    assert sum(found) / len(found) >= 0.99
    assert not any(tf.detect(path.read_bytes()).format == "genadmin" for path in others if path.is_file())


@here
def test_published_messages_are_read() -> None:
    """What a plain search of the text finds is read: date-time group, originator, subject, number in its series."""
    hits: dict[str, list[bool]] = {"dtg": [], "originator": [], "subject": [], "number": []}
    coverages = []
    for path in sorted((CORPUS / "navadmin").iterdir()):
        data = path.read_bytes()
        reading = tf.parse(data, format="genadmin", carrier="plain")
        assert bytes(reading.source) == data
        coverages.append(reading.coverage)
        telegram, text = reading.telegram, reading.source.text.replace("\r", "")
        if (match := re.search(r"^ *[RPO] (\d{6}Z [A-Za-z]{3} \d\d)", text, re.MULTILINE)) is not None:
            hits["dtg"].append(str(telegram.dtg) == match[1].upper())
        if (match := re.search(r"^FM ([A-Z ]+?)(?://| ?\n| TO )", text, re.MULTILINE)) is not None:
            hits["originator"].append(telegram.originator is not None and telegram.originator.name == match[1])
        if (match := re.search(r"^ *SUBJ/([^/]*)//\s", text, re.MULTILINE)) is not None:
            hits["subject"].append(telegram.subject == " ".join(match[1].split()))
        if (match := re.search(r"^ *NAVADMIN[ /]*(\d{1,3})/(\d\d)\b", text, re.MULTILINE)) is not None:
            number = telegram.message_id
            hits["number"].append(number is not None and number.number == int(match[1]))
    assert sorted(coverages)[len(coverages) // 2] >= 0.99
    for name, found in hits.items():
        assert len(found) > 500, name
        assert sum(found) / len(found) >= 0.98, name
