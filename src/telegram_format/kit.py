"""All that a plug-in imports, and all that the built-in readers, carriers and writers import from the inner rooms.

A reader is an object with a `name`, `detect(sample)` and `read(draft)`; a carrier has a `name`, `detect(source)` and
`open(source)`. `API_VERSION` is the version of this contract: it moves when the contract does, not with releases.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.reading.detection import Detection, Sample
from telegram_format.reading.draft import Context, Draft
from telegram_format.reading.trace import Path
from telegram_format.reading.wrapped import Fact, Wrapped
from telegram_format.text.fold import fold, folder, unfold
from telegram_format.text.source import Source, Span
from telegram_format.text.view import View

__all__ = [
    "API_VERSION",
    "Carrier",
    "Context",
    "Detection",
    "Diagnostic",
    "Draft",
    "Fact",
    "Path",
    "Reader",
    "Sample",
    "Source",
    "Span",
    "View",
    "Wrapped",
    "fold",
    "folder",
    "unfold",
]

API_VERSION = 1


@runtime_checkable
class Carrier(Protocol):
    """What a telegram is wrapped in."""

    name: str

    def detect(self, source: Source) -> Detection:
        """How surely `source` is wrapped so. Pure, quick (look at the beginning), raises nothing."""
        ...

    def open(self, source: Source) -> Wrapped:
        """The telegram's text and the wrapper's facts. Raises nothing, whatever the bytes."""
        ...


@runtime_checkable
class Reader(Protocol):
    """One variant of telegram."""

    name: str

    def detect(self, sample: Sample) -> Detection:
        """How surely `sample` is of this variant, on the scale of `Detection`. Pure, linear, raises nothing."""
        ...

    def read(self, draft: Draft) -> None:
        """Hand every value of `draft.text` to `draft` with the range it was read from. Raises nothing."""
        ...
