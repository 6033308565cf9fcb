"""`telegram-format diff`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import telegram_format as tf
from telegram_format.examples import load

Run = Callable[..., Any]


@pytest.fixture
def other(tmp_path: Path) -> str:
    """The path of a telegram that differs in a few fields."""
    path = tmp_path / "other.txt"
    data = load("flood").replace(b"031215Z", b"031230Z").replace(b"TAGS: EAID SENV", b"TAGS: EAID")
    data = data.replace(b"SUBJECT: FLOOD", b"SUBJECT: \x1b[31mFLOOD").replace(b"QUAYLE", b"FINCH")
    data = data.replace(b"told the Ambassador", b"said to the Ambassador")
    path.write_bytes(data)
    return str(path)


def test_fields_that_differ(run: Run, flood: str, other: str) -> None:
    result = run("diff", flood, other)
    assert result.code == 1
    assert result.err == ""
    head, rows = result.out.split("\n", 2)[:2], result.out.split("\n", 2)[2]
    assert head[0].startswith(f"--- {flood} (cablegate, 09 PORT ALDER 142: FLOOD RELIEF")
    assert head[1].startswith(f"+++ {other} (cablegate, 09 PORT ALDER 142: ^[[31mFLOOD RELIEF")
    assert (
        "dtg\n"
        "  - 031215Z FEB 09 (2009-02-03 12:15 UTC)\n"
        "  + 031230Z FEB 09 (2009-02-03 12:30 UTC)\n"
        "tags[1]\n"
        "  - SENV (subject)\n"
        "subject\n"
        "  [-FLOOD-]{+^[[31mFLOOD+} RELIEF AFTER THE ...\n"
    ) in rows
    assert "paragraphs[1].text\n  Mayor Tessa Holloway [-told-]{+said to+} the Ambassador on ...\n" in rows
    assert rows.endswith("signatures[0]\n  - QUAYLE\n  + FINCH\n")


def test_nothing_in_a_telegram_commands_the_terminal(run: Run, flood: str, other: str) -> None:
    assert "  [-^[[31mFLOOD-]{+FLOOD+} RELIEF" in run("diff", other, flood).out
    assert "\x1b" not in run("diff", other, flood).out + run("diff", other, flood, "--json").out


def test_equal_telegrams_of_different_layouts(run: Run, tmp_path: Path, flood: str) -> None:
    path = tmp_path / "flood.md"
    path.write_bytes(bytes(tf.serialize(tf.parse(load("flood")).telegram, "markdown")))
    assert run("diff", flood, str(path))[:3] == (0, "", "")
    turned = tmp_path / "turned.txt"
    turned.write_bytes(load("flood").replace(b"\n", b"\r\n"))
    assert run("diff", flood, str(turned))[:3] == (0, "", "")


def test_standard_input_and_quiet(run: Run, flood: str, other: str) -> None:
    assert run("diff", "-", flood, stdin=load("flood")).code == 0
    assert "+++ <stdin> (" in run("diff", other, "-", stdin=load("flood")).out
    assert run("diff", flood, other, "-q")[:3] == (1, "", "")


def test_json(run: Run, flood: str, other: str) -> None:
    result = run("diff", flood, other, "--json")
    found = json.loads(result.out)
    assert result.code == 1
    assert found["before"] == {"source": flood, "format": "cablegate", "carrier": "plain"}
    assert found["equal"] is False
    assert {"path": "dtg.minute", "before": 15, "after": 30} in found["differences"]
    tags = next(one for one in found["differences"] if one["path"] == "tags")
    assert tags["before"][1] == {"code": "SENV", "kind": "subject"}
    equal = run("diff", flood, flood, "--json")
    assert (equal.code, json.loads(equal.out)["equal"], json.loads(equal.out)["differences"]) == (0, True, [])


def test_trouble(run: Run, flood: str) -> None:
    result = run("diff", flood, "nothing.txt")
    assert result[:2] == (2, "")
    assert result.err == ("telegram-format: nothing.txt: no such file\ntelegram-format: nothing was compared\n")
    result = run("diff", "-", "-", stdin=b"A")
    assert result.code == 2
    assert result.err.startswith("usage: telegram-format diff")
    assert run("diff", flood).code == 2
    assert run("diff", flood, flood, "--format", "nothing").code == 3


def test_further_telegrams_are_not_compared_in_silence(run: Run, flood: str) -> None:
    two = (Path(__file__).parents[1] / "fixtures" / "cablegate" / "records_two_telegrams.txt").read_bytes()
    result = run("diff", flood, "-", stdin=two)
    assert result.err == "telegram-format: <stdin>: only the first telegram in it is compared\n"


def test_colour_adds_nothing(run: Run, flood: str, other: str) -> None:
    plain = run("diff", flood, other, "--color", "never").out
    coloured = run("diff", flood, other, "--color", "always").out
    assert "\x1b[31m[-told-]\x1b[0m\x1b[32m{+said to+}\x1b[0m" in coloured
    for code in ("0", "1", "31", "32"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == plain


def test_long_texts_are_cut_between_changes(run: Run, tmp_path: Path, flood: str) -> None:
    path = tmp_path / "more.txt"
    path.write_bytes(load("flood").replace(b"FIRST FIGURES", b"FIRST AND LAST FIGURES"))
    assert "subject\n  ... ALDER BRIDGE: FIRST {+AND LAST+} FIGURES AND NEEDS\n" in run("diff", flood, str(path)).out
    gone = tmp_path / "gone.txt"
    gone.write_bytes(load("flood").replace(b" AND NEEDS", b""))
    assert "FIRST [-FIGURES AND NEEDS-]{+FIGURES+}\n" in run("diff", flood, str(gone)).out
