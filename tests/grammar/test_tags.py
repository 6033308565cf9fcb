"""The TAGS line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.tags import read_tags
from telegram_format.kit import Draft, Source, View
from telegram_format.vocab.tables import tag_kinds

DraftOf = Callable[..., Draft]


def drafted(text: str) -> Draft:
    draft = Draft(View.whole(Source.of(text)))
    read_tags(draft, 0, 0, len(text))
    return draft


def codes(text: str) -> list[str]:
    return [tag.code for tag in drafted(text).telegram().tags]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" PREL PGOV GH", ["PREL", "PGOV", "GH"]),
        (" PREL, PGOV, GH", ["PREL", "PGOV", "GH"]),
        (" PREL,PGOV,GH,", ["PREL", "PGOV", "GH"]),
        (" PREL; PGOV; GH.", ["PREL", "PGOV", "GH"]),
        (" prel pgov gh", ["PREL", "PGOV", "GH"]),
        (" PREL PREL GH PREL", ["PREL", "GH"]),
        (" PRELPGOV GH", ["PREL", "PGOV", "GH"]),
        (" GHPREL", ["GH", "PREL"]),
        (" OVIPPRELUNGAGH", ["OVIP", "PREL", "UNGA", "GH"]),
        (" HUMAN RIGHTS, GH", ["HUMAN RIGHTS", "GH"]),
        (" GH, OVIP (CRANE,\nADA), PREL", ["GH", "OVIP", "CRANE, ADA", "PREL"]),
        (" GH, OVIP,\n(CRANE, ADA)", ["GH", "OVIP", "CRANE, ADA"]),
        (" PHUM HUMAN RIGHTS GH", ["PHUM", "HUMAN RIGHTS", "GH"]),
        (" UNGA/C-6, AT&T, GH", ["UNGA/C-6", "AT&T", "GH"]),
        (" MOPPS, KWWMN", ["MOPS", "KWMN"]),
        (" QQXX, GH", ["QQXX", "GH"]),
        (" OVIP (ROE, ANN B.), GH", ["OVIP", "ROE, ANN B.", "GH"]),
        (" OVIP ROE ANN PREL GH", ["OVIP", "ROE, ANN", "PREL", "GH"]),
        (" OVIP (ROE, ANN) (CRANE, ADA) GH", ["OVIP", "ROE, ANN", "CRANE, ADA", "GH"]),
        (" OVIP, GH", ["OVIP", "GH"]),
        (" (ROE, ANN), GH", ["ROE, ANN", "GH"]),
        (" GH (ACCRA)", ["GH", "ACCRA"]),
        (" HUMAN RIGHTSPREL GH", ["HUMAN RIGHTS", "PREL", "GH"]),
        (" HUMAN RIGHTSPRELPGOV", ["HUMAN RIGHTS", "PREL", "PGOV"]),
        (" HUMAN RIGHTSQQ", ["HUMAN RIGHTSQQ"]),
        (" PREL . : GH", ["PREL", "GH"]),
        ("", []),
        (" , ; ,", []),
    ],
)
def test_lists(text: str, found: list[str]) -> None:
    assert codes(text) == found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("PREL, GH, KDEM, UNGA", ["subject", "country", "program", "organization"]),
        ("OVIP (ROE, ANN), QQXX", ["subject", "person", "unknown"]),
        ("HUMAN RIGHTS", ["term"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [tag.kind for tag in drafted(text).telegram().tags] == kinds


@pytest.mark.parametrize(
    ("text", "found", "rest"),
    [
        (" PREL, GH\nSUBJECT: ROOFS", ["PREL", "GH"], "\nSUBJECT: ROOFS"),
        (" PREL,\nGH\nSUBJECT: ROOFS", ["PREL", "GH"], "\nSUBJECT: ROOFS"),
        (" PREL\nPGOV, GH\nSUBJECT: ROOFS", ["PREL", "PGOV", "GH"], "\nSUBJECT: ROOFS"),
        (" PREL\nGH\nSUBJECT: ROOFS", ["PREL", "GH"], "\nSUBJECT: ROOFS"),
        (" PREL,\n\nPGOV, GH\n\nText", ["PREL", "PGOV", "GH"], "\n\nText"),
        ("\nPREL, GH\n\nText", ["PREL", "GH"], "\n\nText"),
        (" PREL\n\nPGOV, GH", ["PREL"], "\n\nPGOV, GH"),
        (" PREL\nThe roof leaks.", ["PREL"], "\nThe roof leaks."),
        (" PREL,\nE.O. 12958: N/A", ["PREL"], "\nE.O. 12958: N/A"),
        (" PREL,\n1. (C) Text", ["PREL"], "\n1. (C) Text"),
        (" PREL,\nREF: LOME 55", ["PREL"], "\nREF: LOME 55"),
        (" OVIP (ROE,\nANN), GH\n", ["OVIP", "ROE", "ANN", "GH"], "\n"),
    ],
)
def test_where_it_ends(text: str, found: list[str], rest: str) -> None:
    draft = Draft(View.whole(Source.of(text)))
    assert text[read_tags(draft, 0, 0, len(text)) :] == rest
    if "OVIP" not in text:
        assert [tag.code for tag in draft.telegram().tags] == found


def test_captions_among_tags() -> None:
    telegram = drafted(" PREL, SIPDIS, NOFORN, GH").telegram()
    assert [tag.code for tag in telegram.tags] == ["PREL", "GH"]
    assert telegram.captions == ("SIPDIS", "NOFORN")


def test_glued_codes_are_noted_once_each() -> None:
    draft = drafted(" PRELPGOV, GHECON")
    assert [(found.code, found.span) for found in draft.diagnostics()] == [
        ("tags-glued", (1, 9)),
        ("tags-glued", (11, 17)),
    ]


def test_a_code_has_all_its_places() -> None:
    trace = drafted(" PREL, PRELGH, PREL").trace()
    assert trace["tags[0]"] == ((1, 5), (7, 11), (15, 19))
    assert trace["tags[1]"] == ((11, 13),)


def test_the_initial_of_a_person_may_stand_in_the_text() -> None:
    text = " OVIP ROE ANN PREL\n\nMrs. Ann B. Roe came."
    draft = Draft(View.whole(Source.of(text)))
    read_tags(draft, 0, 0, 18)
    assert [tag.code for tag in draft.telegram().tags] == ["OVIP", "ROE, ANN B.", "PREL"]
    assert [text[start:end] for start, end in draft.trace()["tags[1]"]] == ["ROE ANN", "Ann B. Roe"]


def test_a_second_list_goes_on_with_the_first(draft_of: DraftOf) -> None:
    text = "PREL GH\nPREL ECON"
    draft = draft_of(text)
    read_tags(draft, 0, 0, 7)
    read_tags(draft, 8, 8, len(text))
    assert [tag.code for tag in draft.telegram().tags] == ["PREL", "GH", "ECON"]


known = st.sampled_from(sorted(code for code in tag_kinds() if code.isalpha() and len(code) == 4))


@given(st.lists(known, min_size=2, max_size=8, unique=True), st.sampled_from([", ", " ", ",", "; ", ",\n"]))
def test_known_codes_are_read_in_order(found: list[str], sign: str) -> None:
    """Law: a list of codes is read as these codes, whatever stands between them."""
    assert codes(sign.join(found)) == found


@given(st.lists(known, min_size=2, max_size=5, unique=True))
def test_glued_codes_of_four_letters_are_read_in_order(found: list[str]) -> None:
    """Law: codes of four letters written together are these codes."""
    assert codes("".join(found)) == found


@given(st.text("PRELGHOVI (),;\nQ¶'/-", max_size=60))
def test_every_word_is_a_tag(text: str) -> None:
    """Law: the letters of the list are the letters of its tags."""
    draft = Draft(View.whole(Source.of(text)))
    end = read_tags(draft, 0, 0, len(text))
    assert 0 <= end <= len(text)
    letters = {sign for sign in text[:end] if sign.isalpha()}
    assert letters == {sign for tag in draft.telegram().tags for sign in tag.code if sign.isalpha()}
