"""Words that recognition has worn: what is put right, and what is left."""

from __future__ import annotations

import pytest

from telegram_format.grammar.worn_words import date_time, figures, filing_time, level_letters, month


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("0123", "0123"),
        ("O1Z3", "0123"),
        ("D1B@", None),
        ("1S2l", "1521"),
        ("ABCD", None),
        ("12x4", None),
        ("@815", "0815"),
    ],
)
def test_figures(word: str, right: str | None) -> None:
    assert figures(word) == right


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("151413Z", "151413Z"),
        ("1514132", "151413Z"),
        ("151413", "151413Z"),
        ("I51413Z", "151413Z"),
        ("159413Z", "150413Z"),  # no hour 94: a nought with a stroke
        ("152913Z", "152013Z"),
        ("151493Z", "151403Z"),
        ("151413A", "151413A"),
        ("151413@", None),
        ("151413x", None),
        ("157713Z", None),
        ("001413Z", None),
        ("A1BCDEZ", None),
        ("15x413Z", None),
    ],
)
def test_a_date_time_group(word: str, right: str | None) -> None:
    assert date_time(word) == right


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("1351530", "1351530"),
        ("9351530", "0351530"),
        ("I35I530", "1351530"),
        ("5351530", None),
        ("1357730", None),
        ("1351575", None),
        ("ABCDEFG", None),
    ],
)
def test_a_filing_time(word: str, right: str | None) -> None:
    assert filing_time(word) == right


@pytest.mark.parametrize(
    ("word", "right"), [("MAY", "MAY"), ("may", "MAY"), ("MRY", "MAY"), ("JUX", None), ("XYZ", None)]
)
def test_a_month(word: str, right: str | None) -> None:
    assert month(word) == right


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("UUUUU", "UUUUU"),
        ("UUUIU", "UUUUU"),
        ("EEEE", "EEEEE"),
        ("SSSAC", "SSSAC"),
        ("SSSLC", "SSSSS"),
        ("MNSHX", "MNSHX"),
    ],
)
def test_the_group_of_fl4(word: str, right: str) -> None:
    assert level_letters(word) == right
