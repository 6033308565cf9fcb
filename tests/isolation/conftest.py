"""Code that the processes of workers import stands in a folder of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

CODE = Path(__file__).with_name("code")


@pytest.fixture(scope="module", autouse=True)
def code() -> Iterator[Path]:
    sys.path.insert(0, str(CODE))
    yield CODE
    sys.path.remove(str(CODE))


@pytest.fixture
def gone() -> Callable[[int], bool]:
    """Whether a process ends within two seconds."""

    def wait(number: int) -> bool:
        end = monotonic() + 2
        while monotonic() < end:
            try:
                os.kill(number, 0)
            except ProcessLookupError:
                return True
            if Path(f"/proc/{number}/stat").exists() and b") Z" in Path(f"/proc/{number}/stat").read_bytes():
                return True
            sleep(0.02)
        return False

    return wait
