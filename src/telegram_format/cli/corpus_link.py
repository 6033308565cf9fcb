"""`telegram-format corpus link`: references, sections and copies of a corpus brought together."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from telegram_format.cli.codes import FAILED, CommandError
from telegram_format.cli.console import Console
from telegram_format.cli.corpus_query import needed
from telegram_format.errors import CorpusError

SUMMARY = "resolve the references of a corpus, bring its sections and copies together"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the action."""
    parser.add_argument("folder", metavar="DIR", help="the folder that `corpus` wrote")
    parser.set_defaults(act=run)


def run(arguments: Namespace, console: Console) -> None:
    """Link, and tell what was found."""
    from telegram_format.corpus import link

    try:
        links = link(arguments.folder)
    except ModuleNotFoundError as error:
        raise needed(error) from error
    except CorpusError as error:
        raise CommandError(str(error), FAILED) from error
    except OSError as error:
        raise CommandError(f"{error.filename or arguments.folder}: {error.strerror or error}", FAILED) from error
    console.note(
        f"references to telegrams: {links.edges:,}, {links.resolved:,} of them resolved{_counts(links.how)}; "
        f"telegrams that are cited and not there: {links.missing:,}"
    )
    if links.sections:
        console.note(f"messages in sections: {sum(links.sections.values()):,}{_counts(links.sections)}")
    if links.copies:
        console.note(f"telegrams of which there are several: {sum(links.copies.values()):,}{_counts(links.copies)}")


def _counts(counts: dict[str, int]) -> str:
    listed = ", ".join(f"{count:,} {name}" for name, count in sorted(counts.items(), key=lambda item: -item[1]))
    return f" ({listed})" if listed else ""
