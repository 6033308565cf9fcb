"""Further telegrams set apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.records import set_records_apart
from telegram_format.kit import Draft, Source, View

DraftOf = Callable[..., Draft]
HEADER = "VZCZCXYZ0007\nRR RUEHWEB\nDE RUEHDBU #0745 1440830\nFM AMEMBASSY DUSHANBE\n"
FIRST = HEADER + "\nUNCLAS DUSHANBE 000745\n\n1. " + "The lamp was lit. " * 15 + "\n"
SECOND = FIRST.replace("0007\n", "0008\n").replace("745", "746")
ROW = "154837 5/20/2008 8:30 08DUSHANBE746 Embassy Dushanbe UNCLASSIFIED 08LOME1|08LOME2 "


def read(text: str) -> Draft:
    draft = Draft(View.whole(Source.of(text)))
    set_records_apart(draft)
    return draft


@pytest.mark.parametrize(
    "text",
    [
        "",
        FIRST,
        "The lamp.",
        "\n\n" + FIRST,
        FIRST + "VZCZC is a word.",
        FIRST + "1/1/2008 1:01",
    ],
)
def test_one_telegram_is_left_alone(text: str) -> None:
    draft = read(text)
    assert draft.text == text
    assert draft.parts == []
    assert draft.diagnostics() == ()


def test_two_telegrams() -> None:
    draft = read(FIRST + SECOND)
    assert draft.text == FIRST
    assert [part.text for part in draft.parts] == [SECOND]
    (found,) = draft.diagnostics()
    assert (found.code, found.span) == ("embedded-telegram", (len(FIRST), len(FIRST) + 60))


def test_three_telegrams_without_line_ends_between() -> None:
    draft = read(FIRST.strip() + SECOND.strip() + SECOND.replace("0008", "0009"))
    assert draft.text == FIRST.strip()
    assert [part.text for part in draft.parts] == [SECOND.strip(), SECOND.replace("0008", "0009")]


def test_a_header_behind_much_text_is_another_telegram() -> None:
    text = "The lamp was lit. " * 40 + "\n"
    draft = read(text + FIRST)
    assert draft.text == text
    assert [part.text for part in draft.parts] == [FIRST]


@pytest.mark.parametrize(
    "row", [ROW, ROW.replace("5/20", "5/23"), ROW.replace("2008", "1998"), ROW.replace(" ", "\t", 1)]
)
def test_a_row_of_the_export(row: str) -> None:
    draft = read(FIRST + "\n" + row + SECOND)
    assert draft.text == FIRST + "\n"
    assert [part.text for part in draft.parts] == [SECOND]
    start = len(FIRST) + 1
    assert draft.trace().marks == (("record", ((start, start + len(row)),)),)


def test_a_row_without_a_header() -> None:
    row = ROW + "This record is a partial extract.\nUNCLAS DUSHANBE 000746\n"
    draft = read(FIRST + "\n" + row)
    assert [part.text for part in draft.parts] == [row]


@pytest.mark.parametrize("times", [1, 2, 3])
def test_the_same_header_again_is_lifted(times: int) -> None:
    text = (HEADER + "\n") * times + FIRST
    draft = read(text)
    assert draft.parts == []
    assert draft.diagnostics() == ()
    assert "".join(draft.text.split()) == "".join(FIRST.split())
    assert [kind for kind, _ in draft.trace().marks] == ["repeated header"] * times


def test_a_header_again_and_another_telegram() -> None:
    draft = read(HEADER + "\n" + FIRST + SECOND)
    assert [part.text for part in draft.parts] == [SECOND]
    assert "".join(draft.text.split()) == "".join(FIRST.split())


def test_a_header_again_far_behind_is_another_telegram() -> None:
    text = FIRST + "The lamp was lit. " * 300 + "\n"
    draft = read(text + FIRST)
    assert draft.text == text
    assert [part.text for part in draft.parts] == [FIRST]


def test_more_than_a_thousand_are_left_to_the_last() -> None:
    body = FIRST + "The lamp was lit. " * 20 + "\n"
    text = "".join(body.replace("0007\n", f"{n:04}\n") for n in range(1100))
    draft = read(text)
    assert len(draft.parts) == 1000
    assert draft.text + "".join(part.text for part in draft.parts) == text


pieces = st.sampled_from(
    [HEADER, FIRST, SECOND, ROW, "VZCZCXYZ0007", "VZCZC", "\n", "The lamp. " * 50, "1 1/20/2008 1:01 08A1 "]
)


@given(st.lists(pieces, max_size=10).map("".join))
def test_nothing_is_lost(text: str) -> None:
    """Law: the telegram, its parts and the places marked are the whole text, each word once and in order."""
    draft = read(text)
    taken = [0] * len(text)
    views = [*draft.parts, draft.view]
    for view in views:
        for start, end in view.to_source(0, len(view.text)) if view.text else ():
            taken[start:end] = [count + 1 for count in taken[start:end]]
    for _, spans in draft.trace().marks:
        for start, end in spans:
            taken[start:end] = [count + 1 for count in taken[start:end]]
    assert all(count == 1 for count, sign in zip(taken, text, strict=True) if not sign.isspace())
