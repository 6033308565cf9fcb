"""Whether a text is taken for a State cable."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.kit import Detection, Sample, Source, View
from telegram_format.readers.cablegate import Cablegate
from telegram_format.readers.plain import Plain

FIXTURES = Path(__file__).parents[1] / "fixtures" / "cablegate"


def detected(text: str) -> Detection:
    return Cablegate().detect(Sample(View.whole(Source.of(text))))


@pytest.mark.parametrize(
    "stem",
    [
        *("header_complete", "missing_header_notice_of_export", "missing_header_classification_line_first"),
        *("missing_header_begins_at_fl5", "heading_on_one_line", "line_ends_cr_lf", "line_ends_cr_cr_lf"),
        *("encoding_cp1252", "encoding_utf_16_le", "encoding_utf_8_with_mark", "retyped_in_capitals"),
        *("retyped_in_small_letters_without_signature", "label_tages", "records_two_telegrams"),
    ],
)
def test_a_cable_is_known_without_its_name(stem: str) -> None:
    reading = tf.read(FIXTURES / f"{stem}.txt")
    assert (reading.format, reading.carrier) == ("cablegate", "plain")
    assert reading.detection is not None
    assert 0.5 <= reading.detection.score <= 0.95
    assert reading.detection.reason


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dear Ann,\n\nthe tin roof is leaking again.\n\nYours, Ben\n",
        "SUBJECT: the tin roof\nFROM: Ben\n\nIt is leaking.\n",
        "1. (U) One list item.\n2. Another.\n",
        "ZCZC AAA001 010101\nGG LZSAAAAA\n",
        "import re\n\nTAGS = {}\n",
        "\x00\x01\x02" * 500,
    ],
)
def test_other_texts_are_not(text: str) -> None:
    assert detected(text).score < 0.5
    assert tf.parse(text).format == "plain"


def test_the_reason_names_what_was_seen() -> None:
    found = detected("VZCZCXYZ0007\nDE RUEHDBU #0745 1440830\n")
    assert found.score == pytest.approx(0.55)
    assert found.reason == "start of message, FL3"
    assert detected("apricots").reason == "no line of such a telegram"


@given(st.text(st.characters(codec="utf-8")))
def test_detection_is_a_score(text: str) -> None:
    """Law: every reader gives any text a score from 0 to 1 and a reason, and raises nothing."""
    sample = Sample(View.whole(Source.of(text)))
    for reader in (Cablegate(), Plain()):
        score, reason = reader.detect(sample)
        assert 0 <= score <= 1
        assert reason


@given(st.sampled_from(sorted(FIXTURES.glob("*.txt"))), st.integers(0, 400))
def test_what_stands_far_behind_does_not_count(path: Path, more: int) -> None:
    """Law: detection looks at the beginning only."""
    text = Source.of(path.read_bytes()).text[:4096].ljust(4096)
    assert detected(text) == detected(text + "TAGS: PREL\n" * more)
