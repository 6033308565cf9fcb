"""Files that commands write."""

from __future__ import annotations

from pathlib import Path

from telegram_format.cli.codes import FAILED, CommandError
from telegram_format.cli.console import Console


def save(name: str | None, data: bytes, console: Console) -> None:
    """Write to the file of this name, or to standard output. Raises `CommandError` if it cannot be written."""
    if name is None:
        console.write_bytes(data)
        return
    try:
        Path(name).write_bytes(data)
    except OSError as error:
        raise CommandError(f"{name}: cannot be written: {error.strerror}", FAILED) from error
