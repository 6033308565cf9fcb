"""Kinds of paper by their words."""

from __future__ import annotations

import pytest

from telegram_format.grammar.reference_kinds import kind_of_paper, names_a_paper


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("ROE E-MAIL OF 10/12/06", "email"),
        ("Roe email", "email"),
        ("REPORT BY E-MAIL", "email"),
        ("ROE/CRANE TELCON", "telephone"),
        ("phone call of May 1", "telephone"),
        ("SEPTEL", "septel"),
        ("9 FAM APPENDIX J, 300", "manual"),
        ("12 FAH-2", "manual"),
        ("SECDEF MSG DTG 121212Z SEP 08", "dtg"),
        ("121212Z SEP 08", "dtg"),
        ("IIR 6 111 0222 08", "report"),
        ("TD-314/11111-05", "report"),
        ("2004 HUMAN RIGHTS REPORT", "report"),
        ("ROE LETTER OF MAY 1", "letter"),
        ("FAX OF MAY 1", "letter"),
        ("STATE CA-1234 MAY 2, 1966", "letter"),
        ("MAY 1 MEETING", "meeting"),
        ("THE ROOF", "other"),
        ("", "other"),
        ("FAMILY", "other"),
        ("CALLING", "other"),
    ],
)
def test_kinds(words: str, kind: str) -> None:
    assert kind_of_paper(words) == kind


@pytest.mark.parametrize("words", ["SECTION", "PARA", "MAY", "December", "PREVIOUS", "UNSCR", "SECDEF MSG", "EMAIL"])
def test_what_names_no_station(words: str) -> None:
    assert names_a_paper(words)


@pytest.mark.parametrize("words", ["LOME", "DAR ES SALAAM", "ZENDA", "MAYOTTE", "NOUAKCHOTT"])
def test_what_may_name_a_station(words: str) -> None:
    assert not names_a_paper(words)


def test_answers_for_long_words_are_not_kept() -> None:
    """What is kept is bounded in size too, not in number only."""
    from telegram_format.grammar import reference_kinds

    known = reference_kinds.names_a_paper.cache_info().currsize
    assert reference_kinds.names_a_paper("PORT ALDER " * 100 + "LETTER")
    assert not reference_kinds.names_a_paper("QUENZA " * 100)
    assert reference_kinds.names_a_paper.cache_info().currsize == known
