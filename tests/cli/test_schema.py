"""`telegram-format schema`."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import telegram_format as tf

Run = Callable[..., Any]


def test_schema(run: Run) -> None:
    result = run("schema")
    assert (result.code, result.err) == (0, "")
    assert json.loads(result.out) == tf.json_schema()
    assert result.out.isascii()


def test_output_is_the_file_of_the_package(run: Run) -> None:
    shipped = files("telegram_format.interchange").joinpath("data", "telegram.schema.json").read_bytes()
    assert run("schema").data == shipped


def test_it_takes_no_files(run: Run) -> None:
    assert run("schema", "flood.txt").code == 2
