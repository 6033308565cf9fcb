"""The laws of revision, for natural telegrams."""

from __future__ import annotations

from contextlib import suppress

from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.testing.strategies import telegrams

NAMES = [field.name for field in fields(tf.Telegram) if field.name != "attributes"]

SINGLE = [
    name for name in NAMES if name not in ("message_id", "dtg", "references")
]  # those three depend on each other's year


def written(telegram: tf.Telegram) -> tf.Reading:
    data = tf.serialize(telegram, "cablegate").data
    return tf.parse(data, format="cablegate", carrier="plain")


@given(telegrams(), telegrams(), st.sets(st.sampled_from(NAMES), min_size=1))
def test_say(telegram: tf.Telegram, other: tf.Telegram, names: set[str]) -> None:
    """Say: `reading.revise(t).telegram == t`, or `RevisionError`. Never a third thing."""
    reading = written(telegram)
    wanted = tf.evolve(reading.telegram, **{name: getattr(other, name) for name in names})
    with suppress(tf.RevisionError):
        assert reading.revise(wanted).telegram == wanted


@given(telegrams(), telegrams(), st.sampled_from(SINGLE))
def test_near(telegram: tf.Telegram, other: tf.Telegram, name: str) -> None:
    """Near: a revision moves nothing outside the passages it had to patch: the lines of the field and empty ones."""
    reading = written(telegram)
    wanted = tf.evolve(reading.telegram, **{name: getattr(other, name)})
    try:
        revised = reading.revise(wanted)
    except tf.RevisionError:
        return
    old, new = bytes(reading).split(b"\n"), bytes(revised).split(b"\n")
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    own = lines_of(reading, name)
    touched = {line for line in range(first, len(old) - last) if old[line].strip()}
    if not own:  # it stands next to another field, or on lines of its own
        assert len(touched) <= 1
    else:
        assert touched <= set(range(min(own), max(own) + 1))


def lines_of(reading: tf.Reading, name: str) -> set[int]:
    """The lines on which a field stands, from 0."""
    data = bytes(reading)
    return {
        line
        for path, spans in reading.trace.items()
        if path.partition("[")[0].partition(".")[0] == name
        for start, end in spans
        for line in range(data.count(b"\n", 0, start), data.count(b"\n", 0, end) + 1)
    }
