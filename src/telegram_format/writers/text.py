"""A telegram for reading by people.

Strategy: what the relay needed is left out (format lines 1 to 4, the number of validation), labels are set in columns;
all else stands as in the archives, so that the same reader reads it.
"""

from __future__ import annotations

from attrs import evolve

from telegram_format.kit import LossRule
from telegram_format.model.telegram import Telegram
from telegram_format.spelling.body import text_lines
from telegram_format.spelling.ending import ending_lines
from telegram_format.spelling.frame import wide_enough
from telegram_format.spelling.header import header_lines
from telegram_format.spelling.heading import heading_lines
from telegram_format.spelling.unsaid import UNSAID


class Text:
    """The writer of telegrams for people."""

    name = "text"
    reader = "cablegate"
    carrier = "plain"
    losses: tuple[LossRule, ...] = (
        LossRule("relay", "transmission", "format lines 1 to 4 are for relays and are left out"),
        LossRule("relay", "validation", "the number of validation is for relays and is left out"),
        *(LossRule(*row) for row in UNSAID),
    )

    def write(self, telegram: Telegram, /, *, width: int = 78) -> str:
        """The text, lines at most `width` characters where words allow it."""
        wide_enough(width)
        groups = [
            header_lines(telegram, width, routing=False),
            heading_lines(telegram, width, columns=True),
            text_lines(telegram, width),
            ending_lines(evolve(telegram, validation=None)),
        ]
        return "\n\n".join("\n".join(group) for group in groups if group) + "\n"
