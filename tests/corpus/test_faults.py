"""A run that ends before its time, at every point where it touches the disk: nothing lost, nothing doubled.

The disk is touched at one door (`Store`), through four calls; each run here is stopped at one of them, started again,
and compared with a run that was not disturbed.
"""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from telegram_format.corpus import convert, store

Numbered = Callable[[int], bytes]
Contents = Callable[[Path], dict[str, str]]

SIZE = 2_500
CALLS = ("fsync", "replace", "open", "write")


@pytest.fixture
def small(tmp_path: Path, cable: Numbered) -> Path:
    """A folder of eight cables and a letter, which make three batches."""
    folder = tmp_path / "small"
    folder.mkdir()
    for number in range(1, 9):
        (folder / f"{number}.txt").write_bytes(cable(number))
    (folder / "letter.txt").write_bytes(b"Pears.\n")
    return folder


@contextmanager
def failing(monkeypatch: pytest.MonkeyPatch, nth: int, fail: Callable[[], object]) -> Iterator[list[int]]:
    """The `nth` touch of the disk by the store does `fail` in its place; the list counts touches."""
    count = [0]

    class Os:
        """The module `os` as the store sees it."""

        def __getattr__(self, name: str) -> Any:
            found = getattr(os, name)
            return counted(found) if name in CALLS else found

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def touch(*arguments: Any) -> Any:
            count[0] += 1
            if count[0] == nth:
                fail()
            return call(*arguments)

        return touch

    with monkeypatch.context() as patch:
        patch.setattr(store, "os", Os())
        yield count


def error(code: int) -> Callable[[], object]:
    def fail() -> object:
        raise OSError(code, os.strerror(code))

    return fail


def touches(small: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    with failing(monkeypatch, -1, error(0)) as count:
        convert(small, out, jobs=1, batch_size=SIZE)
    return count[0]


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
def test_an_error_at_every_touch_of_the_disk(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, contents: Contents, code: int
) -> None:
    """The error is told, what was written stays, and the next run comes to the same files."""
    points = touches(small, tmp_path / "whole", monkeypatch)
    expected = contents(tmp_path / "whole")
    assert points > 40
    for nth in range(1, points + 1):
        out = tmp_path / f"out{nth}"
        with failing(monkeypatch, nth, error(code)), pytest.raises(OSError, match=os.strerror(code)):
            convert(small, out, jobs=1, batch_size=SIZE)
        convert(small, out, jobs=1, batch_size=SIZE)
        assert contents(out) == expected, nth


def test_the_end_of_the_process_at_every_touch_of_the_disk(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, contents: Contents
) -> None:
    """A process that ends at any point leaves what the next one takes over."""
    points = touches(small, tmp_path / "whole", monkeypatch)
    expected = contents(tmp_path / "whole")
    for nth in range(1, points + 1):
        out = tmp_path / f"out{nth}"
        child = os.fork()
        if child == 0:
            with failing(monkeypatch, nth, lambda: os._exit(7)):
                convert(small, out, jobs=1, batch_size=SIZE)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7, nth
        convert(small, out, jobs=1, batch_size=SIZE)
        assert contents(out) == expected, nth


def test_an_error_while_things_are_put_right_again(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, contents: Contents
) -> None:
    """A second fault, during recovery, changes nothing."""
    points = touches(small, tmp_path / "whole", monkeypatch)
    expected = contents(tmp_path / "whole")
    random = Random(0)
    for nth in range(2, points + 1, 3):
        out = tmp_path / f"out{nth}"
        for at in (nth, random.randint(1, 8), random.randint(1, 8)):
            with failing(monkeypatch, at, error(errno.EIO)), suppress(OSError):  # fewer touches may be left
                convert(small, out, jobs=1, batch_size=SIZE)
        convert(small, out, jobs=1, batch_size=SIZE)
        assert contents(out) == expected, nth


def test_a_file_that_comes_out_too_short(small: Path, tmp_path: Path, contents: Contents) -> None:
    """A disk that takes only the beginning of a file leaves no such file behind."""
    convert(small, tmp_path / "whole", jobs=1, batch_size=SIZE)
    out = tmp_path / "out"
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
        try:
            convert(small, out, jobs=1, batch_size=SIZE)
        except OSError as cause:
            os._exit(int(cause.errno == errno.EFBIG))
        os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
    assert {name for name in contents(out) if not name.startswith("_")} <= contents(tmp_path / "whole").keys()
    convert(small, out, jobs=1, batch_size=SIZE)
    assert contents(out) == contents(tmp_path / "whole")


def test_kills(small: Path, tmp_path: Path, contents: Contents) -> None:
    """A run that is killed again and again, with all its processes, ends with the files of one that is not."""
    convert(small, tmp_path / "whole", jobs=1, batch_size=SIZE)
    out = tmp_path / "out"
    program = f"""
if __name__ == "__main__":
    from telegram_format.corpus import convert
    print(flush=True)
    convert({str(small)!r}, {str(out)!r}, jobs=2, batch_size={SIZE})
"""
    (tmp_path / "program.py").write_bytes(program.encode())
    random = Random(1)
    for _ in range(4):
        run = subprocess.Popen(
            [sys.executable, str(tmp_path / "program.py")],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        with run:
            assert run.stdout is not None
            run.stdout.readline()
            time.sleep(random.uniform(0, 0.6))
            os.killpg(run.pid, signal.SIGKILL)
    convert(small, out, jobs=1, batch_size=SIZE)
    assert contents(out) == contents(tmp_path / "whole")
