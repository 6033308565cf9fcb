"""Facts about fields: what they fill, and what they are compared with."""

from __future__ import annotations

import pytest

from telegram_format.model.address import Address
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.message_id import MessageId
from telegram_format.model.tag import Tag
from telegram_format.model.telegram import Telegram
from telegram_format.reading.draft import Draft
from telegram_format.reading.fact_values import FILL
from telegram_format.reading.fill import fill
from telegram_format.reading.wrapped import Fact
from telegram_format.text.source import Source
from telegram_format.text.view import View

MARCH = DateTimeGroup(12, 15, 30, "Z", 3, 1975)


def filled(value: str, about: str, **known: object) -> tuple[Telegram, list[str]]:
    """The telegram that says `known` after a fact, and the codes of what was told."""
    draft = Draft(View.whole(Source.of(value)), reader="sample")
    for name, values in known.items():
        if isinstance(values, tuple):
            for item in values:
                draft.add(name, item, 0, 0)
        else:
            draft.put(name, values, 0, 0)
    fill(draft, (Fact("outer", value, 0, len(value), about),))
    for path, spans in draft.trace().items():
        assert all(0 <= start <= end <= len(value) for start, end in spans), path
    return draft.telegram(), [found.code for found in draft.diagnostics()]


def test_every_field_of_the_table_is_one_of_the_telegram() -> None:
    assert all(hasattr(Telegram(), name) for name in FILL)


def test_a_fact_is_about_the_field_of_its_own_name_or_another() -> None:
    assert Fact("subject", "HERRING", 0, 7).field == "subject"
    assert Fact("title", "HERRING", 0, 7, "subject").field == "subject"


@pytest.mark.parametrize("value", ["12 MAR 1975", "12-Mar-1975 12:00:00 am", "11 mar 1975", "13 MAR 1975"])
def test_dates_that_agree(value: str) -> None:
    assert filled(value, "dtg", dtg=MARCH)[1] == []


@pytest.mark.parametrize("value", ["10 MAR 1975", "12 APR 1975", "12 MAR 1976"])
def test_dates_that_differ(value: str) -> None:
    telegram, codes = filled(value, "dtg", dtg=MARCH)
    assert telegram.dtg == MARCH
    assert codes == ["wrapper-conflict"]


@pytest.mark.parametrize("value", ["12 XXX 1975", "32 MAR 1975", "MARCH", "", "1975-03-20"])
def test_what_is_no_date_says_nothing(value: str) -> None:
    telegram, codes = filled(value, "dtg", dtg=MARCH)
    assert telegram.dtg == MARCH
    assert codes == []


def test_a_date_completes_a_group_and_makes_none() -> None:
    partial = DateTimeGroup(12, 15, 30)
    assert filled("12 MAR 1975", "dtg", dtg=partial)[0].dtg == MARCH
    assert filled("12 MAR 1975", "dtg")[0].dtg is None
    assert filled("20 MAR 1975", "dtg", dtg=partial)[1] == ["wrapper-conflict"]


def test_a_group_that_cannot_be_is_not_compared() -> None:
    assert filled("12 MAR 1975", "dtg", dtg=DateTimeGroup(31, 15, 30, "Z", 2, 1975))[1] == []


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("HERRING QUOTA", []),
        ("Herring: quota", []),
        ("HERRING", []),
        ("HERRING QUOTA OF THE BOARD", []),
        ("COD QUOTA", ["wrapper-conflict"]),
    ],
)
def test_subjects(value: str, codes: list[str]) -> None:
    assert filled(value, "subject", subject="HERRING QUOTA")[1] == codes
    assert filled(value, "subject")[0].subject == value


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("EFIS, NO, US, n/a", []),
        ("NO; EFIS", []),
        ("EFIS, US", ["wrapper-conflict"]),
        ("n/a", []),
    ],
)
def test_tags(value: str, codes: list[str]) -> None:
    assert filled(value, "tags", tags=(Tag("EFIS", "subject"), Tag("NO", "country")))[1] == codes


def test_tags_that_the_text_lacks() -> None:
    telegram, _ = filled("OVIP, (MARLOWE, ESTHER), NO, NO, n/a", "tags")
    assert telegram.tags == (Tag("OVIP", "subject"), Tag("MARLOWE, ESTHER", "person"), Tag("NO", "country"))


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("OSLO", []),
        ("AMEMBASSY OSLO", []),
        ("LONDON", ["wrapper-conflict"]),
        ("SECRETARY OF THE DAY", []),
    ],
)
def test_senders(value: str, codes: list[str]) -> None:
    assert filled(value, "originator", originator=Address("AMEMBASSY OSLO"))[1] == codes
    assert filled(value, "originator")[0].originator == Address(value)


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("STATE", []),
        ("PARIS, STATE", []),
        ("PARIS, LONDON", ["wrapper-conflict"]),
        ("ALL POSTS", []),
    ],
)
def test_addressees(value: str, codes: list[str]) -> None:
    to = (Address("SECSTATE WASHDC"), Address("AMEMBASSY BONN"))
    assert filled(value, "to", to=to)[1] == codes
    assert [address.name for address in filled(value, "to")[0].to] == value.split(", ")


def test_captions_fill_only() -> None:
    assert filled("LIMDIS, EXDIS", "captions")[0].captions == ("LIMDIS", "EXDIS")
    assert filled("LIMDIS", "captions", captions=("EXDIS",))[0].captions == ("EXDIS",)


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("1975NATO01242", []),
        ("1975USNATO1242", []),
        ("1975NATO01243", ["message-id-conflict"]),
        ("1975OSLO01242", ["message-id-conflict"]),
    ],
)
def test_stations_may_be_cut(value: str, codes: list[str]) -> None:
    assert filled(value, "message_id", message_id=MessageId(1975, "USNATO", 1242))[1] == codes


def test_a_long_value_is_told_shortly() -> None:
    draft = Draft(View.whole(Source.of("COD" * 60)), reader="sample")
    draft.put("subject", "HERRING", 0, 0)
    fill(draft, (Fact("subject", "COD" * 60, 0, 180),))
    (found,) = draft.diagnostics()
    assert len(found.message) < 120


def test_a_long_fact_is_no_number_and_is_not_kept() -> None:
    """What is kept is bounded in size too, not in number only."""
    from telegram_format.model import message_id
    from telegram_format.reading import fact_values

    known = message_id._parts_of.cache_info().currsize
    assert fact_values.parsed_message_id("07PORTALDER219" * 100) is None
    assert message_id._parts_of.cache_info().currsize == known
