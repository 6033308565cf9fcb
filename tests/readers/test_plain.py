"""Any text, kept and not understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram_format as tf


def codes(reading: tf.Reading) -> list[str]:
    return [found.code for found in reading.diagnostics]


def test_paragraphs_are_parted_by_empty_lines() -> None:
    reading = tf.parse("One line\nand another.\n\n\n  Two.\r\n\r\nThree.", format="plain")
    assert [paragraph.text for paragraph in reading.telegram.paragraphs] == ["One line and another.", "Two.", "Three."]
    assert [paragraph.number for paragraph in reading.telegram.paragraphs] == [None] * 3
    assert codes(reading) == ["format-not-recognised"]


def test_all_of_it_is_unread() -> None:
    reading = tf.parse("One.\n\nTwo.", format="plain")
    assert reading.coverage == 0
    assert [passage.text for passage in reading.unread] == ["One.\n\nTwo."]


def test_each_paragraph_has_its_place() -> None:
    reading = tf.parse("One.\n\nTwo.\n", format="plain")
    passage = reading.where("paragraphs[1]")
    assert passage is not None
    assert (passage.line, passage.column) == (3, 1)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\u2003\u2028".encode()])
def test_no_text(data: bytes) -> None:
    reading = tf.parse(data)
    assert reading.format == "plain"
    assert codes(reading) == ["empty-input"]
    assert reading.telegram == tf.Telegram()
    assert reading.coverage == 1


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04 text", b"MZ\x90\x00", b"text \x81 text"])
def test_what_is_not_text(data: bytes) -> None:
    reading = tf.parse(data, format="plain")
    assert "not-text" in codes(reading)
    assert reading.telegram.body == ()
    assert reading.coverage == 0
    found = next(found for found in reading.diagnostics if found.code == "not-text")
    assert found.span is not None
    assert found.span[0] < found.span[1]


def test_signs_of_transmission_are_text() -> None:
    reading = tf.parse(b"\x02ZENDA\x03 says\x07 so\x0b.\x1b", format="plain")
    assert codes(reading) == ["format-not-recognised"]
    assert len(reading.telegram.paragraphs) == 1


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"], include_characters="\n\t")))
def test_every_word_is_kept(text: str) -> None:
    """Law: the words of a text are the words of its paragraphs."""
    reading = tf.parse(text, format="plain", carrier="plain")
    kept = " ".join(paragraph.text for paragraph in reading.telegram.paragraphs)
    assert kept.split() == text.removeprefix("\ufeff").split()
