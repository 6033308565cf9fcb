"""What may reach a terminal."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.text.visible import visible, visible_line

BIDI_CLASSES = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
BIDI_MARKS = "\u061c\u200e\u200f"


def hidden(character: str) -> bool:
    return (
        unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(character) in BIDI_CLASSES
        or character in BIDI_MARKS
    )


def test_no_code_point_commands_or_hides() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if character == "\n":
            continue
        shown = visible(character)
        assert not any(map(hidden, shown)), f"U+{code:04X}"
        assert shown != character or not hidden(character)
        assert shown == visible_line(character)


def test_visible_text_passes() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character)[0] in "LNPS" and character not in "\u115f\u1160\u3164\uffa0":
            assert visible(character) == character


@given(st.text(alphabet=st.characters(codec=None)))
def test_output_is_safe_and_done(text: str) -> None:
    """Law: the output holds nothing hidden but line ends, and showing it again changes nothing."""
    shown = visible(text)
    assert not any(map(hidden, shown.replace("\n", "")))
    assert shown.count("\n") == text.count("\n")
    assert visible(shown) == shown
    assert "\n" not in visible_line(text)
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mRED", "^[[31mRED"),
        ("A\x00B\tC\rD", "A^@B^IC^MD"),
        ("\x07\x7f", "^G^?"),
        ("\x9b2J", "<U+009B>2J"),
        ("ABC\u202eFED", "ABC<U+202E>FED"),
        ("\u2066x\u2069", "<U+2066>x<U+2069>"),
        ("\udcb6", "<0xB6>"),
        ("\ud800", "<U+D800>"),
        ("\U000e0041", "<U+E0041>"),
        ("¶4. über — naïve\u00a0日本", "¶4. über — naïve\u00a0日本"),
        ("one\ntwo", "one\ntwo"),
    ],
)
def test_forms(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_line_stays_a_line() -> None:
    assert visible_line("one\r\ntwo\x85three\u2028four") == "one^M^Jtwo<U+0085>three<U+2028>four"
