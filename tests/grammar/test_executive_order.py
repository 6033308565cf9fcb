"""The E.O. line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.executive_order import read_executive_order
from telegram_format.kit import Draft, Source, View
from telegram_format.model.authority import ExecutiveOrder

DraftOf = Callable[..., Draft]
DAY = date(2012, 9, 26)


@pytest.mark.parametrize(
    ("value", "order"),
    [
        ("12958: DECL: 09/26/2012", ExecutiveOrder("12958", DAY)),
        ("12958: DECL: 9/26/12", ExecutiveOrder("12958", DAY)),
        ("12958: DECL 09/26/2012", ExecutiveOrder("12958", DAY)),
        ("12958:DECL:09/26/2012", ExecutiveOrder("12958", DAY)),
        ("12958: decl: 2012/09/26", ExecutiveOrder("12958", DAY)),
        ("12958: DECL: 2012-09-26", ExecutiveOrder("12958", DAY)),
        ("12958: DECL: 26/09/2012", ExecutiveOrder("12958", DAY)),
        ("12958: 09.26.2012", ExecutiveOrder("12958", DAY)),
        ("12958: DECLAS: 09/26/2012", ExecutiveOrder("12958", DAY)),
        ("12958: DECL: 09/26/2012, X1", ExecutiveOrder("12958", DAY, "X1")),
        (": DECL: 09/26/2012", ExecutiveOrder(None, DAY)),
        ("1295: DECL: 09/26/2012", ExecutiveOrder("1295", DAY)),
        ("13526: N/A", ExecutiveOrder("13526")),
        ("11652: N/ A", ExecutiveOrder("11652")),
        ("12958: NA", ExecutiveOrder("12958")),
        ("12958:", ExecutiveOrder("12958")),
        ("12958", ExecutiveOrder("12958")),
        ("", ExecutiveOrder()),
        ("12958: DECL: X1, X5", ExecutiveOrder("12958", exemptions=("X1", "X5"))),
        ("12958: DECL: X1,6", ExecutiveOrder("12958", exemptions=("X1", "X6"))),
        ("12958: DECL: x 1", ExecutiveOrder("12958", exemptions=("X1",))),
        ("12958: DECL: X15", ExecutiveOrder("12958", event="X15")),
        ("12958: DECL: AFTER  THE BALL", ExecutiveOrder("12958", event="AFTER THE BALL")),
        ("12356: DECL: OADR", ExecutiveOrder("12356", event="OADR")),
        ("11652: XGDS-2", ExecutiveOrder("11652", event="XGDS-2")),
        ("12958: NATIONAL DAY", ExecutiveOrder("12958", event="NATIONAL DAY")),
        ("12958: DECL: 09/26/20123", ExecutiveOrder("12958", event="09/26/20123")),
    ],
)
def test_values(draft_of: DraftOf, value: str, order: ExecutiveOrder) -> None:
    text = f"E.O. {value}\nTAGS: PREL"
    draft = draft_of(text)
    assert text[read_executive_order(draft, 0, 5, len(text)) :] == "\nTAGS: PREL"
    assert draft.telegram().executive_order == order
    assert draft.diagnostics() == ()


@pytest.mark.parametrize("value", ["13/32/2020", "02/30/2012", "00/00/0000", "2012/13/13"])
def test_a_date_that_is_none(draft_of: DraftOf, value: str) -> None:
    text = f"12958: DECL: {value}"
    draft = draft_of(text)
    read_executive_order(draft, 0, 0, len(text))
    assert draft.telegram().executive_order == ExecutiveOrder("12958")
    (found,) = draft.diagnostics()
    assert (found.code, found.span) == ("date-invalid", (13, len(text)))


def test_a_second_order_that_differs(draft_of: DraftOf) -> None:
    text = "12958: N/A\n12958: N/A\n12958: DECL: X1"
    draft = draft_of(text)
    for start in (0, 11, 22):
        read_executive_order(draft, start, start, len(text))
    assert draft.telegram().executive_order == ExecutiveOrder("12958")
    assert [found.code for found in draft.diagnostics()] == ["field-repeated"]


def test_places(draft_of: DraftOf) -> None:
    text = "E.O. 12958: DECL: 09/26/2012  \n"
    draft = draft_of(text)
    read_executive_order(draft, 0, 4, len(text))
    there = {name: [text[start:end] for start, end in spans] for name, spans in draft.trace().items()}
    assert there == {
        "executive_order": ["E.O. 12958: DECL: 09/26/2012"],
        "executive_order.number": ["12958"],
        "executive_order.declassify_on": ["09/26/2012"],
    }


@given(st.dates(date(1970, 1, 1), date(2060, 12, 31)), st.sampled_from(["%m/%d/%Y", "%m/%d/%y", "%Y/%m/%d"]))
def test_every_date_is_read(day: date, form: str) -> None:
    """Law: a date is read as the month, the day and the year it names."""
    text = f"12958: DECL: {day.strftime(form)}"
    draft = Draft(View.whole(Source.of(text)))
    read_executive_order(draft, 0, 0, len(text))
    order = draft.telegram().executive_order
    assert order is not None
    assert order.declassify_on == day


@given(st.text("0123456789/X,. DECL:NA-", max_size=40))
def test_raises_nothing(text: str) -> None:
    """Law: whatever stands there is a line."""
    draft = Draft(View.whole(Source.of(text)))
    assert read_executive_order(draft, 0, 0, len(text)) == len(text)
