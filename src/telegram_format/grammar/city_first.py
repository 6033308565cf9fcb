"""Lists of addresses as SMART prints them: `ABIDJAN, AMEMBASSY ROUTINE; PARIS, AMEMBASSY PRIORITY`.

formats/state.md D: city, kind of post, precedence, parted by semicolons or line ends. Strategy: a list is cut at
semicolons and behind precedences; what is left is cut at line ends only where each line is an address by itself, for
addresses wrap. Each is then spelt in the usual order, the kind of post before the city.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.vocab.stations import station_prefixes


class Listed(NamedTuple):
    """An address of a list: its range, and what to read instead of parts of it to have it in the usual order."""

    start: int
    end: int
    edits: tuple[tuple[int, int, str], ...]


_PRECEDENCE = r"(?:NIACT\s+IMMEDIATE|IMMEDIATE|ROUTINE|PRIORITY|FLASH)"
_PRECEDENCE_ENDS = re.compile(rf"(?<=[ \n]){_PRECEDENCE}(?=[ \t]*+(?:[\n,]|(?<=[ \t])[A-Z]))")
_CITY_FIRST = re.compile(
    rf"""
    (?P<city> [A-Za-z][A-Za-z \n.'’-]*+ ) , [ \n]*+
    (?P<post> [A-Za-z] (?: [A-Za-z-]++ | [ \n]++ (?!{_PRECEDENCE}\Z) )*+ ) (?: [ \n]++ {_PRECEDENCE} )?
    """,
    re.VERBOSE,
)
_LINE_END = re.compile(r"[ \t]*+\n[ \t\n]*+")
_ROUTED = re.compile(r"[QRU][A-Z]{3,7}/")
_LONGEST = 200
"""Characters; no address is longer."""


def listed_addresses(text: str, start: int, end: int) -> list[Listed]:
    """The addresses of `text[start:end]`, in order."""
    found: list[Listed] = []
    position = start
    while position < end:
        stop = text.find(";", position, end)
        stop = stop if stop >= 0 else end
        for first, last in _parts(text, position, stop):
            first, last = skipped(text, first, last), trimmed(text, first, last, " \t\n,")
            if first < last:
                found.append(Listed(first, last, _usual(text, first, last)))
        position = stop + 1
    return found


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut behind precedences, then at line ends or commas if these part addresses."""
    parts: list[tuple[int, int]] = []
    position = start
    for match in _PRECEDENCE_ENDS.finditer(text, start, end):
        parts.append((position, match.end()))
        position = match.end() + text.startswith(",", match.end())
    parts.append((position, end))
    return [piece for first, last in parts for piece in _pieces(text, skipped(text, first, last), last)]


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    words = text[start:end]
    for sign in ("\n", ","):
        pieces = words.split(sign)
        if len(pieces) > 1 and all(_is_address(piece) for piece in pieces if piece.strip()):
            places = []
            for piece in pieces:
                places.append((start, start + len(piece)))
                start += len(piece) + 1
            return places
    return [(start, end)]


def _is_address(words: str) -> bool:
    """Whether words are an address by themselves: city and post, or a post by its kind, or one with its route."""
    words = words.strip(" \t,")
    city, comma, post = words.partition(",")
    if comma:
        return bool(city.strip()) and bool(post.strip())
    return (
        _ROUTED.match(words) is not None or words.partition(" ")[0].upper() in station_prefixes() or "SECSTATE" in words
    )


def _usual(text: str, start: int, end: int) -> tuple[tuple[int, int, str], ...]:
    """`AMEMBASSY ABIDJAN` for `ABIDJAN, AMEMBASSY`, blanks for line ends."""
    edits: list[tuple[int, int, str]] = []
    match = _CITY_FIRST.fullmatch(text[start:end]) if end - start <= _LONGEST else None
    if match is not None and match["city"].split()[0].upper() not in station_prefixes():
        words = f"{match['post']} {match['city']}"
        edits.append((start, start + match.end("post"), " ".join(words.split())))
        start += match.end("post")
    edits.extend((*line_end.span(), " ") for line_end in _LINE_END.finditer(text, start, end))
    return tuple(edits)
