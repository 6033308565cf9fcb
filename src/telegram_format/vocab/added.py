"""Rows that a process adds to the tables: its own stations and TAGS.

Strategy: added rows stand behind those of the data files, in the one place where tables are read; so every mapping that
is made of a table has them. Whatever was made of the tables before is forgotten: all such things are kept by cached
functions at the top of the library's modules, and these are emptied. That is slow and meant for the start of a
process. Nothing that the data files say can be changed, only added to.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from telegram_format.vocab.csv_table import ADDED, Row
from telegram_format.vocab.stations import compact, post_names, routing_indicator_name
from telegram_format.vocab.tables import tag_kinds

_LOCK = RLock()
_INDICATOR = re.compile(r"[A-Z]{4,8}")
_CODE = re.compile(r"[A-Z0-9]+(?: [A-Z0-9]+)*+")
_NAME = re.compile(r"[A-Z0-9](?:[A-Z0-9 './&-]*[A-Z0-9.])?")


def add_station(
    station: str,
    *,
    source: str,
    address: str = "",
    routing_indicators: tuple[str, ...] = (),
    country: str = "",
) -> None:
    """Add a station for this process: `add_station("PORT ALDER", address="AMEMBASSY PORT ALDER", source="…")`.

    `station` is its name as message numbers have it, `address` its plain language address; capitals both. `source`
    tells where the fact is from, as every row of the tables does. The same station again is nothing; raises
    `ValueError` for one that is known, for a routing indicator that is another's, and for words that are none.
    """
    if _NAME.fullmatch(station) is None or (address and _NAME.fullmatch(address) is None):
        raise ValueError(f"a station and its address are written in capitals: {station!r}, {address!r}")
    if wrong := [word for word in routing_indicators if _INDICATOR.fullmatch(word) is None]:
        raise ValueError(f"a routing indicator has four to eight capital letters: {wrong[0]!r}")
    key = compact(station)
    post = {
        "name": address or station,
        "routing_indicators": ";".join(routing_indicators),
        "country": country,
        "mrn_name": key,
        "kind": "added",
        "cablegate_count": "0",
        "source": source,
    }
    printed = {"key": key, "printed": station, "kind": "post", "source": source}
    with _LOCK:
        if post in ADDED["posts"] and printed in ADDED["stations"]:
            return
        if key in post_names():
            raise ValueError(f"the station {post_names()[key]!r} is known")
        for indicator in routing_indicators:
            if indicator in routing_indicator_name():
                raise ValueError(
                    f"the routing indicator {indicator} is that of {routing_indicator_name()[indicator]!r}"
                )
        ADDED["posts"].append(post)
        ADDED["stations"].append(printed)
        _forget()


def add_tag(code: str, kind: str, *, source: str, meaning: str = "") -> None:
    """Add a TAGS code for this process: `add_tag("ZALD", "program", meaning="Alder flood", source="…")`.

    `kind` is one that other TAGS have (`subject`, `country`, `program` …). The same code again is nothing; raises
    `ValueError` for one that is known and for words that are none.
    """
    kinds = {*tag_kinds().values()}
    if _CODE.fullmatch(code) is None or kind not in kinds:
        raise ValueError(f"a TAGS code has capitals and figures, and a kind of {sorted(kinds)}: {code!r}, {kind!r}")
    row = {"code": code, "kind": kind, "meaning": meaning, "era": "added", "confidence": "high", "source": source}
    with _LOCK:
        if row in ADDED["tags"]:
            return
        if code in tag_kinds():
            raise ValueError(f"the TAGS code {code} is known: {tag_kinds()[code]}")
        ADDED["tags"].append(row)
        _forget()


@contextmanager
def keep_vocabulary() -> Iterator[None]:
    """A context at whose end the vocabulary is as it was at its beginning: what was added inside is forgotten."""
    with _LOCK:
        before: dict[str, list[Row]] = {name: list(rows) for name, rows in ADDED.items()}
    try:
        yield
    finally:
        with _LOCK:
            if before != ADDED:
                ADDED.update(before)
                _forget()


def _forget() -> None:
    """Empty every cache of the library."""
    for name, module in list(sys.modules.items()):
        if name.startswith("telegram_format."):
            for kept in list(vars(module).values()):
                if (clear := getattr(kept, "cache_clear", None)) is not None:
                    clear()
