"""What a command reads: files by name, `-` for standard input, or what is piped in.

Strategy: bytes only, one input at a time. One that cannot be opened is told and left out; the rest goes on.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from telegram_format.cli.codes import USAGE, CommandError
from telegram_format.cli.console import Console

STDIN_NAME = "<stdin>"


class Input(NamedTuple):
    """Bytes, and the name that messages give them."""

    name: str
    data: bytes


def add_files(parser: ArgumentParser) -> None:
    """The arguments that name inputs."""
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="files to read; - or nothing is standard input, if it is piped"
    )


def inputs(files: Sequence[str], console: Console) -> Iterator[Input]:
    """The inputs in order. Raises `CommandError` if none is named and standard input is a terminal."""
    if not files and (sys.stdin is None or sys.stdin.isatty()):
        raise CommandError("nothing to read: name a file, or pipe a telegram in ('--help' tells more)", USAGE)
    for name in files or ("-",):
        try:
            if name == "-":
                yield Input(STDIN_NAME, sys.stdin.buffer.read())
            else:
                yield Input(name, Path(name).read_bytes())
        except OSError as error:
            console.fail(f"{name}: {_reason(error)}")


def _reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file"
        case IsADirectoryError():
            return "is a directory; name the files in it"
        case PermissionError():
            return "may not be read (permission denied)"
        case _:
            return error.strerror or str(error)
