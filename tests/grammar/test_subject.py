"""The SUBJECT line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.subject import read_subject
from telegram_format.kit import Draft, Source, View

DraftOf = Callable[..., Draft]


@pytest.mark.parametrize(
    ("text", "subject", "marking"),
    [
        (" TIN ROOFS", "TIN ROOFS", None),
        ("TIN\nROOFS", "TIN ROOFS", None),
        (" TIN \n   ROOFS ", "TIN ROOFS", None),
        ("U.S.-\nGHANAIAN ROOFS", "U.S.-GHANAIAN ROOFS", None),
        ("TIN- \nROOFS", "TIN-ROOFS", None),
        ("ROOFS 2007-\n2008", "ROOFS 2007- 2008", None),
        ("(U) TIN ROOFS", "TIN ROOFS", "U"),
        ("(C/NF) TIN ROOFS", "TIN ROOFS", "C/NF"),
        ("TIN ROOFS (SBU)", "TIN ROOFS", "SBU"),
        ("TIN ROOFS\n(SBU)", "TIN ROOFS", "SBU"),
        ("(GOG) ROOFS", "(GOG) ROOFS", None),
        ("TIN ROOFS (GOG)", "TIN ROOFS (GOG)", None),
        ("TFUS01: TIN ROOFS", "TFUS01: TIN ROOFS", None),
        ("\n\nTIN ROOFS", "TIN ROOFS", None),
        ("", None, None),
        ("\n\n", None, None),
        ("(U)", None, "U"),
    ],
)
def test_values(draft_of: DraftOf, text: str, subject: str | None, marking: str | None) -> None:
    draft = draft_of(text)
    read_subject(draft, 0, 0, len(text))
    telegram = draft.telegram()
    assert (telegram.subject, telegram.subject_marking) == (subject, marking)


@pytest.mark.parametrize(
    "behind",
    [
        "\n\nThe roof leaks.",
        "\n----------\nTHE ROOF",
        "\n¶1. (C) The roof.",
        "\n1. (C) The roof.",
        "\n1) The roof.",
        "\nSENSITIVE BUT UNCLASSIFIED",
        "\n(SENSITIVE)",
        "\nQUOTE: THE ROOF",
        "\nSIPDIS",
        "\nUNCLAS ACCRA 000903",
        "\nThis is an action request.",
        "\n(C) The roof leaks.",
        "\nSUMMARY",
        "\nSummary: The roof.",
        "\nREFTEL ACCRA 7",
        " SENSITIVE BUT UNCLASSIFIED",
        " ¶1. The roof.",
        " ---------- THE ROOF",
    ],
)
def test_where_it_ends(draft_of: DraftOf, behind: str) -> None:
    text = "TIN ROOFS" + behind
    draft = draft_of(text)
    assert text[read_subject(draft, 0, 0, len(text)) :] == behind
    assert draft.telegram().subject == "TIN ROOFS"
    assert draft.trace()["subject"] == ((0, 9),)


def test_a_mark_has_its_place(draft_of: DraftOf) -> None:
    draft = draft_of("(SBU) TIN ROOFS")
    read_subject(draft, 0, 0, 15)
    assert draft.trace()["subject_marking"] == ((1, 4),)
    assert draft.trace()["subject"] == ((6, 15),)
    assert draft.trace().covered(draft.view) == [(0, 15)]


@given(st.text("TIN ROOFS(U)-\n1. ¶", max_size=50))
def test_the_value_is_what_stands_there(text: str) -> None:
    """Law: the subject is its place in the text on one line, no blanks at its ends."""
    draft = Draft(View.whole(Source.of(text)))
    end = read_subject(draft, 0, 0, len(text))
    assert 0 <= end <= len(text)
    subject = draft.telegram().subject
    if subject is not None:
        assert subject == " ".join(subject.split())
        (start, stop) = next((start, stop) for path, start, stop in draft.entries if path == ("subject",))
        assert "".join(subject.split()) == "".join(text[start:stop].split())
