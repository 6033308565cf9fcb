"""A reading in a notebook."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import telegram_format as tf
from telegram_format.examples import load
from telegram_format.views.style import notebook_style

Parsed = Callable[[str], Any]


def test_a_fragment_has_the_source(parsed: Parsed) -> None:
    reading = tf.parse(load("harbour"))
    assert parsed(reading._repr_html_() or "").source == reading.source.text


def test_the_style_touches_nothing_around() -> None:
    for rule in re.findall(r"(?:^|[{}])\s*([^{}@]+)\{", notebook_style()):
        for selector in re.split(r",(?![^(]*\))", rule):
            assert re.search(r"\.tf-(?:view|notebook)\b", selector), selector


def test_several_fragments_have_ids_of_their_own() -> None:
    found = [tf.parse(load(name))._repr_html_() or "" for name in ("flood", "harbour")]
    one, other = (set(re.findall(r' id="([^"]+)"', text)) for text in found)
    assert one
    assert not one & other


def test_embedded_readings_and_readings_made_by_hand() -> None:
    reading = tf.parse(load("flood"))
    assert reading._repr_html_() == tf.parse(load("flood"))._repr_html_()
    assert tf.evolve(reading, origin=None)._repr_html_() is None
