"""REF sets: `REF/A/MSG/CNO WASHINGTON DC/221540ZDEC22/NOTAL//`.

formats/military.md E2. Strategy: the letter, then captions from the end; what is left is the text, its first field
often a type (DOC, MSG, LTR, TELCON). A message is named by a number in its own fields, or by the narrative behind the
sets: `NARR/REF A IS NAVADMIN 288/22, …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.grammar.reference_kinds import kind_of_paper
from telegram_format.grammar.sets import Set
from telegram_format.kit import Draft, fold
from telegram_format.model.message_id import MessageId
from telegram_format.model.reference import Reference, ReferenceKind
from telegram_format.model.station import resolve_station
from telegram_format.vocab.sets import MESSAGE_TYPES, REFERENCE_CAPTIONS, narrative_number, series_number

_LABEL = re.compile(r"(?:REF[ ])?(?P<letter>[A-Za-z]{1,2})|-")
_DATE_TIME = re.compile(r"(?<![0-9A-Z])[0-9]{6}Z?[ /]*+[A-Z]{3}[ /]*+(?:[0-9]{4}|[0-9]{2})(?![0-9A-Z])")
_KINDS: dict[str, ReferenceKind] = {
    **dict.fromkeys(("LTR", "LETTER", "MEMO", "MEMORANDUM"), "letter"),
    **dict.fromkeys(("TELCON", "PHONCON", "TEL"), "telephone"),
    **dict.fromkeys(("EMAIL", "E-MAIL"), "email"),
    **dict.fromkeys(("CONF", "CON", "MTG"), "meeting"),
}
"""The kind that the type of a set says. DOC is any paper: its words say which."""


def read_reference_set(draft: Draft, found: Set) -> None:
    """Read a REF set into the references."""
    text = draft.text
    fields = list(found.fields)
    letter = _LABEL.fullmatch(fold(text[fields[0][0] : fields[0][1]]))
    label = None
    if letter is not None and len(fields) > 1:
        label = letter["letter"]
        label_span = _trimmed(text, *fields.pop(0))
    captions: list[tuple[str, int, int]] = []
    while len(fields) > 1 and (word := fold(text[fields[-1][0] : fields[-1][1]])) in REFERENCE_CAPTIONS:
        captions.insert(0, (word, *_trimmed(text, *fields.pop())))
        if len(fields) > 1 and text[fields[-1][0] : fields[-1][1]].strip() == "-":
            fields.pop()
    start, end = _trimmed(text, fields[0][0], fields[-1][1])
    words = fold(text[start:end])
    if not words:
        return
    kind, message_id = _kind(words, fold(text[fields[0][0] : fields[0][1]]).upper(), _year(draft))
    reference = Reference(words, kind, label, message_id, tuple(word for word, _, _ in captions))
    index = draft.add("references", reference, start, end)
    if label is not None:
        draft.place(("references", index, "label"), *label_span)
    for place, (_, *span) in enumerate(captions):
        draft.place(("references", index, "captions", place), *span)


def read_narrative_numbers(draft: Draft, narratives: Iterable[Set]) -> None:
    """Give the references the numbers that narratives name."""
    references = draft.values.get("references", [])
    labels: dict[str | None, int] = {}
    for index, reference in enumerate(references):
        labels.setdefault(reference.label, index)
    for match in (match for found in narratives for match in narrative_number().finditer(draft.text, *found.value)):
        index = labels.get(match["label"].upper(), -1)
        if index < 0 or references[index].message_id is not None or references[index].kind not in _NUMBERED:
            continue
        number = _parsed(fold(match["id"]), None)
        references[index] = evolve(references[index], kind="cable", message_id=number)
        draft.place(("references", index, "message_id"), *match.span("id"))


_NUMBERED = ("cable", "dtg", "other")
"""The kinds that a narrative may tell to be messages of a series."""


def _kind(words: str, kind: str, year: int | None) -> tuple[ReferenceKind, MessageId | None]:
    """What a reference is by its words and its type, and its number."""
    if kind in _KINDS:
        return _KINDS[kind], None
    number = series_number().search(words)
    if number is not None and (kind in MESSAGE_TYPES or number.start() == 0):
        return "cable", _parsed(number[0], None)
    if kind in MESSAGE_TYPES:
        return ("dtg" if _DATE_TIME.search(words) is not None else "cable"), None
    found = _parsed(words, year)
    if found is not None and not found.repaired and resolve_station(found.station) is not None:
        return "cable", found
    return kind_of_paper(words), None


def _parsed(words: str, year: int | None) -> MessageId | None:
    try:
        return MessageId.parse(words, year=year)
    except ValueError:
        return None


def _year(draft: Draft) -> int | None:
    dtg = draft.values.get("dtg")
    return (dtg.year if dtg is not None else None) or draft.context.year


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    start = skipped(text, start, end)
    return start, trimmed(text, start, end)
