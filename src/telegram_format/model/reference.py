"""A reference to an earlier message or paper."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from telegram_format.model.construction import quick
from telegram_format.model.message_id import MessageId

ReferenceKind = Literal[
    "cable", "email", "telephone", "manual", "report", "letter", "meeting", "dtg", "septel", "other"
]


@quick
@frozen
class Reference:
    """One item of the REF line.

    `label` is its letter (`A`); `text` is what it says, on one line; `message_id` is set for cables; `captions` are
    what stands behind it in parentheses (`NOTAL`, `EXDIS`).
    """

    text: str
    kind: ReferenceKind = "other"
    label: str | None = None
    message_id: MessageId | None = None
    captions: tuple[str, ...] = ()
