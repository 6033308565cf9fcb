"""The declassification date against the date of the telegram."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.authority import ExecutiveOrder
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.message_id import MessageId
from telegram_format.model.telegram import Telegram

Judge = Callable[..., list[Diagnostic]]

WRITTEN = DateTimeGroup(3, 12, 15, "Z", 2, 2007)
NUMBER = MessageId(2007, "PORT ALDER", 142)


def telegram(day: date | None, dtg: DateTimeGroup | None, number: MessageId | None = None) -> Telegram:
    return Telegram(message_id=number, dtg=dtg, executive_order=ExecutiveOrder("12958", day))


@pytest.mark.parametrize("day", [date(2007, 2, 3), date(2007, 2, 4), date(2017, 2, 3), None])
def test_on_the_day_or_later(judge: Judge, day: date | None) -> None:
    assert judge(telegram(day, WRITTEN)) == []


@pytest.mark.parametrize("day", [date(2007, 2, 2), date(1917, 2, 3)])
def test_before_the_day(judge: Judge, day: date) -> None:
    (found,) = judge(telegram(day, WRITTEN), ("executive_order",))
    assert found.code == "declassification-before-date"
    assert found.path == "executive_order.declassify_on"
    assert found.span == (10, 15)
    assert found.message == f"declassified on {day.isoformat()}, but written 2007-02-03"


@pytest.mark.parametrize("dtg", [None, DateTimeGroup(3, 12, 15, "Z", 2)])
def test_without_a_date_the_year_counts(judge: Judge, dtg: DateTimeGroup | None) -> None:
    assert judge(telegram(date(2007, 1, 1), dtg, NUMBER)) == []
    (found,) = judge(telegram(date(2006, 12, 31), dtg, NUMBER))
    assert found.message == "declassified on 2006-12-31, but written 2007"


def test_nothing_to_compare_with(judge: Judge) -> None:
    assert judge(telegram(date(1917, 1, 1), None)) == []
    assert judge(telegram(date(1917, 1, 1), None, MessageId(None, "PORT ALDER", 142))) == []
    assert judge(Telegram(dtg=WRITTEN)) == []
