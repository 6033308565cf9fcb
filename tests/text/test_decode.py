"""Bytes to text without loss, and how it was decided."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.text.decode import decode, encode

ENCODINGS = ("ascii", "latin-1", "cp1252", "cp437", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "shift_jis")


@given(st.binary(), st.none() | st.sampled_from(ENCODINGS))
def test_every_byte_comes_back(data: bytes, declared: str | None) -> None:
    """Law: what was decoded gives the same bytes when it is encoded as was found, whatever was declared."""
    found = decode(data, declared)
    assert found.text.encode(found.encoding, "surrogateescape") == data


@given(st.text(st.characters(codec="utf-8")))
def test_utf_8_is_taken_at_its_word(text: str) -> None:
    """Law: valid UTF-8 without a mark of UTF-16 is UTF-8."""
    data = text.encode()
    if data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        assert decode(data).text == text
        assert decode(data).encoding == "utf-8"


@pytest.mark.parametrize(
    ("data", "declared", "text", "encoding", "how"),
    [
        (b"", None, "", "utf-8", "valid"),
        ("¶4. (C)".encode(), None, "¶4. (C)", "utf-8", "valid"),
        (codecs.BOM_UTF8 + b"A", None, "\ufeffA", "utf-8", "bom"),
        (b"\xff\xfeA\x00", None, "\ufeffA", "utf-16-le", "bom"),
        (b"\xfe\xff\x00A", None, "\ufeffA", "utf-16-be", "bom"),
        (b"\xb64. (C)", None, "¶4. (C)", "cp1252", "fallback"),
        (b"\x93no\x94", None, "“no”", "cp1252", "fallback"),
        (b"\xb6\x81", None, "¶\udc81", "cp1252", "fallback"),
        (b"\xb6", "latin-1", "¶", "iso8859-1", "declared"),
        (b"\xf4", "cp437", "⌠", "cp437", "declared"),
        ("é".encode("utf-16-le"), "UTF-16LE", "é", "utf-16-le", "declared"),
    ],
)
def test_decision(data: bytes, declared: str | None, text: str, encoding: str, how: str) -> None:
    assert decode(data, declared) == (text, encoding, how)


@pytest.mark.parametrize(
    ("data", "declared", "encoding", "how"),
    [
        (b"\xff\xfeA", None, "cp1252", "fallback"),  # half a character of UTF-16
        (b"\xff\xfe\x00\xd8", None, "cp1252", "fallback"),  # a lone surrogate in UTF-16
        (b"A", "utf-16", "utf-8", "valid"),
        (b"\xc3\xa9", "ascii", "ascii", "declared"),  # bytes that ASCII lacks are kept as surrogates
    ],
)
def test_what_is_not_exact_is_not_taken(data: bytes, declared: str | None, encoding: str, how: str) -> None:
    found = decode(data, declared)
    assert (found.encoding, found.how) == (encoding, how)
    assert found.text.encode(found.encoding, "surrogateescape") == data


def test_unknown_encoding() -> None:
    with pytest.raises(LookupError, match="no-such-code-page"):
        decode(b"A", "no-such-code-page")


@given(st.text(st.characters(codec="utf-8")))
def test_bytes_of_a_str(text: str) -> None:
    """Law: the bytes of a `str` without surrogates are its UTF-8."""
    assert encode(text) == text.encode()


@given(st.binary())
def test_bytes_of_a_str_with_surrogates(data: bytes) -> None:
    """Law: a `str` that stands for bytes by PEP 383 gives these bytes."""
    assert encode(data.decode("utf-8", "surrogateescape")) == data


def test_surrogates_of_a_str() -> None:
    assert encode("A\udcb6") == b"A\xb6"  # PEP 383: a byte that was no UTF-8
    assert encode("A\ud800") == b"A\xed\xa0\x80"  # stands for no byte
