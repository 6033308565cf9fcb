"""What a worker's process answers, without the process."""

from __future__ import annotations

import importlib
import io
import pickle
import threading

import pytest

from telegram_format.isolation import child
from telegram_format.isolation.child import answer, in_child, say, words
from telegram_format.isolation.frames import ENDED, frame, receive


def answered(name: str | bytes, threads: int | None = None) -> tuple[str, str, bool, bytes]:
    do = importlib.import_module("misdeeds").do
    told = answer(do, pickle.dumps(name), threading.active_count() if threads is None else threads)
    found: tuple[str, str, bool, bytes] = pickle.loads(told)
    return found


def test_a_result_is_pickled_here() -> None:
    assert answered(b"barge") == ("", "", True, pickle.dumps(b"barge", 5))


@pytest.mark.parametrize(
    ("name", "reason", "detail", "fit"),
    [
        ("fail", "error", "KeyError: 'berth'", True),
        ("leave", "exit", "SystemExit: 3", False),
        ("run_out", "memory", "MemoryError", False),
        ("give_unpicklable", "result", "TypeError: cannot pickle '_thread.lock' object", True),
        ("raise_unspeakable", "error", "Unspeakable, which cannot say itself: ValueError", True),
        ("no_such_deed", "error", "KeyError: 'no_such_deed'", True),
    ],
)
def test_a_failure_is_put_in_words(name: str, reason: str, detail: str, fit: bool) -> None:
    assert answered(name) == (reason, detail, fit, b"")


def test_a_process_with_more_threads_than_before_is_not_fit() -> None:
    assert answered(b"", threads=0)[2] is False


def test_an_item_that_cannot_be_made_again_is_an_error() -> None:
    found = pickle.loads(answer(len, b"no pickle", 1))
    assert found[:2] == ("error", "UnpicklingError: invalid load key, 'n'.")


def test_words_are_short_and_can_be_written() -> None:
    assert words(ValueError("\udcff" + "x" * 5000)) == f"ValueError: \\udcff{'x' * 982}"
    assert words(KeyError()) == "KeyError"


def test_outside_a_worker_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[tuple[int, bytes, bytes]] = []
    monkeypatch.setattr(child, "_send", lambda *words: sent.append(words))
    say("mooring")
    assert (sent, in_child()) == ([], False)
    monkeypatch.setattr(child, "_answers", [7])
    say("mooring \udcff")
    assert (sent, in_child()) == ([(7, b"a", b"mooring \\udcff")], True)


@pytest.mark.parametrize("data", [b"", b"r\0\0", frame(b"r", b"whole")[:-1], b"r\xff\0\0\0\0\0\0\1x"])
def test_what_is_no_whole_frame_is_the_end(data: bytes) -> None:
    assert receive(io.BytesIO(data)) == (ENDED, b"")


def test_a_pipe_that_fails_is_the_end() -> None:
    pipe = io.BytesIO()
    pipe.close()
    assert receive(pipe) == (ENDED, b"")


def test_frames_come_one_after_the_other() -> None:
    pipe = io.BytesIO(frame(b"a", b"") + frame(b"r", b"whole"))
    assert [receive(pipe) for _ in range(3)] == [(b"a", b""), (b"r", b"whole"), (ENDED, b"")]
