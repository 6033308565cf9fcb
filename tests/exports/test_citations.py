"""Citations and entries of bibliographies."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import accumulate

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.examples import load

STYLES = ("chicago-note", "chicago-bibliography", "frus", "nara")

SOURCE = tf.Provenance(
    collection="Port Files",
    archive="Archives of Alderia",
    archive_place="Port Alder",
    record_group="RG 7",
    box="Box 12",
    folder="Ferries",
    accession="A-4471",
    url="https://archives.example/12",
    accessed=date(2026, 5, 1),
)
PRINTED = tf.Provenance(edition="Papers of Alderia, 2009", document="14")

A, B = tf.Address("AMEMBASSY ZENDA"), tf.Address("SECSTATE WASHDC")
TELEGRAM = tf.Telegram(
    message_id=tf.MessageId(2009, "ZENDA", 857),
    dtg=tf.DateTimeGroup(12, 18, 0, "Z", 7, 2009),
    originator=A,
    to=(B,),
    subject="FERRY TALKS",
)


EXPECTED = {
    "chicago-note": (
        "AMEMBASSY ZENDA to SECSTATE WASHDC, telegram 857, July 12, 2009, A-4471, Ferries, Box 12, Port Files, RG 7,"
        " Archives of Alderia, Port Alder, https://archives.example/12."
    ),
    "chicago-bibliography": (
        "AMEMBASSY ZENDA. Telegram 857 to SECSTATE WASHDC, July 12, 2009. RG 7. Port Files. Box 12, Ferries, A-4471."
        " Archives of Alderia, Port Alder. https://archives.example/12."
    ),
    "frus": (
        "Telegram 857 from AMEMBASSY ZENDA to SECSTATE WASHDC, July 12, 2009; Archives of Alderia, RG 7, Port Files,"
        " Box 12, Ferries, A-4471; https://archives.example/12."
    ),
    "nara": (
        "Telegram 857, AMEMBASSY ZENDA to SECSTATE WASHDC, “FERRY TALKS,” July 12, 2009; A-4471; Ferries; Box 12;"
        " Port Files; RG 7; Archives of Alderia, Port Alder"
        " [Online version available at https://archives.example/12, May 1, 2026]."
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_styles(style: str) -> None:
    assert tf.cite(TELEGRAM, style, source=SOURCE) == EXPECTED[style]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago-note", "Telegram, n.d., in Papers of Alderia, 2009, doc. 14."),
        ("chicago-bibliography", "Telegram, n.d. In Papers of Alderia, 2009, doc. 14."),
        ("frus", "Telegram; Papers of Alderia, 2009, Document 14."),
        ("nara", "Telegram."),
    ],
)
def test_what_nobody_told_is_left_out(style: str, expected: str) -> None:
    assert tf.cite(tf.Telegram(), style, source=PRINTED) == expected


def test_a_reading_is_cited_as_its_telegram() -> None:
    reading = tf.parse(load("flood"))
    assert tf.cite(reading) == tf.cite(reading.telegram)
    assert tf.cite(reading) == "AMEMBASSY PORT ALDER to SECSTATE WASHDC, telegram 142, February 3, 2009."


def test_an_unknown_style() -> None:
    with pytest.raises(tf.UnknownFormatError, match="no style 'mla'; there are: chicago-note, "):
        tf.cite(TELEGRAM, "mla")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"to": (B, A)}, "AMEMBASSY ZENDA to SECSTATE WASHDC and AMEMBASSY ZENDA, telegram 857, July 12, 2009."),
        ({"to": (B, A, B)}, "AMEMBASSY ZENDA to the Secretary, AMEMBASSY ZENDA and the Secretary, telegram 857, July"),
        ({"to": (B, A, B, A)}, "AMEMBASSY ZENDA to the Secretary and others, telegram 857, "),
        ({"originator": None}, "ZENDA to the Secretary, telegram 857, "),
        ({"to": ()}, "AMEMBASSY ZENDA, telegram 857, "),
        ({"message_id": tf.MessageId(2009, "STATE", 1089, "A")}, "AMEMBASSY ZENDA to the Secretary, telegram A-1089, "),
        ({"message_id": None}, "AMEMBASSY ZENDA to the Secretary, telegram 121800Z JUL 09, July 12, 2009."),
        (
            {"message_id": None, "dtg": tf.DateTimeGroup(12, 18, 0, "J", 7)},
            "AMEMBASSY ZENDA to the Secretary, telegram, July 12.",
        ),
        ({"dtg": None}, "AMEMBASSY ZENDA to the Secretary, telegram 857, 2009."),
        ({"dtg": tf.DateTimeGroup(31, 18, 0, "Z", 6, 2009)}, "AMEMBASSY ZENDA to the Secretary, telegram 857, 2009."),
        ({"dtg": tf.DateTimeGroup(31, 18, 0, "Z", 13, 2009)}, "AMEMBASSY ZENDA to the Secretary, telegram 857, 2009."),
        (
            {"dtg": None, "attributes": tf.Attributes({"date": "July 12, 1957"})},
            "AMEMBASSY ZENDA to the Secretary, telegram 857, July 12, 1957.",
        ),
    ],
)
def test_parts(fields: dict[str, object], expected: str) -> None:
    names = {"SECSTATE WASHDC": "the Secretary"} if "Secretary" in expected else None
    assert tf.cite(tf.evolve(TELEGRAM, **fields), names=names).startswith(expected)  # type: ignore[arg-type]


def test_a_subject_without_a_date() -> None:
    bare = tf.Telegram(subject="FERRY TALKS")
    assert tf.cite(bare, "nara") == "Telegram, “FERRY TALKS”."
    assert tf.cite(tf.evolve(TELEGRAM, subject=None), "nara").endswith("SECSTATE WASHDC, July 12, 2009.")


def test_csl() -> None:
    assert tf.to_csl(TELEGRAM, source=SOURCE) == {
        "id": "zenda-2009-857",
        "type": "personal_communication",
        "genre": "Telegram",
        "title": "FERRY TALKS",
        "author": [{"literal": "AMEMBASSY ZENDA"}],
        "recipient": [{"literal": "SECSTATE WASHDC"}],
        "number": "857",
        "publisher-place": "ZENDA",
        "issued": {"date-parts": [[2009, 7, 12]]},
        "archive": "Archives of Alderia",
        "archive-place": "Port Alder",
        "archive_collection": "Port Files",
        "archive_location": "RG 7, Box 12, Ferries, A-4471",
        "URL": "https://archives.example/12",
        "accessed": {"date-parts": [[2026, 5, 1]]},
    }
    assert tf.to_csl(tf.Telegram(), source=PRINTED, key="x") == {
        "id": "x",
        "type": "personal_communication",
        "genre": "Telegram",
        "container-title": "Papers of Alderia, 2009",
        "note": "doc. 14",
    }


@pytest.mark.parametrize(
    ("dtg", "issued"),
    [
        (tf.DateTimeGroup(12, 18, 0, "Z", 7), {"literal": "July 12"}),
        (None, {"date-parts": [[2009]]}),
    ],
)
def test_dates_of_csl(dtg: tf.DateTimeGroup | None, issued: object) -> None:
    assert tf.to_csl(tf.evolve(TELEGRAM, dtg=dtg))["issued"] == issued


def test_the_department_is_no_place() -> None:
    telegram = tf.evolve(TELEGRAM, message_id=tf.MessageId(2009, "STATE", 1))
    assert "publisher-place" not in tf.to_csl(telegram)
    printed = tf.evolve(telegram, attributes=tf.Attributes({"place": "Washington"}))
    assert tf.to_csl(printed)["publisher-place"] == "Washington"


def test_ris() -> None:
    lines = tf.to_ris(TELEGRAM, source=SOURCE, key="a\nb").split("\r\n")
    assert lines == [
        "TY  - PCOMM",
        "ID  - a b",
        "AU  - AMEMBASSY ZENDA",
        "A2  - SECSTATE WASHDC",
        "TI  - FERRY TALKS",
        "M3  - Telegram",
        "M1  - 857",
        "PY  - 2009",
        "DA  - 2009/07/12/",
        "CY  - ZENDA",
        "DB  - Archives of Alderia",
        "PP  - Port Alder",
        "AV  - Port Files, RG 7, Box 12, Ferries",
        "AN  - A-4471",
        "UR  - https://archives.example/12",
        "Y2  - 2026/05/01/",
        "ER  - ",
        "",
    ]
    assert "DA  - 2009\r\n" in tf.to_ris(tf.evolve(TELEGRAM, dtg=None))


@pytest.mark.parametrize("key", ["", "a b", "a,b", "{", "a\n"])
def test_a_key_that_bibtex_does_not_take(key: str) -> None:
    with pytest.raises(ValueError, match="is no key of BibTeX"):
        tf.to_bibtex(TELEGRAM, key=key)


def test_bibtex_without_anything() -> None:
    assert tf.to_bibtex(tf.Telegram()) == "@misc{telegram,\n  howpublished = {Telegram},\n}\n"
    assert "note = {In Papers of Alderia, 2009, doc. 14}" in tf.to_bibtex(TELEGRAM, source=PRINTED, key="k")


ANY = st.text(st.sampled_from("AZ {}\\\"'%$#&_~^,@=\r\n\t\0\x85\u2028\u202e\ud800éŁ-"), max_size=40)


@settings(max_examples=50)
@given(ANY, ANY, ANY)
@example("}", "\\", "a\r\nER  - \r\nTY  - JOUR")
def test_no_value_ends_its_field(one: str, two: str, three: str) -> None:
    """Law: an entry has the fields and lines that it has for harmless values, whatever the values hold."""
    telegram = tf.evolve(TELEGRAM, subject=f"A{one}", originator=tf.Address(f"A{two}"), to=(tf.Address(f"A{three}"),))
    source = tf.evolve(SOURCE, collection=f"A{three}", box=f"A{one}", url=f"A{two}")
    ris = tf.to_ris(telegram, source=source)
    assert [line[:6] for line in ris.split("\r\n")] == [
        line[:6] for line in tf.to_ris(TELEGRAM, source=SOURCE).split("\r\n")
    ]
    assert "\n" not in ris.replace("\r\n", "")
    bibtex = tf.to_bibtex(telegram, source=source)
    depths = list(accumulate({"{": 1, "}": -1}.get(sign, 0) for sign in bibtex))
    assert min(depths[bibtex.index("{") : bibtex.rindex("}")]) == 1
    assert depths[-1] == 0
    lines = bibtex.split("\n")
    assert [line.partition(" = ")[0] for line in lines] == [
        line.partition(" = ")[0] for line in tf.to_bibtex(TELEGRAM, source=SOURCE).split("\n")
    ]
    for line in lines[1:-2]:
        inside = re.sub(r"^  [a-z]+ = (?:\{(.*)\}|[a-z]{3}),$", r"\1", line)
        assert not re.search(r"(?<!\\)[#$%&_~^](?![0-9A-F]{2})", inside) or line.startswith("  url")
    json.dumps(tf.to_csl(telegram, source=source)).encode("ascii")
    for style in STYLES:
        assert tf.cite(telegram, style, source=source).isprintable()
