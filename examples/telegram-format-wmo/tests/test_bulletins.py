"""What bulletins are read into, and how they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

import telegram_format as tf

SAMPLES = Path(__file__).parent / "samples"


def read(name: str) -> tf.Reading:
    return tf.read(SAMPLES / f"{name}.txt")


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_it_is_detected_read_to_its_end_and_written_back(path: Path) -> None:
    reading = tf.read(path)
    assert reading.format == "wmo"
    assert reading.coverage == 1.0
    assert reading.diagnostics == ()
    assert bytes(reading) == path.read_bytes()
    written = tf.serialize(reading.telegram, "wmo", policy=tf.STRICT)
    assert written.telegram == reading.telegram


@pytest.mark.parametrize(("name", "score"), [("reports", 1.0), ("amended", 1.0), ("segment", 0.9), ("warning", 0.9)])
def test_how_sure_it_is(name: str, score: float) -> None:
    detection = read(name).detection
    assert detection is not None
    assert detection.score == score


def test_the_heading() -> None:
    telegram = read("amended").telegram
    assert telegram.attributes == {"ttaaii": "FTZZ31", "bbb": "AAA"}
    assert telegram.originator == tf.Address("QMRD")
    assert telegram.dtg == tf.DateTimeGroup(21, 11, 4, "Z")
    assert telegram.dtg.datetime is None
    assert telegram.transmission == tf.Transmission("088")
    assert telegram.message_id is None


def test_where_the_heading_stands() -> None:
    reading = read("amended")
    places = {path: str(reading.where(path)) for path in ("attributes.ttaaii", "originator", "dtg", "attributes.bbb")}
    assert places == {"attributes.ttaaii": "2:1", "originator": "2:8", "dtg": "2:13", "attributes.bbb": "2:20"}


def test_reports_keep_their_lines_and_their_end() -> None:
    first, second, third = read("reports").telegram.paragraphs
    assert first.text == "METAR QMRD 101520Z 24012KT 9999 FEW020 14/09 Q1016="
    assert second.text.split("\n")[1] == "     12/11 Q1011 TEMPO 2000="
    assert third.text == "METAR QCVL NIL="


def test_tables_keep_their_columns() -> None:
    first, second, third = read("warning").telegram.paragraphs
    assert "\n  PORT ALDER    1/4 MILE\n" in first.text
    assert first.text.endswith("\n\n$$")
    assert second.text.startswith("MERIDIAN COAST-\n")
    assert third.text == "FINCH"


def test_further_bulletins_are_embedded() -> None:
    reading = read("two")
    assert [inner.telegram.attributes["bbb"] for inner in reading.embedded] == ["CCA"]
    assert reading.telegram.transmission == tf.Transmission("417")


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"SAZZ31 QMRD 320000\nMETAR=\n",
        b"SAZZ31 QMRD 101520 XXA\nMETAR=\n",
        b"saZZ31 qmrd 101520\n",
        b"UNCLAS QMRD 000142\n\n1. Text.\n",
    ],
)
def test_what_is_no_bulletin(text: bytes) -> None:
    assert tf.detect(text).format != "wmo"
    assert [note.code for note in tf.parse(text, format="wmo").diagnostics] == ["wmo/no-heading"]


BULLETIN = tf.Telegram(
    originator=tf.Address("QMRD"),
    dtg=tf.DateTimeGroup(10, 15, 20),
    body=(tf.Paragraph("METAR QMRD NIL="),),
    attributes=tf.Attributes({"ttaaii": "SAZZ31"}),
)


def test_envelopes() -> None:
    assert tf.serialize(BULLETIN, "wmo").data == b"\x01\r\r\nSAZZ31 QMRD 101520\r\r\nMETAR QMRD NIL=\r\r\n\x03"
    assert tf.serialize(BULLETIN, "wmo", envelope="zczc", line_end="\n").data == (
        b"ZCZC\nSAZZ31 QMRD 101520\nMETAR QMRD NIL=\nNNNN\n"
    )
    assert tf.serialize(BULLETIN, "wmo", envelope="none", line_end="\n").data == (
        b"SAZZ31 QMRD 101520\nMETAR QMRD NIL=\n"
    )


@pytest.mark.parametrize("options", [{"envelope": "box"}, {"line_end": ""}, {"line_end": "; "}])
def test_options_that_are_none(options: dict[str, str]) -> None:
    with pytest.raises(tf.PluginError, match="no envelope or no line end"):
        tf.serialize(BULLETIN, "wmo", **options)


def test_any_telegram_with_a_heading_given_and_its_losses_listed() -> None:
    telegram = tf.Telegram(
        dtg=tf.DateTimeGroup(10, 15, 20, "Z", 5, 2009),
        originator=tf.Address("AMEMBASSY PORT ALDER"),
        subject="FLOOD",
        body=(tf.Heading("Summary"), tf.Separator(), tf.Paragraph("The bridge fell.", 1)),
    )
    written = tf.serialize(telegram, "wmo", ttaaii="NOZZ01", centre="QALD", envelope="none", line_end="\n")
    assert written.data == b"NOZZ01 QALD 101520\nSummary\n---------\nThe bridge fell.\n"
    assert {loss.code for loss in written.losses} == {"no-place", "originator", "dtg", "reports"}


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"dtg": None}, "dtg"),
        ({"dtg": tf.DateTimeGroup(10, 15, 20, "A")}, "dtg"),
        ({"dtg": tf.DateTimeGroup(10, 25, 20)}, "dtg"),
        ({"originator": None}, "originator.name"),
        ({"attributes": tf.Attributes()}, "attributes.ttaaii"),
        ({"attributes": tf.Attributes({"ttaaii": "SAZZ31", "bbb": "?"})}, "attributes.bbb"),
        ({"transmission": tf.Transmission("XRO0227")}, "transmission.identification"),
        ({"body": (tf.Paragraph("A\x03"),)}, "body[0].text"),
        ({"body": (tf.Paragraph("A=\nNNNN"),)}, "body[0].text"),
        ({"body": (tf.Paragraph("A="), tf.Paragraph("B\nZCZC"))}, "body[1].text"),
        ({"body": (tf.Paragraph("\u00e9"),)}, "body[0].text"),
    ],
)
def test_what_is_refused(change: dict[str, object], path: str) -> None:
    with pytest.raises(tf.SerializationError) as caught:
        tf.serialize(tf.evolve(BULLETIN, **change), "wmo")
    assert caught.value.path == path
