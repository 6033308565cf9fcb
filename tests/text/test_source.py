"""Places in a source: bytes, lines, columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.text.source import Source

anything = st.text(st.characters(codec=None)) | st.binary()


@given(anything)
def test_bytes_come_back(data: str | bytes) -> None:
    """Law: `bytes(source)` is what came in; for a `str` it is what spells it."""
    source = Source.of(data)
    assert bytes(source) == (data if isinstance(data, bytes) else source.data)
    assert source.how == ("text" if isinstance(data, str) else source.how)
    assert source.how != "text" or isinstance(data, str)


@given(st.text(st.sampled_from("A¶é‐\u2028𝄞\n"), max_size=3000), st.data())
def test_byte_offsets(text: str, data: st.DataObject) -> None:
    """Law: a span in bytes holds the UTF-8 of the characters of the span."""
    source = Source.of(text.encode())
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = source.byte_span((start, end))
    assert source.data[first:last] == text[start:end].encode()


@pytest.mark.parametrize("data", ["A¶" * 2000, b"\xb6A\x81" * 1500, "\ufeffA¶".encode("utf-16-le") * 900])
def test_byte_offsets_of_long_texts(data: str | bytes) -> None:
    source = Source.of(data)
    for start in (0, 1, 1023, 1024, 1025, 2047, 2048, 2049, len(source.text) - 1):
        first, last = source.byte_span((start, start + 1))
        assert source.data[first:last] == source.text[start].encode(source.encoding, "surrogateescape")
    assert source.byte_offset(len(source.text)) == len(source.data)


def test_byte_offsets_of_surrogates_that_stand_for_no_byte() -> None:
    source = Source.of("¶\ud800B")
    assert source.byte_span((1, 2)) == (2, 5)
    assert source.data[5:] == b"B"


@given(anything)
def test_every_character_has_a_line_and_a_column(data: str | bytes) -> None:
    """Law: line and column lead back to the character, but for the signs that end the line."""
    source = Source.of(data)
    for offset, sign in enumerate(source.text):
        line, column = source.line_column(offset)
        assert line >= 1
        assert column >= 1
        if sign not in "\r\n":
            assert source.line(line)[column - 1] == sign


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("A", ["A"]),
        ("A\nB\n", ["A", "B", ""]),
        ("A\r\nB\r\r\nC\rD", ["A", "B", "C", "D"]),
        ("A\n\rB", ["A", "", "B"]),
        ("A\x0b\x0c\x85\u2028B", ["A\x0b\x0c\x85\u2028B"]),
        ("A\r\rB", ["A", "", "B"]),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    source = Source.of(text)
    last, _ = source.line_column(len(text))
    assert [source.line(number) for number in range(1, last + 1)] == lines


def test_equal_is_what_has_the_same_bytes_read_the_same_way() -> None:
    assert Source.of(b"A", name="one") == Source.of(b"A", name="two")
    assert Source.of(b"A") != Source.of(b"B")
    assert Source.of(b"A") != Source.of(b"A", encoding="latin-1")
    assert "A" * 90 not in repr(Source.of("A" * 90))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32", "utf-8-sig"])
def test_byte_offsets_where_the_encoding_has_a_mark_of_its_own(encoding: str) -> None:
    data = ("A¶" * 2000).encode(encoding)
    source = Source.of(data, encoding=encoding)
    assert bytes(source) == data
    assert source.how == "declared"
    assert source.byte_offset(len(source.text)) == len(data)
    place = source.text.index("¶", 3000)
    start, end = source.byte_span((place, place + 1))
    assert data[start:end].decode(source.encoding) == "¶"


def test_a_big_endian_mark_is_obeyed() -> None:
    data = b"\xfe\xff\x00A"
    assert Source.of(data, encoding="utf-16").text == "\ufeffA"
