"""Which station a name means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.model.station import bare_station, plain, resolve_station
from telegram_format.vocab.tables import not_stations, post_names, station_aliases


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Port-au-Prince", "PORT AU PRINCE"),
        ("N'DJAMENA", "NDJAMENA"),
        ("N\u2019Djamena", "NDJAMENA"),
        ("São Paulo", "SAO PAULO"),
        ("AMEMBASSY GUATEMALA CITY", "GUATEMALA"),
        ("USMISSION USUN NEW YORK", "USUN NEW YORK"),
        ("EMBASSY BERN", "BERN"),
        ("SECSTATE WASHDC", "STATE"),
        ("HCMC", "HO CHI MINH CITY"),
        ("NEW DE", "NEW DELHI"),
        ("PORT AU PR", "PORT AU PRINCE"),
    ],
)
def test_other_names_are_not_damage(text: str, printed: str) -> None:
    assert resolve_station(text) == (printed, False)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("COTON0U", "COTONOU"),
        ("0SLO", "OSLO"),
        ("BEIJIG", "BEIJING"),
        ("MEXICP", "MEXICO"),
        ("LODNON", "LONDON"),
        ("LONDONN", "LONDON"),
        ("LNDON", "LONDON"),
        ("EFTO BAKU", "BAKU"),
        ("SIFIEDOTTAWA", "OTTAWA"),
        ("SECTION 01 OF 02 QUITO", "QUITO"),
        ("SECTION01GF02BISHIEK", "BISHKEK"),
        ("C O N F I D E N T I A L PARIS", "PARIS"),
    ],
)
def test_damage_is_repaired_and_said(text: str, printed: str) -> None:
    assert resolve_station(text) == (printed, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "EREHWON",
        "BARNE",  # two letters from BERN
        "LODNNO",  # two letters from LONDON
        "LIMB",  # four letters are near too much
        "BREGEN",  # as near to BERGEN as to BREMEN
        "UNESCO",  # the cut of two stations
        "NAVADMEN",  # near a series, which is no post
        "Москва",
        "AMEMBASSY",
        "PARIS" * 100,
    ],
)
def test_no_station(text: str) -> None:
    assert resolve_station(text) is None


@pytest.mark.parametrize("key", sorted(post_names()))
def test_known_station_is_itself(key: str) -> None:
    assert resolve_station(key) == resolve_station(post_names()[key]) == (post_names()[key], False)


def test_every_alias_is_resolved() -> None:
    for alias, key in station_aliases().items():
        found = resolve_station(alias)
        assert found is not None
        assert found[0] == post_names()[key]


def test_words_that_are_no_stations_are_not_repaired() -> None:
    assert [word for word in not_stations() if resolve_station(word) is not None] == []


@given(st.text())
def test_resolving_raises_nothing_and_names_known_stations(text: str) -> None:
    """Law: whatever the text, the answer is nothing or the printed name of a known station."""
    found = resolve_station(text)
    assert found is None or found[0] in set(post_names().values())


@given(st.text())
def test_plain_text_is_stable(text: str) -> None:
    """Law: `plain` of plain text is the text."""
    assert plain(plain(text)) == plain(text)


def test_bare_station() -> None:
    assert bare_station("Amembassy  Erehwon") == "EREHWON"
    assert bare_station("USMISSION") == "USMISSION"
