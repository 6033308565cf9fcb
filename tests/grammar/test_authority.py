"""Who classified a telegram, and why."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.authority import read_authority
from telegram_format.kit import Draft, Source, View
from telegram_format.model.authority import ClassificationAuthority

DraftOf = Callable[..., Draft]
BOTH = ("1.4(b)", "1.4(d)")


def read(text: str) -> ClassificationAuthority:
    draft = Draft(View.whole(Source.of(text)))
    read_authority(draft, 0, 0, len(text))
    found = draft.telegram().classified_by
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("reasons", "found"),
    [
        ("for reasons 1.4 (b) and (d).", BOTH),
        ("for reasons 1.4(b) and 1.4(d).", BOTH),
        ("for reasons 1.4 (B) AND (D)", BOTH),
        ("for reason 1.4 (b, d)", BOTH),
        ("reasons 1.4 (b/d)", BOTH),
        ("reasons 1.4 (b)(d)", BOTH),
        ("reasons: 1.4 b, d", BOTH),
        ("reasons 1.4 (b+d)", BOTH),
        ("reasons 1.4 (b&d)", BOTH),
        ("reasons 1.4 (b) a nd (d)", BOTH),
        ("reasons 1,4 (b) and (d)", BOTH),
        ("for reasons\n1.4 (b) and (d).", BOTH),
        ("reasons 1.\n4 (b) and (d)", BOTH),
        ("reaons 1.4 (b) and (d)", BOTH),
        ("Resons 1.4 (b) and (d)", BOTH),
        ("REAS0NS 1.4 (b) and (d)", BOTH),
        ("for REA\nSONS 1.4 (b) and (d)", BOTH),
        ("per 1.4 (b) and (d)", BOTH),
        ("f or 1.4 (b) and (d)", BOTH),
        ("based\nupon 1.4 (b) and (d)", BOTH),
        ("due to 1.4 (b) and (d)", BOTH),
        ("under E.O. 12958 reasons 1.4 (b) and (d)", BOTH),
        ("for reason 1.5 D", ("1.5(d)",)),
        ("for reason 1.5", ("1.5",)),
        ("for reasons 1.4 (b) and 1.5 (d)", ("1.4(b)", "1.5(d)")),
        ("for reasons 1.4 and 1.5", ("1.4", "1.5")),
        ("for reasons (b) and (d)", ("(b)", "(d)")),
        ("", ()),
    ],
)
def test_reasons(reasons: str, found: tuple[str, ...]) -> None:
    authority = read(f"Ambassador Ada B. Crane, {reasons}")
    assert authority.reasons == found
    assert (authority.name, authority.position) == ("Ada B. Crane", "Ambassador")


@pytest.mark.parametrize(
    ("text", "name", "position"),
    [
        ("Ambassador Ada B. Crane", "Ada B. Crane", "Ambassador"),
        ("AMBASSADOR ADA B. CRANE", "ADA B. CRANE", "AMBASSADOR"),
        ("Ambassador Ada Crane, Jr.", "Ada Crane, Jr.", "Ambassador"),
        ("Ada B. Crane, Ambassador", "Ada B. Crane", "Ambassador"),
        ("DCM Ada B. Crane", "Ada B. Crane", "DCM"),
        ("DCM/Ada B. Crane", "Ada B. Crane", "DCM"),
        ("Political Counselor Ada B. Crane", "Ada B. Crane", "Political Counselor"),
        ("Pol/Econ Counselor Ada van der Crane", "Ada van der Crane", "Pol/Econ Counselor"),
        ("Charge d'Affaires Ada B. Crane", "Ada B. Crane", "Charge d'Affaires"),
        ("Charge d,Affaires Ada B. Crane", "Ada B. Crane", "Charge d,Affaires"),
        ("Abassador Ada B. Crane", "Ada B. Crane", "Abassador"),
        ("Consul General Ada O'Crane", "Ada O'Crane", "Consul General"),
        ("Acting DCM Ada B. Crane", "Ada B. Crane", "Acting DCM"),
        ("Ada B. Cra\nne, DCM", "Ada B. Crane", "DCM"),
        ("DCM Ada Crane. She spoke", "Ada Crane", "DCM"),
        ("Ambassador", None, "Ambassador"),
        ("Ambassador Ada Crane de", "Ada Crane", "Ambassador"),
        ("U.S. Ambassador to Alderia Ada Crane", None, "U.S. Ambassador to Alderia Ada Crane"),
        ("Charge d'Affaires, a.i., Ada Law", "Ada Law", "Charge d'Affaires, a.i"),
        ("ADA DOE, CHIEF, P/E, DOS", "ADA DOE", "CHIEF, P/E, DOS"),
        ("", None, None),
        ("#$%", None, None),
    ],
)
def test_persons(text: str, name: str | None, position: str | None) -> None:
    authority = read(f"{text} for reasons 1.4 (b) and (d).")
    assert (authority.name, authority.position) == (name, position)
    assert authority.reasons == BOTH


@pytest.mark.parametrize(
    ("behind", "rest"),
    [
        ("\n\n1. (C) Text.", "\n\n1. (C) Text."),
        ("\n¶1. (C) Text.", "\n¶1. (C) Text."),
        ("\n\nSUMMARY\n-------", "\n\nSUMMARY\n-------"),
        ("\n\nThe lamp was lit.", "\n\nThe lamp was lit."),
        ("\n----\nText", "\n----\nText"),
    ],
)
def test_where_it_ends(draft_of: DraftOf, behind: str, rest: str) -> None:
    text = "Ambassador Ada B. Crane for reasons 1.4 (b) and (d)." + behind
    draft = draft_of(text)
    end = read_authority(draft, 0, 0, len(text))
    assert text[end:] == rest


def test_goes_on_over_an_empty_line(draft_of: DraftOf) -> None:
    text = "Ambassador Ada B. Crane\n\nfor reasons 1.4 (b) and (d).\n\n1. (C) Text."
    draft = draft_of(text)
    assert text[read_authority(draft, 0, 0, len(text)) :] == "\n\n1. (C) Text."
    assert draft.telegram().classified_by == ClassificationAuthority("Ada B. Crane", "Ambassador", BOTH)


def test_a_second_line_completes_the_first(draft_of: DraftOf) -> None:
    text = "DCM Ada B. Crane.\nReason: 1.5 (b) and (d)"
    draft = draft_of(text)
    read_authority(draft, 0, 0, text.index("\n"))
    read_authority(draft, 18, 25, len(text))
    assert draft.telegram().classified_by == ClassificationAuthority("Ada B. Crane", "DCM", ("1.5(b)", "1.5(d)"))


def test_parts_have_their_places(draft_of: DraftOf) -> None:
    text = "Classified By: DCM Ada B. Crane for reasons 1.4 (b) and (d)."
    draft = draft_of(text)
    read_authority(draft, 0, 14, len(text))
    there = {name: [text[start:end] for start, end in spans] for name, spans in draft.trace().items()}
    assert there == {
        "classified_by": [text],
        "classified_by.name": ["Ada B. Crane"],
        "classified_by.position": ["DCM"],
        "classified_by.reasons[0]": ["b"],
        "classified_by.reasons[1]": ["d"],
    }


@given(st.text("Ambassador DCM for reasons 1.4 (b)(d),;:/\n\\'$é¶", max_size=80))
def test_raises_nothing_and_stays_in_range(text: str) -> None:
    """Law: whatever stands there, the end lies in the range, and so do all places."""
    draft = Draft(View.whole(Source.of(text)))
    assert 0 <= read_authority(draft, 0, 0, len(text)) <= len(text)
    for start, end in (span for _, *span in draft.entries):
        assert 0 <= start <= end <= len(text)
