"""The classified heading."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.heading import read_heading
from telegram_format.kit import Draft, Source, View
from telegram_format.model.telegram import Telegram

DraftOf = Callable[..., Draft]
ORDER, TAGS, SUBJECT, REF = "E.O. 12958: N/A", "TAGS: ECON GH", "SUBJECT: TIN ROOFS", "REF: LOME 55"
BY = "Classified By: DCM Ada B. Crane for reasons 1.4 (b) and (d)."


def read(text: str) -> tuple[Telegram, str, list[str]]:
    """What is read, the text behind, and what was odd."""
    draft = Draft(View.whole(Source.of(text)))
    end = read_heading(draft, 0, len(text))
    return draft.telegram(), text[end:], [found.code for found in draft.diagnostics()]


@pytest.mark.parametrize(
    "lines",
    [
        [ORDER, TAGS, SUBJECT, REF, BY],
        [TAGS, ORDER, SUBJECT, REF, BY],
        [BY, ORDER, TAGS, SUBJECT, REF],
        [SUBJECT, BY, REF, TAGS, ORDER],
        [ORDER, TAGS, SUBJECT, "", REF, "", BY, ""],
        [f"{ORDER} {TAGS} {SUBJECT} {REF} {BY}"],
        [f"{ORDER} {TAGS}", f"{SUBJECT} {REF}", BY],
    ],
    ids=["usual", "tags-first", "authority-first", "turned", "empty-lines", "one-line", "two-lines"],
)
@pytest.mark.parametrize("first", ["1. (C) The roof leaks.\n", "¶1. (C) The roof leaks.\n", "1.(C) The roof leaks.\n"])
def test_labels_in_any_order(lines: list[str], first: str) -> None:
    telegram, rest, odd = read("\n".join([*lines, first]))
    assert telegram.executive_order is not None
    assert telegram.executive_order.number == "12958"
    assert [tag.code for tag in telegram.tags] == ["ECON", "GH"]
    assert telegram.subject == "TIN ROOFS"
    assert [reference.text for reference in telegram.references] == ["LOME 55"]
    assert telegram.classified_by is not None
    assert telegram.classified_by.name == "Ada B. Crane"
    assert rest == first
    assert odd == []


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("E.O 12958: N/A", "executive_order"),
        ("E. O. 12958: N/A", "executive_order"),
        ("eo 12958: n/a", "executive_order"),
        ("e.o. 12958: n/a", "executive_order"),
        ("TAGS : ECON", "tags"),
        ("tags: econ", "tags"),
        ("Subject: Roofs", "subject"),
        ("subject: roofs", "subject"),
        ("SUBJ. ROOFS", "subject"),
        ("REFTELS: LOME 55", "references"),
        ("Reference: LOME 55", "references"),
        ("REFERENCES: LOME 55", "references"),
        ("Ref: LOME 55", "references"),
        ("REF A. LOME 55", "references"),
        ("REF (A) LOME 55", "references"),
        ("CLASSIFIED BY: DCM ADA B. CRANE", "classified_by"),
        ("classified by: DCM Ada B. Crane", "classified_by"),
        ("(U) Classified by DCM Ada B. Crane", "classified_by"),
    ],
)
def test_spellings_of_labels(line: str, field: str) -> None:
    telegram, _, odd = read(line + "\n")
    assert getattr(telegram, field)
    assert odd == []


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("TAGES: ECON", "tags"),
        ("TAAGS: ECON", "tags"),
        ("TAGSS: ECON", "tags"),
        ("T A G S: ECON", "tags"),
        ("SUBECT: ROOFS", "subject"),
        ("SUJECT: ROOFS", "subject"),
        ("SUBJCT: ROOFS", "subject"),
        ("SBJECT: ROOFS", "subject"),
        ("CLASIFIED BY: DCM ADA B. CRANE", "classified_by"),
    ],
)
def test_misspelt_labels_are_noted(line: str, field: str) -> None:
    telegram, _, odd = read(line + "\n")
    if field != "classified_by":
        assert getattr(telegram, field)
        assert odd == ["label-repaired"]


@pytest.mark.parametrize(
    "line",
    [
        "C O R R E C T E D COPY - SUBJECT LINE",
        "SUBJECT LINE CORRECTED",
        "CLASSIFIED BY LINE ADDED",
        "REFLECTIONS ON ROOFS",
        "STAGES: ROOFS",
        "REFUGEES: ROOFS",
    ],
)
def test_what_is_no_label(line: str) -> None:
    telegram, _, _ = read(f"{line}\n{SUBJECT}\n")
    assert telegram.subject == "TIN ROOFS"
    assert telegram.classified_by is None
    assert telegram.references == ()
    assert telegram.tags == ()


def test_labels_inside_running_text_are_none() -> None:
    text = "Our ref: the roof. The subject: roofs. He is not classified by us. See tags: none."
    telegram, rest, _ = read(f"{SUBJECT}\n\n{text}\n")
    assert telegram == Telegram(subject="TIN ROOFS")
    assert rest == text + "\n"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (f"{SUBJECT}\n\nThe roof leaks.\n", "The roof leaks.\n"),
        (f"{SUBJECT}\n\nSUMMARY\n-------\nIt leaks.\n", "SUMMARY\n-------\nIt leaks.\n"),
        (f"{SUBJECT}\n\n14. (C) It leaks.\n", "14. (C) It leaks.\n"),
        ("The roof leaks.\n", "The roof leaks.\n"),
        ("1. The roof leaks. SUBJECT: TIN ROOFS\n", "1. The roof leaks. SUBJECT: TIN ROOFS\n"),
        ("", ""),
    ],
)
def test_where_it_ends(text: str, rest: str) -> None:
    _, found, _ = read(text)
    assert found == rest


def test_odd_lines_are_noted_and_left() -> None:
    telegram, rest, odd = read(f"UNCLAS ZENDA 000001\n\nQQ ~~ 17\n\n{TAGS}\n{SUBJECT}\n\n1. Text.\n")
    assert telegram.subject == "TIN ROOFS"
    assert rest == "1. Text.\n"
    assert odd == ["heading-line-unread"]


def test_a_line_of_odd_blanks_is_passed() -> None:
    telegram, _, odd = read(f"\x0b\x0c\n{SUBJECT}\n")
    assert telegram.subject == "TIN ROOFS"
    assert odd == []


def test_the_lines_of_1996() -> None:
    authority = "1. (U) CLASSIFIED BY AMBASSADOR ADA B. CRANE. REASON: 1.5 (B) AND (D).\n"
    telegram, rest, _ = read(f"{SUBJECT}\n\n{authority}\n2. (C) The roof leaks.\n")
    assert telegram.classified_by is not None
    assert telegram.classified_by.name == "ADA B. CRANE"
    assert telegram.classified_by.reasons == ("1.5(b)", "1.5(d)")
    assert rest.startswith(authority)


def test_labels_on_lines_of_their_own() -> None:
    labels = "CLASSIFIED BY: DCM ADA B. CRANE\nREASON: 1.5 (B)\nDECLASSIFY ON: 09/26/2012\nDERIVED FROM: GUIDE 7"
    text = f"{SUBJECT}\n{labels}\n\n1. Text.\n"
    telegram, rest, _ = read(text)
    assert telegram.classified_by is not None
    assert (telegram.classified_by.name, telegram.classified_by.reasons) == ("ADA B. CRANE", ("1.5(b)",))
    assert telegram.executive_order is not None
    assert str(telegram.executive_order.declassify_on) == "2012-09-26"
    assert telegram.attributes["derived"] == "GUIDE 7"
    assert rest == "1. Text.\n"


def test_declassification_beside_an_order_is_an_attribute() -> None:
    telegram, _, _ = read(f"{ORDER}\n{SUBJECT}\nDECLASSIFY ON: 09/26/2012\n\n1. Text.\n")
    assert telegram.attributes["declassify"] == "09/26/2012"
    assert telegram.executive_order is not None
    assert telegram.executive_order.declassify_on is None


lines = st.sampled_from(
    [ORDER, TAGS, SUBJECT, REF, BY, "", "SIPDIS", "1. (C) Text.", "Text.", "¶", "UNCLAS A 1", "REF", "TAGS:"]
)


@given(st.lists(lines, max_size=9), st.sampled_from(["\n", " ", ""]))
def test_end_lies_in_the_range(words: list[str], sign: str) -> None:
    """Law: the heading ends in the text, and every place of it lies before its end or in the text's first paragraph."""
    text = sign.join(words)
    draft = Draft(View.whole(Source.of(text)))
    end = read_heading(draft, 0, len(text))
    assert 0 <= end <= len(text)
    for _, start, stop in draft.entries:
        assert 0 <= start <= stop <= len(text)
