"""A telegram whose values a teleprinter can send.

Strategy: before anything is laid out, every value that is written goes through here once: letters become plain ones,
words too long for a line are broken, and what would end the message or begin another one is refused with its path.
"""

from __future__ import annotations

import re
from typing import Any

from attrs import Attribute, evolve, fields, has

from telegram_format.model.attributes import Attributes
from telegram_format.model.telegram import Telegram
from telegram_format.spelling.frame import refuse
from telegram_format.spelling.plain_letters import plain_letters

_SIGNAL = re.compile(r"NNNN|ZCZC|(?:^|\n)[ \t]*BT[ \t]*(?:\n|$)")
"""End of message, start of message, and what parts the text from format lines [ACP 127(G) Annex B]."""

_WRITTEN_ATTRIBUTE = "instructions"

_RUNNING = ("text", "subject")
"""Fields whose words go over lines."""

_FIRST_WORD = 24
"""Characters that may stand before the first word of a line: a label, a number with its mark."""


def sendable(telegram: Telegram, width: int) -> Telegram:
    """`telegram` in plain letters, no word longer than a line of `width` characters.

    Raises `SerializationError` for a sign that has no plain letter, and for the signals that frame a message.
    """
    words = telegram.attributes.get(_WRITTEN_ATTRIBUTE)
    kept = dict(telegram.attributes)
    if words is not None:
        kept[_WRITTEN_ATTRIBUTE] = _plain(f"attributes.{_WRITTEN_ATTRIBUTE}", words)
    found: Telegram = _sent("", evolve(telegram, attributes=Attributes()), width)
    return evolve(found, attributes=Attributes(kept))


def _sent(path: str, value: Any, width: int) -> Any:
    """A value of the model with all its texts in plain letters."""
    if isinstance(value, tuple):
        return tuple(_sent(f"{path}[{index}]", item, width) for index, item in enumerate(value))
    if not has(type(value)):
        return value
    changes: dict[str, object] = {}
    for field in fields(type(value)):
        old = getattr(value, field.name)
        new = _field(path, field, old, width)
        if new is not old:
            changes[field.name] = new
    return evolve(value, **changes) if changes else value


def _field(path: str, field: Attribute[Any], value: Any, width: int) -> object:
    """The new value of one field; texts that are no part of a value (as `written`) are not sent."""
    here = f"{path}.{field.name}" if path else field.name
    if isinstance(value, str):
        if not field.eq:
            return value
        words = _plain(here, value)
        return _short_words(words, width) if field.name in _RUNNING else words
    if isinstance(value, tuple) and value and isinstance(value[0], str):
        return tuple(_plain(f"{here}[{index}]", word) for index, word in enumerate(value))
    return _sent(here, value, width)


def _plain(path: str, text: str) -> str:
    words = plain_letters(text)
    if not words.isascii():
        sign = next(sign for sign in words if not sign.isascii())
        refuse(path, f"there is no plain letter for {sign!r} (U+{ord(sign):04X})")
    signal = _SIGNAL.search(words)
    if signal is not None:
        refuse(path, f"{signal[0].strip()} frames a message and must not stand in it")
    return words


def _short_words(text: str, width: int) -> str:
    """`text` with words broken that are longer than a line."""
    longest = max(map(len, text.split()), default=0)
    if longest <= width - _FIRST_WORD:
        return text
    broken = []
    for index, word in enumerate(text.split(" ")):
        room = width - (_FIRST_WORD if index == 0 else 2)
        if max(map(len, word.split("\n"))) > room:
            word = " ".join(word[at : at + room] for at in range(0, len(word), room))
        broken.append(word)
    return " ".join(broken)
