"""Laws of the writers of State telegrams: what is written reads back, and what is lost is in their tables.

The hostile values are words of all parts of a telegram, put together at random and put where they do not belong.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.testing.strategies import telegrams
from telegram_format.writing.loss import MISREAD

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
WRITERS = ("cablegate", "markdown", "text")
slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.mark.parametrize("writer", WRITERS)
@slow
@given(telegram=telegrams(ascii_only=False))
def test_natural_telegrams_come_back(writer: str, telegram: tf.Telegram) -> None:
    """What a person could have written reads back equal; the text for people lacks what is for relays."""
    written = tf.serialize(telegram, writer)
    if writer == "text":
        telegram = evolve(telegram, transmission=None, validation=None)
    assert written.telegram == telegram
    assert {loss.code for loss in written.losses} <= {"relay"}


@pytest.mark.parametrize("writer", WRITERS)
@slow
@given(telegram=telegrams(ascii_only=False), width=st.integers(40, 90))
def test_what_was_read_is_written_the_same(writer: str, telegram: tf.Telegram, width: int) -> None:
    """Writing what was read back gives the same bytes, at any width."""
    written = tf.serialize(telegram, writer, width=width)
    assert tf.serialize(written.telegram, writer, width=width).data == written.data


_PIECES = (
    *(
        "TO RUEHC/SECSTATE WASHDC",
        "INFO RUEHC/X",
        "FM AMEMBASSY LOME",
        "XMT ",
        "P 272154Z SEP 07",
        "VZCZCXYZ0001",
        "ZCZC",
    ),
    *(
        "C O N F I D E N T I A L LOME 000123",
        "UNCLAS",
        "UNCLASSIFIED",
        "SIPDIS",
        "SENSITIVE BUT UNCLASSIFIED",
        "NNNN",
        "BT",
    ),
    *("STATE FOR EUR", "PASS TO NSC", "07LOME12", "TAGS: PREL", "SUBJECT: X", "REF: A", "REF: A. LOME 12", "REFTEL"),
    *(
        "E.O. 12958: DECL: 01/01/2020",
        "Classified By: Ambassador Quayle, reasons 1.4 (b)",
        "Reason: 1.4 (b)",
        "DECL: X1",
    ),
    *("1. (C) Text", "2. (C) Text", "5. (C) Text", "¶1", "¶", "(C)", "-----", "=====", "- item", "A. Item", "B. Item"),
    *("HOLLOWAY", "Holloway", "said.", "#0799", "NOTE BY OC/T: X", "Summary", "SUMMARY", "End summary.", "COMMENT"),
    *("LOME 00000123 001 OF 002", "SECTION 02 OF 03 LOME 000123", "PAGE 02 LOME 00123 272154Z", "null"),
    *("1 1/2/2003 10:20 07LOME12 X", "IMMEDIATE", "1234", "//N1//", "X1", "09/28/2012", "N/A", "OADR", "1.4", "reason"),
    *("\n", "\n\n", "\r", "\t", "\x0b", "\x1c", "\u2028", "\x85", "\xa0", "  ", ";", ",", ".", ":", "(", "/", "\\"),
    *("*", "_", "`", "[x](#)", "## H", "**b**", "<b>", "&amp;", "&#10;", "of", "the", "and", "Minister", "word"),
)
hostile = st.lists(st.sampled_from(_PIECES) | st.text(max_size=4), min_size=1, max_size=5).flatmap(
    lambda words: st.sampled_from((" ", "", "\n", ". ")).map(lambda between: between.join(words))
) | st.text(max_size=30)

PLAIN = tf.Paragraph("The growers asked for pumps.", 1)
BY = tf.ClassificationAuthority("Miriam Quayle", None, ("1.4(b)",))

PLACES: dict[str, tuple[str, Callable[[tf.Telegram, str], tf.Telegram]]] = {
    "subject": ("subject", lambda t, v: evolve(t, subject=v, subject_marking=None)),
    "subject marking": ("subject_marking", lambda t, v: evolve(t, subject_marking=v)),
    "originator": ("originator", lambda t, v: evolve(t, originator=tf.Address(v))),
    "last addressee": ("to", lambda t, v: evolve(t, to=(*t.to, tf.Address(v)))),
    "first addressee": ("info", lambda t, v: evolve(t, info=(tf.Address(v), *t.info))),
    "addressee with indicator": ("to", lambda t, v: evolve(t, to=(tf.Address(v, "RUEHC"), *t.to))),
    "exempted": ("exempted", lambda t, v: evolve(t, exempted=(tf.Address(v),))),
    "caption": ("captions", lambda t, v: evolve(t, captions=(*t.captions, v))),
    "caveat": ("caveats", lambda t, v: evolve(t, caveats=(v,))),
    "passing": ("passing", lambda t, v: evolve(t, passing=(v, *t.passing))),
    "event": ("executive_order", lambda t, v: evolve(t, executive_order=tf.ExecutiveOrder("12958", None, v))),
    "tag": ("tags", lambda t, v: evolve(t, tags=(*t.tags[:1], tf.Tag(v), *t.tags[1:]))),
    "person": ("tags", lambda t, v: evolve(t, tags=(*t.tags, tf.Tag(v, "person")))),
    "reference": ("references", lambda t, v: evolve(t, references=(*t.references, tf.Reference(v)))),
    "last reference": ("references", lambda t, v: evolve(t, references=(*_refs(v),), classified_by=None)),
    "name": ("classified_by", lambda t, v: evolve(t, classified_by=evolve(BY, name=v))),
    "position": ("classified_by", lambda t, v: evolve(t, classified_by=evolve(BY, position=v))),
    "first paragraph": ("body", lambda t, v: evolve(t, body=(tf.Paragraph(v, 1, "C"), *t.body))),
    "bare paragraph": ("body", lambda t, v: evolve(t, body=(tf.Paragraph(v, 1),), classified_by=None, signatures=())),
    "text without number": ("body", lambda t, v: evolve(t, body=(tf.Paragraph(v),))),
    "text above number": ("body", lambda t, v: evolve(t, body=(tf.Paragraph(v), PLAIN), classified_by=None)),
    "marked text": ("body", lambda t, v: evolve(t, body=(tf.Paragraph(v, None, "C"),), signatures=())),
    "last paragraph": ("body", lambda t, v: evolve(t, body=(*t.body, tf.Paragraph(v, 9, "C")))),
    "nothing but text": ("body", lambda _, v: tf.Telegram(body=(tf.Paragraph(v),))),
    "heading below addresses": ("body", lambda t, v: tf.Telegram(to=t.to, body=(tf.Heading(v), PLAIN))),
    "first heading": ("body", lambda t, v: evolve(t, body=(tf.Heading(v), *t.body))),
    "last heading": ("body", lambda t, v: evolve(t, body=(PLAIN, tf.Heading(v)))),
    "heading between": ("body", lambda t, v: evolve(t, body=(PLAIN, tf.Heading(v), evolve(PLAIN, number=2)))),
    "above a rule": (
        "body",
        lambda t, v: evolve(t, body=(evolve(PLAIN, text=v), tf.Separator(), evolve(PLAIN, number=2))),
    ),
    "parts": ("body", lambda t, v: evolve(t, body=(evolve(PLAIN, paragraphs=_parts(v)),))),
    "marking": ("body", lambda t, v: evolve(t, body=(evolve(PLAIN, marking=v),))),
    "signature": ("signatures", lambda t, v: evolve(t, body=(PLAIN,), signatures=(v,))),
    "validation": ("validation", lambda t, v: evolve(t, validation=v)),
    "instructions": ("attributes", lambda t, v: evolve(t, attributes=tf.Attributes({"instructions": v}))),
    "identification": ("transmission", lambda t, v: evolve(t, transmission=tf.Transmission(v))),
    "format lines": ("transmission", lambda t, v: evolve(t, transmission=tf.Transmission("XYZ1", None, (v,), v, v))),
    "station": ("message_id", lambda t, v: evolve(t, message_id=tf.MessageId(2007, v, 12), references=())),
}
"""What a value is put in, and the field that it belongs to."""


def _refs(text: str) -> tuple[tf.Reference, ...]:
    return tf.Reference("LETTER OF THE HARBOUR MASTER", "letter", "A"), tf.Reference(text, "other", "B")


def _parts(text: str) -> tuple[tf.Paragraph, ...]:
    return tf.Paragraph(text), tf.Paragraph(text, label="B")


@pytest.mark.parametrize("writer", WRITERS)
@settings(slow, max_examples=150)
@given(telegram=telegrams(paragraphs=2), place=st.sampled_from(sorted(PLACES)), value=hostile)
def test_no_value_disturbs_another_field(writer: str, telegram: tf.Telegram, place: str, value: str) -> None:
    """A value is refused, or written so that all other fields read as they were."""
    field, put = PLACES[place]
    try:
        written = tf.serialize(put(telegram, value), writer)
    except tf.SerializationError:
        return
    disturbed = [loss for loss in written.losses if loss.code not in ("relay", "attributes")]
    assert {loss.path.partition(".")[0].partition("[")[0] for loss in disturbed} <= {field}


LOST: dict[str, tuple[tf.Telegram, str]] = {
    "attributes": (tf.Telegram(attributes=tf.Attributes({"released": "2010"})), "attributes.released"),
    "no-prosign": (
        tf.Telegram(precedence=tf.Precedence.NIACT_IMMEDIATE, dtg=tf.DateTimeGroup(1, 2, 3)),
        "precedence",
    ),
    "second-prosign": (
        tf.Telegram(info_precedence=tf.Precedence.ROUTINE, dtg=tf.DateTimeGroup(1, 2, 3)),
        "info_precedence",
    ),
    "year-without-month": (tf.Telegram(dtg=tf.DateTimeGroup(1, 2, 3, "Z", None, 2007)), "dtg.year"),
    "empty": (tf.Telegram(transmission=tf.Transmission()), "transmission"),
    "no-calling-station": (tf.Telegram(transmission=tf.Transmission("XYZ0001", serial="0001")), "transmission.serial"),
    "no-serial": (tf.Telegram(transmission=tf.Transmission(station="RUEHC", section=1)), "transmission.section"),
    "no-security-group": (
        tf.Telegram(transmission=tf.Transmission("XYZ0001", signals=("ZZH",))),
        "transmission.signals",
    ),
    "security-letters": (tf.Telegram(transmission=tf.Transmission(security="UUUU")), "transmission.security"),
    "no-classification-line": (tf.Telegram(message_id=tf.MessageId(None, "LOME", 12), body=(PLAIN,)), "message_id"),
    "year-of-group": (
        tf.Telegram(
            dtg=tf.DateTimeGroup(1, 2, 3, "Z", 4, 2007),
            classification=tf.Classification.SECRET,
            message_id=tf.MessageId(None, "LOME", 12),
        ),
        "message_id.year",
    ),
    "station-name": (
        tf.Telegram(classification=tf.Classification.SECRET, message_id=tf.MessageId(None, "SECSTATE", 12)),
        "message_id.station",
    ),
    "doubled": (
        tf.Telegram(classification=tf.Classification.SECRET, caveats=("NOFORN", "NOFORN")),
        "caveats",
    ),
    "capitals": (tf.Telegram(tags=(tf.Tag("prel", "subject"), tf.Tag("ECON", "subject"))), "tags[0].code"),
    "tag-kind": (tf.Telegram(tags=(tf.Tag("PREL"), tf.Tag("ECON", "subject"))), "tags[0].kind"),
    "white-space": (tf.Telegram(subject="LAMP  LIT"), "subject"),
    "reference-kind": (tf.Telegram(references=(tf.Reference("SEPTEL", "report"),)), "references[0].kind"),
    "items": (tf.Telegram(body=(evolve(PLAIN, text="He asked:\n- a lamp\n- a boat."),)), "body[0].text"),
    "role": (tf.Telegram(body=(evolve(PLAIN, role="comment"),)), "body[0].role"),
    "part-number": (
        tf.Telegram(body=(evolve(PLAIN, paragraphs=(evolve(PLAIN, number=4),)),)),
        "body[0].paragraphs[0].number",
    ),
    "nested-parts": (
        tf.Telegram(body=(evolve(PLAIN, paragraphs=(tf.Paragraph("a lamp.", paragraphs=(tf.Paragraph("lit."),)),)),)),
        "body[0].paragraphs[0].paragraphs",
    ),
    "heading-like": (tf.Telegram(body=(tf.Separator(), tf.Paragraph("SUMMARY"), PLAIN)), "body[1]"),
    "joined": (tf.Telegram(body=(PLAIN, evolve(PLAIN, number=None))), "body"),
    "rules-together": (tf.Telegram(body=(PLAIN, tf.Separator(), tf.Separator(), evolve(PLAIN, number=2))), "body"),
    "bare-end": (tf.Telegram(body=(PLAIN, tf.Separator())), "body"),
    "numbering": (tf.Telegram(body=(PLAIN, evolve(PLAIN, number=9))), "body"),
}


@pytest.mark.parametrize("code", LOST)
def test_what_cannot_be_said_is_lost_with_its_reason(code: str) -> None:
    telegram, path = LOST[code]
    (loss, *_) = tf.serialize(telegram, "cablegate").losses
    assert (loss.path, loss.code) == (path, code)
    assert loss.why


@pytest.mark.parametrize("writer", WRITERS)
def test_every_row_of_the_tables_is_tried(writer: str) -> None:
    assert {rule.code for rule in tf.api.REGISTRY.writer(writer).losses} - {"relay"} == LOST.keys()


def test_strict_writing_refuses_a_loss() -> None:
    telegram, path = LOST["role"]
    with pytest.raises(tf.SerializationError, match="cablegate cannot say it") as found:
        tf.serialize(telegram, "cablegate", policy=tf.STRICT)
    assert found.value.path == path


@pytest.mark.parametrize("writer", WRITERS)
def test_lines_have_room(writer: str) -> None:
    with pytest.raises(tf.SerializationError, match="lines have 40 characters at least"):
        tf.serialize(tf.Telegram(), writer, width=39)


@pytest.mark.parametrize("day", [date(1975, 1, 2), date(2031, 12, 31)])
def test_a_date_is_not_lost(day: date) -> None:
    telegram = tf.Telegram(executive_order=tf.ExecutiveOrder("12958", day))
    assert tf.serialize(telegram, "cablegate").telegram == telegram


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no published telegrams at ../shared/corpus")
@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize(
    ("folder", "pattern"), [("cablegate-text", "*.txt"), ("cablegate-html", "*.html"), ("seed", "*.md")]
)
def test_published_telegrams_come_back(writer: str, folder: str, pattern: str) -> None:
    """Each comes back equal but for the wrapper's facts, none is refused, and a second time gives the same bytes."""
    paths = sorted((CORPUS / folder).glob(pattern))
    assert paths
    for path in paths:
        written = tf.serialize(tf.read(path).telegram, writer)
        codes = {loss.code for loss in written.losses}
        assert codes <= {"attributes", *(["relay"] if writer == "text" else [])}, (path.name, written.losses)
        assert MISREAD not in codes
        again = tf.parse(written.data)
        assert (again.format, again.telegram) == ("cablegate", written.telegram)
        assert tf.serialize(written.telegram, writer).data == written.data
