"""Places, what was not read, and how much was."""

from __future__ import annotations

import pickle

import pytest

import telegram_format as tf
from telegram_format.reading.draft import Draft
from telegram_format.text.source import Source
from telegram_format.text.view import View

TEXT = """VZCZCXYZ0007
RR RUEHWEB
DE RUEHDBU #0745/01 1440830
ZNR UUUUU ZZH
R 230830Z MAY 08
FM AMEMBASSY DUSHANBE
TO RUEHC/SECSTATE WASHDC 5981

UNCLAS DUSHANBE 000745

QQ ~~~ 17

E.O. 12958: N/A
TAGS: ECON TI
SUBJECT: APRICOTS

1. Growers met. They met by the

DUSHANBE 00000745  002 OF 002


river.

THE RIVER
---------

2. It is low.

ALDER
"""


@pytest.fixture
def reading() -> tf.Reading:
    return tf.parse(TEXT, format="cablegate", carrier="plain")


def words(passage: tf.Passage | None) -> list[str]:
    assert passage is not None
    return [TEXT.encode()[start:end].decode() for start, end in passage.spans]


def test_where_a_field_stands(reading: tf.Reading) -> None:
    passage = reading.where("subject")
    assert passage is not None
    assert (passage.line, passage.column, passage.text) == (15, 10, "APRICOTS")
    assert str(passage) == "15:10"
    assert passage.span == passage.spans[0]
    assert words(passage) == ["APRICOTS"]
    assert words(reading.where("to[0].name")) == ["SECSTATE WASHDC"]
    assert words(reading.where("transmission.serial")) == ["0745"]


def test_where_counts_paragraphs_and_blocks(reading: tf.Reading) -> None:
    assert words(reading.where("paragraphs[0].text")) == ["Growers met. They met by the", "river."]
    assert words(reading.where("paragraphs[1].number")) == ["2"]
    assert words(reading.where("body[1].text")) == ["THE RIVER"]
    assert words(reading.where("body[2].text")) == words(reading.where("paragraphs[1].text")) == ["It is low."]


@pytest.mark.parametrize("path", ["", "dtg.day", "paragraphs[2].text", "paragraphs[x]", "to[7]", "no such field"])
def test_where_there_is_nothing(reading: tf.Reading, path: str) -> None:
    assert reading.where(path) is None


def test_unread(reading: tf.Reading) -> None:
    (passage,) = reading.unread
    assert (passage.text, passage.line, passage.column) == ("QQ ~~~ 17", 11, 1)
    assert 1 - reading.coverage == pytest.approx(len("QQ~~~17") / len("".join(TEXT.split())))


def test_coverage_of_nothing_and_of_all() -> None:
    assert tf.parse("", format="cablegate").coverage == 1
    assert tf.parse(" \n ", format="cablegate").coverage == 1
    assert tf.parse(TEXT.replace("QQ ~~~ 17\n\n", ""), format="cablegate").coverage == 1
    assert tf.parse(TEXT, format="plain").coverage == 0


def test_white_space_at_the_ends_of_an_unread_passage_is_left_out() -> None:
    source = Source.of("A \n  odd \t words \n B")
    draft = Draft(View.whole(source))
    draft.mark("sample", 0, 1)
    draft.mark("sample", len(source.text) - 1, len(source.text))
    reading = tf.Reading(source, draft.telegram(), draft.trace(), (), "sample", "plain", draft.view)
    (passage,) = reading.unread
    assert passage.text == "odd \t words"
    assert (passage.line, passage.column) == (2, 3)


def test_places_count_bytes_and_columns_count_characters() -> None:
    text = "SUBJECT: ¶¶ ROOFS\n\n1. (U) é One.\n"
    reading = tf.parse(text.encode(), format="cablegate")
    passage = reading.where("paragraphs[0].text")
    assert passage is not None
    assert passage.spans == ((len(text[: text.index("é")].encode()), len(text.encode()) - 1),)
    assert (passage.line, passage.column) == (3, 8)


def test_what_a_further_telegram_covers_counts() -> None:
    other = TEXT.replace("QQ ~~~ 17\n\n", "").replace("XYZ0007", "XYZ0008")
    reading = tf.parse(other.replace("XYZ0008", "XYZ0001") + "\n" + other, format="cablegate")
    assert [inner.telegram.subject for inner in reading.embedded] == ["APRICOTS"]
    assert reading.coverage == 1
    assert reading.embedded[0].coverage == 1
    passage = reading.embedded[0].where("subject")
    assert passage is not None
    assert passage.line > TEXT.count("\n")


def test_readings_are_values(reading: tf.Reading) -> None:
    again = tf.parse(TEXT, format="cablegate", carrier="plain")
    assert again == reading
    assert again != tf.parse(TEXT + " ", format="cablegate", carrier="plain")
    assert reading.detection is None


def test_readings_pickle(reading: tf.Reading) -> None:
    again = pickle.loads(pickle.dumps(reading))
    assert again == reading
    assert dict(again.trace) == dict(reading.trace)
    assert again.unread == reading.unread
