"""`telegram-format detect`: what files would be read as, and why."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from telegram_format import api
from telegram_format.cli.console import Console
from telegram_format.cli.inputs import add_files, inputs
from telegram_format.cli.reading_options import add_carrier_option, carrier_of
from telegram_format.text.visible import visible_line

SUMMARY = "tell what files would be read as, how surely, and why"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    add_files(parser)
    add_carrier_option(parser.add_argument)
    parser.add_argument("--json", action="store_true", help="one JSON object a line, with all candidates")


def run(arguments: Namespace, console: Console) -> None:
    """One line for each input; with `-v` a line for each further candidate."""
    import json

    carrier = carrier_of(arguments)
    for given in inputs(arguments.files, console):
        found = api.detect(given.data, carrier=carrier, name=given.name)
        if arguments.json:
            console.write(json.dumps(_record(given.name, found)))
            continue
        score, reason = found.detection
        head = f"{score:4.2f}  {found.format:<14}  {found.carrier:<14}  "
        console.write(f"{head}{visible_line(given.name)}: {visible_line(reason)}")
        if console.verbosity > 0:
            for name, (score, reason) in found.candidates:
                if name != found.format:
                    console.write(f"      {score:4.2f}  {name}: {visible_line(reason)}")


def _record(name: str, found: api.Detected) -> dict[str, object]:
    return {
        "source": name,
        "format": found.format,
        "carrier": found.carrier,
        **found.detection._asdict(),
        "candidates": [{"format": format_name, **one._asdict()} for format_name, one in found.candidates],
    }
