"""Join: `join(split(t)) == t`, in any order of arrival; a missing or doubled section is reported.

Strategy: what was read is cut into two and three sections and joined again, as they are and, where there is a writer
that can say them, written and read. For that a telegram has a classification line, where sections are told (ACP 127(G)
208); what else a section says is of the law Write: text of a few words cut into three is not always told from a
heading. A telegram that cannot be cut is left alone; a whole one that calls itself section 1 (an archive put it
together) does not do so when it is joined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import telegram_format as tf
from telegram_format.errors import SplitError
from telegram_format.testing.laws.kinds import is_sound
from telegram_format.testing.laws.subject import Subject
from telegram_format.writing.loss import MISREAD

_COUNTS = (2, 3)

Parts = Sequence[tf.Telegram | tf.Reading]


def join(subject: Subject, data: bytes) -> Iterator[str]:
    """What is wrong with parting and joining what `data` says."""
    telegram = subject.read(data).telegram
    if is_sound(telegram):
        yield from misjoined(subject, telegram)


def misjoined(subject: Subject, telegram: tf.Telegram) -> Iterator[str]:
    """What is wrong with parting and joining `telegram`."""
    for count in _COUNTS:
        try:
            parts = tf.split(telegram, sections=count)
        except SplitError:
            continue
        if len(parts) == count:
            whole = _whole(telegram)
            yield from _wrong("", parts, whole)
            yield from _written_and_read(subject, parts, whole)


def _whole(telegram: tf.Telegram) -> tf.Telegram:
    """The telegram as it is when its sections are put together."""
    transmission = telegram.transmission
    if transmission is not None:
        transmission = tf.evolve(transmission, section=None)
    return tf.evolve(telegram, section=None, transmission=transmission)


def _written_and_read(subject: Subject, parts: Sequence[tf.Telegram], whole: tf.Telegram) -> Iterator[str]:
    """What is wrong with the sections as the reader reads them, where the writer can say them."""
    if subject.writer is None or whole.classification is None:
        return
    try:
        whole_losses = subject.serialize(whole).losses
        written = [subject.serialize(part) for part in parts]
    except Exception:
        return  # it cannot say them, or is of the law Write
    if any(loss.code == MISREAD for loss in whole_losses):
        return  # of the law Write
    losses = [(number, loss) for number, one in enumerate(written, 1) for loss in one.losses]
    for number, loss in losses:
        if loss.code == MISREAD and loss.path.startswith("section"):
            yield f"section {number} of {len(parts)}, written, does not say which it is: {loss}"
    if not losses:
        yield from _wrong("written and read, ", [subject.read(one.data) for one in written], whole)


def _wrong(how: str, parts: Parts, whole: tf.Telegram) -> Iterator[str]:
    count = len(parts)
    for order, arrived in (("in order", parts), ("last first", parts[::-1]), ("turned", (*parts[1:], parts[0]))):
        joined = tf.join(arrived)
        if joined.telegram != whole:
            change = tf.differences(whole, joined.telegram)[0]
            yield f"{how}{count} sections joined {order} say something else: {change}"
        if joined.missing:
            yield f"{how}{count} sections joined {order}: {joined.missing} are said to be missing"
    for index in range(count):
        number = index + 1
        if tf.join((*parts[:index], *parts[number:])).missing != (number,):
            yield f"{how}section {number} of {count} was left out and is not said to be missing"
        doubled = tf.join((*parts, parts[index]))
        if doubled.telegram != whole or all(note.code != "section-doubled" for note in doubled.diagnostics):
            yield f"{how}section {number} of {count} came twice and was not reported, or changed the telegram"
