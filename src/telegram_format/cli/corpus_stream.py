"""`telegram-format corpus stream`: a table of telegrams as an Arrow stream, for a program that takes one."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from telegram_format import api
from telegram_format.cli.codes import FAILED, USAGE, CommandError
from telegram_format.cli.console import Console
from telegram_format.cli.reading_options import add_corpus_reading_options, named

SUMMARY = "write a table of telegrams as an Arrow stream"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the action."""
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="files, folders and archives; - is a stream")
    parser.add_argument("--table", metavar="NAME", default="telegrams", help="the table (telegrams)")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of standard output")
    add_corpus_reading_options(parser)
    parser.set_defaults(act=run)


def run(arguments: Namespace, console: Console) -> None:
    """Write the stream."""
    import pyarrow as pa

    from telegram_format.corpus import Stream

    named("reader", api.REGISTRY.reader, arguments.format)
    named("carrier", api.REGISTRY.carrier, arguments.carrier)
    try:
        stream = Stream(
            arguments.inputs,
            arguments.table,
            format=arguments.format,
            carrier=arguments.carrier,
            encoding=arguments.encoding,
        )
    except ValueError as error:
        raise CommandError(str(error), USAGE) from error
    if arguments.output is None and console.out_is_terminal:
        raise CommandError("an Arrow stream is not for a terminal: name a file with -o, or a pipe", USAGE)
    for name in arguments.inputs:
        if name != "-" and not Path(name).exists():
            raise CommandError(f"{name}: No such file or directory", FAILED)
    sink: Any = sys.stdout.buffer if arguments.output is None else arguments.output
    reader = stream.reader()
    try:
        with pa.ipc.new_stream(sink, stream.schema) as writer:
            for batch in reader:
                writer.write_batch(batch)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise CommandError(f"{arguments.output or 'output'}: {error}", FAILED) from error
