"""State Department telegrams as the Cablegate collection prints them.

Strategy: format lines 1 to 9, the heading, the text and the ending, an empty line between them, all spelled by the
lines that variants share. The losses are what the form itself cannot say.
"""

from __future__ import annotations

from telegram_format.kit import LossRule
from telegram_format.model.telegram import Telegram
from telegram_format.spelling.body import text_lines
from telegram_format.spelling.ending import ending_lines
from telegram_format.spelling.frame import wide_enough
from telegram_format.spelling.header import header_lines
from telegram_format.spelling.heading import heading_lines
from telegram_format.spelling.unsaid import UNSAID


class Cablegate:
    """The writer of State Department telegrams, all format lines in plain text."""

    name = "cablegate"
    reader = "cablegate"
    carrier = "plain"
    losses: tuple[LossRule, ...] = tuple(LossRule(*row) for row in UNSAID)

    def write(self, telegram: Telegram, /, *, width: int = 70) -> str:
        """The text, lines at most `width` characters where words allow it."""
        wide_enough(width)
        groups = [
            header_lines(telegram, width),
            heading_lines(telegram, width),
            text_lines(telegram, width),
            ending_lines(telegram),
        ]
        return "\n\n".join("\n".join(group) for group in groups if group) + "\n"
