"""`telegram-format export`: telegrams for other systems.

Strategy: a table of exports, each of which makes bytes of readings. All is read and made in memory first, so that a
failure leaves no half a file. What an export could not say is told on standard error, a line for each value.
"""

from __future__ import annotations

import io
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping

from telegram_format.cli.codes import FAILED, USAGE, CommandError
from telegram_format.cli.console import Console
from telegram_format.cli.inputs import add_files, inputs
from telegram_format.cli.outputs import save
from telegram_format.cli.provenance_options import add_names_option, add_provenance_options, pair, provenance
from telegram_format.cli.reading_options import ReadingOptions, add_reading_options
from telegram_format.cli.report import excerpts, grave
from telegram_format.errors import InterchangeError, SerializationError
from telegram_format.model.precedence import Precedence
from telegram_format.reading.reading import Reading
from telegram_format.writing.loss import Loss

SUMMARY = "write telegrams for other systems: e-mail, TEI, CSV, bibliographies"

_ONE = ("eml", "tei")
"""Exports that hold one telegram."""

Made = tuple[bytes, tuple[Loss, ...]]


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    add_files(parser)
    parser.add_argument(
        "--to", choices=tuple(_EXPORTS), required=True, help="what to write; eml and tei hold one telegram"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of standard output")
    parser.add_argument(
        "--strict", action="store_true", help="fail for warnings and errors of reading, and for any value that is lost"
    )
    mail = parser.add_argument_group("e-mail (RFC 6477)")
    mail.add_argument("--domain", help="the domain of all mailboxes that are not named")
    mail.add_argument(
        "--mailbox",
        action="append",
        default=[],
        type=pair,
        metavar="ADDRESS=MAILBOX",
        help="the mailbox of an address; may be given again",
    )
    mail.add_argument("--sender", metavar="MAILBOX", help="the mailbox in From, if not that of the originator")
    mail.add_argument(
        "--precedence",
        choices=[known.name.lower() for known in Precedence],
        help="the precedence, where the telegram has none",
    )
    other = parser.add_argument_group("TEI, CSV")
    other.add_argument("--profile", choices=("tei", "frus"), default="tei", help="the markup of TEI")
    other.add_argument(
        "--no-formula-guard", action="store_true", help="write cells of CSV that look like formulas as they are"
    )
    add_names_option(parser)
    add_provenance_options(parser)
    add_reading_options(parser)


def run(arguments: Namespace, console: Console) -> None:
    """Read all inputs, make the export, write it."""
    if arguments.to in _ONE and len(arguments.files) > 1:
        raise CommandError(f"{arguments.to} holds one telegram; run it again for each file", USAGE)
    options = ReadingOptions.of(arguments)
    readings = []
    for given in inputs(arguments.files, console):
        reading = options.read(given)
        for text in excerpts(reading, ("error", "warning"), console.err_palette):
            console.note_shown(text.partition("\n")[0])
        if arguments.strict and grave(reading):
            console.fail(f"{given.name}: left out because of the above (--strict)")
        else:
            readings.append(reading)
    if not readings:
        return
    try:
        data, losses = _EXPORTS[arguments.to](readings, arguments)
    except (SerializationError, InterchangeError) as error:
        raise CommandError(f"cannot be written as {arguments.to}: {error}", FAILED) from error
    for loss in losses:
        console.note(f"lost: {loss}")
    if losses and arguments.strict:
        console.fail("not written because of what would be lost (--strict)")
    else:
        save(arguments.output, data, console)


def _email(readings: list[Reading], arguments: Namespace) -> Made:
    from telegram_format.exports.email_writing import to_email  # here and below: only what is asked for

    written = to_email(
        readings[0],
        domain=arguments.domain,
        mailboxes=dict(arguments.mailbox),
        sender=arguments.sender,
        precedence=Precedence[arguments.precedence.upper()] if arguments.precedence else None,
    )
    return written.data, written.losses


def _tei(readings: list[Reading], arguments: Namespace) -> Made:
    from telegram_format.exports.tei import to_tei

    written = to_tei(readings[0], profile=arguments.profile, source=provenance(arguments), names=dict(arguments.name))
    return written.data, written.losses


def _csv(readings: list[Reading], arguments: Namespace) -> Made:
    from telegram_format.exports.spreadsheet import to_csv

    file = io.BytesIO()
    to_csv(readings, file, formula_guard=not arguments.no_formula_guard)
    return file.getvalue(), ()


def _csl(readings: list[Reading], arguments: Namespace) -> Made:
    import json

    from telegram_format.exports.bibliography import to_csl

    items = [
        to_csl(reading, source=provenance(arguments), names=dict(arguments.name), key=key)
        for key, reading in _keyed(readings).items()
    ]
    return json.dumps(items, indent=2).encode("ascii") + b"\n", ()


def _bibtex(readings: list[Reading], arguments: Namespace) -> Made:
    from telegram_format.exports.bibliography import to_bibtex

    return _entries(to_bibtex, readings, arguments, "\n")


def _ris(readings: list[Reading], arguments: Namespace) -> Made:
    from telegram_format.exports.bibliography import to_ris

    return _entries(to_ris, readings, arguments, "\r\n")


def _entries(write: Callable[..., str], readings: list[Reading], arguments: Namespace, between: str) -> Made:
    entries = (
        write(reading, source=provenance(arguments), names=dict(arguments.name), key=key)
        for key, reading in _keyed(readings).items()
    )
    return between.join(entries).encode("utf-8"), ()


def _keyed(readings: list[Reading]) -> Mapping[str, Reading]:
    """The readings by a key of a bibliography; one that is taken has a number behind it."""
    from telegram_format.exports.cited import cited

    found: dict[str, Reading] = {}
    for reading in readings:
        key = name = cited(reading).key
        count = 1
        while name in found:
            count += 1
            name = f"{key}-{count}"
        found[name] = reading
    return found


_EXPORTS: dict[str, Callable[[list[Reading], Namespace], Made]] = {
    "eml": _email,
    "tei": _tei,
    "csv": _csv,
    "csl": _csl,
    "bibtex": _bibtex,
    "ris": _ris,
}
