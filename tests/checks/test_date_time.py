"""The date-time group against the calendar."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.telegram import Telegram

Judge = Callable[..., list[Diagnostic]]


@pytest.mark.parametrize(
    "dtg",
    [
        None,
        DateTimeGroup(1, 0, 0, "Z", 1, 2007),
        DateTimeGroup(31, 23, 59, "Z", 12, 2007),
        DateTimeGroup(31, 24, 0, "Z", 12, 2007),
        DateTimeGroup(29, 12, 0, "Z", 2, 2008),
        DateTimeGroup(29, 12, 0, "Z", 2),  # the year may be a leap year
        DateTimeGroup(31, 12, 0, "Z"),
        DateTimeGroup(31, 12, 0, "Z", None, 2007),
        DateTimeGroup(3, 12, 15, "J", 2, 2007),  # local time: no moment, but a date
        DateTimeGroup(3, 12, 15, "Y", 2, 2007),
    ],
)
def test_possible(judge: Judge, dtg: DateTimeGroup | None) -> None:
    assert judge(Telegram(dtg=dtg)) == []


@pytest.mark.parametrize(
    "dtg",
    [
        DateTimeGroup(0, 12, 0, "Z", 1, 2007),
        DateTimeGroup(32, 12, 0, "Z", 1, 2007),
        DateTimeGroup(29, 12, 0, "Z", 2, 2007),
        DateTimeGroup(30, 12, 0, "Z", 2),
        DateTimeGroup(31, 12, 0, "Z", 4, 2007),
        DateTimeGroup(32, 12, 0, "Z"),
        DateTimeGroup(3, 24, 1, "Z", 2, 2007),
        DateTimeGroup(3, 25, 0, "Z", 2, 2007),
        DateTimeGroup(3, 12, 60, "Z", 2, 2007),
        DateTimeGroup(3, 12, 0, "Z", 0, 2007),
        DateTimeGroup(3, 12, 0, "Z", 13, 2007),
        DateTimeGroup(3, 12, 0, "Z", 2, 0),
        DateTimeGroup(3, 12, 0, "1", 2, 2007),
        DateTimeGroup(30, 12, 0, "J", 2, 2007),
    ],
)
def test_impossible(judge: Judge, dtg: DateTimeGroup) -> None:
    (found,) = judge(Telegram(dtg=dtg), ("dtg",))
    assert found.code == "dtg-invalid"
    assert found.severity == "error"
    assert found.path == "dtg"
    assert found.span == (10, 15)


@pytest.mark.parametrize(
    ("dtg", "message"),
    [
        (DateTimeGroup(31, 12, 15, "Z", 2, 2007), "no calendar has the date-time group 311215Z, month 2, year 2007"),
        (DateTimeGroup(30, 12, 15, "Z", 2), "no calendar has the date-time group 301215Z, month 2"),
        (DateTimeGroup(3, 25, 15, "Z"), "no calendar has the date-time group 032515Z"),
    ],
)
def test_message_says_what_is_known(judge: Judge, dtg: DateTimeGroup, message: str) -> None:
    (found,) = judge(Telegram(dtg=dtg))
    assert found.message == message
