"""Whatever work does in another process, this one goes on, and the next item is done."""

from __future__ import annotations

import importlib
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter, sleep
from types import ModuleType

import pytest

import telegram_format as tf
from telegram_format.isolation import Worker, WorkFailed
from telegram_format.isolation import worker as worker_module
from telegram_format.isolation.process import Process
from telegram_format.isolation.worker import _ending, _program

SECONDS = 0.25

FAILURES = {
    "fail": ("error", "KeyError: 'berth'"),
    "leave": ("exit", "SystemExit: 3"),
    "recurse": ("error", "RecursionError: "),
    "loop": ("time", "no answer within 0.25 s"),
    "loop_in_a_pattern": ("time", "no answer within 0.25 s"),
    "exit_at_once": ("exit", "the process ended with status 7"),
    "segfault": ("crash", "the process was ended by SIGSEGV"),
    "allocate": ("memory", "MemoryError"),
    "raise_unspeakable": ("error", "Unspeakable, which cannot say itself: ValueError"),
    "give_unpicklable": ("result", "cannot pickle"),
    "give_undone": ("result", "ValueError: invalid literal"),
    "give_slow": ("time", "no answer within 0.25 s"),
    "close_pipes": ("exit", "the process ended with status 1"),
    "close_pipes_and_loop": ("crash", "it closed its pipe"),
    "answer_half": ("time", "no answer within 0.25 s"),
    "answer_too_long": ("crash", "it closed its pipe"),
    "answer_no_reason": ("crash", "it answered what nobody asked"),
    "begin_twice": ("crash", "it answered what nobody asked"),
    "leave_a_process_and_crash": ("time", "no answer within 0.25 s"),
}

HARMLESS = {
    "speak": "done",
    "listen": b"",
    "leave_a_thread": "done",
    "leave_a_process": "done",
}

Do = Worker[object, object]


def misdeed(name: str) -> Callable[..., object]:
    found: Callable[..., object] = getattr(importlib.import_module("misdeeds"), name)
    return found


@pytest.fixture(scope="module")
def worker() -> Iterator[Do]:
    with Worker(misdeed("do"), seconds=SECONDS) as worker:
        yield worker


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_is_told_in_time_and_the_next_item_is_done(worker: Do, name: str) -> None:
    reason, detail = FAILURES[name]
    worker.run(b"")
    start = monotonic()
    with pytest.raises(WorkFailed) as failure:
        worker.run(name)
    assert monotonic() - start <= SECONDS + 0.5
    assert (failure.value.reason, failure.value.activity) == (reason, "")
    assert detail in failure.value.detail
    assert worker.run(b"next") == b"next"


@pytest.mark.parametrize("name", HARMLESS)
def test_what_does_no_harm_gives_its_result(worker: Do, name: str) -> None:
    assert worker.run(name) == HARMLESS[name]
    assert worker.run(b"next") == b"next"


def test_a_process_serves_until_something_may_be_left_behind(worker: Do) -> None:
    first = worker.run("give_number")
    with pytest.raises(WorkFailed):
        worker.run("fail")
    assert worker.run("give_number") == first
    worker.run("leave_a_thread")
    assert worker.run("give_number") != first


def test_large_items_and_results_pass(worker: Do) -> None:
    data = bytes(range(256)) * 20_000
    assert worker.run(data) == data


def test_a_large_item_that_is_never_taken_is_given_up() -> None:
    with Worker(misdeed("do"), seconds=SECONDS) as worker:
        number = worker.run("give_number")
        assert isinstance(number, int)
        os.kill(number, signal.SIGSTOP)
        start = monotonic()
        with pytest.raises(WorkFailed, match="time"):
            worker.run(bytes(1_000_000))
        assert monotonic() - start <= SECONDS + 0.5


def test_the_last_words_of_the_work_are_told(worker: Do) -> None:
    with pytest.raises(WorkFailed) as failure:
        worker.run("say_and_exit")
    assert failure.value.activity == "unloading \\udcff"
    again = pickle.loads(pickle.dumps(failure.value))
    assert (str(again), again.activity) == ("exit: the process ended with status 7", "unloading \\udcff")
    assert isinstance(again, tf.TelegramFormatError)


def test_talk_without_end_is_no_answer(worker: Do) -> None:
    start = monotonic()
    with pytest.raises(WorkFailed, match="time") as failure:
        worker.run("babble")
    assert monotonic() - start <= SECONDS + 0.5
    assert failure.value.activity == "and on"


def test_a_second_answer_is_not_that_of_the_next_item(worker: Do) -> None:
    assert worker.run("answer_twice") is None
    sleep(0.05)
    assert worker.run(b"next") == b"next"


def test_memory_may_be_without_limit() -> None:
    with (
        Worker(misdeed("allocate_much"), memory=None) as free,
        Worker(misdeed("allocate_much"), memory=1 << 28) as bound,
    ):
        assert free.run(None) == 1 << 28
        with pytest.raises(WorkFailed, match="memory"):
            bound.run(None)


def test_a_process_that_cannot_begin_says_why() -> None:
    with Worker(misdeed("do"), prepare=misdeed("prepare_badly")) as worker:
        for _ in range(2):
            with pytest.raises(WorkFailed, match="start: LookupError: no rope") as failure:
                worker.run(b"")
            assert (failure.value.reason, failure.value.activity) == ("start", "rigging")
    told = "start: it answered what nobody asked"
    with Worker(misdeed("do"), prepare=misdeed("answer_as_asked")) as worker, pytest.raises(WorkFailed, match=told):
        worker.run(b"")


def test_a_start_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "_START_SECONDS", 0.3)
    with Worker(misdeed("do"), prepare=misdeed("loop")) as worker, pytest.raises(WorkFailed, match="start: time"):
        worker.run(b"")


def test_an_interpreter_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with Worker(misdeed("do")) as worker:
        monkeypatch.setattr(sys, "executable", "/nowhere/python")
        with pytest.raises(WorkFailed, match="start: FileNotFoundError"):
            worker.run(b"")


@pytest.mark.parametrize(("seconds", "memory"), [(0, None), (float("nan"), None), (1, 0)])
def test_limits_that_are_none(seconds: float, memory: int | None) -> None:
    with pytest.raises(ValueError, match="no limits"):
        Worker(len, seconds=seconds, memory=memory)


def test_what_cannot_be_pickled_is_refused_here(worker: Do) -> None:
    with pytest.raises((pickle.PicklingError, AttributeError)):
        Worker(lambda item: item)
    with pytest.raises(TypeError, match="pickle"):
        worker.run(threading.Lock())
    assert worker.run(b"next") == b"next"


def test_closing_ends_the_process_and_twice_is_nothing(gone: Callable[[int], bool]) -> None:
    worker: Do = Worker(misdeed("do"))
    number = worker.run("give_number")
    assert isinstance(number, int)
    worker.close()
    worker.close()
    assert gone(number)
    with pytest.raises(ValueError, match="closed"):
        worker.run(b"")


def test_another_thread_may_close_it() -> None:
    """At once, whatever the time that the item may take."""
    worker: Do = Worker(misdeed("do"), seconds=float("inf"))
    worker.run(b"")
    closing = threading.Timer(0.05, worker.close)
    closing.start()
    start = monotonic()
    with pytest.raises(ValueError, match="closed"):
        worker.run("loop")
    assert monotonic() - start < 1
    closing.join()


def test_two_threads_may_use_one_worker(worker: Do) -> None:
    found: dict[int, object] = {}

    def use(number: int) -> None:
        found[number] = [worker.run(b"%d" % number) for _ in range(50)]

    threads = [threading.Thread(target=use, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: [b"%d" % number] * 50 for number in range(4)}


@pytest.mark.parametrize("name", ["loop_in_a_pattern", "listen"])
def test_a_child_does_not_outlive_its_parent(
    code: Path, tmp_path: Path, name: str, gone: Callable[[int], bool]
) -> None:
    """The parent is killed, and has no time to say so."""
    note = tmp_path / "number"
    script = (
        f"import sys; sys.path.insert(0, {str(code)!r}); import misdeeds\n"
        "from telegram_format.isolation import Worker\n"
        f"worker = Worker(misdeeds.do_with_file); worker.run(({str(note)!r}, {name!r})); print('done', flush=True)\n"
        "sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        while not (note.exists() and note.read_bytes()):
            sleep(0.02)
        number = int(note.read_bytes())
        assert not parent.poll()
        os.kill(number, 0)
        parent.kill()
    assert gone(number)


SCRIPT = """
import sys
from telegram_format.isolation import Worker, WorkFailed

class Box:
    def __init__(self, value): self.value = value

def double(item): return Box(item * 2)

with Worker(double) as worker:
    try:
        print(worker.run(21).value)
    except WorkFailed as failure:
        print(failure)
"""


def test_a_task_that_stands_in_the_script(tmp_path: Path) -> None:
    unguarded = tmp_path / "unguarded.py"
    unguarded.write_bytes(SCRIPT.encode())
    guarded = tmp_path / "guarded.py"
    guarded.write_bytes(SCRIPT.replace("with Worker", "if __name__ == '__main__':\n  with Worker").encode())
    outputs = [
        subprocess.run([sys.executable, path], capture_output=True, check=True).stdout for path in (guarded, unguarded)
    ]
    assert outputs == [b"42\n", b"42\n"]


def test_the_script_that_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    main = ModuleType("__main__")
    monkeypatch.setitem(sys.modules, "__main__", main)
    monkeypatch.delitem(sys.modules, "__mp_main__", raising=False)
    assert _program() is None
    main.__file__ = "script.py"
    assert _program() == "script.py"
    assert sys.modules["__mp_main__"] is main
    monkeypatch.delitem(sys.modules, "__mp_main__")


def test_a_worker_makes_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "in_child", lambda: True)
    with Worker(len) as worker, pytest.raises(WorkFailed, match="start: a worker's process makes none"):
        worker.run("x")


def test_a_process_of_another_is_left_alone(gone: Callable[[int], bool]) -> None:
    """After a fork, both have the object, and one of them the child."""
    process = Process()
    number = process._child.pid
    process._owner = 0
    process.close()
    os.kill(number, 0)
    assert gone(number)  # its lifeline was the last
    process._child.wait()


def test_a_record_costs_less_than_100_microseconds(worker: Do) -> None:
    """In a batch; one by one the system wakes a process for each, which takes a busy machine its time."""
    times = []
    worker.run(b"")
    for _ in range(300):
        start = perf_counter()
        worker.run(b"a record of some sixty bytes, as a line of a file has them..")
        times.append(perf_counter() - start)
    assert median(times) < 0.002
    with Worker(misdeed("echo")) as echo:
        records = [b"record %d" % number for number in range(1000)]
        echo.run(records)
        start = perf_counter()
        assert echo.run(records) == records
        assert perf_counter() - start < 0.1


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (None, ("crash", "it closed its pipe")),
        (-9, ("crash", "the process was ended by SIGKILL")),
        (-99, ("crash", "the process was ended by signal 99")),
        (0xC0000005, ("crash", "the process ended with status 0xc0000005")),
        (0, ("exit", "the process ended with status 0")),
    ],
)
def test_how_a_process_ended(status: int | None, told: tuple[str, str]) -> None:
    assert _ending(status) == told
