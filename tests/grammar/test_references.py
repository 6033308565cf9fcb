"""The REF line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.references import read_references
from telegram_format.kit import Draft, Source, View
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.message_id import MessageId
from telegram_format.model.reference import Reference

DraftOf = Callable[..., Draft]


def drafted(text: str) -> Draft:
    """A draft of a telegram of 2006, ACCRA 903, with its references read."""
    draft = Draft(View.whole(Source.of(text)))
    draft.values["dtg"] = DateTimeGroup(2, 15, 1, "Z", 11, 2006)
    draft.values["message_id"] = MessageId(2006, "ACCRA", 903)
    read_references(draft, 0, 0, len(text))
    return draft


def read(text: str) -> tuple[Reference, ...]:
    return drafted(text).telegram().references


def cables(text: str) -> list[tuple[str | None, str | None]]:
    """Label and number of each item."""
    return [(item.label, item.message_id.compact if item.message_id else None) for item in read(text)]


TWO = [("A", "06LOME55"), ("B", "06LAGOS77")]


@pytest.mark.parametrize(
    "text",
    [
        "A. LOME 55 B. LAGOS 77",
        "A. LOME 55\nB. LAGOS 77",
        "A. LOME 55; B. LAGOS 77",
        "A. LOME 55, B. LAGOS 77",
        "A. LOME 55 AND B. LAGOS 77",
        "A) LOME 55 B) LAGOS 77",
        "(A) LOME 55 (B) LAGOS 77",
        "[A] LOME 55 [B] LAGOS 77",
        "A: LOME 55 B: LAGOS 77",
        "A - LOME 55 B - LAGOS 77",
        "A LOME 55 B LAGOS 77",
        "A. A. LOME 55 B. B. LAGOS 77",
        "A. A) LOME 55 B. B) LAGOS 77",
        "A. (A) LOME 55 B. (B) LAGOS 77",
        "A. REF A: LOME 55 B. REF B: LAGOS 77",
        "REF A LOME 55 REF B LAGOS 77",
        "¶A. LOME 55 ¶B. LAGOS 77",
        "¶ A. LOME 55 ¶ B. LAGOS 77",
        "-A. LOME 55 -B. LAGOS 77",
        "A. LOME 55\n\nB. LAGOS 77",
        "A. LOME 55.\n\n   B. LAGOS 77.",
        "A.\nLOME 55\nB.\nLAGOS 77",
        "A. LOME\n55 B. LAGOS\n77",
        "A. LOME #55 B. LAGOS: 77",
        "A. LOME 00055 B. LAGOS 000077",
        "A. Lome 55 B. Lagos 77",
        "A. AMEMBASSY LOME 55 B. AMCONSUL LAGOS 77",
        "A. LOME CABLE 55 B. LAGOS CABLES 77",
        "A. LOME (C) 55 B. LAGOS (U) 77",
    ],
)
def test_notations(text: str) -> None:
    assert cables(text) == TWO


@pytest.mark.parametrize(
    ("text", "compact"),
    [
        ("05 LOME 55", "05LOME55"),
        ("2005 LOME 55", "05LOME55"),
        ("(05) LOME 55", "05LOME55"),
        ("05-LOME 55", "05LOME55"),
        ("05LOME55", "05LOME55"),
        ("005 LOME 55", "05LOME55"),
        ("094 LOME 55", "94LOME55"),
        ("LOME 55 (05)", "05LOME55"),
        ("LOME 55 (2005)", "05LOME55"),
        ("LOME (05) 55", "05LOME55"),
        ("LOME 55-05", "05LOME55"),
        ("LOME 55", "06LOME55"),
        ("ACCRA 902", "06ACCRA902"),
        ("ACCRA 904", "05ACCRA904"),
        ("66 SAIGON 1", "66SAIGON1"),
    ],
)
def test_years(text: str, compact: str) -> None:
    assert [number for _, number in cables(text)] == [compact]


def test_the_year_of_the_message_number(draft_of: DraftOf) -> None:
    draft = draft_of("LOME 55")
    draft.values["message_id"] = MessageId(2004, "ACCRA", 903)
    read_references(draft, 0, 0, 7)
    (item,) = draft.telegram().references
    assert item.message_id == MessageId(2004, "LOME", 55)


def test_no_year_at_all(draft_of: DraftOf) -> None:
    draft = draft_of("LOME 55")
    read_references(draft, 0, 0, 7)
    assert draft.telegram().references[0].message_id == MessageId(None, "LOME", 55)
    draft = draft_of("LOME 55", year=1979)
    read_references(draft, 0, 0, 7)
    assert draft.telegram().references[0].message_id == MessageId(1979, "LOME", 55)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("LOME 1055/1056/57", [1055, 1056, 57]),
        ("LOME 55 AND 56", [55, 56]),
        ("LOME 55, 56, AND 57", [55, 56, 57]),
        ("LOME 55, 56 & 57", [55, 56, 57]),
        ("LOME 55 AND PREVIOUS", [55]),
        ("LOME 55, 56 AND PREVIOUS", [55, 56]),
        ("LOME 55 ET AL.", [55]),
        ("LOME 55 SERIES", [55]),
        ("LOME 55 (SFO-GVA-IX-012)", [55]),
    ],
)
def test_numbers_of_one_post(text: str, numbers: list[int]) -> None:
    found = read(text)
    assert [item.message_id and item.message_id.number for item in found] == numbers
    assert {item.message_id and item.message_id.station for item in found} == {"LOME"}


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        ("LOME 55 (NOTAL)", ("NOTAL",)),
        ("LOME 55 NOTAL", ("NOTAL",)),
        ("LOME 55 (EXDIS) (NOTAL)", ("EXDIS", "NOTAL")),
        ("LOME 55 (SBU/NF)", ("SBU/NF",)),
        ("LOME 55 (C)", ("C",)),
        ("LOME 55 (TIN ROOFS)", ()),
    ],
)
def test_captions(text: str, captions: tuple[str, ...]) -> None:
    assert read(text)[0].captions == captions


def test_a_letter_in_parentheses_is_no_caption() -> None:
    assert cables("(A) LOME 1 (B) LOME 2 (C) LOME 3") == [("A", "06LOME1"), ("B", "06LOME2"), ("C", "06LOME3")]
    assert read("(A) LOME 1 (C) (B) LAGOS 2")[0].captions == ("C",)


@pytest.mark.parametrize(
    ("text", "station"),
    [
        ("DAR ES SALAAM 55", "DAR ES SALAAM"),
        ("RIO\nDE JANEIRO 55", "RIO DE JANEIRO"),
        ("N'DJAMENA 55", "NDJAMENA"),
        ("PORT-AU-PRINCE 55", "PORT AU PRINCE"),
        ("USUN NEW YORK 55", "USUN NEW YORK"),
        ("SECSTATE 55", "STATE"),
        ("ZENDA 55", "ZENDA"),
    ],
)
def test_stations(text: str, station: str) -> None:
    (found,) = read(text)
    assert found.message_id == MessageId(2006, station, 55)


def test_the_number_first() -> None:
    assert cables("871 ULAANBAATAR") == [(None, "06ULAANBAATAR871")]


def test_a_misspelt_station_is_noted() -> None:
    draft = drafted("A. BRATISLVA 66")
    (found,) = draft.diagnostics()
    assert (found.code, found.span) == ("station-repaired", (3, 12))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A. ROE E-MAIL OF 10/12/06 B. LOME 55", ["email", "cable"]),
        ("A. ROE/CRANE TELCON; B. LOME 55", ["telephone", "cable"]),
        ("A. 9 FAM APPENDIX J, 300 (2)\nB. LOME 55", ["manual", "cable"]),
        ("A. IIR 6 111 0222 08 B. LOME 55", ["report", "cable"]),
        ("A. SECDEF MSG DTG 121212Z SEP 08 B. LOME 55", ["dtg", "cable"]),
        ("A. SEPTEL B. LOME 55", ["septel", "cable"]),
        ("A. ROE LETTER OF MAY 1, 2006\nB. LOME 55", ["letter", "cable"]),
        ("ROE E-MAIL OF 10/12/06\nLOME 55", ["email", "cable"]),
        ("A. THE ROOF B. LOME 55", ["other", "cable"]),
        ("LOME 55; ROE E-MAIL", ["cable", "email"]),
    ],
)
def test_other_papers(text: str, kinds: list[str]) -> None:
    assert [item.kind for item in read(text)] == kinds


def test_a_paper_is_kept_on_one_line() -> None:
    (found, _) = read("A. ROE E-MAIL OF\n   OCTOBER 12, 2006\nB. LOME 55")
    assert found == Reference("ROE E-MAIL OF OCTOBER 12, 2006", "email", "A")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("LOME 55\n\nThe roof leaks.", "\n\nThe roof leaks."),
        ("A. LOME 55\n\nClassified By: Ada", "\n\nClassified By: Ada"),
        ("LOME 55 1. This cable asks for tin.", "1. This cable asks for tin."),
        ("LOME 55\n", ""),
        ("", ""),
        ("A.", ""),
        ("A. ,", " ,"),
    ],
)
def test_where_it_ends(text: str, rest: str) -> None:
    draft = Draft(View.whole(Source.of(text)))
    end = read_references(draft, 0, 0, len(text))
    assert text[end:].lstrip() == rest.lstrip() or text[end:].strip() == rest.strip()


def test_places() -> None:
    text = "A. LOME 55 (NOTAL)\nB. LAGOS 77/78"
    there = {name: [text[start:end] for start, end in spans] for name, spans in drafted(text).trace().items()}
    assert there == {
        "references[0]": ["LOME 55 (NOTAL)"],
        "references[0].label": ["A"],
        "references[1]": ["LAGOS 77"],
        "references[1].label": ["B"],
        "references[2]": ["78"],
        "references[2].label": ["B"],
    }


def test_the_letter_of_the_label_counts(draft_of: DraftOf) -> None:
    text = "A. REF LOME 55\nB. LAGOS 77"
    draft = draft_of(text)
    read_references(draft, 0, 6, len(text))
    assert [item.label for item in draft.telegram().references] == ["A", "B"]


pieces = st.sampled_from(
    [
        *(
            "A. ",
            "(B) ",
            "C) ",
            "LOME ",
            "DAR ES SALAAM ",
            "55",
            "05 ",
            "/56",
            ", ",
            "; ",
            " AND ",
            "\n",
            "\n\n",
            "(NOTAL)",
        ),
        *("(C)", "E-MAIL ", "DTG ", "1. Text ", "¶", "#", "-91", "(05)", ".", "QQ", "REF "),
    ]
)


def test_a_letter_that_the_list_has_already_is_a_portion_mark() -> None:
    text = "A. LOME 55\nB. LAGOS 77\nC. ACCRA 5 (EXDIS)\n\n(C) Minister Crane spoke of lamps and oil."
    assert cables(text) == [*TWO, ("C", "06ACCRA5")]


@given(st.lists(pieces, max_size=14).map("".join))
def test_places_lie_in_the_range(text: str) -> None:
    """Law: whatever stands there, the list ends in the range, and items stand in order, not empty."""
    draft = Draft(View.whole(Source.of(text)))
    assert 0 <= read_references(draft, 0, 0, len(text)) <= len(text)
    position = 0
    for path, start, end in draft.entries:
        if len(path) == 2:
            assert position <= start < end <= len(text)
            position = end


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("QUENZA 1944", [("other", "QUENZA 1944")]),  # a word that no table has before a year
        ("MEMO ON FERRIES\nLOME 12", [("letter", "MEMO ON FERRIES"), ("cable", "LOME 12")]),
        ("TREATY OF LOME, 1904\n     LAGOS 77", [("other", "TREATY OF LOME, 1904"), ("cable", "LAGOS 77")]),
    ],
)
def test_a_paper_ends_where_the_next_line_is_a_cable(text: str, items: list[tuple[str, str]]) -> None:
    assert [(item.kind, item.text) for item in drafted(text).telegram().references] == items


def test_what_runs_on_is_no_paper() -> None:
    words = "THE GROWERS OF APRICOTS MET AGAIN " * 15
    assert [item.text for item in read("REPORT OF THE MAYORS\n" + words)] == ["REPORT OF THE MAYORS"]
    assert read("A. REPORT OF THE MAYORS " + words) == ()
