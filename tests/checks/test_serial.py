"""FL3's serial number against the message number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.message_id import MessageId
from telegram_format.model.telegram import Telegram
from telegram_format.model.transmission import Transmission

Judge = Callable[..., list[Diagnostic]]


def telegram(serial: str | None, number: int) -> Telegram:
    return Telegram(message_id=MessageId(2007, "PORT ALDER", number), transmission=Transmission(serial=serial))


@pytest.mark.parametrize(
    ("serial", "number"),
    [
        ("0142", 142),
        ("0001", 1),
        ("9999", 9999),
        ("0000", 10000),
        ("6107", 296107),
        ("142", 143),  # of a relay that counts for itself
        ("00142", 143),
        ("0142B", 143),
        ("¹²³⁴", 143),
        ("٠١٤٢", 143),
        ("", 143),
        (None, 143),
    ],
)
def test_agrees_or_says_nothing(judge: Judge, serial: str | None, number: int) -> None:
    assert judge(telegram(serial, number)) == []


@pytest.mark.parametrize(("serial", "number"), [("0142", 143), ("0142", 141), ("0142", 10143), ("0000", 1)])
def test_conflict(judge: Judge, serial: str, number: int) -> None:
    (found,) = judge(telegram(serial, number), ("transmission", "serial"))
    assert found.code == "serial-conflict"
    assert found.path == "transmission.serial"
    assert found.span == (10, 15)
    assert found.message == f"station serial number {serial} does not fit message number {number}"


def test_one_of_both_is_not_there(judge: Judge) -> None:
    assert judge(Telegram(transmission=Transmission(serial="0142"))) == []
    assert judge(Telegram(message_id=MessageId(2007, "PORT ALDER", 143))) == []


def test_a_message_of_a_series_is_numbered_by_its_series(judge: Judge) -> None:
    message = Telegram(message_id=MessageId(2022, "NAVADMIN", 264), transmission=Transmission(serial="0142"))
    assert judge(message, ("transmission", "serial")) == []
