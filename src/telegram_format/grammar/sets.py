"""Sets: the fields of USMTF message text, `SETID/field/field//`.

MIL-STD-6040 and ADatP-3; formats/military.md E2 and E5. Strategy: one scan finds the known identifiers where a set may
begin: at the start of a line or behind the slants that end another. A set ends at double slants before white space, so
that the slants of `HTTPS://…` and `DC//N1//` do not end it, or at the next set where they were forgotten. The set that
holds the text is the last but for closing sets: nothing inside it is taken for a set, and only its last slants end it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.kit import Span
from telegram_format.vocab.sets import set_end, set_kinds

_GENTEXT_HEADING = re.compile(r"[ \t\n]*+REMARKS?[ \t]*+/", re.IGNORECASE)


class Set(NamedTuple):
    """A set: its identifier in capitals, and where its parts stand.

    `start` and `end` are those of the whole, double slants included; `fields` are those of its fields, white space and
    line ends included. `closed` says whether the slants are there. The words of a set are
    `identifier "/" field "/" field … "//"`: `spelled` puts them together again.
    """

    name: str
    start: int
    end: int
    fields: tuple[Span, ...]
    closed: bool

    @property
    def value(self) -> Span:
        """All between the identifier's slant and the end."""
        return self.fields[0][0], self.fields[-1][1]

    def words(self, text: str) -> tuple[str, ...]:
        """The fields as they stand in `text`."""
        return tuple(text[start:end] for start, end in self.fields)

    def spelled(self, text: str) -> str:
        """The set put together from its parts: the same as `text[start:end]`."""
        before = text[self.start : self.fields[0][0]]
        return before + "/".join(self.words(text)) + "//" * self.closed


@cache
def set_beginning() -> re.Pattern[str]:
    """A known identifier where a set may begin; identifiers that stand doubled (`NARR/NARR/`) are one."""
    names = "|".join(sorted(set_kinds(), key=len, reverse=True))
    return re.compile(
        rf"(?: (?<![^\n]) [ \t]*+ | (?<=//) [ \t]*+ ) (?P<name> {names} ) [ ]?/ (?: (?P=name) / )?",
        re.VERBOSE | re.IGNORECASE,
    )


def read_sets(text: str, start: int, end: int) -> tuple[Set, ...]:
    """The sets of `text[start:end]`, in order and apart; what stands between them is none."""
    found = [match for match in set_beginning().finditer(text, start, end) if _may_begin(text, match, start)]
    body = _body_of(found)
    if body is None:
        return _plain_sets(text, found, end)
    closing, body_end = _closing_sets(text, found[body + 1 :], end)
    return (
        *_plain_sets(text, found[:body], found[body].start("name")),
        _body_set(text, found[body], body_end),
        *closing,
    )


def _may_begin(text: str, match: re.Match[str], start: int) -> bool:
    """Whether an identifier that is not in capitals stands in a line of its own, and is no word of a text."""
    name = match["name"]
    return name.isupper() or match.start("name") == start or text[match.start("name") - 1] == "\n"


def _body_of(found: list[re.Match[str]]) -> int | None:
    """Which set holds the text: the first RMKS, else the first GENTEXT."""
    names = [match["name"].upper() for match in found]
    return next((names.index(name) for name in ("RMKS", "GENTEXT") if name in names), None)


def _plain_sets(text: str, found: list[re.Match[str]], end: int) -> tuple[Set, ...]:
    edges = [*(match.start("name") for match in found), end]
    return tuple(_plain_set(text, match, stop) for match, (_, stop) in zip(found, pairwise(edges), strict=True))


def _plain_set(text: str, match: re.Match[str], limit: int) -> Set:
    """A set up to its slants, or to `limit` where it has none."""
    first = match.end()
    name = match["name"].upper()
    close = set_end(name).search(text, first, limit)
    stop = close.start() if close is not None else _unclosed(text, first, limit)
    fields = _fields(text, first, stop) if set_kinds()[name] != "free" else ((first, stop),)
    return Set(name, match.start("name"), close.end() if close is not None else stop, fields, close is not None)


def _unclosed(text: str, first: int, limit: int) -> int:
    """Where a set without slants ends: with its paragraph."""
    empty = _EMPTY_LINE.search(text, first, limit)
    return trimmed(text, first, empty.start() if empty is not None else limit)


_EMPTY_LINE = re.compile(r"\n[ \t]*+\n")


def _fields(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The fields between single slants; double slants inside part nothing (`DC//N8//APR`)."""
    slants = [match.start() for match in _SLANT.finditer(text, start, end)]
    return tuple((a + 1, b) for a, b in pairwise([start - 1, *slants, end]))


_SLANT = re.compile(r"(?<!/)/(?!/)")


def _body_set(text: str, match: re.Match[str], end: int) -> Set:
    """The set of the text: all up to `end`."""
    first = match.end()
    end = max(trimmed(text, first, end), first)
    closed = text.endswith("//", first, end)
    stop = end - 2 if closed else end
    heading = _GENTEXT_HEADING.match(text, first, stop) if match["name"].upper() == "GENTEXT" else None
    fields = ((first, heading.end() - 1), (heading.end(), stop)) if heading is not None else ((first, stop),)
    return Set(match["name"].upper(), match.start("name"), end, fields, closed)


def _closing_sets(text: str, found: list[re.Match[str]], end: int) -> tuple[tuple[Set, ...], int]:
    """The closing sets at the very end, behind the slants of the text, and where the text ends."""
    closing: list[Set] = []
    stop = end
    for match in reversed(found):
        start = match.start("name")
        if set_kinds()[match["name"].upper()] != "closing" or not text.endswith("//", 0, trimmed(text, 0, start)):
            break
        made = _plain_set(text, match, stop)
        if not made.closed or skipped(text, made.end, stop) < stop:
            break
        closing.insert(0, made)
        stop = start
    return tuple(closing), stop
