"""The laws, held against every reader that is built in, as a plug-in's author holds them against another.

Samples are the shipped examples and some of the fixtures of a format; a reader that comes is held to the laws by its
fixtures, without a word here. `HYPOTHESIS_PROFILE=thorough` tries as many inputs as that profile says.
"""

from __future__ import annotations

import os
from pathlib import Path

import telegram_format as tf
from telegram_format.examples import load, names
from telegram_format.registry import BUILT_IN
from telegram_format.testing import ReaderLaws

FIXTURES = Path(__file__).parents[1] / "fixtures"
EXAMPLES = None if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 6
MOST = 8
"""How many fixtures of a format are taken."""


def samples_of(reader: str) -> tuple[bytes | Path, ...]:
    """Shipped examples in that format, and fixtures from all over the folder of its name."""
    examples = [load(name) for name in names()]
    own = [data for data in examples if (found := tf.detect(data)).format == reader and found.carrier == "plain"]
    fixtures = sorted((FIXTURES / reader).glob("*.txt"))
    return (*own, *fixtures[:: max(len(fixtures) // MOST, 1)][:MOST]) or (load("flood"),)


def laws_of(name: str) -> type[ReaderLaws]:
    """The class of tests of one reader."""
    attributes = {
        "reader": name,
        "samples": samples_of(name),
        "writer": name if name in BUILT_IN["writer"] else None,
        "examples": EXAMPLES,
    }
    return type(f"Test{name.capitalize()}", (ReaderLaws,), attributes)


globals().update({laws.__name__: laws for laws in map(laws_of, BUILT_IN["reader"])})


class TestCablegateOnAPage(ReaderLaws):
    """The same through a carrier: places lie in the page, and revisions are spelled as the page spells."""

    reader = "cablegate"
    carrier = "wikileaks_page"
    samples = (load("partial"),)
    examples = EXAMPLES
