"""Telegrams for people."""

from __future__ import annotations

from datetime import date

import telegram_format as tf

TELEGRAM = tf.Telegram(
    transmission=tf.Transmission("XRO0412"),
    precedence=tf.Precedence.PRIORITY,
    dtg=tf.DateTimeGroup(6, 16, 40, "Z", 3, 2009),
    originator=tf.Address("AMEMBASSY LOME"),
    to=(tf.Address("SECSTATE WASHDC", "RUEHC"),),
    classification=tf.Classification.UNCLASSIFIED,
    message_id=tf.MessageId(2009, "LOME", 219),
    executive_order=tf.ExecutiveOrder("12958", date(2019, 3, 6)),
    tags=(tf.Tag("PREL", "subject"),),
    subject="HARBOUR TALKS",
    references=(tf.Reference("LOME 142", "cable", "A", tf.MessageId(2009, "LOME", 142)),),
    body=(tf.Paragraph("The minister asked for pumps.", 1, "U"),),
    signatures=("QUAYLE",),
    validation="0219",
)

TEXT = """\
P 061640Z MAR 09
FM AMEMBASSY LOME
TO RUEHC/SECSTATE WASHDC

UNCLAS LOME 000219

E.O. 12958: DECL: 03/06/2019
TAGS:    PREL
SUBJECT: HARBOUR TALKS

REF:     A. LOME 142

1. (U) The minister asked for pumps.

QUAYLE
"""


def test_a_telegram() -> None:
    written = tf.serialize(TELEGRAM, "text")
    assert written.data.decode() == TEXT
    assert [(loss.path, loss.code) for loss in written.losses] == [("transmission", "relay"), ("validation", "relay")]
