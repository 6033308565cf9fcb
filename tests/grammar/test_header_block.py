"""Format lines 1 to 9."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.glued_header import unglued
from telegram_format.grammar.header_block import read_header_block
from telegram_format.kit import Draft, Source, View
from telegram_format.model.precedence import Precedence
from telegram_format.model.telegram import Telegram
from telegram_format.model.transmission import Transmission

DraftOf = Callable[..., Draft]


def read(text: str) -> tuple[Telegram, str]:
    """What is read, and the text behind."""
    draft = Draft(View.whole(Source.of(text)))
    end = read_header_block(draft, 0, len(text))
    return draft.telegram(), text[end:]


@pytest.mark.parametrize(
    ("line", "transmission"),
    [
        ("VZCZCXRO0314", Transmission("XRO0314")),
        ("ZCZC XRO0314", Transmission("XRO0314")),
        ("VZCZCCFGA242     UU", Transmission("CFGA242")),
        ("VZCZC051", Transmission("051")),
        ("OO RUEHBC RUEHDE", Transmission(None, Precedence.IMMEDIATE, ("RUEHBC", "RUEHDE"))),
        ("PP RUEHWEB ", Transmission(None, Precedence.PRIORITY, ("RUEHWEB",))),
        ("DE RUEHZA #0512/01 1232154", Transmission(station="RUEHZA", serial="0512", section=1, filed="1232154")),
        ("DE RUEHZA #0512 1232154", Transmission(station="RUEHZA", serial="0512", filed="1232154")),
        ("DE RUEAHQ 167C 0461425", Transmission(station="RUEAHQ", serial="167C", filed="0461425")),
        ("DE RCCIC 134 02/0009Z", Transmission(station="RCCIC", serial="134", filed="02/0009Z")),
        ("DE RUEHZA #0512 270", Transmission(station="RUEHZA", serial="0512", filed="270")),
        ("DE RUEHZA", Transmission(station="RUEHZA")),
        ("ZNY CCCCC ZZH", Transmission(security="CCCCC", signals=("ZZH",))),
        ("ZNR UUUUU", Transmission(security="UUUUU")),
        ("ZNY SSSSS/AAAAA ZZK ZOV RUFDAE", Transmission(security="SSSSS", signals=("ZZK", "ZOV", "RUFDAE"))),
        ("ZNY CCCCC ZZH (ADX1)", Transmission(security="CCCCC", signals=("ZZH", "ADX1"))),
    ],
)
def test_lines_of_the_transmission(line: str, transmission: Transmission) -> None:
    telegram, rest = read(line + "\n")
    assert telegram.transmission == transmission
    assert rest == ""


def test_routing_goes_on_over_lines() -> None:
    telegram, rest = read("PP RUEHAG RUEHAO\nRUEHAP\nRUEHAT RUEHBI\nDE RUEHC #0001\n")
    assert telegram.transmission is not None
    assert telegram.transmission.routing == ("RUEHAG", "RUEHAO", "RUEHAP", "RUEHAT", "RUEHBI")
    assert rest == ""


def test_a_bare_prosign_of_precedence() -> None:
    telegram, rest = read("OO\nDE RUEHC #0001\n")
    assert telegram.transmission is not None
    assert telegram.transmission.precedence is Precedence.IMMEDIATE
    assert rest == ""


@pytest.mark.parametrize(
    ("block", "names"),
    [
        ("FM AMEMBASSY ZENDA", {"originator": ["AMEMBASSY ZENDA"]}),
        ("FROM AMEMBASSY ZENDA", {"originator": ["AMEMBASSY ZENDA"]}),
        ("TO RUEHC/SECSTATE WASHDC", {"to": ["SECSTATE WASHDC"]}),
        ("TO A ONE\nB TWO\nINFO C THREE\nD FOUR", {"to": ["A ONE", "B TWO"], "info": ["C THREE", "D FOUR"]}),
        ("TO\nA ONE\nINFO\nB TWO", {"to": ["A ONE"], "info": ["B TWO"]}),
        ("TO: A ONE\nINFO: B TWO", {"to": ["A ONE"], "info": ["B TWO"]}),
        ("INFO A ONE\nXMT B TWO\nC THREE", {"info": ["A ONE"], "exempted": ["B TWO", "C THREE"]}),
        ("INFO A ONE\nXMT/B TWO\nRUEHC/C THREE", {"info": ["A ONE", "C THREE"], "exempted": ["B TWO"]}),
        ("TO A ONE\nXMT B TWO\nRUEHC/C THREE", {"to": ["A ONE", "C THREE"], "exempted": ["B TWO"]}),
        ("INFO A ONE\nXMT B TWO\nINFO C THREE", {"info": ["A ONE", "C THREE"], "exempted": ["B TWO"]}),
        ("TO A ONE\n\nINFO B TWO\n\nRUEHC/C THREE", {"to": ["A ONE"], "info": ["B TWO", "C THREE"]}),
        ("RUEHC/C THREE", {"info": ["C THREE"]}),
        ("FM A ONE\nFM B TWO", {"originator": ["A ONE"]}),
    ],
)
def test_addresses(block: str, names: dict[str, list[str]]) -> None:
    telegram, _ = read(block + "\n")
    found = {
        name: [address.name for address in getattr(telegram, name)]
        for name in ("to", "info", "exempted")
        if getattr(telegram, name)
    }
    if telegram.originator is not None:
        found["originator"] = [telegram.originator.name]
    assert found == names


@pytest.mark.parametrize(
    "behind",
    [
        "UNCLAS ZENDA 000001\n",
        "C O N F I D E N T I A L ZENDA 000001\n",
        "S E C R E T ZENDA 000001\n",
        "CONFIDENTIAL\n",
        "E.O. 12958: N/A\n",
        "TAGS: ECON\n",
        "SUBJECT: ROOFS\n",
        "SIPDIS\n",
        "1. (U) The roof leaks.\n",
        "A roof that leaks is no roof.\n",
        "\nANY LINE BEHIND AN EMPTY ONE\n",
    ],
)
def test_where_it_ends(behind: str) -> None:
    header = "FM AMEMBASSY ZENDA\nTO RUEHC/SECSTATE WASHDC\n"
    telegram, rest = read(header + behind)
    assert [address.name for address in telegram.to] == ["SECSTATE WASHDC"]
    assert rest.lstrip("\n") == behind.lstrip("\n")


@pytest.mark.parametrize(
    "text", ["", "The roof leaks.\n", "UNCLAS ZENDA 000001\n", "\n\nSUBJECT: ROOFS\n", "DEAR SIR\n"]
)
def test_no_header(text: str) -> None:
    telegram, rest = read(text)
    assert telegram == Telegram()
    assert rest.strip() == text.strip()


def test_a_notice_of_the_export(draft_of: DraftOf) -> None:
    text = "This record is a partial extract of the original cable. The full text is not available.\n\nUNCLAS\n"
    draft = draft_of(text)
    assert text[read_header_block(draft, 0, len(text)) :] == "UNCLAS\n"
    assert [found.code for found in draft.diagnostics()] == ["header-missing"]


def test_a_banner_above_the_header(draft_of: DraftOf) -> None:
    text = "UNCLASSIFIED    SKOPJE    00000217\nVZCZCXYZ0007\nRR RUEHWEB\n"
    draft = draft_of(text)
    assert read_header_block(draft, 0, len(text)) == len(text)
    transmission = draft.telegram().transmission
    assert transmission is not None
    assert transmission.identification == "XYZ0007"


def test_an_orphan_is_noted(draft_of: DraftOf) -> None:
    text = "RUEHC/SECSTATE WASHDC\n"
    draft = draft_of(text)
    read_header_block(draft, 0, len(text))
    (found,) = draft.diagnostics()
    assert (found.code, found.path) == ("address-orphan", "info[0]")


def test_pilots_above_count_until_the_originators_line() -> None:
    telegram, _ = read("RR RUFDDO\nZNR UUUUU ZOV RUFDAE\nRR RUFDAE\nDE RUEPDA 116B 1351530\nR 142245Z MAY 08\n")
    assert telegram.transmission is not None
    assert (telegram.transmission.station, telegram.transmission.serial) == ("RUEPDA", "116B")
    assert telegram.dtg is not None


@pytest.mark.parametrize(
    "line", ["VZCZCXYZ0007A1", "TO-MORROW IT RAINS", "BT AND MORE", "DE RUEHC #0001 AND MORE", "ZNY CC"]
)
def test_words_of_format_lines_that_begin_other_lines(line: str) -> None:
    telegram, rest = read(line + "\n")
    assert telegram == Telegram()
    assert rest == line + "\n"


def test_a_start_signal_behind_the_calling_station_is_not_of_this_header() -> None:
    telegram, rest = read("VZCZCXYZ0007\nDE RUEHC #0001 1440830\nVZCZCXYZ0008\n")
    assert telegram.transmission is not None
    assert telegram.transmission.identification == "XYZ0007"
    assert rest == "VZCZCXYZ0008\n"


GLUED = (
    "VZCZCXYZ0044OO RUEHWEBDE RUEHZA #2051/01 2871530ZNY CCCCC ZZHO 141530Z OCT 09FM AMEMBASSY ZENDATO RUEHC/SECSTATE"
    " WASHDC IMMEDIATE 4102INFO RUEHKL/AMEMBASSY KUALA LUMPUR 0301RUEHRH/AMEMBASSY RIYADH 0512\n"
)


def test_a_header_without_line_ends() -> None:
    view = unglued(View.whole(Source.of(GLUED + "\nUNCLAS ZENDA 000001\n")))
    assert view.text.split("\n")[:9] == [
        "VZCZCXYZ0044",
        "OO RUEHWEB",
        "DE RUEHZA #2051/01 2871530",
        "ZNY CCCCC ZZH",
        "O 141530Z OCT 09",
        "FM AMEMBASSY ZENDA",
        "TO RUEHC/SECSTATE WASHDC IMMEDIATE 4102",
        "INFO RUEHKL/AMEMBASSY KUALA LUMPUR 0301",
        "RUEHRH/AMEMBASSY RIYADH 0512",
    ]
    assert view.text.replace("\n", "") == (GLUED + "\nUNCLAS ZENDA 000001\n").replace("\n", "")


@pytest.mark.parametrize(
    "text", ["", "VZCZCXYZ0017\nOO RUEHWEB\n", "VZCZCXYZ0017 and no header at all", "A" * 500 + GLUED]
)
def test_other_texts_keep_their_lines(text: str) -> None:
    view = View.whole(Source.of(text))
    assert unglued(view) is view


parts = st.sampled_from(
    [
        *(
            "VZCZCXYZ0007",
            "OO RUEHWEB",
            "DE RUEHC #0001/01 1440830",
            "ZNY CCCCC ZZH",
            "R 230830Z MAY 08",
            "FM ZENDA",
            "TO",
        ),
        *(
            "INFO A",
            "XMT B",
            "RUEHC/C",
            "BT",
            "",
            " ",
            "null",
            "TAGS: A",
            "UNCLAS",
            "FROM",
            "DE",
            "ZNY",
            "ZCZC",
            "R ",
            "O P",
        ),
    ]
)


@given(st.lists(parts, max_size=12).map("\n".join))
def test_all_before_the_end_is_read(text: str) -> None:
    """Law: the block ends in the text, and what stands before its end is a field, a mark or white space."""
    draft = Draft(View.whole(Source.of(text)))
    end = read_header_block(draft, 0, len(text))
    assert 0 <= end <= len(text)
    covered = draft.trace().covered(draft.view)
    for place in range(end):
        assert text[place].isspace() or any(low <= place < high for low, high in covered), text[:end]
