"""The tables of words, each as a mapping, a set or a tuple of rows.

Strategy: a table is read when it is first asked for and kept, and the classes of its rows are made then (3 ms); the
mappings are read-only views. Codes are upper case.
Where the words come from, and what was changed on the way: `SOURCES.md` beside this file. The tables of stations are in
`stations.py` and are offered here too.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from telegram_format.vocab.csv_table import table
from telegram_format.vocab.stations import (
    message_series,
    misspelt_stations,
    not_stations,
    post_names,
    posts,
    routing_indicator_name,
    routing_indicator_station,
    station_aliases,
    station_cuts,
    station_places,
    station_prefixes,
)

if TYPE_CHECKING:
    from telegram_format.vocab.rows import (
        Caption,
        ClassificationRow,
        ExecutiveOrderRow,
        PrecedenceRow,
        ReasonRow,
        TagRow,
    )

__all__ = [
    "archive_attributes",
    "archive_fields",
    "bureau_names",
    "caption_words",
    "captions",
    "classifications",
    "collectives",
    "declassification_reasons",
    "executive_orders",
    "message_series",
    "misspelt_stations",
    "months",
    "not_stations",
    "operating_signals",
    "post_names",
    "posts",
    "precedences",
    "routing_indicator_name",
    "routing_indicator_station",
    "routing_prefixes",
    "station_aliases",
    "station_cuts",
    "station_places",
    "station_prefixes",
    "tag_kinds",
    "tag_rows",
    "tag_terms",
    "time_zones",
    "wikileaks_columns",
]


@cache
def tag_rows() -> tuple[TagRow, ...]:
    """All TAGS: the codes of 1973 to the 2020s, countries, regions, programs, organizations and free terms."""
    from telegram_format.vocab.rows import TagRow

    return tuple(TagRow(**row) for row in table("tags"))


@cache
def tag_kinds() -> Mapping[str, str]:
    """TAGS code → kind. Where eras differ the kind of the 1990s and later counts, of which most texts are."""
    old_first = sorted(tag_rows(), key=lambda row: not row.era.startswith("1973"))
    return MappingProxyType({row.code.upper(): row.kind for row in old_first})


@cache
def tag_terms() -> frozenset[str]:
    """The TAGS that hold blanks (`HUMAN RIGHTS`, `EL AL`), terms and organizations: no line of tags is split there."""
    return frozenset(code for code in tag_kinds() if " " in code)


@cache
def captions() -> tuple[Caption, ...]:
    """Captions of distribution, channel, handling and correction."""
    from telegram_format.vocab.rows import Caption

    return tuple(Caption(**row) for row in table("captions"))


@cache
def caption_words() -> frozenset[str]:
    """The captions as printed, upper case, single blanks: `SIPDIS`, `EYES ONLY`, `C O R R E C T E D C O P Y`."""
    return frozenset(" ".join(row.caption.partition("(")[0].split()) for row in captions())


@cache
def precedences() -> tuple[PrecedenceRow, ...]:
    """Precedences of ACP 127, JANAP 128, State, AFTN and Type B."""
    from telegram_format.vocab.rows import PrecedenceRow

    return tuple(PrecedenceRow(**row) for row in table("precedences"))


@cache
def classifications() -> tuple[ClassificationRow, ...]:
    """Classifications and the handling words of unclassified text."""
    from telegram_format.vocab.rows import ClassificationRow

    return tuple(ClassificationRow(**row) for row in table("classifications"))


@cache
def operating_signals() -> Mapping[str, str]:
    """Z signals, prosigns and the marks of beginning and end → meaning."""
    return MappingProxyType({row["signal"]: row["meaning"] for row in table("operating_signals")})


@cache
def executive_orders() -> Mapping[str, ExecutiveOrderRow]:
    """Number → order, the oldest first."""
    return MappingProxyType({row["number"]: _order(row) for row in table("executive_orders")})


def _order(row: dict[str, str]) -> ExecutiveOrderRow:
    from telegram_format.vocab.rows import ExecutiveOrderRow

    return ExecutiveOrderRow(
        number=row["number"],
        signed=date.fromisoformat(row["signed"]),
        effective=date.fromisoformat(row["effective"]),
        superseded_by=row["superseded_by"] or None,
        superseded_on=date.fromisoformat(row["superseded_on"]) if row["superseded_on"] else None,
        title_topic=row["title_topic"],
        cable_line_forms=row["cable_line_forms"],
        source=row["source"],
    )


@cache
def declassification_reasons() -> tuple[ReasonRow, ...]:
    """Reasons to classify, exemptions from declassification, and the FOIA exemptions of release stamps."""
    from telegram_format.vocab.rows import ReasonRow

    return tuple(ReasonRow(**row) for row in table("declassification_reasons"))


@cache
def time_zones() -> Mapping[str, int]:
    """Zone letter → minutes east of UTC. `J` is the observer's local time and is not here."""
    rows = table("timezones")
    return MappingProxyType(
        {row["letter"]: int(row["utc_offset_minutes"]) for row in rows if row["utc_offset_minutes"]}
    )


@cache
def months() -> Mapping[str, int]:
    """Name of a month → 1 to 12: `SEP`, `SEPT`, `SEPTEMBER`."""
    found: dict[str, int] = {}
    for row in table("months"):
        names = (row["dtg"], row["english"], *row["variants_seen"].split())
        found.update(dict.fromkeys(names, int(row["number"])))
    return MappingProxyType(found)


@cache
def collectives() -> frozenset[str]:
    """Plain language addresses that stand for many addressees: `IRAQ COLLECTIVE`."""
    return frozenset(row["plad"] for row in table("addressees") if row["kind"] == "collective")


@cache
def routing_prefixes() -> Mapping[str, str]:
    """First letters of a routing indicator → nation or service that owns it."""
    return MappingProxyType({row["prefix"]: row["owner"] for row in table("routing_prefixes")})


@cache
def archive_attributes() -> Mapping[str, str]:
    """Key of the `Message Attributes` of a National Archives record → typical values."""
    return MappingProxyType({row["key"]: row["typical_values"] for row in table("message_attributes")})


@cache
def archive_fields() -> Mapping[str, str]:
    """Key of the `Message Attributes` of a National Archives record → field of the telegram that it is about."""
    return MappingProxyType({row["key"]: row["field"] for row in table("message_attributes") if row["field"]})


@cache
def bureau_names() -> Mapping[str, str]:
    """Code of a distribution line (`EUR`, `SS`) → bureau."""
    return MappingProxyType({row["code"]: row["office"] for row in table("nara_offices")})


@cache
def wikileaks_columns() -> tuple[str, ...]:
    """Names of the eight columns of the Cablegate CSV, in order; the file itself has no header."""
    return tuple(row["name"] for row in table("wikileaks_csv_columns"))
