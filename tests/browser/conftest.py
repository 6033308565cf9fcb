"""The browser that all tests of this folder share, and pages for it.

These tests are not among those that `pytest` runs by itself, for not everybody has Chromium: name the folder,
`pytest tests/browser`. Where it is named and there is no Chromium they fail.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import telegram_format as tf
from telegram_format.examples import load

sys.path.insert(0, str(Path(__file__).parent))
from chromium import Chromium, program

sys.path.pop(0)


@pytest.fixture(scope="session")
def browser() -> Iterator[Chromium]:
    path = program()
    assert path is not None, "there is no Chromium here"
    found = Chromium(path)
    yield found
    found.close()


def damaged() -> bytes:
    """A telegram with contradictions, wrong bytes, controls, markup, long lines, and text that nobody reads."""
    data = load("harbour").replace(b"#0219", b"#0218").replace(b"ZNY CCCCC", b"ZNY SSSSS")
    data = data.replace(b"TAGS:", b"T\x07AGS: ", 1).replace(b"Verrall received", b"V\x81 <b title='&quot;'>", 1)
    data = data.replace(b"A lease could", b"\x1b[31mA\rlease\x0c\x00 <!-- could", 1).replace(b"\n", b"\r\n", 30)
    return data + b"\nXXQ <script>alert(1)</script> & </code></pre></span>" + b"UNBROKEN" * 60 + b"\n"


SOURCES = {name: lambda name=name: load(name) for name in ("flood", "harbour", "partial")} | {"damaged": damaged}


@pytest.fixture(params=SOURCES)
def reading(request: pytest.FixtureRequest) -> tf.Reading:
    return tf.parse(SOURCES[request.param]())


@pytest.fixture
def page(reading: tf.Reading, tmp_path: Path) -> Path:
    """The page of the reading, in a file."""
    path = tmp_path / "page.html"
    path.write_bytes(tf.to_html(reading).encode("utf-8"))
    return path
