"""What the header fields of military mail say, put where a telegram is silent.

Strategy: the text is the message, so its own words count; a header field fills what the text does not say. A value
that is not of the syntax of RFC 6477 fills nothing and is told. Values are taken from the raw fields, unfolded here,
so that nothing but this file decides what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any

from attrs import define, evolve, field

from telegram_format.errors import MessageIdError
from telegram_format.exports.military_string import group_of_moment, identifier_parts, precedence_of
from telegram_format.exports.one_line import one_line
from telegram_format.model.address import Address
from telegram_format.model.attributes import Attributes
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.message_id import MessageId
from telegram_format.model.telegram import Telegram
from telegram_format.model.transmission import Transmission

_FOLD = re.compile(r"[\r\n]+[ \t]*")
_SIGNAL = re.compile(r"Z[A-Z]{2}(?:[ ][A-Z0-9]{1,9})?")
"""An operating signal of ACP 131, as format line 4 has them."""
_KIND = re.compile(
    r"""
    \s*+ (?P<label> [A-Za-z0-9]{1,16}+ ) \s*+
    (?: ; \s*+ identifier \s*+ = \s*+ "? (?P<name> [^"]{0,80}+ ) "? )? \s*+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SETS = {"exercise": "EXER", "0": "EXER", "operation": "OPER", "1": "OPER"}


@define
class _Filling:
    """A telegram being filled from a message's header fields."""

    telegram: Telegram
    said: frozenset[str]
    """Which of `to` and `info` the text itself says."""
    attributes: dict[str, str]
    problems: list[str] = field(factory=list)

    def fill(self, name: str, value: Any) -> None:
        """Set a field that says nothing."""
        if value and not getattr(self.telegram, name):
            self.telegram = evolve(self.telegram, **{name: value})

    def fill_transmission(self, **parts: Any) -> None:
        """Set parts of format lines 1 to 4 that say nothing."""
        sent = self.telegram.transmission or Transmission()
        missing = {name: value for name, value in parts.items() if not getattr(sent, name)}
        if missing:
            self.telegram = evolve(self.telegram, transmission=evolve(sent, **missing))

    def problem(self, name: str, value: str, what: str) -> None:
        self.problems.append(f"{name}: {value[:80]!r} is {what}")


def filled(message: Message, telegram: Telegram) -> tuple[Telegram, tuple[str, ...]]:
    """`telegram` with what the header fields say beyond it; the fields that could not be read, in words."""
    said = frozenset(name for name in ("to", "info") if getattr(telegram, name))
    filling = _Filling(telegram, said, dict(telegram.attributes))
    for name, take in _ROWS.items():
        value = raw_field(message, name)
        if value:
            take(filling, name, value)
    if filling.attributes != dict(telegram.attributes):
        filling.telegram = evolve(filling.telegram, attributes=Attributes(filling.attributes))
    return filling.telegram, tuple(filling.problems)


def raw_field(message: Message, name: str) -> str:
    """The first field of a name, on one line; RFC 6477 allows each once. Empty where there is none."""
    value = message.get(name)
    return " ".join(_FOLD.sub(" ", str(value)).split()) if value is not None else ""


def _subject(filling: _Filling, _name: str, value: str) -> None:
    try:
        parts = decode_header(value)
        words = "".join(
            part if isinstance(part, str) else part.decode(charset or "latin-1", "backslashreplace")
            for part, charset in parts
        )
    except (HeaderParseError, LookupError, ValueError):
        words = value
    filling.fill("subject", one_line(words))


def moment_of(message: Message) -> DateTimeGroup | None:
    """The date-time group that the header tells, for what a text leaves out of its dates."""
    return _group(raw_field(message, "MMHS-Extended-Authorisation-Info"))


def _group(value: str) -> DateTimeGroup | None:
    try:
        return group_of_moment(parsedate_to_datetime(value))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _sent(filling: _Filling, name: str, value: str) -> None:
    group = _group(value)
    if group is None:
        filling.problem(name, value, "no date and time of RFC 5322")
        return
    known = filling.telegram.dtg
    if known is None or known == evolve(group, month=known.month, year=known.year) != group:
        filling.telegram = evolve(filling.telegram, dtg=group)


def _precedence(filling: _Filling, name: str, value: str) -> None:
    found = precedence_of(value)
    if found is None:
        filling.problem(name, value, "no precedence of ACP 127")
    elif name == "MMHS-Primary-Precedence":
        filling.fill("precedence", found)
    elif found is not filling.telegram.precedence:
        filling.fill("info_precedence", found)  # one that is the same is for all [ACP 127(G) 133]


def _reference(filling: _Filling, _name: str, value: str) -> None:
    try:
        found = MessageId.parse(value)
    except MessageIdError:
        filling.attributes.setdefault("originator_reference", value)
        return
    known = filling.telegram.message_id
    if known is None or (known.year is None and known == evolve(found, year=None)):
        filling.telegram = evolve(filling.telegram, message_id=found)


def _plad(filling: _Filling, _name: str, value: str) -> None:
    filling.fill("originator", Address(value))


def _identifier(filling: _Filling, name: str, value: str) -> None:
    parts = identifier_parts(value)
    if parts is None:
        filling.problem(name, value, "no station, serial number and filing time")
    else:
        filling.fill_transmission(**parts)


def _handling(filling: _Filling, _name: str, value: str) -> None:
    words = _listed(value)
    signals = tuple(word for word in words if _SIGNAL.fullmatch(word) is not None)
    others = [word for word in words if word not in signals]
    if signals:
        filling.fill_transmission(signals=signals)
    if others:
        filling.attributes.setdefault("transmission_instructions", "; ".join(others))


def _addresses(filling: _Filling, name: str, value: str) -> None:
    """Mailboxes; the name that stands before one is the address, else the mailbox is."""
    known = "to" if name == "To" else "info" if name == "Cc" else "exempted"
    try:
        found = getaddresses([value])
    except RecursionError:
        filling.problem(name, value, "no list of addresses")
        return
    filling.fill(known, tuple(Address(one_line(display or mailbox)) for display, mailbox in found if mailbox))


def _others(filling: _Filling, name: str, value: str) -> None:
    """Recipients by other means; they stand beside those of To and Cc."""
    known = "to" if name.endswith("To") else "info"
    if known not in filling.said:
        have = getattr(filling.telegram, known)
        more: dict[str, Any] = {known: (*have, *map(Address, _listed(value)))}
        filling.telegram = evolve(filling.telegram, **more)


def _kind(filling: _Filling, name: str, value: str) -> None:
    match = _KIND.fullmatch(value)
    if match is None:
        filling.problem(name, value, "no message type")
        return
    words = match["name"] or ""
    key = _SETS.get(match["label"].lower())
    if key is None:
        filling.attributes.setdefault("message_type", f"{match['label']} {words}".strip())
    else:
        filling.attributes.setdefault(key, words)


def _attribute(key: str) -> Callable[[_Filling, str, str], None]:
    def take(filling: _Filling, _name: str, value: str) -> None:
        filling.attributes.setdefault(key, "; ".join(_listed(value)))

    return take


def _listed(value: str) -> list[str]:
    return [word for part in value.split(";") if (word := part.strip())]


_ROWS: dict[str, Callable[[_Filling, str, str], None]] = {
    "Subject": _subject,
    "MMHS-Extended-Authorisation-Info": _sent,
    "MMHS-Primary-Precedence": _precedence,
    "MMHS-Copy-Precedence": _precedence,
    "MMHS-Originator-Reference": _reference,
    "MMHS-Originator-PLAD": _plad,
    "MMHS-Acp127-Message-Identifier": _identifier,
    "MMHS-Handling-Instructions": _handling,
    "MMHS-Message-Instructions": _attribute("instructions"),
    "MMHS-Subject-Indicator-Codes": _attribute("SIC"),
    "MMHS-Message-Type": _kind,
    "MMHS-Codress-Message-Indicator": _attribute("group_count"),
    "To": _addresses,
    "Cc": _addresses,
    "MMHS-Exempted-Address": _addresses,
    "MMHS-Other-Recipients-Indicator-To": _others,
    "MMHS-Other-Recipients-Indicator-CC": _others,
}
