"""Keep: any bytes come back, and reading raises nothing. Stand: every place lies in the source and spells its value."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.testing.laws.stand import misplaced

FIXTURES = sorted((Path(__file__).parents[1] / "fixtures" / "cablegate").glob("*.txt"))
FORMATS = ("cablegate", "plain", None)

LINES = [
    *(b"VZCZCXYZ0008\n", b"OO RUEHWEB\n", b"DE RUEHC #0001 1440830\n", b"ZNY CCCCC ZZH\n", b"O P 230830Z MAY 08\n"),
    *(b"FM ", b"TO ", b"INFO ", b"XMT ", b"//N1//", b"RUEHC/", b"BT\n", b"NNNN\n", b"#0001\n", b"null\n", b" XMT, "),
    *(b"\nUNCLAS SECTION 02 OF 02 LOME 000512\n", b"LOME 00000512  002 OF 002\n", b"CONFIDENTIAL\n"),
    *(b"PAGE 02 LOME 00512 01 OF 02 011530Z", b"SIPDIS\n", b"STATE FOR ", b"C O R R E C T E D COPY\n"),
    *(
        b"\nE.O. 12958: ",
        b"DECL: 01/01/2020",
        b"\nTAGS: ",
        b"OVIP (ROE, ANN), ",
        b"\nSUBJECT: ",
        b"\nREF: A. ",
        b"(C) ",
    ),
    *(
        b"(C) ",
        b"Classified By: ",
        b"reasons 1.4 (b)",
        b"1. ",
        b"14. (C) ",
        b"1. Q) ",
        b"\xc2\xb64. ",
        b"A. (C) ",
        b"\n- ",
    ),
    *(b"-----\n", b"Summary: ", b"End summary.", b"(Note: ", b"End note.)", b"NOTE BY OC/T: ", b"AND ", b";", b","),
    *(b"1 5/20/2008 8:30 08LOME1 ", b"\n\n", b"\r", b"\r\r\n", b"\\\n", b"&#x000A;", b"&#0;", b"\t", b"\x00", b"\xb6"),
    *(b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xc2\xb2", b"\xd9\xa3", b"\x81", b"\xff\xfe", b"9" * 5000, b"FINCH\n"),
]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A fixture with pieces cut out, doubled and put in, perhaps with other line ends."""
    data = draw(st.sampled_from(FIXTURES)).read_bytes()
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        match draw(st.integers(0, 4)):
            case 0:
                data = data[:start] + data[start + draw(st.integers(1, 80)) :]
            case 1:
                data = data[:start] + draw(st.sampled_from(LINES)) + data[start:]
            case 2:
                begin = draw(st.integers(0, len(data)))
                data = data[:start] + data[begin : begin + draw(st.integers(1, 400))] + data[start:]
            case 3:
                data = data[:start] + draw(st.binary(max_size=3)) + data[start:]
            case _:
                data = data.replace(b"\n", draw(st.sampled_from([b"\r\n", b"\r", b" ", b"", b"\r\r\n", b"\n\n"])))
    return data


pieces = st.lists(st.sampled_from(LINES), max_size=25).map(b"".join)


def everything(reading: tf.Reading) -> Iterator[object]:
    """All that a reading can be asked for; what is computed late is computed."""
    yield reading.coverage
    yield reading.unread
    yield from reading.trace.items()
    yield reading.trace.marks
    yield from map(str, reading.diagnostics)
    yield from map(reading.where, reading.trace)
    yield from (paragraph.asides for paragraph in reading.telegram.paragraphs)
    yield reading.telegram.summary
    yield from chain.from_iterable(map(everything, reading.embedded))


def kept(data: bytes | str, name: str | None) -> None:
    reading = tf.parse(data, format=name)
    assert all(found is not NotImplemented for found in everything(reading))
    assert 0 <= reading.coverage <= 1
    assert bytes(reading.source) == (data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.one_of(damaged(), pieces, st.binary()))
def test_any_bytes_are_kept(name: str | None, data: bytes) -> None:
    """Whatever the bytes, and whether or not a format is named, reading raises nothing and gives the bytes back."""
    kept(data, name)


@pytest.mark.parametrize("name", FORMATS)
@given(text=st.text(st.characters(codec="utf-8")))
def test_any_text_is_kept(name: str | None, text: str) -> None:
    """A text that came as `str` comes back as its UTF-8."""
    kept(text, name)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 5000,
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xdb" + bytes(range(256)) * 8,
        b"A" * 2_000_000,
        b"\n" * 100_000,
        b"\xff\xfe",
        b"\xfe\xff\x00",
        b"\xef\xbb\xbf",
        bytes(range(256)),
    ],
    ids=[
        "empty",
        "nuls",
        "picture",
        "one-letter",
        "line-ends",
        "mark-alone",
        "half-character",
        "utf-8-mark",
        "all-bytes",
    ],
)
def test_what_is_no_telegram_is_kept(data: bytes, name: str | None) -> None:
    kept(data, name)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_places_of_a_fixture(path: Path) -> None:
    assert list(misplaced(tf.parse(path.read_bytes(), format="cablegate", carrier="plain"))) == []


@given(data=st.one_of(damaged(), pieces))
def test_places(data: bytes) -> None:
    """Every place lies in the source; places nest or are apart; a text value is what its places spell."""
    assert list(misplaced(tf.parse(data, format="cablegate", carrier="plain"))) == []
