"""Published telegrams, which stand beside the repository, if at all: how much of them is read, and how rightly."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import telegram_format as tf

SHARED = Path(__file__).parents[2] / "shared"
CORPUS = SHARED / "corpus"
SCORE = SHARED / "score"

here = pytest.mark.skipif(not CORPUS.is_dir(), reason="no published telegrams at ../shared/corpus")
scored = pytest.mark.skipif(not SCORE.is_dir(), reason="no published facts at ../shared/score")

LEAST = 0.95
"""The share of each kind of fact that is found."""


@cache
def readings(folder: str, pattern: str) -> tuple[tf.Reading, ...]:
    return tuple(tf.read(path) for path in sorted((CORPUS / folder).glob(pattern)))


@here
@pytest.mark.parametrize(("folder", "pattern"), [("cablegate-text", "*.txt"), ("cablegate-html", "*.html")])
def test_published_cables_are_read(folder: str, pattern: str) -> None:
    """Half of them are read to 99.5 %, the worst hundredth to 95 %; each is known for what it is, and kept."""
    found = readings(folder, pattern)
    assert len(found) > 200
    shares = sorted(reading.coverage for reading in found)
    assert statistics.median(shares) >= 0.995
    assert shares[len(shares) // 100] >= LEAST
    assert {reading.format for reading in found} == {"cablegate"}
    for reading in found:
        assert reading.source.name is not None
        assert bytes(reading.source) == Path(reading.source.name).read_bytes()


@here
def test_a_page_and_its_text_say_the_same() -> None:
    """What is told of a page is told of its text, but for what only the page's own table knows."""
    pages = readings("cablegate-html", "*.html")
    texts = readings("cablegate-text", "*.txt")
    differing = [
        str(page.source.name)
        for page, text in zip(pages, texts, strict=True)
        for name in ("subject", "dtg", "tags", "to", "info", "signatures", "classified_by", "executive_order")
        if getattr(page.telegram, name) != getattr(text.telegram, name)
    ]
    assert len(set(differing)) <= len(pages) // 100, differing


@here
@pytest.mark.parametrize(
    "folder", ["navadmin", "frus", "acp127-ocr", "nara-heads", "smart", "wmo", "aftn", "seed"], ids=str
)
def test_other_telegrams_are_kept(folder: str) -> None:
    """Variants that no reader knows are kept as they are, and every place lies in them."""
    paths = sorted(path for path in (CORPUS / folder).iterdir() if path.is_file())
    assert paths
    for path in paths[:: max(1, len(paths) // 60)]:
        reading = tf.read(path)
        assert bytes(reading.source) == path.read_bytes()
        assert 0 <= reading.coverage <= 1
        length = len(reading.source.data)
        assert all(0 <= start <= end <= length for spans in reading.trace.values() for start, end in spans)


@pytest.fixture(scope="module")
def seed() -> tf.Reading:
    """07 USUN NEW YORK 799 in its Markdown rendering."""
    return tf.read(CORPUS / "seed" / "07USUNNEWYORK799.md")


@here
def test_header_of_the_seed(seed: tf.Reading) -> None:
    telegram = seed.telegram
    assert (seed.format, seed.carrier) == ("cablegate", "markdown")
    assert telegram.transmission == tf.Transmission(
        "XRO0227",
        tf.Precedence.IMMEDIATE,
        ("RUEHBC", "RUEHDE", "RUEHIHL", "RUEHKUK"),
        "RUCNDT",
        "0799",
        1,
        "2702154",
        "CCCCC",
        ("ZZH",),
    )
    assert telegram.message_id == tf.MessageId(2007, "USUN NEW YORK", 799)
    assert telegram.precedence is tf.Precedence.IMMEDIATE
    assert telegram.dtg == tf.DateTimeGroup(27, 21, 54, "Z", 9, 2007)
    assert telegram.originator == tf.Address("USMISSION USUN NEW YORK")
    now = tf.Precedence.IMMEDIATE
    assert telegram.to == (tf.Address("SECSTATE WASHDC", "RUEHC", now, "2663"),)
    assert telegram.info == (
        tf.Address("IRAQ COLLECTIVE", "RUCNRAQ", now),
        tf.Address("UN SECURITY COUNCIL COLLECTIVE", "RUEHGG", now),
        tf.Address("AMEMBASSY BAGHDAD", "RUEHGB", now, "0607"),
        tf.Address("USEU BRUSSELS", "RUEHBS", now),
    )


@here
def test_heading_of_the_seed(seed: tf.Reading) -> None:
    telegram = seed.telegram
    assert telegram.classification is tf.Classification.CONFIDENTIAL
    assert telegram.section == tf.Section(1, 2)
    assert telegram.captions == ("SIPDIS",)
    assert len(seed.trace["captions[0]"]) == 2
    assert telegram.executive_order is not None
    assert telegram.executive_order.number == "12958"
    assert str(telegram.executive_order.declassify_on) == "2012-09-28"
    assert [tag.code for tag in telegram.tags] == ["PREL", "PGOV", "PHUM", "IZ"]
    assert telegram.subject == "NEW UN ENVOY TO IRAQ OUTLINES FIRST STEPS"
    assert telegram.classified_by == tf.ClassificationAuthority("Zalmay Khalilzad", "Ambassador", ("1.4(b)", "1.4(d)"))


@here
def test_text_of_the_seed(seed: tf.Reading) -> None:
    telegram = seed.telegram
    assert [paragraph.number for paragraph in telegram.paragraphs] == list(range(1, 9))
    assert {paragraph.marking for paragraph in telegram.paragraphs} == {"C"}
    assert [block.text for block in telegram.body if isinstance(block, tf.Heading)] == [
        "DE MISTURA ASSURED OF U.S. SUPPORT",
        "KEY PERSONNEL AND ADMINISTRATIVE ISSUES",
        "THE IRAQ COMPACT",
        "NEXT STEPS",
    ]
    assert telegram.paragraphs[0].role == "summary"
    assert [aside.role for paragraph in telegram.paragraphs for aside in paragraph.asides] == ["action request", "note"]
    assert telegram.signatures == ("KHALILZAD",)


@here
def test_the_paragraph_over_the_page_mark_is_whole(seed: tf.Reading) -> None:
    paragraph = seed.telegram.paragraphs[4]
    assert "accelerate action, including the use of subcontractors" in paragraph.text
    assert "00000799" not in paragraph.text
    passage = seed.where("paragraphs[4].text")
    assert passage is not None
    assert len(passage.spans) == 2
    (_, end), (start, _) = passage.spans
    assert b"00000799 002 OF 002" in bytes(seed.source)[end:start]


@here
def test_all_of_the_seed_is_read(seed: tf.Reading) -> None:
    assert seed.coverage == 1.0
    assert seed.unread == ()
    assert {found.code for found in seed.diagnostics} == {"paragraph-number-repaired"}
    assert bytes(seed.source) == (CORPUS / "seed" / "07USUNNEWYORK799.md").read_bytes()


@cache
def scores() -> dict[str, list[int]]:
    """Fact → how many were found, of how many, and how often reading raised."""
    command = [sys.executable, str(SCORE / "score.py"), "--json"]
    done = subprocess.run(command, capture_output=True, check=True)
    found: dict[str, list[int]] = json.loads(done.stdout)
    return found


@scored
@here
def test_facts_that_others_wrote_down() -> None:
    """Each kind of fact is found in 95 of 100 cases, and nothing is raised."""
    found = scores()
    assert len(found) > 10
    low = {
        fact: (right, total)
        for fact, (right, total, _) in found.items()
        if fact != "declassify_on" and right < LEAST * total
    }
    assert low == {}
    assert {fact: raised for fact, (_, _, raised) in found.items() if raised} == {}


@scored
def test_declassification_dates_that_others_wrote_down() -> None:
    """Compared here: the date as the fact has it, and none where it has none."""
    cases = [case for case in json.loads((SCORE / "cases.json").read_bytes()) if case["fact"] == "declassify_on"]
    assert cases

    def found(case: dict[str, str]) -> str | None:
        order = tf.parse(case["input"], format="cablegate").telegram.executive_order
        return str(order.declassify_on) if order is not None and order.declassify_on is not None else None

    wrong = [(case["input"], found(case)) for case in cases if found(case) != case["expected"]]
    assert len(wrong) <= (1 - LEAST) * len(cases), wrong
