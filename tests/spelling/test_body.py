"""The text and the ending."""

from __future__ import annotations

import pytest
from attrs import evolve

import telegram_format as tf
from telegram_format.spelling.body import body_lines, spell_heading, text_lines
from telegram_format.spelling.ending import ending_lines
from telegram_format.spelling.paragraphs import spell_paragraph

ONE = tf.Paragraph("The lamp was lit.", 1, "C")
TWO = tf.Paragraph("The keeper slept.", 2, "U")
NOTE = tf.Paragraph("NOTE BY OC/T: NOT PASSED.", role="service note")


@pytest.mark.parametrize(
    ("paragraph", "lines"),
    [
        (ONE, ["1. (C) The lamp was lit."]),
        (tf.Paragraph("The lamp."), ["The lamp."]),
        (tf.Paragraph("", 1, "C"), ["1. (C)"]),
        (tf.Paragraph("The lamp\n\nand the keeper.", 1), ["1. The lamp", "", "and the keeper."]),
        (tf.Paragraph("Lamps:\n- one\nand so on", 1), ["1. Lamps:", "- one", "  and so on"]),
        (
            tf.Paragraph("Lamps:", 1, None, (tf.Paragraph("one;"), tf.Paragraph("two.", None, "U"))),
            ["1. Lamps:", "-- one;", "-- (U) two."],
        ),
        (
            tf.Paragraph("Lamps:", 1, None, (tf.Paragraph("One;", label="A"), tf.Paragraph("two.", label="B"))),
            ["1. Lamps:", "A. One;", "-- B. two."],
        ),
        (
            tf.Paragraph("Lamps:", 1, None, (tf.Paragraph("One;", label="A"), tf.Paragraph("The Lamp", label="B"))),
            ["1. Lamps:", "A. One;", "-- B. The Lamp"],
        ),
        (tf.Paragraph("Lamps:", 1, None, (tf.Paragraph("One.", label="c"),)), ["1. Lamps:", "-- c. One."]),
        (tf.Paragraph("see TAGS: ECON", 1), ["1. see TAGS:", "ECON"]),
        (tf.Paragraph("Classified by nobody.", 1), ["1. Classified", "by nobody."]),
    ],
)
def test_paragraphs(paragraph: tf.Paragraph, lines: list[str]) -> None:
    assert spell_paragraph(paragraph) == lines
    telegram = tf.Telegram(body=(paragraph, TWO) if paragraph.number else (paragraph,))
    assert tf.serialize(telegram, "cablegate").telegram == telegram


@pytest.mark.parametrize(
    ("paragraph", "path"),
    [
        (tf.Paragraph("a", 0), "number"),
        (tf.Paragraph("a", 1000), "number"),
        (tf.Paragraph("a", 1, "GOM"), "marking"),
        (tf.Paragraph("(C) a", 1), "text"),
        (tf.Paragraph("C) a", 1), "text"),
        (tf.Paragraph("a ----- b", 1), "text"),
        (tf.Paragraph("a\n\n*****\n\nb", 1), "text"),
        (tf.Paragraph("a", 1, None, (tf.Paragraph("(C) a"),)), "paragraphs[0].text"),
        (tf.Paragraph("a", 1, None, (tf.Paragraph("a", label="AB"),)), "paragraphs[0].label"),
    ],
)
def test_paragraphs_that_would_be_read_as_others(paragraph: tf.Paragraph, path: str) -> None:
    with pytest.raises(tf.SerializationError) as found:
        spell_paragraph(paragraph)
    assert found.value.path == f"paragraph.{path}"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("THE LAMP", ["THE LAMP", "--------"]),
        ("The lamp and the keeper", ["The lamp and the keeper", "-" * 23]),
        ("The lamp:", ["---------", "The lamp:", "---------"]),
        ("A", ["A", "---"]),
    ],
)
def test_headings(text: str, lines: list[str]) -> None:
    assert spell_heading(tf.Heading(text)) == lines
    telegram = tf.Telegram(body=(ONE, tf.Heading(text), TWO))
    assert tf.serialize(telegram, "cablegate").telegram == telegram


@pytest.mark.parametrize("text", ["", "a\nb", "A --- B", "- LAMP", "L" * 121])
def test_headings_that_are_none(text: str) -> None:
    with pytest.raises(tf.SerializationError, match=r"^heading.text: "):
        spell_heading(tf.Heading(text))


@pytest.mark.parametrize(
    "body",
    [
        (ONE, tf.Separator(), TWO),
        (ONE, tf.Separator("="), tf.Heading("LAMPS"), TWO),
        (tf.Paragraph("The lamp of Port Alder", 1), tf.Separator("*"), TWO),
        (tf.Separator("_"), ONE),
        (tf.Heading("STATE OF PLAY"), ONE),
        (tf.Heading("PASSING THE LAMP"), ONE, tf.Heading("LAMPS"), TWO),
        (evolve(ONE, number=5), evolve(TWO, number=6)),
        (tf.Paragraph("The lamp\n\nThe Keeper of Port Alder\n\nslept.", 1), TWO),
        (tf.Paragraph("THE LAMP\n\nwas lit."),),
        (tf.Paragraph("Pay the keeper in IRAQ"),),
        (evolve(ONE, text="He saw 30. Then he slept, and so did the keeper and the dog of lamp 2. He rose."), TWO),
        (evolve(ONE, text="It said:\n\n9. something else."), TWO),
    ],
)
def test_bodies_come_back(body: tuple[tf.Block, ...]) -> None:
    telegram = tf.Telegram(body=body)
    assert tf.serialize(telegram, "cablegate").telegram == telegram


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ((tf.Paragraph(""),), "body[0].text"),
        ((evolve(ONE, text="He said. Holloway"),), "body[0].text"),
        ((evolve(ONE, text="He said it.\n\nHOLLOWAY"),), "body[0].text"),
        ((evolve(ONE, text="Lamps"), tf.Separator(), TWO), "body[0].text"),
        ((evolve(ONE, text="Lamps.\n2. keepers."), TWO), "body[0].text"),
        ((tf.Paragraph("3. keepers."),), "body[0].text"),
        ((tf.Separator("+"), ONE), "body[0].sign"),
        ((ONE, tf.Heading("HOLLOWAY")), "body[1].text"),
        ((tf.Paragraph("SIPDIS is a caption."),), "body[0]"),
        ((tf.Paragraph("TO RUEHC/SECSTATE WASHDC"),), "body[0]"),
        ((tf.Paragraph("He saw:\n\nSubject: lamps."),), "body[0]"),
        ((tf.Paragraph("PASS TO NSC. 1. (C) Text."),), "body[0]"),
    ],
)
def test_bodies_that_no_layout_can_say(body: tuple[tf.Block, ...], path: str) -> None:
    with pytest.raises(tf.SerializationError) as found:
        body_lines(body)
    assert found.value.path == path


PAPER = tf.Reference("LETTER OF THE HARBOUR MASTER", "letter", "A")
CABLE = tf.Reference("LOME 9", "cable", "B")


@pytest.mark.parametrize(
    ("references", "paragraph", "line"),
    [
        ((PAPER,), tf.Paragraph("On March 4 the lamp was lit."), "On March"),
        ((PAPER,), tf.Paragraph("The lamp was lit.", None, "C"), "(C) The lamp was lit."),
        ((PAPER, CABLE), tf.Paragraph("The lamp was lit.", None, "C"), "( C ) The lamp was lit."),
        ((PAPER, CABLE), tf.Paragraph("The lamp was lit.", None, "SBU"), "(SBU) The lamp was lit."),
        ((), tf.Paragraph("On March 4 the lamp was lit."), "On March 4 the lamp was lit."),
    ],
)
def test_text_below_references(references: tuple[tf.Reference, ...], paragraph: tf.Paragraph, line: str) -> None:
    telegram = tf.Telegram(references=references, body=(paragraph,))
    assert text_lines(telegram)[0] == line
    assert tf.serialize(telegram, "cablegate").telegram.body == telegram.body


@pytest.mark.parametrize(
    ("references", "authority", "text"),
    [
        ((PAPER,), None, "4 lamps were lit."),
        ((CABLE,), None, "A: the lamp."),
        ((), tf.ClassificationAuthority("Aurel Finch"), "and so the lamp was lit."),
    ],
)
def test_text_that_would_go_on_with_the_heading(
    references: tuple[tf.Reference, ...], authority: tf.ClassificationAuthority | None, text: str
) -> None:
    telegram = tf.Telegram(references=references, classified_by=authority, body=(tf.Paragraph(text),))
    with pytest.raises(tf.SerializationError, match=r"^body\[0\]: "):
        text_lines(telegram)


def test_endings() -> None:
    telegram = tf.Telegram(body=(ONE, NOTE), signatures=("HOLLOWAY", "QUAYLE"), validation="0799")
    assert ending_lines(telegram) == ["HOLLOWAY", "QUAYLE", "", NOTE.text, "", "#0799"]
    assert ending_lines(evolve(telegram, signatures=())) == [NOTE.text, "", "#0799"]
    assert ending_lines(tf.Telegram()) == []
    assert tf.serialize(telegram, "cablegate").telegram == telegram


def test_a_note_that_is_none_is_a_paragraph() -> None:
    telegram = tf.Telegram(body=(ONE, evolve(NOTE, text="Nothing more.")))
    assert text_lines(telegram)[-1] == "Nothing more."


@pytest.mark.parametrize(
    ("telegram", "path"),
    [
        (tf.Telegram(body=(ONE,), signatures=("A", "B", "C")), "signatures"),
        (tf.Telegram(signatures=("HOLLOWAY",)), "signatures"),
        (tf.Telegram(body=(ONE,), signatures=("two words",)), "signatures[0]"),
        (tf.Telegram(body=(ONE,), signatures=("COMMENT",)), "signatures[0]"),
        (tf.Telegram(validation="12"), "validation"),
    ],
)
def test_endings_that_are_none(telegram: tf.Telegram, path: str) -> None:
    with pytest.raises(tf.SerializationError) as found:
        ending_lines(telegram)
    assert found.value.path == path


def test_a_first_paragraph_that_would_be_the_authority_is_broken_inside_the_label() -> None:
    """Until 2003 the authority stood in paragraph 1."""
    telegram = tf.Telegram(subject="FERRIES", body=(tf.Paragraph("Classified by: Ann Fern.", 1, "C"),))
    assert text_lines(telegram) == ["1. (C) Classified", "by: Ann Fern."]
    assert tf.serialize(telegram, "cablegate").losses == ()
