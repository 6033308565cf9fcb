"""`telegram-format join`: sections put together to one telegram."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from attrs import asdict

from telegram_format import api
from telegram_format.cli.codes import FAILED, MISSING, CommandError
from telegram_format.cli.console import Console
from telegram_format.cli.inputs import add_files, inputs
from telegram_format.cli.reading_options import ReadingOptions, add_reading_options
from telegram_format.errors import JoinError, PluginError, SerializationError, UnknownFormatError
from telegram_format.interchange.plain_data import to_dict
from telegram_format.reading.reading import Reading
from telegram_format.sections import Joined, join

SUMMARY = "put the sections of a telegram together, in whatever order they are"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    add_files(parser)
    parser.add_argument(
        "--to", metavar="FORMAT", default="json", help="json (the default), or a format that can be written: cablegate"
    )
    add_reading_options(parser)


def run(arguments: Namespace, console: Console) -> None:
    """Read all inputs, join them and write the telegram; what was odd is told, and missing sections are a failure."""
    options = ReadingOptions.of(arguments)
    readings = [part for given in inputs(arguments.files, console) for part in _parts(options.read(given))]
    try:
        joined = join(readings)
    except JoinError as error:
        raise CommandError(str(error), FAILED) from error
    for found in joined.diagnostics:
        console.note(f"{found.severity}: {found}")
    console.failed = console.failed or bool(joined.missing)
    if arguments.to == "json":
        console.write(_json(joined))
    else:
        console.write_bytes(_written(joined, arguments.to))


def _parts(reading: Reading) -> Iterator[Reading]:
    """A reading and those inside it: one input may hold several sections."""
    yield reading
    for part in reading.embedded:
        yield from _parts(part)


def _json(joined: Joined) -> str:
    import json

    found = {
        "telegram": to_dict(joined.telegram),
        "missing": list(joined.missing),
        "diagnostics": [asdict(diagnostic) for diagnostic in joined.diagnostics],
    }
    return json.dumps(found, indent=2)


def _written(joined: Joined, name: str) -> bytes:
    try:
        return bytes(api.serialize(joined.telegram, name))
    except (UnknownFormatError, PluginError) as error:
        raise CommandError(str(error), MISSING) from error
    except SerializationError as error:
        raise CommandError(f"the telegram cannot be written as {name}: {error}", FAILED) from error
