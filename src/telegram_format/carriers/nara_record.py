"""A record of the Central Foreign Policy File in the Access to Archival Databases of the National Archives.

Strategy: `Message Text` and `Message Attributes`, each on an indented line of its own, part the record; between them
stands the telegram, behind them `Key: value` lines in the order of the alphabet. A line that begins with none of the
known keys goes on with the value before it. `n/a` and empty values say nothing. Stamps of the release between the
lines are left out; `Markings`, whose value is the stamp, keeps its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from telegram_format.kit import Detection, Fact, Source, Span, View, Wrapped
from telegram_format.vocab.tables import archive_attributes, archive_fields

_TEXT = re.compile(r"(?<![^\r\n])[ \t]*+Message Text[ \t]*+(?=[\r\n]|\Z)")
_ATTRIBUTES = re.compile(r"(?<![^\r\n])[ \t]*+Message Attributes[ \t]*+(?=[\r\n]|\Z)")
_LINE = re.compile(r"[^\r\n]++")
_STAMP = re.compile(
    r"(?:[A-Z][a-z]+ [A-Z]\. [A-Z][a-z]+ )?Declassified/Released US Department of State EO Systematic Review"
    r" [0-9]{1,2} [A-Za-z]{3} [0-9]{4}"
)
_NULL = frozenset(("n/a", "N/A", "''", ""))
_ENOUGH = 4
"""So many known keys make attributes, where the line over them is lost."""
_INDENT = 80
"""How far from the margin the two lines may stand."""
_NEITHER = "no line Message Text or Message Attributes"
_NO_NAME = re.compile(r"[^a-z]+")


class NaraRecord:
    """The carrier of records of the State Department's telegrams of 1973-79 in the National Archives.

    The view is what stands between `Message Text` and `Message Attributes`: the telegram, or the notice that it is on
    microfilm. The facts are the attributes under their keys in small letters with underscores (`document_number`,
    `original_classification`), values on one line, those that say `n/a` left out.
    """

    name = "nara_record"

    def detect(self, source: Source) -> Detection:
        text = source.text
        if "Message " not in text:
            return Detection(0.0, _NEITHER)
        first = _found(_TEXT, "Message Text", text, 0)
        second = _found(_ATTRIBUTES, "Message Attributes", text, first.end() if first is not None else 0)
        if first is not None and second is not None:
            return Detection(1.0, "Message Text and Message Attributes")
        keys = _keys_in(text, second.end()) if second is not None else 0
        if keys >= _ENOUGH:
            return Detection(0.9, f"Message Attributes and {keys} of their keys")
        if first is not None:
            return Detection(0.6, "Message Text")
        return Detection(0.0, _NEITHER)

    def open(self, source: Source) -> Wrapped:
        text = source.text
        first = _found(_TEXT, "Message Text", text, 0)
        start = first.end() if first is not None else len(text) - len(text.lstrip("\ufeff"))
        second = _found(_ATTRIBUTES, "Message Attributes", text, start)
        end = second.start() if second is not None else len(text)
        facts = tuple(_facts(text, second.end())) if second is not None else ()
        return Wrapped(View.of_pieces(source, [(start, end, None, False)]), facts)


def _found(pattern: re.Pattern[str], words: str, text: str, start: int) -> re.Match[str] | None:
    """The first line from `start` on that is `words`."""
    place = text.find(words, start)
    while place >= 0:
        floor = max(place - _INDENT, start)
        line_start = max(text.rfind("\n", floor, place) + 1, text.rfind("\r", floor, place) + 1, floor)
        match = pattern.match(text, line_start)
        if match is not None:
            return match
        place = text.find(words, place + len(words))
    return None


@cache
def _key() -> re.Pattern[str]:
    """A known key at the beginning of a line, the longer ones first."""
    keys = "|".join(re.escape(key) for key in sorted(archive_attributes(), key=len, reverse=True))
    return re.compile(rf"[ \t]*+(?P<key>{keys})[ ]?:[ \t]*+")


def _keys_in(text: str, start: int) -> int:
    """How many of the next lines begin with a key, the first twenty counted."""
    found = 0
    for count, line in enumerate(_LINE.finditer(text, start)):
        if count == 20:
            break
        found += _key().match(text, *line.span()) is not None
    return found


def _facts(text: str, start: int) -> Iterator[Fact]:
    """The attributes from `start` on, as far as they say something."""
    key = ""
    spans: list[Span] = []
    for line in _LINE.finditer(text, start):
        match = _key().match(text, *line.span())
        if match is not None:
            yield from _fact(text, key, spans)
            key, spans = match["key"], []
        begin, end = _stripped(text, match.end() if match is not None else line.start(), line.end())
        stamp = _STAMP.fullmatch(text, begin, end) is not None and not key.endswith("Markings")
        if begin < end and not stamp:
            spans.append((begin, end))
    yield from _fact(text, key, spans)


def _stripped(text: str, start: int, end: int) -> Span:
    """The range without white space at its ends."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _fact(text: str, key: str, spans: list[Span]) -> Iterator[Fact]:
    value = " ".join(" ".join(text[start:end].split()) for start, end in spans)
    if key and value not in _NULL:
        name = _NO_NAME.sub("_", key.lower())
        yield Fact(name, value, spans[0][0], spans[-1][1], archive_fields().get(key, ""))
