"""Telegrams as rows of a CSV file, flat, for spreadsheets.

Strategy: a table of columns, each a function from a telegram to text; lists are joined. What a spreadsheet would take
for a formula is guarded by an apostrophe, and so is a cell that begins with one, so that `unguard` gives every cell
back. RFC 4180, UTF-8, a header. What is flat is lossy: the way back is JSON.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterable
from datetime import UTC
from pathlib import Path
from typing import BinaryIO, NamedTuple

from telegram_format.exports.cited import telegram_of
from telegram_format.model.address import Address
from telegram_format.model.body import Heading, Paragraph
from telegram_format.model.telegram import Telegram
from telegram_format.reading.reading import Reading

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠", "'")
"""First characters of what a spreadsheet computes or skips (OWASP ASVS 1.2.10), their wide forms, and the guard."""


class Column(NamedTuple):
    """A column: what stands in it, and how it is found."""

    about: str
    cell: Callable[[Telegram], object]


def to_csv(
    telegrams: Iterable[Telegram | Reading],
    file: BinaryIO | str | os.PathLike[str],
    *,
    formula_guard: bool = True,
) -> int:
    """Write telegrams as CSV in UTF-8, a row for each below a header; how many there were.

    `file` is a binary file or a path. Rows are written as they come, so that any number of telegrams takes the memory
    of one. With `formula_guard` an apostrophe stands before a cell that begins like a formula (`=`, `+`, `-`, `@`, a
    tab, a line end, NUL, an apostrophe); the column `guard` says `apostrophe` then, else `none`, and `unguard` takes it
    away. Of a `Reading` the first three columns tell source, format and carrier. A lone surrogate is written as an
    escape (`\\udc80`). Raises `OSError` as files do.
    """
    if isinstance(file, (str, os.PathLike)):
        with Path(file).open("wb") as opened:
            return to_csv(telegrams, opened, formula_guard=formula_guard)
    guard = guarded if formula_guard else str
    row = io.StringIO(newline="")
    writer = csv.writer(row, lineterminator="\r\n")
    writer.writerow((*READING_COLUMNS, *COLUMNS, "guard"))
    file.write(_taken(row))
    count = 0
    for given in telegrams:
        telegram = telegram_of(given)
        told = (given.source.name, given.format, given.carrier) if isinstance(given, Reading) else (None,) * 3
        cells = (*told, *(column.cell(telegram) for column in COLUMNS.values()))
        writer.writerow([*(guard(_said(cell)) for cell in cells), "apostrophe" if formula_guard else "none"])
        file.write(_taken(row))
        count += 1
    return count


def guarded(cell: str) -> str:
    """`cell` with an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def unguard(cell: str) -> str:
    """A cell of a file that `to_csv` guarded, as it was: `'=A1` is `=A1`."""
    return cell.removeprefix("'")


def _taken(row: io.StringIO) -> bytes:
    """What was written since the last time."""
    data = row.getvalue().encode("utf-8", "backslashreplace")
    row.seek(0)
    row.truncate()
    return data


def _said(value: object) -> str:
    return "" if value is None else str(value)


def _listed(values: Iterable[object]) -> str:
    return "; ".join(map(str, values))


def _sent(telegram: Telegram) -> str | None:
    """The moment in UTC."""
    moment = telegram.dtg.datetime if telegram.dtg is not None else None
    return moment.astimezone(UTC).isoformat(timespec="minutes").replace("+00:00", "Z") if moment is not None else None


def _names(addresses: Iterable[Address]) -> str:
    return _listed(address.name for address in addresses)


def _order(telegram: Telegram) -> str | None:
    """When the text may be declassified: a date, else an event, else exemptions."""
    order = telegram.executive_order
    return None if order is None else _said(order.declassify_on or order.event or _listed(order.exemptions))


def _text(telegram: Telegram) -> str:
    """Headings and paragraphs with numbers and marks, an empty line between."""
    blocks = []
    for block in telegram.body:
        if isinstance(block, Heading):
            blocks.append(block.text)
        elif isinstance(block, Paragraph):
            blocks.append("\n".join(_paragraph(block, "")))
    return "\n\n".join(blocks)


def _paragraph(paragraph: Paragraph, sign: str) -> Iterable[str]:
    number = f"{paragraph.number}. " if paragraph.number is not None else sign
    mark = f"({paragraph.marking}) " if paragraph.marking is not None else ""
    yield number + mark + paragraph.text
    for part in paragraph.paragraphs:
        yield from _paragraph(part, f"{part.label}. " if part.label is not None else "-- ")


READING_COLUMNS = {
    "source": "the name of the source of a reading",
    "format": "its format",
    "carrier": "what it was wrapped in",
}

COLUMNS: dict[str, Column] = {
    "message_id": Column("the message number: `09 PORT ALDER 142`", lambda telegram: telegram.message_id),
    "year": Column("of it, the year", lambda telegram: telegram.message_id and telegram.message_id.year),
    "station": Column("of it, the station", lambda telegram: telegram.message_id and telegram.message_id.station),
    "number": Column("of it, the number", lambda telegram: telegram.message_id and telegram.message_id.number),
    "dtg": Column("the date-time group: `031215Z FEB 09`", lambda telegram: telegram.dtg),
    "sent": Column("its moment in UTC, ISO 8601: `2009-02-03T12:15Z`", _sent),
    "precedence": Column("for action", lambda telegram: telegram.precedence and telegram.precedence.value),
    "info_precedence": Column(
        "for information", lambda telegram: telegram.info_precedence and telegram.info_precedence.value
    ),
    "originator": Column("the name", lambda telegram: telegram.originator and telegram.originator.name),
    "to": Column("names, parted by `; `", lambda telegram: _names(telegram.to)),
    "info": Column("names, parted by `; `", lambda telegram: _names(telegram.info)),
    "exempted": Column("names, parted by `; `", lambda telegram: _names(telegram.exempted)),
    "classification": Column("the level", lambda telegram: telegram.classification and telegram.classification.value),
    "caveats": Column("parted by `; `", lambda telegram: _listed(telegram.caveats)),
    "captions": Column("parted by `; `", lambda telegram: _listed(telegram.captions)),
    "passing": Column("attention and passing lines, parted by `; `", lambda telegram: _listed(telegram.passing)),
    "declassify": Column("a date, else an event, else exemptions", _order),
    "tags": Column("codes, parted by `; `", lambda telegram: _listed(telegram.tags)),
    "subject": Column("the subject", lambda telegram: telegram.subject),
    "references": Column(
        "their texts, parted by `; `", lambda telegram: _listed(reference.text for reference in telegram.references)
    ),
    "summary": Column("the paragraphs that are the summary", lambda telegram: telegram.summary),
    "text": Column("headings and paragraphs with numbers and marks", _text),
    "paragraphs": Column("how many there are", lambda telegram: len(telegram.paragraphs)),
    "signatures": Column("parted by `; `", lambda telegram: _listed(telegram.signatures)),
}
"""The columns behind those of the reading, in order."""
