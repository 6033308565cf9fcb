"""`telegram-format receive`: the telegram of an e-mail.

Strategy: what `from_email` finds is written as JSON, in a format, or as the bytes that the sender attached. What is
wrong with the e-mail is told on standard error, a line each.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from telegram_format import api
from telegram_format.cli.codes import FAILED, USAGE, CommandError
from telegram_format.cli.console import Console
from telegram_format.cli.inputs import add_files, inputs
from telegram_format.cli.named_writer import named_writer
from telegram_format.cli.outputs import save
from telegram_format.errors import InterchangeError, SerializationError
from telegram_format.interchange.json_text import to_json

SUMMARY = "read the telegram of an e-mail with header fields of military mail"

_ORIGINAL = "original"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    add_files(parser)
    parser.add_argument(
        "--to",
        metavar="FORMAT",
        default="json",
        help="json (the default), original (the bytes that are attached), or a format that can be written",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of standard output")
    parser.add_argument("--strict", action="store_true", help="fail for an e-mail with any problem")


def run(arguments: Namespace, console: Console) -> None:
    """Read the one e-mail and write its telegram."""
    from telegram_format.exports.email_reading import from_email

    if len(arguments.files) > 1:
        raise CommandError("one e-mail at a time; run it again for each file", USAGE)
    writer = named_writer(arguments.to, "json", _ORIGINAL) if arguments.to not in ("json", _ORIGINAL) else None
    for given in inputs(arguments.files, console):
        try:
            received = from_email(given.data)
        except InterchangeError as error:
            raise CommandError(f"{given.name}: {error}", FAILED) from error
        for problem in received.problems:
            console.note(problem)
        if arguments.strict and received.problems:
            console.fail(f"{given.name}: not written because of the above (--strict)")
        elif writer is not None:
            try:
                serialized = api.serialize(received.telegram, writer)
            except SerializationError as error:
                raise CommandError(f"cannot be written as {writer.name}: {error}", FAILED) from error
            for loss in serialized.losses:
                console.note(f"lost: {loss}")
            save(arguments.output, serialized.data, console)
        elif arguments.to == "json":
            save(arguments.output, to_json(received.telegram, indent=2).encode("ascii") + b"\n", console)
        elif received.original is None:
            raise CommandError(f"{given.name}: no original is attached", FAILED)
        else:
            save(arguments.output, received.original, console)
