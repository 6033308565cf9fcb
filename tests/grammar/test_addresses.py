"""One address."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.addresses import read_address, read_regular_addresses
from telegram_format.kit import Draft, Source, View
from telegram_format.model.address import Address
from telegram_format.model.precedence import Precedence

DraftOf = Callable[..., Draft]


def read(text: str) -> Address:
    draft = Draft(View.whole(Source.of(text)))
    read_address(draft, "info", 0, len(text))
    (address,) = draft.telegram().info
    return address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("AMEMBASSY ZENDA", Address("AMEMBASSY ZENDA")),
        ("RUEHC/SECSTATE WASHDC", Address("SECSTATE WASHDC", "RUEHC")),
        ("  RUEHC/ SECSTATE WASHDC  ", Address("SECSTATE WASHDC", "RUEHC")),
        ("ZEN/AMCONSUL STRELSAU", Address("AMCONSUL STRELSAU", "ZEN")),
        ("RUEHC/SECSTATE  WASHDC", Address("SECSTATE WASHDC", "RUEHC")),
        ("SECSTATE WASHDC IMMEDIATE 4471", Address("SECSTATE WASHDC", None, Precedence.IMMEDIATE, "4471")),
        ("SECSTATE WASHDC NIACT IMMEDIATE", Address("SECSTATE WASHDC", None, Precedence.NIACT_IMMEDIATE)),
        ("SECSTATE WASHDC EMERGENCY COMMAND 0001", Address("SECSTATE WASHDC", None, Precedence.EMERGENCY, "0001")),
        ("EMERGENCY COMMAND", Address("EMERGENCY COMMAND")),
        ("SECSTATE WASHDC FLASH 0001", Address("SECSTATE WASHDC", None, Precedence.FLASH, "0001")),
        ("SECSTATE WASHDC PRIORIT", Address("SECSTATE WASHDC", None, Precedence.PRIORITY)),
        ("SECSTATE WASHDC PRIOITY 12345", Address("SECSTATE WASHDC", None, Precedence.PRIORITY, "12345")),
        ("SECSTATE WASHDC PRIORI2217", Address("SECSTATE WASHDC", None, Precedence.PRIORITY, "2217")),
        ("CTG5012", Address("CTG5012")),
        ("SECSTATE WASHDC ROUTINE,", Address("SECSTATE WASHDC", None, Precedence.ROUTINE)),
        ("SECSTATE WASHDC 872", Address("SECSTATE WASHDC", continuity_number="872")),
        ("AMEMBASSY ZENDA PRIORITY 87", Address("AMEMBASSY ZENDA", None, Precedence.PRIORITY, "87")),
        ("AIG 205", Address("AIG 205")),
        ("DET 1 42LG IZMIR TU", Address("DET 1 42LG IZMIR TU")),
        ("CNO WASHINGTON DC//N1//", Address("CNO WASHINGTON DC", office_codes=("N1",))),
        ("JOINT STAFF//J3/J5// PRIORITY", Address("JOINT STAFF", None, Precedence.PRIORITY, None, ("J3", "J5"))),
        ("PRIORITY", Address("PRIORITY")),
        ("4471", Address("4471")),
        ("IRAQ COLLECTIVE", Address("IRAQ COLLECTIVE")),
        ("ABCDE/NOT A ROUTING INDICATOR", Address("ABCDE/NOT A ROUTING INDICATOR")),
    ],
)
def test_address(text: str, address: Address) -> None:
    assert read(text) == address


def test_parts_have_their_places(draft_of: DraftOf) -> None:
    text = "RUEHC/CNO WASHINGTON DC//N1// NIACT IMMEDIATE 4471"
    draft = draft_of(text)
    assert read_address(draft, "to", 0, len(text)) == 0
    there = {name: [text[start:end] for start, end in spans] for name, spans in draft.trace().items()}
    assert there == {
        "to[0]": [text],
        "to[0].name": ["CNO WASHINGTON DC"],
        "to[0].routing_indicator": ["RUEHC"],
        "to[0].precedence": ["NIACT IMMEDIATE"],
        "to[0].continuity_number": ["4471"],
        "to[0].office_codes": ["//N1//"],
    }


def test_the_originator_is_one(draft_of: DraftOf) -> None:
    draft = draft_of("AMEMBASSY ZENDA")
    read_address(draft, "originator", 0, 15)
    assert draft.telegram().originator == Address("AMEMBASSY ZENDA")
    assert set(draft.trace()) == {"originator", "originator.name"}


@pytest.mark.parametrize("sign", [", XMT, ", ", XMT ", " XMT/", ",XMT "])
def test_exempted_on_the_line(draft_of: DraftOf, sign: str) -> None:
    text = f"EST COLLECTIVE{sign}AMEMBASSY MALE, AMEMBASSY THIMPHU"
    draft = draft_of(text)
    assert read_address(draft, "info", 0, len(text)) == 0
    telegram = draft.telegram()
    assert [address.name for address in telegram.info] == ["EST COLLECTIVE"]
    assert [address.name for address in telegram.exempted] == ["AMEMBASSY MALE", "AMEMBASSY THIMPHU"]


def test_nothing_between_two_commas_is_no_address(draft_of: DraftOf) -> None:
    text = "EST COLLECTIVE, XMT A,, B"
    draft = draft_of(text)
    read_address(draft, "info", 0, len(text))
    assert [address.name for address in draft.telegram().exempted] == ["A", "B"]


def test_regular_lines_are_read_as_any_other(draft_of: DraftOf) -> None:
    lines = [
        "RUEHBO/AMEMBASSY BOGOTA PRIORITY 2210",
        "RUEHLP/AMEMBASSY LA PAZ 4302",
        "RUEHGL/AMCONSUL GUAYAQUIL NIACT IMMEDIATE",
        "RUEHLO/AMEMBASSY LONDON EMERGENCY COMMAND 1201",
        "RHEHNSC/NSC WASHDC",
        "RUEHBO/PRIORITY",
        "RUEHBO/FLASH",
        "RUEHBO/DESERT COMMAND",
        "RUEHBO/EMERGENCY COMMAND",
    ]
    text = "\n" + "\n".join(lines) + "\nBT\n"
    quick = draft_of(text)
    end = read_regular_addresses(quick, "info", 0, len(text))
    assert text[end:] == "\nBT\n"
    sure = draft_of(text)
    position = 1
    for line in lines:
        read_address(sure, "info", position, position + len(line))
        position += len(line) + 1
    assert quick.telegram() == sure.telegram()
    assert dict(quick.trace()) == dict(sure.trace())


@pytest.mark.parametrize(
    "line", ["AMEMBASSY BOGOTA", "RUEHBO/CNO//N1//", "RUEHBO/EST, XMT A", "R/A", "RUEHBO/DET 1 A", "RUEHBO/AIG 1040"]
)
def test_irregular_lines_are_left(draft_of: DraftOf, line: str) -> None:
    draft = draft_of(f"\n{line}\n")
    assert read_regular_addresses(draft, "info", 0, len(draft.text)) == 0


words = st.lists(
    st.sampled_from(
        ["RUEHC/", "AMEMBASSY", "ZENDA", "39LG", "//N1//", "PRIORITY", "NIACT", "IMMEDIATE", "4471", "0", ",", "/"]
    )
)


@given(words.map(" ".join).filter(lambda text: text.strip(" ,")))
def test_nothing_is_lost(text: str) -> None:
    """Law: every letter and figure of the line is in the address, in one part of it."""
    address = read(text)
    parts = [
        address.routing_indicator or "",
        address.name,
        *address.office_codes,
        address.precedence.value.upper() if address.precedence else "",
        address.continuity_number or "",
    ]
    spelled = "".join(sign for sign in "".join(parts) if sign.isalnum())
    assert sorted(spelled) == sorted(sign for sign in text if sign.isalnum())


def test_a_long_name_is_not_kept_and_reads_the_same(draft_of: DraftOf) -> None:
    """What is kept is bounded in size too, not in number only."""
    from telegram_format.grammar import addresses

    text = "INFO RUEHC/" + "AMEMBASSY PORT ALDER " * 40 + "PRIORITY 0042\n"
    known = addresses._without_number.cache_info().currsize
    assert read_regular_addresses(draft_of(text), "info", 4, len(text)) == 4
    assert addresses._without_number.cache_info().currsize == known
    assert read(text[5:-1]).continuity_number == "0042"
