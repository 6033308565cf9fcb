"""`telegram-format corpus query`: a question in SQL to the tables of a corpus.

Strategy: one SELECT to a database in memory; the answer goes out as it comes. A file is written beside its place and
then renamed, never into the corpus.
"""

from __future__ import annotations

import os
import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from telegram_format.cli.codes import FAILED, MISSING, USAGE, CommandError
from telegram_format.cli.console import Console
from telegram_format.cli.grid import ASCII_SIGNS, UNICODE_SIGNS
from telegram_format.errors import CorpusError

if TYPE_CHECKING:
    from typing import BinaryIO

    from telegram_format.corpus import Tables

SUMMARY = "ask the tables of a corpus in SQL"

_KINDS = ("table", "csv", "json", "jsonl", "parquet")
_QUESTIONS = ("SELECT", "MULTI")
"""Statements of DuckDB that ask; a PIVOT is made of several."""


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the action."""
    parser.add_argument("sql", metavar="SQL", help="a SELECT, or - for one on standard input")
    parser.add_argument("folder", metavar="DIR", help="the folder that `corpus` wrote")
    parser.add_argument("--to", choices=_KINDS, default="table", help="what to write (table)")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of standard output")
    parser.set_defaults(act=run)


def run(arguments: Namespace, console: Console) -> None:
    """Ask, and write the answer."""
    try:
        import duckdb
        import pyarrow as pa
    except ModuleNotFoundError as error:
        raise needed(error) from error
    from telegram_format.cli.answers import ANSWERS, MOST, NAMED, Look
    from telegram_format.corpus import Tables

    if arguments.to == "parquet" and arguments.output is None:
        raise CommandError("parquet is not for standard output: name a file with -o", USAGE)
    text = sys.stdin.read() if arguments.sql == "-" else arguments.sql
    with _told(duckdb.Error), Tables(arguments.folder) as tables:
        if not tables.whole:
            console.note(f"warning: {arguments.folder}: the corpus is not whole: its run did not come to its end")
        _check(tables, text)
        try:
            answer = pa.RecordBatchReader.from_stream(tables.sql(text))
        except duckdb.CatalogException as error:
            raise CommandError(f"{error}{_hint(tables, str(error))}", FAILED) from error
        names = answer.schema.names
        doubled = sorted({name for name in names if names.count(name) > 1})
        if doubled and arguments.to in NAMED:
            raise CommandError(f"several columns are called {doubled[0]!r}: give them names with AS", FAILED)
        columns = shutil.get_terminal_size((100, 24)).columns
        look = Look(max(columns, 20), UNICODE_SIGNS if console.can_show("".join(UNICODE_SIGNS)) else ASCII_SIGNS)
        with _opened(arguments.output, tables, console) as out:
            if not ANSWERS[arguments.to](answer, out, look):
                console.note(f"these are the first {MOST:,} rows: --to csv gives all")


def needed(error: ModuleNotFoundError) -> CommandError:
    """What is told where a package is not there."""
    return CommandError(f"a corpus needs the package {error.name!r}: pip install 'telegram-format[corpus]'", MISSING)


def _check(tables: Tables, text: str) -> None:
    """Refuse what is no question."""
    statements = tables.connection.extract_statements(text)
    if not statements:
        raise CommandError("there is no question", USAGE)
    kinds = [str(statement.type).rpartition(".")[2] for statement in statements]
    if kinds[-1] not in _QUESTIONS or len(kinds) > 1:
        raise CommandError(f"one SELECT is a question; this is {', '.join(kinds)}", USAGE)


def _hint(tables: Tables, message: str) -> str:
    from telegram_format.corpus.link_columns import LINKS

    asked = not tables.linked and any(f"Table with name {name} " in message for name in LINKS)
    return f"\n  telegram-format corpus link {tables.folder} makes this table" if asked else ""


@contextmanager
def _told(fault: type[Exception]) -> Iterator[None]:
    """Faults as messages; one that comes up while rows do is an `OSError` of Arrow."""
    try:
        yield
    except (CorpusError, fault) as error:
        raise CommandError(str(error), FAILED) from error
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise CommandError(f"{error.filename}: {error.strerror}" if error.filename else str(error), FAILED) from error


class _Out:
    """Standard output as a file."""

    def __init__(self, write: Callable[[bytes], None]) -> None:
        self.write = write

    def writelines(self, lines: Iterable[bytes]) -> None:
        for line in lines:
            self.write(line)


@contextmanager
def _opened(name: str | None, tables: Tables, console: Console) -> Iterator[BinaryIO]:
    """Where to write: standard output, or a file that is whole or is not there."""
    if name is None:
        yield cast("Any", _Out(console.write_bytes))
        return
    path = Path(name)
    if path.resolve().is_relative_to(tables.folder.resolve()):
        raise CommandError(f"{name} lies inside the corpus: write somewhere else", USAGE)
    beside = path.with_name(f".writing-{os.getpid()}-{path.name}")
    try:
        with beside.open("wb") as file:
            yield file
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
