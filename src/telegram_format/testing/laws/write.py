"""Write: reading what was written gives the telegram back, and what could not be said is a listed loss.

The telegrams are those read from the samples and natural ones. A refusal (`SerializationError`) is allowed: the format
cannot say it at all. A loss that the writer's own table does not foresee is not.
"""

from __future__ import annotations

from collections.abc import Iterator

import telegram_format as tf
from telegram_format.testing.laws.kinds import is_sound
from telegram_format.testing.laws.subject import Subject
from telegram_format.writing.loss import MISREAD


def write(subject: Subject, data: bytes) -> Iterator[str]:
    """What is wrong with writing what `data` says."""
    telegram = subject.read(data).telegram
    if is_sound(telegram):
        yield from miswritten(subject, telegram)


def miswritten(subject: Subject, telegram: tf.Telegram) -> Iterator[str]:
    """What is wrong with writing `telegram`."""
    try:
        written = subject.serialize(telegram)
    except tf.SerializationError:
        return
    except Exception as cause:
        yield f"writing raised {type(cause).__name__}: {cause}"
        return
    for loss in written.losses:
        if loss.code == MISREAD:
            yield f"{loss.path} was {loss.before!r}, and what was written says {loss.after!r}"
    try:
        again = subject.serialize(written.telegram)
    except tf.SerializationError as refusal:
        yield f"what was written cannot be written again: {refusal}"
        return
    if again.telegram != written.telegram:
        change = tf.differences(written.telegram, again.telegram)[0]
        yield f"what was written, written again, says something else: {change}"
