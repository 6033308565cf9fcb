"""Pages put together, telegrams set apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.grammar.archive_pages import lift_archive_pages, set_archive_records_apart
from telegram_format.kit import Draft

DraftOf = Callable[..., Draft]
FIRST = "PAGE 01 OSLO 01207\nR 121530Z MAR 75\n\n"
OTHER = "PAGE 01 OSLO 01208\nR 131530Z MAR 75\n\n1. HERRING.\n"
STAMP = "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("BOATS\nPAGE 02 OSLO 01207\nSOUTH", "BOATS\nSOUTH"),
        ("BOATS\n\n SECRET\n\n SECRET\n\nPAGE 02 OSLO 01207\n\nSOUTH", "BOATS\nSOUTH"),
        ("BOATS.\nPAGE 02 OSLO 01207\n2. SOUTH", "BOATS.\n\n2. SOUTH"),
        ("BOATS.\n\n\nPAGE 02 OSLO 01207\n\n\n  2. SOUTH", "BOATS.\n\n  2. SOUTH"),
        ("BOATS\nPAGE 02 OSLO 01207\nTAGS: EFIS", "BOATS\n\nTAGS: EFIS"),
        ("BOATS\nPAGE 02 OSLO 01207\nPARIS FOR DCM\n", "BOATS\n\nPARIS FOR DCM\n"),
        ("BOATS\nSECRET\nSECRET\nSOUTH", "BOATS\nSOUTH"),
        (f"BOATS {STAMP} SOUTH", "BOATS SOUTH"),
        (f"BOATS{STAMP}SOUTH", "BOATSSOUTH"),
        (f"BOATS {STAMP}SOUTH", "BOATS SOUTH"),
        (f"BOATS\n{STAMP} SOUTH", "BOATS\nSOUTH"),
        (f"BOATS\n{STAMP} 2. SOUTH", "BOATS\n2. SOUTH"),
        (f"BOATS {STAMP}\n2. SOUTH", "BOATS\n2. SOUTH"),
        (f"BOATS.\n{STAMP}\n", "BOATS."),
        (f"BOATS\n{STAMP}\nSECRET\nPAGE 02 OSLO 01207\nSOUTH", "BOATS\nSOUTH"),
    ],
)
def test_text_reads_on(draft_of: DraftOf, text: str, read: str) -> None:
    draft = draft_of(FIRST + text)
    lift_archive_pages(draft)
    assert draft.text == FIRST + read


def test_a_stamp_over_the_first_page_leaves_the_banner_above_it(draft_of: DraftOf) -> None:
    draft = draft_of(f"SECRET\n{STAMP}\n{FIRST}BOATS")
    lift_archive_pages(draft)
    assert draft.text == f"SECRET\n{FIRST}BOATS"


def test_a_mark_inside_a_section_heading_goes_with_it(draft_of: DraftOf) -> None:
    head = "PAGE 01 OSLO 01207 02 OF 02\nFM OSLO\nPAGE 02 OSLO 01207 02 OF 02\nUNCLAS SECTION 2 OF 2 OSLO 1207\n"
    draft = draft_of(f"{FIRST}BOATS\n{head}SOUTH")
    lift_archive_pages(draft)
    assert draft.text == f"{FIRST}BOATS\nSOUTH"


@pytest.mark.parametrize("text", [STAMP, "SECRET\nPAGE 02 OSLO 01207", "PAGE 02 OSLO 01207\nSOUTH"])
def test_without_a_first_page(draft_of: DraftOf, text: str) -> None:
    draft = draft_of(text)
    lift_archive_pages(draft)
    assert draft.text == text.partition("\nSOUTH")[2] + "SOUTH" * ("SOUTH" in text)


def test_one_telegram_is_left_alone(draft_of: DraftOf) -> None:
    for text in ("", "BOATS", FIRST + "1. BOATS.", "SECRET\n" + FIRST):
        draft = draft_of(text)
        set_archive_records_apart(draft)
        assert (draft.text, draft.parts) == (text, [])


def test_other_telegrams_are_set_apart(draft_of: DraftOf) -> None:
    draft = draft_of(f"{FIRST}1. BOATS.\nSECRET\nNNN\nSECRET\n{OTHER}{FIRST}{FIRST}")
    set_archive_records_apart(draft)
    assert draft.text == f"{FIRST}1. BOATS.\nSECRET\nNNN\n"
    assert [part.text for part in draft.parts] == [f"SECRET\n{OTHER}", FIRST, FIRST]


def test_sections_of_one_telegram_stay_together(draft_of: DraftOf) -> None:
    text = FIRST.replace("01207", "01207 01 OF 02") + "1. A.\n" + FIRST.replace("01207", "01207 02 OF 02") + "2. B.\n"
    draft = draft_of(text)
    set_archive_records_apart(draft)
    assert (draft.text, draft.parts) == (text, [])
    again = draft_of(text + FIRST.replace("01207", "01207 02 OF 02"))
    set_archive_records_apart(again)
    assert again.text == text
    assert len(again.parts) == 1


@pytest.mark.parametrize("before", ["1. IT IS\n\n2. BOATS.\n", "IT IS\nPAGE 02 OSLO 01207\nBOATS.\n"])
def test_text_before_the_first_page_is_set_apart(draft_of: DraftOf, before: str) -> None:
    draft = draft_of(f"Show\n{before}{FIRST}1. IT IS\n")
    set_archive_records_apart(draft)
    assert draft.text == f"{FIRST}1. IT IS\n"
    assert [part.text for part in draft.parts] == [f"Show\n{before}"]


def test_text_before_a_later_section_stays(draft_of: DraftOf) -> None:
    text = "X\n1. IT IS\n" + FIRST.replace("01207", "01207 02 OF 02")
    draft = draft_of(text)
    set_archive_records_apart(draft)
    assert draft.text == text


def test_a_heading_without_its_page_line_is_the_telegrams_own(draft_of: DraftOf) -> None:
    own = "X\nR 111530Z MAR 75\n1. IT IS\n"
    for second, parts in ((OTHER, [OTHER]), (FIRST.replace("01207", "01207 02 OF 02"), [])):
        draft = draft_of(own + second)
        set_archive_records_apart(draft)
        assert [part.text for part in draft.parts] == parts
