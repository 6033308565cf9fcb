"""The table above the text: what the telegram is, how it was read, and from what.

Strategy: rows of a label, the path of the field and its words; a row without words is left out. A value that has a
place leads to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from telegram_format.reading.reading import Reading
from telegram_format.views.markup import line
from telegram_format.views.values import value_text

_LINE_END = re.compile(r"(?<!\r)\r*+\n|\r")
_ENDS = {"\n": "LF", "\r\n": "CR LF", "\r\r\n": "CR CR LF", "\r": "CR"}

_FIELDS = {
    "message_id": "Message",
    "dtg": "Date-time group",
    "precedence": "Precedence",
    "originator": "From",
    "to": "To",
    "info": "Info",
    "exempted": "Exempted",
    "passing": "Passing",
    "classification": "Classification",
    "caveats": "Caveats",
    "captions": "Captions",
    "section": "Section",
    "executive_order": "Order",
    "classified_by": "Classified by",
    "tags": "TAGS",
    "subject": "Subject",
    "references": "References",
    "signatures": "Signed",
}
"""Fields of the table and their labels, in the order of a telegram."""
_INLINE = {"Caveats", "Captions", "TAGS", "Signed"}
"""Rows whose values are short and stand one behind the other."""


class Fact(NamedTuple):
    """A value in words and the path of its place, empty where it has none."""

    words: str
    path: str = ""


def table(reading: Reading, ids: Mapping[str, str]) -> str:
    """Two tables side by side, where there is room: the telegram, and its reading. `ids` are those of the places."""
    halves = (
        "".join(_row(label, facts, ids) for label, facts in rows(reading) if facts) for rows in (_telegram, _reading)
    )
    tables = (f'<table class="tf-t"><tbody>{half}</tbody></table>' for half in halves if half)
    return f'<div class="tf-h">{"".join(tables)}</div>\n'


def heading(reading: Reading) -> str:
    """What a reading is called: its message number and subject, else the name of its file."""
    telegram = reading.telegram
    words = [value_text(telegram.message_id), telegram.subject or ""]
    return ": ".join(filter(None, words)) or _file(reading) or "A telegram"


def _file(reading: Reading) -> str:
    """The name of the source without its folders: they are nobody's business who gets the page."""
    return re.split(r"[/\\]", reading.source.name or "")[-1]


def _telegram(reading: Reading) -> Iterator[tuple[str, list[Fact]]]:
    telegram = reading.telegram
    for name, label in _FIELDS.items():
        value = getattr(telegram, name)
        if isinstance(value, tuple):
            yield label, [Fact(value_text(item), f"{name}[{index}]") for index, item in enumerate(value)]
        elif value is not None:
            yield label, [Fact(value_text(value), name)]


def _reading(reading: Reading) -> Iterator[tuple[str, list[Fact]]]:
    source = reading.source
    detection = reading.detection
    sure = "named by the caller" if detection is None else f"{detection.score:.2f}: {detection.reason}"
    yield "Format", [Fact(f"{reading.format} ({sure})")]
    yield "Carrier", [Fact(reading.carrier)]
    unread = len(reading.unread)
    passages = f", {unread} passage{'s' * (unread != 1)} not read" if unread else ""
    yield "Coverage", [Fact(f"{reading.coverage:.1%}{passages}")]
    yield "Inside", [Fact(f"embedded[{index}]: {heading(part)}") for index, part in enumerate(reading.embedded)]
    attributes = reading.telegram.attributes
    yield "Attributes", [Fact(f"{name}: {value}", f"attributes.{name}") for name, value in attributes.items()]
    ends = dict.fromkeys(_ENDS.get(end, "CR… LF") for end in _LINE_END.findall(source.text))
    words = [f"{len(source.data):,} bytes", source.encoding, ", ".join(ends)]
    yield "Source", [Fact(", ".join(filter(None, [_file(reading), *words])))]
    yield "SHA-256", [Fact(sha256(source.data).hexdigest())]


def _row(label: str, facts: list[Fact], ids: Mapping[str, str]) -> str:
    words = "".join(f"<li>{_linked(fact, ids)}</li>" for fact in facts)
    inline = ' class="tf-i"' if label in _INLINE else ""
    return f'<tr><th scope="row">{line(label)}</th><td><ul{inline}>{words}</ul></td></tr>'


def _linked(fact: Fact, ids: Mapping[str, str]) -> str:
    found = ids.get(fact.path)
    return line(fact.words) if found is None else f'<a href="#{found}">{line(fact.words)}</a>'
