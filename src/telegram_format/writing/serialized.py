"""A telegram in the bytes of a format."""

from __future__ import annotations

from attrs import field, frozen

from telegram_format.model.telegram import Telegram
from telegram_format.writing.loss import Loss


@frozen
class Serialized:
    """What was written.

    `data` are the bytes; `format` is the writer's name; `losses` are the values that the bytes do not say, or say
    differently; `telegram` is what they say: the telegram that was given, but for the losses.
    """

    data: bytes = field(repr=False)
    format: str
    losses: tuple[Loss, ...]
    telegram: Telegram = field(repr=False)

    def __bytes__(self) -> bytes:
        return self.data
