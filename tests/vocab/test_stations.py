"""The tables of stations fit together."""

from __future__ import annotations

import pytest

from telegram_format.vocab import stations


@pytest.mark.parametrize(
    ("key", "printed"),
    [
        ("GUATEMALA", "GUATEMALA"),
        ("MAZARESHARIF", "MAZAR-E SHARIF"),
        ("PORTAUPRINCE", "PORT AU PRINCE"),
        ("SAIGON", "SAIGON"),
        ("SECDEF", "SECDEF"),
        ("STATE", "STATE"),
        ("UNESCOPARISFR", "UNESCO PARIS FR"),
        ("UNVIEVIENNA", "UNVIE VIENNA"),
        ("USUNNEWYORK", "USUN NEW YORK"),
    ],
)
def test_printed_names(key: str, printed: str) -> None:
    assert stations.post_names()[key] == printed


def test_printed_names_compact_to_their_keys() -> None:
    for key, printed in stations.post_names().items():
        assert stations.compact(printed) == key


def test_other_names_lead_to_stations_and_are_none() -> None:
    known = stations.post_names().keys()
    for others in (stations.station_aliases(), stations.station_places(), stations.station_cuts()):
        assert known.isdisjoint(others)
        assert known >= set(others.values())
        assert all(stations.compact(name) == name for name in others)


def test_misspellings_are_aliases() -> None:
    assert stations.misspelt_stations() < stations.station_aliases().keys()
    assert "BEIJIG" in stations.misspelt_stations()
    assert "HCMC" not in stations.misspelt_stations()


@pytest.mark.parametrize(
    ("alias", "key"),
    [
        ("HCMC", "HOCHIMINHCITY"),
        ("HOCHIMINH", "HOCHIMINHCITY"),
        ("PHNOMPEN", "PHNOMPENH"),
        ("RIO", "RIODEJANEIRO"),
        ("SECSTATE", "STATE"),
        ("UNVIE", "UNVIEVIENNA"),
        ("USUNESCOPARISFR", "UNESCOPARISFR"),
        ("VAT", "VATICAN"),
    ],
)
def test_aliases(alias: str, key: str) -> None:
    assert stations.station_aliases()[alias] == key


def test_posts_that_number_their_own_telegrams_are_no_aliases() -> None:
    assert {"TAIPEI", "AITTAIPEI", "PARISFR", "KIEV", "KYIV"} <= stations.post_names().keys()
    assert "WASHDC" not in stations.post_names()


def test_words_that_are_no_stations_are_none() -> None:
    named = {*stations.post_names(), *stations.station_aliases(), *stations.station_places()}
    assert stations.not_stations().isdisjoint(named)
    assert named.isdisjoint(stations.station_prefixes())


def test_a_cut_that_two_stations_share_means_none() -> None:
    cuts = stations.station_cuts()
    assert cuts["SANJO"] == "SANJOSE"
    assert cuts["USUNN"] == cuts["USUNNE"] == cuts["USUNNEWY"] == "USUNNEWYORK"
    assert "UNESCO" not in cuts


def test_routing_indicators() -> None:
    assert stations.routing_indicator_station()["RUCNDT"] == "USUNNEWYORK"
    assert stations.routing_indicator_name()["RUEHPU"] == "AMEMBASSY PORT AU PRINCE"
    assert stations.routing_indicator_station()["RUEHBS"] == "BRUSSELS"
    assert (
        stations.routing_indicator_station()["RUEHBL"] == stations.routing_indicator_station()["RUEHLOB"] == "BELFAST"
    )
    assert stations.routing_indicator_station().keys() < stations.routing_indicator_name().keys()


def test_series() -> None:
    assert {"NAVADMIN", "TOSEC", "PARTO"} <= stations.message_series()
    assert "PARIS" not in stations.message_series()


def test_keys_of_long_names_are_not_kept() -> None:
    """What is kept is bounded in size too, not in number only."""
    from telegram_format.vocab import stations

    known = stations.compact.cache_info().currsize
    assert stations.compact("PORT ALDER " * 1000) == "PORTALDER" * 1000
    assert stations.compact.cache_info().currsize == known
