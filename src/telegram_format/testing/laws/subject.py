"""What the laws are held against: a reader with its carrier and its writer."""

from __future__ import annotations

from attrs import frozen

import telegram_format as tf
from telegram_format import api
from telegram_format.kit import Carrier, Reader, Writer


@frozen
class Subject:
    """A reader (a name or the thing), perhaps a carrier, perhaps a writer.

    `instead_of` are the names of built-in readers whose texts the reader is for, too.
    """

    reader: str | Reader
    carrier: str | Carrier | None = None
    writer: str | Writer | None = None
    instead_of: tuple[str, ...] = ()

    def found_reader(self) -> Reader:
        """The reader itself."""
        return api.REGISTRY.reader(self.reader) if isinstance(self.reader, str) else self.reader

    def found_carrier(self) -> Carrier | None:
        """The carrier itself, if there is one."""
        return api.REGISTRY.carrier(self.carrier) if isinstance(self.carrier, str) else self.carrier

    def __str__(self) -> str:
        named = [("reader", self.reader), ("carrier", self.carrier), ("writer", self.writer)]
        return ", ".join(f"{kind} {_name(value)}" for kind, value in named if value is not None)

    def read(self, data: bytes, encoding: str | None = None) -> tf.Reading:
        """The reading of `data`, as it is, without detection of the format."""
        return tf.parse(data, format=self.reader, carrier=self.carrier or "plain", encoding=encoding)

    def serialize(self, telegram: tf.Telegram) -> tf.Serialized:
        """The telegram as the writer writes it."""
        assert self.writer is not None  # the laws that write are tried only where there is one
        return tf.serialize(telegram, self.writer)


def _name(value: str | Reader | Carrier | Writer) -> str:
    return repr(value if isinstance(value, str) else getattr(value, "name", value))
