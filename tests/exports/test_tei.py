"""Telegrams as editions in TEI."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.examples import load, names
from telegram_format.exports.tei import TEI_LOSSES
from telegram_format.testing import telegrams

TEI = "{http://www.tei-c.org/ns/1.0}"
FRUS = "{http://history.state.gov/frus/ns/1.0}"
SOURCE = tf.Provenance(
    archive="Archives of Alderia",
    archive_place="Port Alder",
    collection="Port Files",
    record_group="RG 7",
    box="Box 12",
    edition="Papers of Alderia",
    document="14",
    url="https://archives.example/12?a=1&b=2",
    accessed=date(2026, 5, 1),
)


def reading(name: str = "flood") -> tf.Reading:
    return tf.parse(load(name), name=name)


def root(written: tf.Serialized) -> ET.Element:
    return ET.fromstring(written.data)


def texts(element: ET.Element, name: str) -> list[str]:
    return ["".join(found.itertext()) for found in element.iter(f"{TEI}{name}")]


def words(telegram: tf.Telegram) -> list[object]:
    """The paragraphs with their numbers and words."""
    return [
        (one.number, one.marking, one.text.split(), [(part.label, part.text.split()) for part in one.paragraphs])
        for one in telegram.paragraphs
    ]


def agree(one: tf.Telegram, other: tf.Telegram) -> None:
    """Whether number, date, sender, addressees, level and paragraphs are equal."""
    if one.message_id is not None and one.message_id.year is not None:
        assert one.message_id == other.message_id
    elif one.message_id is not None:
        assert (one.message_id.station, one.message_id.number) == (other.message_id.station, other.message_id.number)
    assert (one.dtg, one.originator, one.to, one.info) == (other.dtg, other.originator, other.to, other.info)
    assert one.classification is other.classification
    assert words(one) == words(other)


@pytest.mark.parametrize("profile", ["tei", "frus"])
@pytest.mark.parametrize("name", names())
def test_an_example_reads_back(name: str, profile: str) -> None:
    given = reading(name)
    written = tf.to_tei(given, profile=profile, source=SOURCE)
    assert written.format == profile
    again = tf.parse(written.data, format="typed", carrier="tei").telegram
    agree(given.telegram, again)
    assert written.telegram == again
    assert {loss.code for loss in written.losses} <= {"relay", "authority", "attributes"}
    assert again.subject == given.telegram.subject
    assert again.tags == given.telegram.tags


@settings(max_examples=40)
@given(telegrams(ascii_only=False), st.sampled_from([None, SOURCE]))
def test_any_telegram_reads_back(telegram: tf.Telegram, source: tf.Provenance | None) -> None:
    """Law: number, date, sender, addressees, level and paragraphs are read again from the profile frus."""
    written = tf.to_tei(telegram, profile="frus", source=source)
    agree(telegram, tf.parse(written.data, format="typed", carrier="tei").telegram)
    assert {loss.code for loss in written.losses} <= {rule.code for rule in TEI_LOSSES}


ANY = st.text(st.sampled_from("AZ 12.<>&\"'[]\n\r\t\0\x1b\x85\u2028\ud800\udc80\ufffe\uffffé;"), max_size=40)


@settings(max_examples=50)
@given(ANY, ANY, st.sampled_from(["tei", "frus"]))
@example("]]>", "<!--", "tei")
@example("\r\n\x00", "\ud800", "frus")
def test_any_text_is_well_formed(one: str, other: str, profile: str) -> None:
    """Law: a parser of XML takes what is written of any values, and finds the elements of an edition only."""
    telegram = tf.Telegram(
        message_id=tf.MessageId(2009, one, 12, other or None),
        dtg=tf.DateTimeGroup(3, 99, 0, other[:1], 2, 2009),
        originator=tf.Address("A" + one),
        to=(tf.Address("A" + other, one),),
        classification=tf.Classification.SECRET,
        caveats=(one,),
        captions=(other,),
        passing=(one, other.lower()),
        executive_order=tf.ExecutiveOrder(one or "1"),
        tags=(tf.Tag("A" + other),),
        subject="A" + one,
        references=(tf.Reference("A" + other, "other", one),),
        body=(tf.Heading(one), tf.Separator(other), tf.Paragraph(one, 1, other, (tf.Paragraph(other, label=one),))),
        signatures=(other,),
        attributes=tf.Attributes({"place": "A" + one}),
    )
    source = tf.Provenance(archive="A" + one, url="A" + other, document="A" + one)
    found = root(tf.to_tei(telegram, profile=profile, source=source))
    assert {element.tag.removeprefix(TEI) for element in found.iter()} <= ELEMENTS
    assert len(list(found.iter(f"{TEI}div"))) == 1
    assert {name.rpartition("}")[2] for element in found.iter() for name in element.attrib} <= ATTRIBUTES


ELEMENTS = {
    *("TEI", "teiHeader", "fileDesc", "titleStmt", "title", "publicationStmt", "sourceDesc", "msDesc", "msIdentifier"),
    *("settlement", "repository", "collection", "idno", "bibl", "biblScope", "ref", "profileDesc", "correspDesc"),
    *("correspAction", "orgName", "placeName", "date", "textClass", "keywords", "term", "text", "body", "div", "head"),
    *("note", "opener", "dateline", "ab", "lb", "p", "list", "item", "gap", "desc", "milestone", "closer", "signed"),
}
ATTRIBUTES = {
    *("type", "subtype", "n", "id", "doc-dateTime-min", "doc-dateTime-max", "when", "unit", "rend", "reason"),
    "target",
}


def test_header() -> None:
    found = root(tf.to_tei(reading("harbour"), source=SOURCE, names={"SECSTATE WASHDC": "Secretary of State"}))
    sent, received = found.iter(f"{TEI}correspAction")
    assert (sent.attrib, received.attrib) == ({"type": "sent"}, {"type": "received"})
    assert texts(sent, "orgName") == ["AMEMBASSY PORT ALDER"]
    assert texts(sent, "placeName") == ["PORT ALDER"]
    assert [day.attrib for day in sent.iter(f"{TEI}date")] == [{"when": "2009-03-06T16:40:00Z"}]
    assert texts(received, "orgName") == ["Secretary of State", "DEPT OF COMMERCE WASHINGTON DC"]
    assert texts(found, "settlement") == ["Port Alder"]
    assert texts(found, "idno") == ["RG 7, Box 12"]
    assert texts(found, "biblScope") == ["14"]
    assert [ref.attrib for ref in found.iter(f"{TEI}ref")] == [{"target": "https://archives.example/12?a=1&b=2"}]
    assert texts(found, "term")[:2] == [reading("harbour").telegram.subject, "PREL"]


def test_text() -> None:
    found = root(tf.to_tei(reading("harbour"), source=SOURCE))
    (division,) = found.iter(f"{TEI}div")
    assert division.attrib == {
        "type": "document",
        "n": "14",
        "{http://www.w3.org/XML/1998/namespace}id": "d14",
    }
    assert texts(division, "note") == ["Source: Archives of Alderia, RG 7, Port Files, Box 12."]
    assert texts(division, "opener") == texts(division, "dateline") == ["March 6, 2009, 1640Z."]
    assert [paragraph.get("n") for paragraph in division.iter(f"{TEI}p")] == ["1", "2", "3", "4", "5", "6"]
    assert [item.get("n") for item in division.iter(f"{TEI}item")] == [None, None, None, "A", "B", "C"]
    titles = [found.text for found in division.iter(f"{TEI}ab") if found.get("type") == "title"]
    assert titles == ["WHAT WAS OFFERED", "A LEASE NOBODY HAS PRICED", "COMMENT", "ACTION REQUEST"]
    assert texts(division, "signed") == ["QUAYLE"]


def test_the_profile_of_foreign_relations() -> None:
    (division,) = root(tf.to_tei(reading(), profile="frus")).iter(f"{TEI}div")
    assert division.attrib == {
        "type": "document",
        "subtype": "historical-document",
        f"{FRUS}doc-dateTime-min": "2009-02-03T12:15:00Z",
        f"{FRUS}doc-dateTime-max": "2009-02-03T12:15:00Z",
    }
    assert texts(division, "note") == texts(division, "opener") == []


def test_an_unknown_profile() -> None:
    with pytest.raises(tf.UnknownFormatError, match="no profile 'html'; there are: tei, frus"):
        tf.to_tei(reading(), profile="html")


def test_an_empty_telegram() -> None:
    written = tf.to_tei(tf.Telegram())
    found = root(written)
    assert texts(found, "head") == ["Telegram"]
    assert texts(found, "sourceDesc") == ["No source was told."]
    assert not list(found.iter(f"{TEI}profileDesc"))
    assert written.losses == ()


@pytest.mark.parametrize(
    ("source", "name", "expected"),
    [
        (tf.Provenance(edition="Papers"), "bibl", ["Papers"]),
        (tf.Provenance(url="u.example"), "bibl", ["u.example"]),
        (tf.Provenance(document="14/2", url="u.example"), "bibl", ["14/2u.example"]),
    ],
)
def test_where_it_is_printed(source: tf.Provenance, name: str, expected: list[str]) -> None:
    found = root(tf.to_tei(reading(), source=source))
    assert texts(found, name) == expected
    assert next(found.iter(f"{TEI}div")).get("{http://www.w3.org/XML/1998/namespace}id") is None


@pytest.mark.parametrize(
    ("dtg", "words", "when"),
    [
        (tf.DateTimeGroup(12, 18, 0, "J", 7, 1957), "July 12, 1957, 1800.", "1957-07-12"),
        (tf.DateTimeGroup(12, 18, 0, "A", 7, 1957), "July 12, 1957, 1800A.", "1957-07-12T18:00:00+01:00"),
        (tf.DateTimeGroup(12, 18, 0, "Z", 7), "July 12, 1800Z.", None),
    ],
)
def test_dates(dtg: tf.DateTimeGroup, words: str, when: str | None) -> None:
    telegram = tf.evolve(reading().telegram, dtg=dtg, attributes=tf.Attributes({"place": "Zenda"}))
    written = tf.to_tei(telegram, profile="frus")
    (dateline,) = root(written).iter(f"{TEI}dateline")
    assert "".join(dateline.itertext()) == f"Zenda, {words}"
    assert next(dateline.iter(f"{TEI}date")).get("when") == when
    assert written.telegram.dtg == dtg
    assert written.telegram.attributes["place"] == "Zenda"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("He named [2 lines not declassified] men.", "withheld"),
        ("He named [REDACTED] men.", "withheld"),
        ("He named XXXXXXXXXXXX.", "withheld"),
        ("He named [3 words illegible].", "illegible"),
        ("He named [garble] men.", "illegible"),
        ("He named [omission in the source text].", "omitted"),
        ("He named [...]", "omitted"),
    ],
)
def test_gaps(text: str, reason: str) -> None:
    written = tf.to_tei(tf.Telegram(body=(tf.Paragraph(text, 1),)), profile="frus")
    (gap,) = root(written).iter(f"{TEI}gap")
    assert gap.get("reason") == reason
    assert "".join(gap.itertext()) in text
    assert texts(root(written), "p")[-1] == f"1. {text}"


@pytest.mark.parametrize(
    "fields",
    [
        {"captions": ("NODIS", "HARVAN/PLUS"), "classification": tf.Classification.SECRET},
        {"captions": ("NODIS", "SIPDIS"), "classification": None},
        {"passing": ("From Verrall for Holloway", "Zenda pass Kingsport.")},
        {"passing": ("For Ambassador from Holloway",), "message_id": None},
        {"precedence": tf.Precedence.NIACT_IMMEDIATE},
        {"message_id": tf.MessageId(2009, "STATE", 1089, "A")},
        {"originator": None},
        {"originator": tf.Address("Embassy in Ruritania"), "to": (tf.Address("the Port"),)},
    ],
)
def test_what_prints_have_in_other_places_reads_back(fields: dict[str, object]) -> None:
    given = tf.evolve(tf.parse(load("flood")).telegram, transmission=None, **fields)  # type: ignore[arg-type]
    said = tf.to_tei(given, profile="frus").telegram
    for name in fields:
        found, wanted = getattr(said, name), getattr(given, name)
        if name == "passing":
            wanted = tuple(words.removesuffix(".") for words in wanted)
        assert found == wanted


def test_what_is_no_gap() -> None:
    text = "He named [sic] XXXXXXX [see below] and 1 missing line."
    assert not list(root(tf.to_tei(tf.Telegram(body=(tf.Paragraph(text),)))).iter(f"{TEI}gap"))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"transmission": None, "validation": "0142"}, {"validation": "relay"}),
        ({"transmission": None, "exempted": (tf.Address("AMEMBASSY ZENDA"),)}, {"exempted": "exempted"}),
        ({"transmission": None, "classified_by": tf.ClassificationAuthority("A B")}, {"classified_by": "authority"}),
        ({"transmission": None, "attributes": tf.Attributes({"a": "b"})}, {"attributes.a": "attributes"}),
        ({"transmission": None, "classification": tf.Classification.CONTROLLED}, {}),
        (
            {"transmission": None, "message_id": tf.MessageId(None, "ZENDA", 12), "dtg": None},
            {"references[0].message_id.year": "year"},
        ),
        (
            {
                "transmission": None,
                "references": (tf.Reference("2 MAPS", label="A"), tf.Reference("SEPTEL", "septel", "B")),
            },
            {"references": "citations"},
        ),
        ({"transmission": None, "body": (tf.Separator("*"), tf.Paragraph("A mole.", 1))}, {"body": "layout"}),
        ({"transmission": None, "body": (tf.Paragraph("A\x1b mole.", 1),)}, {"body[0].text": "character"}),
        ({"transmission": None, "body": (tf.Paragraph("A  mole.", 1),)}, {"body[0].text": "blanks"}),
        (
            {"transmission": None, "body": (tf.Paragraph("For Verrall.\n\nA mole."),)},
            {"passing": "misread", "body[0].text": "misread"},
        ),
    ],
)
def test_losses(fields: dict[str, object], told: dict[str, str]) -> None:
    written = tf.to_tei(tf.evolve(reading().telegram, **fields), profile="frus")  # type: ignore[arg-type]
    assert {loss.path: loss.code for loss in written.losses} == told
