"""Diplomatic and military telegrams: typed models, tolerant readers, every value with its place in the source.

import telegram_format as tf

reading = tf.read("cable.txt")
reading.telegram.subject
reading.where("subject")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

# Importing a package for the first time sets its name here, over whatever has that name: a public name should not be
# that of a room. `carriers`, `readers` and `writers` are both: first the packages, then the functions, which stay.
import telegram_format.carriers
import telegram_format.readers
import telegram_format.writers  # noqa: F401
from telegram_format.api import (
    Detected,
    carriers,
    detect,
    parse,
    read,
    readers,
    register_carrier,
    register_reader,
    register_writer,
    serialize,
    to_html,
    writers,
)
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.diagnostics.policy import LENIENT, STRICT, Policy
from telegram_format.errors import (
    CorpusError,
    DiagnosticError,
    InterchangeError,
    JoinError,
    MessageIdError,
    PluginError,
    RevisionError,
    SerializationError,
    SplitError,
    StreamError,
    StrictReadingError,
    TelegramFormatError,
    UnknownFormatError,
)
from telegram_format.model.address import Address
from telegram_format.model.attributes import Attributes
from telegram_format.model.authority import ClassificationAuthority, ExecutiveOrder
from telegram_format.model.body import Aside, Heading, Paragraph, Separator
from telegram_format.model.difference import Difference, differences
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.marking import Classification
from telegram_format.model.message_id import MessageId
from telegram_format.model.precedence import Precedence
from telegram_format.model.reference import Reference
from telegram_format.model.tag import Tag
from telegram_format.model.telegram import Telegram
from telegram_format.model.transmission import Section, Transmission
from telegram_format.reading.detection import Detection
from telegram_format.reading.draft import Context
from telegram_format.reading.plugin import PluginInfo
from telegram_format.reading.reading import Passage, Reading
from telegram_format.reading.trace import Trace
from telegram_format.text.source import Source
from telegram_format.writing.loss import Loss, LossRule
from telegram_format.writing.serialized import Serialized

if TYPE_CHECKING:
    from telegram_format.exports.bibliography import to_bibtex, to_csl, to_ris
    from telegram_format.exports.citation import cite
    from telegram_format.exports.email_reading import Received, from_email
    from telegram_format.exports.email_writing import to_email
    from telegram_format.exports.provenance import Provenance
    from telegram_format.exports.spreadsheet import to_csv, unguard
    from telegram_format.exports.tei import to_tei
    from telegram_format.interchange.json_text import from_json, to_json
    from telegram_format.interchange.plain_data import from_dict, to_dict
    from telegram_format.interchange.schema import json_schema
    from telegram_format.isolation.reading import isolated
    from telegram_format.many import parse_all, read_all
    from telegram_format.sections import Joined, join, split
    from telegram_format.usmtf import MessageSet, sets

    __version__: str

__all__ = [
    "LENIENT",
    "STRICT",
    "Address",
    "Aside",
    "Attributes",
    "Classification",
    "ClassificationAuthority",
    "Context",
    "CorpusError",
    "DateTimeGroup",
    "Detected",
    "Detection",
    "Diagnostic",
    "DiagnosticError",
    "Difference",
    "ExecutiveOrder",
    "Heading",
    "InterchangeError",
    "JoinError",
    "Joined",
    "Loss",
    "LossRule",
    "MessageId",
    "MessageIdError",
    "MessageSet",
    "Paragraph",
    "Passage",
    "PluginError",
    "PluginInfo",
    "Policy",
    "Precedence",
    "Provenance",
    "Reading",
    "Received",
    "Reference",
    "RevisionError",
    "Section",
    "Separator",
    "SerializationError",
    "Serialized",
    "Source",
    "SplitError",
    "StreamError",
    "StrictReadingError",
    "Tag",
    "Telegram",
    "TelegramFormatError",
    "Trace",
    "Transmission",
    "UnknownFormatError",
    "carriers",
    "cite",
    "detect",
    "differences",
    "evolve",
    "from_dict",
    "from_email",
    "from_json",
    "isolated",
    "join",
    "json_schema",
    "parse",
    "parse_all",
    "read",
    "read_all",
    "readers",
    "register_carrier",
    "register_reader",
    "register_writer",
    "serialize",
    "sets",
    "split",
    "to_bibtex",
    "to_csl",
    "to_csv",
    "to_dict",
    "to_email",
    "to_html",
    "to_json",
    "to_ris",
    "to_tei",
    "unguard",
    "writers",
]


_PLACES = {
    "Joined": "sections",
    "MessageSet": "usmtf",
    "Provenance": "exports.provenance",
    "Received": "exports.email_reading",
    "cite": "exports.citation",
    "from_dict": "interchange.plain_data",
    "from_email": "exports.email_reading",
    "from_json": "interchange.json_text",
    "isolated": "isolation.reading",
    "join": "sections",
    "json_schema": "interchange.schema",
    "parse_all": "many",
    "read_all": "many",
    "sets": "usmtf",
    "split": "sections",
    "to_bibtex": "exports.bibliography",
    "to_csl": "exports.bibliography",
    "to_csv": "exports.spreadsheet",
    "to_dict": "interchange.plain_data",
    "to_email": "exports.email_writing",
    "to_json": "interchange.json_text",
    "to_ris": "exports.bibliography",
    "to_tei": "exports.tei",
    "unguard": "exports.spreadsheet",
}
"""Public names whose modules are loaded by the first use: what is not needed to read a telegram."""

if not TYPE_CHECKING:  # pragma: no branch - or type checkers would take any name

    def __getattr__(name: str) -> object:
        if name == "__version__":
            from importlib.metadata import version  # 38 ms: only for those who ask

            return version("telegram-format")
        if name in _PLACES:
            from importlib import import_module

            globals()[name] = found = getattr(import_module(f"telegram_format.{_PLACES[name]}"), name)
            return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
