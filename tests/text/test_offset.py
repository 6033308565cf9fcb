"""From bytes back to characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.text.offset import character_offset, character_span
from telegram_format.text.source import Source

characters = st.characters(codec=None)


@given(st.text(alphabet=characters) | st.binary())
def test_inverse_of_byte_offset(data: str | bytes) -> None:
    """Law: a character's first byte lies in that character, and so does its last."""
    source = Source.of(data)
    for offset in range(len(source.text) + 1):
        begin = source.byte_offset(offset)
        assert character_offset(source, begin) == offset
        if offset < len(source.text):
            assert character_offset(source, source.byte_offset(offset + 1) - 1) == offset


@pytest.mark.parametrize("text", ["¶" * 3000, "A" * 1023 + "¶B" + "C" * 1024, "A" * 3000])
def test_long_texts(text: str) -> None:
    source = Source.of(text.encode())
    for offset in (0, 1, 1022, 1023, 1024, 1025, 2047, 2048, len(text)):
        if offset <= len(text):
            assert character_offset(source, source.byte_offset(offset)) == offset


def test_span() -> None:
    assert character_span(Source.of("¶4. ü".encode()), (2, 7)) == (1, 5)
    assert character_span(Source.of(b"plain"), (1, 99)) == (1, 5)
