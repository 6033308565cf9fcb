"""Telegrams as plain data (dictionaries, lists, text, numbers, booleans, `None`) and back.

Strategy: the converter does it. Around it stands what it cannot see: how deep paragraphs are nested, which is looked
at level by level, so that neither hostile data nor a circle in it ends in an exhausted stack.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from telegram_format.interchange.converter import converter
from telegram_format.interchange.refusal import DEEPEST, interchange_error, too_deep
from telegram_format.model.telegram import Telegram

_Block = TypeVar("_Block")


def to_dict(telegram: Telegram) -> dict[str, Any]:
    """A telegram as plain data; `from_dict` gives it back.

    Keys are the fields, all of them and in their order; what is absent is `None` or `[]`. Enums are their values,
    dates `2009-03-06`, tuples lists; blocks of the body say first what they are, `"kind": "paragraph"`. Text stays as
    it is, lone surrogates too. Raises `InterchangeError` for paragraphs nested more than 50 deep.
    """
    _look_down(telegram.paragraphs, lambda paragraph: paragraph.paragraphs)
    try:
        data: dict[str, Any] = converter().unstructure(telegram, Telegram)
    except RecursionError:
        raise too_deep() from None
    return data


def from_dict(data: dict[str, Any]) -> Telegram:
    """The telegram of plain data, as `to_dict` and `json.loads` give it.

    A key that is not there is absent, so `{"subject": "…"}` is a telegram; a key that a value cannot be without (`name`
    of an address) must be there. Nothing is converted: `"12"`, `true` and `12.0` are no whole numbers. Raises
    `InterchangeError`, a `ValueError`, that says what is wrong, where, and what was expected.
    """
    _look_down(_blocks_of(data), _blocks_of)
    try:
        telegram: Telegram = converter().structure(data, Telegram)
    except Exception as error:
        found = interchange_error(error)
        if found is None:
            raise
        raise found from None
    return telegram


def _look_down(level: Sequence[_Block], below: Callable[[_Block], Sequence[_Block]]) -> None:
    """Raise `InterchangeError` where there are more levels than may be."""
    depth = 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise too_deep()
        level = [part for block in level for part in below(block)]


def _blocks_of(data: object) -> list[object]:
    """What stands below in plain data of a telegram or a paragraph; nothing where it is something else."""
    below = (data.get("body") or data.get("paragraphs")) if isinstance(data, dict) else None
    return below if isinstance(below, list) else []
