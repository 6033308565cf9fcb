"""Paragraphs, headings and separators."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.paragraphs import read_paragraphs
from telegram_format.kit import Draft, Source, View
from telegram_format.model.body import Block, Heading, Paragraph, Separator

DraftOf = Callable[..., Draft]


def read(text: str) -> tuple[tuple[Block, ...], list[str]]:
    draft = Draft(View.whole(Source.of(text)))
    assert read_paragraphs(draft, 0, len(text)) == len(text)
    return draft.telegram().body, [found.code for found in draft.diagnostics()]


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        ("1. (C) The lamp.", Paragraph("The lamp.", 1, "C")),
        ("1.(C) The lamp.", Paragraph("The lamp.", 1, "C")),
        ("1 (C) The lamp.", Paragraph("The lamp.", 1, "C")),
        ("1) (C) The lamp.", Paragraph("The lamp.", 1, "C")),
        ("1. C) The lamp.", Paragraph("The lamp.", 1, "C")),
        ("1. ( C ) The lamp.", Paragraph("The lamp.", 1, "C")),
        ("1. (c) The lamp.", Paragraph("The lamp.", 1, "C")),
        ("¶1. (C) The lamp.", Paragraph("The lamp.", 1, "C")),
        ("¶ 1. (C) The lamp.", Paragraph("The lamp.", 1, "C")),
        ("¶1 (C) The lamp.", Paragraph("The lamp.", 1, "C")),
        ("  1.  (C)  The lamp.", Paragraph("The lamp.", 1, "C")),
        ("1. (SBU/NF) The lamp.", Paragraph("The lamp.", 1, "SBU/NF")),
        ("1. (S//NF) The lamp.", Paragraph("The lamp.", 1, "S//NF")),
        ("1. (C/REL LIBYA) The lamp.", Paragraph("The lamp.", 1, "C/REL LIBYA")),
        ("1. (C - ENTIRE TEXT) The lamp.", Paragraph("The lamp.", 1, "C")),
        ("1. (C): The lamp.", Paragraph("The lamp.", 1, "C")),
        ("1. The lamp.", Paragraph("The lamp.", 1)),
        ("1. (GOM) is the owner.", Paragraph("(GOM) is the owner.", 1)),
        ("1. Q) is a letter.", Paragraph("Q) is a letter.", 1)),
        ("1. (C)", Paragraph("", 1, "C")),
        ("(C) The lamp.", Paragraph("The lamp.", None, "C")),
        ("(GOM) is the owner.", Paragraph("(GOM) is the owner.")),
        ("The lamp.", Paragraph("The lamp.")),
        ("The lamp\nwas  lit.", Paragraph("The lamp was lit.")),
        ("7. (C) The lamp.", Paragraph("The lamp.", 7, "C")),
        ("1. (C) Summary: The lamp.", Paragraph("Summary: The lamp.", 1, "C", role="summary")),
        ("1. (C) Comment: The lamp.", Paragraph("Comment: The lamp.", 1, "C", role="comment")),
    ],
)
def test_one_paragraph(text: str, paragraph: Paragraph) -> None:
    assert read(text) == ((paragraph,), [])


def numbers_of(text: str) -> tuple[list[int | None], list[str]]:
    body, odd = read(text)
    return [block.number for block in body if isinstance(block, Paragraph)], odd


@pytest.mark.parametrize(
    ("numbers", "found", "odd"),
    [
        ("1 2 3", [1, 2, 3], []),
        ("1 2 3 14 15 16", [1, 2, 3, 4, 5, 6], ["paragraph-number-repaired"] * 3),
        ("1 12 3", [1, 2, 3], ["paragraph-number-repaired"]),
        ("1 2 4", [1, 2, 4], ["paragraph-out-of-order"]),
        ("1 2 2 3", [1, 2, 2, 3], ["paragraph-out-of-order"]),
        ("5 6", [5, 6], []),
        ("9 10 11 12", [9, 10, 11, 12], []),
    ],
)
def test_counting(numbers: str, found: list[int], odd: list[str]) -> None:
    assert numbers_of("\n\n".join(f"{n}. (C) The lamp." for n in numbers.split())) == (found, odd)


@pytest.mark.parametrize(
    "line",
    ["1907. It burnt oil.", "5. It burnt oil.", "12.5 miles away.", "2.5 miles away.", "300. It burnt oil.", "3) oil"],
)
def test_numbers_that_are_text(line: str) -> None:
    assert numbers_of(f"1. (C) The lamp was lit in\n{line}\n\n2. (C) The keeper.") == ([1, 2], [])


def test_a_number_behind_a_rule_that_has_lost_its_line_end() -> None:
    assert numbers_of("1. (C) The lamp.\n\n--------- 2. (C) The keeper.\n\n3. (C) The dog.") == ([1, 2, 3], [])


def test_numbers_inside_a_long_line() -> None:
    text = " ".join(f"{n}. (C) " + "The lamp was lit before the guests came. " * 20 for n in (1, 2, 3))
    assert numbers_of(text) == ([1, 2, 3], [])


@pytest.mark.parametrize(
    ("between", "blocks"),
    [
        ("THE KEEPER\n----------", [Heading("THE KEEPER")]),
        ("THE KEEPER\n---", [Heading("THE KEEPER")]),
        ("THE KEEPER\n==========", [Heading("THE KEEPER")]),
        ("THE KEEPER\n__________", [Heading("THE KEEPER")]),
        ("The Keeper and His Dog\n------", [Heading("The Keeper and His Dog")]),
        ("----------\nTHE KEEPER\n----------", [Heading("THE KEEPER")]),
        ("---- The Keeper ----", [Heading("The Keeper")]),
        ("----------- --- The keeper and his dog's boat --- -------", [Heading("The keeper and his dog's boat")]),
        ("The keeper and his dog ---------", [Heading("The keeper and his dog")]),
        ("THE KEEPER\n\n-----", [Heading("THE KEEPER")]),
        ("THE KEEPER AND\nHIS DOG\n-------", [Heading("THE KEEPER AND HIS DOG")]),
        ("THE KEEPER", [Heading("THE KEEPER")]),
        ("What the Boat Cost", [Heading("What the Boat Cost")]),
        ("-----", [Separator("-")]),
        ("=====", [Separator("=")]),
        ("*****", [Separator("*")]),
        ("‐‐‐‐‐", [Separator("-")]),
    ],
)
def test_between_paragraphs(between: str, blocks: list[Block]) -> None:
    body, odd = read(f"1. (C) The lamp.\n\n{between}\n\n2. (C) The keeper.\n")
    assert list(body) == [Paragraph("The lamp.", 1, "C"), *blocks, Paragraph("The keeper.", 2, "C")]
    assert odd == []


@pytest.mark.parametrize("line", ["He was paid well.", "A sentence of many words, with a comma,", "A! B!"])
def test_text_between_paragraphs_is_text(line: str) -> None:
    body, _ = read(f"1. (C) The lamp.\n\n{line}\n\n2. (C) The keeper.\n")
    assert [type(block) for block in body] == [Paragraph, Paragraph]
    first = body[0]
    assert isinstance(first, Paragraph)
    assert first.text.split() == ["The", "lamp.", *line.split()]


def test_a_heading_before_the_first_number() -> None:
    body, _ = read("SUMMARY\n-------\n\n1. (C) The lamp.\n\nTHE KEEPER\n----------\n\n2. (C) The keeper.\n")
    assert body == (
        Heading("SUMMARY"),
        Paragraph("The lamp.", 1, "C", role="summary"),
        Heading("THE KEEPER"),
        Paragraph("The keeper.", 2, "C"),
    )


def test_roles_go_on_to_the_end_of_a_summary() -> None:
    body, _ = read("1. (C) Summary: One.\n\n2. (C) Two.\n\n3. (C) Three. End summary.\n\n4. (C) Four.\n")
    assert [block.role for block in body if isinstance(block, Paragraph)] == ["summary", "summary", "summary", None]


def test_a_summary_without_an_end_is_one_paragraph() -> None:
    body, _ = read("1. (C) Summary: One.\n\n2. (C) Two.\n\n3. (C) Three.\n")
    assert [block.role for block in body if isinstance(block, Paragraph)] == ["summary", None, None]


def test_places(draft_of: DraftOf) -> None:
    text = "¶1. (C) The lamp.\n\nTHE KEEPER\n----------\n\n2. (C) He was\npaid:\n\n-- well, and\n\n-- late.\n\n*****\n"
    draft = draft_of(text)
    read_paragraphs(draft, 0, len(text))
    data = text.encode()
    there = {name: [data[start:end].decode() for start, end in spans] for name, spans in draft.trace().items()}
    assert there == {
        "body[0]": ["¶1. (C) The lamp."],
        "body[0].number": ["1"],
        "body[0].marking": ["C"],
        "body[0].text": ["The lamp."],
        "body[1]": ["THE KEEPER\n----------"],
        "body[1].text": ["THE KEEPER"],
        "body[2]": ["2. (C) He was\npaid:\n\n-- well, and\n\n-- late."],
        "body[2].number": ["2"],
        "body[2].marking": ["C"],
        "body[2].text": ["He was\npaid:"],
        "body[2].paragraphs[0]": ["-- well, and"],
        "body[2].paragraphs[0].text": ["well, and"],
        "body[2].paragraphs[1]": ["-- late."],
        "body[2].paragraphs[1].text": ["late."],
        "body[3]": ["*****"],
    }


@pytest.mark.parametrize("text", ["", "\n\n", "   "])
def test_no_text(text: str) -> None:
    assert read(text) == ((), [])


pieces = st.sampled_from(
    [
        *("1. (C) ", "2. ", "¶3. (SBU) ", "14. (C) ", "2. Q) ", "A. (C) ", "- ", "-- ", "(C) ", "1907. "),
        *(
            "The lamp was lit.",
            "word ",
            "THE KEEPER",
            "\n",
            "\n\n",
            "\n----\n",
            " ---- ",
            "*****",
            "Summary: ",
            "End summary.",
        ),
    ]
)


@given(st.lists(pieces, max_size=16).map("".join))
def test_every_word_is_in_a_block(text: str) -> None:
    """Law: all of the text is a field or a mark; nothing is left but white space and the signs around a mark."""
    draft = Draft(View.whole(Source.of(text)))
    read_paragraphs(draft, 0, len(text))
    covered = draft.trace().covered(draft.view)
    for place, sign in enumerate(text):
        if sign.isalnum():
            assert any(start <= place < end for start, end in covered), (place, sign)
    for _, start, end in draft.places():
        assert 0 <= start <= end <= len(text)
