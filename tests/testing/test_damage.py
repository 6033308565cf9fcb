"""Damage: each operation does what it says, to any bytes."""

from __future__ import annotations

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from telegram_format.testing.damage import OPERATIONS, damaged

TEXT = b"TO LOME\nINFO ACCRA\r\nRE OIL\rEND"


@pytest.mark.parametrize(
    ("name", "at", "size", "found"),
    [
        ("garble", 0, 1, b"R0 LOME\nINFO ACCRA\r\nRE OIL\rEND"),
        ("drop line", 9, 0, b"TO LOME\nRE OIL\rEND"),
        ("drop line", 29, 0, b"TO LOME\nINFO ACCRA\r\nRE OIL\r"),
        ("double line", 9, 0, b"TO LOME\nINFO ACCRA\r\nINFO ACCRA\r\nRE OIL\rEND"),
        ("swap lines", 9, 0, b"TO LOME\nRE OIL\rINFO ACCRA\r\nEND"),
        ("swap lines", 29, 0, TEXT),
        ("put mark", 9, 0, b"TO LOME\nINFO\n\nLOME 00000512  002 OF 003\n\n\n ACCRA\r\nRE OIL\rEND"),
        ("other line ends", 0, 0, b"TO LOME\r\nINFO ACCRA\r\nRE OIL\r\nEND"),
        ("other line ends", 0, 1, b"TO LOME\r\r\nINFO ACCRA\r\r\nRE OIL\r\r\nEND"),
        ("other line ends", 0, 2, b"TO LOME\rINFO ACCRA\rRE OIL\rEND"),
        ("other line ends", 0, 3, b"TO LOME\nINFO ACCRA\nRE OIL\nEND"),
        ("truncate", 2, 0, b"TO"),
        ("lose beginning", 24, 0, b"IL\rEND"),
        ("lose blank", 8, 0, b"TO LOME\nINFOACCRA\r\nRE OIL\rEND"),
        ("lose blank", 28, 0, TEXT),
        ("add blanks", 8, 2, b"TO LOME\nINFO    ACCRA\r\nRE OIL\rEND"),
        ("add blanks", 28, 2, TEXT),
        ("lose line end", 0, 0, b"TO LOMEINFO ACCRA\r\nRE OIL\rEND"),
        ("add line end", 2, 1, b"TO\n\n LOME\nINFO ACCRA\r\nRE OIL\rEND"),
        ("put nul", 2, 0, b"TO\x00 LOME\nINFO ACCRA\r\nRE OIL\rEND"),
        ("put odd byte", 2, 127, b"TO\xff LOME\nINFO ACCRA\r\nRE OIL\rEND"),
        ("cut out", 2, 4, b"TO\nINFO ACCRA\r\nRE OIL\rEND"),
    ],
)
def test_an_operation(name: str, at: int, size: int, found: bytes) -> None:
    assert OPERATIONS[name](TEXT, at, size) == found


@pytest.mark.parametrize("name", OPERATIONS)
@given(data=st.binary(max_size=60), at=st.integers(), size=st.integers(min_value=0))
def test_an_operation_can_be_done_to_any_bytes(name: str, data: bytes, at: int, size: int) -> None:
    """Whatever the bytes and the numbers, an operation gives bytes."""
    assert isinstance(OPERATIONS[name](data, at, size), bytes)


@given(st.binary(max_size=60).flatmap(damaged))
def test_any_bytes_can_be_damaged(data: bytes) -> None:
    """Damage raises nothing, not even for nothing."""
    assert isinstance(data, bytes)


def test_damage_shrinks_to_one_operation() -> None:
    assert find(damaged(TEXT), lambda data: b"\x00" in data).count(b"\x00") == 1
    assert len(find(damaged(TEXT), lambda data: len(data) < 10)) < 10
