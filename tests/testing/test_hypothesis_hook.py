"""Hypothesis knows the classes of the model."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points

import pytest
from attrs import has
from hypothesis import given
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.testing.hypothesis_hook import _STRATEGIES, register


def test_the_entry_point_is_declared() -> None:
    (hook,) = entry_points(group="hypothesis", name="telegram_format")
    assert hook.load() is register


@pytest.mark.parametrize("kind", _STRATEGIES, ids=lambda kind: kind.__name__)
def test_a_class_has_its_strategy(kind: type) -> None:
    @given(st.from_type(kind))
    def attempt(value: object) -> None:
        assert isinstance(value, kind)

    attempt()


def test_telegrams_are_natural_ones() -> None:
    @given(st.from_type(tf.Telegram))
    def attempt(telegram: tf.Telegram) -> None:
        assert all(tag.kind != "unknown" for tag in telegram.tags)

    attempt()


def test_a_telegram_can_be_built_of_some_fields() -> None:
    @given(st.builds(tf.Telegram, subject=st.just("HARBOUR"), dtg=st.from_type(tf.DateTimeGroup)))
    def attempt(telegram: tf.Telegram) -> None:
        assert telegram.subject == "HARBOUR"
        assert telegram.dtg is not None

    attempt()


def test_every_class_that_telegrams_are_made_of_has_one() -> None:
    classes = {getattr(tf, name) for name in tf.__all__}
    model = {kind for kind in classes if isinstance(kind, type) and kind.__module__.startswith("telegram_format.model")}
    others = {tf.Aside, tf.Difference}  # what is computed from a telegram, and is no part of one
    assert {kind for kind in model if has(kind)} - others <= _STRATEGIES.keys()


def test_loading_it_loads_no_strategies() -> None:
    program = (
        "import sys, hypothesis\n"
        "heavy = ('testing.strategies', 'testing.laws', 'grammar.tags')\n"
        "print([name for name in heavy if f'telegram_format.{name}' in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


def test_names_of_the_room_are_loaded_when_asked_for() -> None:
    import telegram_format.testing as room

    assert {name: getattr(room, name).__name__ for name in room.__all__ if name != "OPERATIONS"} == {
        name: name for name in room.__all__ if name != "OPERATIONS"
    }
    with pytest.raises(AttributeError, match="has no attribute 'law'"):
        _ = room.law
