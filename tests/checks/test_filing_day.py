"""FL3's filing time against the date-time group."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.telegram import Telegram
from telegram_format.model.transmission import Transmission

Judge = Callable[..., list[Diagnostic]]


def telegram(filed: str | None, dtg: DateTimeGroup | None) -> Telegram:
    return Telegram(transmission=Transmission(filed=filed), dtg=dtg)


def day(day: int, month: int, year: int) -> DateTimeGroup:
    return DateTimeGroup(day, 12, 15, "Z", month, year)


@pytest.mark.parametrize(
    ("filed", "dtg"),
    [
        ("0341215", day(3, 2, 2007)),
        ("0350001", day(3, 2, 2007)),  # filed past midnight
        ("0601215", day(29, 2, 2008)),
        ("0611215", day(1, 3, 2008)),
        ("0601215", day(1, 3, 2007)),
        ("3651215", day(31, 12, 2007)),
        ("0010001", day(31, 12, 2007)),
        ("3661215", day(31, 12, 2008)),
        ("0010001", day(31, 12, 2008)),
        ("3661215", day(30, 12, 2008)),
        ("0010001", day(31, 12, 9999)),
        ("0352400", DateTimeGroup(3, 24, 0, "Z", 2, 2007)),  # the end of the 3rd is the 4th
    ],
)
def test_same_day_or_next(judge: Judge, filed: str, dtg: DateTimeGroup) -> None:
    assert judge(telegram(filed, dtg)) == []


@pytest.mark.parametrize(
    ("filed", "dtg"),
    [
        ("0331215", day(3, 2, 2007)),
        ("0361215", day(3, 2, 2007)),
        ("0001215", day(3, 2, 2007)),
        ("9991215", day(3, 2, 2007)),
        ("3661215", day(31, 12, 2007)),  # no leap year
        ("0020001", day(31, 12, 2007)),
        ("0010001", day(30, 12, 2008)),
        ("3651215", day(1, 1, 2007)),
    ],
)
def test_conflict(judge: Judge, filed: str, dtg: DateTimeGroup) -> None:
    (found,) = judge(telegram(filed, dtg), ("transmission", "filed"))
    assert found.code == "day-of-year-conflict"
    assert found.path == "transmission.filed"
    assert found.span == (10, 15)


def test_message_says_both_days(judge: Judge) -> None:
    (found,) = judge(telegram("0301215", day(3, 2, 2007)))
    assert found.message == "filed on day 030 of the year, but 031215Z FEB 07 is day 034"


@pytest.mark.parametrize("filed", [None, "", "030", "03012150", "02/0009Z", "٠٣٠١٢١٥", "³⁰¹²¹⁵¹"])
def test_other_filing_times_are_not_judged(judge: Judge, filed: str | None) -> None:
    assert judge(telegram(filed, day(3, 2, 2007))) == []


@pytest.mark.parametrize(
    "dtg",
    [
        None,
        DateTimeGroup(3, 12, 15, "Z"),
        DateTimeGroup(3, 12, 15, "Z", 2),
        DateTimeGroup(3, 12, 15, "A", 2, 2007),
        DateTimeGroup(3, 12, 15, "J", 2, 2007),
    ],
)
def test_other_date_time_groups_are_not_judged(judge: Judge, dtg: DateTimeGroup | None) -> None:
    assert judge(telegram("0301215", dtg)) == []


def test_an_impossible_group_is_told_once(judge: Judge) -> None:
    assert [found.code for found in judge(telegram("0301215", day(30, 2, 2007)))] == ["dtg-invalid"]


def test_no_format_lines(judge: Judge) -> None:
    assert judge(Telegram(dtg=day(3, 2, 2007))) == []
