"""What a worker's process answers, without the process."""

from __future__ import annotations

import importlib
import io
import pickle
import threading

import pytest

from telegram_format.isolation import child
from telegram_format.isolation.child import answer, in_child, say, words
from telegram_format.isolation.frames import ENDED, FAILURE, RESULT, SPENT, frame, receive


def answered(name: str | bytes, threads: int | None = None) -> tuple[bytes, bytes]:
    do = importlib.import_module("misdeeds").do
    return answer(do, pickle.dumps(name), threading.active_count() if threads is None else threads)


def test_a_result_is_pickled_here() -> None:
    assert answered(b"barge") == (RESULT, pickle.dumps(b"barge", 5))


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("fail", b"f", b"error\nKeyError: 'berth'"),
        ("leave", b"F", b"exit\nSystemExit: 3"),
        ("run_out", b"F", b"memory\nMemoryError"),
        ("give_unpicklable", b"f", b"result\nTypeError: cannot pickle '_thread.lock' object"),
        ("raise_unspeakable", b"f", b"error\nUnspeakable, which cannot say itself: ValueError"),
        ("no_such_deed", b"f", b"error\nKeyError: 'no_such_deed'"),
    ],
)
def test_a_failure_is_put_in_words(name: str, kind: bytes, told: bytes) -> None:
    assert answered(name) == (kind, told)
    assert SPENT.get(kind, kind) == FAILURE


def test_a_process_with_more_threads_than_before_is_not_fit() -> None:
    assert answered(b"", threads=0)[0] == b"R"
    assert answered("fail", threads=0)[0] == b"F"


def test_an_item_that_cannot_be_made_again_is_an_error() -> None:
    threads = threading.active_count()
    assert answer(len, b"no pickle", threads) == (FAILURE, b"error\nUnpicklingError: invalid load key, 'n'.")


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
