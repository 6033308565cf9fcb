"""Judgements on a finished telegram: does what it says agree with itself?

Strategy: a check is a function of a telegram and its trace that returns diagnostics; the table names them all. They
run after every reading, so each asks for a few attributes first and returns the empty tuple when they agree; the trace
is opened only when something is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from telegram_format.checks.date_time import check_date_time
from telegram_format.checks.declassification import check_declassification
from telegram_format.checks.filing_day import check_filing_day
from telegram_format.checks.portions import check_portions
from telegram_format.checks.sections import check_sections
from telegram_format.checks.security import check_security
from telegram_format.checks.serial import check_serial
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.telegram import Telegram
from telegram_format.reading.trace import Trace

Check = Callable[[Telegram, Trace], Iterable[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    check_serial,
    check_filing_day,
    check_security,
    check_date_time,
    check_sections,
    check_declassification,
    check_portions,
)
"""All checks, in the order of the lines they look at."""


def check_all(telegram: Telegram, trace: Trace) -> list[Diagnostic]:
    """What all checks find."""
    found: list[Diagnostic] = []
    for check in CHECKS:
        found += check(telegram, trace)
    return found
