"""The search for an input that breaks a law."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.testing.laws.search import first_broken, shrunk


def test_the_first_broken_value_ends_the_search() -> None:
    (found,), tried = first_broken(st.integers(0, 100), lambda value: value > 3, 200, same=True)
    assert found > 3
    assert tried < 200


def test_a_value_is_shrunk_where_asked() -> None:
    (found,), _ = first_broken(st.integers(0, 1000), lambda value: value > 3, 200, shrink=True)
    assert found == 4


def test_all_values_are_tried_where_none_is_broken() -> None:
    assert first_broken(st.integers(0, 1000), lambda _: False, 20) == ([], 20)


def test_as_many_are_tried_as_the_profile_says() -> None:
    _, tried = first_broken(st.integers(), lambda _: False, None)
    assert tried > 20


def test_a_value_that_is_broken_once_only_is_found() -> None:
    """Hypothesis calls that flaky and raises; the search has it already."""
    asked = []

    def broken(_value: int) -> bool:
        asked.append(1)
        return len(asked) == 5

    (found,), _ = first_broken(st.integers(), broken, 50)
    assert isinstance(found, int)


def test_what_is_wrong_with_the_search_itself_is_raised() -> None:
    def broken(_value: int) -> bool:
        raise OSError("no")

    with pytest.raises(OSError, match="no"):
        first_broken(st.integers(), broken, 5)


@given(st.lists(st.binary(max_size=12), max_size=12).map(b"\n".join))
def test_what_is_shrunk_is_still_broken(data: bytes) -> None:
    """Shrinking keeps what the law is broken by, and leaves out all else where it can."""
    data += b"\nOIL\n"
    assert shrunk(data, lambda part: b"OIL" in part) == b"OIL"


def test_long_inputs_are_shrunk_by_lines_only() -> None:
    line = b"x" * 700 + b"OIL\n"
    assert shrunk(b"a\nb\n" + line + b"c\n", lambda part: b"OIL" in part) == line


def test_shrinking_ends() -> None:
    asked = []

    def broken(part: bytes) -> bool:
        asked.append(part)
        return len(part) > 3

    assert len(shrunk(b"abc\n" * 1000, broken, most=8)) > 3
    assert len(asked) == 8
    assert shrunk(b"", lambda _: True) == b""
