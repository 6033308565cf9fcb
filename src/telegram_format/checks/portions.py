"""Portion marks against the classification line.

The whole is classified as its highest portion is (marks: E.O. 12958 as amended, section 1.6): a mark above the line is
a mistake, or the line was changed after the fact. The four kinds of unclassified share a rank and are never above
one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from telegram_format.checks.finding import finding
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.body import Paragraph
from telegram_format.model.marking import portion_classification
from telegram_format.model.telegram import Telegram
from telegram_format.reading.trace import Path, Trace


def check_portions(telegram: Telegram, trace: Trace) -> Iterable[Diagnostic]:
    """`portion-above-overall`: once for each mark that is above the classification, at its first place."""
    overall = telegram.classification
    if overall is None:
        return ()
    marks = {telegram.subject_marking}
    for block in telegram.body:
        if isinstance(block, Paragraph):
            marks.add(block.marking)
            for part in block.paragraphs:
                marks.add(part.marking)
                if part.paragraphs:
                    marks.update(mark for mark, _ in _portions(part, ()))
    rank = overall.rank
    above = {mark for mark in marks if mark is not None and _rank(mark) > rank}
    return _findings(telegram, trace, above, overall.value) if above else ()


def _findings(telegram: Telegram, trace: Trace, above: set[str], overall: str) -> Iterator[Diagnostic]:
    places: dict[str, list[tuple[str, Path]]] = {}
    for mark, what, path in _all_portions(telegram):
        if mark in above:
            places.setdefault(mark, []).append((what, path))
    for mark, found in places.items():
        what, path = found[0]
        others = f", as are {len(found) - 1} more" if len(found) > 1 else ""
        message = f"{what} is marked ({mark}){others}; the whole is {overall}"
        yield from finding("portion-above-overall", message, trace, path)


def _all_portions(telegram: Telegram) -> Iterator[tuple[str, str, Path]]:
    if telegram.subject_marking is not None:
        yield telegram.subject_marking, "the subject", ("subject_marking",)
    for index, block in enumerate(telegram.body):
        if isinstance(block, Paragraph):
            what = "a paragraph" if block.number is None else f"paragraph {block.number}"
            for mark, path in _portions(block, ("body", index)):
                yield mark, what if len(path) == 3 else f"a part of {what}", path


def _portions(paragraph: Paragraph, path: Path) -> Iterator[tuple[str, Path]]:
    """Every mark of a paragraph and its parts, with its path, in order; without recursion, for depth is not bounded."""
    waiting = [(paragraph, path)]
    while waiting:
        here, place = waiting.pop()
        if here.marking is not None:
            yield here.marking, (*place, "marking")
        parts = [(part, (*place, "paragraphs", index)) for index, part in enumerate(here.paragraphs)]
        waiting.extend(reversed(parts))


@lru_cache(256)  # a handful of marks stands in all telegrams
def _rank(mark: str) -> int:
    level = portion_classification(mark)
    return -1 if level is None else level.rank
