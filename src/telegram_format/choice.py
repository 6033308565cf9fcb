"""Which carrier and which reader a text is for.

Strategy: all are asked, and none is believed more than another: the surest one is taken. Of readers that are about as
sure the preferred one comes first, then the order of the registry: built-in ones, then names. Below one half nobody is
sure, and the text is plain. One that fails when it is asked is sure of nothing; how it failed is handed on.
"""

from __future__ import annotations

from collections.abc import Sequence

from telegram_format.containment import Unanswered, asked
from telegram_format.kit import Carrier, Detection, Reader, Sample, Source, View
from telegram_format.registry import Registry

ENOUGH = 0.5
"""Below this a reader is not taken."""

TIE = 0.05
"""Scores that differ by no more are about the same."""

Answers = list[tuple[Reader, Detection]]


def carrier_for(registry: Registry, source: Source, wanted: str | Carrier | None) -> tuple[Carrier, tuple[str, ...]]:
    """The carrier that is wanted, else the surest, and how others failed when they were asked."""
    if wanted is not None:
        return (registry.carrier(wanted) if isinstance(wanted, str) else wanted), ()
    found = [(carrier, asked(registry, "carrier", carrier, source)) for carrier in registry.usable("carrier")]
    surest, _ = max(found, key=lambda pair: pair[1].score)
    return surest, _failures(found)


def ranked(registry: Registry, view: View, name: str | None) -> tuple[Answers, tuple[str, ...]]:
    """All readers with what they say, best first, and how some failed when they were asked."""
    sample = Sample(view, name)
    found = [(reader, asked(registry, "reader", reader, sample)) for reader in registry.usable("reader")]
    found.sort(key=lambda pair: -pair[1].score)
    if registry.preferred:
        near = sum(said.score >= ENOUGH and _are_near(found[0][1], said) for _, said in found)
        found[:near] = sorted(found[:near], key=lambda pair: registry.preference(pair[0]))
    return found, _failures(found)


def best(found: Answers) -> tuple[Reader, Detection]:
    """The reader to take, and how sure it is."""
    if found[0][1].score >= ENOUGH:
        return found[0]
    return next(pair for pair in found if pair[0].name == "plain")


def tied_with(registry: Registry, found: Answers) -> str:
    """The name of the reader that is about as sure as the one that is taken; empty if there is none to be told of."""
    (reader, said), *others = found
    if said.score < ENOUGH or not others or not _are_near(said, others[0][1]):
        return ""
    if registry.preference(reader) < len(registry.preferred):  # the user has decided
        return ""
    return others[0][0].name


def _are_near(one: Detection, other: Detection) -> bool:
    return round(one.score - other.score, 6) <= TIE


def _failures(found: Sequence[tuple[object, Detection]]) -> tuple[str, ...]:
    return tuple(said.reason for _, said in found if isinstance(said, Unanswered))
