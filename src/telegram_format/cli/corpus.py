"""`telegram-format corpus`: many telegrams as tables.

Strategy: an action for each thing that is done with a corpus; `convert` is meant where none is named. Here the options
become those of the functions, and their faults become messages; the work is in `telegram_format.corpus`, which is
loaded only then, for it needs packages that not everybody has.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from time import monotonic

from telegram_format import api
from telegram_format.cli import corpus_link, corpus_query, corpus_stream
from telegram_format.cli.codes import FAILED, MISSING, USAGE, CommandError
from telegram_format.cli.console import Console
from telegram_format.cli.general_options import add_general_options
from telegram_format.cli.progress import Bar, in_bytes
from telegram_format.cli.reading_options import add_corpus_reading_options, named
from telegram_format.errors import CorpusError

SUMMARY = "read a folder or an archive of telegrams into tables"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    for name, (summary, add) in ACTIONS.items():
        words = f"{summary[0].upper()}{summary[1:]}."
        action = actions.add_parser(name, help=summary, description=words, allow_abbrev=False)
        add(action)
        add_general_options(action, behind=True)


def with_action(arguments: Sequence[str]) -> list[str]:
    """A command line in which `corpus` names its action."""
    found = list(arguments)
    place = found.index("corpus") + 1 if "corpus" in found else len(found)
    named = place <= len(found) and all(word.startswith("-") for word in found[: place - 1])
    if named and found[place:] and found[place] not in (*ACTIONS, "-h", "--help"):
        found.insert(place, "convert")
    return found


def run(arguments: Namespace, console: Console) -> None:
    """Do what the action says."""
    try:
        import telegram_format.corpus  # noqa: F401 (whether what it needs is there)
    except ModuleNotFoundError as error:
        raise CommandError(
            f"a corpus needs the package {error.name!r}: pip install 'telegram-format[corpus]'", MISSING
        ) from error
    arguments.act(arguments, console)


def _add_convert(parser: ArgumentParser) -> None:
    parser.add_argument(
        "inputs", nargs="+", metavar="INPUT", help="files, folders, cables.csv, gzip files, zip archives; - is a stream"
    )
    parser.add_argument("-o", "--output", metavar="DIR", required=True, help="the folder to write the tables into")
    parser.add_argument("--to", choices=("parquet", "jsonl"), default="parquet", help="what to write (parquet)")
    parser.add_argument("-j", "--jobs", type=_count, metavar="N", help="processes (as many as there are processors)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="have it done by the Dask cluster of this scheduler")
    parser.add_argument("--overwrite", action="store_true", help="replace the corpus that the folder holds")
    parser.add_argument(
        "--max-quarantine", type=_share, metavar="SHARE", help="stop when more than this share, 0 to 1, cannot be read"
    )
    parser.add_argument(
        "--isolated", action="store_true", help="read each telegram under supervision: slower, for plug-ins not trusted"
    )
    parser.add_argument("--seconds", type=float, default=10.0, metavar="S", help="time for a telegram, isolated (10)")
    parser.add_argument("--memory", type=_count, default=1024, metavar="MIB", help="memory for it, isolated (1024)")
    add_corpus_reading_options(parser)
    parser.set_defaults(act=_convert)


def _convert(arguments: Namespace, console: Console) -> None:
    from telegram_format.corpus import Limits, convert

    named("reader", api.REGISTRY.reader, arguments.format)
    named("carrier", api.REGISTRY.carrier, arguments.carrier)
    if arguments.no_plugins and arguments.scheduler is not None:
        raise CommandError(
            "--no-plugins does not reach a cluster: start its workers with TELEGRAM_FORMAT_DISABLE_PLUGINS=1", USAGE
        )
    if arguments.no_plugins:
        os.environ["TELEGRAM_FORMAT_DISABLE_PLUGINS"] = "1"  # for the processes that read
    bar = Bar(console)
    start = monotonic()
    try:
        summary = convert(
            arguments.inputs,
            arguments.output,
            to=arguments.to,
            format=arguments.format,
            carrier=arguments.carrier,
            encoding=arguments.encoding,
            jobs=arguments.jobs,
            limits=Limits(arguments.seconds, arguments.memory << 20) if arguments.isolated else None,
            scheduler=arguments.scheduler,
            max_quarantine=arguments.max_quarantine,
            overwrite=arguments.overwrite,
            progress=bar.show,
        )
    except ModuleNotFoundError as error:
        raise CommandError(
            f"a scheduler needs the package {error.name!r}: pip install 'telegram-format[dask]'", MISSING
        ) from error
    except FileNotFoundError as error:
        raise CommandError(f"{error.filename}: {error.strerror}", FAILED) from error
    except (ValueError, LookupError) as error:
        raise CommandError(str(error), USAGE) from error
    except CorpusError as error:
        raise CommandError(str(error), FAILED) from error
    except OSError as error:
        what = f"{error.filename or arguments.output}: {error.strerror or error}"
        raise CommandError(f"{what}\n  what was written stays; the same command goes on from there", FAILED) from error
    finally:
        bar.end()
    console.note(
        f"{summary.telegrams:,} telegrams of {in_bytes(summary.size)} in {arguments.output}, "
        f"{monotonic() - start:.1f} s; {_counts(summary.formats) or 'none of them known'}"
    )
    if summary.pieces_quarantined:
        console.fail(
            f"{summary.pieces_quarantined:,} pieces, {in_bytes(summary.quarantined)}, are in the quarantine: "
            f"{_counts(summary.reasons)}"
        )


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in sorted(counts.items(), key=lambda item: -item[1]))


def _count(text: str) -> int:
    if text.isascii() and text.isdecimal() and 0 < len(text) < 8 and int(text):
        return int(text)
    raise ArgumentTypeError(f"{text!r} is no number from 1 on")


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if 0 <= share <= 1:
        return share
    raise ArgumentTypeError(f"{text!r} is no share from 0 to 1")


ACTIONS: dict[str, tuple[str, Callable[[ArgumentParser], None]]] = {
    "convert": ("read telegrams and write them as tables (where no action is named)", _add_convert),
    "stream": (corpus_stream.SUMMARY, corpus_stream.add_arguments),
    "link": (corpus_link.SUMMARY, corpus_link.add_arguments),
    "query": (corpus_query.SUMMARY, corpus_query.add_arguments),
}
"""What can be done with a corpus: each has a summary, its arguments, and in them `act`, which does it."""
