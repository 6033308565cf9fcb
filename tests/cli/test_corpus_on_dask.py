"""`telegram-format corpus --scheduler`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from telegram_format.corpus import on_dask
from telegram_format.examples import load

Run = Callable[..., Any]


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    """A command line for a cluster that is not there."""
    (tmp_path / "in.txt").write_bytes(load("flood"))
    return ["corpus", str(tmp_path / "in.txt"), "-o", str(tmp_path / "out"), "--scheduler", "127.0.0.1:1"]


def test_a_scheduler_that_does_not_answer(
    run: Run, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_dask, "_CONNECTING", 0.2)
    result = run(*words)
    assert result.code == 1
    assert "no Dask scheduler answers at 127.0.0.1:1" in result.err
    assert not (tmp_path / "out").exists()


def test_dask_that_is_missing(run: Run, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "telegram_format.corpus.on_dask")
    monkeypatch.setitem(sys.modules, "dask", None)
    result = run(*words)
    assert result.code == 3
    assert "a scheduler needs the package 'dask': pip install 'telegram-format[dask]'" in result.err


@pytest.mark.parametrize(
    ("more", "message"),
    [("--no-plugins", "start its workers with TELEGRAM_FORMAT_DISABLE_PLUGINS=1"), ("--jobs=2", "only one of them")],
)
def test_what_a_cluster_does_not_take(run: Run, words: list[str], more: str, message: str) -> None:
    result = run(*words, more)
    assert result.code == 2
    assert message in result.err
