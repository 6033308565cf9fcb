"""`telegram-format check`: are the bytes kept, is everything read, does the telegram agree with itself?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from telegram_format.cli.console import Console
from telegram_format.cli.inputs import add_files, inputs
from telegram_format.cli.reading_options import ReadingOptions, add_reading_options
from telegram_format.cli.report import counted, excerpts, grave
from telegram_format.diagnostics.diagnostic import Severity
from telegram_format.text.visible import visible_line

SUMMARY = "check that the bytes are kept and that telegrams agree with themselves"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    add_files(parser)
    add_reading_options(parser)


def run(arguments: Namespace, console: Console) -> None:
    """A line for each input, its warnings and errors below; with `-v` all diagnostics, with `-q` only what is wrong."""
    options = ReadingOptions.of(arguments)
    palette = console.palette
    severities: tuple[Severity, ...] = ("error", "warning", "info") if console.verbosity > 0 else ("error", "warning")
    for given in inputs(arguments.files, console):
        reading = options.read(given)
        difference = first_difference(bytes(reading.source), given.data)
        wrong = difference is not None or grave(reading)
        if wrong:
            console.failed = True
        elif console.verbosity < 0:
            continue
        name = visible_line(given.name)
        kept = f"{len(given.data):,} bytes kept" if difference is None else difference
        line = f"{name}: {kept}, coverage {reading.coverage:.1%}, {counted(reading)}"
        console.write(palette.paint(line, "warning" if wrong else "good"))
        for text in excerpts(reading, severities, palette):
            console.write(text)


def first_difference(kept: bytes, given: bytes) -> str | None:
    """Where two byte strings part, in words; `None` if they are the same."""
    if kept == given:
        return None
    places = (at for at, (one, other) in enumerate(zip(kept, given, strict=False)) if one != other)
    at = next(places, min(len(kept), len(given)))
    return f"NOT KEPT: differs at byte {at:,}: {kept[at : at + 4]!r} for {given[at : at + 4]!r}. Please report this"
