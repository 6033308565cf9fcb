"""A telegram taken out of its wrapper."""

from __future__ import annotations

from typing import NamedTuple

from telegram_format.text.view import View


class Fact(NamedTuple):
    """Something the wrapper says of the telegram: `start` and `end` are characters of the source.

    Every fact becomes an attribute of the telegram. A fact about `message_id`, `classification`, `dtg` (a date),
    `subject`, `tags`, `originator`, `to` or `captions` (lists with commas) also fills that field where the telegram's
    text lacks it, and is compared with the text where it does not. `about` names the field; it is the fact's own name
    if empty.
    """

    name: str
    value: str
    start: int
    end: int
    about: str = ""

    @property
    def field(self) -> str:
        """The name of the field that the fact is about."""
        return self.about or self.name


class Wrapped(NamedTuple):
    """A telegram taken out of its wrapper: the view of its text, and the wrapper's own facts."""

    view: View
    facts: tuple[Fact, ...] = ()
