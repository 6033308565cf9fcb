"""An invented telegram that is too long for one transmission."""

from __future__ import annotations

import pytest

import telegram_format as tf

WHARF = (
    "The harbour master of Port Alder told the Ambassador that the north wharf had sunk by a hand's breadth since the "
    "spring flood, and that no ship of more than four thousand tons would be let in before the divers had looked at "
    "the piles, the anchors and the old chain, which nobody had done for eleven years. "
)
GRAIN = (
    "He said that two grain ships were waiting off the lighthouse with papers that no one at the port could read, and "
    "asked that the consulate at Calverley send a clerk who could; the owners had promised to pay for his passage and "
    "for the lamp oil that their pilots had used up in the fog. "
)


@pytest.fixture(scope="session")
def wharf() -> tf.Telegram:
    """Eleven paragraphs on some two hundred lines, one of them longer than a page."""
    paragraphs = [
        tf.Paragraph(f"Summary: {(WHARF + GRAIN).strip()} End summary.", 1, "C", role="summary"),
        tf.Heading("THE NORTH WHARF"),
        tf.Paragraph((WHARF * 2).strip(), 2, "C"),
        tf.Paragraph((GRAIN * 7 + WHARF * 6).strip(), 3, "C"),
        tf.Paragraph((WHARF + GRAIN).strip(), 4, "SBU"),
        tf.Heading("GRAIN"),
        tf.Paragraph((GRAIN * 4).strip(), 5, "C"),
        tf.Paragraph("He named three conditions:", 6, "C", _conditions()),
        tf.Paragraph((GRAIN * 3 + WHARF * 3).strip(), 7, "C"),
        tf.Paragraph((WHARF * 3).strip(), 8, "U"),
        tf.Heading("COMMENT"),
        tf.Paragraph(f"{(WHARF + GRAIN).strip()} End comment.", 9, "C", role="comment"),
    ]
    return tf.Telegram(
        message_id=tf.MessageId(2009, "LOME", 412),
        transmission=tf.Transmission(
            "XRO0412", tf.Precedence.IMMEDIATE, ("RUEHC",), "RUEHPC", "0412", None, "0651640", "CCCCC", ("ZZH",)
        ),
        precedence=tf.Precedence.IMMEDIATE,
        dtg=tf.DateTimeGroup(6, 16, 40, "Z", 3, 2009),
        originator=tf.Address("AMEMBASSY LOME"),
        to=(tf.Address("SECSTATE WASHDC", "RUEHC", tf.Precedence.IMMEDIATE, "2291"),),
        info=(tf.Address("AMCONSUL CALVERLEY", "RUEHCVL", None, "0103"),),
        classification=tf.Classification.CONFIDENTIAL,
        captions=("SIPDIS",),
        passing=("STATE FOR WCA/NOR",),
        executive_order=tf.ExecutiveOrder("12958", None, "OADR"),
        tags=(tf.Tag("PREL", "subject"), tf.Tag("EWWT", "subject")),
        subject="THE NORTH WHARF, AND GRAIN",
        references=(tf.Reference("LOME 410", "cable", "A", tf.MessageId(2009, "LOME", 410)),),
        classified_by=tf.ClassificationAuthority("Miriam Quayle", "Ambassador", ("1.4(b)",)),
        body=tuple(paragraphs),
        signatures=("QUAYLE",),
        validation="0412",
    )


def _conditions() -> tuple[tf.Paragraph, ...]:
    words = ("the divers must be paid in coin;", "the chain stays where it is;", "no flag is to be shown.")
    return tuple(tf.Paragraph(word) for word in words)
