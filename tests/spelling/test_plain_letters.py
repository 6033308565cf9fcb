"""Plain letters for others."""

from __future__ import annotations

import unicodedata

import pytest

from telegram_format.spelling.plain_letters import plain_letters


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("plain", "plain"),
        ("São Tomé, Zürich, Łódź, Ångström", "Sao Tome, Zurich, Lodz, Angstrom"),
        ("Straße, Ærø, Œuvre, Þingvellir, İzmir, ılıca", "Strasse, AEro, OEuvre, THingvellir, Izmir, ilica"),
        ("“x” ‘y’ «z» it’s", '"x" \'y\' "z" it\'s'),
        ("a–b — c‐d", "a-b -- c-d"),
        ("a b…", "a b..."),
        ("½ ﬁre", "1/2 fire"),
        ("re\u00adport", "report"),
        ("¶3. (C) x", "3. (C) x"),
        ("x\n¶ A. y", "x\nA. y"),
        ("see ¶4 and ¶ 5", "see para 4 and para 5"),
        ("e\u0301", "e"),
        ("12 €", "12 EUR"),
        ("Привет", "Привет"),
        ("北京 Beijing", "北京 Beijing"),
    ],
)
def test_plain_letters(text: str, plain: str) -> None:
    assert plain_letters(text) == plain


def test_all_latin_letters_with_accents_are_plain() -> None:
    """Every letter of Latin-1 and Latin Extended-A that is a letter with a mark has its plain letter."""
    for code in range(0xC0, 0x180):
        if unicodedata.decomposition(chr(code)) and chr(code) != "ŉ":
            assert plain_letters(chr(code)).isascii(), chr(code)
