"""Answers that are kept, for short words only.

Strategy: telegrams have the same words again and again, and an answer is looked up more quickly than it is found. A
cache is bounded by the number of its answers; here by the length of what was asked, too, or a hostile megabyte that
stands where a name should would be kept as well.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar

_LONGEST = 80
"""Characters; answers for longer words are found anew."""

_Answer = TypeVar("_Answer")


def kept(most: int) -> Callable[[Callable[[str], _Answer]], Callable[[str], _Answer]]:
    """A decorator for a function of words: it keeps `most` answers, and tells of them as `lru_cache` does."""

    def keep(find: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
        known = lru_cache(most)(find)

        @wraps(find)
        def answer(words: str) -> _Answer:
            return known(words) if len(words) <= _LONGEST else find(words)

        told: Any = answer
        told.cache_info = known.cache_info
        return answer

    return keep
