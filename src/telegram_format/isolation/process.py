"""One child process and the ends of its pipes that the parent holds.

Strategy: a thread reads the answers, so that the parent waits for a queue, which has a deadline on every system; it
ends with the pipe. A small item is written at once, for the child has taken the one before; a large one is written by
a thread, for the child may never take it. Nothing here waits without a deadline.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from queue import Empty, SimpleQueue
from selectors import EVENT_WRITE, DefaultSelector
from threading import TIMEOUT_MAX
from time import monotonic
from typing import BinaryIO

from telegram_format.isolation.frames import ENDED, ITEM, frame, receive

_SMALL = 4096
"""Bytes that an empty pipe takes on every system."""

_GRACE = 0.2
"""Seconds in which a child that closed its pipe may end by itself, so that it can be told how it did."""


class Process:
    """A running child."""

    def __init__(self) -> None:
        """Start it. Raises `OSError`."""
        script = f"import sys; sys.path[:] = {sys.path!r}; from telegram_format.isolation.child import main; main()"
        begin = [sys.executable, "-P", "-c", script]
        ours: int | None = None
        if sys.platform == "win32":  # pragma: no cover - another system
            self._child = subprocess.Popen(
                [*begin, str(os.getpid())], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
            )
        else:
            theirs, ours = os.pipe()
            try:
                self._child = subprocess.Popen(
                    [*begin, str(theirs)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    bufsize=0,
                    pass_fds=(theirs,),
                    start_new_session=True,
                )
            except OSError:
                os.close(ours)
                raise
            finally:
                os.close(theirs)
        self._lifeline: int | None = ours
        self._owner = os.getpid()
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._items = self._child.stdin
        self._blocking = sys.platform == "win32"
        os.set_blocking(self._items.fileno(), self._blocking)
        self._frames: SimpleQueue[tuple[bytes, bytes]] = SimpleQueue()
        answers = os.fdopen(os.dup(self._child.stdout.fileno()), "rb")
        self._child.stdout.close()
        threading.Thread(target=_listen, args=(answers, self._frames), daemon=True).start()

    @property
    def own(self) -> bool:
        """Whether it is a child of this process, and not of one that forked into this."""
        return self._owner == os.getpid()

    @property
    def waits(self) -> bool:
        """Whether it is for this process to speak: nothing came that was not asked for."""
        return self.own and self._frames.empty()

    def send(self, data: bytes) -> None:
        """Send an item. Returns at once; that the child takes it is known from its answer."""
        rest = memoryview(frame(ITEM, data))
        if not self._blocking or len(rest) <= _SMALL:  # pragma: no branch - another system
            rest = _write(self._items.fileno(), rest)
        if rest:
            descriptor = os.dup(self._items.fileno())
            threading.Thread(target=_write_all, args=(descriptor, rest), daemon=True).start()

    def receive(self, deadline: float) -> tuple[bytes, bytes] | None:
        """The next frame; `None` when `deadline` has come first."""
        left = deadline - monotonic()
        if left <= 0:  # whatever there is: a child may talk without end
            return None
        try:
            return self._frames.get(timeout=min(left, TIMEOUT_MAX))
        except Empty:
            return None

    def ending(self) -> int | None:
        """The status of a child that has closed its pipe; `None` if it still runs after a moment."""
        try:
            return self._child.wait(_GRACE)
        except subprocess.TimeoutExpired:
            return None

    def kill(self) -> None:
        """End it, and what it started, now. May be called by another thread than the one that waits for an answer."""
        if not self.own:
            return
        if sys.platform != "win32":  # pragma: no branch - another system
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._child.pid, signal.SIGKILL)
        self._child.kill()

    def close(self) -> None:
        """Kill it, and give back what this side holds of it."""
        self.kill()
        if self.own:
            self._child.wait()
        self._items.close()
        if self._lifeline is not None:  # pragma: no branch - another system
            os.close(self._lifeline)
            self._lifeline = None


def _listen(answers: BinaryIO, frames: SimpleQueue[tuple[bytes, bytes]]) -> None:
    with answers:
        while True:
            found = receive(answers)
            frames.put(found)
            if found[0] == ENDED:
                return


def _write(descriptor: int, data: memoryview) -> memoryview:
    """Write what the pipe takes now; the rest."""
    try:
        while data:
            data = data[os.write(descriptor, data) :]
    except BlockingIOError:
        return data
    except OSError:  # the child ended; its pipe tells so
        return data[:0]
    return data


def _write_all(descriptor: int, data: memoryview) -> None:
    with open(descriptor, "wb", buffering=0), DefaultSelector() as selector:
        selector.register(descriptor, EVENT_WRITE)
        while data := _write(descriptor, data):
            selector.select()
