"""Keep: any bytes come back unchanged, reading raises nothing, and the same bytes read the same.

A plug-in that raises, or hands over what no reading can hold (a range outside the text, a list where a word belongs),
is contained by the library, which tells it as `plugin-failed` and keeps the text; for the law that counts as raising.
Detection is asked too: it must give a score from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Iterator

import telegram_format as tf
from telegram_format.kit import Detection, Sample
from telegram_format.testing.laws.subject import Subject


def keep(subject: Subject, data: bytes) -> Iterator[str]:
    """What is wrong with reading `data`."""
    try:
        first = subject.read(data)
        second = subject.read(data)
    except Exception as cause:
        yield f"reading raised {type(cause).__name__}: {cause}"
        return
    if bytes(first.source) != data:
        yield f"of {len(data):,} bytes {len(bytes(first.source)):,} came back, or others"
    for found in first.diagnostics:
        if found.code == "plugin-failed":
            yield found.message
    if _told(first) != _told(second):
        yield f"the same bytes were read differently the second time: {_change(first, second)}"
    yield from _detection(subject, first)


def _told(reading: tf.Reading) -> tuple[object, ...]:
    return reading.telegram, reading.diagnostics, reading.format, len(reading.embedded)


def _change(first: tf.Reading, second: tf.Reading) -> str:
    changes = tf.differences(first.telegram, second.telegram)
    return str(changes[0]) if changes else "other diagnostics"


def _detection(subject: Subject, reading: tf.Reading) -> Iterator[str]:
    carrier = subject.found_carrier()
    try:
        scores = [subject.found_reader().detect(Sample(reading.view))]
        if carrier is not None:
            scores.append(carrier.detect(reading.source))
    except Exception as cause:
        yield f"detect raised {type(cause).__name__}: {cause}"
        return
    for score in scores:
        if not _is_detection(score):
            yield f"detect gave {score!r}, not a Detection with a score from 0 to 1"


def _is_detection(score: object) -> bool:
    return isinstance(score, Detection) and 0 <= score.score <= 1
