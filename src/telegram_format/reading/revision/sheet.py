"""The sheet that is revised: where values and labels stand in the text of a reading.

Strategy: a thin layer over the trace. A place is a range of a view. What is put in without a place of its own goes to
the view in which most fields stand.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from telegram_format.model.telegram import Telegram
from telegram_format.reading.trace import Trace, Whole
from telegram_format.text.view import View

LABELS = {
    "subject": "subject",
    "tags": "tags",
    "references": "ref",
    "executive_order": "order",
    "classified_by": "authority",
    "originator": "FM",
    "to": "TO",
    "info": "INFO",
    "exempted": "XMT",
}
"""Fields that stand behind a label, and the kind of mark that the label is."""

_FULL_LINE = 80
"""Characters; a text with longer lines is not wrapped."""
_FEW = 8
_NARROW = 55
"""Characters; no text is wrapped narrower than the State Department drafted (5 FAH-1 H-246.1)."""


class Place(NamedTuple):
    """A range of a view."""

    view: View
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.view.text[self.start : self.end]


class Sheet:
    """What stands where in a reading."""

    def __init__(self, telegram: Telegram, trace: Trace) -> None:
        self.telegram = telegram
        self.trace = trace

    def places(self, path: str) -> list[Place]:
        """The places of a field, in the order of reading."""
        return [Place(*place) for place in self.trace.places(path)]

    def parts(self, name: str) -> list[Place]:
        """All places in the main view of a field of the telegram and of its parts, first one first."""
        view = self.view
        return sorted(
            (Place(view, start, end) for path, start, end in self._entries if path[0] == name),
            key=lambda place: place.start,
        )

    def missing(self, name: str) -> bool:
        """Whether the telegram as it was read lacks a field."""
        return getattr(self.telegram, name) in (None, ())

    def label(self, name: str, start: int) -> Place | None:
        """The label of the field `name` before the value that begins at `start`."""
        kind = LABELS.get(name)
        text = self.view.text
        for mark, mark_start, mark_end in self._marks:
            if mark == kind and mark_end <= start and not text[mark_end:start].strip():
                return Place(self.view, mark_start, mark_end)
        return None

    @cached_property
    def view(self) -> View:
        """The view in which most fields stand."""
        return self._layer[0]

    @property
    def _entries(self) -> list[Whole]:
        return self._layer[1]

    @property
    def _marks(self) -> list[tuple[str, int, int]]:
        return self._layer[2]

    @cached_property
    def _layer(
        self,
    ) -> tuple[View, list[Whole], list[tuple[str, int, int]]]:
        layer = max(self.trace.layers, key=lambda layer: len(layer.entries))
        return layer.view, layer.entries, layer.marks

    @cached_property
    def width(self) -> int | None:
        """How wide the lines of the text are, in characters; `None` if it is not wrapped."""
        lengths = [len(line.rstrip()) for line in self.view.text.split("\n")]
        longest = max(lengths)
        if longest > _FULL_LINE:
            longer = sum(length > _FULL_LINE for length in lengths)
            if longer * _FEW > len(lengths):
                return None
            longest = _FULL_LINE
        return max(longest, _NARROW)
