"""The telegram as a value."""

from __future__ import annotations

import copy
import pickle
from datetime import date

import attrs
import pytest

import telegram_format as tf

FULL = tf.Telegram(
    message_id=tf.MessageId(2008, "DUSHANBE", 745),
    transmission=tf.Transmission(
        "XYZ0007", tf.Precedence.ROUTINE, ("RUEHWEB",), "RUEHDBU", "0745", 1, "1440830", "UUUUU"
    ),
    precedence=tf.Precedence.ROUTINE,
    dtg=tf.DateTimeGroup(23, 8, 30, "Z", 5, 2008),
    originator=tf.Address("AMEMBASSY DUSHANBE"),
    to=(tf.Address("SECSTATE WASHDC", "RUEHC", None, "5981", ("N1",)),),
    classification=tf.Classification.UNCLASSIFIED,
    section=tf.Section(1, 2),
    executive_order=tf.ExecutiveOrder("12958", date(2018, 5, 23), None, ("X1",)),
    tags=(tf.Tag("ECON", "subject"),),
    subject="APRICOTS",
    references=(tf.Reference("LOME 55", "cable", "A", tf.MessageId(2006, "LOME", 55), ("NOTAL",)),),
    classified_by=tf.ClassificationAuthority("Ada B. Crane", "DCM", ("1.4(b)",)),
    body=(
        tf.Paragraph("Summary: One.", 1, "U", role="summary"),
        tf.Heading("THE RIVER"),
        tf.Paragraph("Two.", 2, "U", (tf.Paragraph("Part.", label="A"),), role="summary"),
        tf.Separator("*"),
        tf.Paragraph("Three.", 3),
    ),
    signatures=("ALDER",),
    attributes=tf.Attributes({"origin": "Embassy Dushanbe"}),
)


def test_an_empty_telegram_has_nothing() -> None:
    telegram = tf.Telegram()
    for name in (field.name for field in attrs.fields(tf.Telegram)):
        assert getattr(telegram, name) in (None, (), tf.Attributes())
    assert telegram.paragraphs == ()
    assert telegram.summary is None


def test_paragraphs_are_those_of_the_body() -> None:
    assert [paragraph.number for paragraph in FULL.paragraphs] == [1, 2, 3]
    assert FULL.summary == "Summary: One.\n\nTwo."


def test_a_value() -> None:
    again = copy.deepcopy(FULL)
    assert again == FULL
    assert hash(again) == hash(FULL)
    assert pickle.loads(pickle.dumps(FULL)) == FULL
    assert tf.evolve(FULL, subject="PLUMS") != FULL


@pytest.mark.parametrize("value", [FULL, *FULL.body, FULL.dtg, FULL.transmission, FULL.to[0], FULL.tags[0]])
def test_nothing_changes(value: object) -> None:
    name = attrs.fields(type(value))[0].name  # type: ignore[arg-type]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, name, None)
    with pytest.raises(AttributeError):
        value.more = None  # type: ignore[attr-defined]
    assert not hasattr(value, "__dict__")


def test_a_tag_spells_its_code() -> None:
    assert str(tf.Tag("PREL")) == "PREL"
    assert tf.Tag("PREL") == tf.Tag("PREL", "unknown")
