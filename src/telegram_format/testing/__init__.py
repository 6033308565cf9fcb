"""Tests for those who write readers and writers: telegrams to be had by the thousand, damage, and the laws.

Strategy: the names below are loaded when they are asked for, so that hypothesis, which looks for the strategies of
every package at its start, loads none of this. Needs hypothesis: `pip install telegram-format[testing]`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from telegram_format.testing.damage import OPERATIONS, damaged
    from telegram_format.testing.laws import Finding, LawReport, ReaderLaws, check_reader
    from telegram_format.testing.strategies import telegrams

_PLACES = {
    "OPERATIONS": "damage",
    "Finding": "laws",
    "LawReport": "laws",
    "ReaderLaws": "laws",
    "check_reader": "laws",
    "damaged": "damage",
    "telegrams": "strategies",
}

__all__ = ["OPERATIONS", "Finding", "LawReport", "ReaderLaws", "check_reader", "damaged", "telegrams"]


def __getattr__(name: str) -> Any:
    place = _PLACES.get(name)
    if place is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{place}"), name)
