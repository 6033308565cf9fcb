"""All that a plug-in imports, and all that the built-in readers, carriers and writers import from the inner rooms.

A reader is an object with a `name`, `detect(sample)` and `read(draft)`; a carrier has a `name`, `detect(source)` and
`open(source)`; a writer has a `name`, the names of the `reader` and `carrier` that read it back, its `losses` and
`write(telegram)`. `API_VERSION` is the version of this contract: it moves when the contract does, not with releases.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.errors import SerializationError
from telegram_format.model.difference import Difference
from telegram_format.model.telegram import Telegram
from telegram_format.reading.detection import Detection, Sample
from telegram_format.reading.draft import Context, Draft
from telegram_format.reading.trace import Entry, Path
from telegram_format.reading.wrapped import Fact, Wrapped
from telegram_format.text.fold import fold, folder, is_wrapped, unfold
from telegram_format.text.source import Source, Span
from telegram_format.text.view import View
from telegram_format.vocab.added import add_station, add_tag, keep_vocabulary
from telegram_format.writing.loss import LossRule

__all__ = [
    "API_VERSION",
    "OLDEST_API_VERSION",
    "Carrier",
    "Context",
    "Detection",
    "Diagnostic",
    "Difference",
    "Draft",
    "Entry",
    "Fact",
    "LossRule",
    "Path",
    "Reader",
    "Sample",
    "SerializationError",
    "Source",
    "Span",
    "View",
    "Wrapped",
    "Writer",
    "add_station",
    "add_tag",
    "fold",
    "folder",
    "is_wrapped",
    "keep_vocabulary",
    "unfold",
]

API_VERSION = 1
OLDEST_API_VERSION = 1
"""Plug-ins are taken whose `api_version` is one of these two, or lies between them."""


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


@runtime_checkable
class Writer(Protocol):
    """One variant of telegram, written.

    `reader` and `carrier` are the names of those that read it back; `losses` is the table of what it cannot say.
    """

    name: str
    reader: str
    carrier: str
    losses: tuple[LossRule, ...]

    def write(self, telegram: Telegram, /) -> str:
        """The text. May take keyword options of its own, each with a default.

        Raises `SerializationError` for a value that would break the frame, and nothing else.
        """
        ...
