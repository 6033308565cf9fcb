"""Work that goes wrong, one function for each way; `do` does one by its name."""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

from telegram_format.isolation.child import say


class Unspeakable(Exception):
    """An exception that cannot be pickled, nor say itself."""

    def __init__(self) -> None:
        self.lock = threading.Lock()

    def __str__(self) -> str:
        raise ValueError("no words")


class Undone:
    """A value that is pickled, and cannot be made again."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return int, ("x",)


class Slow:
    """A value that is never pickled to the end."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return loop()


def echo(item: object) -> object:
    return item


def fail() -> None:
    raise KeyError("berth")


def leave() -> None:
    sys.exit(3)


def recurse() -> None:
    recurse()


def loop() -> None:
    while True:
        pass


def loop_in_a_pattern() -> None:
    """The interpreter is not given back while it runs."""
    re.match(r"(a|a)*b", "a" * 60)


def exit_at_once() -> None:
    os._exit(7)


def segfault() -> None:
    ctypes.string_at(0)


def allocate() -> int:
    return len(bytearray(4 << 30))


def allocate_much(_: object) -> int:
    return len(bytearray(1 << 28))


def run_out() -> None:
    raise MemoryError


def raise_unspeakable() -> None:
    raise Unspeakable


def give_unpicklable() -> object:
    return threading.Lock()


def give_undone() -> object:
    return Undone()


def give_slow() -> object:
    return Slow()


def speak() -> str:
    print("spoken")
    sys.stdout.flush()
    os.write(1, b"r\0\0\0\0\0\0\0\1x")
    subprocess.run(["echo", "spoken"], check=True)
    return "done"


def listen() -> bytes:
    return os.read(0, 1)


def close_pipes() -> str:
    os.closerange(3, 256)
    return "done"


def close_pipes_and_loop() -> None:
    os.closerange(3, 256)
    loop()


def answer_half() -> None:
    """The beginning of a long frame, and then nothing."""
    os.write(_pipe(), b"r\0\0\0\0\0\0\1\0half")
    loop()


def answer_too_long() -> None:
    os.write(_pipe(), b"r\xff\0\0\0\0\0\1\0half")
    loop()


def begin_twice() -> None:
    os.write(_pipe(), b"b\0\0\0\0\0\0\0\0")
    loop()


def answer_no_reason() -> None:
    os.write(_pipe(), b"f\0\0\0\0\0\0\0\4rain")
    loop()


def answer_twice() -> str:
    os.write(_pipe(), b"r\0\0\0\0\0\0\0\2N.")
    return "done"


def babble() -> None:
    while True:
        say("and on")


def answer_as_asked() -> None:
    """A result before there was an item."""
    os.write(_pipe(), b"r\0\0\0\0\0\0\0\0")


def _pipe() -> int:
    from telegram_format.isolation import child

    return child._answers[0]


def leave_a_thread() -> str:
    threading.Thread(target=loop).start()
    return "done"


def leave_a_process() -> str:
    """A process that goes its own way and holds the pipes."""
    if os.fork() == 0:
        os.setsid()
        time.sleep(3)
        os._exit(0)
    return "done"


def leave_a_process_and_crash() -> None:
    leave_a_process()
    os._exit(7)


def say_and_exit() -> None:
    say("mooring")
    say("unloading \udcff")
    os._exit(7)


def give_number() -> int:
    return os.getpid()


def do(name: str | bytes) -> object:
    """Do what is named; bytes come back as they are."""
    if isinstance(name, bytes):
        return name
    return globals()[name]()


def do_with_file(item: tuple[str, str]) -> object:
    """Write this process's number to a file, then do what is named."""
    path, name = item
    Path(path).write_text(str(os.getpid()))
    return do(name)


def prepare_badly() -> None:
    say("rigging")
    raise LookupError("no rope")
