"""Stamps and page furniture of releases."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.grammar.release_stamps import lift_release_stamps
from telegram_format.kit import Draft
from telegram_format.model.marking import Classification

DraftOf = Callable[..., Draft]

CASE = "UNCLASSIFIED U.S. Department of State Case No. F-2017-04412 Doc No. C06100231 Date: 03/31/2018"


@pytest.mark.parametrize(
    "stamp",
    [
        CASE,
        CASE.replace(" Doc", "\nDoc"),
        f"{CASE}\n{CASE}",
        "UNCLASSIFIED",
        "SECRET//NOFORN",
        "SBU",
        "Page 1 of 2",
        "PAGE 1 OF 2",
        "UNCLASSIFIED      Page 1 of 2",
        "Page 1 of 2      UNCLASSIFIED",
        "RELEASED IN FULL",
        "RELEASE IN PART B1,B5",
        "Denied in Full",
        "REVIEW AUTHORITY: Paula Finch, Senior Reviewer",
        "Review Authority : Paula Finch",
        'CSP-2021-00017 B-00001234567 "UNCLASSIFIED" 3/2/2021',
        "C06100231",
        "B6",
        "1.4(D)\nB1",
        "B3 CIA PERS/ORG",
        "Class: SECRET ~ Reason: 1.4(D) ~ Declassify on: 02/05/2031",
        "<< END OF DOCUMENT >>",
        "RELEASED IN FULL\nPaula Finch\nUS Department of State\n2/25/2021\n\n\nSECRET\n\nPage 3",
    ],
)
def test_furniture_in_mid_sentence_is_lifted(draft_of: DraftOf, stamp: str) -> None:
    for before, after in (("\n", "\n"), ("\n\n", "\n\n"), ("\n  ", "  \n\n")):
        draft = draft_of(f"The growers{before}{stamp}{after}marched.")
        lift_release_stamps(draft)
        assert draft.text == "The growers\nmarched."
        assert draft.trace().marks


@pytest.mark.parametrize(
    "text",
    [
        "The growers\nUNCLASSIFIED PEARS\nmarched.",
        "The growers of C06100231 marched.",
        "The Department of State Case No. 1 was closed.",
        "See page 1 of 2\nor Page 1 of pears.",
        "A flight B6 landed  B6",
        "RELEASE IN PART OF THE TOWN",
        "U.S. Department of State, Case closed.",
    ],
)
def test_text_stays(draft_of: DraftOf, text: str) -> None:
    draft = draft_of(text)
    lift_release_stamps(draft)
    assert draft.text == text
    assert draft.attributes == {}


def test_between_paragraphs_an_empty_line_stays(draft_of: DraftOf) -> None:
    draft = draft_of("The growers marched.\nUNCLASSIFIED\n\nPage 2\n\n2. (U) They sang.")
    lift_release_stamps(draft)
    assert draft.text == "The growers marched.\n\n2. (U) They sang."


def test_stamps_say_what_they_say_once(draft_of: DraftOf) -> None:
    draft = draft_of(f"{CASE}\nText {CASE.replace('C06100231', 'C06100232')} more   B1\n{CASE}\nB1, 1.4(D)\n")
    lift_release_stamps(draft)
    assert draft.attributes == {
        "case_number": "F-2017-04412",
        "document_number": "C06100231",
        "release_date": "03/31/2018",
        "exemptions": "B1, 1.4(D)",
    }
    assert len(draft.trace()["attributes.case_number"]) == 3
    assert len(draft.trace()["attributes.document_number"]) == 2
    assert len(draft.trace()["attributes.exemptions"]) == 3
    assert draft.text.split() == ["Text", "more"]


@pytest.mark.parametrize(
    ("text", "own", "level", "codes"),
    [
        ("UNCLASSIFIED\nCONFIDENTIAL\nA.\n", None, Classification.CONFIDENTIAL, []),
        ("CONFIDENTIAL\nA.\n", Classification.CONFIDENTIAL, Classification.CONFIDENTIAL, []),
        ("SECRET\nA.\n", Classification.CONFIDENTIAL, Classification.CONFIDENTIAL, ["classification-conflict"]),
        ("UNCLASSIFIED\nA.\n", Classification.LIMITED_OFFICIAL_USE, Classification.LIMITED_OFFICIAL_USE, []),
        ("SBU\nA.\n", None, None, []),
    ],
)
def test_banners(
    draft_of: DraftOf, text: str, own: Classification | None, level: Classification | None, codes: list[str]
) -> None:
    draft = draft_of(text)
    banners = lift_release_stamps(draft)
    if own is not None:
        draft.values["classification"] = own
    banners.fill(draft)
    assert draft.values.get("classification") is level
    assert [found.code for found in draft.diagnostics()] == codes
    places = draft.trace().get("classification", ())
    assert {text[start:end] for start, end in places} <= {level.value.upper() if level else ""}
