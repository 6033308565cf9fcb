"""Titles of officials."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.titles import is_particle, is_title


@pytest.mark.parametrize(
    "word",
    [
        *("Ambassador", "AMBASSADOR", "Counselor", "Minister-Counselor", "DCM", "Pol-Econ", "d'Affaires", "d’Affaires"),
        *("Abassador", "Ambasador", "Couselor", "Represenative", "a.i.", "A/S", "DAS", "Amb\\assador", "-", "--"),
        *("NEA", "PolCouns"),
    ],
)
def test_titles(word: str) -> None:
    assert is_title(word, shouted=False)


@pytest.mark.parametrize(
    "word", ["Crane", "Ada", "B.", "Q.B.", "(Crane", "van", "O'Crane", "Ambrose", "Harcourt", "Montgomery", "Jr."]
)
def test_names(word: str) -> None:
    assert not is_title(word, shouted=False)


def test_short_words_in_capitals_are_offices_unless_all_is_in_capitals() -> None:
    assert is_title("XYZ", shouted=False)
    assert not is_title("XYZ", shouted=True)
    assert is_title("NEA", shouted=True)
    assert not is_title("ADA", shouted=True)


@pytest.mark.parametrize(
    ("word", "particle"), [("van", True), ("DER", True), ("de", True), ("Crane", False), ("", False)]
)
def test_particles(word: str, particle: bool) -> None:
    assert is_particle(word) is particle


@given(st.text(min_size=1, max_size=20), st.booleans())
def test_any_word_is_one_or_the_other(word: str, shouted: bool) -> None:
    """Law: every word is a title or not; nothing is raised."""
    assert is_title(word, shouted=shouted) in (True, False)
