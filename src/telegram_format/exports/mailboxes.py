"""Mailboxes for plain language addresses.

Strategy: the caller says which mailbox an address has, one by one or by a domain; nothing is guessed. A mailbox is
held to the plain form `name@host` in ASCII [RFC 5322, `dot-atom`], so that it cannot carry anything else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import frozen

from telegram_format.errors import SerializationError
from telegram_format.exports.military_string import military_string
from telegram_format.spelling.plain_letters import plain_letters

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++"
_MAILBOX = re.compile(rf"(?=.{{3,254}}\Z){_ATOM}(?:\.{_ATOM})*+@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)*+")
_NO_LETTERS = re.compile(r"[^a-z0-9]+")


@frozen
class Mailboxes:
    """What the caller told: a mailbox for each address, and the domain of all others."""

    known: Mapping[str, str]
    domain: str | None = None

    def of(self, name: str, path: str) -> str | None:
        """The mailbox of an address, `None` where nobody told. Raises `SerializationError` for one that is none."""
        given = self.known.get(name)
        if given is not None:
            return checked(given, path)
        if self.domain is None:
            return None
        words = _NO_LETTERS.sub(".", plain_letters(name).lower()).strip(".")[:64].strip(".")
        return checked(f"{words}@{self.domain}", path)


def checked(mailbox: str, path: str) -> str:
    """`mailbox`, if it is one."""
    if _MAILBOX.fullmatch(mailbox) is None:
        raise SerializationError(path, f"{mailbox!r} is no mailbox of the form name@host")
    return mailbox


def with_name(name: str, mailbox: str) -> str:
    """An address with its mailbox: `"SECSTATE WASHDC" <secstate@example.org>`. The name is a military string."""
    return f'"{military_string(name)}" <{mailbox}>'
