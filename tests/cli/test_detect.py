"""`telegram-format detect`."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from telegram_format.examples import load

Run = Callable[..., Any]


def test_a_line_for_each_input(run: Run, flood: str) -> None:
    result = run("detect", flood, "-", stdin=b"nothing\n")
    first, second = result.out.splitlines()
    assert first.startswith("0.9")
    assert first.split()[1:3] == ["cablegate", "plain"]
    assert f"  {flood}: " in first
    assert second == "0.10  plain           plain           <stdin>: any text"
    assert (result.code, result.err) == (0, "")


def test_carrier(run: Run) -> None:
    assert run("detect", stdin=load("partial")).out.split()[1:3] == ["cablegate", "wikileaks_page"]


def test_verbose_tells_the_other_candidates(run: Run, flood: str) -> None:
    first, *others = run("detect", "-v", flood).out.splitlines()
    assert "cablegate" in first
    assert "      0.10  plain: any text" in others
    assert not any("cablegate" in line for line in others)


def test_json_lines(run: Run, flood: str) -> None:
    first, second = map(json.loads, run("detect", "--json", flood, "-", stdin=b"\xff").out.splitlines())
    assert (first["source"], first["format"], first["carrier"]) == (flood, "cablegate", "plain")
    assert first["score"] == first["candidates"][0]["score"]
    assert "plain" in {candidate["format"] for candidate in first["candidates"]}
    assert second["format"] == "plain"


def test_names_are_visible(run: Run, tmp_path: Any) -> None:
    path = tmp_path / "a\x1b[2J"
    path.write_bytes(b"x")
    assert "a^[[2J: any text" in run("detect", str(path)).out
