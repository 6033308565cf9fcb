"""Format lines 1 to 9, and addresses."""

from __future__ import annotations

from typing import Any

import pytest

import telegram_format as tf
from telegram_format.spelling.address import spell_address
from telegram_format.spelling.header import header_lines, spell_dtg, transmission_lines

FULL = tf.Transmission(
    "XRO0412", tf.Precedence.IMMEDIATE, ("RUEHMRD", "RUEHCVL"), "RUEHPLD", "0219", 1, "0651640", "CCCCC", ("ZZH",)
)


def test_format_lines_1_to_4() -> None:
    assert transmission_lines(FULL) == [
        "VZCZCXRO0412",
        "OO RUEHMRD RUEHCVL",
        "DE RUEHPLD #0219/01 0651640",
        "ZNY CCCCC ZZH",
    ]
    assert transmission_lines(tf.Transmission("", None, ("RUEHC",), "RUEHPC", security="UUUUU")) == [
        "VZCZC",
        "RUEHC",
        "DE RUEHPC",
        "ZNR UUUUU",
    ]
    assert transmission_lines(tf.Transmission(precedence=tf.Precedence.FLASH)) == ["ZZ"]
    assert transmission_lines(tf.Transmission()) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("identification", "xro1"),
        ("routing", ("RUEHC\nTO X",)),
        ("station", "RUE"),
        ("serial", "12"),
        ("section", 100),
        ("filed", "12"),
        ("security", "CCC"),
        ("signals", ("ZZH ZDK",)),
    ],
)
def test_parts_of_format_lines_1_to_4_without_their_shape(name: str, value: Any) -> None:
    fields: dict[str, Any] = {"station": "RUEHC", "serial": "0001", "security": "UUUUU", name: value}
    with pytest.raises(tf.SerializationError) as found:
        transmission_lines(tf.Transmission(**fields))
    assert found.value.path.partition("[")[0] == f"transmission.{name}"


def test_format_lines_5_to_9() -> None:
    telegram = tf.Telegram(
        transmission=FULL,
        precedence=tf.Precedence.IMMEDIATE,
        info_precedence=tf.Precedence.PRIORITY,
        dtg=tf.DateTimeGroup(6, 16, 40, "Z", 3, 2009),
        originator=tf.Address("AMEMBASSY PORT ALDER"),
        to=(
            tf.Address("SECSTATE WASHDC", "RUEHC", tf.Precedence.IMMEDIATE, "2291"),
            tf.Address("INFO SYSTEMS COMMAND"),
        ),
        info=(tf.Address("CNO WASHINGTON DC", None, None, None, ("N1", "N2")),),
        exempted=(tf.Address("AMEMBASSY MERIDIAN"), tf.Address("AMCONSUL CALVERLEY", "RUEHCVL")),
        attributes=tf.Attributes({"instructions": "ZDK"}),
    )
    lines = [
        "O P 061640Z MAR 09 ZDK",
        "FM AMEMBASSY PORT ALDER",
        "TO RUEHC/SECSTATE WASHDC IMMEDIATE 2291",
        "TO INFO SYSTEMS COMMAND",
        "INFO CNO WASHINGTON DC//N1/N2//",
        "XMT AMEMBASSY MERIDIAN",
        "XMT RUEHCVL/AMCONSUL CALVERLEY",
    ]
    assert header_lines(telegram)[4:] == lines
    assert header_lines(telegram, routing=False, bt=True) == [*lines, "BT"]
    assert header_lines(tf.Telegram(), bt=True) == []
    assert header_lines(tf.Telegram(precedence=tf.Precedence.FLASH)) == ["Z"]


@pytest.mark.parametrize(
    ("group", "words"),
    [
        (tf.DateTimeGroup(6, 16, 40), "061640Z"),
        (tf.DateTimeGroup(6, 16, 40, "K", 3), "061640K MAR"),
        (tf.DateTimeGroup(6, 16, 40, "Z", 3, 2009), "061640Z MAR 09"),
        (tf.DateTimeGroup(6, 16, 40, "Z", 3, 1965), "061640Z MAR 1965"),
    ],
)
def test_date_time_groups(group: tf.DateTimeGroup, words: str) -> None:
    assert spell_dtg(group) == words


@pytest.mark.parametrize(
    ("group", "path"),
    [
        (tf.DateTimeGroup(100, 1, 1), "dtg.day"),
        (tf.DateTimeGroup(1, -1, 1), "dtg.hour"),
        (tf.DateTimeGroup(1, 1, 1, "ZZ"), "dtg.zone"),
        (tf.DateTimeGroup(1, 1, 1, "Z", 13), "dtg.month"),
        (tf.DateTimeGroup(1, 1, 1, "Z", 1, 99), "dtg.year"),
    ],
)
def test_groups_that_are_none(group: tf.DateTimeGroup, path: str) -> None:
    with pytest.raises(tf.SerializationError) as found:
        spell_dtg(group)
    assert found.value.path == path


@pytest.mark.parametrize(
    ("address", "path"),
    [
        (tf.Address(""), "name"),
        (tf.Address("A\nTO B"), "name"),
        (tf.Address("RUEHC/A"), "name"),
        (tf.Address("A, XMT B"), "name"),
        (tf.Address("A//N1//"), "name"),
        (tf.Address("A 1234"), "name"),
        (tf.Address("A PRIORITY"), "name"),
        (tf.Address("A NIACT IMMEDIA"), "name"),
        (tf.Address("/A"), "name"),
        (tf.Address("A."), "name"),
        (tf.Address("A", "RU"), "routing_indicator"),
        (tf.Address("A", None, None, "12"), "continuity_number"),
        (tf.Address("A", None, None, None, ("N/1",)), "office_codes[0]"),
    ],
)
def test_addresses_that_would_be_read_as_others(address: tf.Address, path: str) -> None:
    with pytest.raises(tf.SerializationError) as found:
        spell_address(address)
    assert found.value.path == f"address.{path}"
