"""The table of checks, and what holds for all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from telegram_format.checks import CHECKS
from telegram_format.diagnostics.codes import CODES
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.authority import ExecutiveOrder
from telegram_format.model.body import Heading, Paragraph
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.marking import Classification
from telegram_format.model.message_id import MessageId
from telegram_format.model.telegram import Telegram
from telegram_format.model.transmission import Section, Transmission
from telegram_format.reading.draft import Draft
from telegram_format.text.source import Source
from telegram_format.text.view import View

Judge = Callable[..., list[Diagnostic]]

SOUND = Telegram(
    message_id=MessageId(2007, "PORT ALDER", 142),
    transmission=Transmission(serial="0142", filed="0341215", security="CCCCC"),
    dtg=DateTimeGroup(3, 12, 15, "Z", 2, 2007),
    classification=Classification.CONFIDENTIAL,
    section=Section(1, 2),
    executive_order=ExecutiveOrder("12958", date(2017, 2, 3)),
    body=(Heading("SUMMARY"), Paragraph("Text.", 1, "C", (Paragraph("Part.", None, "U"),))),
)

WRONG = Telegram(
    message_id=MessageId(2007, "PORT ALDER", 143),
    transmission=Transmission(serial="0142", filed="0301215", security="UUUUU"),
    dtg=DateTimeGroup(3, 12, 15, "Z", 2, 2007),
    classification=Classification.CONFIDENTIAL,
    section=Section(2, 2),
    executive_order=ExecutiveOrder("12958", date(2006, 2, 3)),
    body=(Paragraph("Text.", 1, "S"),),
)


class Untouchable(dict[str, object]):
    """A trace that nobody may look into."""

    def __getitem__(self, key: str) -> object:
        raise AssertionError(f"the trace was asked for {key}")

    get = __getitem__  # type: ignore[assignment]


@pytest.mark.parametrize("telegram", [Telegram(), SOUND])
def test_sound_telegrams_pass_and_leave_the_trace_alone(telegram: Telegram) -> None:
    for check in CHECKS:
        assert check(telegram, Untouchable()) == ()  # type: ignore[arg-type]


def test_all_that_is_wrong_is_found_in_order(judge: Judge) -> None:
    assert [found.code for found in judge(WRONG)] == [
        "serial-conflict",
        "day-of-year-conflict",
        "classification-conflict",
        "section-missing",
        "declassification-before-date",
        "portion-above-overall",
    ]


def test_findings_are_of_the_table_and_have_a_path(judge: Judge) -> None:
    for found in judge(WRONG):
        assert found.severity == CODES[found.code].severity
        assert found.path
        assert found.reader is None
        assert found.span is None


def test_place_is_the_first_of_the_field(judge: Judge) -> None:
    assert judge(WRONG, ("transmission", "serial"))[0].span == (10, 15)


def test_place_of_an_untraced_part_is_that_of_the_whole(judge: Judge) -> None:
    found = judge(WRONG, ("transmission",), ("body", 0))
    assert found[0].path == "transmission.serial"
    assert found[0].span == (10, 15)
    assert found[-1].path == "body[0].marking"
    assert found[-1].span == (10, 15)


def test_place_counts_bytes() -> None:
    draft = Draft(View.whole(Source.of("¶¶ 0142".encode())))
    draft.place(("transmission", "serial"), 3, 7)
    found = [found for check in CHECKS for found in check(WRONG, draft.trace())]
    assert found[0].span == (5, 9)
