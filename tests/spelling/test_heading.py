"""The classified heading and its lines."""

from __future__ import annotations

from datetime import date

import pytest

import telegram_format as tf
from telegram_format.spelling.authority import authority_lines, spell_authority
from telegram_format.spelling.executive_order import spell_executive_order
from telegram_format.spelling.heading import heading_lines, spell_caption, spell_passing
from telegram_format.spelling.marking import classification_line, compact_number, spell_marking
from telegram_format.spelling.references import references_lines, spell_reference
from telegram_format.spelling.subject import subject_lines
from telegram_format.spelling.tags import spell_tag, tags_lines

SECRET = tf.Classification.SECRET
LOME = tf.MessageId(2007, "LOME", 12)


def test_all_of_it() -> None:
    telegram = tf.Telegram(
        message_id=LOME,
        dtg=tf.DateTimeGroup(6, 16, 40, "Z", 3, 2007),
        classification=SECRET,
        caveats=("NOFORN",),
        section=tf.Section(1, 2),
        captions=("SIPDIS", "EXDIS"),
        passing=("STATE FOR WCA/NOR",),
        executive_order=tf.ExecutiveOrder("12958", date(2017, 3, 6)),
        tags=(tf.Tag("ECON", "subject"), tf.Tag("OVIP", "subject"), tf.Tag("HOLLOWAY, TESSA R.", "person")),
        subject="LAMPS",
        subject_marking="U",
        references=(tf.Reference("LOME 9", "cable", "A"), tf.Reference("SEPTEL", "septel", "B")),
        classified_by=tf.ClassificationAuthority("Miriam Quayle", "DCM", ("1.4(b)", "1.4(d)")),
    )
    assert heading_lines(telegram) == [
        "S E C R E T NOFORN SECTION 01 OF 02 LOME 000012",
        "",
        "SIPDIS",
        "",
        "EXDIS",
        "",
        "STATE FOR WCA/NOR",
        "",
        "E.O. 12958: DECL: 03/06/2017",
        "TAGS: ECON, OVIP (HOLLOWAY, TESSA R.)",
        "SUBJECT: (U) LAMPS",
        "",
        "REF: A. LOME 9;",
        "     B. SEPTEL",
        "",
        "Classified By: Miriam Quayle, DCM for reasons 1.4 (b) and (d).",
    ]
    assert heading_lines(telegram, columns=True)[9] == "TAGS:    ECON, OVIP (HOLLOWAY, TESSA R.)"
    assert heading_lines(tf.Telegram()) == []


@pytest.mark.parametrize(
    ("telegram", "line", "captions"),
    [
        (tf.Telegram(captions=("SIPDIS",)), None, ("SIPDIS",)),
        (tf.Telegram(classification=tf.Classification.UNCLASSIFIED), "UNCLAS", ()),
        (
            tf.Telegram(classification=SECRET, message_id=LOME, captions=("SIPDIS", "ZFR 12", "EXDIS")),
            "S E C R E T SIPDIS LOME 000012 ZFR 12",
            ("EXDIS",),
        ),
        (tf.Telegram(classification=SECRET, section=tf.Section(2, 2, True)), "S E C R E T FINAL SECTION OF 02", ()),
    ],
)
def test_classification_lines(telegram: tf.Telegram, line: str | None, captions: tuple[str, ...]) -> None:
    assert classification_line(telegram) == (line, captions)


@pytest.mark.parametrize("level", tf.Classification)
def test_every_level_reads_back(level: tf.Classification) -> None:
    telegram = tf.Telegram(classification=level, message_id=LOME)
    assert tf.serialize(telegram, "cablegate").telegram == telegram


@pytest.mark.parametrize(
    ("telegram", "path"),
    [
        (tf.Telegram(caveats=("TAGS",)), "caveats[0]"),
        (tf.Telegram(captions=("ZFR 12",)), "captions[0]"),
        (tf.Telegram(message_id=LOME, captions=("AIDAC", "ZFR 12")), "captions[1]"),
        (tf.Telegram(section=tf.Section(1, 1000)), "section"),
        (tf.Telegram(message_id=tf.MessageId(None, "L0ME 12", 1)), "message_id.station"),
        (tf.Telegram(message_id=tf.MessageId(None, "NOFORN LOME", 1)), "message_id.station"),
        (tf.Telegram(message_id=tf.MessageId(None, "SENSITIVE", 1)), "message_id.station"),
        (tf.Telegram(message_id=tf.MessageId(None, "LOME", 10**8)), "message_id.number"),
    ],
)
def test_what_no_classification_line_has(telegram: tf.Telegram, path: str) -> None:
    with pytest.raises(tf.SerializationError) as found:
        classification_line(tf.parse("").telegram if telegram is None else _secret(telegram))
    assert found.value.path == path


def _secret(telegram: tf.Telegram) -> tf.Telegram:
    from attrs import evolve

    return evolve(telegram, classification=SECRET)


@pytest.mark.parametrize(
    ("telegram", "line"),
    [
        (tf.Telegram(), None),
        (tf.Telegram(message_id=tf.MessageId(None, "LOME", 12)), None),
        (tf.Telegram(message_id=LOME), "07LOME12"),
        (tf.Telegram(message_id=LOME, classification=SECRET), "07LOME12"),
        (tf.Telegram(message_id=LOME, classification=SECRET, dtg=tf.DateTimeGroup(1, 1, 1, "Z", 1, 2007)), None),
        (tf.Telegram(message_id=tf.MessageId(1973, "STATE", 1089, "A"), classification=SECRET), "73STATE-A1089"),
    ],
)
def test_the_compact_number_stands_where_the_line_does_not_say_all(telegram: tf.Telegram, line: str | None) -> None:
    assert compact_number(telegram) == line


@pytest.mark.parametrize("marking", ["", "c", "GOM", "C)", "C\nTAGS"])
def test_what_is_no_portion_mark(marking: str) -> None:
    with pytest.raises(tf.SerializationError, match=r"^marking: "):
        spell_marking(marking)


@pytest.mark.parametrize("caption", ["TAGS: X", "LAMP", "SIPDIS\nNODIS", "STATE FOR EUR"])
def test_what_is_no_caption(caption: str) -> None:
    with pytest.raises(tf.SerializationError, match=r"^caption: "):
        spell_caption(caption)


@pytest.mark.parametrize("line", ["TAGS: X", "LAMP", "SIPDIS FOR EUR", "FROM X", "STATE FOR EUR REF: A"])
def test_what_is_no_passing_line(line: str) -> None:
    with pytest.raises(tf.SerializationError, match=r"^passing: "):
        spell_passing(line)


def test_small_letters_pass_only_above_a_label() -> None:
    telegram = tf.Telegram(passing=("STATE for EUR",))
    with pytest.raises(tf.SerializationError, match=r"^passing: "):
        heading_lines(telegram)
    assert heading_lines(tf.Telegram(passing=telegram.passing, subject="LAMPS"))[0] == "STATE for EUR"


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (tf.ExecutiveOrder("12958"), "E.O. 12958: N/A"),
        (tf.ExecutiveOrder(), "E.O.: N/A"),
        (tf.ExecutiveOrder("12958", date(2017, 3, 6), "AND THEN"), "E.O. 12958: DECL: 03/06/2017, AND THEN"),
        (tf.ExecutiveOrder("12958", None, None, ("X1", "X5")), "E.O. 12958: DECL: X1, X5"),
        (tf.ExecutiveOrder("12356", None, "OADR"), "E.O. 12356: DECL: OADR"),
        (tf.ExecutiveOrder("11652", None, "GDS"), "E.O. 11652: GDS"),
    ],
)
def test_orders(order: tf.ExecutiveOrder, words: str) -> None:
    assert spell_executive_order(order) == words
    assert tf.serialize(tf.Telegram(executive_order=order), "cablegate").telegram.executive_order == order


@pytest.mark.parametrize(
    ("order", "path"),
    [
        (tf.ExecutiveOrder("1"), "number"),
        (tf.ExecutiveOrder(None, None, "N/A"), "event"),
        (tf.ExecutiveOrder(None, None, "01/02/2003"), "event"),
        (tf.ExecutiveOrder(None, None, "X TAGS: Y"), "event"),
        (tf.ExecutiveOrder(None, None, None, ("X9",)), "exemptions[0]"),
    ],
)
def test_orders_that_are_none(order: tf.ExecutiveOrder, path: str) -> None:
    with pytest.raises(tf.SerializationError) as found:
        spell_executive_order(order)
    assert found.value.path == f"executive_order.{path}"


@pytest.mark.parametrize(
    ("authority", "words"),
    [
        (tf.ClassificationAuthority("Miriam Quayle"), "Miriam Quayle."),
        (tf.ClassificationAuthority(None, "Ambassador", ("1.4(b)",)), "Ambassador for reasons 1.4 (b)."),
        (
            tf.ClassificationAuthority(None, None, ("1.5", "1.4(b)", "1.4(c)", "1.4(d)")),
            "for reasons 1.5, 1.4 (b), (c) and (d).",
        ),
        (tf.ClassificationAuthority("Aurel Finch", None, ("(b)", "(d)")), "Aurel Finch for reasons (b) and (d)."),
    ],
)
def test_authorities(authority: tf.ClassificationAuthority, words: str) -> None:
    assert spell_authority(authority) == words
    assert tf.serialize(tf.Telegram(classified_by=authority), "cablegate").telegram.classified_by == authority


def test_no_authority_is_no_line() -> None:
    assert authority_lines(tf.ClassificationAuthority()) == []


@pytest.mark.parametrize(
    ("authority", "path"),
    [
        (tf.ClassificationAuthority("A\nTAGS: X"), "classified_by.name"),
        (tf.ClassificationAuthority("A for reason 1.4"), "classified_by"),
        (tf.ClassificationAuthority(None, None, ("",)), "classified_by.reasons[0]"),
        (tf.ClassificationAuthority(None, None, ("1.4(z)",)), "classified_by.reasons[0]"),
    ],
)
def test_authorities_that_are_none(authority: tf.ClassificationAuthority, path: str) -> None:
    with pytest.raises(tf.SerializationError) as found:
        spell_authority(authority)
    assert found.value.path == path


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        (tf.Reference("06 LOME 9", "cable", "A", None, ("NOTAL", "EXDIS")), "A. 06 LOME 9 (NOTAL) (EXDIS)"),
        (tf.Reference("", "cable", None, LOME), "07 LOME 12"),
    ],
)
def test_references(reference: tf.Reference, words: str) -> None:
    assert spell_reference(reference) == words


def test_further_numbers_stand_behind_their_station() -> None:
    items = (
        tf.Reference("LOME 9", "cable", "A"),
        tf.Reference("12", "cable", "A", None, ("NOTAL",)),
        tf.Reference("14", "cable", "A"),
    )
    assert references_lines(items) == ["REF: A. LOME 9/12 (NOTAL);", "     A. 14"]
    assert references_lines(()) == []


def test_a_caption_stays_with_its_number() -> None:
    lines = references_lines((tf.Reference("06 PORT AU PRINCE 1234", "cable", "A", None, ("NOTAL",)),), 30)
    assert lines == ["REF: A. 06 PORT AU PRINCE", "     1234 (NOTAL)"]


@pytest.mark.parametrize(
    ("reference", "path"),
    [
        (tf.Reference("; ,"), "text"),
        (tf.Reference("TAGS: X"), "text"),
        (tf.Reference("2. (C) X"), "text"),
        (tf.Reference("LETTER 12. AND SO ON"), "text"),
        (tf.Reference("COMMENT"), "text"),
        (tf.Reference("FM LOME 12 #0799"), "text"),
        (tf.Reference("LETTER; NOTE"), "text"),
        (tf.Reference("LETTER (C) Text and so on"), "text"),
        (tf.Reference("; LETTER"), "text"),
        (tf.Reference("07 LOME 12 AND MORE"), "text"),
        (tf.Reference("X", label="AB"), "label"),
        (tf.Reference("X", captions=("X",)), "captions[0]"),
    ],
)
def test_references_that_are_none(reference: tf.Reference, path: str) -> None:
    with pytest.raises(tf.SerializationError) as found:
        spell_reference(reference)
    assert found.value.path == f"reference.{path}"


def test_tags_are_wrapped_behind_commas() -> None:
    tags = tuple(map(tf.Tag, ("ECON", "HUMAN RIGHTS", "PGOV", "PREL")))
    assert tags_lines(tags, 20) == ["TAGS: ECON,", "HUMAN RIGHTS, PGOV,", "PREL"]
    assert tags_lines(()) == []


@pytest.mark.parametrize(
    "tag",
    [tf.Tag(""), tf.Tag("A,B"), tf.Tag("REF: A"), tf.Tag("SIPDIS"), tf.Tag("A)(B", "person"), tf.Tag("X", "person")],
)
def test_tags_that_are_none(tag: tf.Tag) -> None:
    with pytest.raises(tf.SerializationError, match=r"^tag.code: "):
        spell_tag(tag)


@pytest.mark.parametrize(
    ("telegram", "lines"),
    [
        (tf.Telegram(), []),
        (tf.Telegram(subject_marking="C"), ["SUBJECT: (C)"]),
        (tf.Telegram(subject="LAMPS (C)", subject_marking="C"), ["SUBJECT: (C) LAMPS (C)"]),
        (tf.Telegram(subject="LAMPS, REF: A"), ["SUBJECT: LAMPS, REF:", "A"]),
        (tf.Telegram(subject="LAMPS SENSITIVE BUT UNCLASSIFIED"), ["SUBJECT: LAMPS SENSITIVE", "BUT UNCLASSIFIED"]),
        (tf.Telegram(subject="A LEASE- OR LOSE"), ["SUBJECT: A LEASE- OR LOSE"]),
    ],
)
def test_subjects(telegram: tf.Telegram, lines: list[str]) -> None:
    assert subject_lines(telegram) == lines
    assert tf.serialize(telegram, "cablegate").telegram == telegram


@pytest.mark.parametrize(
    "subject", ["LAMPS (C)", "(C) LAMPS", "1. (C) LAMPS", "LAMPS ¶1", "LAMPS ----- OUT", "REF:A", "SUBJECT: SUBJECT: X"]
)
def test_subjects_that_would_be_read_as_more(subject: str) -> None:
    with pytest.raises(tf.SerializationError, match=r"^subject: "):
        subject_lines(tf.Telegram(subject=subject))


def test_a_subject_that_no_layout_can_say() -> None:
    with pytest.raises(tf.SerializationError, match="would be read as another line of the heading"):
        subject_lines(tf.Telegram(subject="SENSITIVE BUT REF: SENSITIVE BUT"), 40)
