"""Page lines of 1973 to 1979."""

from __future__ import annotations

import pytest

from telegram_format.grammar.page_lines import page_line_at, page_lines


@pytest.mark.parametrize(
    ("line", "page", "post", "number", "section"),
    [
        ("PAGE 01        TEL AV  00123  101442Z", 1, "TEL AV", "00123", None),
        ("PAGE 02        MBFR V  00241  01 OF 04  201438Z", 2, "MBFR V", "00241", (1, 4)),
        ("PAGE 12        STATE  017976", 12, "STATE", "017976", None),
        ("PAGE 01 NATO 01242 092108 Z", 1, "NATO", "01242", None),
        ("PAGE 02\nSTATE 296107", 2, "STATE", "296107", None),
        ("PAGE 02\n\nUSUN N\n00123\n02 OF 03\n101442Z", 2, "USUN N", "00123", (2, 3)),
        ("PAGE 100  OSLO  01207", 100, "OSLO", "01207", None),
    ],
)
def test_a_page_line(line: str, page: int, post: str, number: str, section: tuple[int, int] | None) -> None:
    for text in (line, f"   {line}   \nTEXT", f"TEXT\n\n{line}\n"):
        (found,) = page_lines(text)
        assert (found.page, found.post, found.number, found.section) == (page, post, number, section)
        assert text[found.start : found.end].rstrip() == line
        assert found.written == f"{post} {number}"
        assert text[found.id_start : found.id_end].split() == found.written.split()


@pytest.mark.parametrize(
    "text",
    [
        "PAGE 1 OSLO 01207",
        "PAGE 01 OSLO 017",
        "PAGE 01 OSLO 01207 AND MORE",
        "ON PAGE 01 OSLO 01207",
        "PAGE 01 COPENHAGEN 01207",
        "PAGE 02 RUEHNY 0799 C O N F I D E N T I A L",
        " " * 61 + "PAGE 01 OSLO 01207",
    ],
)
def test_what_is_none(text: str) -> None:
    assert list(page_lines(text)) == []
    assert page_line_at("TEXT", 0) is None


def test_all_of_them_in_order() -> None:
    text = "PAGE 01 OSLO 01207\nPAGE\nPAGE 02 OSLO 01207\nPAGE 03\nOSLO 01207\n"
    assert [found.page for found in page_lines(text)] == [1, 2, 3]
