"""What a field is called, and what kind of thing it is.

Strategy: a path of the trace is spelled as a caller spells it (`paragraphs[3].text`, not `body[5].text`); the kind is
that of the field's first word, but for a few parts that have their own. A place without a field has a name too: that
of its mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from telegram_format.model.body import Heading, Paragraph
from telegram_format.model.telegram import Telegram


class Name(NamedTuple):
    """What explains a place: a word, the number in a list, and the kind, which is a key of `KINDS` or empty.

    `field` is false for what is no field; `part` names the embedded telegram it belongs to, `embedded[0]`.
    """

    word: str
    number: int | None
    kind: str
    field: bool = True
    part: str = ""


KINDS = {
    "transport": "from, to and how it went",
    "date": "date",
    "number": "number",
    "marking": "classification and handling",
    "code": "TAGS",
    "subject": "subject",
    "title": "heading",
    "reference": "references",
    "text": "text",
    "signature": "signature",
    "fact": "said by the wrapper",
}
"""Kinds of fields, in the order of a telegram, and what people call them."""

_KIND_OF = {
    "transmission": "transport",
    "precedence": "transport",
    "info_precedence": "transport",
    "dtg": "date",
    "originator": "transport",
    "to": "transport",
    "info": "transport",
    "exempted": "transport",
    "passing": "transport",
    "classification": "marking",
    "caveats": "marking",
    "captions": "marking",
    "section": "number",
    "message_id": "number",
    "validation": "number",
    "subject": "subject",
    "subject_marking": "marking",
    "tags": "code",
    "executive_order": "marking",
    "classified_by": "marking",
    "references": "reference",
    "paragraphs": "text",
    "separator": "text",
    "signatures": "signature",
    "heading": "title",
}
_KIND_OF_PART = {"number": "number", "marking": "marking"}
_PATH = re.compile(r"([a-z_]+)(?:\[([0-9]+)\])?(?:\.([a-z_]+))?")


class Names:
    """The names of the fields of one telegram; `part` is put into each of them."""

    def __init__(self, telegram: Telegram, part: str = "") -> None:
        self._blocks = _blocks(telegram)
        self._part = part

    def of(self, path: str) -> Name:
        """The name of the field at a path of the trace."""
        match = _PATH.match(path)
        if match is None or match[1] == "attributes":
            return Name(path, None, "fact", part=self._part)
        word, number = match[1], None if match[2] is None else int(match[2])
        if word != "body" or number is None or number >= len(self._blocks):
            return Name(word, number, _KIND_OF.get(word, ""), part=self._part)
        word, number = self._blocks[number]
        return Name(word, number, _KIND_OF_PART.get(match[3], _KIND_OF[word]), part=self._part)

    def path(self, path: str) -> str:
        """A path of the trace as callers spell it: paragraphs are counted among paragraphs."""
        match = _PATH.match(path)
        if match is None or match[1] != "body" or match[2] is None or int(match[2]) >= len(self._blocks):
            return path
        word, number = self._blocks[int(match[2])]
        return path if number is None else f"{word}[{number}]{path[match.end(2) + 1 :]}"


def _blocks(telegram: Telegram) -> list[tuple[str, int | None]]:
    """For each block of the body what a caller names it: paragraphs by their place among paragraphs."""
    names: list[tuple[str, int | None]] = []
    paragraphs = 0
    for block in telegram.body:
        if isinstance(block, Paragraph):
            names.append(("paragraphs", paragraphs))
            paragraphs += 1
        else:
            names.append(("heading" if isinstance(block, Heading) else "separator", None))
    return names


def labelled(names: Iterable[Name | None]) -> str:
    """The fields of a line in order, `classification, message_id`; items of a list together, `tags[0-3]`.

    Those of an embedded telegram stand behind its name, `embedded[0]: subject`. A line without a field has the names
    of its marks in parentheses, `(page mark)`.
    """
    known = [name for name in names if name is not None]
    parts: dict[str, dict[str, list[int]]] = {}
    for name in known:
        if name.field:
            numbers = parts.setdefault(name.part, {}).setdefault(name.word, [])
            if name.number is not None:
                numbers.append(name.number)
    if not parts:
        return ", ".join(dict.fromkeys(f"({name.word})" for name in known))
    words = []
    for part, fields in parts.items():
        label = ", ".join(word + _spelled(sorted(set(numbers))) for word, numbers in fields.items())
        words.append(f"{part}: {label}" if part else label)
    return ", ".join(words)


def _spelled(indexes: list[int]) -> str:
    if len(indexes) < 2:
        return f"[{indexes[0]}]" if indexes else ""
    if indexes[-1] - indexes[0] == len(indexes) - 1:
        return f"[{indexes[0]}-{indexes[-1]}]"
    return f"[{','.join(map(str, indexes))}]"
