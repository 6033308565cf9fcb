"""`telegram-format example`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from telegram_format.examples import ABOUT, load, names

Run = Callable[..., Any]


def test_list(run: Run) -> None:
    result = run("example")
    assert result.code == 0
    assert [line.split()[0] for line in result.out.splitlines()] == list(names())
    assert ABOUT["flood"] in result.out


@pytest.mark.parametrize("name", names())
def test_bytes_as_they_are(run: Run, name: str) -> None:
    result = run("example", name)
    assert (result.code, result.data, result.err) == (0, load(name), "")


def test_unknown_name(run: Run) -> None:
    result = run("example", "harbor")
    assert (result.code, result.out) == (2, "")
    assert "no example 'harbor'. Did you mean harbour? There are: flood, harbour, partial" in result.err
