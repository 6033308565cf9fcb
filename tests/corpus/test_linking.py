"""A corpus linked: which telegram a reference means, which belong together, what is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from telegram_format import MessageId
from telegram_format.corpus import Links, convert, link, linking
from telegram_format.corpus.columns import SCHEMAS
from telegram_format.corpus.link_columns import LINKS
from telegram_format.corpus.store import Store
from telegram_format.errors import CorpusError

Row = dict[str, Any]
Contents = Callable[[Path], dict[str, str]]


def telegram(key: int, number: str, day: datetime | None = None, **more: Any) -> Row:
    """A row of telegrams; `number` is `07 PARIS 123`."""
    found = MessageId.parse(number)
    return {
        "telegram": key,
        "message_id": found.compact,
        "year": found.year,
        "station": found.station,
        "number": found.number,
        "date": day,
        **more,
    }


def reference(key: int, index: int, text: str, number: str | None = None, kind: str = "cable") -> Row:
    """A row of references; `number` is what the reader took `text` for."""
    row: Row = {"telegram": key, "reference": index, "text": text, "kind": kind}
    if number is not None:
        found = MessageId.parse(number)
        row |= {
            "message_id": found.compact,
            "year": found.year,
            "station": found.station,
            "number": found.number,
        }
    return row


def day(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number, 12, tzinfo=UTC)


@pytest.fixture
def corpus(tmp_path: Path) -> Callable[..., Path]:
    """`corpus(telegrams=[…], references=[…])`: the folder of a corpus with these rows."""

    def make(**tables: list[Row]) -> Path:
        store = Store(tmp_path / "corpus")
        store.begin({"to": "parquet"})
        for name, rows in tables.items():
            (store.folder / name).mkdir()
            pq.write_table(pa.Table.from_pylist(rows, SCHEMAS[name]), store.folder / name / "part-000000.parquet")
        store.finish({"digest": "0"})
        return store.folder

    return make


def rows(folder: Path, table: str) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in pq.read_table(folder / table).to_pylist()]


EARLIER = [
    telegram(1, "07 PORT ALDER 10", day(2007, 1, 5)),
    telegram(2, "06 CALVERLEY 900", day(2006, 12, 20)),
    telegram(3, "06 CALVERLEY 902", day(2006, 12, 21)),
    telegram(4, "07 CALVERLEY 902", day(2007, 11, 1)),
    telegram(5, "07 CALVERLEY 903", day(2007, 11, 2)),
    telegram(6, "07 LONDON 5", day(2007, 1, 6)),
    telegram(7, "07 CALVERLEY 904"),
]


RESOLVED = [
    ("06 CALVERLEY 900", "06 CALVERLEY 900", 2, "06CALVERLEY900", "exact"),
    ("CALVERLEY 900 (06)", "06 CALVERLEY 900", 2, "06CALVERLEY900", "exact"),
    ("2007 PORT ALDER 010", "07 PORT ALDER 10", 1, "07PORTALDER10", "exact"),
    ("07 CALVERLEY 903", "07 CALVERLEY 903", 5, "07CALVERLEY903", "exact"),  # what is written counts, even so
    ("07 LODNON 5", "07 LONDON 5", 6, "07LONDON5", "station"),
    ("PORT ALDER 10", "07 PORT ALDER 10", 1, "07PORTALDER10", "year"),
    ("PORT ALDER 10", "PORT ALDER 10", 1, "07PORTALDER10", "year"),
    ("CALVERLEY 904", "07 CALVERLEY 904", 7, "07CALVERLEY904", "year"),
    ("CALVERLEY 900", "07 CALVERLEY 900", 2, "06CALVERLEY900", "year before"),
    ("CALVERLEY 902", "07 CALVERLEY 902", 3, "06CALVERLEY902", "year before"),
    ("CALVERLEY 903", "07 CALVERLEY 903", None, "06CALVERLEY903", "missing"),  # that of 2007 was not sent yet
    ("CALVERLEY 900", "06 CALVERLEY 900", 2, "06CALVERLEY900", "year"),  # the reader went back by itself
    ("07 CALVERLEY 900", "07 CALVERLEY 900", None, "07CALVERLEY900", "missing"),
    ("STATE 77", "07 STATE 77", None, "07STATE77", "missing"),
]
"""What a reference says, the number it was read as, the telegram that is meant, its number, and how it was found."""


def test_which_telegram_a_number_means(corpus: Callable[..., Path]) -> None:
    citing = telegram(8, "07 PORT ALDER 20", day(2007, 1, 9))
    references = [reference(8, index, text, number) for index, (text, number, *_) in enumerate(RESOLVED)]
    folder = corpus(telegrams=[*EARLIER, citing], references=references)
    links = link(folder)
    found = [(RESOLVED[row[1]][0], *row[2:]) for row in rows(folder, "edges")]
    assert found == [(text, cited, taken, "cable", how) for text, _, cited, taken, how in RESOLVED]
    assert links.how == Counter(how for *_, how in RESOLVED)


def test_a_number_without_a_year_in_a_telegram_without_one(corpus: Callable[..., Path]) -> None:
    lost = telegram(8, "PORT ALDER 20")
    folder = corpus(telegrams=[*EARLIER, lost], references=[reference(8, 0, "PORT ALDER 10", "PORT ALDER 10")])
    links = link(folder)
    assert rows(folder, "edges") == [(8, 0, None, "PORTALDER10", "cable", "no year")]
    assert (links.resolved, links.missing) == (0, 0)


def test_numbers_of_other_centuries(corpus: Callable[..., Path]) -> None:
    folder = corpus(
        telegrams=[telegram(1, "1957 PARIS 7", day(1957, 12, 30)), telegram(2, "1958 PARIS 8", day(1958, 1, 3))],
        references=[reference(2, 0, "PARIS 7", "1958 PARIS 7")],
    )
    link(folder)
    assert rows(folder, "edges") == [(2, 0, 1, "1957PARIS7", "cable", "year before")]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("MSG/COMHARBOR/051200ZJAN07", 1),
        ("AMEMBASSY PORT ALDER DTG 051200Z JAN 2007", 2),
        ("AMEMBASSY LIMA 051200Z JAN 07", None),
        ("COMHARBOR 061200Z JAN 07", None),
        ("COMBOTH AND COMHARBOR 051200Z JAN 07", None),
    ],
)
def test_which_telegram_a_date_time_group_means(corpus: Callable[..., Path], text: str, cited: int | None) -> None:
    sent: Row = {"dtg": "051200Z JAN 07", "date": day(2007, 1, 5)}
    names = ("COMHARBOR ALDERIA", "AMEMBASSY PORT ALDER", "COMBOTH")
    folder = corpus(
        telegrams=[{"telegram": key, **sent, "originator": {"name": name}} for key, name in enumerate(names, 1)],
        references=[reference(1, 0, text, kind="dtg"), reference(1, 1, "PHONCON 051200Z JAN 07", kind="telephone")],
    )
    links = link(folder)
    how = "missing" if cited is None else "date-time group"
    assert rows(folder, "edges") == [(1, 0, cited, None, "dtg", how)]
    assert links.missing == 0  # no number: nothing to ask for


def test_sections_of_one_message(corpus: Callable[..., Path]) -> None:
    two = {"date": day(2007, 1, 5), "dtg": "051200Z JAN 07", "originator": {"name": "COMHARBOR"}}
    folder = corpus(
        telegrams=[
            telegram(1, "07 PARIS 1", section=2, sections=2),
            telegram(2, "07 PARIS 1", section=1, sections=2),
            telegram(3, "07 PARIS 2", section=3, sections=4),
            telegram(4, "07 PARIS 2", section=1, sections=4),
            telegram(5, "07 PARIS 3", section=1, sections=3),
            {"telegram": 6, **two, "section": 2, "sections": 2},
            {"telegram": 7, **two, "section": 1, "sections": 2},
            telegram(8, "07 PARIS 4", section=1, sections=1),
            telegram(9, "07 PARIS 5", section=2, sections=10**18),
        ],
        references=[reference(8, 0, "07 PARIS 1", "07 PARIS 1")],
    )
    assert link(folder).sections == {"complete": 2, "first alone": 1, "incomplete": 2}
    found = rows(folder, "sections")
    assert found[:-1] == [
        (2, 2, 1, 2, True, []),
        (2, 1, 2, 2, True, []),
        (4, 4, 1, 4, False, [2, 4]),
        (4, 3, 3, 4, False, [2, 4]),
        (5, 5, 1, 3, None, [2, 3]),
        (7, 7, 1, 2, True, []),
        (7, 6, 2, 2, True, []),
    ]
    assert (found[-1][3], len(found[-1][5])) == (999, 998)
    assert rows(folder, "edges")[0][2] == 2, "the first section stands for the message"


def texts(*given: tuple[int, str]) -> list[Row]:
    return [{"telegram": key, "paragraph": index, "text": text} for index, (key, text) in enumerate(given)]


def test_copies_of_one_message(corpus: Callable[..., Path]) -> None:
    corrected = {"captions": ["SIPDIS", "CORRECTED COPY"]}
    folder = corpus(
        telegrams=[
            telegram(1, "07 PARIS 1", **corrected, subject="X"),
            telegram(2, "07 PARIS 1", subject="X"),
            telegram(3, "07 PARIS 1", subject="X"),
            telegram(4, "07 PARIS 1", subject="X"),
            telegram(5, "07 PARIS 1", **corrected, subject="X"),
            telegram(6, "07 PARIS 1", subject="Y"),
            telegram(7, "07 PARIS 2"),
            telegram(8, "07 PARIS 2", section=2, sections=2),
            telegram(9, "07 PARIS 3"),
            telegram(10, "07 PARIS 3", transmission={"signals": ["ZZH", "ZFR"]}),
        ],
        paragraphs=texts(
            (1, "Plums."),
            (2, "Plums are\nripe."),
            (3, "Plums  are ¶ripe. "),
            (4, "Pears."),
            (5, "Plums."),
            (6, "Pears."),
        ),
        references=[reference(7, 0, "07 PARIS 1", "07 PARIS 1")],
    )
    assert link(folder).copies == {"copy": 2, "corrected": 4, "original": 2}
    assert rows(folder, "copies") == [
        (2, 1, "corrected", None),
        (2, 2, "original", None),
        (2, 3, "copy", 2),
        (2, 4, "corrected", None),
        (2, 5, "copy", 1),
        (2, 6, "corrected", None),
        (9, 9, "original", None),
        (9, 10, "corrected", None),
    ]
    assert rows(folder, "edges")[0][2] == 2, "the original stands for its copies"


def test_what_is_missing_and_who_asked_first(corpus: Callable[..., Path]) -> None:
    folder = corpus(
        telegrams=[
            telegram(1, "07 PARIS 3", day(2007, 3, 1)),
            telegram(2, "07 PARIS 2", day(2007, 2, 1)),
            telegram(3, "07 PARIS 4"),
        ],
        references=[
            reference(1, 0, "STATE 5", "07 STATE 5"),
            reference(1, 1, "07 STATE 5", "07 STATE 5"),
            reference(2, 0, "STATE 5", "07 STATE 5"),
            reference(3, 0, "STATE 4", "07 STATE 4"),
        ],
    )
    assert link(folder).missing == 2
    assert rows(folder, "missing") == [
        ("07STATE5", 2007, "STATE", 5, 3, 2, 2, day(2007, 2, 1), False),
        ("07STATE4", 2007, "STATE", 4, 1, 1, 3, None, True),
    ]


def test_a_corpus_of_nothing(corpus: Callable[..., Path]) -> None:
    folder = corpus()
    assert link(folder) == Links("0", 0, {}, {}, {}, 0)
    assert {name: pq.read_table(folder / name).schema.names for name in LINKS} == {
        name: schema.names for name, schema in LINKS.items()
    }


@pytest.mark.parametrize(("count", "lengths"), [(5, [2, 2, 1]), (4, [2, 2])])
def test_long_tables_are_several_files(
    corpus: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, count: int, lengths: list[int]
) -> None:
    references = [reference(1, index, f"STATE {index}", f"07 STATE {index}") for index in range(1, count + 1)]
    folder = corpus(telegrams=[telegram(1, "07 PARIS 3")], references=references)
    monkeypatch.setattr(linking, "ROWS", 2)
    link(folder)
    files = sorted((folder / "edges").iterdir())
    assert [pq.read_table(file).num_rows for file in files] == lengths
    assert [row[1] for row in rows(folder, "edges")] == list(range(1, count + 1))


@pytest.fixture
def converted(archive: Path, tmp_path: Path) -> Path:
    convert(archive, tmp_path / "out", jobs=1)
    return tmp_path / "out"


def test_a_second_linking_writes_nothing(converted: Path, contents: Contents, monkeypatch: pytest.MonkeyPatch) -> None:
    first = link(converted)
    assert (first.edges, first.how) == (78, {"missing": 40, "year": 38})
    before = contents(converted)
    monkeypatch.setattr(Store, "put", None)
    assert link(converted) == first
    assert contents(converted) == before


def test_the_same_corpus_gives_the_same_files(converted: Path, contents: Contents) -> None:
    link(converted)
    before = contents(converted)
    (converted / "_links.json").unlink()
    (converted / "edges" / "part-000007.parquet").write_bytes(b"of another corpus")
    link(converted)
    assert contents(converted) == before


def test_a_damaged_table_is_written_again(converted: Path, contents: Contents) -> None:
    link(converted)
    before = contents(converted)
    (converted / "copies" / "part-000000.parquet").unlink()
    link(converted)
    assert contents(converted) == before


@pytest.mark.parametrize("calls", [0, 2, len(LINKS)])
def test_a_linking_that_stops_goes_on(
    corpus: Callable[..., Path], contents: Contents, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    folder = corpus(telegrams=EARLIER, references=[reference(1, 0, "STATE 5", "07 STATE 5")])
    link(folder)
    before = contents(folder)
    (folder / "_links.json").unlink()
    put, left = Store.put, iter(range(calls))

    def full(self: Store, name: str, data: bytes) -> None:
        if next(left, None) is None:
            raise OSError(28, "No space left on device")
        put(self, name, data)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "put", full)
        with pytest.raises(OSError, match="No space"):
            link(folder)
    assert Store(folder).links() is None
    link(folder)
    assert contents(folder) == before


def test_a_linked_corpus_is_the_same_to_a_second_run(archive: Path, converted: Path, contents: Contents) -> None:
    link(converted)
    before = contents(converted)
    convert(archive, converted, jobs=1)
    assert contents(converted) == before


def test_a_new_corpus_is_not_linked(archive: Path, converted: Path) -> None:
    link(converted)
    convert(archive, converted, jobs=1, overwrite=True, format="cablegate")
    assert not [name for name in ("_links.json", *LINKS) if (converted / name).exists()]


def test_links_of_an_earlier_corpus_do_not_count(converted: Path) -> None:
    link(converted)
    store = Store(converted)
    summary = store.summary()
    assert store.links() is not None
    assert summary is not None
    store.finish({**summary, "digest": "another"})
    assert store.links() is None


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (None, "is no corpus"),
        ({"to": "jsonl"}, "holds lines of JSON, not tables"),
        ({"to": "parquet"}, "the corpus is not whole"),
    ],
)
def test_what_cannot_be_linked(tmp_path: Path, run: dict[str, Any] | None, words: str) -> None:
    if run is not None:
        Store(tmp_path).begin(run)
    with pytest.raises(CorpusError, match=words):
        link(tmp_path)
