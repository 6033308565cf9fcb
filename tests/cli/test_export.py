"""`telegram-format export`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import telegram_format as tf
from telegram_format.examples import load

Run = Callable[..., Any]


def test_email(run: Run, flood: str) -> None:
    result = run("export", flood, "--to", "eml", "--domain", "mail.example")
    assert (result.code, result.err) == (0, "")
    received = tf.from_email(result.data)
    assert (received.telegram, received.original) == (tf.read(flood).telegram, load("flood"))


def test_email_of_mailboxes(run: Run) -> None:
    words = [
        "--mailbox",
        "SECSTATE WASHDC=state@mail.example",
        "--sender",
        "post@mail.example",
        "--precedence",
        "flash",
    ]
    data = load("flood").replace(b"P 031215Z", b"031215Z")
    result = run("export", "--to", "eml", *words, stdin=data)
    assert result.code == 0
    assert b'To: "SECSTATE WASHDC" <state@mail.example>\r\n' in result.data
    assert b"MMHS-Primary-Precedence: flash\r\n" in result.data
    assert b'From: "AMEMBASSY PORT ALDER" <post@mail.example>\r\n' in result.data


def test_email_without_a_mailbox_fails(run: Run, flood: str) -> None:
    result = run("export", flood, "--to", "eml")
    assert (result.code, result.data) == (1, b"")
    assert "cannot be written as eml: originator: an e-mail needs a mailbox in From" in result.err


def test_tei(run: Run, flood: str) -> None:
    result = run(
        "export", flood, "--to", "tei", "--profile", "frus", "--archive", "Archives of Alderia", "--document", "14"
    )
    assert result.code == 0
    assert "lost: transmission: " in result.err
    again = tf.parse(result.data)
    assert (again.format, again.telegram.paragraphs) == ("typed", tf.read(flood).telegram.paragraphs)
    assert again.telegram.attributes["source"] == "Archives of Alderia"


def test_strict_takes_no_losses(run: Run, flood: str) -> None:
    result = run("export", flood, "--to", "tei", "--strict")
    assert (result.code, result.data) == (1, b"")
    assert "not written because of what would be lost (--strict)" in result.err


def test_strict_leaves_out_what_is_not_as_it_should_be(run: Run, flood: str, wrong: str) -> None:
    result = run("export", flood, wrong, "--to", "csv", "--strict")
    assert result.code == 1
    assert "left out because of the above (--strict)" in result.err
    assert result.data.count(b"\r\n") >= 2
    assert run("export", wrong, "--to", "csv", "--strict").data == b""


@pytest.mark.parametrize(("words", "guard"), [([], "apostrophe"), (["--no-formula-guard"], "none")])
def test_csv(run: Run, flood: str, words: list[str], guard: str) -> None:
    result = run("export", flood, "-", "--to", "csv", *words, stdin=load("harbour"))
    assert result.code == 0
    assert result.out.count(f",{guard}\r\n") == 2


def test_csl(run: Run, flood: str) -> None:
    result = run("export", flood, flood, flood, "--to", "csl", "--name", "SECSTATE WASHDC=Secretary")
    items = json.loads(result.data)
    assert [item["id"] for item in items] == ["port-alder-2009-142", "port-alder-2009-142-2", "port-alder-2009-142-3"]
    assert items[0]["recipient"] == [{"literal": "Secretary"}]


@pytest.mark.parametrize(("kind", "start", "count"), [("bibtex", "@misc{", 2), ("ris", "TY  - PCOMM", 2)])
def test_bibliographies(run: Run, flood: str, kind: str, start: str, count: int) -> None:
    result = run("export", flood, "-", "--to", kind, "--box", "Box 12", stdin=load("harbour"))
    assert (result.code, result.err) == (0, "")
    assert (result.out.count(start), result.out.count("Box 12")) == (count, count)


def test_output_file(run: Run, flood: str, tmp_path: Path) -> None:
    path = tmp_path / "out.ris"
    assert run("export", flood, "--to", "ris", "-o", str(path))[:3] == (0, "", "")
    assert path.read_bytes() == run("export", flood, "--to", "ris").data


def test_output_file_that_cannot_be(run: Run, flood: str, tmp_path: Path) -> None:
    path = tmp_path / "nothing" / "out.ris"
    result = run("export", flood, "--to", "ris", "-o", str(path))
    assert (result.code, result.err) == (1, f"telegram-format: {path}: cannot be written: No such file or directory\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--to", "eml"], "eml holds one telegram; run it again for each file"),
        (["--to", "pdf"], "invalid choice: 'pdf'"),
        (["--to", "eml", "--mailbox", "A"], "'A' is not of the form ADDRESS=VALUE"),
    ],
)
def test_wrong_usage(run: Run, flood: str, words: list[str], message: str) -> None:
    result = run("export", flood, flood, *words)
    assert (result.code, result.data) == (2, b"")
    assert message in result.err


def test_nothing_to_read(run: Run, tmp_path: Path) -> None:
    assert run("export", str(tmp_path / "none"), "--to", "csv")[0] == 1
