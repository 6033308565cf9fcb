"""A value in the manner in which its predecessor stands in the source.

Strategy: one function a kind of value, `(before, after, passage) -> words`, found by the type of the value in a table.
Each looks at the passage for what may differ between sources (leading zeros, spaced letters, two figures for a year)
and spells the rest as the field does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from attrs import evolve

from telegram_format.model.address import Address
from telegram_format.model.authority import ClassificationAuthority, ExecutiveOrder
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.marking import Classification
from telegram_format.model.message_id import MessageId
from telegram_format.model.precedence import Precedence
from telegram_format.model.reference import Reference
from telegram_format.model.tag import Tag
from telegram_format.model.transmission import Section
from telegram_format.spelling.address import spell_address
from telegram_format.spelling.authority import spell_authority
from telegram_format.spelling.executive_order import spell_executive_order
from telegram_format.spelling.header import spell_dtg
from telegram_format.spelling.marking import spell_classification
from telegram_format.spelling.references import spell_reference

_FIGURES = re.compile(r"[0-9]++")
_AUTHORITY_LABEL = re.compile(r"[^:\n]{0,30}+:[ ]*+|(?i:class?ified by)[ ]*+")
_SHORT = "UNCLAS"


def styled(before: object, after: object, passage: str) -> str | None:
    """The words for `after` where `passage` spells `before`; `None` for a value that has no words of its own."""
    style = _STYLES.get(type(after))
    return style(before, after, passage) if style is not None else None


def _word(_before: object, after: str, passage: str) -> str:
    return f"({after})" if passage[:1] == "(" and passage[-1:] == ")" and after[:1] != "(" else after


def _number(_before: object, after: int, passage: str) -> str:
    zeros = len(passage) if passage[:1] == "0" else 0
    return f"{after:0{zeros}}"


def _classification(_before: object, after: Classification, passage: str) -> str:
    spaced = len(passage.split()) > 3  # C O N F I D E N T I A L
    words = spell_classification(after) if spaced or passage == _SHORT else after.value.upper()
    return words.lower() if passage.islower() else words


def _precedence(_before: object, after: Precedence, passage: str) -> str:
    if len(passage) <= 2:
        return after.prosign * len(passage)
    return after.value.upper()


def _date_time_group(before: object, after: DateTimeGroup, passage: str) -> str:
    words = spell_dtg(after)
    long = isinstance(before, DateTimeGroup) and before.year is not None and passage.endswith(str(before.year))
    if long and after.year is not None and not words.endswith(str(after.year)):
        words = f"{words[:-2]}{after.year}"
    return words if " " in passage else words.replace(" ", "")


def _section(_before: object, after: Section, passage: str) -> str:
    figures = _FIGURES.findall(passage)
    width = min(map(len, figures), default=2)
    if after.final and after.number == after.total:
        return f"FINAL SECTION OF {after.total:0{width}}"
    return f"{'FINAL ' * after.final}SECTION {after.number:0{width}} OF {after.total:0{width}}"


def _message_id(before: object, after: MessageId, passage: str) -> str:
    figures = _FIGURES.findall(passage)
    if isinstance(before, MessageId) and passage == before.compact:
        return after.compact
    if isinstance(before, MessageId) and passage == str(before):
        return str(after)
    width = len(figures[-1]) if figures and figures[-1].startswith("0") else 0
    return f"{after.station} {after.number:0{width}}"


def _date(_before: object, after: date, passage: str) -> str:
    sign = next((sign for sign in passage if sign in "/.-"), "/")
    parts = passage.split(sign)
    if len(parts) == 3 and len(parts[0]) == 4:
        return f"{after.year:04}{sign}{after.month:02}{sign}{after.day:02}"
    padded = len(parts) != 3 or any(part.startswith("0") for part in parts[:2]) or len(parts[0]) == len(parts[1]) == 2
    year = f"{after.year % 100:02}" if len(parts[-1]) == 2 else f"{after.year:04}"
    day = f"{after.month:02}{sign}{after.day:02}" if padded else f"{after.month}{sign}{after.day}"
    return f"{day}{sign}{year}"


def _executive_order(_before: object, after: ExecutiveOrder, _passage: str) -> str:
    return spell_executive_order(after)


def _address(_before: object, after: Address, _passage: str) -> str:
    return spell_address(after)


def _tag(_before: object, after: Tag, passage: str) -> str:
    return _word(None, after.code, passage)


def _reference(_before: object, after: Reference, _passage: str) -> str:
    return spell_reference(evolve(after, label=None))


def _authority(_before: object, after: ClassificationAuthority, passage: str) -> str:
    label = _AUTHORITY_LABEL.match(passage)
    return (label[0] if label is not None else "Classified By: ") + spell_authority(after)


def _words(_before: object, after: tuple[object, ...], _passage: str) -> str | None:
    return " ".join(after) if all(isinstance(word, str) for word in after) else None  # type: ignore[arg-type]


_STYLES: dict[type, Callable[[object, Any, str], str | None]] = {
    str: _word,
    int: _number,
    tuple: _words,
    date: _date,
    Address: _address,
    Classification: _classification,
    ClassificationAuthority: _authority,
    DateTimeGroup: _date_time_group,
    ExecutiveOrder: _executive_order,
    MessageId: _message_id,
    Precedence: _precedence,
    Reference: _reference,
    Section: _section,
    Tag: _tag,
}
