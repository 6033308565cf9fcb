"""A long telegram as several transmissions, and back: `split` and `join`."""

from __future__ import annotations

from telegram_format.sections.join import Joined, join
from telegram_format.sections.split import split

__all__ = ["Joined", "join", "split"]
