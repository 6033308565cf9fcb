"""Exceptions: what the caller did wrong, one tree. What a text does wrong is a diagnostic.

Each class is also the built-in exception that fits, so that `except ValueError` and the like work as expected.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from telegram_format.diagnostics.diagnostic import Diagnostic
    from telegram_format.reading.reading import Reading
    from telegram_format.writing.loss import Loss


class TelegramFormatError(Exception):
    """Any error of this library."""


class UnknownFormatError(TelegramFormatError, LookupError):
    """A reader, writer or carrier was asked for by a name that nobody has."""


class PluginError(TelegramFormatError, ImportError):
    """A plug-in was asked for by name and cannot be had: its load failed, or two distributions share the name."""


class MessageIdError(TelegramFormatError, ValueError):
    """A text that is no message reference number."""


class JoinError(TelegramFormatError, ValueError):
    """Parts that are not of one telegram, or no part at all."""


class SplitError(TelegramFormatError, ValueError):
    """A telegram that cannot be cut into so many sections."""


class StreamError(TelegramFormatError, OSError):
    """An input that cannot be read to its end: a damaged archive. `name` is the input, `reason` what is wrong."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason

    def __reduce__(self) -> tuple[type[StreamError], tuple[str, str]]:
        return type(self), (self.name, self.reason)


class CorpusError(TelegramFormatError, RuntimeError):
    """A corpus that cannot be converted on: what is in the way, and where."""


class RevisionError(TelegramFormatError, ValueError):
    """A change that the source cannot take: `path` is the field, `reason` why. The reading stays as it was."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}" if path else reason)
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[RevisionError], tuple[str, str]]:
        return type(self), (self.path, self.reason)


class SerializationError(TelegramFormatError, ValueError):
    """A telegram that a format must not hold: the value at `path` would break its frame, for the `reason` told.

    Under the strict policy also a telegram that a format cannot say without `losses`.
    """

    def __init__(self, path: str, reason: str, losses: tuple[Loss, ...] = ()) -> None:
        super().__init__(f"{path}: {reason}" if path else reason)
        self.path = path
        self.reason = reason
        self.losses = losses

    def __reduce__(self) -> tuple[type[SerializationError], tuple[str, str, tuple[Loss, ...]]]:
        return type(self), (self.path, self.reason, self.losses)


class DiagnosticError(TelegramFormatError, ValueError):
    """A diagnostic, raised because the policy is strict."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic

    def __reduce__(self) -> tuple[type[DiagnosticError], tuple[Diagnostic]]:
        return type(self), (self.diagnostic,)


class StrictReadingError(TelegramFormatError, ExceptionGroup[DiagnosticError]):
    """All diagnostics of a finished reading, raised because the policy is strict. `reading` is that reading."""

    reading: Reading

    def __new__(cls, message: str, errors: Sequence[DiagnosticError], _reading: Reading) -> StrictReadingError:
        return super().__new__(cls, message, errors)

    def __init__(self, message: str, errors: Sequence[DiagnosticError], reading: Reading) -> None:
        super().__init__(message, errors)
        self.reading = reading

    def __reduce__(self) -> tuple[type[StrictReadingError], tuple[str, Sequence[DiagnosticError], Reading]]:
        return type(self), (self.message, self.exceptions, self.reading)  # type: ignore[return-value]


class InterchangeError(TelegramFormatError, ValueError):
    """Plain data or JSON that is no telegram, or a telegram that cannot be either.

    `problem` says what is wrong and what was expected; `path` where, `to[0].precedence`, and is empty for the whole.
    """

    def __init__(self, problem: str, path: str = "") -> None:
        super().__init__(f"{path}: {problem}" if path else problem)
        self.problem = problem
        self.path = path

    def __reduce__(self) -> tuple[type[InterchangeError], tuple[str, str]]:
        return type(self), (self.problem, self.path)
