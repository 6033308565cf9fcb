"""Page and section marks lifted out of the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.page_marks import lift_page_marks
from telegram_format.kit import Draft, Source, View

DraftOf = Callable[..., Draft]
CONTINUATION = "ZAGREB 00000412  002 OF 003"
PAGE = "PAGE 02        ZAGREB  00412  01 OF 02  141205Z"
SECTION = "C O N F I D E N T I A L SECTION 02 OF 03 ZAGREB 000412"


def lifted(text: str) -> str:
    draft = Draft(View.whole(Source.of(text)))
    lift_page_marks(draft)
    return draft.text


@pytest.mark.parametrize(
    "mark",
    [
        CONTINUATION,
        "ZAGREB 00000412 002 OF 003",
        "ZAGREB 00000412  001.2 OF 003",
        "USUN NEW Y 00000412  002 OF 003",
        "PORT AU PR 00000412  002 OF 003",
        "N'DJAMENA 00000412  002 OF 003",
        "ZAGREB 00000412\n002 OF 003",
        PAGE,
        "PAGE 02 ZAGREB 00412 141205Z",
        "CONFIDENTIAL\n\n" + PAGE,
        "UNCLAS\n" + PAGE,
        SECTION,
        SECTION + "\n\nSIPDIS\n\nSENSITIVE",
        SECTION + "\n\nE.O. 12958: N/A\nTAGS: ECON HR\nSUBJECT: PLUMS",
        "UNCLAS FINAL SECTION 03 OF 03 ZAGREB 000412",
    ],
)
def test_a_sentence_is_whole_again(mark: str) -> None:
    assert lifted(f"The lamp was lit by the\n\n{mark}\n\n\ngovernor on Sunday.\n") == (
        "The lamp was lit by the\ngovernor on Sunday.\n"
    )


@pytest.mark.parametrize("mark", [CONTINUATION, PAGE, "PORT AU PR 00000412  002 OF 003"])
def test_a_mark_inside_a_line(mark: str) -> None:
    assert lifted(f"The lamp was lit by the {mark} governor.") == "The lamp was lit by the governor."


@pytest.mark.parametrize("mark", [CONTINUATION, PAGE, SECTION])
@pytest.mark.parametrize("following", ["2. (C) The keeper.", "¶2. (C) The keeper.", "THE KEEPER\n----------"])
def test_paragraphs_stay_apart(mark: str, following: str) -> None:
    assert lifted(f"1. (C) The lamp.\n\n{mark}\n\n{following}\n") == f"1. (C) The lamp.\n\n{following}\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The lamp was lit.",
        "It was 1 OF 2 lamps.",
        "He won 40 OF 45 votes in 002 OF 003 rounds.",
        "The code is 00000412 and page 002 of 003.",
        "PAGE 02 IS MISSING",
        "HOMEPAGE 02",
        "SECTION 02 OF 03 OF THE LAW",
        "In 20000000 002 OF what",
    ],
)
def test_text_stays(draft_of: DraftOf, text: str) -> None:
    draft = draft_of(text)
    view = draft.view
    lift_page_marks(draft)
    assert draft.text == text
    assert draft.view is view


@pytest.mark.parametrize(
    "line", [SECTION, SECTION.replace("02 OF", "01 OF"), "UNCLAS FINAL SECTION 02 OF 02 LOME 1234"]
)
def test_the_first_line_is_not_lifted(line: str) -> None:
    text = f"\n\n{line}\n\nSIPDIS\n\n1. (C) The lamp.\n"
    assert lifted(text) == text


def test_a_first_section_in_the_middle_is_not_lifted() -> None:
    text = f"The lamp.\n\n{SECTION.replace('02 OF', '01 OF')}\n\n"
    assert lifted(text) == text


def test_marks_are_marked_and_what_runs_over_them_has_two_spans(draft_of: DraftOf) -> None:
    text = f"lit by the\n\n{CONTINUATION}\n\n\ngovernor"
    draft = draft_of(text)
    lift_page_marks(draft)
    ((kind, ((start, end),)),) = draft.trace().marks
    assert (kind, text[start:end]) == ("page mark", CONTINUATION)
    spans = draft.view.to_source(0, len(draft.text))
    assert [text[start:end] for start, end in spans] == ["lit by the", "governor"]


def test_a_mark_at_the_end_or_the_start() -> None:
    assert lifted(f"The lamp was lit.\n\n{CONTINUATION}\n").strip() == "The lamp was lit."
    assert lifted(f"{CONTINUATION}\n\nThe lamp was lit.").strip() == "The lamp was lit."


pieces = st.sampled_from(
    ["word ", "Word. ", "\n", "\n\n", CONTINUATION, PAGE, SECTION, "1. (C) ", " OF ", "PAGE ", "002 "]
)


@given(st.lists(pieces, max_size=14).map("".join))
def test_no_word_is_lost(text: str) -> None:
    """Law: what is left is the text without the places that were marked, white space apart."""
    draft = Draft(View.whole(Source.of(text)))
    lift_page_marks(draft)
    rest = list(text)
    for _, spans in draft.trace().marks:
        for start, end in spans:
            rest[start:end] = "\0" * (end - start)
    assert "".join(draft.text.split()) == "".join("".join(rest).replace("\0", "").split())


US_PAGE = "PAGE 02 RUEHZG 0412 C O N F I D E N T I A L"


@pytest.mark.parametrize(
    "mark",
    [
        US_PAGE,
        "PAGE 2 RBDTRQ 115B R E S T R I C T E D",
        "PAGE 02 RUEHZGA0412 UNCLAS",
        "PAGE 03 RUEHZG 0412/02 S E C R E T NOFORN",
        "PAGE 12 RUEHZG #0412 T O P   S E C R E T",
        "PAGE 02 RUEHZG 0412",
    ],
)
@pytest.mark.parametrize("feeds", ["", "\n\n", "\n\n\n"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the keeper of", "the lamp, who had"),
        ("the lamp was lit.", "Nobody had seen it."),
        ("RUEHVN/AMEMBASSY VIENNA", "RUEHBW/AMEMBASSY BELGRADE 0311"),
        ("REF: A. ZAGREB 410", "     B. ZAGREB 411"),
    ],
)
def test_a_page_line_of_a_transmission_leaves_the_lines_as_they_were_sent(
    mark: str, feeds: str, before: str, after: str
) -> None:
    assert lifted(f"ONE\n{before}\n{feeds}{mark}\n{after}\nTWO\n") == f"ONE\n{before}\n{after}\nTWO\n"


def test_the_empty_line_of_a_text_stays_before_the_line_feeds_of_a_page() -> None:
    assert lifted(f"1. (C) The lamp.\n\n\n\n\n{US_PAGE}\n2. (C) The keeper.\n") == (
        "1. (C) The lamp.\n\n2. (C) The keeper.\n"
    )


@pytest.mark.parametrize(
    ("around", "left"),
    [
        (f"1. (C) The lamp.\n\n{US_PAGE}\n\n2. (C) The keeper.\n", "1. (C) The lamp.\n\n2. (C) The keeper.\n"),
        (f"1. (C) The lamp\n\n\n\n{US_PAGE}\n\nwas lit.\n", "1. (C) The lamp\nwas lit.\n"),
        (f"1. (C) The lamp was lit.\n\n\n\n{US_PAGE}\n", "1. (C) The lamp was lit.\n\n\n\n"),
        (f"{US_PAGE}\n1. (C) The lamp was lit.\n", "1. (C) The lamp was lit.\n"),
        (f"The lamp\n{US_PAGE}\n\n\n\n{US_PAGE}\nwas lit.\n", "The lamp\nwas lit.\n"),
    ],
)
def test_other_white_space_around_a_page_line_is_judged_by_the_text(around: str, left: str) -> None:
    assert lifted(around) == left


@pytest.mark.parametrize(
    "line",
    ["SEE PAGE 02 RUEHZG 0412", "PAGE 02 RUEHZG 0412 WAS LOST", "PAGE 02 OF THE REPORT", "PAGE 2 RUEHZG"],
)
def test_words_about_a_page_stay(line: str) -> None:
    assert lifted(f"The lamp\n{line}\nwas lit.\n") == f"The lamp\n{line}\nwas lit.\n"


@pytest.mark.parametrize("header", ["VZCZCZGB0001\nDE RUEHVB #0412/02 0451130\n", "O 141130Z FEB 07\n", "FM ZAGREB\n"])
def test_the_heading_of_a_section_by_itself_is_no_repetition(header: str) -> None:
    text = f"{header}BT\n{SECTION}\n\nSIPDIS\n\nSUBJECT: PLUMS\n\nthe lamp was lit.\n"
    assert lifted(text) == text


def test_the_heading_of_a_third_section_behind_the_second_is_one() -> None:
    section = SECTION.replace("02 OF", "03 OF")
    text = f"FM ZAGREB\n{SECTION}\n\nThe lamp was lit by the\n{section}\ngovernor.\n"
    assert lifted(text) == f"FM ZAGREB\n{SECTION}\n\nThe lamp was lit by the\ngovernor.\n"
