"""`telegram-format diff`: what two telegrams say differently, field by field.

Strategy: telegrams are compared, not texts: how lines are wrapped, paged or exported makes no difference. The answers
are those of `diff`: 0 for equal telegrams, 1 for different ones, 2 where one of the two could not be had.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from telegram_format.cli.codes import TROUBLE, CommandError
from telegram_format.cli.console import Console
from telegram_format.cli.inputs import inputs
from telegram_format.cli.reading_options import ReadingOptions, add_reading_options
from telegram_format.model.difference import differences
from telegram_format.reading.reading import Reading

SUMMARY = "tell what two telegrams say differently"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("before", metavar="A", help="a telegram; - is standard input")
    parser.add_argument("after", metavar="B", help="another one")
    parser.add_argument("--json", action="store_true", help="one JSON object with both values of each field")
    add_reading_options(parser)


def run(arguments: Namespace, console: Console) -> None:
    """Compare the two; with `-q` only answer."""
    from telegram_format.cli.changed_rows import changed_rows  # only for those who compare

    if arguments.before == arguments.after == "-":
        raise CommandError("both telegrams cannot come from standard input", TROUBLE)
    options = ReadingOptions.of(arguments)
    readings = [options.read(given) for given in inputs([arguments.before, arguments.after], console)]
    if len(readings) < 2:
        raise CommandError("nothing was compared", TROUBLE, usage=False)
    for reading in readings:
        if reading.embedded:
            console.note(f"{reading.source.name}: only the first telegram in it is compared")
    before, after = readings
    console.failed = before.telegram != after.telegram
    if arguments.json:
        console.write(_json(before, after))
    elif console.verbosity >= 0:
        for line in changed_rows(before, after, console.palette):
            console.write(line)


def _json(before: Reading, after: Reading) -> str:
    import json

    from telegram_format.interchange.converter import converter

    plain = converter().unstructure
    found = differences(before.telegram, after.telegram)
    return json.dumps(
        {
            "before": {"source": before.source.name, "format": before.format, "carrier": before.carrier},
            "after": {"source": after.source.name, "format": after.format, "carrier": after.carrier},
            "equal": not found,
            "differences": [
                {"path": one.path, "before": plain(one.before), "after": plain(one.after)} for one in found
            ],
        },
        indent=2,
    )
