"""What a check found, with its place.

Strategy: a value may be traced as a whole or in its parts; the place is that of the field named, or of the nearest
field around it that is traced.
"""

from __future__ import annotations

from telegram_format.diagnostics.codes import severity
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.reading.trace import Path, Trace, spell


def finding(code: str, message: str, trace: Trace, path: Path) -> tuple[Diagnostic]:
    """The diagnostic of a check, about the field at `path`, as the one thing that it found."""
    return (Diagnostic(code, severity(code), message, trace.nearest(path), spell(path)),)
