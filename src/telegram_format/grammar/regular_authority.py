"""The classification authority in its regular form: `Ambassador X, Chief of Mission, for reasons 1.4 (b) and (d).`

formats/state.md B9. Strategy: one pattern for title, name, position and reasons, on one line or two, with nothing left
over; then the words up to the last title are position and the others the name. What the pattern does not match is no
worse: `grammar.authority` reads it part by part, to the same values.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import trimmed
from telegram_format.grammar.titles import is_title
from telegram_format.kit import Span

Person = tuple[str | None, Span | None, str | None, list[Span]]
"""The name and its place, the position and its places."""

GOES_ON = re.compile(r"[a-z(]|SONS|REASON|Reason|FOR |PER |1\.[2-7]|E\.O")
"""What goes on with an authority behind an empty line."""

BEHIND = " \t\n,.:;-/("
"""What may stand between a position and what follows it."""

_NOT_HERE = r"(?!(?i:FOR|PER|REASONS?|BASED|UNDER|DUE|OR|AND|SECTION|LINE|JR|SR|II|III)\b)"
_REGULAR_WORD = rf"{_NOT_HERE}[A-Z][A-Za-z'-]++"

# The regular form, on one line or on two: title and name, position, one section with one reason or two, nothing behind.
_REGULAR = re.compile(
    rf"""
    [ ]{{0,2}}+
    (?P<person> {_REGULAR_WORD} (?: [ /] (?: {_REGULAR_WORD} | [A-Z]\. | of | and | d'[A-Z][a-z]++ ) )++
        (?<=[A-Za-z]) )
    (?: ,[ ] (?P<position> {_REGULAR_WORD} (?: [ /] {_NOT_HERE} [A-Za-z'-]++ )*+ ) )?
    (?: ,? (?:[ ]|[ ]?\n[ ]?) (?:for|FOR) (?:[ ]|[ ]?\n[ ]?)  |  [,.] (?:[ ]{{1,2}}|[ ]?\n[ ]?) )
    (?: [Rr]easons? | REASONS? ) :? (?:[ ]{{1,2}}|[ ]?\n[ ]?)
    (?P<section> 1\.[45] ) (?:[ ]?\n[ ]?(?=\([a-h])|[ ]?) \( (?P<one> [a-hA-H] )
    (?: \)? (?: ,?[ ](?:and|AND)(?:[ ]|[ ]?\n[ ]?(?=\([a-h])) | ,[ ]? | / ) \(? (?P<other> [a-hA-H] ) )?
    \) [ .]*+
    (?= [ \t\n]*+ \Z | \n[ \t]*+\n (?! {GOES_ON.pattern.replace(" ", "[ ]")} | [ \t\n] ) )
    """,
    re.VERBOSE,
)


def read_regular_authority(text: str, start: int, end: int) -> tuple[Person, list[tuple[str, Span]], int] | None:
    """The person, the reasons with their places, and where they end; `None` for any other form."""
    match = _REGULAR.match(text, start, end)
    person = _regular_person(text, match) if match is not None else None
    if person is None or match is None:
        return None
    return person, _regular_reasons(match), match.end()


def _regular_reasons(match: re.Match[str]) -> list[tuple[str, Span]]:
    section, one, other = match.group("section", "one", "other")
    reasons = [(f"{section}({one.lower()})", match.span("one"))]
    if other is not None:
        reasons.append((f"{section}({other.lower()})", match.span("other")))
    return reasons


def _regular_person(text: str, match: re.Match[str]) -> Person | None:
    """The person of the regular form: words of it up to the last title are position, the others the name."""
    person, position = match.group("person", "position")
    start, end = match.span("person")
    shouted = person.isupper() and (position is None or position.isupper())
    words = person.replace("/", " ").split(" ")
    last = len(words) - 1
    first = last
    while first >= 0 and not is_title(words[first], shouted=shouted):
        first -= 1
    if first == last:  # a surname that is also a title or an office
        if is_title(words[last - 1], shouted=shouted):
            return None
        first = last - 1
        while first >= 0 and not is_title(words[first], shouted=shouted):
            first -= 1
    name = " ".join(words[first + 1 :])
    if " of " in name or " and " in name or not name[0].isupper():
        return None
    name_start = end - len(name)
    places = []
    if name_start > start:
        places.append((start, trimmed(text, start, name_start, BEHIND)))
    if position is not None:
        place = match.start("position")
        places.append((place, trimmed(text, place, match.end("position"), BEHIND)))
    said = [text[first_at:last_at] for first_at, last_at in places]
    return name, (name_start, end), ", ".join(said) or None, places
