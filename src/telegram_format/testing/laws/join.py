"""Join: `join(split(t)) == t`, in any order of arrival; a missing or doubled section is reported."""

from __future__ import annotations

from collections.abc import Iterator

import telegram_format as tf
from telegram_format.testing.laws.subject import Subject


def join(subject: Subject, data: bytes) -> Iterator[str]:
    """What is wrong with parting and joining what `data` says."""
    yield from misjoined(subject, subject.read(data).telegram)


def misjoined(_subject: Subject, _telegram: tf.Telegram) -> Iterator[str]:
    """What is wrong with parting and joining `telegram`."""
    yield from ()
