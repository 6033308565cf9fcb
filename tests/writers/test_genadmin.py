"""Military record messages written, and read back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.model.body import Block, Heading, Paragraph, Separator
from telegram_format.testing.strategies import telegrams

NAVADMIN = Path(__file__).parents[3] / "shared" / "corpus" / "navadmin"
here = pytest.mark.skipif(not NAVADMIN.is_dir(), reason="no published messages at ../shared/corpus")

PEARS = tf.Telegram(
    message_id=tf.MessageId(2031, "NAVADMIN", 17),
    precedence=tf.Precedence.ROUTINE,
    dtg=tf.DateTimeGroup(14, 9, 30, "Z", 3, 2031),
    originator=tf.Address("CNO WASHINGTON DC", office_codes=("N1",)),
    to=(tf.Address("NAVADMIN"),),
    info=(tf.Address("SECNAV WASHINGTON DC"),),
    classification=tf.Classification.UNCLASSIFIED,
    passing=("FM CHNAVPERS MILLINGTON TN//N2//", "PERSONAL FOR COMMANDING OFFICERS"),
    executive_order=tf.ExecutiveOrder(None, date(2041, 9, 28), None, ("X1",)),
    subject="SURVEY OF THE PEAR ORCHARDS AT SHORE STATIONS, AND OF THOSE THAT BEAR NO FRUIT",
    references=(
        tf.Reference("DOC/OPNAV/14MAR30", "other", "A"),
        tf.Reference("MSG/CNO/141200ZMAR30", "cable", "B", tf.MessageId(2030, "NAVADMIN", 288), ("NOTAL",)),
        tf.Reference("NAVADMIN 002/31", "cable", None, tf.MessageId(2031, "NAVADMIN", 2)),
    ),
    body=(
        Paragraph("SEE HTTPS://ORCHARDS.EXAMPLE.MIL/SURVEY.", 1),
        Heading("TASKS"),
        Paragraph(
            "COMMANDS WILL:",
            2,
            "U",
            (
                Paragraph(
                    "COUNT.", label="A", paragraphs=(Paragraph("PEARS.", label="1"), Paragraph("PLUMS.", label="2"))
                ),
                Paragraph("REPORT.", label="B"),
            ),
        ),
        Separator("*"),
        Paragraph("WRITE:\n- ON PAPER\n\nPEAR OFFICE\nROOM 8", 3),
    ),
    signatures=("RADM A. FINCH, N1",),
    validation="0001",
    attributes=tf.Attributes(
        {
            "instructions": "ZYB",
            "SSIC": "N04912",
            "EXER": "QUIET PLUM",
            "MSGID": "GENADMIN/CNO WASHINGTON DC/N1/MAR",
            "AMPN B": "REF B IS NAVADMIN 288/30",
            "NARR": "REF A IS A BOOK:",
            "POC": "A. FINCH/LT",
            "POC 2": "M. ROE/CIV",
            "GENTEXT": "TIDES/HIGH",
            "ACKNLDG": "YES",
        }
    ),
)

TEXT = """\
R 140930Z MAR 31 ZYB
FM CNO WASHINGTON DC//N1//
TO NAVADMIN
INFO SECNAV WASHINGTON DC
BT
UNCLAS //N04912//

FM CHNAVPERS MILLINGTON TN//N2//

PERSONAL FOR COMMANDING OFFICERS

NAVADMIN 017/31

EXER/QUIET PLUM//
MSGID/GENADMIN/CNO WASHINGTON DC/N1/MAR//

SUBJ/SURVEY OF THE PEAR ORCHARDS AT SHORE STATIONS, AND OF THOSE THAT
BEAR NO FRUIT//

REF/A/DOC/OPNAV/14MAR30//
REF/B/MSG/CNO/141200ZMAR30/NOTAL//
AMPN/REF B IS NAVADMIN 288/30//
REF/-/NAVADMIN 002/31//
NARR/REF A IS A BOOK: //

POC/A. FINCH/LT//
POC/M. ROE/CIV//

GENTEXT/TIDES/HIGH//

RMKS/1. SEE HTTPS://ORCHARDS.EXAMPLE.MIL/SURVEY.

TASKS
-----

2. (U) COMMANDS WILL:
    A. COUNT.
        (1) PEARS.
        (2) PLUMS.
    B. REPORT.

*****

3. WRITE:
- ON PAPER

PEAR OFFICE
  ROOM 8

RELEASED BY RADM A. FINCH, N1.//

DECL/28SEP2041/X1//

ACKNLDG/YES//
BT
#0001
NNNN
"""


def read_again(telegram: tf.Telegram) -> tuple[str, tuple[str, ...]]:
    """The text, and the codes of what it does not say."""
    written = tf.serialize(telegram, "genadmin")
    return written.data.decode(), tuple(loss.code for loss in written.losses)


def test_text() -> None:
    assert read_again(PEARS) == (TEXT, ())


def test_nothing() -> None:
    assert read_again(tf.Telegram()) == ("BT\nMSGID/GENADMIN/-/-/-//\nBT\nNNNN\n", ("set-added",))


@given(telegrams())
def test_a_natural_telegram_reads_back(telegram: tf.Telegram) -> None:
    """What is written reads back as the telegram, but for the losses of the table; lines have at most 69 characters."""
    written = tf.serialize(telegram, "genadmin")
    assert [loss for loss in written.losses if loss.code == "misread"] == []
    assert tf.serialize(written.telegram, "genadmin").data == written.data


@here
def test_published_messages_are_written_and_read_back() -> None:
    """All published messages: nothing is misread, and writing again gives the same bytes."""
    codes: dict[str, int] = {}
    for path in sorted(NAVADMIN.iterdir()):
        telegram = tf.parse(path.read_bytes(), format="genadmin", carrier="plain").telegram
        written = tf.serialize(telegram, "genadmin")
        for loss in written.losses:
            codes[loss.code] = codes.get(loss.code, 0) + 1
        assert tf.serialize(written.telegram, "genadmin").data == written.data, path.name
    assert codes.keys() == {
        "set-added",
        "control-sign",
        "no-set",
        "security-letters",
    }  # the last two of one-line headers


Change = Callable[[str], tf.Telegram]


def paragraph(text: str) -> Block:
    return Paragraph(text, 1)


def with_attribute(name: str) -> Change:
    return lambda words: evolve(PEARS, attributes=tf.Attributes({**PEARS.attributes, name: words}))


CHANGES: dict[str, tuple[str, Change]] = {
    "subject": ("subject", lambda words: evolve(PEARS, subject=words)),
    "originator": ("originator", lambda words: evolve(PEARS, originator=tf.Address(words))),
    "addressee": ("to", lambda words: evolve(PEARS, to=(tf.Address(words),))),
    "office code": ("info", lambda words: evolve(PEARS, info=(tf.Address("CMC", office_codes=(words,)),))),
    "reference": ("references", lambda words: evolve(PEARS, references=(tf.Reference(words, "other", "A"),))),
    "letter": ("references", lambda words: evolve(PEARS, references=(tf.Reference("X", "other", words),))),
    "caption of a reference": (
        "references",
        lambda words: evolve(PEARS, references=(tf.Reference("X", "other", "A", None, (words,)),)),
    ),
    "text": ("body", lambda words: evolve(PEARS, body=(paragraph(words), *PEARS.body[1:]))),
    "last text": ("body", lambda words: evolve(PEARS, body=(*PEARS.body[:-1], Paragraph(words, 3)))),
    "heading": ("body", lambda words: evolve(PEARS, body=(Heading(words), *PEARS.body))),
    "part": (
        "body",
        lambda words: evolve(PEARS, body=(Paragraph("X:", 1, None, (Paragraph(words, label="A"),)), *PEARS.body[1:])),
    ),
    "label": (
        "body",
        lambda words: evolve(PEARS, body=(Paragraph("X:", 1, None, (Paragraph("Y", label=words),)), *PEARS.body[1:])),
    ),
    "releasing officer": ("signatures", lambda words: evolve(PEARS, signatures=(words,))),
    "validation": ("validation", lambda words: evolve(PEARS, validation=words)),
    "caption": ("captions", lambda words: evolve(PEARS, captions=(words,))),
    "caveat": ("caveats", lambda words: evolve(PEARS, caveats=(words,))),
    "passing": ("passing", lambda words: evolve(PEARS, passing=(words,))),
    "series": ("message_id", lambda words: evolve(PEARS, message_id=tf.MessageId(2031, words, 17))),
    "event": ("executive_order", lambda words: evolve(PEARS, executive_order=tf.ExecutiveOrder(event=words))),
    "marking": ("subject_marking", lambda words: evolve(PEARS, subject_marking=words)),
    **{
        name: (f"attributes.{name}", with_attribute(name))
        for name in ("MSGID", "SSIC", "NARR", "POC", "EXER", "instructions")
    },
}

PIECES = ["//", "/", " ", "\n", "1. ", "A. ", "(1) ", "- ", "A", "(U) ", ".", ":", "-", "é", "\r\n", "\x0b", "¶", "---"]
PIECES += [f"{name}/" for name in ("SUBJ", "REF/A", "RMKS", "NARR", "DECL", "POC", "GENTEXT", "MSGID")]
PIECES += ["BT", "NNNN", "#0001", "RELEASED BY X", "NAVADMIN 3/31", "UNCLAS", "UNCLAS //N01234//", "FM X//N1//", "TO "]
PIECES += [
    "PASS TO OFFICE CODES:",
    "NOTAL",
    "EMAIL:",
    "HTTP://",
    "QQQQ",
    "SECTION 1 OF 2",
    "SUBJ: X",
    "ROUTINE",
    "REF A IS ",
]
hostile = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join),
)


@pytest.mark.parametrize("name", CHANGES)
@given(words=hostile)
def test_hostile_text_changes_no_other_field(name: str, words: str) -> None:
    """Whatever stands in a field, it is refused, or what is misread is that field."""
    field, change = CHANGES[name]
    try:
        written = tf.serialize(change(words), "genadmin")
    except tf.SerializationError:
        return
    misread = [loss for loss in written.losses if loss.code == "misread" and not loss.path.startswith(field)]
    assert [str(loss) for loss in misread] == []


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (evolve(PEARS, subject="A// B"), "subject"),
        (evolve(PEARS, subject="A//REF/B"), "subject"),
        (evolve(PEARS, subject="(U) A"), "subject"),
        (evolve(PEARS, message_id=tf.MessageId(2031, "NAVADMIN", 10000)), "message_id.number"),
        (evolve(PEARS, message_id=tf.MessageId(2031, "LOME SECTION", 1)), "message_id.station"),
        (evolve(PEARS, references=(tf.Reference("DOC/NOTAL", "other", "A"),)), "references[0].text"),
        (evolve(PEARS, references=(tf.Reference("/DOC", "other", "A"),)), "references[0].text"),
        (evolve(PEARS, references=(tf.Reference("DOC", "other", "A", None, ("ROOF",)),)), "references[0].captions[0]"),
        (evolve(PEARS, signatures=("x",)), "signatures[0]"),
        (evolve(PEARS, signatures=("ROE//DECL/X1//",)), "signatures[0]"),
        (evolve(PEARS, body=(Heading("X//DECL/X1//"), Paragraph("X", 1))), "body[0].text"),
        (evolve(PEARS, attributes=tf.Attributes({"GENTEXT": "/POC"})), "attributes.GENTEXT"),
        (evolve(PEARS, subject="(C)A"), "subject"),
        (evolve(PEARS, body=(Paragraph("RELEASED BY A ROE.", 1),)), "signatures"),
        (evolve(PEARS, body=(Paragraph("RELEASED BY A ROE"),)), "body[0].text"),
        (evolve(PEARS, body=(Paragraph("X\n\nRELEASED BY A ROE", 1),)), "body[0].text"),
        (
            evolve(PEARS, body=(Paragraph("X", 1, None, (Paragraph("Y\n\nRELEASED BY A ROE", label="A"),)),)),
            "body[0].text",
        ),
        (evolve(PEARS, passing=("UNCLAS X",)), "passing[0]"),
        (evolve(PEARS, passing=("STATE FOR A//B",)), "passing[0]"),
        (evolve(PEARS, to=(tf.Address("X PASS TO OFFICE"),)), "to[0]"),
        (evolve(PEARS, executive_order=tf.ExecutiveOrder(event="X1")), "executive_order.event"),
        (evolve(PEARS, body=(Paragraph("X", 1000),)), "body[0].number"),
        (evolve(PEARS, body=(Paragraph("(U) X", 1),)), "body[0].text"),
        (evolve(PEARS, body=(Paragraph("X\n-----", 1),)), "body[0].text"),
        (evolve(PEARS, body=(Paragraph("X// DECL/X1", 1),)), "body[0].text"),
        (evolve(PEARS, body=(Paragraph("X\n2. Y", 1),)), "body[0].text"),
        (evolve(PEARS, body=(Paragraph("", None),)), "body[0]"),
        (evolve(PEARS, body=(Heading("1. X"), Paragraph("X", 1))), "body[0].text"),
        (evolve(PEARS, body=(Paragraph("ALL PEARS", 1), Separator())), "body[0].text"),
        (evolve(PEARS, body=(Paragraph("X", 1, None, (Paragraph("", label="A"),)),)), "body[0].paragraphs[0].text"),
    ],
)
def test_refusals(change: tf.Telegram, path: str) -> None:
    with pytest.raises(tf.SerializationError) as caught:
        tf.serialize(change, "genadmin")
    assert caught.value.path == path


def nested(labels: str) -> tuple[Paragraph, ...]:
    """Parts inside each other, one for each label."""
    inner = nested(labels[1:]) if labels[1:] else ()
    return (Paragraph("X", None, None, inner, None, None if labels[0] == "-" else labels[0]),)


@pytest.mark.parametrize("labels", ["A", "A1a", "A1a1", "--", "Aaa", "1-A-", "111", "AaA"])
def test_nested_parts(labels: str) -> None:
    assert read_again(evolve(PEARS, body=(Paragraph("Y:", 1, None, nested(labels)),)))[1] == ()


def test_levels_end() -> None:
    with pytest.raises(tf.SerializationError, match="no more levels"):
        tf.serialize(evolve(PEARS, body=(Paragraph("Y:", 1, None, nested("aAaA")),)), "genadmin")


def test_a_number_that_counts_as_none_may_begin_a_line() -> None:
    for words in ("PICK THEM.\n40. NOT SOON", "PICK THEM.\n\n9. NOT SOON"):
        assert read_again(evolve(PEARS, body=(Paragraph(words, 1),)))[1] == ()


BARE = tf.Telegram(attributes=tf.Attributes({"MSGID": "GENADMIN/CNO"}))


@pytest.mark.parametrize(
    ("telegram", "codes"),
    [
        (evolve(BARE, tags=(tf.Tag("PREL", "subject"),)), ("no-set",)),
        (evolve(BARE, classified_by=tf.ClassificationAuthority("ROE")), ("no-set",)),
        (evolve(BARE, executive_order=tf.ExecutiveOrder("12958", None, "OADR")), ("no-set",)),
        (evolve(BARE, executive_order=tf.ExecutiveOrder("12958")), ("no-set",)),
        (
            evolve(BARE, attributes=tf.Attributes({"MSGID": "X", "Orchard": "PEARS", "POC 3": "Y"})),
            ("no-set", "no-set"),
        ),
        (evolve(BARE, section=tf.Section(1, 2), caveats=("NOFORN",)), ("level-missing", "level-missing")),
        (evolve(BARE, message_id=tf.MessageId(2008, "LOME", 12)), ("level-missing",)),
        (evolve(PEARS, message_id=tf.MessageId(2008, "LOME", 12)), ("year-of-header",)),
        (evolve(PEARS, subject="A  B"), ("white-space",)),
        (evolve(BARE, subject_marking="U"), ("marking-alone",)),
        (evolve(BARE, body=(Paragraph("A", 1), Paragraph("B"))), ("paragraphs-joined",)),
        (evolve(BARE, body=(Paragraph("A\x12B", 1),)), ("control-sign",)),
        (evolve(BARE, body=(Paragraph("A", 1, None, (Paragraph("C", label="C"),)),)), ("parts-irregular",) * 2),
        (
            evolve(BARE, body=(Paragraph("A", 1, None, (Paragraph("C"), Paragraph("D", label="A"))),)),
            ("parts-irregular",) * 1,
        ),
        (
            evolve(BARE, body=(Paragraph("A", 1, None, (Paragraph("B", label="A"), Paragraph("C", label="F"))),)),
            ("parts-irregular",),
        ),
        (
            evolve(BARE, body=(Paragraph("A", 1, None, (Paragraph("B", label="A", paragraphs=nested("C")),)),)),
            ("parts-irregular",) * 2,
        ),
        (
            evolve(BARE, body=(Paragraph("A", 1, None, (Paragraph("B", paragraphs=nested("C")),)),)),
            ("parts-irregular",) * 2,
        ),
        (evolve(BARE, body=(Paragraph("RELEASED BY A ROE.", 1),)), ("release-signed",)),
        (evolve(BARE, signatures=("A ROE",)), ()),
        (
            evolve(BARE, references=(tf.Reference("12", "cable", "A", tf.MessageId(2008, "LOME", 12)),)),
            ("reference-respelled",),
        ),
        (
            evolve(BARE, references=(tf.Reference("LAST", "cable", "A", tf.MessageId(2030, "NAVADMIN", 2)),)),
            ("reference-respelled",),
        ),
        (evolve(BARE, references=(tf.Reference("PEARS", "email", "A"),)), ("reference-kind",)),
        (
            evolve(
                BARE,
                references=(tf.Reference("DOC/X", "other", "A"),),
                attributes=tf.Attributes({"MSGID": "X", "NARR": "REF A IS NAVADMIN 1/30"}),
            ),
            ("reference-kind", "reference-narrated"),
        ),
    ],
)
def test_losses(telegram: tf.Telegram, codes: tuple[str, ...]) -> None:
    assert read_again(telegram)[1] == codes
