"""`telegram-format convert`: a telegram written in another format.

Strategy: all is read and written in memory first, so that a failure leaves no half a file; then the bytes go where
they were asked to. What the format could not say is told on standard error, a line for each value.
"""

from __future__ import annotations

import inspect
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from telegram_format import api
from telegram_format.cli.codes import FAILED, USAGE, CommandError
from telegram_format.cli.console import Console
from telegram_format.cli.inputs import add_files, inputs
from telegram_format.cli.named_writer import named_writer
from telegram_format.cli.outputs import save
from telegram_format.cli.reading_options import ReadingOptions, add_reading_options, did_you_mean
from telegram_format.cli.report import excerpts, grave
from telegram_format.diagnostics.policy import LENIENT, STRICT
from telegram_format.errors import SerializationError
from telegram_format.interchange.json_text import to_json
from telegram_format.kit import Writer
from telegram_format.model.telegram import Telegram

SUMMARY = "read a telegram and write it in another format"

_ESCAPES = (("\\r", "\r"), ("\\n", "\n"))
_TRUTH = {"yes": True, "true": True, "no": False, "false": False}


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    add_files(parser)
    parser.add_argument(
        "--to", metavar="FORMAT", required=True, help="json, or a format that can be written ('plugins' lists them)"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of standard output")
    parser.add_argument(
        "--strict", action="store_true", help="fail for warnings and errors of reading, and for any value that is lost"
    )
    group = parser.add_argument_group("how to write")
    group.add_argument("--width", metavar="N", help="characters of a line at most; the same as --option width=N")
    group.add_argument(
        "--option",
        action="append",
        default=[],
        type=_option,
        metavar="NAME=VALUE",
        help="an option of the format: a number, yes or no, or text with \\r and \\n; may be given again",
    )
    add_reading_options(parser)


def run(arguments: Namespace, console: Console) -> None:
    """Read the one input and write it; losses are told, and are failures if asked for."""
    if len(arguments.files) > 1:
        raise CommandError("one telegram at a time; run it again for each file", USAGE)
    reading_options = ReadingOptions.of(arguments)
    options = [*arguments.option, *([("width", arguments.width)] if arguments.width is not None else [])]
    writer = None if arguments.to == "json" else named_writer(arguments.to, "json")
    chosen = _options(writer, options)
    for given in inputs(arguments.files, console):
        reading = reading_options.read(given)
        for text in excerpts(reading, ("error", "warning"), console.err_palette):
            console.note_shown(text.partition("\n")[0])
        if arguments.strict and grave(reading):
            console.fail(f"{given.name}: not written because of the above (--strict)")
            return
        data = _written(reading.telegram, writer, chosen, console, strict=arguments.strict)
        save(arguments.output, data, console)


def _written(
    telegram: Telegram, writer: Writer | None, options: dict[str, object], console: Console, *, strict: bool
) -> bytes:
    if writer is None:
        return to_json(telegram, indent=2).encode("ascii") + b"\n"
    try:
        serialized = api.serialize(telegram, writer, policy=STRICT if strict else LENIENT, **options)
    except SerializationError as error:
        for loss in error.losses:
            console.note(f"lost: {loss}")
        raise CommandError(f"cannot be written as {writer.name}: {error}", FAILED) from error
    for loss in serialized.losses:
        console.note(f"lost: {loss}")
    return serialized.data


def _option(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name, value


def _options(writer: Writer | None, given: list[tuple[str, str]]) -> dict[str, object]:
    """The options with values of the kinds that the writer's own defaults have."""
    parameters = inspect.signature(writer.write).parameters if writer is not None else {}
    known = {name: found.default for name, found in parameters.items() if found.kind is found.KEYWORD_ONLY}
    chosen: dict[str, object] = {}
    for name, text in given:
        if name not in known:
            there = f"it has: {', '.join(known)}" if known else "it has none"
            raise CommandError(f"the format has no option {name!r};{did_you_mean(name, list(known))} {there}", USAGE)
        chosen[name] = _value(name, text, known[name])
    return chosen


def _value(name: str, text: str, default: object) -> object:
    if isinstance(default, bool):
        if text.lower() not in _TRUTH:
            raise CommandError(f"option {name!r} is yes or no, not {text!r}", USAGE)
        return _TRUTH[text.lower()]
    if isinstance(default, int):
        if not (text.isascii() and text.isdecimal()) or len(text) > 9:
            raise CommandError(f"option {name!r} is a number, not {text!r}", USAGE)
        return int(text)
    for escape, sign in _ESCAPES:
        text = text.replace(escape, sign)
    return text
