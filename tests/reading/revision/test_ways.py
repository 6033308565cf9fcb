"""Ways of saying a change, each on a text that is as short as can be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

import telegram_format as tf

Change = Callable[[tf.Telegram], tf.Telegram]

LINE = "UNCLAS LOME 000012\n\n"
TEXT = "1. (U) Growers met.\n"


def body(*blocks: tf.Heading | tf.Paragraph | tf.Separator) -> Change:
    return lambda telegram: tf.evolve(telegram, body=blocks)


def values(**changed: object) -> Change:
    return lambda telegram: tf.evolve(telegram, **changed)  # type: ignore[arg-type]


def reference(text: str, label: str | None = None) -> tf.Reference:
    known = tf.MessageId.parse(text)
    return tf.Reference(text, "cable", label, tf.evolve(known, written=text))


LONG = "Growers met, and they talked all the afternoon of prices and of the weather that they had had so far. "
MET = tf.Paragraph("Growers met.", 1, "U")

WAYS: dict[str, tuple[str, Change, str]] = {
    # lists
    "label-behind-an-item-without-one": (
        LINE + "REF: LOME 14\n\n" + TEXT,
        lambda t: tf.evolve(t, references=(*t.references, reference("LAGOS 3", "B"))),
        LINE + "REF: LOME 14\n     B. LAGOS 3\n\n" + TEXT,
    ),
    "tags-in-lines": (
        LINE + "TAGS: PREL,\nPGOV\n\n" + TEXT,
        lambda t: tf.evolve(t, tags=(*t.tags, tf.Tag("SNAR", "subject"))),
        LINE + "TAGS: PREL,\nPGOV,\nSNAR\n\n" + TEXT,
    ),
    "tag-beside-one": (
        LINE + "TAGS: PREL\n\n" + TEXT,
        lambda t: tf.evolve(t, tags=(*t.tags, tf.Tag("SNAR", "subject"))),
        LINE + "TAGS: PREL SNAR\n\n" + TEXT,
    ),
    "person": (
        LINE + "TAGS: OVIP (MARLOWE, ESTHER), PREL\n\n" + TEXT,
        lambda t: tf.evolve(t, tags=(t.tags[0], tf.Tag("ROE, ANN", "person"), t.tags[2])),
        LINE + "TAGS: OVIP (ROE, ANN), PREL\n\n" + TEXT,
    ),
    "tag-that-stands-twice": (
        LINE + "TAGS: PREL PGOV PREL SNAR\n\n" + TEXT,
        lambda t: tf.evolve(t, tags=t.tags[1:]),
        LINE + "TAGS: PGOV SNAR\n\n" + TEXT,
    ),
    "tag-behind-a-caption": (
        LINE + "TAGS: PREL SIPDIS PGOV\n\n" + TEXT,
        lambda t: tf.evolve(t, tags=(*t.tags, tf.Tag("SNAR", "subject"))),
        LINE + "TAGS: PREL SIPDIS PGOV SNAR\n\n" + TEXT,
    ),
    "tag-between-captions": (
        LINE + "TAGS: PREL SIPDIS PGOV\n\n" + TEXT,
        lambda t: tf.evolve(t, tags=t.tags[:1]),
        LINE + "TAGS: PREL SIPDIS\n\n" + TEXT,
    ),
    "only-address": (
        "FM AMEMBASSY LOME\nTO SECSTATE WASHDC\nINFO AMEMBASSY LIMA\n\n" + LINE + TEXT,
        values(info=()),
        "FM AMEMBASSY LOME\nTO SECSTATE WASHDC\n\n" + LINE + TEXT,
    ),
    "address-before-the-first": (
        "FM AMEMBASSY LOME\nTO SECSTATE WASHDC\n\n" + LINE + TEXT,
        lambda t: tf.evolve(t, to=(tf.Address("AMEMBASSY LIMA"), *t.to)),
        "FM AMEMBASSY LOME\nTO AMEMBASSY LIMA\nSECSTATE WASHDC\n\n" + LINE + TEXT,
    ),
    "exempted-beside-exempted": (
        "FM AMEMBASSY LOME\nINFO AMEMBASSY LIMA, XMT, AMEMBASSY QUITO, AMEMBASSY BOGOTA\n\n" + LINE + TEXT,
        lambda t: tf.evolve(t, exempted=t.exempted[:1]),
        "FM AMEMBASSY LOME\nINFO AMEMBASSY LIMA, XMT, AMEMBASSY QUITO\n\n" + LINE + TEXT,
    ),
    "references-in-parentheses": (
        LINE + "REF: (A) LIMA 1 (B) LIMA 2\n\n" + TEXT,
        lambda t: tf.evolve(t, references=(*t.references, reference("LIMA 3", "C"))),
        LINE + "REF: (A) LIMA 1 (B) LIMA 2 (C) LIMA 3\n\n" + TEXT,
    ),
    "first-reference-gone": (
        LINE + "REF: (A) LIMA 1 (B) LIMA 2\n\n" + TEXT,
        lambda t: tf.evolve(t, references=t.references[1:]),
        LINE + "REF: (B) LIMA 2\n\n" + TEXT,
    ),
    "reference-without-letters": (
        LINE + "REF: LIMA 1\n\n" + TEXT,
        lambda t: tf.evolve(t, references=(*t.references, reference("QUITO 2"))),
        LINE + "REF: LIMA 1\n     QUITO 2\n\n" + TEXT,
    ),
    "letters-come": (
        LINE + "REF: LIMA 1\n\n" + TEXT,
        lambda t: tf.evolve(t, references=(tf.evolve(t.references[0], label="A"), reference("QUITO 2", "B"))),
        LINE + "REF: A. LIMA 1\nB. QUITO 2\n\n" + TEXT,
    ),
    "letter": (
        LINE + "REF: A. LIMA 1\n\n" + TEXT,
        lambda t: tf.evolve(t, references=(tf.evolve(t.references[0], label="B"),)),
        LINE + "REF: B. LIMA 1\n\n" + TEXT,
    ),
    "two-signatures": (
        LINE + TEXT + "\nQUAYLE\n",
        values(signatures=("MARLOWE",)),
        LINE + TEXT + "\nMARLOWE\n",
    ),
    "captions": (LINE + "SIPDIS\n\n" + TEXT, values(captions=()), LINE + TEXT),
    # a field that comes
    "tags-come": (LINE + "SUBJECT: A\n\n" + TEXT, values(tags=(tf.Tag("PREL", "subject"),)),
                  LINE + "TAGS: PREL\n\nSUBJECT: A\n\n" + TEXT),
    "subject-with-mark": (
        LINE + "TAGS: PREL\n\n" + TEXT,
        values(subject="A", subject_marking="U"),
        LINE + "TAGS: PREL\n\nSUBJECT: (U) A\n\n" + TEXT,
    ),
    "subject-before-all": (TEXT, values(subject="A"), "SUBJECT: A\n\n" + TEXT),
    "classification-line": (
        TEXT,
        values(classification=tf.Classification.SECRET, caveats=("NOFORN",), message_id=tf.MessageId(None, "LOME", 12)),
        "S E C R E T NOFORN LOME 000012\n\n" + TEXT,
    ),
    "group-with-precedence": (
        "FM AMEMBASSY LOME\n\n" + LINE + TEXT,
        lambda t: tf.evolve(
            t,
            dtg=tf.DateTimeGroup(1, 2, 3, "Z", 4, 2005),
            precedence=tf.Precedence.ROUTINE,
            message_id=tf.evolve(t.message_id, year=2005),
        ),
        "R 010203Z APR 05\nFM AMEMBASSY LOME\n\n" + LINE + TEXT,
    ),
    "transmission": (
        "FM AMEMBASSY LOME\n\n" + LINE + TEXT,
        values(transmission=tf.Transmission("XYZ0001", security="UUUUU")),
        "VZCZCXYZ0001\nZNR UUUUU\nFM AMEMBASSY LOME\n\n" + LINE + TEXT,
    ),
    "originator-and-addresses": (
        "R 010203Z APR 05\n\n" + LINE + TEXT,
        values(originator=tf.Address("AMEMBASSY LOME"), to=(tf.Address("SECSTATE WASHDC"),)),
        "R 010203Z APR 05\nFM AMEMBASSY LOME\nTO SECSTATE WASHDC\n\n" + LINE + TEXT,
    ),
    "body": (LINE + "SUBJECT: A\n", body(MET, tf.Heading("PRICES"), tf.Paragraph("They rose.", 2)),
             LINE + "SUBJECT: A\n\n1. (U) Growers met.\n\nPRICES\n------\n\n2. They rose.\n"),
    "classified-by": (
        LINE + TEXT,
        values(classified_by=tf.ClassificationAuthority("Ann Roe", "Ambassador", ("1.4(b)",))),
        LINE + "Classified By: Ann Roe, Ambassador for reasons 1.4 (b).\n\n" + TEXT,
    ),
    # a field that goes
    "validation-gone": (LINE + TEXT + "\n#0012\n", values(validation=None), LINE + TEXT + "\n"),
    "last-line-gone": (LINE + TEXT + "\nQUAYLE", values(signatures=()), LINE + TEXT),
    "subject-marking-gone": (
        LINE + "SUBJECT: (U) A\n\n" + TEXT,
        values(subject_marking=None),
        LINE + "SUBJECT: A\n\n" + TEXT,
    ),
    "caveat-gone": (
        "S E C R E T NOFORN LOME 000012\n\n" + TEXT,
        values(caveats=()),
        "S E C R E T LOME 000012\n\n" + TEXT,
    ),
    # the manner of a value
    "small-letters": (
        "unclas Lome 000012\n\n" + TEXT,
        values(classification=tf.Classification.SECRET),
        "secret Lome 000012\n\n" + TEXT,
    ),
    "unclassified": (
        "S E C R E T LOME 000012\n\n" + TEXT,
        values(classification=tf.Classification.TOP_SECRET),
        "T O P S E C R E T LOME 000012\n\n" + TEXT,
    ),
    "year-of-four-figures": (
        "R 010203Z APR 2005\nFM AMEMBASSY LOME\n\n" + TEXT,
        values(dtg=tf.DateTimeGroup(2, 2, 3, "Z", 5, 2006)),
        "R 020203Z MAY 2006\nFM AMEMBASSY LOME\n\n" + TEXT,
    ),
    "group-without-blanks": (
        "R 010203ZAPR05\nFM AMEMBASSY LOME\n\n" + TEXT,
        values(dtg=tf.DateTimeGroup(2, 2, 3, "Z", 5, 2006)),
        "R 020203ZMAY06\nFM AMEMBASSY LOME\n\n" + TEXT,
    ),
    "date-without-zeros": (
        LINE + "E.O. 12958: DECL: 4/24/05\n\n" + TEXT,
        values(executive_order=tf.ExecutiveOrder("12958", date(2006, 5, 1))),
        LINE + "E.O. 12958: DECL: 5/1/06\n\n" + TEXT,
    ),
    "date-that-begins-with-the-year": (
        LINE + "E.O. 12958: DECL: 2020/02/23\n\n" + TEXT,
        values(executive_order=tf.ExecutiveOrder("12958", date(2006, 5, 1))),
        LINE + "E.O. 12958: DECL: 2006/05/01\n\n" + TEXT,
    ),
    "precedence": (
        "R 010203Z APR 05\nFM AMEMBASSY LOME\n\n" + TEXT,
        values(precedence=tf.Precedence.FLASH),
        "Z 010203Z APR 05\nFM AMEMBASSY LOME\n\n" + TEXT,
    ),
    "number-without-zeros": (
        "UNCLAS LOME 1234\n\n" + TEXT,
        lambda t: tf.evolve(t, message_id=tf.evolve(t.message_id, station="LIMA", number=99123)),
        "UNCLAS LIMA 99123\n\n" + TEXT,
    ),
    "reason-in-capitals": (
        LINE + "CLASSIFIED BY: AMBASSADOR ANN ROE. REASONS 1.4 (B) AND (D).\n\n" + TEXT,
        lambda t: tf.evolve(t, classified_by=tf.evolve(t.classified_by, reasons=("1.4(c)",))),
        LINE + "CLASSIFIED BY: AMBASSADOR ANN ROE. REASONS 1.4 (C).\n\n" + TEXT,
    ),
    "other-section-of-reasons": (
        LINE + "Classified By: Ambassador Ann Roe for reasons 1.4 (b).\n\n" + TEXT,
        lambda t: tf.evolve(t, classified_by=tf.evolve(t.classified_by, reasons=("1.5(b)",))),
        LINE + "Classified By: Ann Roe,\nAmbassador for reasons 1.5 (b).\n\n" + TEXT,
    ),
    "number-of-the-wrapper": (
        "1,1/2/2003 4:05,03LOME12,Embassy Lome,SECRET,,FM AMEMBASSY LOME," + TEXT,
        values(message_id=tf.MessageId(2003, "LOME", 13), attributes=tf.Attributes({
            "identifier": "1", "created": "1/2/2003 4:05", "message_id": "03LOME13", "origin": "Embassy Lome",
            "classification": "SECRET"})),
        "1,1/2/2003 4:05,03LOME13,Embassy Lome,SECRET,,FM AMEMBASSY LOME," + TEXT,
    ),
    "all-on-one-line": (
        LINE + "1. (U) " + LONG + "\n",
        body(tf.Paragraph(f"{LONG}And then they fell. {LONG}".strip(), 1, "U")),
        LINE + "1. (U) " + LONG + "And then they fell. " + LONG + "\n",
    ),
    # paragraphs
    "all-paragraphs-gone-but-one": (
        LINE + TEXT + "\n2. (U) They rose.\n\n3. (U) They fell.\n",
        body(MET),
        LINE + TEXT,
    ),
    "first-paragraph-gone": (
        LINE + TEXT + "\n2. (U) They rose.\n",
        body(tf.Paragraph("They rose.", 1, "U")),
        LINE + "1. (U) They rose.\n",
    ),
    "paragraph-before-the-first": (
        LINE + TEXT,
        body(tf.Paragraph("They rose.", 1, "U"), tf.Paragraph("Growers met.", 2, "U")),
        LINE + "1. (U) They rose.\n\n2. (U) Growers met.\n",
    ),
    "paragraph-after-glued-ones": (
        LINE + "1. (U) Growers met.\n2. (U) They rose.\n",
        body(MET, tf.Paragraph("They rose.", 2, "U"), tf.Paragraph("They fell.", 3)),
        LINE + "1. (U) Growers met.\n2. (U) They rose.\n3. They fell.\n",
    ),
    "paragraph-turned-into-a-heading": (
        LINE + TEXT + "\n2. (U) They rose.\n\n3. (U) They fell.\n",
        body(MET, tf.Heading("PRICES"), tf.Paragraph("They fell.", 2, "U")),
        LINE + TEXT + "\nPRICES\n------\n\n2. (U) They fell.\n",
    ),
    "number-comes": (LINE + "Growers met.\n", body(tf.Paragraph("Growers met.", 1)), LINE + "1. Growers met.\n"),
    "number-goes": (LINE + TEXT, body(tf.Paragraph("Growers met.", None, "U")), LINE + "(U) Growers met.\n"),
    "mark-comes": (LINE + "1. Growers met.\n", body(MET), LINE + TEXT),
    "lettered-parts-come": (
        LINE + "1. (U) Growers met:\n",
        body(tf.Paragraph("Growers met:", 1, "U", (
            tf.Paragraph("They rose.", label="A"), tf.Paragraph("They fell.", label="B", marking="U")))),
        LINE + "1. (U) Growers met:\n\nA. They rose.\n\nB. (U) They fell.\n",
    ),
    "dashed-parts-come": (
        LINE + "1. (U) Growers met:\n",
        body(tf.Paragraph("Growers met:", 1, "U", (tf.Paragraph("They rose."), tf.Paragraph("They fell.", None, "U")))),
        LINE + "1. (U) Growers met:\n\n-- They rose.\n\n-- (U) They fell.\n",
    ),
    "parts-go": (
        LINE + "1. (U) Growers met:\n\n-- They rose.\n\n-- They fell.\n",
        body(tf.Paragraph("Growers met:", 1, "U")),
        LINE + "1. (U) Growers met:\n",
    ),
    "letter-of-a-part": (
        LINE + "1. (U) Growers met:\n\nA. They rose.\n\nB. They fell.\n\nC. They rose again.\n",
        body(tf.Paragraph("Growers met:", 1, "U", (
            tf.Paragraph("They rose.", label="A"), tf.Paragraph("They rose again.", label="B")))),
        LINE + "1. (U) Growers met:\n\nA. They rose.\n\nB. They rose again.\n",
    ),
    "rule-goes": (
        LINE + TEXT + "\n*****\n\n2. (U) They rose.\n",
        body(MET, tf.Paragraph("They rose.", 2, "U")),
        LINE + TEXT + "\n2. (U) They rose.\n",
    ),
    "rule-like-the-others": (
        LINE + TEXT + "\n*****\n\n2. (U) They rose.\n",
        body(MET, tf.Separator("*"), tf.Paragraph("They rose.", 2, "U"), tf.Separator("*"),
             tf.Paragraph("They fell.", 3, "U")),
        LINE + TEXT + "\n*****\n\n2. (U) They rose.\n\n*****\n\n3. (U) They fell.\n",
    ),
    "blocks-in-the-place-of-one": (
        LINE + TEXT + "\nFINCH\n",
        body(tf.Heading("COMMENT"), tf.Paragraph("Prices of pears rose again.", None, "U", role="comment")),
        LINE + "COMMENT\n-------\n\n(U) Prices of pears rose again.\n\nFINCH\n",
    ),
    "sign-of-a-rule": (
        LINE + TEXT + "\n*****\n\n2. (U) They rose.\n",
        body(MET, tf.Separator("="), tf.Paragraph("They rose.", 2, "U")),
        LINE + TEXT + "\n====================\n\n2. (U) They rose.\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WAYS)
def test_way(name: str) -> None:
    text, change, expected = WAYS[name]
    reading = tf.parse(text, format="cablegate")
    wanted = change(reading.telegram)
    assert wanted != reading.telegram
    revised = reading.revise(wanted)
    assert revised.telegram == wanted
    assert bytes(revised).decode() == expected
