"""The sets of a message as a view of its reading."""

from __future__ import annotations

from pathlib import Path

import pytest

import telegram_format as tf

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "navadmin"

MESSAGE = (
    b"R 141530Z MAR 31\r\nFM CNO WASHINGTON DC//N4//\r\nTO NAVADMIN\r\nUNCLAS\r\n"
    b"MSGID/GENADMIN/CNO WASHINGTON DC/-/MAR//\r\nSUBJ/PLUMS,\r\nRIPE//\r\nREF/A/DOC/OPNAV//\r\n"
    b"RMKS/1. THE PLUMS ARE RIPE, SEE HTTPS://PLUMS.\r\nBT\r\nNNNN\r\n"
)


def test_fields_by_position_and_places() -> None:
    message, subject, reference, text = tf.sets(tf.parse(MESSAGE, format="genadmin"))
    assert (message.name, message.values) == ("MSGID", ("GENADMIN", "CNO WASHINGTON DC", None, "MAR"))
    assert subject.fields == ("PLUMS,\nRIPE",)
    assert subject.values == ("PLUMS, RIPE",)
    assert [MESSAGE[slice(*place.span)] for place in reference.places] == [b"A", b"DOC", b"OPNAV"]
    assert MESSAGE[slice(*reference.place.span)] == b"REF/A/DOC/OPNAV//"
    assert (text.closed, text.values) == (False, ("1. THE PLUMS ARE RIPE, SEE HTTPS://PLUMS.",))
    assert [found.place.line for found in (message, subject, reference, text)] == [5, 6, 8, 9]


def test_a_further_message_has_its_own() -> None:
    reading = tf.parse(MESSAGE + b"\r\nADMINISTRATIVE MESSAGE\r\n" + MESSAGE.replace(b"PLUMS", b"PEARS"))
    (further,) = reading.embedded
    assert [len(tf.sets(one)) for one in (reading, further)] == [4, 4]
    assert tf.sets(further)[1].values == ("PEARS, RIPE",)
    assert tf.sets(further)[1].place.line > tf.sets(reading)[-1].place.line


@pytest.mark.parametrize("data", [b"", b"1. Lamps.\n", b"\xff/\x00//"])
def test_a_text_without_sets_has_none(data: bytes) -> None:
    assert tf.sets(tf.parse(data)) == ()


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no published messages at ../shared/corpus")
def test_sets_of_published_messages_are_spelled_as_they_stand() -> None:
    """All of the 3,237 sets of 575 messages spell the same signs again."""
    found = [one for path in sorted(CORPUS.iterdir()) for one in tf.sets(tf.read(path))]
    assert len(found) > 3000
    assert [one for one in found if str(one) != one.place.text] == []
    assert [one for one in found if tuple(place.text for place in one.places) != one.fields] == []
