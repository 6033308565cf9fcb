"""The options that say how to read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from telegram_format import api
from telegram_format.kit import Detection, Draft, Sample
from telegram_format.registry import BUILT_IN, Registry

Run = Callable[..., Any]
PARTIAL = (
    b"R 121200Z MAR\nFM AMEMBASSY PORT ALDER\nTO RUEHC/SECSTATE WASHDC\n\nUNCLAS PORT ALDER 000300\n\nSUBJECT: X\n"
)


def test_format_is_obeyed(run: Run, flood: str) -> None:
    assert "format plain (as it was named)" in run("show", flood, "--format", "plain").out


def test_carrier_is_obeyed(run: Run, flood: str) -> None:
    assert "carrier markdown," in run("show", flood, "--carrier", "markdown").out
    assert "  markdown  " in run("detect", flood, "--carrier", "markdown").out


def test_year_fills_what_the_text_leaves_out(run: Run) -> None:
    assert '"year": 1987' in run("parse", "--year", "1987", "--format", "cablegate", stdin=PARTIAL).out
    assert '"year": 1987' not in run("parse", "--format", "cablegate", stdin=PARTIAL).out


@pytest.mark.parametrize("year", ["87", "1799", "19870", "١٩٨٧", "MCML", ""])
def test_years_that_are_none(run: Run, flood: str, year: str) -> None:
    result = run("show", flood, "--year", year)
    assert result.code == 2
    assert f"{year!r} is no year of four figures" in result.err


def test_encoding_is_obeyed(run: Run) -> None:
    assert "utf-16-le" in run("show", "--encoding", "utf-16-le", stdin="¶".encode("utf-16-le")).out
    assert "bytes, utf-8" in run("show", "--encoding", "undefined", stdin=b"X").out


@pytest.mark.parametrize("encoding", ["no such", "hex", "\0"])
def test_encodings_that_are_none(run: Run, flood: str, encoding: str) -> None:
    result = run("show", flood, "--encoding", encoding)
    assert result.code == 2
    assert "is no encoding that Python knows" in result.err


def test_unknown_format_is_told_once_before_reading(run: Run) -> None:
    result = run("parse", "--format", "cabelgate", "nothing.txt", "nothing.txt")
    assert result.code == 3
    names = ", ".join(sorted(BUILT_IN["reader"]))
    assert result.err == (f"telegram-format: unknown format 'cabelgate'. Did you mean cablegate? There are: {names}\n")


def test_unknown_carrier(run: Run, flood: str) -> None:
    for command in ("show", "detect"):
        result = run(command, flood, "--carrier", "zzz")
        assert result.code == 3
        assert result.err.startswith("telegram-format: unknown carrier 'zzz'. There are: markdown,")


class OfAnotherTime:
    """A reader that does not load."""

    name = "future"
    api_version = 99

    def detect(self, sample: Sample) -> Detection:
        return Detection(0.0, sample.name)

    def read(self, draft: Draft) -> None:
        draft.mark("nothing", 0, 0)


def test_plugin_that_does_not_load(run: Run, flood: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BUILT_IN["reader"], "future", f"{__name__}:OfAnotherTime")  # type: ignore[arg-type]
    monkeypatch.setitem(BUILT_IN["reader"], "broken", "telegram_format.nothing:Here")  # type: ignore[arg-type]
    monkeypatch.setattr(api, "REGISTRY", Registry(plugins=False))
    result = run("show", flood, "--format", "broken")
    assert result.code == 3
    assert result.err == (
        "telegram-format: reader 'broken' (telegram-format 0.1.0) failed: "
        "ModuleNotFoundError: No module named 'telegram_format.nothing'\n"
        "  'telegram-format plugins -v' tells more\n"
    )
