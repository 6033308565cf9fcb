"""Telegrams of the SMART system as released. A case is two files: the text as it came, and what it says.

The second is of the kind that `test_cablegate` tells of. Texts that end in `.md` are read through the carrier of
transcribed pages, the others as they stand.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import telegram_format as tf
from telegram_format.kit import Sample, Source, View
from telegram_format.readers.smart import Smart
from telegram_format.testing import ReaderLaws

ValueAt = Callable[[tf.Reading, str], object]
WordsAt = Callable[[tf.Reading, str], list[str] | None]

FIXTURES = Path(__file__).parents[1] / "fixtures"
TEXTS = sorted(path for path in (FIXTURES / "smart").iterdir() if path.suffix != ".json")
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
KEYS = {"what", "context", "fields", "where", "diagnostics", "coverage"}


here = pytest.mark.skipif(not CORPUS.is_dir(), reason="no published telegrams at ../shared/corpus")


def read(path: Path) -> tf.Reading:
    carrier = "smart_release" if path.suffix == ".md" else "plain"
    return tf.read(path, format="smart", carrier=carrier)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_fixture(path: Path, value_at: ValueAt, words_at: WordsAt) -> None:
    expected = json.loads(path.with_suffix(".json").read_bytes())
    reading = read(path)
    assert {name: value_at(reading, name) for name in expected["fields"]} == expected["fields"]
    assert {name: words_at(reading, name) for name in expected.get("where", {})} == expected.get("where", {})
    assert sorted({found.code for found in reading.diagnostics}) == expected["diagnostics"]
    assert reading.coverage >= expected["coverage"], [passage.text for passage in reading.unread]
    assert bytes(reading.source) == path.read_bytes()


def test_every_case_is_two_files_with_known_keys() -> None:
    assert {path.stem for path in (FIXTURES / "smart").glob("*.json")} == {path.stem for path in TEXTS}
    for path in (FIXTURES / "smart").glob("*.json"):
        assert KEYS - {"context", "where"} <= json.loads(path.read_bytes()).keys() <= KEYS, path.name


@pytest.mark.parametrize("path", [path for path in TEXTS if path.stem != "text_alone"], ids=lambda path: path.stem)
def test_a_telegram_is_known_without_its_name(path: Path) -> None:
    reading = tf.read(path)
    assert reading.format == "smart"
    assert reading.carrier == ("smart_release" if path.suffix == ".md" else "plain")
    assert "format-ambiguous" not in {found.code for found in reading.diagnostics}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dear Ann,\n\nthe tin roof is leaking again.\n",
        "From: Ben\nSubject: the tin roof\nDate: Feb 05, 2016\n\nIt is leaking.\n",
        "Dissemination of pears\n\nmakes orchards.\n",
        "Action: call the roofer\nFrom: Ben\nCaptions: none\nDrafted by: Ben\nRELEASE IN FULL\n",
    ],
)
def test_other_texts_are_not(text: str) -> None:
    score, reason = Smart().detect(Sample(View.whole(Source.of(text))))
    assert score < 0.5
    assert reason


@pytest.mark.parametrize("folder", ["cablegate", "genadmin", "nara", "acp127", "typed", "smart"])
def test_fixtures_of_other_formats_are_left_to_them(folder: str) -> None:
    for path in sorted((FIXTURES / folder).glob("*.txt")) if folder != "smart" else []:
        score, _ = Smart().detect(Sample(View.whole(Source.of(path.read_bytes()))))
        assert score < 0.5, path.name


@here
@pytest.mark.parametrize(
    "folder", sorted(path.name for path in CORPUS.iterdir() if path.is_dir()) if CORPUS.is_dir() else []
)
def test_published_telegrams_of_other_kinds_are_left_to_them(folder: str) -> None:
    paths = sorted(path for path in (CORPUS / folder).iterdir() if path.is_file())
    assert paths
    for path in paths:
        score, _ = Smart().detect(Sample(View.whole(Source.of(path.read_bytes()))))
        assert (score >= 0.5) == (folder == "smart"), path.name


@here
def test_published_releases_are_read() -> None:
    """All three are known, kept, and read to 99 %."""
    paths = sorted((CORPUS / "smart").iterdir())
    assert len(paths) == 3
    for path in paths:
        reading = tf.read(path)
        assert (reading.format, reading.carrier) == ("smart", "smart_release")
        assert bytes(reading.source) == path.read_bytes()
        assert reading.coverage >= 0.99, reading.unread
        assert reading.telegram.message_id is not None
        assert reading.telegram.message_id.year in (1994, 2001, 2004)
        assert reading.telegram.dtg is not None
        assert reading.telegram.dtg.datetime is not None
        numbers = [paragraph.number for paragraph in reading.telegram.paragraphs]
        assert numbers == list(range(1, len(numbers) + 1))


def test_what_is_revised_is_said_in_both_places() -> None:
    """A subject that label and heading have changes in both; so the two agree as before."""
    reading = read(FIXTURES / "smart" / "older_telegram_inside.txt")
    revised = reading.revise(tf.evolve(reading.telegram, subject="TWO CRANES FOR THE HARBOUR"))
    assert bytes(revised).count(b"TWO CRANES FOR THE HARBOUR") == 2
    assert revised.diagnostics == reading.diagnostics


def test_a_turned_address_is_revised_in_the_usual_order() -> None:
    reading = read(FIXTURES / "smart" / "plain_record.txt")
    first = tf.evolve(reading.telegram.to[0], name="AMEMBASSY MERIDIAN")
    revised = reading.revise(tf.evolve(reading.telegram, to=(first,)))
    assert b"Action:       AMEMBASSY MERIDIAN  PRIORITY\n" in bytes(revised)


class TestLaws(ReaderLaws):
    """The laws, on texts and on a transcription."""

    reader = "smart"
    samples = tuple(
        FIXTURES / "smart" / f"{stem}.txt" for stem in ("plain_record", "page_break", "print_of_two_sections")
    )
    examples = 6


class TestLawsOnTranscribedPages(ReaderLaws):
    """The same through the carrier of transcribed pages."""

    reader = "smart"
    carrier = "smart_release"
    samples = (FIXTURES / "smart" / "transcribed_pages.md",)
    examples = 6
