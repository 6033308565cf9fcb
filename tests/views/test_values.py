"""Values as people read them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

import telegram_format as tf
from telegram_format.testing.strategies import telegrams
from telegram_format.views.values import value_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ((), ""),
        ("two\n words", "two words"),
        (12, "12"),
        (True, "True"),
        (date(2009, 3, 6), "2009-03-06"),
        (tf.Precedence.FLASH, "flash"),
        (tf.MessageId(2009, "PORT ALDER", 219), "09 PORT ALDER 219"),
        (tf.Section(1, 2), "1 of 2"),
        (tf.Section(2, 2, final=True), "2 of 2 (final)"),
        (tf.Tag("PREL", "subject"), "PREL (subject)"),
        (tf.Address("CNO", office_codes=("N1", "N2")), "CNO//N1/N2//"),
        (tf.Address("POST", "RUEHC", tf.Precedence.ROUTINE, "0012"), "RUEHC/POST ROUTINE 0012"),
        (tf.DateTimeGroup(6, 16, 40, "Z", 3, 2009), "061640Z MAR 09 (2009-03-06 16:40 UTC)"),
        (tf.DateTimeGroup(6, 16, 40, "R", 3, 2009), "061640R MAR 09 (2009-03-06 16:40 UTC-05:00)"),
        (tf.DateTimeGroup(6, 16, 40), "061640Z"),
        (tf.Reference("PORT ALDER 1", label="A", captions=("NOTAL", "EXDIS")), "A. PORT ALDER 1 (NOTAL, EXDIS)"),
        (tf.Reference("PORT ALDER 1"), "PORT ALDER 1"),
        (tf.ExecutiveOrder("12958", date(2019, 3, 6), None, ("X1",)), "12958, declassify on 2019-03-06, X1"),
        (tf.ExecutiveOrder(event="OADR"), "OADR"),
        (tf.ClassificationAuthority("A", None, ("1.4(b)", "1.4(d)")), "A, reasons 1.4(b), 1.4(d)"),
        (tf.ClassificationAuthority(position="DCM"), "DCM"),
        (tf.Heading(" A  B "), "A B"),
        (tf.Separator("*"), "****"),
        (
            tf.Paragraph("T", 1, "C", (tf.Paragraph("U", label="a", paragraphs=(tf.Paragraph("V"),)),)),
            "1. (C) T a. U V",
        ),
        (tf.Transmission("X1", routing=("R", "S"), section=2), "identification: X1; routing: R, S; section: 2"),
        (tf.Attributes({"a": "b", "c": "d"}), "a: b; c: d"),
        ((tf.Tag("PREL", "subject"), tf.Tag("ZZ")), "PREL (subject), ZZ (unknown)"),
    ],
)
def test_texts(value: object, text: str) -> None:
    assert value_text(value) == text


def test_deep_paragraphs() -> None:
    paragraph = tf.Paragraph("A")
    for _ in range(5_000):
        paragraph = tf.Paragraph("A", paragraphs=(paragraph,))
    assert value_text(paragraph) == " ".join("A" * 5_001)


@settings(max_examples=25)
@given(telegrams())
def test_any_value_is_a_line(telegram: tf.Telegram) -> None:
    """Law: a telegram as a whole is one line of text, with single blanks."""
    text = value_text(telegram)
    assert text == " ".join(text.split())
