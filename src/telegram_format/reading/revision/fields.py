"""A field that comes or goes.

Strategy: a new field is lines of its own behind the last field that stands before it in the order of a telegram; a few
stand inside a line, next to another field. One that goes takes its label with it, and its line if nothing else stands
there. Two tables say which is which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from telegram_format.model.body import Block
from telegram_format.model.telegram import Telegram
from telegram_format.reading.revision.blocks import block_words
from telegram_format.reading.revision.clearing import cleared
from telegram_format.reading.revision.patch import Edit
from telegram_format.reading.revision.sheet import Place, Sheet
from telegram_format.reading.revision.style import styled
from telegram_format.reading.revision.values import Edits, reworded
from telegram_format.spelling.address import spell_address
from telegram_format.spelling.authority import authority_lines
from telegram_format.spelling.ending import spell_signature, spell_validation
from telegram_format.spelling.executive_order import spell_executive_order
from telegram_format.spelling.header import address_lines, preamble_lines, transmission_lines
from telegram_format.spelling.heading import spell_caption, spell_passing
from telegram_format.spelling.marking import classification_line
from telegram_format.spelling.references import references_lines
from telegram_format.spelling.subject import subject_lines
from telegram_format.spelling.tags import tags_lines

_ORDER = (
    "transmission", "precedence", "dtg", "originator", "to", "info", "exempted",
    "classification", "caveats", "section", "message_id", "captions", "passing",
    "executive_order", "tags", "subject", "references", "classified_by", "body", "signatures", "validation",
)  # fmt: skip
"""The fields in the order of their lines."""

_HEADER = frozenset(_ORDER[:7])


_UNBROKEN = 10_000
"""A width at which nothing is wrapped: lines are held to the width of the source further on."""


def _classification_line(telegram: Telegram) -> list[str]:
    line, _ = classification_line(telegram)
    return [line] if line is not None else []


_LINES: dict[str, Callable[[Telegram], list[str]]] = {
    "transmission": lambda telegram: transmission_lines(telegram.transmission) if telegram.transmission else [],
    "dtg": preamble_lines,
    "classification": _classification_line,
    "originator": lambda telegram: [f"FM {spell_address(telegram.originator)}"] if telegram.originator else [],
    "to": lambda telegram: address_lines("TO", telegram.to, "to"),
    "info": lambda telegram: address_lines("INFO", telegram.info, "info"),
    "exempted": lambda telegram: address_lines("XMT", telegram.exempted, "exempted"),
    "captions": lambda telegram: list(map(spell_caption, telegram.captions)),
    "passing": lambda telegram: list(map(spell_passing, telegram.passing)),
    "executive_order": lambda telegram: (
        [spell_executive_order(telegram.executive_order)] if telegram.executive_order else []
    ),
    "tags": lambda telegram: tags_lines(telegram.tags, _UNBROKEN),
    "subject": lambda telegram: subject_lines(telegram, _UNBROKEN),
    "references": lambda telegram: references_lines(telegram.references, _UNBROKEN),
    "classified_by": lambda telegram: (
        authority_lines(telegram.classified_by, _UNBROKEN) if telegram.classified_by else []
    ),
    "signatures": lambda telegram: list(map(spell_signature, telegram.signatures)),
    "validation": lambda telegram: [spell_validation(telegram.validation)] if telegram.validation else [],
}
"""Fields with lines of their own."""

_INSIDE: dict[str, tuple[str, tuple[str, ...], str]] = {
    "precedence": ("before", ("dtg",), "{} "),
    "info_precedence": ("behind", ("precedence",), " {}"),
    "dtg": ("behind", ("info_precedence", "precedence"), " {}"),
    "caveats": ("behind", ("classification",), " {}"),
    "section": ("behind", ("caveats", "classification"), " {}"),
    "message_id": ("behind", ("section", "caveats", "classification"), " {}"),
    "subject_marking": ("before", ("subject",), "({}) "),
}
"""Fields that stand inside a line: where, next to which of these fields, and with what around them."""

_WITH = {
    "precedence": "dtg",
    "info_precedence": "dtg",
    "caveats": "classification",
    "section": "classification",
    "message_id": "classification",
    "subject_marking": "subject",
}
"""Fields on the line of another one: that line says them too when it is new."""

_SHARED = (
    ("dtg", "precedence", "info_precedence"),
    ("classification", "caveats", "section", "message_id"),
    ("subject", "subject_marking"),
)
"""Fields that share a line; the first one's lines say them all."""

_PRECEDENCE_SIGN = "R"  # as short as a prosign, so that it is spelled as one


def come_edits(sheet: Sheet, name: str, telegram: Telegram) -> Iterator[Edits]:
    """Ways to put in a field that the source does not say."""
    if name in _INSIDE:
        yield from _inside(sheet, name, getattr(telegram, name))
    if name in _WITH and sheet.missing(_WITH[name]) and getattr(telegram, _WITH[name]) is not None:
        yield []  # the line of that field says it
    if name == "body":
        lines = _body_lines(sheet, telegram.body)
    elif name in _LINES:
        lines = _LINES[name](telegram)
    else:
        return
    words = "\n".join(lines)
    text = sheet.view.text
    before = _line_behind(sheet, _ORDER[: _ORDER.index(name)])
    behind = _line_before(sheet, _ORDER[_ORDER.index(name) + 1 :])
    for apart in ("\n",) if name in _HEADER else ("\n\n", "\n"):
        if before is not None:
            yield [Edit(sheet.view, before, before, apart + words)]
        if behind is not None:
            yield [Edit(sheet.view, behind, behind, words + apart)]
    if before is None and behind is None:
        end = len(text.rstrip())
        yield [Edit(sheet.view, end, end, ("\n\n" if end else "") + words)]


def line_edits(sheet: Sheet, name: str, telegram: Telegram) -> Iterator[Edits]:
    """The lines of a field, from its label to its end, said anew; a line that several fields share as a whole."""
    shared = next((names for names in _SHARED if name in names), ())
    parts = _on_one_line(sheet, shared) if shared else sheet.parts(name)
    if not parts or (not shared and name not in _LINES):
        return
    label = sheet.label(name, parts[0].start)
    text = sheet.view.text
    start = label.start if label is not None else parts[0].start
    if not text[text.rfind("\n", 0, start) + 1 : start].strip() or name == "transmission":
        start = text.rfind("\n", 0, start) + 1
    whole = Place(sheet.view, start, max(part.end for part in parts))
    yield reworded(whole, whole.text, "\n".join(_LINES[shared[0] if shared else name](telegram)))


def _on_one_line(sheet: Sheet, names: tuple[str, ...]) -> list[Place]:
    """The first places of fields that share a line."""
    parts = sorted((place for name in names for place in sheet.parts(name)), key=lambda place: place.start)
    line_end = sheet.view.text.find("\n", parts[0].start) if parts else 0
    return [place for place in parts if place.start < line_end or line_end < 0]


def gone_edits(sheet: Sheet, name: str, value: object) -> Iterator[Edits]:
    """Ways to take out a field."""
    items = range(len(value)) if isinstance(value, tuple) else ()
    places = [place for index in items for place in sheet.places(f"{name}[{index}]")] or sheet.places(name)
    if not places and name == "transmission":
        parts = sheet.parts(name)
        start = sheet.view.text.rfind("\n", 0, parts[0].start) + 1
        places = [Place(sheet.view, start, max(part.end for part in parts))]
    if not places:
        return
    if items and name in ("to", "info", "exempted", "tags", "references"):
        places = [Place(places[0].view, min(p.start for p in places), max(p.end for p in places))]
    edits = []
    for place in sorted(places, key=lambda place: place.start):
        label = sheet.label(name, place.start)
        start = label.start if label is not None and label.view is place.view else place.start
        start -= name == "validation" and place.view.text[start - 1 : start] == "#"
        edits.append(cleared(Place(place.view, start, place.end)))
    yield edits


def _inside(sheet: Sheet, name: str, value: object) -> Iterator[Edits]:
    where, neighbours, around = _INSIDE[name]
    words = styled(None, value, _PRECEDENCE_SIGN if "precedence" in name else "000000")
    places = next(filter(None, map(sheet.parts, neighbours)), None)
    if places is not None and words is not None:
        at = places[0].start if where == "before" else places[0].end
        yield [Edit(sheet.view, at, at, around.format(words))]


def _body_lines(sheet: Sheet, body: tuple[Block, ...]) -> list[str]:
    return "\n\n".join(block_words(sheet, "", block) for block in body).split("\n")


def _line_behind(sheet: Sheet, names: tuple[str, ...]) -> int | None:
    """The end of the line on which the last of these fields ends."""
    text = sheet.view.text
    ends = [place.end for name in names for place in sheet.parts(name)]
    if not ends:
        return None
    line_end = text.find("\n", max(ends))
    line_end = line_end if line_end >= 0 else len(text)
    return len(text[:line_end].rstrip(" \t"))


def _line_before(sheet: Sheet, names: tuple[str, ...]) -> int | None:
    """The beginning of the line on which the first of these fields begins."""
    starts = [place.start for name in names for place in sheet.parts(name)]
    return sheet.view.text.rfind("\n", 0, min(starts)) + 1 if starts else None
