"""The options that say how to read, and the reading of an input with them.

Strategy: names of formats and carriers are resolved once, before the first input is read, so that a wrong name costs
one message and not one for every file.
"""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from typing import TypeVar, overload

from attrs import frozen

from telegram_format import api
from telegram_format.cli.codes import MISSING, CommandError
from telegram_format.cli.inputs import Input
from telegram_format.errors import PluginError, UnknownFormatError
from telegram_format.kit import Carrier, Reader, Writer
from telegram_format.reading.draft import Context
from telegram_format.reading.reading import Reading
from telegram_format.registry import Kind

_Found = TypeVar("_Found", Reader, Carrier, Writer)


@frozen
class ReadingOptions:
    """How to read, as far as it was said."""

    format: Reader | None = None
    carrier: Carrier | None = None
    context: Context | None = None
    encoding: str | None = None

    @classmethod
    def of(cls, arguments: Namespace) -> ReadingOptions:
        """The options of a command line. Raises `CommandError` for formats and carriers that cannot be had."""
        registry = api.REGISTRY
        return cls(
            named("reader", registry.reader, arguments.format),
            named("carrier", registry.carrier, arguments.carrier),
            None if arguments.year is None else Context(year=arguments.year),
            arguments.encoding,
        )

    def read(self, given: Input) -> Reading:
        """The reading of an input."""
        return api.parse(
            given.data,
            format=self.format,
            carrier=self.carrier,
            context=self.context,
            encoding=self.encoding,
            name=given.name,
        )


def add_reading_options(parser: ArgumentParser) -> None:
    """The options of `ReadingOptions`."""
    group = parser.add_argument_group("how to read")
    group.add_argument("--format", metavar="NAME", help="the format, instead of detecting it")
    add_carrier_option(group.add_argument)
    group.add_argument(
        "--year", type=_year, metavar="YYYY", help="the year, for dates and references that leave it out"
    )
    group.add_argument("--encoding", type=_encoding, metavar="NAME", help="the encoding, if it is not UTF-8 or cp1252")


def add_corpus_reading_options(parser: ArgumentParser) -> None:
    """The options that say how to read many telegrams; all are names, which other processes can be told."""
    group = parser.add_argument_group("how to read")
    group.add_argument("--format", metavar="NAME", help="the format of all telegrams: saves detecting it")
    add_carrier_option(group.add_argument)
    group.add_argument("--encoding", metavar="NAME", help="the encoding, if it is not UTF-8 or cp1252")


def add_carrier_option(add_argument: Callable[..., object]) -> None:
    """The option that names a carrier."""
    add_argument("--carrier", metavar="NAME", help="what the telegram is wrapped in, instead of detecting it")


def carrier_of(arguments: Namespace) -> Carrier | None:
    """The carrier that was named. Raises `CommandError` if it cannot be had."""
    name: str | None = arguments.carrier
    return named("carrier", api.REGISTRY.carrier, name)


@overload
def named(kind: Kind, find: Callable[[str], _Found], name: str) -> _Found: ...


@overload
def named(kind: Kind, find: Callable[[str], _Found], name: str | None) -> _Found | None: ...


def named(kind: Kind, find: Callable[[str], _Found], name: str | None) -> _Found | None:
    """What was named, if anything was. Raises `CommandError` if it cannot be had."""
    if name is None:
        return None
    try:
        return find(name)
    except UnknownFormatError:
        known = list(api.REGISTRY.listing(kind))
        word = "format" if kind == "reader" else kind
        message = f"unknown {word} {name!r}.{did_you_mean(name, known)} There are: {', '.join(sorted(known))}"
        raise CommandError(message, MISSING) from None
    except PluginError as error:
        raise CommandError(f"{error}\n  'telegram-format plugins -v' tells more", MISSING) from error


def did_you_mean(name: str, known: list[str]) -> str:
    """The nearest of the known names as a question, or nothing."""
    from difflib import get_close_matches  # only for those who mistype

    near = get_close_matches(name, known, 1)
    return f" Did you mean {near[0]}?" if near else ""


def _year(text: str) -> int:
    if len(text) == 4 and text.isascii() and text.isdecimal() and text >= "1800":
        return int(text)
    raise ArgumentTypeError(f"{text!r} is no year of four figures")


def _encoding(text: str) -> str:
    try:
        b"AAAA".decode(text)
    except UnicodeError:
        return text  # it exists; these bytes are nothing in it
    except (LookupError, ValueError):
        raise ArgumentTypeError(f"{text!r} is no encoding that Python knows") from None
    return text
