"""Telegrams rendered as Markdown."""

from __future__ import annotations

import pytest

import telegram_format as tf
from telegram_format.carriers.markdown import Markdown
from telegram_format.kit import Source
from telegram_format.writers.markdown import escaped

TELEGRAM = tf.Telegram(
    precedence=tf.Precedence.PRIORITY,
    dtg=tf.DateTimeGroup(6, 16, 40, "Z", 3, 2009),
    originator=tf.Address("AMEMBASSY LOME"),
    tags=(tf.Tag("PREL", "subject"), tf.Tag("OVIP", "subject"), tf.Tag("QUAYLE, MIRIAM", "person")),
    subject="TALKS [DRAFT] AT AT&T",
    body=(
        tf.Heading("WHERE"),
        tf.Paragraph("The *old* mole_head <here>:", 1, "U", (tf.Paragraph("`a`;"), tf.Paragraph("#2."))),
        tf.Heading("NEXT_STEPS"),
        tf.Paragraph("A row & a rule.", 2, "U"),
        tf.Separator("*"),
        tf.Paragraph("+ 1 lamp.", 3),
    ),
    signatures=("QUAYLE",),
    validation="0219",
)

TEXT = """\
P 061640Z MAR 09  \n\
FM AMEMBASSY LOME

TAGS: [PREL](#), [OVIP](#) (QUAYLE, MIRIAM)  \n\
SUBJECT: TALKS \\[DRAFT\\] AT AT\\&T

-----
WHERE
-----

[1.](#) (U) The \\*old\\* mole\\_head \\<here>:  \n\
-- \\`a\\`;  \n\
-- #2.

## NEXT\\_STEPS

[2.](#) (U) A row & a rule.

*****

[3.](#) \\+ 1 lamp.

QUAYLE

\\#0219
"""


def test_a_telegram() -> None:
    written = tf.serialize(TELEGRAM, "markdown")
    assert written.data.decode() == TEXT
    assert (written.telegram, written.losses) == (TELEGRAM, ())


def test_it_is_known_for_what_it_is() -> None:
    assert tf.detect(TEXT).carrier == "markdown"
    assert tf.parse(TEXT).telegram == TELEGRAM


@pytest.mark.parametrize(
    "line", ["# a", "> a", "+ a", "  # a", "&amp;", "&#10;", "a\\b", "*a*", "~a", "|a|", "[a](#)", "a & b"]
)
def test_what_markdown_takes_for_its_own_reads_as_it_was(line: str) -> None:
    text = Markdown().open(Source.of(escaped(line))).view.text
    assert text == line.lstrip()  # blanks at the beginning are left out
