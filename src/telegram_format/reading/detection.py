"""How surely a text is of a format."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from telegram_format.text.view import View

SAMPLE_SIZE = 4096
"""How much of a text detection sees, in characters."""

_HEAD = re.compile(r"\n[ \t\r]*+([A-Z]{1,8})")


class Detection(NamedTuple):
    """A score from 0 to 1 and the reason for it.

    The scale is the same for all formats: 1.0 a structure no other format has; 0.9 all mandatory lines in order;
    0.7 most of them; 0.5 enough to read it so; 0.3 could be; 0 no sign of it. Below one half a format is not chosen.
    """

    score: float
    reason: str


class Sample:
    """The beginning of a text, for detection: `text` is at most 4,096 characters; `name` is a file name or empty.

    `lined` is the text behind a line end, so that the pattern of a line's beginning finds the first line too.
    """

    def __init__(self, view: View, name: str | None = None) -> None:
        self.text = view.text[:SAMPLE_SIZE]
        self.lined = "\n" + self.text
        self.length = len(view.text)
        self.name = name or ""
        self.view = view

    @cached_property
    def heads(self) -> frozenset[str]:
        """The capitals that lines begin with, at most eight letters of each: `DE`, `TAGS`, `S` of `S E C R E T`.

        Read once for all readers: a sign that begins with a word is not looked for where no line does.
        """
        return frozenset(_HEAD.findall(self.lined))

    @cached_property
    def capitals(self) -> str:
        """`lined` in capitals: a pattern that need not care for case takes a fifth of the time."""
        return self.lined.upper()

    @cached_property
    def lines(self) -> list[str]:
        """The sample's lines, blanks at their ends taken off."""
        return [line.strip() for line in self.text.replace("\r", "\n").split("\n")]
