"""The tables of stations: what posts are called in message numbers, addresses, archives and by mistake.

Strategy: a station has a compact key (upper case, only A-Z and 0-9: `PORTAUPRINCE`) and a printed name
(`PORT AU PRINCE`). The printed name is cut out of the post's plain language address where the words are there, else it
is a row of `stations.csv`. All other names map to the key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from telegram_format.vocab.csv_table import table
from telegram_format.vocab.keeping import kept

if TYPE_CHECKING:
    from telegram_format.vocab.rows import Post

_NO_KEY = re.compile(r"[^A-Z0-9]+")

_NARA_CUT = 6
"""Letters, blanks counted, that page lines and document numbers of 1973-79 keep of a station."""

_CONTINUATION_CUT = 10
"""Letters, blanks counted, that the continuation markers of the 2000s keep."""


@kept(8192)
def compact(name: str) -> str:
    """The key of a station's name: its ASCII letters and figures, upper case."""
    return _NO_KEY.sub("", name.upper())


@cache
def posts() -> tuple[Post, ...]:
    """The posts of the routing indicator book of 2010 and those that only message numbers name."""
    from telegram_format.vocab.rows import Post  # 3 ms: with the first station

    return tuple(
        Post(
            name=row["name"],
            routing_indicators=tuple(row["routing_indicators"].split(";")) if row["routing_indicators"] else (),
            country=row["country"],
            station=row["mrn_name"],
            kind=row["kind"],
            cablegate_count=int(row["cablegate_count"]),
            source=row["source"],
        )
        for row in table("posts")
    )


@cache
def post_names() -> Mapping[str, str]:
    """Compact station → printed station: `PORTAUPRINCE` → `PORT AU PRINCE`. Posts, agencies, delegations, series."""
    names = {post.station: _printed(post) for post in posts() if post.station}
    names.update({row["key"]: row["printed"] for row in table("stations")})
    return MappingProxyType(names)


def _printed(post: Post) -> str:
    """The words of the address that make up the station; the station itself where none do."""
    words = post.name.split()
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            if compact("".join(words[start:end])) == post.station:
                return " ".join(words[start:end])
    return post.station


@cache
def message_series() -> frozenset[str]:
    """Compact names that number a series of messages, not a post's own: `NAVADMIN`, `TOSEC`."""
    return frozenset(row["key"] for row in table("stations") if row["kind"] == "series")


@cache
def station_aliases() -> Mapping[str, str]:
    """Compact other name or misspelling → compact station: `UNVIE` → `UNVIEVIENNA`. No station is an alias."""
    return MappingProxyType({row["as_written"]: row["station"] for row in table("station_aliases")})


@cache
def misspelt_stations() -> frozenset[str]:
    """The aliases that nobody writes on purpose: `BEIJIG`, but not `HCMC`."""
    return frozenset(row["as_written"] for row in table("station_aliases") if row["kind"] == "misspelling")


@cache
def station_places() -> Mapping[str, str]:
    """Compact plain language address, with and without its first word, → compact station: `GUATEMALACITY`."""
    found: dict[str, str] = {}
    for post in posts():
        if post.name and post.station:
            found[compact(post.name)] = post.station
            found.setdefault(compact(post.name.partition(" ")[2]), post.station)
    return MappingProxyType({name: station for name, station in found.items() if name not in post_names()})


@cache
def station_cuts() -> Mapping[str, str]:
    """Compact cut of a printed station → compact station, where only one has that cut: `SANJO` → `SANJOSE`.

    Page lines and document numbers of 1973-79 keep six characters, blanks counted or not; continuation markers of the
    2000s keep ten. A post of the book goes before the others.
    """
    of_book = {post.station for post in posts()}
    cuts = _unique_cuts(key for key in post_names() if key not in of_book)
    cuts.update(_unique_cuts(key for key in post_names() if key in of_book))
    return MappingProxyType({cut: key for cut, key in cuts.items() if cut not in post_names()})


def _unique_cuts(keys: Iterable[str]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for key in keys:
        printed = post_names()[key]
        for cut in (printed[:_NARA_CUT], key[:_NARA_CUT], printed[:_CONTINUATION_CUT], key[:_CONTINUATION_CUT]):
            found.setdefault(compact(cut), set()).add(key)
    return {cut: owners.pop() for cut, owners in found.items() if len(owners) == 1}


@cache
def station_prefixes() -> Mapping[str, str]:
    """Word before a station that is none of it → `post` (kind of post, `AMEMBASSY`) or `garbage` (`EFTO`)."""
    return MappingProxyType({row["word"]: row["kind"] for row in table("station_prefixes")})


@cache
def not_stations() -> frozenset[str]:
    """Words that stand before a number and are no station: months, `SECTION`, `FAM`."""
    return frozenset(row["word"] for row in table("not_stations"))


@cache
def routing_indicator_station() -> Mapping[str, str]:
    """Routing indicator → compact station. Where two share one, the first by name: `RUEHBS` → `BRUSSELS`."""
    return MappingProxyType(
        {indicator: post.station for post in reversed(posts()) if post.station for indicator in post.routing_indicators}
    )


@cache
def routing_indicator_name() -> Mapping[str, str]:
    """Routing indicator → plain language address: `RUEHPU` → `AMEMBASSY PORT AU PRINCE`."""
    return MappingProxyType(
        {indicator: post.name for post in reversed(posts()) for indicator in post.routing_indicators}
    )
