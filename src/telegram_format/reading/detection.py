"""How surely a text is of a format."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from telegram_format.text.view import View

SAMPLE_SIZE = 4096
"""How much of a text detection sees, in characters."""


class Detection(NamedTuple):
    """A score from 0 to 1 and the reason for it.

    The scale is the same for all formats: 1.0 a structure no other format has; 0.9 all mandatory lines in order;
    0.7 most of them; 0.5 enough to read it so; 0.3 could be; 0 no sign of it. Below one half a format is not chosen.
    """

    score: float
    reason: str


class Sample:
    """The beginning of a text, for detection: `text` is at most 4,096 characters; `name` is a file name or empty."""

    def __init__(self, view: View, name: str | None = None) -> None:
        self.text = view.text[:SAMPLE_SIZE]
        self.length = len(view.text)
        self.name = name or ""
        self.view = view

    @cached_property
    def lines(self) -> list[str]:
        """The sample's lines, blanks at their ends taken off."""
        return [line.strip() for line in self.text.replace("\r", "\n").split("\n")]
