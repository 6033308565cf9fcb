"""A telegram as an e-mail with the header fields of military mail (RFC 6477).

Strategy: four layers, each for another recipient. Header fields are for military mail systems, the text is for
people, the original bytes are for those who need them as they came, and the telegram as JSON makes the way back
exact. What the first two do not say is found by reading them, and told as losses. RFC 6477 (7) defines no mapping
from ACP 127: the one here is the library's own, and the e-mail says so.

All is reproducible: the boundary is fixed (its `=_` can stand neither in base64 nor in quoted-printable), the message
identifier is made of the content, and the date is that of the telegram.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from attrs import fields

from telegram_format import api
from telegram_format.errors import SerializationError
from telegram_format.exports.email_reading import JSON_NAME, ORIGINAL_NAME, said_without_attachments
from telegram_format.exports.header_fields import Fields, header_fields
from telegram_format.exports.mailboxes import Mailboxes, checked, with_name
from telegram_format.exports.military_string import precedence_label
from telegram_format.interchange.json_text import to_json
from telegram_format.model.difference import Difference, differences
from telegram_format.model.precedence import Precedence
from telegram_format.model.telegram import Telegram
from telegram_format.reading.reading import Reading
from telegram_format.text.visible import visible
from telegram_format.writing.loss import LossRule, explained
from telegram_format.writing.serialized import Serialized

_BOUNDARY = "=_telegram_format_="
_MAPPING = "telegram_format mapping of ACP 127 to RFC 6477, which defines none"
_SURROGATES = re.compile("[\ud800-\udfff]+")

EMAIL_LOSSES = (
    LossRule("relay", "transmission", "format lines 1, 2 and 4 have no header field but for what handling says"),
    LossRule("relay", "validation", "the number of format line 15 has no header field"),
    LossRule("attributes", "attributes", "facts without a field of their own have no header field, but for a few"),
)
"""What neither header fields nor text say of a telegram that is given without its source; the attachment says all."""


def _wrapped(_telegram: Telegram, found: Difference) -> bool:
    return found.after in (None, ())


_WRAPPED = tuple(
    LossRule("wrapper", known.name, "it was told by what the telegram was wrapped in, not by its text", _wrapped)
    for known in fields(Telegram)
)


def to_email(
    telegram: Telegram | Reading,
    *,
    domain: str | None = None,
    mailboxes: Mapping[str, str] | None = None,
    sender: str | None = None,
    precedence: Precedence | None = None,
) -> Serialized:
    """A telegram as an e-mail with header fields of RFC 6477; `from_email` gives it back.

    `mailboxes` has the mailbox of a plain language address (`{"SECSTATE WASHDC": "registry@example.org"}`), `domain`
    makes one for all others (`secstate.washdc@example.org`); addressees with neither are named as recipients outside
    military mail (MMHS-Other-Recipients-Indicator). `sender` is the mailbox in From, where it is not that of the
    originator. `precedence` stands in the header where the telegram has none.

    `data` holds the e-mail with CR LF: header fields, the text, the telegram as JSON, and, of a `Reading`, the bytes
    it was read from. The text is that of the source, or as `serialize` writes the format `text`. `losses` are what
    header fields and text do not say to those who open no attachment, and what header fields say in other letters
    (code `header`); `telegram` is what they say.

    Raises `SerializationError` where nobody told a mailbox for From, for what is no mailbox, for addressees in To
    without a precedence (RFC 6477 wants one), and for what `serialize` refuses; `InterchangeError` for what JSON
    cannot hold.
    """
    reading = telegram if isinstance(telegram, Reading) else None
    given = reading.telegram if reading is not None else telegram
    assert isinstance(given, Telegram)
    text = reading.view.text if reading is not None else api.serialize(given, "text").data.decode("utf-8")
    found = header_fields(given)
    message = EmailMessage(policy=SMTP)
    json = to_json(given).encode("ascii")
    _address(message, given, Mailboxes(mailboxes or {}, domain), sender, precedence, found, json)
    message.set_content(_SURROGATES.sub(lambda bad: visible(bad[0]), text), cte="quoted-printable")
    message.add_attachment(json, "application", "json", filename=JSON_NAME, cte="base64")
    if reading is not None:
        message.add_attachment(reading.source.data, "application", "octet-stream", filename=ORIGINAL_NAME, cte="base64")
    message.set_boundary(_BOUNDARY)
    data = message.as_bytes()
    said = said_without_attachments(data, "cablegate" if reading is None else _known(reading.format))
    rules = [*EMAIL_LOSSES, *api.REGISTRY.writer("text").losses]
    if reading is not None and reading.carrier != "plain":
        rules += _WRAPPED
    return Serialized(data, "email", (*found.losses, *explained(given, differences(given, said), rules)), said)


def _address(
    message: EmailMessage,
    telegram: Telegram,
    mailboxes: Mailboxes,
    sender: str | None,
    precedence: Precedence | None,
    found: Fields,
    content: bytes,
) -> None:
    """Fill the header: who, then what, in the order of RFC 5322 3.6."""
    moment = telegram.dtg.datetime if telegram.dtg is not None else None
    if moment is not None:
        message["Date"] = moment
    mailbox = _sender(telegram, mailboxes, sender)
    name = telegram.originator.name if telegram.originator is not None else ""
    message["From"] = with_name(name, mailbox) if name else mailbox
    named: dict[str, list[str]] = {}
    for kind, (inside, outside) in _ADDRESSES.items():
        for index, address in enumerate(getattr(telegram, kind)):
            path = f"{kind}[{index}].name"
            words = found.spelled(path, address.name)
            own = mailboxes.of(address.name, path)
            if own is not None:
                named.setdefault(inside, []).append(with_name(words, own))
            elif words and outside is not None:
                named.setdefault(outside, []).append(words)
    for header in ("To", "Cc"):
        if header in named:
            message[header] = ", ".join(named.pop(header))
            found.values.setdefault(*_precedence_for(header, telegram, precedence))
    message["Message-ID"] = f"<{sha256(content).hexdigest()[:32]}@{mailbox.rpartition('@')[2]}>"
    for header, value in found.values.items():
        message[header] = value
    for header, values in named.items():
        message[header] = (", " if header == "MMHS-Exempted-Address" else "; ").join(values)
    message["Comments"] = _MAPPING


def _known(format: str) -> str | None:  # noqa: A002
    """The name of a format, if a reader has it; a reader may have been handed over as an object."""
    return format if format in api.readers() else None


_ADDRESSES: dict[str, tuple[str, str | None]] = {
    "to": ("To", "MMHS-Other-Recipients-Indicator-To"),
    "info": ("Cc", "MMHS-Other-Recipients-Indicator-CC"),
    "exempted": ("MMHS-Exempted-Address", None),
}
"""Where addresses stand that have a mailbox, and where those that have none."""


def _sender(telegram: Telegram, mailboxes: Mailboxes, sender: str | None) -> str:
    if sender is not None:
        return checked(sender, "originator")
    found = mailboxes.of(telegram.originator.name, "originator") if telegram.originator is not None else None
    if found is None:
        raise SerializationError(
            "originator", "an e-mail needs a mailbox in From: give domain=, mailboxes= with this address, or sender="
        )
    return found


def _precedence_for(header: str, telegram: Telegram, given: Precedence | None) -> tuple[str, str]:
    """The field that must stand beside To or Cc [RFC 6477], and its value where the telegram says none."""
    known = telegram.precedence or given
    if known is None:
        raise SerializationError(
            "precedence", f"RFC 6477 wants a precedence for the addressees in {header}: give precedence="
        )
    return f"MMHS-{'Primary' if header == 'To' else 'Copy'}-Precedence", precedence_label(known)
