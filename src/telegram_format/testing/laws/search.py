"""The search for an input that breaks a law, and the smallest one that still does.

Strategy: hypothesis makes the inputs; the first that breaks the law ends the search. Its bytes are then shrunk here, by
leaving out lines, then signs, in ever smaller pieces: the inputs are damaged samples, and no choice of damage makes a
sample short.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis import strategies as st

T = TypeVar("T")

_LINES = re.compile(rb"[^\n]*+\n|[^\n]++")
_SHORT = 600
"""Bytes; what is longer is not shrunk sign by sign."""


class _Broken(Exception):
    """The law is broken: no further inputs."""


def first_broken(
    strategy: st.SearchStrategy[T],
    broken: Callable[[T], bool],
    examples: int | None,
    *,
    shrink: bool = False,
    same: bool = False,
) -> tuple[list[T], int]:
    """The first (with `shrink`, the simplest) value that is broken, if there is one, and how many were tried.

    `examples` is how many are tried at most, by default as many as the profile of hypothesis says; `same` takes the
    same ones every time, whatever that profile says.
    """
    found: list[T] = []
    tried = 0

    @given(strategy)
    def attempt(value: T) -> None:
        nonlocal tried
        tried += 1
        if broken(value):
            found.append(value)
            raise _Broken

    default = settings.default
    assert default is not None  # there is always a profile; the types of hypothesis do not say so
    profile = settings(
        max_examples=examples or default.max_examples,
        derandomize=same or default.derandomize,
        phases=[Phase.generate, Phase.shrink] if shrink else [Phase.generate],
        deadline=None,
        database=None,
        report_multiple_bugs=False,
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )
    try:
        profile(attempt)()
    except Exception:
        if not found:
            raise
    return found[-1:], tried  # hypothesis ends with the simplest one, tried again


def shrunk(data: bytes, broken: Callable[[bytes], bool], most: int = 400) -> bytes:
    """The smallest input found by leaving out parts of `data` that is still broken; `most` is how many are tried."""
    left = [most]
    data = b"".join(_fewer(_LINES.findall(data), broken, left))
    if len(data) <= _SHORT:
        data = b"".join(_fewer([data[index : index + 1] for index in range(len(data))], broken, left))
    return data


def _fewer(parts: list[bytes], broken: Callable[[bytes], bool], left: list[int]) -> list[bytes]:
    size = max(len(parts) // 2, 1)
    while parts and left[0] > 0:
        start = 0
        while start < len(parts) and left[0] > 0:
            fewer = parts[:start] + parts[start + size :]
            left[0] -= 1
            if broken(b"".join(fewer)):
                parts = fewer
            else:
                start += size
        if size == 1:
            break
        size = max(size // 2, 1)
    return parts
