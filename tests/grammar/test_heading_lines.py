"""Lines of the heading without a label."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.grammar.heading_lines import read_line_without_label
from telegram_format.kit import Draft
from telegram_format.model.message_id import MessageId
from telegram_format.model.telegram import Telegram

DraftOf = Callable[..., Draft]


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("SIPDIS", "SIPDIS"),
        ("SIPDIS,", "SIPDIS"),
        ("SPIDIS", "SIPDIS"),
        ("SIDPIS", "SIPDIS"),
        ("SENSITIVE", "SENSITIVE"),
        ("ROGER CHANNEL", "ROGER CHANNEL"),
        ("VISAS DONKEY", "VISAS DONKEY"),
        ("STADIS//////////", "STADIS"),
        ("DISTO", "DISTO"),
        ("E F T O", "E F T O"),
        ("EYES ONLY", "EYES ONLY"),
        ("C O R R E C T E D   C O P Y", "CORRECTED COPY"),
        ("CORRECTED COPY (ADDED REFS)", "CORRECTED COPY"),
        ("Corrected copy", "CORRECTED COPY"),
        ("SENSITIVE BUT UNCLASSIFIED", "SENSITIVE"),
        ("(SBU) NOT FOR INTERNET DISTRIBUTION", "SENSITIVE"),
        ("SENSITIVE BUT UNCLASSIFIED; NOT FOR INTERNET DISTRIBUTION.", "SENSITIVE"),
        ("SENSITIVE BUT UNCLASSIFIED - PLEASE PROTECT ACCORDINGLY", "SENSITIVE"),
        ("Unclassified but sensitive", "SENSITIVE"),
    ],
)
def test_captions(draft_of: DraftOf, line: str, caption: str) -> None:
    text = line + "\n"
    draft = draft_of(text)
    position = 0
    while position < len(line):
        after = read_line_without_label(draft, position, len(text), labelled=True)
        assert after > position
        position = after
    assert draft.telegram().captions == (caption,)


@pytest.mark.parametrize(
    "line",
    [
        *("STATE FOR EUR/NB, EUR/CE; OSTP FOR HOLT", "DEPT FOR NEA/MAG AND DRL", "DEPARTMENT FOR WHA, M, T"),
        *("DEPT NEA/MAG (ROE), INR (CRANE)", "OSLO FOR DATT", "GENEVA: FOR CD DELEGATION", "POSTS FOR FRAUD UNITS"),
        *(
            "STATE PASS TO USTR",
            "ARA ONLY",
            "INFORM CONSULS; FOR ALL AGENCIES",
            "STATE PLEASE PASS USAID",
            "PASS TO NSC",
            "FOR AMBASSADOR FROM HOLT",
            "STATE ALSO FOR EB",
        ),
        *("DOD FOR OSD(P) ROE, CRANE", "USARPAC FOR APOP-IM (MAJ CRANE)", "PERSONAL FOR THE AMBASSADOR"),
    ],
)
def test_passing_lines(draft_of: DraftOf, line: str) -> None:
    text = line + "\n\nTAGS: ECON"
    draft = draft_of(text)
    assert read_line_without_label(draft, 0, len(text), labelled=True) == len(line)
    assert draft.telegram().passing == (line,)
    assert draft.trace()["passing[0]"] == ((0, len(line)),)


def test_a_passing_line_goes_on(draft_of: DraftOf) -> None:
    text = "STATE FOR EUR/NB, OES/OMC,\nEB/IFD AND INR\nSIPDIS\n"
    draft = draft_of(text)
    assert text[read_line_without_label(draft, 0, len(text), labelled=True) :] == "\nSIPDIS\n"
    assert draft.telegram().passing == ("STATE FOR EUR/NB, OES/OMC, EB/IFD AND INR",)


def test_two_passing_lines_are_two(draft_of: DraftOf) -> None:
    text = "STATE FOR EUR/NB\nUSDOC FOR 4212\n"
    draft = draft_of(text)
    end = read_line_without_label(draft, 0, len(text), labelled=True)
    read_line_without_label(draft, end + 1, len(text), labelled=True)
    assert draft.telegram().passing == ("STATE FOR EUR/NB", "USDOC FOR 4212")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("-------", "rule"),
        ("154837", "record"),
        ("2008-05-23 08:30", "record"),
        ("08DUSHANBE745", "record"),
        ("Embassy Dushanbe", "record"),
        ("Friday, 23 May 2008, 08:30", "dateline"),
    ],
)
def test_marks(draft_of: DraftOf, line: str, kind: str) -> None:
    text = line + "\nTAGS: ECON"
    draft = draft_of(text)
    assert read_line_without_label(draft, 0, len(text), labelled=True) == len(line)
    assert [found for found, _ in draft.trace().marks] == [kind]


def test_a_notice_of_action_behind_the_labels(draft_of: DraftOf) -> None:
    text = "This is an action request. See paragraph 4.\n"
    draft = draft_of(text)
    assert read_line_without_label(draft, 0, len(text), labelled=False) == len(text) - 1
    assert [kind for kind, _ in draft.trace().marks] == ["action notice"]


@pytest.mark.parametrize(
    "line",
    [
        "The roof leaks.",
        "State for now is silent.",
        "FOR the time being it leaks.",
        "-------",
        "Q",
        "1. (C) The roof leaks.",
    ],
)
def test_text_behind_the_labels_is_left(draft_of: DraftOf, line: str) -> None:
    draft = draft_of(line)
    assert read_line_without_label(draft, 0, len(line), labelled=False) == 0
    assert draft.telegram() == Telegram()


@pytest.mark.parametrize(
    ("line", "message_id"),
    [
        ("07LOME512", MessageId(2007, "LOME", 512)),
        ("1955LOME512", MessageId(1955, "LOME", 512)),
        ("73STATE-A1089", MessageId(1973, "STATE", 1089, "A")),
        ("07SECTION512", None),
    ],
)
def test_a_number_in_compact_form(draft_of: DraftOf, line: str, message_id: MessageId | None) -> None:
    draft = draft_of(line + "\n")
    assert read_line_without_label(draft, 0, len(line) + 1, labelled=True) == len(line)
    assert draft.telegram().message_id == message_id


def test_the_first_number_stays(draft_of: DraftOf) -> None:
    draft = draft_of("07LOME512\n")
    draft.values["message_id"] = MessageId(2007, "ACCRA", 9)
    assert read_line_without_label(draft, 0, 10, labelled=True) == 9
    assert draft.telegram().message_id == MessageId(2007, "ACCRA", 9)


def test_an_empty_line_is_passed(draft_of: DraftOf) -> None:
    draft = draft_of("  \nSIPDIS")
    assert read_line_without_label(draft, 0, 9, labelled=True) == 3
    assert draft.telegram() == Telegram()
