"""What sets and the lines between them say."""

from __future__ import annotations

from datetime import date

import pytest

import telegram_format as tf
from telegram_format.model.reference import Reference

HEADER = "R 141530Z MAR 31\nFM CNO WASHINGTON DC\nTO NAVADMIN\nBT\nUNCLAS\n"


def read(text: str) -> tf.Telegram:
    return tf.parse(HEADER + text, format="genadmin", carrier="plain").telegram


@pytest.mark.parametrize(
    ("text", "order", "attributes"),
    [
        ("DECL/28SEP41//", tf.ExecutiveOrder(None, date(2041, 9, 28)), {}),
        ("DECL/20410928/X1/X3//", tf.ExecutiveOrder(None, date(2041, 9, 28), None, ("X1", "X3")), {}),
        ("DECL/OADR/-//", tf.ExecutiveOrder(None, None, "OADR"), {}),
        ("DECL/31FEB2041//", tf.ExecutiveOrder(None, None, "31FEB2041"), {}),
        ("DECL/28SEP41/29SEP41//", tf.ExecutiveOrder(None, date(2041, 9, 28), "29SEP41"), {}),
        ("DECL/A/B//", None, {"DECL": "A/B"}),
        ("DECL/-//", None, {"DECL": "-"}),
        ("DECL/X1//\nDECL/X2//", tf.ExecutiveOrder(None, None, None, ("X1",)), {"DECL": "X2"}),
    ],
)
def test_declassification(text: str, order: tf.ExecutiveOrder | None, attributes: dict[str, str]) -> None:
    telegram = read(f"RMKS/PEARS.//\n{text}\n")
    assert (telegram.executive_order, dict(telegram.attributes)) == (order, attributes)


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("POC/ //", {}),
        ("POC/A//\nPOC/B//\nPOC/C//", {"POC": "A", "POC 2": "B", "POC 3": "C"}),
        (
            "REF/A/X//\nAMPN/ONE//\nAMPN/TWO//\nREF/B/Y//\nAMPN/THREE//",
            {"AMPN A": "ONE", "AMPN A 2": "TWO", "AMPN B": "THREE"},
        ),
        ("AMPN/NONE//", {"AMPN": "NONE"}),
        ("REF/LONG BOOK/X//\nAMPN/ONE//", {"AMPN": "ONE"}),
        ("REF/BOOK//\nAMPN/ONE//", {"AMPN": "ONE"}),
        ("MSGID/GENADMIN/\nCNO//", {"MSGID": "GENADMIN/ CNO"}),
    ],
)
def test_attributes(text: str, attributes: dict[str, str]) -> None:
    assert dict(read(text).attributes) == attributes


@pytest.mark.parametrize(
    ("text", "subject", "marking"),
    [
        ("SUBJ/ //", None, None),
        ("SUBJ/PEARS//", "PEARS", None),
        ("SUBJ/(U) PEARS//", "PEARS", "U"),
        ("SUBJ/(XYZ) PEARS//", "(XYZ) PEARS", None),
        ("SUBJ/(U)//", "(U)", None),
        ("SUBJ: PEARS//\n", "PEARS", None),
        ("SUBJ: PEARS\nAND PLUMS\n\n1. RIPE.", "PEARS AND PLUMS", None),
        ("SUBJ:", None, None),
        ("SUBJ: PEARS AND\n\nSUBJ/PEARS AND PLUMS//", "PEARS AND PLUMS", None),
    ],
)
def test_subject(text: str, subject: str | None, marking: str | None) -> None:
    telegram = read(text)
    assert (telegram.subject, telegram.subject_marking) == (subject, marking)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("REF/A/DOC/SECNAV/14DEC30//", Reference("DOC/SECNAV/14DEC30", "other", "A")),
        ("REF/-/5 FAH-2//", Reference("5 FAH-2", "manual")),
        ("REF/DOC X//", Reference("DOC X")),
        ("REF/REF A/MEMO/ROE//", Reference("MEMO/ROE", "letter", "A")),
        ("REF/A/EMAIL/ROE/1JAN31//", Reference("EMAIL/ROE/1JAN31", "email", "A")),
        ("REF/A/CON/ROE//", Reference("CON/ROE", "meeting", "A")),
        ("REF/A/MSG/CNO/151200ZJAN2031//", Reference("MSG/CNO/151200ZJAN2031", "dtg", "A")),
        ("REF/A/MSG/CNO//", Reference("MSG/CNO", "cable", "A")),
        (
            "REF/A/MSG/NAVADMIN 007/30//",
            Reference("MSG/NAVADMIN 007/30", "cable", "A", tf.MessageId(2030, "NAVADMIN", 7)),
        ),
        (
            "REF/A/LOME 12/EXDIS/-/NOTAL//",
            Reference("LOME 12", "cable", "A", tf.MessageId(2031, "LOME", 12), ("EXDIS", "NOTAL")),
        ),
        (
            "REF/A/DOC/X//\nNARR/REF A IS THE NAVADMIN 008/30.//",
            Reference("DOC/X", "cable", "A", tf.MessageId(2030, "NAVADMIN", 8)),
        ),
        (
            "REF/A/LTR/X//\nNARR/REF A IS NAVADMIN 008/30. REF C IS NAVADMIN 009/30.//",
            Reference("LTR/X", "letter", "A"),
        ),
    ],
)
def test_reference(text: str, reference: Reference) -> None:
    assert read(text).references == (reference,)


def test_an_empty_reference_is_none() -> None:
    assert read("REF/A/ //").references == ()


@pytest.mark.parametrize(
    ("line", "number", "captions"),
    [
        ("NAVADMIN 264/22", tf.MessageId(2022, "NAVADMIN", 264), ()),
        ("NAVADMIN //264/22//", tf.MessageId(2022, "NAVADMIN", 264), ()),
        ("NAVADMIN/264/2O22", None, ()),
        ("ALARACT 015/2023", tf.MessageId(2023, "ALARACT", 15), ()),
        ("ALNAV 0l5/23 (CORRECTED COPY)", tf.MessageId(2023, "ALNAV", 15), ("CORRECTED COPY",)),
        ("NAVADMIN 264/22, PEARS", None, ()),
        ("NAVADMIN 264/22/3", None, ()),
    ],
)
def test_series(line: str, number: tf.MessageId | None, captions: tuple[str, ...]) -> None:
    telegram = read(f"{line}\nSUBJ/PEARS//\n")
    assert (telegram.message_id, telegram.captions) == (number, captions)


@pytest.mark.parametrize(
    ("line", "level", "code", "passing"),
    [
        ("UNCLAS //N01234//", "unclassified", "N01234", ()),
        ("UNCLAS/N01234//", "unclassified", "N01234", ()),
        ("UNCLAS N01234//", "unclassified", "N01234", ()),
        ("UNCLAS SECTION 1 OF 2 //01234//", "unclassified", "01234", ()),
        ("//N01234//", None, "N01234", ()),
        ("CUI", "controlled unclassified information", None, ()),
        ("CONTROLLED UNCLASSIFIED INFORMATION", "controlled unclassified information", None, ()),
        (
            "UNCLAS //N01234// PERSONAL FOR COMMANDING OFFICERS",
            "unclassified",
            "N01234",
            ("PERSONAL FOR COMMANDING OFFICERS",),
        ),
    ],
)
def test_classification(line: str, level: str | None, code: str | None, passing: tuple[str, ...]) -> None:
    text = HEADER.replace("UNCLAS\n", f"{line}\n") + "SUBJ/PEARS//\n"
    telegram = tf.parse(text, format="genadmin", carrier="plain").telegram
    found = telegram.classification
    assert (found and found.value, telegram.attributes.get("SSIC"), telegram.passing) == (level, code, passing)


@pytest.mark.parametrize(
    ("text", "signatures", "numbers"),
    [
        ("1. A.\n2. RELEASED BY ADM ROE.", ("ADM ROE",), (1, 2)),
        ("1. A.\n\nReleased by ADM Roe", ("ADM Roe",), (1,)),
        ("1. A.\n\nRELEASED BY ADM ROE.\n\nRELEASED BY VADM COE.", ("ADM ROE", "VADM COE"), (1,)),
        ("RELEASED BY ADM ROE, N1", ("ADM ROE, N1",), ()),
        ("1. THIS WAS\nRELEASED BY ADM ROE.", (), (1,)),
        ("1. RELEASED BY ADM ROE.\n\n2. NOT THE END.", (), (1, 2)),
        ("1. NOT RELEASED BY ADM ROE.", (), (1,)),
    ],
)
def test_release(text: str, signatures: tuple[str, ...], numbers: tuple[int, ...]) -> None:
    telegram = read(f"RMKS/{text}//\n")
    assert telegram.signatures == signatures
    assert tuple(paragraph.number for paragraph in telegram.paragraphs) == numbers


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("FM CNO WASHINGTON DC//N1//", ("N1",)),
        ("FM CNO WASHINGTON DC/N1//", ("N1",)),
        ("FM CNO WASHINGTON DC//N1/N2//\nFM CNO WASHINGTON DC//N3//", ("N1", "N2")),
        ("PASS TO OFFICE CODES:\nCNO WASHINGTON DC//N1//", ("N1",)),
        ("FM CNO WASHINGTON DC", ()),
    ],
)
def test_office_codes(line: str, codes: tuple[str, ...]) -> None:
    telegram = read(f"{line}\nSUBJ/PEARS//\n")
    assert telegram.originator == tf.Address("CNO WASHINGTON DC", office_codes=codes)


def test_many_messages() -> None:
    """Only so many are set apart at once."""
    reading = tf.parse("R 141530Z MAR 31\nBT\nNNNN\n" * 1003, format="genadmin", carrier="plain")
    assert len(reading.embedded) == 1000
    assert [len(inner.embedded) for inner in reading.embedded[-2:]] == [0, 2]


def test_a_header_may_end_without_its_sign() -> None:
    text = "ROUTINE\nR 141530Z MAR 31\nFM CNO WASHINGTON DC\nTO NAVADMIN\nCMC\nNAVADMIN 003/31\nSUBJ/PEARS//\n"
    telegram = tf.parse(text, format="genadmin", carrier="plain").telegram
    assert [address.name for address in telegram.to] == ["NAVADMIN", "CMC"]
    assert telegram.message_id == tf.MessageId(2031, "NAVADMIN", 3)
