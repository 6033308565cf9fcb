"""Message numbers in every printed form."""

from __future__ import annotations

import json
import pickle
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.errors import MessageIdError
from telegram_format.model.message_id import MessageId
from telegram_format.vocab.tables import not_stations, post_names, station_prefixes

FACTS = Path(__file__).parents[3] / "shared" / "corpus" / "cablegate-html" / "facts.json"

USUN = MessageId(2007, "USUN NEW YORK", 799)

numbers = st.integers(1, 9_999_999)
years = st.none() | st.integers(1900, 2099)
known_stations = st.sampled_from(sorted(post_names().values()))
words = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=4, max_size=9).map(lambda word: "X" + word)


@pytest.mark.parametrize(
    "text",
    [
        "07USUNNEWYORK799",
        "07 USUN NEW YORK 799",
        "07 USUN NEW YORK 000799",
        "2007 USUN NEW YORK 00000799",
        "2007USUNNE00799",
        "2007USUNN00799",
        "(07) USUN NEW YORK 799",
        "'07 USUN New York 799",
        "007 USUN NEW YORK 799",
        "O7 USUN NEW YORK 799",
        "07-USUN NEW YORK-799",
        "07 USUN NEW Y 00000799",
        "07 USUN NE YORK 799",
        "07 USUN 799",
        "USUN NEW YORK 799 (07)",
        "USUN NEW YORK 799 (2007)",
        "USUN NEW YORK 799-07",
        "USUN NEW YORK (07) 799",
        "07 USUN\n\nNEW  YORK 799.",
        "07 USMISSION USUN NEW YORK #799",
        "07 USUN NEW YORK NO. 799",
        "07 USUN NEW YORK: 799",
        "07 USUN NEW YORK (C)799",
        "07 USUN NEW YORK cables 0799",
        "07USUNNEWYORK799_a",
        "07USUNNEWYORK000799ZFR2585",
        "07 USUN NEW YORK 799 ZDK 164",
        "07USUNNEWYORK799SUSPECTEDDUPLICATE1392",
        "07USUNNEWYORK799TOSEC140323",
        "07 USUN NEW YORK 799 CORRECTED COPY",
        "07 USUN NEW YORK 799 C O R R E C T E D COPY",
        "07 USUN NEW YORK 799 SECTION 01 OF 02",
        "07EFTOUSUNNEWYORK799",
        "07SECTION02OF03USUNNEWYORK799",
        "07 UNCLAS SECTION 01 OF 02 USUN NEW YORK 000799",
    ],
)
def test_printed_forms(text: str) -> None:
    found = MessageId.parse(text)
    assert found == USUN
    assert hash(found) == hash(USUN)
    assert found.written == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("870 ULAANBAATAR", MessageId(None, "ULAANBAATAR", 870)),
        ("#870 Ulaanbaatar (06)", MessageId(2006, "ULAANBAATAR", 870)),
        ("094PANAMA12", MessageId(1994, "PANAMA", 12)),
        ("080TTAWA12", MessageId(2008, "OTTAWA", 12)),
        ("1977STATE123184", MessageId(1977, "STATE", 123184)),
        ("1978SANJO05140", MessageId(1978, "SAN JOSE", 5140)),
        ("1974MBFRV00241_b", MessageId(1974, "MBFR VIENNA", 241)),
        ("N'DJAMENA 511", MessageId(None, "NDJAMENA", 511)),
        ("ST. PETERSBURG 75", MessageId(None, "ST PETERSBURG", 75)),
        ("PORT-OF-SPAIN 3", MessageId(None, "PORT OF SPAIN", 3)),
        ("SECSTATE WASHDC 44", MessageId(None, "STATE", 44)),
        ("STATE085363", MessageId(None, "STATE", 85363)),
        ("73 STATE 1O1684", MessageId(1973, "STATE", 101684)),
        ("STATE 106206 CIRCULAR", MessageId(None, "STATE", 106206)),
        ("TAIPEI 3393", MessageId(None, "TAIPEI", 3393)),
        ("NAVADMIN 264/22", MessageId(2022, "NAVADMIN", 264)),
        ("ALARACT 015/2023", MessageId(2023, "ALARACT", 15)),
        ("65 PARIS 1", MessageId(2065, "PARIS", 1)),
        ("66 PARIS 1", MessageId(1966, "PARIS", 1)),
        ("STATE A-1089", MessageId(None, "STATE", 1089, "A")),
        ("73STATE-A1089", MessageId(1973, "STATE", 1089, "A")),
        ("STATE CA-3400", MessageId(None, "STATE", 3400, "CA")),
        ("Amembassy Erehwon 12", MessageId(None, "EREHWON", 12)),
        ("07EREHWON12", MessageId(2007, "EREHWON", 12)),
        ("07  Nueva   Erehwon 12", MessageId(2007, "NUEVA EREHWON", 12)),
    ],
)
def test_other_forms(text: str, expected: MessageId) -> None:
    assert MessageId.parse(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PARIS",
        "799",
        "06 PARIS",  # a year that lacks its number
        "2008 PARIS",
        "870 EREHWON",  # number first only before a known station
        "870 BEIJIG",
        "NOV 2",
        "DTG 301601Z SEP 08",
        "SECDEF R162245Z OCT 08",
        "E.O. 12958",
        "12 FAM 540",
        "UNSCR 1737",
        "REF EREHWON 12",
        "KABUL 936/935",
        "KABUL 36/35",
        "TD-314/21795-05",
        "IIR 6 832 0617 08",
        "OSC EUP20080707950031",
        "EXP.LIC. D328589",
        "EREHWON12",  # glued, and neither year nor known station
        "07 NUEVA EREHWON12",
        "EREHWON 12-07",
        "EREHWON 1O2",
        "EREHWON 12/07",
        "AB 12",
        "ONE TWO THREE FOUR FIVE 12",
        "MERIDA 2.0",
        "PARIS 123456789",
        "PARIS \u0661\u0662",
        "07\u25a1PARIS 12",
        "A" * 200 + " 1",
    ],
)
def test_no_message_number(text: str) -> None:
    with pytest.raises(MessageIdError, match="no message number"):
        MessageId.parse(text)


def test_the_error_is_a_value_error_and_short() -> None:
    with pytest.raises(ValueError, match="no message number") as caught:
        MessageId.parse("?" * 100_000)
    assert len(str(caught.value)) < 120


def test_default_year_counts_only_where_the_text_names_none() -> None:
    assert MessageId.parse("PARIS 1", year=2009).year == 2009
    assert MessageId.parse("08 PARIS 1", year=2009).year == 2008


@pytest.mark.parametrize("text", ["08COTON0U348", "06EFTOBAKU1165", "BEIJIG 3", "080TTAWA12", "LODNON 4"])
def test_damaged_station_is_said(text: str) -> None:
    assert MessageId.parse(text).repaired


@pytest.mark.parametrize("text", ["SECSTATE 3", "HCMC 3", "1978SANJO05140", "07EREHWON12", "07PARIS1", "870 QUITO"])
def test_whole_station_is_not_called_damaged(text: str) -> None:
    assert not MessageId.parse(text).repaired


@pytest.mark.parametrize("written", [None, "no id", "A" * 500])
def test_value_that_was_not_parsed_is_not_repaired(written: str | None) -> None:
    assert not MessageId(2007, "PARIS", 1, written=written).repaired


@pytest.mark.parametrize(
    ("message_id", "compact", "printed"),
    [
        (USUN, "07USUNNEWYORK799", "07 USUN NEW YORK 799"),
        (MessageId(None, "PARIS", 1), "PARIS1", "PARIS 1"),
        (MessageId(2000, "PARIS", 1), "00PARIS1", "00 PARIS 1"),
        (MessageId(1958, "PARIS", 1), "1958PARIS1", "1958 PARIS 1"),
        (MessageId(1973, "STATE", 1089, "A"), "73STATE-A1089", "73 STATE A-1089"),
        (MessageId(2010, "MAZAR-E SHARIF", 2), "10MAZARESHARIF2", "10 MAZAR-E SHARIF 2"),
    ],
)
def test_compact_and_printed(message_id: MessageId, compact: str, printed: str) -> None:
    assert message_id.compact == compact
    assert str(message_id) == printed


def test_what_was_written_is_no_part_of_the_value() -> None:
    assert MessageId(2007, "PARIS", 1, written="07PARIS1") == MessageId(2007, "PARIS", 1)
    assert MessageId(2007, "PARIS", 1) != MessageId(2007, "PARIS", 1, "A")


def test_frozen_and_pickled() -> None:
    with pytest.raises(AttributeError):
        USUN.number = 1  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(USUN)) == USUN


@given(years, known_stations, numbers, st.sampled_from([None, "A", "CA"]))
def test_known_stations_survive_printing(year: int | None, station: str, number: int, suffix: str | None) -> None:
    """Law: for a known station, parsing the printed or the compact form gives the id back, undamaged."""
    message_id = MessageId(year, station, number, suffix)
    for text in (str(message_id), message_id.compact):
        found = MessageId.parse(text)
        assert found == message_id
        assert not found.repaired


@given(years, st.lists(words, min_size=1, max_size=3).map(" ".join), numbers)
def test_unknown_stations_survive_printing(year: int | None, station: str, number: int) -> None:
    """Law: an id of an unknown station, once parsed, is given back by what it prints."""
    text = str(MessageId(year, station, number))
    if len(station.replace(" ", "")) > 18:
        with pytest.raises(MessageIdError):
            MessageId.parse(text)
    else:
        found = MessageId.parse(text)
        assert MessageId.parse(str(found)) == found
        assert found.number == number


@given(st.text() | st.text("0123456789AO PARISTE()-/#._'NO", max_size=40))
def test_any_text_is_an_id_or_a_value_error(text: str) -> None:
    """Law: parsing raises nothing but `MessageIdError`, and what it gives keeps the text and prints to itself."""
    try:
        found = MessageId.parse(text)
    except MessageIdError:
        return
    assert found.written == text
    assert MessageId.parse(str(found)) == found


@pytest.mark.parametrize(
    "unit",
    ["A", "A ", "A1", "A 1", "07 A", " A-", "A.", " ZFR", "A NO. ", "A (C)", "O1", "A (12) #", "_", "SECTION 1 OF 1 "],
)
def test_no_text_takes_long(unit: str) -> None:
    """Law: the time of a text is bounded by that of the longest text looked at; ten megabytes cost nothing."""
    begin = time.perf_counter()
    for text in ("07 " + unit * (155 // len(unit)), unit * (10_000_000 // len(unit))):
        with pytest.raises(MessageIdError):
            MessageId.parse(text)
    assert time.perf_counter() - begin < 1


def test_no_word_before_a_number_is_taken_for_a_station() -> None:
    for word in [*not_stations(), *station_prefixes()]:
        with pytest.raises(MessageIdError):
            MessageId.parse(f"{word} 12")


@pytest.mark.skipif(not FACTS.exists(), reason="needs the published pages in ../shared/corpus")
def test_published_ids_come_back() -> None:
    """Ids of published pages are compact forms; those that do not come back have garbage in front of the station."""
    published = json.loads(FACTS.read_bytes())
    changed = [text for text in published if MessageId.parse(text).compact != text]
    assert all("EFTO" in text for text in changed)
    assert len(published) > 50 * len(changed)
