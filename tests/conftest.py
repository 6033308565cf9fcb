"""Profiles of the property tests, and how a reading is held against the values that a fixture's JSON expects.

`fast` (the default) takes the same few examples every time; `HYPOTHESIS_PROFILE=thorough` looks for new ones.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

import telegram_format as tf

settings.register_profile(
    "fast", max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))

_STEP = re.compile(r"\[([0-9]*)\]|\.?([a-z_0-9]+)")


@pytest.fixture(scope="session")
def value_at() -> Callable[[tf.Reading, str], object]:
    """`value_at(reading, "to[0].name")`: what stands at a path, in the types of JSON; `[]` is each item."""

    def found(reading: tf.Reading, path: str) -> object:
        start: Any = reading if path.startswith("embedded") else reading.telegram
        return _plain(_walked(start, [match.groups() for match in _STEP.finditer(path)]))

    return found


@pytest.fixture(scope="session")
def words_at() -> Callable[[tf.Reading, str], list[str] | None]:
    """`words_at(reading, "subject")`: what the source has in the places of a path."""

    def found(reading: tf.Reading, path: str) -> list[str] | None:
        passage = reading.where(path)
        data = bytes(reading.source)
        return None if passage is None else [data[start:end].decode() for start, end in passage.spans]

    return found


def _walked(value: Any, steps: list[tuple[str | None, str | None]]) -> Any:
    for place, (index, name) in enumerate(steps):
        if name:
            value = None if value is None else getattr(value, name)
        elif index:
            value = value[int(index)] if int(index) < len(value) else None
        else:
            return tuple(_walked(item, steps[place + 1 :]) for item in value)
    return value


def _plain(value: Any) -> object:
    match value:
        case tuple():
            return [_plain(item) for item in value]
        case tf.Attributes():
            return dict(value)
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case tf.DateTimeGroup():
            return str(value)
        case tf.MessageId():
            return value.compact
        case tf.Tag():
            return value.code
    return value
