"""A telegram taken out of its wrapper."""

from __future__ import annotations

from typing import NamedTuple

from telegram_format.text.view import View


class Fact(NamedTuple):
    """Something the wrapper says of the telegram: `start` and `end` are characters of the source.

    The names `message_id` and `classification` fill the fields of that name where the telegram's text lacks them;
    every fact becomes an attribute of the telegram.
    """

    name: str
    value: str
    start: int
    end: int


class Wrapped(NamedTuple):
    """A telegram taken out of its wrapper: the view of its text, and the wrapper's own facts."""

    view: View
    facts: tuple[Fact, ...] = ()
