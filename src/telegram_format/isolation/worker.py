"""A worker: a process that does one thing with one item after the other, within limits.

Strategy: one child at a time, started when an item needs it and ended after any failure that may have left something
behind, so that every item meets a process that is as good as new. A failure is an exception with a reason; the worker
itself stays fit for the next item.
"""

from __future__ import annotations

import pickle
import signal
import sys
import threading
from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from telegram_format.isolation.child import in_child, words
from telegram_format.isolation.failure import Reason, WorkFailed
from telegram_format.isolation.frames import ACTIVITY, ENDED, FAILURE, READY, RESULT, SPENT
from telegram_format.isolation.process import Process

T = TypeVar("T")
R = TypeVar("R")

_START_SECONDS = 30.0
_TOLD: tuple[Reason, ...] = ("error", "exit", "memory", "result")
_CRASHED_ON_WINDOWS = 0xC0000000


class Worker(Generic[T, R]):
    """Does `task` with items in a process of its own.

    `task` is a function at the top of a module, or anything else that can be pickled; items and results are pickled,
    too. An item has `seconds` of wall time, from its sending to its answer, and the process `memory` bytes of address
    space: on Linux; other systems do not hold that limit. `prepare` is called in the process before its first item;
    what it takes does not count. `remake` makes the result of its pickle, on this side. Use it with `with`, or call
    `close`.

    It contains what goes wrong, and is no sandbox: the work has the rights of the user, on files as on the network.
    """

    def __init__(
        self,
        task: Callable[[T], R],
        *,
        seconds: float = 10.0,
        memory: int | None = 1 << 30,
        prepare: Callable[[], object] | None = None,
        remake: Callable[[bytes], R] = pickle.loads,
    ) -> None:
        """Raises `ValueError` for limits that are none, and what pickling raises for a task that cannot be pickled."""
        if not seconds > 0 or (memory is not None and memory <= 0):
            raise ValueError(f"no limits: {seconds} seconds, {memory} bytes")
        self._seconds = seconds
        self._memory = memory
        self._task = pickle.dumps((task, prepare))
        self._remake = remake
        self._process: Process | None = None
        self._closed = False
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def run(self, item: T) -> R:
        """The result of the task for `item`. Raises `WorkFailed`; the next item finds the worker fit."""
        data = pickle.dumps(item, 5)
        with self._lock:
            try:
                return self._run(data)
            except BaseException as cause:
                if not isinstance(cause, WorkFailed) or cause.reason not in ("error", "result"):
                    self._end()
                if self._closed:
                    raise ValueError("the worker is closed") from None
                raise

    def close(self) -> None:
        """End the process, also from another thread: an item under way ends with `ValueError`, as further ones do."""
        self._closed = True
        process = self._process
        if process is not None:
            process.kill()
        with self._lock:
            self._end()

    def _run(self, data: bytes) -> R:
        if self._closed:
            raise ValueError("the worker is closed")
        if self._process is not None and not self._process.waits:
            self._end()
        process = self._process or self._start()
        process.send(data)
        kind, answer, activity = self._answer(process, monotonic() + self._seconds, self._seconds)
        if kind in SPENT:
            self._end()
            kind = SPENT[kind]
        if kind == FAILURE:
            raise _failure(answer, activity)
        if kind != RESULT:
            raise WorkFailed("crash", "it answered what nobody asked", activity)
        try:
            return self._remake(answer)
        except Exception as cause:  # its class may do anything when it is made again
            raise WorkFailed("result", words(cause), activity) from cause

    def _start(self) -> Process:
        if in_child():
            raise WorkFailed("start", "a worker's process makes none: put what starts it under __name__ == '__main__'")
        try:
            self._process = process = Process()
        except OSError as cause:
            raise WorkFailed("start", f"{type(cause).__name__}: {cause}") from cause
        if self._closed:  # pragma: no cover - by another thread, just now
            raise ValueError("the worker is closed")
        program = _program() if b"__main__" in self._task else None
        process.send(pickle.dumps((sys.argv, program, self._memory, self._task)))
        try:
            kind, answer, activity = self._answer(process, monotonic() + _START_SECONDS, _START_SECONDS)
        except WorkFailed as failure:
            raise WorkFailed("start", str(failure), failure.activity) from None
        if kind != READY or answer:
            problem = _text(answer) if kind == READY else "it answered what nobody asked"
            raise WorkFailed("start", problem, activity)
        return process

    def _answer(self, process: Process, deadline: float, seconds: float) -> tuple[bytes, bytes, str]:
        """The next frame that is no word on what the work does, and the last such word."""
        activity = ""
        while True:
            found = process.receive(deadline)
            if found is None:
                raise WorkFailed("time", f"no answer within {seconds:g} s", activity)
            kind, data = found
            if kind == ENDED:
                raise WorkFailed(*_ending(process.ending()), activity)
            if kind != ACTIVITY:
                return kind, data, activity
            activity = _text(data)

    def _end(self) -> None:
        if self._process is not None:
            self._process.close()
            self._process = None


def _failure(told: bytes, activity: str) -> WorkFailed:
    """The failure that a frame tells of."""
    reason, _, detail = _text(told).partition("\n")
    for known in _TOLD:
        if reason == known:
            return WorkFailed(known, detail, activity)
    return WorkFailed("crash", "it answered what nobody asked", activity)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "backslashreplace")


def _ending(status: int | None) -> tuple[Reason, str]:
    """How a process ended, from its status."""
    if status is None:
        return "crash", "it closed its pipe"
    if status < 0:
        return "crash", f"the process was ended by {_signal(-status)}"
    if status >= _CRASHED_ON_WINDOWS:
        return "crash", f"the process ended with status {status:#x}"
    return "exit", f"the process ended with status {status}"


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _program() -> str | None:
    """The script that runs, for a task that stands in it."""
    main: Any = sys.modules["__main__"]
    path: str | None = getattr(main, "__file__", None)
    if path is not None:
        sys.modules.setdefault("__mp_main__", main)  # by this name its classes come back
    return path
