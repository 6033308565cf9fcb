"""`telegram-format parse`: telegrams as JSON."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from telegram_format.cli.codes import FAILED, CommandError
from telegram_format.cli.console import Console
from telegram_format.cli.inputs import add_files, inputs
from telegram_format.cli.reading_options import ReadingOptions, add_reading_options
from telegram_format.cli.record import record
from telegram_format.cli.report import excerpts, grave
from telegram_format.diagnostics.diagnostic import Severity
from telegram_format.reading.reading import Reading

SUMMARY = "read telegrams and write them as JSON"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    add_files(parser)
    parser.add_argument(
        "--to",
        choices=("json", "jsonl"),
        default="json",
        help="json: one object, indented (the default for one input); jsonl: one object a line (always, for several)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of standard output")
    parser.add_argument(
        "--strict", action="store_true", help="an input with warnings or errors fails, and nothing is written for it"
    )
    add_reading_options(parser)


def run(arguments: Namespace, console: Console) -> None:
    """Read and write one input after the other."""
    import json  # here and in other commands: only for those that need it

    options = ReadingOptions.of(arguments)
    indent = 2 if arguments.to == "json" and len(arguments.files) <= 1 else None
    with _output(arguments.output) as output:
        for given in inputs(arguments.files, console):
            reading = options.read(given)
            _tell(reading, console)
            if arguments.strict and grave(reading):
                console.fail(f"{given.name}: left out because of the above (--strict)")
                continue
            text = json.dumps(record(reading), ensure_ascii=True, indent=indent)
            if output is None:
                console.write(text)
            else:
                output.write(text.encode("ascii") + b"\n")


def _tell(reading: Reading, console: Console) -> None:
    """Warnings and errors, a line each; with `-v` all diagnostics, each with its excerpt."""
    everything = console.verbosity > 0
    severities: tuple[Severity, ...] = ("error", "warning", "info") if everything else ("error", "warning")
    for text in excerpts(reading, severities, console.err_palette):
        console.note_shown(text if everything else text.partition("\n")[0])


@contextmanager
def _output(name: str | None) -> Iterator[BinaryIO | None]:
    if name is None:
        yield None
        return
    try:
        file = Path(name).open("wb")  # noqa: SIM115 (only its opening is the caller's fault)
    except OSError as error:
        raise CommandError(f"{name}: cannot be written: {error.strerror}", FAILED) from error
    with file:
        yield file
