"""`telegram-format example`: invented telegrams to try things on."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from telegram_format import examples
from telegram_format.cli.codes import USAGE, CommandError
from telegram_format.cli.console import Console
from telegram_format.cli.reading_options import did_you_mean

SUMMARY = "print an invented telegram that comes with the library"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="which one; without it, a list")


def run(arguments: Namespace, console: Console) -> None:
    """The bytes of an example, or what examples there are."""
    known = examples.names()
    if arguments.name is None:
        for name in known:
            console.write(f"{name:<10}  {examples.ABOUT[name]}")
    elif arguments.name in known:
        console.write_bytes(examples.load(arguments.name))
    else:
        near = did_you_mean(arguments.name, list(known))
        raise CommandError(f"no example {arguments.name!r}.{near} There are: {', '.join(known)}", USAGE)
