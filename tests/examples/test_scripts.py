"""The scripts that are shown: they run and print what they should."""

from __future__ import annotations

import runpy
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from telegram_format.examples import load

SCRIPTS = Path(__file__).parents[2] / "examples"


def run(name: str, *words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """What a script answers and prints."""
    monkeypatch.setattr(sys, "argv", [name, *words])
    code = 0
    try:
        runpy.run_path(str(SCRIPTS / name), run_name="__main__")
    except SystemExit as end:
        code = int(end.code or 0)
    return code, capsys.readouterr().out


def test_historian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    _, printed = run("historian.py", monkeypatch=monkeypatch, capsys=capsys)
    assert "  2  Embassy Port Alder -> Department of State\n" in printed
    assert "  1  Department of State -> Embassy in Ruritania\n" in printed
    assert "\n  3. Embassy in Ruritania to Department of State, telegram 857, July 12, 1957, Files of the" in printed
    documents = sorted((tmp_path / "edition").iterdir())
    assert [path.name for path in documents] == ["d1.xml", "d2.xml", "d3.xml", "d4.xml"]
    gaps = [ET.parse(path).getroot().iter("{http://www.tei-c.org/ns/1.0}gap") for path in documents]
    assert [gap.get("reason") for found in gaps for gap in found] == ["withheld"]


def test_historian_with_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "flood.txt").write_bytes(load("flood"))
    _, printed = run("historian.py", "flood.txt", monkeypatch=monkeypatch, capsys=capsys)
    assert "edition/d1.xml  4 paragraphs, not printed: transmission\n" in printed


def test_gateway(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    code, printed = run("gateway.py", monkeypatch=monkeypatch, capsys=capsys)
    assert code == 0
    assert "MMHS-Acp127-Message-Identifier: RUEPDA 0116 1351530\n" in printed
    assert "\nbyte for byte\n" in printed
    assert printed.endswith("from header fields alone: 151413Z MAY 71, RUEPDA 0116 1351530\n")
    assert "!" not in printed


def test_data_scientist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", sys.path[:])
    _, printed = run("data_scientist.py", monkeypatch=monkeypatch, capsys=capsys)
    assert printed.startswith("218 telegrams, 0 pieces that are none\n232 of 318 references lead to one of them\n")
    assert "\nWho wrote to whom\n   AMEMBASSY PORT ALDER AMEMBASSY MERIDIAN 88\n" in printed
    assert "\nCited, and not here\n   06STONEHAUGH512 21\n" in printed
    assert printed.endswith("\nWithout a part\n   08PORTALDER15 [2]\n")
    _, again = run("data_scientist.py", "archive", monkeypatch=monkeypatch, capsys=capsys)
    assert again == printed
