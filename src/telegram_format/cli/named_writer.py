"""The writer that was named on the command line."""

from __future__ import annotations

from telegram_format import api
from telegram_format.cli.codes import MISSING, CommandError
from telegram_format.cli.reading_options import did_you_mean
from telegram_format.errors import PluginError, UnknownFormatError
from telegram_format.kit import Writer


def named_writer(name: str, *others: str) -> Writer:
    """The writer; `others` are the names that mean something else. Raises `CommandError` if it cannot be had."""
    registry = api.REGISTRY
    try:
        return registry.writer(name)
    except UnknownFormatError:
        known = sorted((*registry.listing("writer"), *others))
        message = f"no format {name!r} to write.{did_you_mean(name, known)} There are: {', '.join(known)}"
        raise CommandError(message, MISSING) from None
    except PluginError as error:
        raise CommandError(f"{error}\n  'telegram-format plugins -v' tells more", MISSING) from error
