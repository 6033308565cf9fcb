"""Published telegrams of printed volumes, which stand beside the repository, if at all.

What is read is compared with what a plain search of the markup finds: parties by their `type`, dates by `when`.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import telegram_format as tf

VOLUMES = Path(__file__).parents[3] / "shared" / "corpus" / "frus"

pytestmark = pytest.mark.skipif(not VOLUMES.is_dir(), reason="no published telegrams at ../shared/corpus/frus")

LEAST = 0.98
"""The share of each kind of fact that is found."""


@cache
def readings() -> tuple[tuple[str, tf.Reading], ...]:
    """The markup of each document, without its footnotes, and its reading."""
    paths = sorted(VOLUMES.glob("*.xml"))
    return tuple((_without_notes(path.read_bytes().decode()), tf.read(path)) for path in paths)


def test_they_are_known_and_kept_and_read() -> None:
    """Each is known; half of them are read altogether, the worst to 99 %."""
    found = [reading for _, reading in readings()]
    assert len(found) > 200
    assert sum((reading.format, reading.carrier) == ("typed", "tei") for reading in found) >= 0.99 * len(found)
    shares = sorted(reading.coverage for reading in found)
    assert statistics.median(shares) == 1.0
    assert shares[0] >= 0.99
    for reading in found:
        assert bytes(reading.source) == Path(str(reading.source.name)).read_bytes()


@pytest.mark.parametrize("fact", ["number", "date", "from", "to", "signature", "classification"])
def test_facts_of_the_markup_are_read(fact: str) -> None:
    """What the markup says of itself is what was read, in 98 of 100 documents that say it."""
    facts = [
        (said, read, reading.source.name) for xml, reading in readings() for said, read in FACTS[fact](xml, reading)
    ]
    assert len(facts) > 200
    wrong = [(said, read, name) for said, read, name in facts if said != read]
    assert len(wrong) <= (1 - LEAST) * len(facts), wrong


def test_few_telegrams_have_no_number() -> None:
    found = [reading.telegram for _, reading in readings()]
    assert sum(telegram.message_id is not None for telegram in found) >= 0.95 * len(found)


Facts = Iterator[tuple[object, object]]


def _without_notes(xml: str) -> str:
    return re.sub(r'<note\b(?![^>]*type="source").*?</note>', "", xml, flags=re.DOTALL)


def _words(xml: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", xml).split())


def _inside(xml: str, element: str) -> str:
    found = re.search(rf"<{element}\b[^>]*>(.*?)</{element}>", xml, re.DOTALL)
    return re.sub(r"<note\b.*?</note>", "", found[1], flags=re.DOTALL) if found is not None else ""


def _parties(xml: str, kind: str, field: tuple[tf.Address, ...]) -> Facts:
    """The party of the head; where the document repeats the format lines, that of those."""
    head = _inside(xml, "head")
    said = re.findall(rf'<(?:gloss|persName)\b[^>]*type="{kind}"[^>]*>(.*?)</(?:gloss|persName)>', head, re.DOTALL)
    lines = re.findall(r"(?:FM|FROM|TO|ACTION:)(?:</head>)?\s*(?:<item>)?\s*([A-Z][\w ]+)", xml)
    read = " ".join(address.name for address in field)
    if said:
        words = [_words(name).removeprefix("the ") for name in said]
        yield True, all(name in read for name in words) or any(read.startswith(line.strip()[:9]) for line in lines)


def _from(xml: str, reading: tf.Reading) -> Facts:
    sender = reading.telegram.originator
    return _parties(xml, "from", (sender,) if sender is not None else ())


def _to(xml: str, reading: tf.Reading) -> Facts:
    return _parties(xml, "to", reading.telegram.to)


def _date(xml: str, reading: tf.Reading) -> Facts:
    """The date, and the time where the markup has one; midnight ends the day."""
    found = re.search(r'<dateline.*?<date[^>]*when="(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?', xml, re.DOTALL)
    if found is None:
        return
    group, date = reading.telegram.dtg, reading.telegram.attributes.get("date", "")
    said = tuple(int(figures) for figures in found.groups() if figures is not None)
    if group is not None:
        yield said, (group.year, group.month, group.day, group.hour % 24, group.minute)[: len(said)]
    else:
        yield True, f"{said[2]}, {said[0]}" in date


def _number(xml: str, reading: tf.Reading) -> Facts:
    found = re.search(r"Telegram (\d+)", _words(_inside(xml, "head"))) or re.match(
        r"(?:[A-Za-z]+ )?(\d{1,6})(?:/[A-Z][a-z]+ \d+)?\.? [A-Z\d(“]", _words(_inside(xml, "p")) + " A"
    )
    if found is None:
        return
    telegram = reading.telegram
    known = str(telegram.message_id.number) if telegram.message_id else telegram.attributes.get("telegram_number")
    yield found[1].lstrip("0"), known and known.lstrip("0")


def _signature(xml: str, reading: tf.Reading) -> Facts:
    said = _words(_inside(xml, "signed"))
    if said:
        yield said.strip("[]"), " ".join(reading.telegram.signatures).strip("[]")


def _classification(xml: str, reading: tf.Reading) -> Facts:
    note = re.search(r"Source:.*?\. (Top Secret|Secret|Confidential|Limited Official Use)[;.]", _words(xml))
    level = reading.telegram.classification
    if note is not None:
        yield note[1].lower(), level.value if level is not None else None


FACTS = {
    "number": _number,
    "date": _date,
    "from": _from,
    "to": _to,
    "signature": _signature,
    "classification": _classification,
}
