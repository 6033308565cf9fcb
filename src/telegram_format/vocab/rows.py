"""Rows of the tables that say more than one thing of a word.

Every row keeps its `source`; `compiler knowledge` in it means that no document was at hand, `uncertain` that no hard
rule should be built on it.
"""

from __future__ import annotations

from datetime import date

from attrs import field, frozen


@frozen
class Post:
    """A post or office: plain language address, routing indicators, country, compact station, kind, and the number
    of its telegrams in Cablegate. `name` or `station` is empty where the source does not give it.
    """

    name: str
    routing_indicators: tuple[str, ...]
    country: str
    station: str
    kind: str
    cablegate_count: int
    source: str


@frozen
class PrecedenceRow:
    """A precedence of one network: prosign, its form in the routing line, rank (0 the most urgent), speed aimed at."""

    code: str
    routing_code: str
    name: str
    rank: int = field(converter=int)
    network: str
    objective: str
    notes: str
    source: str


@frozen
class ClassificationRow:
    """A classification or handling word: abbreviation, letter-spaced form, FL4 group, portion mark, rank 0 to 4."""

    name: str
    abbreviation: str
    spaced_form: str
    fl4_group: str
    operating_signal: str
    portion_mark: str
    rank: int = field(converter=int)
    era: str
    notes: str
    source: str


@frozen
class Caption:
    """A caption as printed, its category (distribution, channel, handling …) and meaning."""

    caption: str
    category: str
    meaning: str
    era: str
    notes: str
    source: str


@frozen
class ExecutiveOrderRow:
    """An order on classification: its dates, the order that replaced it, and the forms of the E.O. line under it."""

    number: str
    signed: date
    effective: date
    superseded_by: str | None
    superseded_on: date | None
    title_topic: str
    cable_line_forms: str
    source: str


@frozen
class ReasonRow:
    """A reason to classify or to exempt: order, section and code (`1.4`, `b`; `5(B)`, `XGDS-2`), and meaning."""

    order: str
    section: str
    code: str
    meaning: str
    era: str
    source: str


@frozen
class TagRow:
    """A TAGS code as printed, its kind, meaning, era and how sure that is. A code may have a row for each era."""

    code: str
    kind: str
    meaning: str
    era: str
    confidence: str
    source: str
