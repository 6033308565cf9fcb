"""The other side: what runs in the process of a worker.

Strategy: items come over a pipe, one at a time, and each is answered by one frame. The pipes are taken away from the
standard input and output first, so that what the work prints goes to the standard error. Whatever the work does that
Python can catch is made into words here: neither an exception nor a result leaves that was not pickled on this side.
The process ends with its parent: a pipe that the parent holds and never writes to ends when the parent does, and the
kernel then ends this process, even inside a pattern that never gives the interpreter back.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable
from typing import Any, BinaryIO

from telegram_format.isolation.frames import ACTIVITY, ENDED, FAILURE, READY, RESULT, frame, receive

_PROTOCOL = 5
_MOST_WORDS = 1000

_answers: list[int] = []
"""The descriptor that answers go to; none in a process that is no worker's."""


def main() -> None:  # pragma: no cover - runs in another process
    """Answer items until there are no more. Does not return."""
    items, answers = _pipes()
    _end_with_parent()
    _answers.append(answers)
    problem = ""
    task: Callable[[Any], Any] | None = None
    kind, data = receive(items)
    try:
        arguments, program, memory, prepared = pickle.loads(data)
        sys.argv[:] = arguments
        if program is not None:
            _import_main(program)
        task, prepare = pickle.loads(prepared)
        if prepare is not None:
            prepare()
        _limit(memory)
    except BaseException as cause:
        problem = words(cause)
    _send(answers, READY, problem.encode())
    threads = threading.active_count()
    while task is not None and not problem:
        kind, data = receive(items)
        if kind == ENDED:
            break
        _send(answers, *answer(task, data, threads))
    os._exit(0)


def answer(task: Callable[[Any], Any], data: bytes, threads: int) -> tuple[bytes, bytes]:
    """What the parent is told of an item: the kind and the data of a frame.

    The process is fit for a next item if it has no more than its own `threads` and came to the end of this one.
    """
    failing = "error"
    try:
        result = task(pickle.loads(data))
        failing = "result"
        kind, told = RESULT, pickle.dumps(result, _PROTOCOL)
    except BaseException as cause:
        name = "memory" if isinstance(cause, MemoryError) else "exit" if isinstance(cause, SystemExit) else failing
        kind, told = FAILURE, f"{name}\n{words(cause)}".encode()
        failing = name
    fit = failing in ("error", "result") and threading.active_count() <= threads
    return kind if fit else kind.upper(), told


def say(activity: str) -> None:
    """Tell the parent what the work does now; nothing in a process that is no worker's."""
    if _answers:
        _send(_answers[0], ACTIVITY, activity.encode("utf-8", "backslashreplace"))


def in_child() -> bool:
    """Whether this process is a worker's."""
    return bool(_answers)


def words(cause: BaseException) -> str:
    """An exception in words; its own text may raise, too."""
    try:
        text = f"{type(cause).__name__}: {cause}" if str(cause) else type(cause).__name__
    except BaseException as other:
        text = f"{type(cause).__name__}, which cannot say itself: {type(other).__name__}"
    return text.encode("utf-8", "backslashreplace").decode("utf-8")[:_MOST_WORDS]


def _send(descriptor: int, kind: bytes, data: bytes) -> None:  # pragma: no cover - runs in another process
    rest = memoryview(frame(kind, data))
    try:
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    except OSError:  # the parent went, or the work closed the pipe
        os._exit(1)


def _pipes() -> tuple[BinaryIO, int]:  # pragma: no cover - runs in another process
    """The standard input and output, moved to where nobody looks for them."""
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (0, 1):
            msvcrt.setmode(descriptor, os.O_BINARY)
    items, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    try:
        os.dup2(2, 1)
    except OSError:  # there is no standard error
        os.dup2(nothing, 1)
    os.close(nothing)
    return os.fdopen(items, "rb"), answers


def _end_with_parent() -> None:  # pragma: no cover - runs in another process
    """End when the lifeline does; its descriptor, or the parent's number, is the last argument."""
    if sys.platform == "win32":
        import _winapi

        parent = _winapi.OpenProcess(0x00100000, False, int(sys.argv[-1]))  # to wait for it, nothing else

        def wait() -> None:
            _winapi.WaitForSingleObject(parent, _winapi.INFINITE)
            os._exit(1)

        threading.Thread(target=wait, daemon=True).start()
    else:
        import fcntl
        import select
        import signal

        lifeline = int(sys.argv[-1])
        signal.signal(signal.SIGIO, signal.SIG_DFL)  # which is to end
        try:
            fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
            fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
        except OSError:  # no signals for pipes here: a thread, which waits for the interpreter
            threading.Thread(target=lambda: os._exit(len(os.read(lifeline, 1)) or 1), daemon=True).start()
        if select.select([lifeline], [], [], 0)[0]:  # it ended before
            os._exit(1)


def _limit(memory: int | None) -> None:  # pragma: no cover - runs in another process
    """Take no more address space than `memory`, where the system has such a limit."""
    if memory is None:
        return
    try:
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        if most != resource.RLIM_INFINITY:
            memory = min(memory, most)
        resource.setrlimit(resource.RLIMIT_AS, (memory, most))
    except (ImportError, ValueError, OSError):
        return


def _import_main(program: str) -> None:  # pragma: no cover - runs in another process
    """Import the script that the task stands in, under another name than `__main__`, as multiprocessing does."""
    import runpy
    from types import ModuleType

    module = ModuleType("__mp_main__")
    module.__dict__.update(runpy.run_path(program, run_name="__mp_main__"))
    sys.modules["__main__"] = sys.modules["__mp_main__"] = module
