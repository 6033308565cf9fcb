"""The sixteen format lines of ACP 127, written and read back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.grammar.relayed_message import has_state_heading
from telegram_format.spelling.unsaid import UNSAID
from telegram_format.testing.strategies import telegrams
from telegram_format.writers.acp127 import Acp127

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
here = pytest.mark.skipif(not CORPUS.is_dir(), reason="no published telegrams at ../shared/corpus")

PLUMS = tf.Telegram(
    message_id=tf.MessageId(2009, "LOME", 412),
    transmission=tf.Transmission(
        "XRO0412", tf.Precedence.IMMEDIATE, ("RUEHMRD", "RUEHCVL"), "RUEHPC", "0412", 1, "0651640", "CCCCC", ("ZZH",)
    ),
    precedence=tf.Precedence.IMMEDIATE,
    dtg=tf.DateTimeGroup(6, 16, 40, "Z", 3, 2009),
    originator=tf.Address("AMEMBASSY LOME"),
    to=(tf.Address("SECSTATE WASHDC", "RUEHC", tf.Precedence.IMMEDIATE, "2291"),),
    info=(tf.Address("AMCONSUL CALVERLEY", "RUEHCVL", None, "0103"),),
    classification=tf.Classification.CONFIDENTIAL,
    section=tf.Section(1, 2),
    captions=("SIPDIS",),
    executive_order=tf.ExecutiveOrder("12958", None, "OADR"),
    tags=(tf.Tag("PREL", "subject"),),
    subject="PLUMS",
    body=(tf.Paragraph("The plums are ripe.", 1, "C"), tf.Heading("PEARS"), tf.Paragraph("They are not.", 2, "C")),
    signatures=("QUAYLE",),
    validation="0412",
)

LINES = """\
VZCZCXRO0412
OO RUEHMRD RUEHCVL
DE RUEHPC #0412/01 0651640
ZNY CCCCC ZZH
O 061640Z MAR 09
FM AMEMBASSY LOME
TO RUEHC/SECSTATE WASHDC IMMEDIATE 2291
INFO RUEHCVL/AMCONSUL CALVERLEY 0103
BT
C O N F I D E N T I A L SECTION 01 OF 02 LOME 000412

SIPDIS

E.O. 12958: DECL: OADR
TAGS: PREL
SUBJECT: PLUMS

1. (C) The plums are ripe.

PEARS
-----

2. (C) They are not.




PAGE 02 RUEHPC 0412 C O N F I D E N T I A L
QUAYLE
BT
#0412







NNNN
"""

LONG = " ".join(f"The {word} of the harbour master was counted again on Sunday." for word in ("lamp", "boat") * 60)


def text_of(telegram: tf.Telegram, **options: object) -> str:
    return bytes(tf.serialize(telegram, "acp127", line_end="\n", **options)).decode("ascii")


def refusal(telegram: tf.Telegram, **options: object) -> tf.SerializationError:
    with pytest.raises(tf.SerializationError) as caught:
        tf.serialize(telegram, "acp127", **options)
    return caught.value


def test_all_sixteen_lines() -> None:
    assert text_of(PLUMS) == LINES


def test_what_was_written_is_what_is_read() -> None:
    written = tf.serialize(PLUMS, "acp127")
    assert written.losses == ()
    assert tf.parse(bytes(written)).telegram == PLUMS


@pytest.mark.parametrize("line_end", ["\r\r\n", "\r\n", "\n"])
def test_line_ends(line_end: str) -> None:
    data = bytes(tf.serialize(PLUMS, "acp127", line_end=line_end))
    assert data == LINES.replace("\n", line_end).encode("ascii")
    assert tf.parse(data).telegram == PLUMS


def test_two_carriage_returns_and_a_line_feed_are_the_default() -> None:
    assert bytes(tf.serialize(PLUMS, "acp127")).count(b"\r\r\n") == LINES.count("\n")


def test_without_line_feeds_between_pages() -> None:
    text = text_of(PLUMS, feeds=False)
    between = re.compile(r"(?<!\n)\n\n\n\n(?=PAGE)")  # but not behind an empty line
    assert text == between.sub("\n", LINES).replace("\n\n\n\n\n\n\n\nNNNN", "\nNNNN")
    assert tf.parse(text).telegram == PLUMS


def test_without_pages() -> None:
    assert "PAGE" not in text_of(PLUMS, page_lines=0)


@given(telegrams(complete=True), st.integers(1, 40), st.booleans())
def test_pages_leave_no_trace(telegram: tf.Telegram, page_lines: int, feeds: bool) -> None:
    """However many lines a page has, the telegram reads the same."""
    assert tf.serialize(telegram, "acp127", page_lines=page_lines, feeds=feeds).telegram == telegram


def test_a_page_ends_in_mid_sentence() -> None:
    telegram = tf.evolve(PLUMS, body=(tf.Paragraph(LONG, 1, "C"),))
    text = text_of(telegram)
    pages = text.partition("\nBT\n\n")[0].split("\n\n\n\nPAGE")
    assert len(pages) > 5
    first, *later = (page.split("\n") for page in pages)
    assert len(first) - first.index("O 061640Z MAR 09") == 20
    assert [page[0] for page in later[:2]] == [f" {page:02} RUEHPC 0412 C O N F I D E N T I A L" for page in (2, 3)]
    assert {len(page[1:]) for page in later[:4]} == {20}
    assert tf.parse(text).telegram == telegram


@pytest.mark.parametrize("missing", ["station", "serial"])
def test_no_page_lines_without_station_and_serial_number(missing: str) -> None:
    assert PLUMS.transmission is not None
    telegram = tf.evolve(
        PLUMS, transmission=tf.evolve(PLUMS.transmission, **{missing: None}), body=(tf.Paragraph(LONG, 1, "C"),)
    )
    assert "PAGE" not in text_of(telegram)
    assert "PAGE" not in text_of(tf.evolve(telegram, transmission=None))


def test_an_unclassified_page() -> None:
    telegram = tf.evolve(PLUMS, classification=None, message_id=None, section=None, body=(tf.Paragraph(LONG, 1),))
    assert "PAGE 02 RUEHPC 0412 UNCLAS\n" in text_of(telegram)


def test_a_telegram_of_format_lines_only() -> None:
    bare = tf.Telegram(dtg=PLUMS.dtg, originator=PLUMS.originator, subject="PLUMS")
    assert text_of(bare, feeds=False) == "061640Z MAR 09\nFM AMEMBASSY LOME\nBT\nSUBJECT: PLUMS\n\nBT\nNNNN\n"
    assert tf.serialize(bare, "acp127").losses == ()
    assert tf.serialize(tf.Telegram(), "acp127").losses == ()


def test_what_is_missing_is_derived_if_asked_for() -> None:
    bare = tf.evolve(PLUMS, transmission=None, validation=None, section=None)
    text = text_of(bare, complete=True)
    assert text.startswith("OO RUEHC RUEHCVL\nDE RUEHPC #0412 0651640\nZNY CCCCC\nO 061640Z MAR 09\n")
    assert text.rstrip().endswith("\nBT\n#0412\n\n\n\n\n\n\n\nNNNN")
    losses = tf.serialize(bare, "acp127", complete=True).losses
    assert {(loss.path, loss.code) for loss in losses} == {("transmission", "derived"), ("validation", "derived")}


def test_what_is_there_is_kept_when_the_rest_is_derived() -> None:
    assert text_of(PLUMS, complete=True) == text_of(PLUMS)
    assert text_of(tf.Telegram(), complete=True) == text_of(tf.Telegram())
    unclassified = tf.evolve(PLUMS, transmission=None, classification=tf.Classification.UNCLASSIFIED)
    assert "\nZNR UUUUU\n" in text_of(unclassified, complete=True)
    elsewhere = tf.evolve(
        unclassified,
        originator=tf.Address("AMCONSUL CALVERLEY", "RUEHCVL"),
        dtg=tf.DateTimeGroup(6, 16, 40, "A", 3, 2009),
    )
    assert "\nDE RUEHCVL #0412/01\n" in text_of(elsewhere, complete=True)
    nowhere = tf.evolve(PLUMS, transmission=None, message_id=tf.MessageId(2009, "EREHWON", 412))
    assert "DE " not in text_of(nowhere, complete=True)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (
            "Café crème in São Tomé costs “a lot” — more than in Łódź…",
            'Cafe creme in Sao Tome costs "a lot" -- more than in Lodz...',
        ),
        ("It’s 5 € (see ¶4).", "It's 5 EUR (see para 4)."),
    ],
)
def test_letters_become_plain_ones(text: str, plain: str) -> None:
    written = tf.serialize(tf.evolve(PLUMS, body=(tf.Paragraph(text, 1),)), "acp127")
    assert written.telegram.paragraphs[0].text == plain
    assert [(loss.code, loss.path) for loss in written.losses] == [("character", "body[0].text")]


def test_a_word_longer_than_a_line_is_broken() -> None:
    words = f"See {'harbour' * 20} now."
    telegram = tf.evolve(PLUMS, subject="X" * 90, body=(tf.Paragraph(words, 1),))
    written = tf.serialize(telegram, "acp127", line_end="\n")
    assert {(loss.code, loss.path) for loss in written.losses} == {
        ("long-word", "subject"),
        ("long-word", "body[0].text"),
    }
    assert max(map(len, bytes(written).split(b"\n"))) <= 69


def test_attributes_are_not_written_but_for_the_instructions_of_fl5() -> None:
    facts = tf.Attributes({"instructions": "ZDS ÀB", "box": "Ящик"})
    written = tf.serialize(tf.evolve(PLUMS, attributes=facts), "acp127")
    assert b"O 061640Z MAR 09 ZDS AB\r" in bytes(written)
    assert {(loss.code, loss.path) for loss in written.losses} == {
        ("attributes", "attributes.instructions"),
        ("attributes", "attributes.box"),
    }


def test_a_long_passing_line_goes_over_lines_where_it_stays_one() -> None:
    offices = ", ".join(f"WCA/{office}" for office in ("NOR", "SOU", "EAS", "WES", "MID", "TOP", "LOW", "END", "ALL"))
    telegram = tf.evolve(
        PLUMS, passing=(f"STATE FOR {offices}", f"STATE FOR {offices[:50]}; COMMERCE FOR ITA/MAC AND DOD")
    )
    text = text_of(telegram)
    assert "\nSTATE FOR WCA/NOR, WCA/SOU, WCA/EAS, WCA/WES, WCA/MID, WCA/TOP,\nWCA/LOW, WCA/END, WCA/ALL\n" in text
    assert tf.parse(text).telegram == telegram


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"subject": "THE END NNNN OF IT"}, "subject"),
        ({"body": (tf.Paragraph("It said ZCZC and no more."),)}, "body[0].text"),
        ({"body": (tf.Paragraph("It said:\n\nBT\n\nand no more."),)}, "body[0].text"),
        ({"body": (tf.Heading("BT"),)}, "body[0].text"),
        ({"body": (tf.Paragraph("A bell\x07 rang."),)}, "body[0].text"),
        ({"body": (tf.Paragraph("", 1, None, (tf.Paragraph("Привет"),)),)}, "body[0].paragraphs[0].text"),
        ({"to": (tf.Address("SECSTATE WASHDC\nBT"),)}, "to[0].name"),
        ({"captions": ("SIPDIS", "NNNN")}, "captions[1]"),
        ({"attributes": tf.Attributes({"instructions": "ZCZC"})}, "attributes.instructions"),
        ({"info": (tf.Address("AMEMBASSY LOME\rX"),)}, "info[0].name"),
    ],
)
def test_what_would_break_the_frame_is_refused(changes: dict[str, object], path: str) -> None:
    assert refusal(tf.evolve(PLUMS, **changes)).path == path


@pytest.mark.parametrize("options", [{"line_end": "\r"}, {"width": 39}, {"page_lines": -1}])
def test_options_that_make_no_sense(options: dict[str, object]) -> None:
    assert refusal(PLUMS, **options).path == ""


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"transmission": tf.Transmission(serial="0412")}, "transmission", "format-line"),
        ({"transmission": tf.Transmission("XRO0412", filed="0651640")}, "transmission.filed", "format-line"),
        ({"transmission": tf.Transmission("XRO0412", signals=("ZZH",))}, "transmission.signals", "format-line"),
        (
            {"transmission": tf.Transmission("XRO0412", station="RUEHPC", section=1)},
            "transmission.section",
            "format-line",
        ),
        ({"precedence": None, "info_precedence": tf.Precedence.ROUTINE}, "info_precedence", "format-line"),
        ({"precedence": tf.Precedence.NIACT_IMMEDIATE}, "precedence", "precedence"),
    ],
)
def test_what_the_format_lines_cannot_say(changes: dict[str, object], path: str, code: str) -> None:
    written = tf.serialize(tf.evolve(PLUMS, **changes), "acp127")
    assert [(loss.path, loss.code) for loss in written.losses] == [(path, code)]


@given(telegrams(ascii_only=False, with_attributes=True))
def test_nothing_is_lost_but_what_the_table_says(telegram: tf.Telegram) -> None:
    """A natural telegram reads back as it was, but for losses that the table of the writer foresees."""
    written = tf.serialize(telegram, "acp127")
    assert bytes(written).isascii()
    # captions and lines that pass the message on are text where nothing tells that the State Department wrote it
    assume(
        not (telegram.captions or telegram.passing)
        or has_state_heading(bytes(written).decode("ascii").replace("\r", ""))
    )
    assert {loss.code for loss in written.losses} <= {"attributes", "character"}
    if not written.losses:
        assert written.telegram == telegram


@given(telegrams(complete=True, paragraphs=12), st.integers(2, 3))
def test_sections_come_through(telegram: tf.Telegram, count: int) -> None:
    """A natural telegram of some length in sections, each written and read, joins to what it was."""
    assert telegram.transmission is not None
    assume(len(telegram.paragraphs) >= 2 * count)
    whole = tf.evolve(telegram, section=None, transmission=tf.evolve(telegram.transmission, section=None))
    written = [tf.serialize(section, "acp127") for section in tf.split(whole, sections=count)]
    assert all(bytes(section).isascii() for section in written)
    joined = tf.join(tf.parse(bytes(section)) for section in reversed(written)).telegram
    lost = {loss.path.rpartition(".")[2] for section in written for loss in section.losses}
    assert lost <= {"role"}  # a heading that gives it may stand in the section before
    assert {found.path.rpartition(".")[2] for found in tf.differences(whole, joined)} <= lost


def published(folder: str, pattern: str) -> list[tf.Telegram]:
    return [tf.read(path).telegram for path in sorted((CORPUS / folder).glob(pattern))]


def sent_in_sections(telegram: tf.Telegram, sections: int | None = None) -> tf.Telegram:
    """`telegram` split, each section written and read, and joined again."""
    parts = tf.split(telegram, sections=sections)
    return tf.join(tf.parse(bytes(tf.serialize(part, "acp127")), format="cablegate") for part in parts).telegram


@here
def test_a_published_cable_in_two_sections() -> None:
    (seed,) = published("seed", "*.md")
    assert tf.serialize(seed, "acp127").losses == ()
    assert seed.transmission is not None
    whole = tf.evolve(seed, section=None, transmission=tf.evolve(seed.transmission, section=None))
    assert sent_in_sections(seed, 2) == whole


@here
def test_published_cables_come_through() -> None:
    """Of 100 published cables 98 are written and read without any loss, of those too long for one section 93 in all."""
    cables = published("cablegate-text", "*.txt")
    right = sections = in_sections = 0
    for cable in cables:
        try:
            right += not tf.serialize(cable, "acp127").losses
            joined = sent_in_sections(cable)
        except tf.SerializationError:
            sections += 1
            continue
        if joined != cable:
            sections += 1
            transmission = cable.transmission and tf.evolve(cable.transmission, section=None)
            in_sections += joined == tf.evolve(cable, section=None, transmission=transmission)
    assert right >= 0.98 * len(cables)
    assert in_sections >= 0.93 * sections


def test_the_reference_names_every_loss() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "formats" / "acp127.md").read_bytes().decode("utf-8")
    table = page.partition("## What is lost")[2].partition("\n## ")[0]
    named = {line.split("`")[1] for line in table.split("\n") if line.startswith("| `")}
    shared = {code for code, *_ in UNSAID} - named
    assert "../writers.md" in table
    assert named == {rule.code for rule in Acp127.losses} - shared
