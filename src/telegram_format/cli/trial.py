"""`telegram-format plugins test`: the laws, held against a reader and a folder of samples.

Strategy: the laws are those of `telegram_format.testing`, which needs Hypothesis; it is imported when a trial is asked
for and not before. What holds is a line, what does not is told as the law tells it, with the smallest input.
"""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from telegram_format import api
from telegram_format.cli.codes import MISSING, USAGE, CommandError
from telegram_format.cli.console import Console
from telegram_format.cli.reading_options import named
from telegram_format.kit import Reader, Writer
from telegram_format.text.visible import visible, visible_line

SUMMARY = "hold the laws of reading against a reader, with telegrams that it is for"

_STYLE = {"held": "good", "broken": "error", "not tried": "warning"}


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("reader", metavar="NAME", help="the reader's name, or NAME@DISTRIBUTION")
    parser.add_argument("samples", nargs="+", metavar="SAMPLES", help="telegrams that it is for: folders or files")
    parser.add_argument("--carrier", metavar="NAME", help="what the samples are wrapped in; plain without it")
    parser.add_argument("--writer", metavar="NAME", help="the writer; without it the one of the reader's name, if any")
    parser.add_argument(
        "--examples", type=_count, default=25, metavar="N", help="damaged inputs to make of each sample (25)"
    )
    parser.add_argument(
        "--instead-of",
        action="append",
        default=[],
        metavar="NAME",
        help="a built-in reader whose texts the reader is for, too; may be given again",
    )


def run(arguments: Namespace, console: Console) -> None:
    """A line for each law, what broke it below; with `-q` only what is broken."""
    check_reader, meaning = _laws()
    reader = named("reader", api.REGISTRY.reader, arguments.reader)
    carrier = named("carrier", api.REGISTRY.carrier, arguments.carrier)
    writer = named("writer", api.REGISTRY.writer, arguments.writer) or _writer_of(reader)
    samples = list(_samples(arguments.samples))
    reports = check_reader(
        reader,
        samples,
        carrier=carrier,
        writer=writer,
        examples=arguments.examples,
        instead_of=arguments.instead_of,
    )
    for report in reports:
        broken = report.status == "broken"
        console.failed = console.failed or broken
        if console.verbosity < 0 and not broken:
            continue
        rest = report.reason or f"{report.tried:,} inputs"
        line = f"{report.law:<7}{report.status:<11}{meaning[report.law]} ({rest})"
        console.write(console.palette.paint(line, _STYLE[report.status]))
        for finding in report.findings:
            console.write(visible(str(finding)))
    if console.verbosity >= 0:
        console.write(visible_line(_detected(reader, samples)))


def _laws() -> tuple[Callable[..., Any], dict[Any, str]]:
    """The function that holds the laws, and what each means. Raises `CommandError` where Hypothesis is lacking."""
    try:
        from telegram_format.testing.laws import MEANING, check_reader
    except ModuleNotFoundError as error:
        raise CommandError(
            f"the laws need what is not installed: {error}\n  pip install 'telegram-format[testing]'", MISSING
        ) from error
    return check_reader, MEANING


def _writer_of(reader: Reader) -> Writer | None:
    if reader.name not in api.REGISTRY.listing("writer"):
        return None
    return named("writer", api.REGISTRY.writer, reader.name)


def _samples(names: list[str]) -> Iterator[Path]:
    """The files that are named, and those in the folders that are named, in order; hidden ones are passed over."""
    found = False
    for name in names:
        path = Path(name)
        if not path.exists():
            raise CommandError(f"{name}: no such file or folder", USAGE)
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and not any(part.startswith(".") for part in file.relative_to(path).parts):
                found = True
                yield file
    if not found:
        raise CommandError(f"no samples in {', '.join(names)}: a law that is held against nothing says nothing", USAGE)


def _detected(reader: Reader, samples: list[Path]) -> str:
    """How many of the samples are detected as the reader's."""
    other = [path.name for path in samples if api.detect(path.read_bytes(), name=str(path)).format != reader.name]
    count = f"{len(samples) - len(other):,} of {len(samples):,} samples are detected as {reader.name}"
    return count + (f"; not {', '.join(other[:10])}" + ", ..." * (len(other) > 10) if other else "")


def _count(text: str) -> int:
    if text.isascii() and text.isdecimal() and 0 < len(text) <= 6 and int(text) > 0:
        return int(text)
    raise ArgumentTypeError(f"{text!r} is no number of inputs")
