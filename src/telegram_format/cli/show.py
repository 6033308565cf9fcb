"""`telegram-format show`: a telegram laid out as it was read, every line with the fields it holds."""

from __future__ import annotations

import shutil
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator

from telegram_format import api
from telegram_format.cli.codes import USAGE, CommandError
from telegram_format.cli.console import Console
from telegram_format.cli.inputs import add_files, inputs
from telegram_format.cli.outputs import save
from telegram_format.cli.reading_options import ReadingOptions, add_reading_options
from telegram_format.cli.report import counted, excerpts, grave
from telegram_format.cli.rows import ASCII_SIGNS, UNICODE_SIGNS, Layout
from telegram_format.cli.strokes import Strokes
from telegram_format.diagnostics.diagnostic import Severity
from telegram_format.reading.reading import Passage, Reading
from telegram_format.text.visible import visible_line

SUMMARY = "show a telegram with its fields marked, and what was not read"

_NARROWEST = 60
_WIDEST = 120


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    add_files(parser)
    parser.add_argument("--html", action="store_true", help="an annotated page of HTML instead, of one telegram")
    parser.add_argument("-o", "--output", metavar="FILE", help="write the page there instead of standard output")
    parser.add_argument("--width", type=_columns, metavar="N", help="columns to use instead of the terminal's")
    parser.add_argument("--strict", action="store_true", help="answer 1 if there are warnings or errors")
    add_reading_options(parser)


def run(arguments: Namespace, console: Console) -> None:
    """Show one input after the other; with `-v` all fields with their places, too."""
    if arguments.html and len(arguments.files) > 1:
        raise CommandError("a page is of one telegram; run it again for each file", USAGE)
    if arguments.output is not None and not arguments.html:
        raise CommandError("--output is for pages: --html", USAGE)
    options = ReadingOptions.of(arguments)
    columns = arguments.width or min(max(shutil.get_terminal_size((100, 24)).columns, _NARROWEST), _WIDEST)
    signs = UNICODE_SIGNS if console.can_show("│┊«»") else ASCII_SIGNS
    layout = Layout(columns, console.palette, signs)
    for number, given in enumerate(inputs(arguments.files, console)):
        reading = options.read(given)
        if arguments.strict and grave(reading):
            console.failed = True
        if arguments.html:
            save(arguments.output, api.to_html(reading).encode("utf-8"), console)
            continue
        if number:
            console.write("")
        for line in shown(reading, layout, console.verbosity):
            console.write(line)


def shown(reading: Reading, layout: Layout, verbosity: int = 0) -> Iterator[str]:
    """All lines: what was read as what, the telegram, and below it what is not seen in it."""
    paint = layout.palette.paint
    strokes = Strokes(reading)
    yield from _head(reading, layout)
    yield ""
    yield from layout.rows(reading, strokes)
    outside = [(path, _where(reading, path)) for path in reading.trace if path.startswith("attributes.")]
    yield from _listed("said by the wrapper", outside, layout)
    if verbosity > 0:
        places = [(path, _where(reading, path)) for path in reading.trace]
        yield from _listed("fields", sorted(places, key=lambda place: place[1].spans[0]), layout)
    yield from _listed("not read", [("", passage) for passage in reading.unread], layout)
    severities: tuple[Severity, ...] = ("error", "warning", "info") if verbosity >= 0 else ("error", "warning")
    texts = excerpts(reading, severities, layout.palette, layout.columns)
    if texts:
        yield ""
        yield paint("diagnostics", "title")
        yield from texts


def _head(reading: Reading, layout: Layout) -> Iterator[str]:
    paint = layout.palette.paint
    source = reading.source
    detection = reading.detection
    sure = "as it was named" if detection is None else f"{detection.score:.2f}: {visible_line(detection.reason)}"
    yield paint(visible_line(source.name or "<text>"), "title")
    yield f"format {reading.format} ({sure})"
    yield f"carrier {reading.carrier}, {len(source.data):,} bytes, {source.encoding}"
    unread = len(reading.unread)
    passages = f" ({unread} passage{'s' * (unread != 1)} not read)" if unread else ""
    coverage = paint(f"coverage {reading.coverage:.1%}{passages}", "unread" if unread else "good")
    found = counted(reading)
    worst = "error" if "error" in found else "warning" if "warning" in found else ""
    embedded = f", {len(reading.embedded)} embedded" if reading.embedded else ""
    yield f"{coverage}, {paint(found, worst)}{embedded}"


def _where(reading: Reading, path: str) -> Passage:
    passage = reading.where(path)
    assert passage is not None  # the path is one of the trace
    return passage


def _listed(title: str, places: list[tuple[str, Passage]], layout: Layout) -> Iterator[str]:
    """Fields or passages, a line each: the path, the place, the text cut to what fits. Nothing where there are none."""
    if not places:
        return
    paint = layout.palette.paint
    longest = max(len(visible_line(path)) for path, _ in places)
    yield ""
    yield paint(title, "title")
    for path, passage in places:
        head = f"  {visible_line(path):<{longest}}  " if longest else "  "
        head += f"{passage!s:<8}"
        room = max(layout.columns - len(head), 20)
        text = visible_line(" ".join(passage.text[: 4 * room].split()))
        yield head + (text if len(text) <= room else text[: room - 3] + "...")


def _columns(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 5 and int(text) >= _NARROWEST):
        raise ArgumentTypeError(f"{text!r} is no width: a number from {_NARROWEST} up")
    return int(text)
