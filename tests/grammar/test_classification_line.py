"""The classification line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.classification_line import add_caption, read_classification_line
from telegram_format.kit import Draft, Source, View
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.marking import Classification
from telegram_format.model.message_id import MessageId
from telegram_format.model.telegram import Telegram
from telegram_format.model.transmission import Section

DraftOf = Callable[..., Draft]


def read(text: str) -> Telegram:
    draft = Draft(View.whole(Source.of(text)))
    end = read_classification_line(draft, 0, len(text))
    assert text[end:].strip() == ""
    return draft.telegram()


@pytest.mark.parametrize(
    ("level", "classification"),
    [
        ("UNCLAS", Classification.UNCLASSIFIED),
        ("UNCLASSIFIED", Classification.UNCLASSIFIED),
        ("Unclas", Classification.UNCLASSIFIED),
        ("C O N F I D E N T I A L", Classification.CONFIDENTIAL),
        ("C O N F I D E N T I AL", Classification.CONFIDENTIAL),
        ("CONFIDENTIAL", Classification.CONFIDENTIAL),
        ("S E C R E T", Classification.SECRET),
        ("s e c r e t", Classification.SECRET),
        ("T O P S E C R E T", Classification.TOP_SECRET),
        ("T O P   S E C R E T", Classification.TOP_SECRET),
        ("LIMITED OFFICIAL USE", Classification.LIMITED_OFFICIAL_USE),
        ("RESTRICTED", Classification.RESTRICTED),
        ("CONTROLLED UNCLASSIFIED INFORMATION", Classification.CONTROLLED),
    ],
)
def test_levels(level: str, classification: Classification) -> None:
    telegram = read(f"{level} LOME 000512")
    assert telegram.classification is classification
    assert telegram.message_id == MessageId(None, "LOME", 512)


@pytest.mark.parametrize(
    ("words", "caveats", "captions", "section"),
    [
        ("", (), (), None),
        (" NOFORN", ("NOFORN",), (), None),
        ("//NOFORN", ("NOFORN",), (), None),
        (" NOFORN NOFORN", ("NOFORN",), (), None),
        (" E F T O", ("E F T O",), (), None),
        (" REL TO USA, GBR SECTION 01 OF 02", ("REL TO USA, GBR",), (), Section(1, 2)),
        (" SIPDIS", (), ("SIPDIS",), None),
        (" SENSITIVE SIPDIS", (), ("SENSITIVE", "SIPDIS"), None),
        (" SECTION 01 OF 02", (), (), Section(1, 2)),
        (" NOFORN SECTION 02 OF 03", ("NOFORN",), (), Section(2, 3)),
        (" FINAL SECTION 02 OF 02", (), (), Section(2, 2, True)),
        (" FINAL SECTION OF 02", (), (), Section(2, 2, True)),
        (" section 1 of 2", (), (), Section(1, 2)),
    ],
)
def test_what_stands_between(words: str, caveats: tuple[str, ...], captions: tuple[str, ...], section: Section) -> None:
    telegram = read(f"S E C R E T{words} DAR ES SALAAM 000512")
    assert (telegram.caveats, telegram.captions, telegram.section) == (caveats, captions, section)
    assert telegram.message_id == MessageId(None, "DAR ES SALAAM", 512)


@pytest.mark.parametrize(
    ("post", "station"),
    [
        ("USUN NEW YORK 000512", "USUN NEW YORK"),
        ("Oslo 000512", "OSLO"),
        ("PORT AU PRINCE 512", "PORT AU PRINCE"),
        ("STATE 00000512", "STATE"),
        ("ZENDA 0512", "ZENDA"),
    ],
)
def test_posts(post: str, station: str) -> None:
    message_id = read(f"UNCLAS {post}").message_id
    assert message_id == MessageId(None, station, 512)


@pytest.mark.parametrize("words", ["SECTION 2 OF 3", "SECTION 2 OF 3 SECTIONS"])
def test_the_section_may_stand_behind_the_number(words: str) -> None:
    telegram = read(f"UNCLAS LOME 512 {words}")
    assert telegram.section == Section(2, 3)
    assert telegram.message_id == MessageId(None, "LOME", 512)


@pytest.mark.parametrize(
    ("notice", "caption"),
    [("CORRECTED COPY", "CORRECTED COPY"), ("ZFR 2585", "ZFR 2585"), ("TOSEC 140323", "TOSEC 140323")],
)
def test_notices(notice: str, caption: str) -> None:
    assert read(f"UNCLAS LOME 000512 {notice}").captions == (caption,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SECRETARY OF STATE 1",
        "SECRET, AND 1",
        "SECRET AND CONFIDENTIAL PAPERS",
        "UNCLASSIFIED BUT SENSITIVE",
        "CONFIDENTIALITY 12",
        "The lamp was lit 000512",
        "Secret agents met in the harbour.",
    ],
)
def test_what_is_none(draft_of: DraftOf, text: str) -> None:
    draft = draft_of(text)
    assert read_classification_line(draft, 0, len(text)) == 0
    assert draft.telegram() == Telegram()


def test_a_bare_level_is_the_classification_and_then_a_banner(draft_of: DraftOf) -> None:
    text = "CONFIDENTIAL\nSECRET\n"
    draft = draft_of(text)
    assert read_classification_line(draft, 0, len(text)) == 12
    assert read_classification_line(draft, 13, len(text)) == 19
    assert draft.telegram().classification is Classification.CONFIDENTIAL
    assert [kind for kind, _ in draft.trace().marks if kind == "banner"] == ["banner"]
    assert draft.diagnostics() == ()


@pytest.mark.parametrize("level", ["UNCLASIFIED", "CONFIDENTAL", "C0NFIDENTIAL", "C O N F I D E N T A L", "UNCLSA"])
def test_a_damaged_level_is_repaired(draft_of: DraftOf, level: str) -> None:
    text = f"{level} LOME 000512"
    draft = draft_of(text)
    read_classification_line(draft, 0, len(text))
    telegram = draft.telegram()
    assert telegram.classification is Classification["UNCLASSIFIED" if level[0] == "U" else "CONFIDENTIAL"]
    assert telegram.message_id == MessageId(None, "LOME", 512)
    assert [found.code for found in draft.diagnostics()] == ["label-repaired"]


@pytest.mark.parametrize("text", ["UNCOMMON LOME 000512", "Confidental Lome 000512", "CONFIDENTAL LOME", "CON 000512"])
def test_other_damage_is_left(draft_of: DraftOf, text: str) -> None:
    draft = draft_of(text)
    assert read_classification_line(draft, 0, len(text)) == 0


def test_the_year_is_that_of_the_date_time_group_or_of_the_context(draft_of: DraftOf) -> None:
    text = "UNCLAS LOME 000512"
    draft = draft_of(text, year=2004)
    read_classification_line(draft, 0, len(text))
    assert draft.telegram().message_id == MessageId(2004, "LOME", 512)
    draft = draft_of(text, year=2004)
    draft.values["dtg"] = DateTimeGroup(1, 2, 3, "Z", 4, 2005)
    read_classification_line(draft, 0, len(text))
    assert draft.telegram().message_id == MessageId(2005, "LOME", 512)


def test_the_compact_number_before_it_says_the_year(draft_of: DraftOf) -> None:
    draft = draft_of("UNCLAS AMEMBASSY PORT-OF-SPAIN 000512")
    draft.values["dtg"] = DateTimeGroup(1, 0, 5, "Z", 1, 2007)
    draft.values["message_id"] = MessageId(2006, "PORT OF SPAIN", 512, "A")
    read_classification_line(draft, 0, len(draft.text))
    assert draft.telegram().message_id == MessageId(2006, "PORT OF SPAIN", 512, "A")
    assert draft.diagnostics() == ()


def test_a_second_line_with_another_number(draft_of: DraftOf) -> None:
    text = "UNCLAS LOME 000512\nUNCLAS LOME 000512\nUNCLAS LOME 000800\nS E C R E T LOME 000512\n"
    draft = draft_of(text)
    for start in (0, 19, 38, 57):
        read_classification_line(draft, start, len(text))
    assert draft.telegram().message_id == MessageId(None, "LOME", 512)
    assert [found.code for found in draft.diagnostics()] == ["message-id-conflict", "field-repeated"]
    assert len(draft.trace()["message_id"]) == 3


def test_a_misspelt_post_is_noted(draft_of: DraftOf) -> None:
    text = "UNCLAS BEIJIG 000512"
    draft = draft_of(text)
    read_classification_line(draft, 0, len(text))
    (found,) = draft.diagnostics()
    assert (found.code, found.span, found.path) == ("station-repaired", (7, 13), "message_id.station")


def test_labels_behind_are_left(draft_of: DraftOf) -> None:
    text = "UNCLAS LOME 000512 E.O. 12958: N/A"
    draft = draft_of(text)
    assert text[read_classification_line(draft, 0, len(text)) :] == "E.O. 12958: N/A"


def test_a_caption_stands_once_with_all_its_places(draft_of: DraftOf) -> None:
    draft = draft_of("SIPDIS SIPDIS")
    add_caption(draft, "SIPDIS", 0, 6)
    add_caption(draft, "SIPDIS", 7, 13)
    assert draft.telegram().captions == ("SIPDIS",)
    assert draft.trace()["captions[0]"] == ((0, 6), (7, 13))


@given(st.text("UNCLASECRT NOF/0123 SIPDIS\n", max_size=60))
def test_end_lies_in_the_range(text: str) -> None:
    """Law: the end lies in the range, and nothing is read where it is the start."""
    draft = Draft(View.whole(Source.of(text)))
    end = read_classification_line(draft, 0, len(text))
    assert 0 <= end <= len(text)
    assert (end == 0) == (draft.values == {})
