"""The signature, and what stands behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.ending import read_ending, read_service_notes
from telegram_format.kit import Draft, Source, View

DraftOf = Callable[..., Draft]
TEXT = "2. (U) It was smoked."


@pytest.mark.parametrize(
    "name",
    [
        *(
            "FINCH",
            "VAN HOORN",
            "VON DER LEE",
            "DE MAAR",
            "MC CABE",
            "ST. CLAIR",
            "STRAUSS-HOPE",
            "O'MALLEY",
            "O’MALLEY",
        ),
        *("FINCH JR", "FINCH, JR.", "FINCH III", "Finch", "McCabe", "MacCabe", "O'Malley", "De Maar", "Strauss-Hope"),
    ],
)
def test_names(draft_of: DraftOf, name: str) -> None:
    text = f"{TEXT}\n\n{name}\n"
    draft = draft_of(text)
    assert read_ending(draft, 0, len(text)) == len(TEXT)
    assert draft.telegram().signatures == (name,)
    ((start, end),) = draft.trace()["signatures[0]"]
    assert text.encode()[start:end].decode() == name


@pytest.mark.parametrize(
    "line",
    [
        *("the end", "It was smoked", "TWO WORDS HERE", "123", "A. B.", "THE", "COMMENT", "SIPDIS", "Xx1", "END"),
        *("LONDON", "REGARDS", "finch"),
    ],
)
def test_what_is_no_name(draft_of: DraftOf, line: str) -> None:
    text = f"{TEXT}\n\n{line}"
    draft = draft_of(text)
    assert read_ending(draft, 0, len(text)) == len(text)
    assert draft.telegram().signatures == ()


def test_small_letters_need_the_end_of_a_sentence(draft_of: DraftOf) -> None:
    text = "2. (U) It was smoked by\nFinch"
    draft = draft_of(text)
    assert read_ending(draft, 0, len(text)) == len(text)
    assert draft.telegram().signatures == ()


@pytest.mark.parametrize(
    ("tail", "signatures"),
    [
        (" FINCH", ("FINCH",)),
        ("  FINCH  \n", ("FINCH",)),
        (" Finch", ("Finch",)),
        (" THE", ()),
        ("\nTHEY HUNG IT IN THE SMOKE-\nHOUSE", ()),
        ("\nTHEY HUNG IT UP -\nHOLT", ("HOLT",)),
        ("\n\nHOLT\nORME\n", ("HOLT", "ORME")),
        ("\n\nHOLT\n\nORME\n", ("HOLT", "ORME")),
        ("\n\nBut not\nHOLT\nORME\n", ("ORME",)),
        ("\n\nORMEHOLTS", ("ORMEHOLTS",)),
    ],
)
def test_signatures(draft_of: DraftOf, tail: str, signatures: tuple[str, ...]) -> None:
    draft = draft_of(TEXT + tail)
    read_ending(draft, 0, len(draft.text))
    assert draft.telegram().signatures == signatures


@pytest.mark.parametrize(
    "line",
    [
        *("NNNN", "NNN", "NNNNMAFV", "BT", "##", "#", ".", "...", "-----", "YYY", "* * *", "UNCLASSIFIED", "SECRET"),
        *("C O N F I D E N T I A L", "SECRET//NOFORN", "2004OSLO00031 - UNCLASSIFIED", "====CABLE ENDS===="),
        *("2002OSLO00031 - Classification: SECRET", "#0031", "=" * 40),
    ],
)
def test_furniture(draft_of: DraftOf, line: str) -> None:
    text = f"{TEXT}\n\nFINCH\n\n{line}\n\n"
    draft = draft_of(text)
    assert read_ending(draft, 0, len(text)) == len(TEXT)
    assert draft.telegram().signatures == ("FINCH",)
    assert ("furniture", ((text.index(line, 29), text.index(line, 29) + len(line)),)) in draft.trace().marks


def test_several_lines_of_furniture(draft_of: DraftOf) -> None:
    text = f"{TEXT}\nFINCH\nUNCLASSIFIED\nBT\n#0031\n\n\nNNNN\n"
    draft = draft_of(text)
    assert read_ending(draft, 0, len(text)) == len(TEXT)
    assert draft.telegram().validation == "0031"
    assert draft.trace()["validation"] == ((text.index("0031"), text.index("0031") + 4),)


def test_a_missing_section_is_told(draft_of: DraftOf) -> None:
    text = f"{TEXT}\n\n* * Missing Section 002 * *\n"
    draft = draft_of(text)
    assert read_ending(draft, 0, len(text)) == len(TEXT)
    (found,) = draft.diagnostics()
    assert (found.code, found.message) == ("section-missing", "section 2 is missing")


@pytest.mark.parametrize(
    "note",
    ["NOTE BY OC/T: NOT PASSED TO POSTS.", "NOTE: NOT PASSED TO ABOVE ADDRESSEE(S)", "NOTE: READ AS RECEIVED"],
)
def test_notes_of_the_relay(draft_of: DraftOf, note: str) -> None:
    text = f"{TEXT}\n\nFINCH\n\n{note}\nNNNN\n"
    draft = draft_of(text)
    end = read_ending(draft, 0, len(text))
    assert end == len(TEXT)
    assert draft.telegram().body == ()
    assert read_service_notes(draft, end, len(text)) == len(text)
    (paragraph,) = draft.telegram().paragraphs
    assert (paragraph.text, paragraph.role) == (note, "service note")
    assert draft.telegram().signatures == ("FINCH",)


def test_a_note_of_the_post_on_the_web_is_marked(draft_of: DraftOf) -> None:
    text = f"{TEXT}\nFINCH\nVisit Oslo's Classified Website: http://www.example.org/oslo\n"
    draft = draft_of(text)
    assert read_ending(draft, 0, len(text)) == len(TEXT)
    assert draft.telegram().signatures == ("FINCH",)
    assert "note" in [kind for kind, _ in draft.trace().marks]


@pytest.mark.parametrize("text", ["", "\n\n", "NNNN", "FINCH", "##\n"])
def test_nothing_but_an_ending(draft_of: DraftOf, text: str) -> None:
    draft = draft_of(text)
    assert read_ending(draft, 0, len(text)) == 0
    assert draft.telegram().signatures == (("FINCH",) if text == "FINCH" else ())


lines = st.sampled_from(
    ["FINCH", "Finch", "NNNN", "", "BT", "It is.", "NOTE BY OC/T: A", "UNCLASSIFIED", "#0031", "A B C"]
)


@given(st.lists(lines, max_size=8).map("\n".join), st.data())
def test_end_lies_in_the_range(text: str, data: st.DataObject) -> None:
    """Law: the text ends in the range, and what stands behind is marked or a field."""
    start = data.draw(st.integers(0, len(text)))
    draft = Draft(View.whole(Source.of(text)))
    end = read_ending(draft, start, len(text))
    read_service_notes(draft, end, len(text))
    assert start <= end <= len(text)
    covered = draft.trace().covered(draft.view)
    for place in range(end, len(text)):
        assert text[place] in " \n." or any(low <= place < high for low, high in covered)


@pytest.mark.parametrize("line", ["BT", "NNNN", "#0412\nNNNN", "BT\n#0412\nNNNN"])
def test_an_ending_right_behind_the_heading(draft_of: DraftOf, line: str) -> None:
    heading = "SUBJECT: PLUMS\n\n"
    text = f"{heading}{line}\n"
    draft = draft_of(text)
    assert read_ending(draft, len(heading), len(text)) == len(heading)
    assert draft.telegram().signatures == ()
