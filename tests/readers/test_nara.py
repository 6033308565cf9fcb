"""Telegrams of 1973 to 1979 and what is read in them. A case is two files: the text as it came, and what it says.

In the second, `fields` are paths of the telegram (`to[0].name`; `paragraphs[].number` is the list of all) or of the
reading (`embedded[].telegram.subject`) with their values; `where` are places by what stands there, as UTF-8;
`diagnostics` are the codes, all of them; `coverage` is the least; `context` is what the caller knows.
"""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable
from pathlib import Path

import pytest

import telegram_format as tf

ValueAt = Callable[[tf.Reading, str], object]
WordsAt = Callable[[tf.Reading, str], list[str] | None]

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
here = pytest.mark.skipif(not CORPUS.is_dir(), reason="no published telegrams at ../shared/corpus")

FIXTURES = Path(__file__).parents[1] / "fixtures" / "nara"
TEXTS = sorted(FIXTURES.glob("*.txt"))
KEYS = {"what", "context", "fields", "where", "diagnostics", "coverage"}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_fixture(path: Path, value_at: ValueAt, words_at: WordsAt) -> None:
    data = path.read_bytes()
    expected = json.loads(path.with_suffix(".json").read_bytes())
    context = tf.Context(**expected.get("context", {}))
    reading = tf.parse(data, format="nara", carrier="plain", context=context)
    assert {name: value_at(reading, name) for name in expected["fields"]} == expected["fields"]
    assert {name: words_at(reading, name) for name in expected.get("where", {})} == expected.get("where", {})
    assert sorted({found.code for found in reading.diagnostics}) == expected["diagnostics"]
    unread = [passage.text for passage in reading.unread]
    assert reading.coverage >= expected["coverage"], unread
    assert bytes(reading.source) == data


def test_every_case_is_two_files_with_known_keys() -> None:
    assert {path.stem for path in FIXTURES.glob("*.json")} == {path.stem for path in TEXTS}
    assert len(TEXTS) > 60
    for path in FIXTURES.glob("*.json"):
        keys = json.loads(path.read_bytes()).keys()
        assert keys <= KEYS, path.name
        assert keys >= KEYS - {"context", "where"}, path.name


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_telegram_is_known_without_its_name(path: Path) -> None:
    found = tf.detect(path.read_bytes())
    whole = path.stem not in ("page_line_and_text_only", "page_line_and_running_text", "nothing_of_it")
    assert (found.format == "nara") is whole
    assert 0 <= found.detection.score <= 0.99


@pytest.mark.parametrize(
    "line",
    [
        "VZCZCXYZ0007\nDE RUEHNY #1207 0711530\n",
        "R 121530Z MAR 85\nFM AMEMBASSY OSLO\n",
        "R 121530Z MAR 2001\nFM AMEMBASSY OSLO\n",
        "TO RUEHC/SECSTATE WASHDC 4471\n",
    ],
)
def test_lines_of_later_telegrams_make_it_doubtful(line: str) -> None:
    text = (FIXTURES / "incoming.txt").read_bytes().decode()
    before, line_of_receipt, _ = text.partition("--------------------- 054819\n")
    scores = dict(tf.detect(before + line_of_receipt + line).candidates)
    assert scores["nara"].score == 0.45
    assert "later telegrams" in scores["nara"].reason


def test_the_reason_names_what_was_seen() -> None:
    found = tf.detect((FIXTURES / "outgoing.txt").read_bytes())
    assert found.detection.reason == (
        "page line, distribution, number of copies, line of receipt, drafting, preamble of 1973-79, E.O. 11652 or 12065"
    )


def revised(name: str, change: str, value: object) -> str:
    """The source of a fixture after one revision; what it says is held by `revise` itself."""
    reading = tf.parse((FIXTURES / f"{name}.txt").read_bytes(), format="nara")
    return bytes(reading.revise(tf.evolve(reading.telegram, **{change: value}))).decode()


def test_a_subject_is_revised_in_its_place() -> None:
    text = (FIXTURES / "page_break_in_sentence.txt").read_bytes().decode()
    assert revised("page_break_in_sentence", "subject", "COD QUOTA") == text.replace(
        "HERRING QUOTA OF THE NORTHERN FISHERY BOARD", "COD QUOTA"
    )


def test_tags_are_revised_in_their_place() -> None:
    text = (FIXTURES / "sections_one_after_the_other.txt").read_bytes().decode()
    tags = (tf.Tag("EFIS", "subject"), tf.Tag("DA", "country"))
    assert revised("sections_one_after_the_other", "tags", tags) == text.replace("EFIS, NO", "EFIS, DA", 1)


@here
def test_published_telegrams() -> None:
    """All first pages are known and read, their copies add up, and hardly a word is left."""
    paths = sorted((CORPUS / "nara-heads").glob("*.txt"))
    assert paths
    coverages = []
    for path in paths:
        reading = tf.read(path)
        assert reading.format == "nara", path.name
        assert bytes(reading.source) == path.read_bytes()
        assert reading.telegram.message_id is not None
        assert reading.telegram.attributes["distribution"]
        assert "distribution-conflict" not in {found.code for found in reading.diagnostics}
        coverages.append(reading.coverage)
    assert statistics.median(coverages) >= 0.99
    assert min(coverages) >= 0.9
