"""The plug-in that is shipped as an example, from its source: all bulletins are known, kept and written back.

Its own tests stand with it and are run where both are installed; here it is registered by a call.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import telegram_format as tf
from telegram_format import api
from telegram_format.kit import Sample, Source, View
from telegram_format.registry import Registry

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "examples" / "telegram-format-wmo"
CORPUS = ROOT.parent / "shared" / "corpus"

here = pytest.mark.skipif(not CORPUS.joinpath("wmo").is_dir(), reason="no published bulletins at ../shared/corpus/wmo")


@pytest.fixture(autouse=True)
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    """A registry that knows the plug-in and what is built in."""
    monkeypatch.syspath_prepend(PROJECT / "src")
    made = Registry(plugins=False)
    made.register("reader", "telegram_format_wmo.reader:Bulletin")
    made.register("writer", "telegram_format_wmo.writer:BulletinWriter")
    monkeypatch.setattr(api, "REGISTRY", made)
    return made


def odd(path: Path) -> list[str]:
    """What is not as it should be with the bulletin in a file."""
    data = path.read_bytes()
    reading = tf.parse(data, name=path.name)
    found = []
    if reading.format != "wmo":
        found.append(f"it is read as {reading.format}")
    if bytes(reading) != data:
        found.append("bytes are lost")
    if reading.coverage != 1.0 or reading.diagnostics:
        found.append(f"it is not understood: {reading.coverage:.1%}, {reading.diagnostics}")
    for part in (reading, *reading.embedded):
        written = tf.serialize(part.telegram, "wmo")
        if written.losses or written.telegram != part.telegram:
            found.append(f"it is not written back: {written.losses}")
    return found


@pytest.mark.parametrize("path", sorted(PROJECT.joinpath("tests", "samples").iterdir()), ids=lambda path: path.stem)
def test_invented_bulletins(path: Path) -> None:
    assert odd(path) == []


@here
def test_published_bulletins() -> None:
    paths = sorted(CORPUS.joinpath("wmo").iterdir())
    assert len(paths) > 50
    assert {path.name: what for path in paths if (what := odd(path))} == {}


@here
def test_telegrams_of_other_kinds_are_left_alone(registry: Registry) -> None:
    reader = registry.reader("wmo")
    paths = [
        path
        for folder in sorted(CORPUS.iterdir())
        if folder.is_dir() and folder.name != "wmo"
        for path in sorted(folder.glob("*.*"))[::8]
    ]
    assert len(paths) > 100
    taken = {path.name for path in paths if reader.detect(Sample(View.whole(Source.of(path.read_bytes())))).score > 0}
    assert taken == set()
