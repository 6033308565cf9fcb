"""A bar that shows how far a run is, with its rate and the time that is left.

Strategy: it is drawn on standard error if that is a terminal and the program is not quiet, on one line that is drawn
over; else nothing is drawn. The time left is that of all bytes at the rate so far.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from telegram_format.cli.console import Console

if TYPE_CHECKING:
    from telegram_format.corpus import Progress

_WIDTH = 24


class Bar:
    """A bar of progress."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._shown = console.verbosity >= 0 and console.err.isatty()
        self._start = monotonic()
        self._first: int | None = None
        self._drawn = False

    def show(self, progress: Progress) -> None:
        """Draw how far the run is."""
        if self._shown:
            self._console.err.write(f"\r{self._line(progress, monotonic() - self._start)}\x1b[K")
            self._console.err.flush()
            self._drawn = True

    def end(self) -> None:
        """Go on below the bar."""
        if self._drawn:
            self._console.err.write("\n")
            self._console.err.flush()

    def _line(self, progress: Progress, seconds: float) -> str:
        share = min(progress.done / progress.size, 1.0) if progress.size else 0.0
        full = int(share * _WIDTH)
        rate = progress.done / seconds if seconds > 0 else 0.0
        left = f", {in_time((progress.size - progress.done) / rate)} left" if rate and share < 1 else ""
        kept = f", {progress.quarantined:,} in quarantine" if progress.quarantined else ""
        return (
            f"[{'#' * full}{'.' * (_WIDTH - full)}] {share:4.0%} {progress.telegrams:,} telegrams, "
            f"{in_bytes(rate)}/s{left}{kept}"
        )


def in_bytes(count: float) -> str:
    """A number of bytes as a person reads it: `1.9 GB`."""
    for unit in ("B", "kB", "MB", "GB"):
        if count < 1000:
            return f"{count:.0f} {unit}" if unit == "B" else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} TB"


def in_time(seconds: float) -> str:
    """A time as a person reads it: `4:05`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
