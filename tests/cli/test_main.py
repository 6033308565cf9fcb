"""The program as a whole: options, answers to the shell, faults."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from telegram_format import api
from telegram_format.cli import main as program
from telegram_format.cli.main import COMMANDS, build_parser, main
from telegram_format.examples import load

Run = Callable[..., Any]
PROGRAM = [sys.executable, "-m", "telegram_format"]


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"telegram-format {version('telegram-format')}\n", "", run("--version").data)


def test_no_command_is_help_and_wrong_usage(run: Run) -> None:
    result = run()
    assert result.code == 2
    assert result.out == ""
    assert "commands:" in result.err


def test_help_names_every_command(run: Run) -> None:
    result = run("--help")
    assert result.code == 0
    for name, command in COMMANDS.items():
        assert name in result.out
        assert command.summary.split()[0] in result.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.code == 0
    assert result.out.startswith(f"usage: telegram-format {name}")


@pytest.mark.parametrize("argv", [["nothing"], ["show", "--width", "1"], ["parse", "--forma", "plain"], ["--colour"]])
def test_wrong_usage(run: Run, argv: list[str]) -> None:
    result = run(*argv)
    assert result.code == 2
    assert result.out == ""
    assert result.err.startswith("usage: telegram-format")


@pytest.mark.parametrize(
    ("argv", "verbose", "quiet", "color"),
    [
        (["example"], 0, False, "auto"),
        (["-v", "example"], 1, False, "auto"),
        (["example", "-vv"], 2, False, "auto"),
        (["-q", "--color", "never", "example"], 0, True, "never"),
        (["--color", "never", "example", "--color", "always", "-q"], 0, True, "always"),
    ],
)
def test_general_options_stand_anywhere(argv: list[str], verbose: int, quiet: bool, color: str) -> None:
    arguments = build_parser().parse_args(argv)
    assert (arguments.verbose, arguments.quiet, arguments.color) == (verbose, quiet, color)


@pytest.mark.parametrize("command", ["parse", "show", "detect", "check"])
def test_nothing_to_read(run: Run, command: str) -> None:
    result = run(command)
    assert result.code == 2
    assert result.out == ""
    assert "nothing to read" in result.err
    assert result.err.startswith(f"usage: telegram-format {command}")


@pytest.mark.parametrize("command", ["parse", "show", "detect", "check"])
def test_no_such_file_and_the_rest_goes_on(run: Run, command: str, flood: str) -> None:
    result = run(command, "nothing.txt", flood)
    assert result.code == 1
    assert result.err == "telegram-format: nothing.txt: no such file\n"
    assert "cablegate" in result.out or "bytes kept" in result.out


@pytest.mark.parametrize("command", ["parse", "show", "detect", "check"])
def test_piped_input(run: Run, command: str) -> None:
    assert run(command, stdin=load("flood")).code == 0
    assert run(command, "-", stdin=load("flood")).out == run(command, stdin=load("flood")).out
    assert "<stdin>" in run(command, stdin=load("flood")).out


def test_fault_is_told_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch, flood: str) -> None:
    monkeypatch.setattr(api, "parse", lambda *_, **__: 1 // 0)
    result = run("show", flood)
    assert result.code == 1
    assert result.err == (
        "telegram-format: stopped by a fault of the program: ZeroDivisionError: integer division or modulo by zero\n"
        "  --debug shows where. Please report this.\n"
    )
    with pytest.raises(ZeroDivisionError):
        run("show", flood, "--debug")


def test_no_plugins(run: Run, monkeypatch: pytest.MonkeyPatch, flood: str) -> None:
    before = api.REGISTRY
    seen: list[bool] = []
    monkeypatch.setattr(api, "parse", lambda *_, **__: seen.append(api.REGISTRY.plugins))
    run("show", flood, "--no-plugins")
    run("show", flood)
    assert seen == [False, before.plugins]
    assert api.REGISTRY is before


def test_interrupt(run: Run, monkeypatch: pytest.MonkeyPatch, flood: str) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "parse", interrupt)
    assert run("show", flood)[:3] == (130, "", "")


def test_closed_pipe_without_a_descriptor(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(program.Console, "flush", closed)
    monkeypatch.setattr(sys, "stdout", sys.stderr)
    assert run("example").code == 141


def test_fault_of_usage_names_the_file_visibly(run: Run) -> None:
    result = run("show", "a\x1b[2J\u202e.txt")
    assert result.err == "telegram-format: a^[[2J<U+202E>.txt: no such file\n"


def test_module_is_the_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["telegram_format", "example"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("telegram_format", run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("flood ")
    assert runpy.run_module("telegram_format.__main__", run_name="other")["main"] is main


def test_process(tmp_path: Path) -> None:
    path = tmp_path / "flood.txt"
    path.write_bytes(load("flood"))
    done = subprocess.run([*PROGRAM, "check", "flood.txt"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith(b"flood.txt: 1,")
    assert done.stderr == b""


def test_process_pipes_an_example_into_show() -> None:
    example = subprocess.run([*PROGRAM, "example", "harbour"], capture_output=True, check=True)
    assert example.stdout == load("harbour")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    shown = subprocess.run(
        [*PROGRAM, "show"], input=example.stdout, capture_output=True, check=True, env=environment
    ).stdout
    assert shown.isascii()
    assert b"      subject | SUBJECT: HARBOUR TALKS" in shown


def test_process_with_a_closed_pipe() -> None:
    process = subprocess.Popen([*PROGRAM, "parse", "-"], stdin=-1, stdout=-1, stderr=-1)
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    process.stdin.write(load("flood"))
    process.stdin.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141
