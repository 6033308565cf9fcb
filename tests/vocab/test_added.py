"""Rows that a process adds: they are read with, they change nothing that is there, and they go away again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import telegram_format as tf
from telegram_format.kit import add_station, add_tag, keep_vocabulary
from telegram_format.model.station import resolve_station
from telegram_format.vocab import tables

TEXT = b"""UNCLAS PORT ALDER 000142

TAGS: ZALD, ZALDEAID, ALDER FUND
REF: A. 09 PORT ALDER 77

1. (U) The bridge is
PORT ALDE 00000142  002 OF 002
gone.
"""


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    with keep_vocabulary():
        yield


def add_alder() -> None:
    add_station(
        "PORT ALDER",
        address="AMEMBASSY PORT ALDER",
        routing_indicators=("RUEHPLD",),
        country="Alderland",
        source="invented",
    )


def test_a_station_is_known_by_all_its_names() -> None:
    assert resolve_station("PORTALDER") is None
    add_alder()
    assert resolve_station("PORTALDER") == ("PORT ALDER", False)
    assert resolve_station("AMEMBASSY PORT ALDER") == ("PORT ALDER", False)
    assert resolve_station("PORT ALDR") == ("PORT ALDER", True)
    assert tables.routing_indicator_name()["RUEHPLD"] == "AMEMBASSY PORT ALDER"
    assert tables.routing_indicator_station()["RUEHPLD"] == "PORTALDER"


def test_a_station_without_more() -> None:
    add_station("ALDER/2", source="invented")
    assert resolve_station("ALDER2") == ("ALDER/2", False)


def test_tags_are_read_with() -> None:
    before = tf.parse(TEXT, format="cablegate").telegram.tags
    add_tag("ZALD", "program", source="invented")
    add_tag("ALDER FUND", "term", source="invented")
    after = tf.parse(TEXT, format="cablegate").telegram.tags
    assert before != after
    assert after == tuple(
        tf.Tag(code, kind)  # type: ignore[arg-type]
        for code, kind in (("ZALD", "program"), ("EAID", "subject"), ("ALDER FUND", "term"))
    )
    assert tf.Tag.of("ZALD").kind == "program"


def test_what_was_added_is_forgotten_behind_the_context() -> None:
    with keep_vocabulary():
        add_alder()
        add_tag("ZALD", "program", source="invented")
        assert "PORTALDER" in tables.post_names()
    assert "PORTALDER" not in tables.post_names()
    assert resolve_station("PORTALDER") is None
    assert tf.Tag.of("ZALD").kind == "unknown"


def test_the_same_again_is_nothing() -> None:
    add_alder()
    add_tag("ZALD", "program", source="invented")
    posts = tables.posts()
    add_alder()
    add_tag("ZALD", "program", source="invented")
    assert tables.posts() is posts


def test_what_is_there_is_not_changed() -> None:
    add_alder()
    with pytest.raises(ValueError, match="the station 'PORT ALDER' is known"):
        add_station("PORT ALDER", source="another")
    with pytest.raises(ValueError, match="the station 'PARIS' is known"):
        add_station("PARIS", source="invented")
    with pytest.raises(ValueError, match="RUEHPLD is that of 'AMEMBASSY PORT ALDER'"):
        add_station("MERIDIAN", routing_indicators=("RUEHPLD",), source="invented")
    with pytest.raises(ValueError, match="EAID is known: subject"):
        add_tag("EAID", "program", source="invented")


@pytest.mark.parametrize(
    ("station", "address", "indicator"),
    [("", "", "RUEHPLD"), ("Port Alder", "", "RUEHPLD"), ("ALDER", "Amembassy", "RUEHPLD"), ("ALDER", "", "RU3")],
)
def test_words_that_are_no_station(station: str, address: str, indicator: str) -> None:
    with pytest.raises(ValueError, match="capital"):
        add_station(station, address=address, routing_indicators=(indicator,), source="invented")


@pytest.mark.parametrize(("code", "kind"), [("", "program"), ("zald", "program"), ("ZALD", "nonsense")])
def test_words_that_are_no_tag(code: str, kind: str) -> None:
    with pytest.raises(ValueError, match="a TAGS code has capitals"):
        add_tag(code, kind, source="invented")
