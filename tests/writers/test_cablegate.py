"""The form that archives print."""

from __future__ import annotations

from datetime import date

import telegram_format as tf

TELEGRAM = tf.Telegram(
    message_id=tf.MessageId(2009, "LOME", 219),
    transmission=tf.Transmission(
        "XRO0412", tf.Precedence.IMMEDIATE, ("RUEHMRD",), "RUEHPC", "0219", None, "0651640", "CCCCC", ("ZZH",)
    ),
    precedence=tf.Precedence.IMMEDIATE,
    dtg=tf.DateTimeGroup(6, 16, 40, "Z", 3, 2009),
    originator=tf.Address("AMEMBASSY LOME"),
    to=(tf.Address("SECSTATE WASHDC", "RUEHC", tf.Precedence.IMMEDIATE, "2291"),),
    info=(tf.Address("AMEMBASSY MERIDIAN", "RUEHMRD"),),
    classification=tf.Classification.CONFIDENTIAL,
    captions=("SIPDIS",),
    executive_order=tf.ExecutiveOrder("12958", date(2019, 3, 6)),
    tags=(tf.Tag("PREL", "subject"), tf.Tag("ECON", "subject")),
    subject="HARBOUR TALKS",
    references=(tf.Reference("LOME 142", "cable", "A", tf.MessageId(2009, "LOME", 142)),),
    classified_by=tf.ClassificationAuthority("Miriam Quayle", "Ambassador", ("1.4(b)", "1.4(d)")),
    body=(
        tf.Paragraph("Summary: The minister asked for pumps. End summary.", 1, "C", (), "summary"),
        tf.Heading("NEXT STEPS"),
        tf.Paragraph(
            "Post will ask the growers, the keepers of the lamp and the *old* mole for:",
            2,
            "C",
            (tf.Paragraph("pumps;"), tf.Paragraph("a lease.")),
        ),
    ),
    signatures=("QUAYLE",),
)

TEXT = """\
VZCZCXRO0412
OO RUEHMRD
DE RUEHPC #0219 0651640
ZNY CCCCC ZZH
O 061640Z MAR 09
FM AMEMBASSY LOME
TO RUEHC/SECSTATE WASHDC IMMEDIATE 2291
INFO RUEHMRD/AMEMBASSY MERIDIAN

C O N F I D E N T I A L LOME 000219

SIPDIS

E.O. 12958: DECL: 03/06/2019
TAGS: PREL, ECON
SUBJECT: HARBOUR TALKS

REF: A. LOME 142

Classified By: Miriam Quayle, Ambassador for reasons 1.4 (b) and (d).

1. (C) Summary: The minister asked for pumps. End summary.

NEXT STEPS
----------

2. (C) Post will ask the growers, the keepers of the lamp and
the *old* mole for:
-- pumps;
-- a lease.

QUAYLE
"""


def test_a_telegram() -> None:
    written = tf.serialize(TELEGRAM, "cablegate")
    assert written.data.decode() == TEXT
    assert (written.telegram, written.losses, written.format) == (TELEGRAM, (), "cablegate")


def test_it_is_known_for_what_it_is() -> None:
    found = tf.detect(TEXT)
    assert (found.format, found.carrier) == ("cablegate", "plain")


def test_nothing() -> None:
    assert bytes(tf.serialize(tf.Telegram(), "cablegate")) == b"\n"
