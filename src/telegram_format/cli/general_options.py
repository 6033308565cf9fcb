"""The options that every command has."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser


def add_general_options(parser: ArgumentParser, *, behind: bool) -> None:
    """Options that stand before the command or behind it; `behind` it, those left out do not undo those before it."""

    def default(value: object) -> object:
        return SUPPRESS if behind else value

    group = parser.add_argument_group("general options")
    group.add_argument("-q", "--quiet", action="store_true", default=default(False), help="tell failures only")
    group.add_argument("-v", "--verbose", action="count", default=default(0), help="tell more")
    group.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default=default("auto"),
        metavar="WHEN",
        help="auto (on terminals, without NO_COLOR), always or never",
    )
    group.add_argument("--no-plugins", action="store_true", default=default(False), help="use what is built in only")
    group.add_argument("--debug", action="store_true", default=default(False), help="show the traceback of a fault")
