"""`telegram-format cite`: telegrams cited, a line for each."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from telegram_format.cli.console import Console
from telegram_format.cli.inputs import add_files, inputs
from telegram_format.cli.provenance_options import add_names_option, add_provenance_options, provenance
from telegram_format.cli.reading_options import ReadingOptions, add_reading_options

SUMMARY = "cite telegrams"

_STYLES = ("chicago-note", "chicago-bibliography", "frus", "nara")


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    add_files(parser)
    parser.add_argument(
        "--style",
        choices=_STYLES,
        default=_STYLES[0],
        help="how: Chicago's note (the default) or bibliography, Foreign Relations, the National Archives",
    )
    add_names_option(parser)
    add_provenance_options(parser)
    add_reading_options(parser)


def run(arguments: Namespace, console: Console) -> None:
    """Cite one input after the other."""
    from telegram_format.exports.citation import cite

    options = ReadingOptions.of(arguments)
    source = provenance(arguments)
    for given in inputs(arguments.files, console):
        console.write(cite(options.read(given), arguments.style, source=source, names=dict(arguments.name)))
