"""Format line 5."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.date_time_group import read_preamble
from telegram_format.kit import Draft, Source, View
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.precedence import Precedence
from telegram_format.model.telegram import Telegram

DraftOf = Callable[..., Draft]
GROUP = DateTimeGroup(14, 22, 5, "Z", 9, 2007)


@pytest.mark.parametrize(
    ("text", "action", "info", "group"),
    [
        ("O 142205Z SEP 07", Precedence.IMMEDIATE, None, GROUP),
        ("O P 142205Z SEP 07", Precedence.IMMEDIATE, Precedence.PRIORITY, GROUP),
        ("Z O P 142205Z SEP 07", Precedence.FLASH, Precedence.IMMEDIATE, GROUP),
        ("R142205Z SEP 07", Precedence.ROUTINE, None, GROUP),
        ("142205Z SEP 07", None, None, GROUP),
        ("R 142205ZSEP07", Precedence.ROUTINE, None, GROUP),
        ("R 142205Z SEP 2007", Precedence.ROUTINE, None, GROUP),
        ("R 142205 Z SEP 07", Precedence.ROUTINE, None, GROUP),
        ("R 142205z sep 07", Precedence.ROUTINE, None, GROUP),
        ("R 142205Z SEPTEMBER 07", Precedence.ROUTINE, None, GROUP),
        ("Y 142205Z SEP 73", Precedence.EMERGENCY, None, DateTimeGroup(14, 22, 5, "Z", 9, 1973)),
        ("R 142205Z SEP", Precedence.ROUTINE, None, DateTimeGroup(14, 22, 5, "Z", 9)),
        ("R 142205K SEP 07", Precedence.ROUTINE, None, DateTimeGroup(14, 22, 5, "K", 9, 2007)),
        ("R 999999Z SEP 07", Precedence.ROUTINE, None, DateTimeGroup(99, 99, 99, "Z", 9, 2007)),
    ],
)
def test_lines(
    draft_of: DraftOf, text: str, action: Precedence | None, info: Precedence | None, group: DateTimeGroup
) -> None:
    draft = draft_of(text)
    assert read_preamble(draft, 0, len(text)) == len(text)
    telegram = draft.telegram()
    assert (telegram.precedence, telegram.info_precedence, telegram.dtg) == (action, info, group)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "OP",
        "FM AMEMBASSY ZENDA",
        "O 142205Z 07",
        "O 14220Z SEP 07",
        "O 142205Z XYZ 07",
        "O 142205Z SEP 07A",
        "Q 142205Z SEP 07",
    ],
)
def test_what_is_none(draft_of: DraftOf, text: str) -> None:
    draft = draft_of(text)
    assert read_preamble(draft, 0, len(text)) == 0
    assert draft.telegram() == Telegram()


def test_a_group_may_end_behind_its_zone(draft_of: DraftOf) -> None:
    draft = draft_of("O 142205Z")
    assert read_preamble(draft, 0, 9) == 9
    assert draft.telegram() == Telegram(precedence=Precedence.IMMEDIATE, dtg=DateTimeGroup(14, 22, 5, "Z"))


@pytest.mark.parametrize(("text", "info"), [("O", None), ("O R", Precedence.ROUTINE)])
def test_precedences_may_stand_alone(draft_of: DraftOf, text: str, info: Precedence | None) -> None:
    draft = draft_of(text)
    assert read_preamble(draft, 0, len(text)) == len(text)
    assert draft.telegram() == Telegram(precedence=Precedence.IMMEDIATE, info_precedence=info)


def test_signals_behind_are_instructions(draft_of: DraftOf) -> None:
    text = "O 142205Z SEP 07 ZDK  ZFR"
    draft = draft_of(text)
    assert read_preamble(draft, 0, len(text)) == len(text)
    assert dict(draft.telegram().attributes) == {"instructions": "ZDK  ZFR"}


def test_places(draft_of: DraftOf) -> None:
    text = "O P 142205Z SEP 07"
    draft = draft_of(text)
    read_preamble(draft, 0, len(text))
    assert dict(draft.trace()) == {"precedence": ((0, 1),), "info_precedence": ((2, 3),), "dtg": ((4, 18),)}


def test_the_year_of_the_context(draft_of: DraftOf) -> None:
    draft = draft_of("R 142205Z SEP", year=1979)
    read_preamble(draft, 0, 13)
    assert draft.telegram().dtg == DateTimeGroup(14, 22, 5, "Z", 9, 1979)


groups = st.builds(
    DateTimeGroup,
    st.integers(1, 31),
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from("ABCKRZ"),
    st.integers(1, 12),
    st.integers(1966, 2065),
)


@given(groups, st.sampled_from(["", "O ", "O P ", "R"]), st.sampled_from(["", " ZDK"]))
def test_what_is_spelled_is_read(group: DateTimeGroup, precedence: str, signals: str) -> None:
    """Law: a group reads as itself, whatever stands before and behind."""
    text = f"{precedence}{group}{signals}"
    draft = Draft(View.whole(Source.of(text)))
    assert read_preamble(draft, 0, len(text)) == len(text)
    assert draft.telegram().dtg == group
