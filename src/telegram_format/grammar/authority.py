"""The classification authority: `Classified By: Ambassador X for reasons 1.4 (b) and (d).`

formats/state.md B9. Strategy: the reasons are regular even where the word is broken (`REA` / `SONS`), so they are
found first; the rest is position and name. A title is a word of the vocabulary, a garbled one that is near to it, or
an office symbol; the name is what follows the last title before the next comma. Where no title stands, what is
before the comma is the name and what is behind it the position. SMART prints the surname first: `Smith, John, DCM, …`.
The regular form is read by one pattern; what it does not match completely is read part by part, to the same values.
"""

from __future__ import annotations

import re
from itertools import pairwise

from telegram_format.grammar.blanks import trimmed
from telegram_format.grammar.regular_authority import BEHIND, GOES_ON, Person, read_regular_authority
from telegram_format.grammar.titles import is_particle, is_title
from telegram_format.kit import Draft, Span
from telegram_format.model.authority import ClassificationAuthority

# The section: 1.4, 1.5; a comma or a line end may stand inside it.
_SECTION = re.compile(r"1\s*+[.,]\s*+[2-7](?![0-9])")

# "reasons" in any case, with blanks or line ends inside, and as misspelt: reaons, Resons, REAS0N.
_REASON_WORD = re.compile(r"[Rr](?<!\w[Rr])(?i:\s*E\s*(?:A\s*)?(?:S\s*)?[O0]\s*N\s*S?\b)")
_BETWEEN = re.compile(r"(?:[\s.),;/&]|\band\b)++", re.IGNORECASE)
_LETTERS = re.compile(r"(?:[\s.(),;/+&-]|\band\b|\ba\s*nd\b)*+([a-h])(?![a-z])", re.IGNORECASE)
_END = re.compile(
    r"\n[ \t]*+(?:\n[ \t]*+)*+"
    r"(?=¶?[0-9]{1,2}[ ]?[.)](?![0-9])|\([A-Z/]{1,6}\)|[-=_]{4}|[A-Z ]{6,}\n|S(?:UMMARY|ummary))"
)
_EMPTY_LINE = re.compile(r"\n(?:[ \t]*+\n)++[ \t]*+")
_AGAIN = re.compile(r"\s*+(?:\(U\)\s*+)?(?:Cl?ass?ified\s+By:?\s*+)?", re.IGNORECASE)
_CONNECTORS = (
    "e.o. 12958",
    "eo 12958",
    "e.o. 13526",
    "12958",
    "13526",
    "for",
    "f0r",
    "per",
    "under",
    "due to",
    "based upon",
)
_BROKEN_CONNECTOR = re.compile(
    r"\bf\s+or$|\b(?:based|due)\s+(?:up)?(?:[o0]n|to)$|\bE\.?O\.?\s+1[0-9]{4}$", re.IGNORECASE
)
_BROKEN_ENDS = ("or", "on", "0n", "to", *"0123456789")
"""How a broken connector ends."""
_TOKEN = re.compile(r"[^\s,:/;]+|[,:/;]")
_LONGEST = 600
"""Characters; what runs on for longer is the text."""

_GARBLE = re.compile(r"[#$%]")


def read_authority(draft: Draft, label: int, start: int, end: int) -> int:
    """Read the value of a `Classified By` or `Reason` line; where it ends."""
    text = draft.text
    regular = read_regular_authority(text, start, min(end, start + _LONGEST))
    if regular is None:
        again = _AGAIN.match(text, start, end)
        start = again.end() if again is not None else start
        value_end = _value_end(text, start, end)
        reasons, person_end, position = _reasons(text, start, value_end)
        if person_end is None:
            person_end = value_end
            position = value_end
        person = _person(text, start, person_end)
    else:
        person, reasons, position = regular
    name, name_span, place, place_spans = person
    known: ClassificationAuthority = draft.values.get("classified_by", ClassificationAuthority())
    draft.values["classified_by"] = ClassificationAuthority(
        known.name or name,
        known.position or place,
        known.reasons + tuple(r for r, _ in reasons if r not in known.reasons),
    )
    entry_end = max(position, name_span[1] if name_span else start)
    entries = draft.entries
    entries.append((("classified_by",), label, label + len(text[label:entry_end].rstrip(" \t\n"))))
    if name_span is not None:
        entries.append((("classified_by", "name"), *name_span))
    entries += [(("classified_by", "position"), *span) for span in place_spans]
    entries += [(("classified_by", "reasons", index), *span) for index, (_, span) in enumerate(reasons)]
    return entry_end


def _value_end(text: str, start: int, end: int) -> int:
    """Where the value ends: at the paragraph or heading behind it, at an empty line with which it does not go on."""
    end = min(end, start + _LONGEST)
    stop = _END.search(text, start, end)
    if stop is not None:
        end = stop.start()
    position = start
    while (empty := _EMPTY_LINE.search(text, position, end)) is not None:
        if GOES_ON.match(text, empty.end(), end) is None:
            return empty.start()
        position = empty.end()
    return end


def _reasons(text: str, start: int, end: int) -> tuple[list[tuple[str, Span]], int | None, int]:
    """The reasons with their places, where the person before them ends, and where they end themselves."""
    section = _section(text, start, end)
    if section is None:
        alone = _REASON_WORD.search(text, start, end)
        if alone is None:
            return [], None, end
        found, position = _letters(text, alone.end(), end)
        person_end = _before(text, start, alone.start())
        position = _closed(text, max(position, alone.end()), end)
        return [(f"({letter})", span) for letter, span in found], person_end, position
    person_end = _before(text, start, section.start())
    reasons: list[tuple[str, Span]] = []
    while section is not None:
        number = "".join(section[0].split()).replace(",", ".")
        found, position = _letters(text, section.end(), end)
        reasons += [(f"{number}({letter})", span) for letter, span in found] or [(number, section.span())]
        position = max(position, section.end())
        between = _BETWEEN.match(text, position, end)
        section = _SECTION.match(text, between.end(), end) if between is not None else None  # "1.4 (b) and 1.4 (d)"
    return reasons, person_end, _closed(text, position, end)


def _closed(text: str, position: int, end: int) -> int:
    """Behind the signs that close the reasons."""
    while position < end and text[position] in " .,;)":
        position += 1
    return position


def _section(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first section of an order in the range; figures inside numbers are none."""
    place = text.find("1", start, end)
    while place >= 0:
        if text[place - 1] not in "0123456789" and (match := _SECTION.match(text, place, end)) is not None:
            return match
        place = text.find("1", place + 1, end)
    return None


def _letters(text: str, start: int, end: int) -> tuple[list[tuple[str, Span]], int]:
    found = []
    position = start
    while (match := _LETTERS.match(text, position, end)) is not None:
        found.append((match[1].lower(), match.span(1)))
        position = match.end()
    return found, position


def _before(text: str, start: int, end: int) -> int:
    """Where the person ends: the word for reasons and connecting words before the section are taken off."""
    words = text[start:end].rstrip(_AROUND)
    tail = words[-60:].lower()
    if "\n" in tail or not tail.endswith(("reason", "reasons")):
        for match in _REASON_WORD.finditer(words, max(len(words) - 40, 0)):
            words = words[: match.start()].rstrip(_AROUND)
            break
    else:
        words = words[: tail.rindex("reason") - len(tail)].rstrip(_AROUND)
    while True:
        tail = words[-24:].lower()
        if not tail.endswith((*_CONNECTORS, *_BROKEN_ENDS)):  # most words do not
            return start + len(words)
        connector = next((word for word in _CONNECTORS if tail.endswith(word)), None)
        if connector is not None and not tail[-len(connector) - 1 : -len(connector)].isalnum():
            words = words[: -len(connector)].rstrip(_AROUND)
        elif (broken := _BROKEN_CONNECTOR.search(words, max(len(words) - 24, 0))) is not None:
            words = words[: broken.start()].rstrip(_AROUND)
        else:
            return start + len(words)


_AROUND = " \t\n,;:.("


def _person(text: str, start: int, end: int) -> Person:
    """The name with its place, and the position with its places: before the name, behind it, or both."""
    segments = _segments(text, start, end)
    shouted = text[start:end].isupper()
    for index, tokens in enumerate(segments):
        titles = [
            i
            for i, (word, word_start, _) in enumerate(tokens)
            if (is_title(word, shouted=shouted) and (i == 0 or len(word) > 1))
            or (len(word) == 1 and text[word_start - 1] == "/")
        ]
        if titles and titles[-1] == len(tokens) - 1 and len(tokens) - 2 not in titles and len(tokens) > 1:
            titles.pop()  # a surname that is also a title or an office: Doe, Law, Head
        first = titles[-1] + 1 if titles else 0
        name = _name(text, tokens[first:])
        if not name:
            continue
        if index == 0 and len(tokens) == 1 and len(segments) > 2 and _is_given_name(segments[1], shouted=shouted):
            name[0] = (f"{name[0][0]},", *name[0][1:])  # "Smith, John, DCM, State, Embassy X"
            name += segments[1]
        if index + 1 < len(segments) and segments[index + 1][0][0].upper().rstrip(".") in ("JR", "SR", "II", "III"):
            word, first_at, last_at = segments[index + 1][0]
            last_at += text[last_at : last_at + 1] == "." and not word.endswith(".")
            name.append((text[first_at:last_at], first_at, last_at))
        span = name[0][1], name[-1][2]
        spelled = _spelled(text, name)
        behind = next((first for segment in segments[index + 1 :] for _, first, _ in segment if first >= span[1]), end)
        around = ((segments[0][0][1], span[0]), (behind, end))
        places = [(first, trimmed(text, first, last, BEHIND)) for first, last in around if first < last]
        words = [" ".join(text[first:last].split()).strip(" ,.:;-/") for first, last in places]
        return (
            spelled,
            span,
            ", ".join(filter(None, words)) or None,
            [place for place, word in zip(places, words, strict=True) if word],
        )
    position = " ".join(text[start:end].split()).strip(" ,.:;-/")
    if not segments or position.upper() == "SECTION" or not any(map(str.isalpha, position)):
        return None, None, None, []
    return None, None, position, [(segments[0][0][1], trimmed(text, segments[0][0][1], end, BEHIND))]


_Token = tuple[str, int, int]


def _segments(text: str, start: int, end: int) -> list[list[_Token]]:
    """Words between commas; `DCM/Ted` and `CDA:` come apart."""
    segments: list[list[_Token]] = [[]]
    for match in _TOKEN.finditer(text, start, end):
        sign = match[0]
        if sign in ",;":
            segments.append([])
        elif sign not in ":/":
            segments[-1].append((sign, *match.span()))
    return [segment for segment in segments if segment]


def _name(text: str, tokens: list[_Token]) -> list[_Token]:
    """The words of a name at the beginning of `tokens`."""
    name: list[_Token] = []
    for word, start, end in tokens:
        bare = word.strip("(.)'-")
        broken = bool(name) and word[:1].islower() and "\n" in text[name[-1][2] : start] and len(bare) <= 6
        if not bare or word.startswith("(") or _GARBLE.search(word) or bare[0] in "0123456789":
            if name:
                break
            continue
        if bare.upper() in _STOP or (bare[0].islower() and not is_particle(bare) and not broken):
            break
        name.append((word, start, end))
        if word.endswith(".") and len(bare) > 3 and "." not in bare and bare.upper() not in ("JR", "SR"):
            break
    while name and is_particle(name[-1][0]) and name[-1][0].islower():
        name.pop()
    return name


def _is_given_name(tokens: list[_Token], *, shouted: bool) -> bool:
    """Whether words behind a surname are a person's other names: one or two, or an initial, and no title."""
    return len(tokens) <= 2 and all(
        _GIVEN.fullmatch(word) is not None and not is_title(word, shouted=shouted) for word, _, _ in tokens
    )


_GIVEN = re.compile(r"[A-Z][a-z]{1,14}(?:-[A-Z][a-z]{1,14})?|[A-Z]{2,14}|[A-Z]\.?")
_INITIAL_LAST = re.compile(r", [A-Z][A-Za-z-]* [A-Z]\.$")
_STOP = frozenset(
    ("FOR", "F0R", "PER", "REASON", "REASONS", "RESONS", "BASED", "UNDER", "DUE", "AND", "SECTION", "LINE", "EO")
)


def _spelled(text: str, name: list[_Token]) -> str:
    """The name on one line; a word broken at the margin is whole again."""
    words = [name[0][0]]
    for (_, _, end), (word, start, _) in pairwise(name):
        broken = word[0].islower() and not is_particle(word) and "\n" in text[end:start]
        if broken:
            words[-1] += word
        else:
            words.append(word)
    spelled = " ".join(words)
    for suffix in (" JR.", " Jr.", " SR.", " Sr."):
        if spelled.endswith(suffix):
            return spelled[: -len(suffix)].rstrip(",") + "," + suffix
    return spelled if _INITIAL_LAST.search(spelled) is not None else spelled.rstrip(".,;:")
