"""Records of cables.csv: columns, escapes, damage."""

import csv
import io
import re
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.carriers import wikileaks_csv
from telegram_format.carriers.wikileaks_csv import WikileaksCsv
from telegram_format.kit import Source, Wrapped

FIXTURES = Path(__file__).parents[1] / "fixtures" / "carriers"
HEADER = """VZCZCXYZ0003
PP RUEHC

DE RUEHZN #0045 0711402
ZNR UUUUU ZZH
P 111402Z MAR 08
FM AMEMBASSY ZENDA
TO RUEHC/SECSTATE WASHDC PRIORITY 0312
INFO RUEHSR/AMCONSUL STRELSAU 0041"""
BODY = """UNCLAS ZENDA 000045\x20

SUBJECT: "NO BOAT" BEFORE MAY, JUNE\x20

1. (U) The ferrymen write C:\\strike on every door.\x20
RASSENDYLL"""
FACTS = {
    "identifier": "99123",
    "created": "3/11/2008 14:02",
    "message_id": "08ZENDA45",
    "origin": "Embassy Zenda",
    "classification": "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
    "references": "08ZENDA39|08Strelsau7",
}

columns = st.lists(st.text(alphabet='ab ",\\\n\r|¶', max_size=12), min_size=8, max_size=8)


def fixture(name: str) -> Source:
    return Source.of((FIXTURES / f"record_{name}.csv").read_bytes())


def opened(name: str) -> Wrapped:
    return WikileaksCsv().open(fixture(name))


def of(text: str) -> Wrapped:
    return WikileaksCsv().open(Source.of(text))


def facts(wrapped: Wrapped) -> dict[str, str]:
    return {fact.name: fact.value for fact in wrapped.facts}


def test_backslash_escapes() -> None:
    wrapped = opened("backslash_escapes")
    assert wrapped.view.text == f"{HEADER}\n\n{BODY}"
    assert facts(wrapped) == FACTS


def test_doubled_quotes() -> None:
    wrapped = opened("doubled_quotes")
    assert wrapped.view.text == f"{HEADER}\n\n{BODY}".replace("\\", "/")
    assert facts(wrapped) == FACTS


def test_further_records_are_not_in_the_view() -> None:
    wrapped = opened("two_of_them")
    assert wrapped.view.text == f"{HEADER}\n\n{BODY}"
    assert facts(wrapped) == FACTS


def test_notice_of_a_partial_extract_is_the_header() -> None:
    text = opened("partial_extract").view.text
    assert text.startswith("This record is a partial extract of the original cable.")
    assert text.endswith(f" not available.\n\n{BODY}")


def test_quote_that_is_not_closed_goes_on_to_the_end() -> None:
    body = "UNCLAS ZENDA 000045\nSUBJECT: FERRY STRIKE\nRASSENDYLL\n"
    assert opened("quote_not_closed").view.text == f"{HEADER}\n\n{body}"


def test_quotes_that_are_not_escaped_are_text() -> None:
    body = 'UNCLAS ZENDA 000045\nSUBJECT: "NO BOAT", THEY SAY\nRASSENDYLL'
    assert opened("quotes_not_escaped").view.text == f"{HEADER}\n\n{body}"


def test_commas_of_a_body_without_quotes_are_text() -> None:
    wrapped = opened("body_not_quoted")
    assert wrapped.view.text == "FM AMEMBASSY ZENDA\n\nUNCLAS ZENDA 000045, SUBJECT: NO BOAT, NO TOLL"
    assert facts(wrapped) == FACTS


def test_too_few_columns_give_facts_and_the_whole_text() -> None:
    source = fixture("seven_columns")
    wrapped = WikileaksCsv().open(source)
    assert wrapped.view.text == source.text
    assert facts(wrapped) == FACTS


@pytest.mark.parametrize(
    ("header", "body", "read"),
    [("H", "B", "H\n\nB"), ("", "B", "B"), ("H", "", "H"), ("", "", ""), ('""', '""', ""), ('"H"', '"B"', "H\n\nB")],
)
def test_empty_columns_have_no_empty_line(header: str, body: str, read: str) -> None:
    assert of(f"1,,,,,,{header},{body}\n").view.text == read


@pytest.mark.parametrize(
    ("body", "read"),
    [
        (r'"a\"b\\c\,d\ne"', r'a"b\c,dne'),
        ("a\\\nb\nc", "a\nb"),
        ("a\\", "a\\"),
        ('"a\\', "a\\"),
        ('"a" \t\n2,', "a \t"),
        ('"a"b\nc"\r\n2,', 'a"b\nc'),
        ('a"b"', 'a"b"'),
        ('"""a"""', '"a"'),
        ("\ufeffa", "\ufeffa"),
    ],
)
def test_escapes_of_the_body(body: str, read: str) -> None:
    assert of(f"1,,,,,,,{body}").view.text == read


def test_lines_before_the_record_are_left_out() -> None:
    wrapped = of("\ufeff\r\n\n1,,,,,,H,B")
    assert wrapped.view.text == "H\n\nB"
    assert [(fact.name, fact.start, fact.end) for fact in wrapped.facts] == [("identifier", 4, 5)]


def test_facts_stand_where_they_are_printed() -> None:
    source = fixture("backslash_escapes")
    found = WikileaksCsv().open(source).facts
    assert {fact.name: source.text[fact.start : fact.end] for fact in found} == FACTS


def test_fact_with_an_escape_stands_with_it() -> None:
    source = Source.of('1,2,3," Embassy ""Zenda"" ",5,6,7,8')
    (fact,) = [fact for fact in WikileaksCsv().open(source).facts if fact.name == "origin"]
    assert fact.value == 'Embassy "Zenda"'
    assert source.text[fact.start : fact.end] == 'Embassy ""Zenda""'


def test_span_over_header_and_body_is_parted_between_them() -> None:
    source = fixture("backslash_escapes")
    view = WikileaksCsv().open(source).view
    start = view.text.index("STRELSAU 0041")
    end = view.text.index("UNCLAS") + len("UNCLAS")
    assert [source.text[low:high] for low, high in view.to_source(start, end)] == ["STRELSAU 0041", "UNCLAS"]


@given(
    st.lists(st.sampled_from([*'",\\ \n\r\tab\ufeff', '","', '\\"', '""']), max_size=24).map("".join),
    st.sampled_from(['"', ""]),
    st.sampled_from(["", '"1",', '"1","2","3","4","5","6",', '"1"," 2 ","","4","5","6","7\n\n",']),
)
def test_regular_columns_are_those_of_the_scanner(words: str, quote: str, before: str) -> None:
    """Law: what the pattern of the regular columns takes, the scanner behind it takes as the same pieces and facts."""
    source = Source.of(before + quote + words)
    found = WikileaksCsv().open(source)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wikileaks_csv, "_REGULAR", re.compile(r"(?!)"))
        other = WikileaksCsv().open(source)
    assert (found.view.text, found.facts) == (other.view.text, other.facts)
    assert list(found.view.taken()) == list(other.view.taken())
    assert found.view.to_source(0, len(found.view.text)) == other.view.to_source(0, len(other.view.text))


@given(st.lists(st.sampled_from([*'",\\ \n\ra', '\\"', '""', "\\"]), max_size=30).map("".join))
def test_signs_in_quotes_are_those_that_the_pattern_finds(text: str) -> None:
    """Law: stepping by `find` from sign to sign stops where a search for the pattern does, in each kind of column."""
    for specials in (wikileaks_csv._QUOTED, wikileaks_csv._QUOTED_BODY):
        pieces: list[tuple[int, int, str | None, bool]] = []
        behind = wikileaks_csv._quoted(text, 0, specials, pieces)
        words, start = "", 0
        for special in specials.finditer(text):
            words += text[start : special.start()]
            start = special.start() + 1
            if len(special[0]) == 1:
                break
        else:
            words, start = words + text[start:], len(text)
        assert (behind, "".join(text[low:high] for low, high, _, _ in pieces)) == (start, words)


@given(columns, st.sampled_from([True, False]), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
def test_written_record_is_read(record: list[str], doubled: bool, quoting: Literal[0, 1]) -> None:
    """What the csv module writes, doubling quotes or escaping them, the carrier reads."""
    record[0] = "1"
    written = io.StringIO(newline="")
    csv.writer(written, doublequote=doubled, escapechar="\\", quoting=quoting).writerow(record)
    wrapped = of(written.getvalue())
    header, body = record[6:]
    assert wrapped.view.text == header + ("\n\n" if header and body else "") + body
    names = list(FACTS)
    assert facts(wrapped) == {name: value.strip() for name, value in zip(names, record, strict=False) if value.strip()}


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ('99123,3/11/2008 14:02,"08ZENDA45"', 1.0),
        ('\ufeff"99123","3/11/2008 4:02","08ZENDA45"', 1.0),
        ("\r\n99123,12/31/2008 14:02,", 1.0),
        ("1, 2, 3", 0.2),
        ("1,3/11/2008,A", 0.2),
        ("1. (U) A, B", 0.0),
        ('"1, 2', 0.0),
        ("FM AMEMBASSY ZENDA, A", 0.0),
        ("", 0.0),
    ],
)
def test_detection(text: str, score: float) -> None:
    assert WikileaksCsv().detect(Source.of(text)).score == score
