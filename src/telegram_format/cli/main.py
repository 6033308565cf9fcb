"""The program `telegram-format`: its commands, and what it answers to the shell.

Strategy: a table of commands; each adds its arguments and runs. Here is what all have in common: general options,
failures told in one line without a traceback, a closed pipe and an interrupt that end quietly.
"""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, Action, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NamedTuple

from telegram_format import api
from telegram_format.cli import (
    check,
    cite,
    convert,
    corpus,
    detect,
    diff,
    example,
    export,
    join,
    parse,
    plugins,
    receive,
    schema,
    show,
)
from telegram_format.cli.codes import FAILED, INTERRUPTED, OK, PIPE_CLOSED, USAGE, CommandError
from telegram_format.cli.console import PROGRAM, Console
from telegram_format.cli.general_options import add_general_options
from telegram_format.registry import Registry


class Command(NamedTuple):
    """A command: what it is, its arguments, what it does."""

    summary: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Console], None]


COMMANDS = {
    "parse": Command(parse.SUMMARY, parse.add_arguments, parse.run),
    "show": Command(show.SUMMARY, show.add_arguments, show.run),
    "detect": Command(detect.SUMMARY, detect.add_arguments, detect.run),
    "diff": Command(diff.SUMMARY, diff.add_arguments, diff.run),
    "check": Command(check.SUMMARY, check.add_arguments, check.run),
    "convert": Command(convert.SUMMARY, convert.add_arguments, convert.run),
    "cite": Command(cite.SUMMARY, cite.add_arguments, cite.run),
    "export": Command(export.SUMMARY, export.add_arguments, export.run),
    "receive": Command(receive.SUMMARY, receive.add_arguments, receive.run),
    "corpus": Command(corpus.SUMMARY, corpus.add_arguments, corpus.run),
    "join": Command(join.SUMMARY, join.add_arguments, join.run),
    "example": Command(example.SUMMARY, example.add_arguments, example.run),
    "schema": Command(schema.SUMMARY, schema.add_arguments, schema.run),
    "plugins": Command(plugins.SUMMARY, plugins.add_arguments, plugins.run),
}

_EPILOG = """\
Data goes to standard output, all else to standard error.

try it:
  telegram-format example flood | telegram-format show
  telegram-format parse cable.txt | python -m json.tool

answers to the shell:
  0    all good
  1    some input failed, a check found something, or telegrams differ
  2    wrong usage
  3    a format or plug-in that was asked for cannot be had
"""


def build_parser() -> ArgumentParser:
    """The parser of the whole command line."""
    parser = ArgumentParser(
        PROGRAM,
        description="Read diplomatic and military telegrams.",
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, help="print the version and exit")
    add_general_options(parser, behind=False)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, command in COMMANDS.items():
        summary = command.summary
        subparser = commands.add_parser(
            name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.", allow_abbrev=False
        )
        command.add_arguments(subparser)
        add_general_options(subparser, behind=True)
        subparser.set_defaults(run=command.run, parser=subparser)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (without the program's name; that of the process by default); the answer to the shell.

    Raises `SystemExit` for wrong usage, help and the version, as `argparse` does.
    """
    parser = build_parser()
    arguments = parser.parse_args(corpus.with_action(sys.argv[1:] if argv is None else argv))
    if arguments.command is None:
        parser.print_help(sys.stderr)
        return USAGE
    console = Console.of_process(arguments.color, -1 if arguments.quiet else arguments.verbose)
    try:
        with _registry(built_in_only=arguments.no_plugins):
            arguments.run(arguments, console)
        console.flush()
    except CommandError as error:
        if error.usage:
            arguments.parser.print_usage(sys.stderr)
        console.fail(str(error))
        return error.code
    except BrokenPipeError:
        _forget_output()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if arguments.debug:
            raise
        what = f"{type(error).__name__}: {error}"
        console.fail(f"stopped by a fault of the program: {what}\n  --debug shows where. Please report this.")
    return FAILED if console.failed else OK


class _Version(Action):
    """Prints the version; it is looked up only then, for that costs more than all else."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str) -> None:  # noqa: A002
        super().__init__(option_strings, dest, nargs=0, default=SUPPRESS, help=help)

    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        from telegram_format import __version__

        sys.stdout.write(f"{PROGRAM} {__version__}\n")
        parser.exit()


@contextmanager
def _registry(*, built_in_only: bool) -> Iterator[None]:
    """The registry to work with."""
    before = api.REGISTRY
    if built_in_only:
        api.REGISTRY = Registry(plugins=False, preferred=before.preferred)
    try:
        yield
    finally:
        api.REGISTRY = before


def _forget_output() -> None:
    """Let what is still unwritten go nowhere, or the interpreter complains when it ends."""
    with suppress(OSError, ValueError):  # what stands in for standard output may have no descriptor
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
