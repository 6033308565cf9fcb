"""Messages of tape relay networks and what is read in them. A case is two files: the text as it came, and what it says.

In the second, `fields` are paths of the telegram (`to[0].name`; `paragraphs[].number` is the list of all) or of the
reading (`embedded[].telegram.subject`) with their values; `where` are places by what stands there, as UTF-8;
`diagnostics` are the codes, all of them; `coverage` is the least; `context` is what the caller knows.
"""

from __future__ import annotations

import json
import re
import statistics
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import telegram_format as tf

ValueAt = Callable[[tf.Reading, str], object]
WordsAt = Callable[[tf.Reading, str], list[str] | None]

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
here = pytest.mark.skipif(not CORPUS.is_dir(), reason="no published telegrams at ../shared/corpus")

FIXTURES = Path(__file__).parents[1] / "fixtures"
TEXTS = [path for name in ("acp127", "janap128") for path in sorted((FIXTURES / name).glob("*.txt"))]
KEYS = {"what", "context", "fields", "where", "diagnostics", "coverage"}
OTHERWISE = {"state_heading": "cablegate", "only_text": "plain", "header_missing": "acp127"}
"""Cases that are read so only where the format is named, and what they are taken for."""


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_fixture(path: Path, value_at: ValueAt, words_at: WordsAt) -> None:
    data = path.read_bytes()
    expected = json.loads(path.with_suffix(".json").read_bytes())
    context = tf.Context(**expected.get("context", {}))
    reading = tf.parse(data, format=path.parent.name, carrier="plain", context=context)
    assert {name: value_at(reading, name) for name in expected["fields"]} == expected["fields"]
    assert {name: words_at(reading, name) for name in expected.get("where", {})} == expected.get("where", {})
    assert sorted({found.code for found in reading.diagnostics}) == expected["diagnostics"]
    unread = [passage.text for passage in reading.unread]
    assert reading.coverage >= expected["coverage"], unread
    assert bytes(reading.source) == data


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_message_is_known_without_its_name(path: Path) -> None:
    assert tf.detect(path.read_bytes()).format == OTHERWISE.get(path.stem, path.parent.name)


def test_every_case_is_two_files_with_known_keys() -> None:
    assert {path.with_suffix(".txt") for name in ("acp127", "janap128") for path in (FIXTURES / name).iterdir()} == set(
        TEXTS
    )
    for path in TEXTS:
        keys = json.loads(path.with_suffix(".json").read_bytes()).keys()
        assert keys <= KEYS, path.name
        assert keys >= KEYS - {"context", "where"}, path.name


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("ZCZC AAA001 010101\nGG LZSAAAAA\n010101 LZSAAAAA\nRUNWAY CLOSED\nNNNN\n", "plain"),
        ("FXUS61 KABC 151413\nAFDABC\n\nRAIN.\n\nNNNN\n", "plain"),
        ("R 141530Z MAR 31\nFM CNO\nTO NAVADMIN\nBT\nUNCLAS\nMSGID/GENADMIN/CNO//\nSUBJ/PEARS//\n", "genadmin"),
        (
            "RTTUZYUW RUEWABC0123 1351530-UUUU--RUEWDEF.\nR 141530Z MAR 31\nFM CNO\nBT\nUNCLAS\nMSGID/GENADMIN/CNO//\n",
            "genadmin",
        ),
        ("R 141530Z MAR 31\nFM CNO\nTO NAVADMIN\nBT\nUNCLAS\nNAVADMIN 029/31\nSUBJ: PEARS//\n1. PEARS.\n", "genadmin"),
    ],
)
def test_other_texts_are_not_taken(text: str, format: str) -> None:  # noqa: A002
    assert tf.detect(text).format == format


def test_signals_are_told_in_words() -> None:
    text = (FIXTURES / "acp127" / "pilot_of_a_misroute.txt").read_bytes()
    kinds = [kind for kind, _ in tf.parse(text, format="acp127").trace.marks]
    assert "ZOV: routed by the station that follows (misroute pilot)" in kinds
    text = (FIXTURES / "acp127" / "release_code.txt").read_bytes()
    kinds = [kind for kind, _ in tf.parse(text, format="acp127").trace.marks]
    assert "release code: Australia and Canada" in kinds
    assert "special handling: US-UK EYES ONLY" in kinds


def test_an_encrypted_text_is_marked() -> None:
    reading = tf.read(FIXTURES / "acp127" / "codress.txt")
    assert "codress" in [kind for kind, _ in reading.trace.marks]


def test_a_message_is_revised() -> None:
    reading = tf.read(FIXTURES / "acp127" / "plaindress.txt")
    changed = tf.evolve(reading.telegram, originator=tf.Address("LIGHT SHIP 7"), validation="0999")
    revised = bytes(reading.revise(changed)).decode()
    assert "\nFM LIGHT SHIP 7\n" in revised
    assert revised.endswith("BT\n#0999\nNNNN\n")


class Seen(NamedTuple):
    """What a person sees in a file; of originator and first addressee the beginnings of their names."""

    file: str
    dtg: str | None
    originator: str
    to: str
    level: str | None
    precedence: str | None


LIMITED, OPEN = "limited official use", "unclassified"
SEEN = [
    Seen("104-10217-10225_14210", "071012Z MAY 69", "AMEMBASSY LONDON", "USIA WASHDC", "confidential", "routine"),
    Seen("104-10326-10090_17", "312006Z OCT 94", "DIRECTOR FBI", "CIA WASHINGTON", OPEN, "immediate"),
    Seen("104-10326-10100_20", "232045Z DEC 92", "CIA/NR", "AIG 4511", "confidential", "routine"),
    Seen("104-10332-10005_617", "060137Z SEP 95", "FBIS", "AIG 4674", None, "routine"),
    Seen("104-10433-10178_136", "081728Z JUN 68", "AMEMBASSY OTTAWA", "SECSTATE", LIMITED, "priority"),
    Seen("104-10433-10178_227", "121413Z JUN 68", "SECSTATE WASHDC", "AMEMBASSY LONDON", LIMITED, "routine"),
    Seen("104-10433-10178_80", "141621Z MAY 68", "AMEMBASSY TEGUCIGALPA", "SECSTATE", LIMITED, "routine"),
    Seen("104-10433-10209_9206", "111603Z APR 68", "DIRE", "DIRE", "secret", "routine"),
    Seen("104-10518-10312_526", "310250Z JUL 79", "DIRECTOR", "DIRECTOR", "secret", "routine"),
    Seen("194-10013-10152_96", None, "SSO KOREA", "SSO DA", OPEN, None),
    Seen("docid-32319600_37", None, "CIA", "", "secret", "priority"),
    Seen("docid-32320595_1141", "272233Z JAN 92", "FBI EL PASO", "DIRECT", OPEN, "immediate"),
    Seen("docid-32320595_1183", "272341Z JAN 92", "FBI LITTLE ROCK", "DIRECTOR", OPEN, "priority"),
    Seen("docid-32320595_381", "252325Z JAN 92", "FSI SAN ANTONIO", "DIRECT", OPEN, "priority"),
    Seen("docid-32320595_498", "280447Z JAN 92", "FBI. OKLAHOMA CITY", "DIRECTOR FBI", OPEN, "priority"),
    Seen("docid-32989749_4922", "140226Z JAN 78", "SECSTATE WASHDC", "AMEMBASSY LONDON", LIMITED, "routine"),
    Seen("docid-32989768_15", "141450Z MAR 78", "DIRECTOR FBI", "FBI JACKSON", OPEN, "routine"),
    Seen("docid-32989768_18104", "222256Z AUG 78", "DIRECTOR FBI", "FBI BIRMING", OPEN, "priority"),
    Seen("docid-32989768_2884", "282030Z JUL 78", "DIRECTOR FBI", "FBI JACKSON", OPEN, "routine"),
    Seen("docid-32989797_11133", "142026Z JUN 78", "DIRECTOR FBI", "FBI ATLANTA", None, "immediate"),
    Seen("docid-32989802_5794", "272018Z DEC 77", "DIRECTOR", "ATLANTA", None, "routine"),
    Seen("docid-32989802_714", None, "DIRECTOR FBI", "FBI ATLANTA", OPEN, "routine"),
    Seen("docid-32989803_1128", "172325Z DEC 86", "DIRECTOR", "ALL FBI FIELD", OPEN, "immediate"),
    Seen("docid-34531087_90", None, "USCINC", "", None, "priority"),
]
"""Read by eye in the files; what no eye can tell is `None`."""


@here
def test_published_messages_say_what_a_person_sees() -> None:
    found = {}
    for seen in SEEN:
        data = (CORPUS / "acp127-ocr" / f"{seen.file}.txt").read_bytes()
        telegram = tf.parse(data, format="janap128" if seen.file == "194-10013-10152_96" else "acp127").telegram
        found |= {(seen.file, name): hit for name, hit in hits(seen, telegram).items()}
    missed = [place for place, hit in found.items() if not hit]
    assert len(missed) / len(found) <= 0.1, missed


def hits(seen: Seen, telegram: tf.Telegram) -> dict[str, bool]:
    """Which of the values a person sees are those that were read."""
    found = {
        "originator": telegram.originator is not None and telegram.originator.name.startswith(seen.originator),
        "to": bool(telegram.to) and telegram.to[0].name.startswith(seen.to) if seen.to else True,
    }
    if seen.dtg is not None:
        found["dtg"] = str(telegram.dtg) == seen.dtg
    if seen.level is not None:
        found["level"] = telegram.classification is not None and telegram.classification.value == seen.level
    if seen.precedence is not None:
        found["precedence"] = telegram.precedence is not None and telegram.precedence.value == seen.precedence
    return found


@here
def test_published_messages_are_known_and_read() -> None:
    """Those that hold a State heading are State telegrams; a page without a header is none of all."""
    formats = []
    coverages = []
    for path in sorted((CORPUS / "acp127-ocr").iterdir()):
        data = path.read_bytes()
        reading = tf.parse(data, format="acp127", carrier="plain")
        assert bytes(reading.source) == data
        coverages.append(reading.coverage)
        if not re.search(r"^E\.?[O0]\.? *1\d{4}", data.decode("utf-8", "replace"), re.MULTILINE):
            formats.append(tf.detect(data).format)
    assert statistics.median(coverages) >= 0.9
    assert (formats.count("acp127") + formats.count("janap128")) / len(formats) >= 0.9
    assert formats.count("acp127") / len(formats) >= 0.9


@here
@pytest.mark.parametrize("folder", ["cablegate-text", "navadmin", "nara-heads", "smart", "seed", "wmo", "aftn"])
def test_published_telegrams_of_other_formats_are_not_taken(folder: str) -> None:
    found = {path.name: tf.detect(path.read_bytes()).format for path in sorted((CORPUS / folder).iterdir())}
    assert [name for name, reader in found.items() if reader in ("acp127", "janap128")] == []
