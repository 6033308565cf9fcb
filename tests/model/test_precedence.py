"""Precedences by urgency."""

from __future__ import annotations

import pytest

from telegram_format.model.precedence import PRECEDENCE_OF_PROSIGN, Precedence


def test_order() -> None:
    assert sorted(Precedence) == list(Precedence)
    assert Precedence.ROUTINE < Precedence.PRIORITY < Precedence.IMMEDIATE < Precedence.NIACT_IMMEDIATE
    assert Precedence.NIACT_IMMEDIATE < Precedence.FLASH < Precedence.EMERGENCY
    assert max(Precedence.PRIORITY, Precedence.FLASH) is Precedence.FLASH
    assert [precedence.rank for precedence in Precedence] == list(range(6))


def test_prosigns() -> None:
    assert [precedence.prosign for precedence in Precedence] == ["R", "P", "O", "O", "Z", "Y"]
    for prosign, precedence in PRECEDENCE_OF_PROSIGN.items():
        assert precedence.prosign == prosign
    assert PRECEDENCE_OF_PROSIGN["O"] is Precedence.IMMEDIATE


def test_other_things_are_not_compared() -> None:
    with pytest.raises(TypeError):
        _ = Precedence.ROUTINE < 3  # type: ignore[operator]
    assert Precedence.ROUTINE != "routine"
