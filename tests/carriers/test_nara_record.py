"""Records of the National Archives. A case is two files: the record as it came, and what it says.

The keys of the second are those of `tests/readers/test_nara.py`; carrier and format are found without their names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.api import REGISTRY
from telegram_format.carriers.nara_record import NaraRecord
from telegram_format.kit import Detection, Source
from telegram_format.registry import BUILT_IN
from telegram_format.vocab.tables import archive_attributes

ValueAt = Callable[[tf.Reading, str], object]
WordsAt = Callable[[tf.Reading, str], list[str] | None]

FIXTURES = Path(__file__).parents[1] / "fixtures" / "nara_record"
RECORDS = sorted(FIXTURES.glob("*.txt"))
LINES = [
    *(
        "     Message Text\n",
        "     Message Attributes\n",
        "Message Text",
        "Message Attributes:\n",
        "Subject: HERRING\n",
    ),
    *(
        "TAGS: EFIS, n/a\n",
        "To:",
        "To: \n",
        "  by BrandoHL>\n",
        "n/a",
        "\r\n",
        "\r",
        "\n",
        "\ufeff",
        "Draft Date: 1 MAY 1975\n",
    ),
    *("Sheryl P. Walter Declassified/Released US Department of State EO Systematic Review 20 Mar 2014\n", "FM OSLO\n"),
]


texts = st.lists(st.sampled_from(LINES), max_size=25).map("".join) | st.text()


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_record(path: Path, value_at: ValueAt, words_at: WordsAt) -> None:
    data = path.read_bytes()
    expected = json.loads(path.with_suffix(".json").read_bytes())
    reading = tf.parse(data)
    assert (reading.carrier, reading.format) == ("nara_record", "nara")
    assert {name: value_at(reading, name) for name in expected["fields"]} == expected["fields"]
    assert {name: words_at(reading, name) for name in expected.get("where", {})} == expected.get("where", {})
    assert sorted({found.code for found in reading.diagnostics}) == expected["diagnostics"]
    assert reading.coverage >= expected["coverage"], [passage.text for passage in reading.unread]
    assert bytes(reading) == data


def test_every_case_is_two_files() -> None:
    assert {path.stem for path in FIXTURES.glob("*.json")} == {path.stem for path in RECORDS}
    assert len(RECORDS) > 20


def test_the_view_is_what_stands_between_the_two_lines() -> None:
    wrapped = NaraRecord().open(Source.of("X\n Message Text\nA\nB\n  Message Attributes\nTo: STATE\nSubject: n/a\n"))
    assert wrapped.view.text == "\nA\nB\n"
    (fact,) = wrapped.facts
    assert (fact.name, fact.value, fact.field) == ("to", "STATE", "to")


def test_every_key_is_a_fact_under_its_own_name() -> None:
    lines = "".join(f"{key}: {number}\n" for number, key in enumerate(archive_attributes()))
    facts = NaraRecord().open(Source.of(f"Message Attributes\n{lines}")).facts
    assert [fact.value for fact in facts] == [str(number) for number in range(69)]
    names = [fact.name for fact in facts]
    assert len(set(names)) == 69
    assert all(re.fullmatch(r"[a-z]+(?:_[a-z]+)*", name) for name in names)


def test_a_line_without_a_key_goes_on_with_the_value() -> None:
    (fact,) = NaraRecord().open(Source.of("Message Attributes\nlost\nSubject: HERRING:\n  QUOTA\nOf 1975\n")).facts
    assert fact.value == "HERRING: QUOTA Of 1975"


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("     Message Text\n\nA\n\n     Message Attributes\n", 1.0),
        ("Message Text\rA\rMessage Attributes\rTo: B", 1.0),
        ("A\n  Message Attributes\nFrom: A\nTo: B\nSubject: C\nTAGS: D\n", 0.9),
        ("A\n  Message Attributes\nFrom: A\n", 0.0),
        ("A\n  Message Attributes\n" + "From the sea\n" * 40 + "From: A\nTo: B\nSubject: C\nTAGS: D\n", 0.0),
        ("  Message Text\nA\n", 0.6),
        ("Message Attributes\nMessage Text\n", 0.6),
        ("THE MESSAGE TEXT\nMessage Text of\nHis Message Text\n", 0.0),
        ("FM AMEMBASSY OSLO\nTO SECSTATE WASHDC\n", 0.0),
        ("", 0.0),
    ],
)
def test_detection(text: str, score: float) -> None:
    found = NaraRecord().detect(Source.of(text))
    assert found == Detection(score, found.reason)
    assert found.reason


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_no_other_carrier_is_as_sure(path: Path) -> None:
    source = Source.of(path.read_bytes())
    sure = {name: REGISTRY.carrier(name).detect(source).score for name in BUILT_IN["carrier"]}
    assert max(sure, key=lambda name: sure[name]) == "nara_record"


@given(text=texts)
def test_a_character_of_the_view_is_that_of_its_place(text: str) -> None:
    """The view is one piece of the source."""
    view = NaraRecord().open(Source.of(text)).view
    if view.text:
        ((start, end),) = view.to_source(0, len(view.text))
        assert text[start:end] == view.text


@given(text=texts)
def test_facts_lie_in_the_source(text: str) -> None:
    """A fact is what its place spells, white space apart, stamps that stand between its lines left out."""
    for fact in NaraRecord().open(Source.of(text)).facts:
        words = " ".join(text[fact.start : fact.end].split())
        assert fact.value == words or "Declassified/Released" in words
        assert fact.value == fact.value.strip() != ""


@given(data=st.binary() | texts.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_bytes_stay(data: bytes) -> None:
    """Whatever the bytes, detection, opening and reading raise nothing and leave them as they are."""
    source = Source.of(data)
    assert 0 <= NaraRecord().detect(source).score <= 1
    assert bytes(tf.parse(data, carrier="nara_record")) == data


def test_a_value_of_the_text_is_revised_in_the_record() -> None:
    data = (FIXTURES / "whole.txt").read_bytes()
    reading = tf.parse(data)
    revised = reading.revise(tf.evolve(reading.telegram, signatures=("BRANDON",)))
    assert bytes(revised) == data.replace(b"MARLOWE", b"BRANDON")
