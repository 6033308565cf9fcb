"""Judgements on a finished telegram: does what it says agree with itself?

Strategy: a check is a function of a telegram and its trace that yields diagnostics; the table names them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.telegram import Telegram
from telegram_format.reading.trace import Trace

Check = Callable[[Telegram, Trace], Iterable[Diagnostic]]

CHECKS: tuple[Check, ...] = ()


def check_all(telegram: Telegram, trace: Trace) -> Iterator[Diagnostic]:
    """What all checks find."""
    for check in CHECKS:
        yield from check(telegram, trace)
