"""Typed and printed telegrams and what is read in them. A case is two files, as in `test_cablegate.py`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import telegram_format as tf
from telegram_format.testing import ReaderLaws
from telegram_format.testing.laws.stand import misplaced

ValueAt = Callable[[tf.Reading, str], object]
WordsAt = Callable[[tf.Reading, str], list[str] | None]

FIXTURES = Path(__file__).parents[1] / "fixtures" / "typed"
TEXTS = sorted(FIXTURES.glob("*.txt"))
KEYS = {"what", "context", "fields", "where", "diagnostics", "coverage"}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_fixture(path: Path, value_at: ValueAt, words_at: WordsAt) -> None:
    data = path.read_bytes()
    expected = json.loads(path.with_suffix(".json").read_bytes())
    context = tf.Context(**expected.get("context", {}))
    reading = tf.parse(data, format="typed", carrier="plain", context=context)
    assert {name: value_at(reading, name) for name in expected["fields"]} == expected["fields"]
    assert {name: words_at(reading, name) for name in expected.get("where", {})} == expected.get("where", {})
    assert sorted({found.code for found in reading.diagnostics}) == expected["diagnostics"]
    unread = [passage.text for passage in reading.unread]
    assert reading.coverage >= expected["coverage"], unread
    assert bytes(reading.source) == data


def test_every_case_is_two_files_with_known_keys() -> None:
    assert {path.stem for path in FIXTURES.glob("*.json")} == {path.stem for path in TEXTS}
    assert len(TEXTS) >= 12
    for path in FIXTURES.glob("*.json"):
        keys = json.loads(path.read_bytes()).keys()
        assert keys <= KEYS, path.name
        assert keys >= KEYS - {"context", "where"}, path.name


class TestLawsInTei(ReaderLaws):
    """The laws for a printed telegram in its edition's markup."""

    reader = "typed"
    carrier = "tei"
    samples = (FIXTURES.parent / "carriers" / "edition_printed.xml",)
    examples = 6


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_telegram_is_known_without_its_name(path: Path) -> None:
    found = tf.detect(path.read_bytes())
    assert (found.format, found.carrier) == ("typed", "plain")
    assert found.detection.score >= 0.6


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1. Telegram\n",
        "3. Message From the Mayor to the Harbour Master\n\nThe roof leaks.\n",
        "The Mayor in Zenda (Roe) to the Harbour Master\n\nThe roof leaks.\n",
        "FROM: Ann\nTO: Ben\nSUBJECT: the roof\n\nIt leaks.\n",
        "NO: 4\nPRIORITY\n",
        "VZCZCXYZ0007\nDE RUEHDBU #0745 1440830\nINCOMING TELEGRAM\nControl: 4471\nNO: 857, July 12\n",
    ],
)
def test_other_texts_are_not(text: str) -> None:
    assert tf.detect(text).format != "typed"


def read(words: str, *, place: str = "Port Alder", sender: str = "Embassy in Ruritania") -> tf.Reading:
    """The reading of a printed telegram that begins with `words`."""
    head = f"1. Telegram From the {sender} to the Department of State\n\n{place}, May 4, 1962, 1810Z.\n\n"
    return tf.parse(head + words, format="typed", carrier="plain")


@pytest.mark.parametrize(
    ("words", "message_id", "first"),
    [
        ("857. Ferry sails.", "1962PORTALDER857", "Ferry sails."),
        ("857 Ferry sails.", "1962PORTALDER857", "Ferry sails."),
        ("857. 1. Ferry sails.\n\n2. More.", "1962PORTALDER857", "Ferry sails."),
        ("1. Ferry sails.\n\n2. More.", None, "Ferry sails."),
        ("1. Ferry sails.", "1962PORTALDER1", "Ferry sails."),
        ("Secto 12. Ferry sails.", "1962SECTO12", "Ferry sails."),
        ("NOR B-3 85 73. Ferry sails.", "1962NORB38573", "Ferry sails."),
        ("Embtel 12. Ferry sails.", None, "Ferry sails."),
        ("41. Tosec 12. Ferry sails.", "1962PORTALDER41", "Ferry sails."),
        ("Ferry sails.", None, "Ferry sails."),
    ],
)
def test_number(words: str, message_id: str | None, first: str) -> None:
    telegram = read(words).telegram
    assert (telegram.message_id.compact if telegram.message_id else None) == message_id
    assert telegram.paragraphs[0].text == first


@pytest.mark.parametrize(
    ("sender", "place", "station"),
    [
        ("Department of State", "Washington", "STATE"),
        ("Acting Secretary of State", "Washington", "STATE"),
        ("Secretary of State", "Paris", "PARIS"),
        ("Secretary of State", "Zenda", "ZENDA"),
        ("Mission to the United Nations", "New York", "USUN NEW YORK"),
        ("Mission at the United Nations", "New York", "USUN NEW YORK"),
        ("Commander, Northern Fleet", "Zenda", None),
        ("Embassy in Ruritania", "[place not declassified]", None),
    ],
)
def test_station(sender: str, place: str, station: str | None) -> None:
    telegram = read("5. Ferry sails.", sender=sender, place=place).telegram
    assert (telegram.message_id.station if telegram.message_id else None) == station
    assert telegram.originator == tf.Address(sender)
    assert [address.name for address in telegram.to] == ["Department of State"]
    assert (telegram.attributes.get("telegram_number") is None) == (station is not None)


@pytest.mark.parametrize(
    ("sentences", "passing", "subject", "references"),
    [
        ("For Amb. Roe from Flavia. Ferry sails.", ["For Amb. Roe from Flavia"], None, []),
        ("Zenda pass Kingsport. Ferry sails.", ["Zenda pass Kingsport"], None, []),
        ("From the beginning he was late. Ferry sails.", [], None, []),
        ("Subject: Ferry of Mr. Roe. Ferry sails.", [], "Ferry of Mr. Roe", []),
        ("Subject: \n\nFerry sails.", [], None, []),
        ("Re: ferry of U.S. Navy. Ferry sails.", [], "ferry of U.S. Navy", []),
        ("Re ferry in Zenda. Ferry sails.", [], None, []),
        ("Ref: Deptel 4, 5 and 6. Ferry sails.", [], None, ["1962STATE4", "1962STATE5", "1962STATE6"]),
        ("Re Embtel 4. Ferry sails.", [], None, ["1962PORTALDER4"]),
        ("My 17; your 18. Ferry sails.", [], None, ["1962PORTALDER17", None]),
        ("Ref: a. Paris 4. b. Airgram of May. Ferry sails.", [], None, ["1962PARIS4", None]),
        ("Ref: my London 4, , ; Report. Ferry sails.", [], None, ["1962LONDON4", None]),
        ("Subject: . Ferry sails.", [], None, []),
        (
            "For Ann.\n\nFor Ben.\n\nFor Cas.\n\nFor Dan.\n\nFerry sails.",
            ["For Ann", "For Ben", "For Cas", "For Dan"],
            None,
            [],
        ),
        ("Ref: Nowhere 44. Ferry sails.", [], None, [None]),
        ("Refs: " + "paper, " * 60 + "paper. Ferry sails.", [], None, []),
    ],
)
def test_opening(sentences: str, passing: list[str], subject: str | None, references: list[str | None]) -> None:
    telegram = read(sentences).telegram
    assert list(telegram.passing) == passing
    assert telegram.subject == subject
    assert [item.message_id.compact if item.message_id else None for item in telegram.references] == references
    assert telegram.paragraphs[-1].text.endswith("Ferry sails.")


@pytest.mark.parametrize(
    ("time", "group"),
    [
        (", 8 p.m.", "042000J MAY 62"),
        ("—8:05 a.m", "040805J MAY 62"),
        (", 12:30 a.m.", "040030J MAY 62"),
        (", noon.", "041200J MAY 62"),
        ("—midnight", "042400J MAY 62"),
        (", 0720Z", "040720Z MAY 62"),
        (", 0720 hours", "040720J MAY 62"),
        (".", None),
    ],
)
def test_time(time: str, group: str | None) -> None:
    text = f"1. Telegram From the Embassy in Ruritania to the Department of State\n\nZenda, May 4, 1962{time}\n\nA b."
    telegram = tf.parse(text, format="typed").telegram
    assert (str(telegram.dtg) if telegram.dtg else None) == group
    assert telegram.attributes.get("date") == (None if group else "May 4, 1962")


@pytest.mark.parametrize(
    ("note", "level", "precedence", "captions"),
    [
        ("Source: Archive. Secret; Flash; Exdis.", "secret", "flash", ["EXDIS"]),
        ("Source: Archive. Official Use Only.", "limited official use", None, []),
        ("Source: Archive. Confidential Priority.", "confidential", "priority", []),
        ("Source: Archive. Secret; Limdis. A copy is lost.", "secret", None, ["LIMDIS"]),
        ("Source: Archive. No classification marking.", None, None, []),
        ("Source: Archive", None, None, []),
        (f"Source: Archive. Secret; Words {'of Very Many ' * 5}Words; Alpha.", "secret", None, ["ALPHA"]),
    ],
)
def test_source_note(note: str, level: str | None, precedence: str | None, captions: list[str]) -> None:
    text = f"1. Telegram From A to B\n\n{note}\n\nFerry sails."
    telegram = tf.parse(text, format="typed").telegram
    assert (telegram.classification.value if telegram.classification else None) == level
    assert (telegram.precedence.value if telegram.precedence else None) == precedence
    assert list(telegram.captions) == captions
    assert telegram.attributes["source"].startswith("Archive")
    assert [paragraph.text for paragraph in telegram.paragraphs] == ["Ferry sails."]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Repeated to Zenda, the Mission at Hentzau, and others.", ["Zenda", "Mission at Hentzau"]),
        ("Repeated for information niact to Zenda and to Mr. Roe.", ["Zenda"]),
        ("Received and repeated to St. Roe.", []),
        ("Repeated to all of them.", []),
    ],
)
def test_copies(sentence: str, names: list[str]) -> None:
    text = f"1. Telegram From A to B\n\nSource: Archive. Secret. {sentence}\n\nFerry sails."
    reading = tf.parse(text, format="typed")
    assert [address.name for address in reading.telegram.info][: len(names)] == names
    assert not list(misplaced(reading))


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Telegram From A to B\n\nFerry sails.", {"originator.name": "A", "to[].name": ["B"]}),
        ("5. Letter to the Editor\n\nFerry sails.", {"originator": None, "to": []}),
        ("5. Telegram From A to B, May 4, 1962\n\nMay 5, 1962\n\nA b.", {"attributes.date": "May 4, 1962"}),
        ("5. Telegram 857 From A to B\n\n857. Ferry sails.", {"attributes.telegram_number": "857"}),
        ("5. Telegram 857 From Zenda to B\n\nSecto 12. A b.", {"message_id": None}),
        ("5. Telegram From A to B\n\n041139Z. Ferry sails.", {"attributes.telegram_number": "041139Z"}),
        (
            "5. Telegram 857 From A to B\n\nTELEGRAM\nZENDA 858\n\nZENDA 858\nFM AMEMBASSY ZENDA\n\nA b.",
            {"message_id.number": 858},
        ),
        ("FM AMEMBASSY ZENDA\n003652\n(SECTION SOME OF TWO)\n\nA b.", {"message_id": None, "section": None}),
        ("FROM:\nTO: Zenda\n+\nACTION: EUR\nACTION: SS\n\nA b.", {"attributes.action_office": "EUR"}),
        ("OUTGOING TELEGRAM\nACTION: Amembassy ZENDA\nREF:\n\nA b.", {"message_id": None, "references": []}),
        ("FROM: ZENDA\nTO: Zenda\nPRIORITY\nNO: ABC\n\nA b.", {"precedence": "priority", "to[].name": ["Zenda"]}),
        ("FM AMEMBASSY ZENDA\nSUBJECT: FERRY", {"subject": "FERRY", "body": []}),
        ("OUTGOING TELEGRAM\n\nFerry sails.\nRoe Smith", {"signatures": []}),
        (
            "OUTGOING TELEGRAM\n\n1. (C) One.\n\n(S) Two.\n\n(Q) Three.\n\n\x0b\n\nA b.",
            {"paragraphs[].number": [1, *[None] * 4]},
        ),
        ("OUTGOING TELEGRAM\n\n1. (C) One.\n\n(S) Two.\n\n(Q) Three.", {"paragraphs[].marking": ["C", "S", None]}),
    ],
)
def test_rarer_forms(text: str, fields: dict[str, object], value_at: ValueAt) -> None:
    reading = tf.parse(text, format="typed", carrier="plain")
    found = {path: value_at(reading, path) for path in fields if not path.startswith("attributes.")}
    found |= {path: reading.telegram.attributes.get(path[11:]) for path in fields if path.startswith("attributes.")}
    assert found == fields
    assert not list(misplaced(reading))


def test_words_of_the_editors_are_marked() -> None:
    reading = read("857. He [name not declassified] and [garble] said [sic] so.")
    places = [spans for kind, spans in reading.trace.marks if kind == "words of the editors"]
    data = bytes(reading.source)
    words = [data[start:end] for ((start, end),) in places]
    assert words == [b"[name not declassified]", b"[garble]", b"[sic]"]


def test_text_alone_is_told() -> None:
    reading = tf.parse("apricots", format="typed")
    assert [note.code for note in reading.diagnostics] == ["format-not-recognised"]


@pytest.mark.parametrize(
    "change", [{"subject": "Boats"}, {"signatures": ("ROE",)}, {"precedence": tf.Precedence.FLASH}]
)
def test_revisions(change: dict[str, object]) -> None:
    reading = tf.read(FIXTURES / "printed.txt")
    telegram = tf.evolve(reading.telegram, **change)
    assert reading.revise(telegram).telegram == telegram
