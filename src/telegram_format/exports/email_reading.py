"""A telegram out of an e-mail: this library's own, or any other with header fields of military mail (RFC 6477).

Strategy: the JSON that this library attaches gives the telegram exactly. Without it the first part of plain text is
read as any telegram is, and header fields fill what it does not say. E-mail is parsed by the standard library; what
is not as it should be is told in words and never raised, but for parts inside parts without end.
"""

from __future__ import annotations

from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32

from attrs import field, frozen

from telegram_format import api
from telegram_format.errors import InterchangeError
from telegram_format.exports.header_fields import header_fields
from telegram_format.exports.said_fields import filled, moment_of, raw_field
from telegram_format.interchange.json_text import from_json
from telegram_format.model.telegram import Telegram
from telegram_format.reading.draft import Context

JSON_NAME = "telegram.json"
ORIGINAL_NAME = "original.txt"

_LONGEST, _LONGEST_OF_CONTENT = 65_536, 4096
"""Characters of a header field, and of one about the content; the rest of a longer one is left out."""
_MOST_MULTIPARTS = 100
"""Those beyond are parts without parts."""


@frozen
class Received:
    """What an e-mail brought.

    `telegram` is what it says; `exact` tells that it came as JSON of this library, else it was read from text and
    header fields; `original` are the bytes that the sender had read it from, if they are attached, for `parse`.
    `problems` are sentences: header fields that could not be read, or that say other than the attached telegram.
    """

    telegram: Telegram
    exact: bool = False
    original: bytes | None = field(default=None, repr=False)
    problems: tuple[str, ...] = ()


def from_email(data: bytes) -> Received:
    """The telegram of an e-mail.

    One that `to_email` wrote gives the same telegram back, and the original bytes. Of any other, the text is read as
    `parse` does, and header fields of RFC 6477 fill what the text does not say: precedences, originator, date-time
    group, format line 3, signals, addressees (the display names of To and Cc). Facts without a field of their own are
    attributes: `SIC`, `EXER`, `OPER`, `instructions`, `transmission_instructions`, `group_count`.

    Raises `InterchangeError` for parts that are nested too deep, and nothing else for any bytes.
    """
    message, parts = _parted(data)
    original = _attached(parts, ORIGINAL_NAME)
    attached = _attached(parts, JSON_NAME)
    problems: list[str] = []
    if attached is not None:
        try:
            telegram = from_json(attached)
        except InterchangeError as error:
            problems.append(f"{JSON_NAME}: {error}")
        else:
            return Received(telegram, True, original, tuple(_conflicts(message, telegram)))
    said, unread = filled(message, _read(message, parts))
    return Received(said, False, original, (*problems, *unread))


def said_without_attachments(data: bytes, format: str | None) -> Telegram:  # noqa: A002
    """What header fields and text say, the text read as of a format."""
    message, parts = _parted(data)
    return filled(message, _read(message, parts, format))[0]


def _parted(data: bytes) -> tuple[Message, list[Message]]:
    """The message and its parts that hold no parts."""
    try:
        message = BytesParser(policy=_cautious()).parsebytes(data)
        return message, [part for part in message.walk() if not part.is_multipart()]
    except RecursionError:
        raise InterchangeError("the parts of the e-mail are nested too deep") from None


def _cautious() -> Compat32:
    """How e-mail is parsed: fields are cut before they, and multiparts counted before those inside them, cost time."""

    class Cautious(Compat32):
        multiparts = 0

        def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
            name, value = super().header_source_parse(sourcelines)
            if not name.lower().startswith("content-"):
                return name, value[:_LONGEST]
            if value.lstrip().lower().startswith("multipart/"):
                Cautious.multiparts += 1
                if Cautious.multiparts > _MOST_MULTIPARTS:
                    return name, "application/octet-stream"
            return name, value[:_LONGEST_OF_CONTENT]

    return Cautious()


def _attached(parts: list[Message], name: str) -> bytes | None:
    return next((_content(part) for part in parts if part.get_filename() == name), None)


def _read(message: Message, parts: list[Message], format: str | None = None) -> Telegram:  # noqa: A002
    """The telegram of the first part of plain text that is no attachment; an empty one where there is none."""
    texts = (part for part in parts if part.get_content_type() == "text/plain" and part.get_filename() is None)
    part = next(texts, None)
    if part is None:
        return Telegram()
    moment = moment_of(message)
    context = Context(year=moment.year) if moment is not None else None
    return api.parse(_content(part), format=format, carrier="plain", context=context, encoding=_charset(part)).telegram


def _charset(part: Message) -> str | None:
    """The encoding that a part declares, if Python knows it as one of text."""
    name = part.get_content_charset()
    if not name:
        return None
    try:
        b"AAAA".decode(name)
    except UnicodeError:
        return name  # it exists; these bytes are nothing in it
    except (LookupError, ValueError):
        return None
    return name


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _conflicts(message: Message, telegram: Telegram) -> list[str]:
    """Header fields that say other than the telegram: somebody changed them on the way."""
    found = []
    for name, value in header_fields(telegram).values.items():
        written = raw_field(message, name)
        if name != "Subject" and written and written != value:
            found.append(f"{name}: {written[:80]!r} is not what {JSON_NAME} says")
    return found
