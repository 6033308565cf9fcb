"""Which station a name means: other names, addresses, cut and damaged spellings.

Strategy: a name is looked up by its compact key (`PORT-AU-PRINCE` → `PORTAUPRINCE`) in the tables, then without the
words that stand before a station (`AMEMBASSY`), then as a cut (`USUNN`), then with letters for figures (`C0LOMBO`).
Only what all of that missed is compared with every known station, by one wrong letter, through an index of the
stations with one letter left out. Answers are kept, in bounds. Tables are loaded by the first question.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from telegram_format.vocab.stations import (
    compact,
    message_series,
    misspelt_stations,
    not_stations,
    post_names,
    station_aliases,
    station_cuts,
    station_places,
    station_prefixes,
)

_LONGEST = 80
"""Characters; no name of a station is longer, with all that may stand before it."""

_SHORTEST_NEAR = 5
"""Letters; a shorter name is one letter away from too many others."""

_MARKS = re.compile(r"[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]+")
_PUNCTUATION = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’ʼ´", "'"))
_LETTERS = str.maketrans("01358", "OIESB")


def resolve_station(text: str) -> tuple[str, bool] | None:
    """The printed name of the known station that `text` means, and whether the name was damaged.

    `N'DJAMENA`, `AMEMBASSY NDJAMENA` and `ndjamena` are `NDJAMENA`, undamaged, as are names used on purpose (`HCMC`,
    `SECSTATE WASHDC`) and the cuts of archives (`SANJO`). `COTON0U`, `BEIJIG` and `EFTO BAKU` are damaged. A station
    one letter away is taken where there is only one, for names of five letters and more. `None` where no station is
    meant. Source of names: the vocabulary's `SOURCES.md`.
    """
    return _resolve(text) if len(text) <= _LONGEST else None


def bare_station(text: str) -> str:
    """`text` as a station is printed, without the words before it: `Amembassy  Erehwon` → `EREHWON`."""
    words = plain(text).split(" ")
    while len(words) > 1 and words[0] in station_prefixes():
        del words[0]
    return " ".join(words)


def plain(text: str) -> str:
    """`text` in upper case and single blanks, letters without accents, plain hyphens and apostrophes."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text.translate(_PUNCTUATION)))
    return " ".join(text.upper().split())


@lru_cache(maxsize=8192)
def _resolve(text: str) -> tuple[str, bool] | None:
    key = compact(plain(text))
    if key in not_stations():
        return None
    garbage = False
    for rest, before in _without_prefixes(key):
        garbage = garbage or before == "garbage"
        station = _named(rest)
        if station is not None:
            return post_names()[station], garbage or rest in misspelt_stations()
    station = station_cuts().get(rest)
    if station is not None:
        return post_names()[station], garbage
    station = _named(rest.translate(_LETTERS)) or _near(rest)
    return None if station is None else (post_names()[station], True)


def _named(key: str) -> str | None:
    if key in post_names():
        return key
    return station_aliases().get(key) or station_places().get(key)


def _without_prefixes(key: str) -> Iterator[tuple[str, str]]:
    """`key`, then what is left of it as one word after the other is taken from its front, and that word's kind."""
    yield key, ""
    while (match := _prefix().match(key)) is not None and match.end() < len(key):
        key = key[match.end() :]
        yield key, station_prefixes().get(match[0], "garbage")


@cache
def _prefix() -> re.Pattern[str]:
    words = sorted(station_prefixes(), key=len, reverse=True)
    section = "SECTION[0-9]{1,2}[A-Z]{2}[0-9]{1,2}"  # SECTION 02 OF 03, also with OF garbled
    return re.compile("|".join([section, *map(re.escape, words)]))


@cache
def _shortened() -> dict[str, list[str]]:
    """Every known station with one letter left out → the stations it comes from. A series is no place to misspell."""
    found: dict[str, list[str]] = {}
    for key in post_names().keys() - message_series():
        for short in _one_less(key):
            found.setdefault(short, []).append(key)
    return found


def _one_less(key: str) -> set[str]:
    return {key[:i] + key[i + 1 :] for i in range(len(key))}


def _near(key: str) -> str | None:
    """The only known station that differs by one letter: wrong, missing, too many, or changed with its neighbour."""
    if len(key) < _SHORTEST_NEAR:
        return None
    near = set(_shortened().get(key, ()))
    for short in _one_less(key):
        if short in post_names() and short not in message_series():
            near.add(short)
        near.update(known for known in _shortened().get(short, ()) if _one_wrong(key, known))
    return near.pop() if len(near) == 1 else None


def _one_wrong(one: str, other: str) -> bool:
    """Whether two different keys of one length differ in one letter or in two neighbours that changed places."""
    at = next(i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
    if one[at + 1 :] == other[at + 1 :]:
        return True
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
