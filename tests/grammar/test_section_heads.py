"""Headings of later sections."""

from __future__ import annotations

import pytest

from telegram_format.grammar.page_lines import page_lines
from telegram_format.grammar.section_heads import heading_lines, section_head_end

FIRST = "\nFM AMEMBASSY OSLO\nUNCLAS SECTION 1 OF 2 OSLO 1207\n\nLIMDIS\n\nSUBJECT: HERRING\nQUOTA\n\n1. BOATS"
PAGE = "PAGE 01  OSLO  01207  02 OF 02  121702Z\n"
HEAD = "R 121530Z MAR 75\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC 4471\n"


def end_of(text: str) -> str:
    """What stands behind the heading."""
    (line,) = page_lines(text)
    return text[section_head_end(text, line, heading_lines(FIRST, 0)) :]


@pytest.mark.parametrize(
    "level",
    [
        "UNCLAS",
        "LIMITED OFFICIAL USE",
        "C O N F I D E N T I A L",
        "S E C R E T",
        "L I M I T E D  O F F I C I A L  U S E",
    ],
)
@pytest.mark.parametrize("words", ["SECTION 2 OF 2 OSLO 1207", "OSLO 1207 SECTION 2 OF 2 SECTIONS", "OSLO 1207"])
def test_the_classification_line_ends_it(level: str, words: str) -> None:
    assert end_of(f"{PAGE}{HEAD}{level} {words}\n\n3. BOATS") == "\n\n3. BOATS"


@pytest.mark.parametrize(
    "repeated",
    [
        "LIMDIS\n\nSUBJECT: HERRING\nQUOTA",
        "LIMDIS\nSUBJECT: HERRING QUOTA",
        "SUBJECT: OF HERRING\nAND THE QUOTA",
        "TAGS: EFIS\n\nREF: OSLO 1188",
        "E.O. 11652: N/A",
    ],
)
@pytest.mark.parametrize("text", ["\n\n3. BOATS\nQUOTA", "\n3. BOATS", "\n\nBOATS\n"])
def test_what_is_repeated_belongs_to_it(repeated: str, text: str) -> None:
    assert end_of(f"{PAGE}{HEAD}UNCLAS SECTION 2 OF 2 OSLO 1207\n\n{repeated}{text}") == text


def test_a_heading_without_text() -> None:
    assert end_of(f"{PAGE}{HEAD}UNCLAS SECTION 2 OF 2 OSLO 1207\nLIMDIS") == ""


@pytest.mark.parametrize("text", ["3. BOATS", "UNCLAS OSLO 1208\n3. BOATS", "SECRET 17 IS\n3. BOATS"])
def test_without_the_line_nothing_but_the_page_line_is_taken(text: str) -> None:
    assert end_of(PAGE + text) == f"\n{text}"


def test_lines_of_the_first_heading() -> None:
    assert heading_lines(FIRST, 0) >= {"FM AMEMBASSY OSLO", "LIMDIS", "QUOTA"}
    assert "1. BOATS" not in heading_lines(FIRST, 0)
    assert heading_lines("A  B", 0) == {"A B"}
