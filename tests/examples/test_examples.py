"""The telegrams that come with the library."""

from __future__ import annotations

import pytest

import telegram_format as tf
from telegram_format.examples import ABOUT, load, names


def reading(name: str) -> tf.Reading:
    return tf.parse(load(name), name=name)


def test_names() -> None:
    assert names() == ("flood", "harbour", "partial")
    assert all(ABOUT[name] for name in names())


def test_unknown_name() -> None:
    with pytest.raises(KeyError):
        load("nothing")


@pytest.mark.parametrize("name", names())
def test_agrees_with_itself(name: str) -> None:
    read = reading(name)
    assert read.format == "cablegate"
    assert [found.code for found in read.diagnostics if found.severity != "info"] == []
    assert read.coverage > 0.995
    assert bytes(read.source) == load(name)


@pytest.mark.parametrize("name", names())
def test_lines_end_in_lf_and_fit_beside_a_gutter(name: str) -> None:
    data = load(name)
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")
    _, *lines = tf.parse(data).view.text.split("\n")
    assert max(len(line.rstrip()) for line in lines) <= 62


def test_flood() -> None:
    telegram = reading("flood").telegram
    assert str(telegram.dtg) == "031215Z FEB 09"
    assert [address.name for address in telegram.to] == ["SECSTATE WASHDC"]
    assert len(telegram.info) == 3
    assert [paragraph.number for paragraph in telegram.paragraphs] == [1, 2, 3, 4]
    assert telegram.signatures == ("QUAYLE",)


def test_harbour() -> None:
    telegram = reading("harbour").telegram
    assert telegram.section == tf.Section(1, 2)
    assert [reference.kind for reference in telegram.references] == ["cable", "cable", "cable", "email", "report"]
    assert telegram.references[1].captions == ("NOTAL",)
    assert telegram.classified_by is not None
    assert telegram.classified_by.reasons == ("1.4(b)", "1.4(d)")
    assert "his father had built, would not last another winter." in telegram.paragraphs[1].text
    assert "cost more than the whole port earned" in telegram.paragraphs[3].text
    assert [len(paragraph.paragraphs) for paragraph in telegram.paragraphs] == [0, 3, 0, 0, 0, 3]


def test_partial() -> None:
    read = reading("partial")
    assert read.carrier == "wikileaks_page"
    assert read.telegram.transmission is None
    assert read.telegram.message_id == tf.MessageId.parse("08 MERIDIAN 1406")
    assert read.telegram.attributes["created"] == "2008-11-18 14:02"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b"#0142", b"#0143", "serial-conflict"),
        (b"0341215", b"0361215", "day-of-year-conflict"),
        (b"UUUUU", b"CCCCC", "classification-conflict"),
        (b"031215Z", b"311215Z", "dtg-invalid"),
        (b"3. (U)", b"3. (S)", "portion-above-overall"),
    ],
)
def test_one_change_shows_a_diagnostic(old: bytes, new: bytes, code: str) -> None:
    data = load("flood").replace(old, new, 1)
    assert code in [found.code for found in tf.parse(data).diagnostics]
