"""The options that say where telegrams are kept, and what their addresses are called.

Strategy: an option for each field of `Provenance`, so that a new field is an option without a change here.
"""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date

from attrs import fields

from telegram_format.exports.provenance import Provenance

_HELP = {
    "collection": "the collection or series",
    "archive": "the institution",
    "archive_place": "its town",
    "record_group": "the record group",
    "box": "the box, in words: 'Box 12'",
    "folder": "the folder",
    "accession": "the number of the record",
    "edition": "the volume it is printed in",
    "document": "its number in the volume",
    "url": "where it can be seen",
    "accessed": "the day on which it was seen, YYYY-MM-DD",
}


def add_provenance_options(parser: ArgumentParser) -> None:
    """The options of `provenance`."""
    group = parser.add_argument_group("where it is kept (nothing of it is guessed)")
    for known in fields(Provenance):
        kind = _day if known.name == "accessed" else str
        metavar = "DAY" if known.name == "accessed" else "TEXT"
        group.add_argument(f"--{known.name.replace('_', '-')}", type=kind, metavar=metavar, help=_HELP[known.name])


def provenance(arguments: Namespace) -> Provenance:
    """What the options tell."""
    return Provenance(**{known.name: getattr(arguments, known.name) for known in fields(Provenance)})


def add_names_option(parser: ArgumentParser) -> None:
    """The option of `names`."""
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        type=pair,
        metavar="ADDRESS=NAME",
        help="what an address is called: 'SECSTATE WASHDC=Secretary of State'; may be given again",
    )


def pair(text: str) -> tuple[str, str]:
    """`A=B` in two, parted at the first sign."""
    name, sign, value = text.partition("=")
    if not sign or not name or not value:
        raise ArgumentTypeError(f"{text!r} is not of the form ADDRESS=VALUE")
    return name, value


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no day such as 2026-05-01") from None
