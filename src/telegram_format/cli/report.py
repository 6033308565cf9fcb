"""Diagnostics for people: the excerpt, coloured by severity, and what can be done about it.

Strategy: what can be done is said once for each code; a second occurrence has its excerpt only.
"""

from __future__ import annotations

from collections.abc import Iterable

from telegram_format.cli.palette import Palette
from telegram_format.diagnostics.codes import CODES
from telegram_format.diagnostics.diagnostic import Diagnostic, Severity
from telegram_format.diagnostics.show import COLUMNS, excerpt
from telegram_format.reading.reading import Reading


def diagnostics_of(reading: Reading) -> list[Diagnostic]:
    """All diagnostics of a reading and of the telegrams inside it; places are of the same source."""
    found = list(reading.diagnostics)
    for part in reading.embedded:
        found += (one for one in diagnostics_of(part) if one not in found)
    return found


def excerpts(reading: Reading, severities: Iterable[Severity], palette: Palette, columns: int = COLUMNS) -> list[str]:
    """The diagnostics of these severities, one text of one to four lines each, in order of their places."""
    wanted = tuple(severities)
    shown: list[str] = []
    told: set[str] = set()
    for diagnostic in sorted(diagnostics_of(reading), key=lambda one: one.span or (0, 0)):
        if diagnostic.severity not in wanted:
            continue
        first, *lines = excerpt(reading.source, diagnostic, severity=True, columns=columns).split("\n")
        known = CODES.get(diagnostic.code)
        if known is not None and diagnostic.code not in told:
            lines.append(palette.paint(f"    {known.remedy}", "mark"))
        told.add(diagnostic.code)
        shown.append("\n".join([palette.paint(first, diagnostic.severity), *lines]))
    return shown


def counted(reading: Reading) -> str:
    """How many diagnostics there are: `1 warning, 2 infos`, `no diagnostics`."""
    severities = [diagnostic.severity for diagnostic in diagnostics_of(reading)]
    kinds: tuple[Severity, ...] = ("error", "warning", "info")
    words = [f"{severities.count(kind)} {kind}{'s' * (severities.count(kind) > 1)}" for kind in kinds]
    return ", ".join(word for word in words if word[0] != "0") or "no diagnostics"


def grave(reading: Reading) -> bool:
    """Whether there is a warning or an error."""
    return any(diagnostic.severity != "info" for diagnostic in diagnostics_of(reading))
