"""The names of the room are in the reference."""

from __future__ import annotations

import re
from pathlib import Path

import telegram_format.testing as room
from telegram_format.testing import strategies

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "api" / "testing.md"


def test_every_name_has_its_place() -> None:
    page = PAGE.read_bytes().decode()
    named = set(re.findall(r":: telegram_format\.testing\.(\w+)$", page, re.MULTILINE)) - {"strategies"}
    members = re.search(r":members: (.*)", page)
    assert members is not None
    assert named == set(room.__all__)
    assert {*members[1].split(", "), "telegrams"} == set(strategies.__all__)
