"""Heads of sections in prints of the 1990s."""

from __future__ import annotations

from collections.abc import Callable

from telegram_format.grammar.print_head import lift_print_heads
from telegram_format.kit import Draft

DraftOf = Callable[..., Draft]

HEAD = "CONFIDENTIAL PTQ1234\n\nPAGE 01 PORT A 00412 0{} OF 02 301754Z\nACTION NOR-00\n\nINFO LOG-00 AID-01 /001W\n"
HEADING = "P 301741Z OCT 01\nFM AMEMBASSY PORT ALDER\n\nTAGS: PREL\n"


def lifted(draft: Draft) -> str:
    lift_print_heads(draft)
    return draft.text


def test_the_head_of_the_first_section_is_read(draft_of: DraftOf) -> None:
    draft = draft_of(HEAD.format(1) + "------------------3782F8 301754Z /38\n" + HEADING)
    assert lifted(draft) == HEADING
    assert draft.attributes["action_office"] == "NOR"
    assert draft.attributes["received"] == "301754Z"


def test_a_head_may_be_a_page_line_alone(draft_of: DraftOf) -> None:
    draft = draft_of("PAGE 01 PORT A 00412 301754Z\n" + HEADING)
    assert lifted(draft) == HEADING
    assert draft.attributes == {}


def test_a_later_head_goes_with_what_it_repeats(draft_of: DraftOf) -> None:
    text = HEAD.format(1) + HEADING + "\nPAGE 02 X\n\nthe growers\n\n" + HEAD.format(2) + HEADING + "\nmarched."
    assert lifted(draft_of(text)) == HEADING + "\nPAGE 02 X\n\nthe growers\nmarched."


def test_lines_of_another_kind_are_no_repetition(draft_of: DraftOf) -> None:
    text = HEAD.format(1) + HEADING + "\nPAGE 02 X\nA.\n\n" + HEAD.format(2) + "REF: LOME 12\n\nB."
    assert lifted(draft_of(text)).endswith("\nA.\n\nREF: LOME 12\n\nB.")


def test_lines_that_differ_are_repetitions_by_their_kind(draft_of: DraftOf) -> None:
    repeated = "TO SECSTATE WASHDC\nAMEMBASSY LOME\n\nTAGS: ETRD\nSUBJECT: PLUMS\n"
    text = HEAD.format(1) + HEADING + "\nPAGE 02 X\nA.\n\n" + HEAD.format(2) + repeated + "\nGROWERS B."
    assert lifted(draft_of(text)).endswith("\nA.\n\nGROWERS B.")


def test_a_repetition_may_be_the_end(draft_of: DraftOf) -> None:
    text = HEAD.format(1) + HEADING + "\nPAGE 02 X\nA.\n\n" + HEAD.format(2) + "TAGS: PREL"
    assert lifted(draft_of(text)) == HEADING + "\nPAGE 02 X\nA.\n\n"


def test_words_that_look_so_are_text(draft_of: DraftOf) -> None:
    text = "SEE PAGE 01 OF THE REPORT\nPAGE 01 IS MISSING\n"
    assert lifted(draft_of(text)) == text
