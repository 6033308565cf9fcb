"""`telegram-format plugins`."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from telegram_format import api
from telegram_format.cli.plugins import status
from telegram_format.registry import BUILT_IN, PluginInfo, Registry

Run = Callable[..., Any]

GOOD = """
class Good:
    name = "good"
    def detect(self, sample): ...
    def read(self, draft): ...
"""


class Distribution:
    """What an entry point is declared by."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.version = "0.3"


class Point:
    """An entry point with a distribution."""

    def __init__(self, name: str, value: str, distribution: str) -> None:
        self.name, self.value, self.dist = name, value, Distribution(distribution)


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., None]:
    """Lets distributions declare readers: `declared(("name", "module:Class", "distribution"))`."""
    (tmp_path / "invented_reader.py").write_text(GOOD, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    def declare(*points: tuple[str, str, str]) -> None:
        found = [Point(*point) for point in points]
        monkeypatch.setattr(
            "importlib.metadata.entry_points", lambda group: found if group == "telegram_format.readers" else []
        )
        monkeypatch.setattr(api, "REGISTRY", Registry())

    return declare


def test_built_in(run: Run, declared: Callable[..., None]) -> None:
    declared()
    result = run("plugins", "--check")
    assert (result.code, result.err) == (0, "")
    lines = [line.split() for line in result.out.splitlines()]
    expected = [[kind, name, "built", "in", "ok"] for kind, table in BUILT_IN.items() for name in sorted(table)]
    assert lines == expected


def test_verbose_tells_the_place(run: Run, declared: Callable[..., None]) -> None:
    declared()
    out = run("plugins", "-v").out
    assert "        telegram_format.readers.plain:Plain (plug-in API 1)\n" in out
    assert f"{Path('telegram_format', 'readers', 'plain.py')}\n" in out


def test_plugin(run: Run, declared: Callable[..., None]) -> None:
    declared(("good", "invented_reader:Good", "telegram-good"))
    assert "reader  good                telegram-good 0.3       ok\n" in run("plugins").out
    assert "good" not in run("plugins", "--no-plugins").out


def test_failure_is_listed_and_answered_when_asked(run: Run, declared: Callable[..., None]) -> None:
    declared(("bad", "no_such_module:Bad", "telegram-bad"))
    result = run("plugins")
    assert result.code == 0
    assert "failed: ModuleNotFoundError: No module named 'no_such_module'\n" in result.out
    assert run("plugins", "--check").code == 1
    verbose = run("plugins", "-v").out
    assert "Traceback (most recent call last):" in verbose
    assert "ModuleNotFoundError: No module named 'no_such_module'" in verbose.split("Traceback")[1]


def test_conflict(run: Run, declared: Callable[..., None]) -> None:
    declared(("good", "invented_reader:Good", "one"), ("good", "invented_reader:Good", "two"))
    result = run("plugins", "--check")
    assert result.code == 1
    assert "good@one" in result.out
    assert "conflict: the name 'good' is declared twice; ask for good@two\n" in result.out
    assert "is declared twice" in run("plugins", "-v").out


def test_bad_name_has_no_traceback_to_show(run: Run, declared: Callable[..., None]) -> None:
    declared(("Bad Name\x1b", "invented_reader:Good", "telegram-bad"))
    out = run("plugins", "-v").out
    assert "\x1b" not in out
    assert "Bad Name^[" in out
    assert "is no name for a format" in out
    assert "Traceback" not in out


def test_json(run: Run, declared: Callable[..., None]) -> None:
    declared(("bad", "no_such_module:Bad", "telegram-bad"))
    entries = {(entry["kind"], entry["name"]): entry for entry in json.loads(run("plugins", "--json").out)}
    assert entries["reader", "plain"]["status"] == "ok"
    assert entries["reader", "plain"]["built_in"] is True
    assert entries["reader", "bad"]["distribution"] == "telegram-bad"
    assert entries["reader", "bad"]["status"].startswith("failed: ModuleNotFoundError")


def test_registered_by_hand(run: Run, declared: Callable[..., None]) -> None:
    class Hand:
        name = "hand"

        def detect(self, sample: object) -> object: ...

        def read(self, draft: object) -> None: ...

    declared()
    api.REGISTRY.register("reader", Hand())  # type: ignore[arg-type]
    line = next(line for line in run("plugins").out.splitlines() if "hand" in line)
    assert line.split() == ["reader", "hand", "registered", "ok"]


def test_status() -> None:
    info = PluginInfo("x", "reader", False, "m:X", "d", "1", "ok")
    assert status("x", info) == "ok"
    assert status("x@d", info).startswith("conflict")


def test_entry_points_have_what_is_used_here() -> None:
    point = EntryPoint("good", "invented_reader:Good", "telegram_format.readers")
    assert (point.name, point.value) == ("good", "invented_reader:Good")


@pytest.mark.parametrize("name", BUILT_IN["writer"])
def test_writers_are_listed(run: Run, name: str) -> None:
    assert any(line.split()[:2] == ["writer", name] for line in run("plugins").out.splitlines())
