"""Lists of addresses with the city first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.city_first import listed_addresses


def usual(text: str) -> list[str]:
    """The addresses of a list as they are read."""
    words = []
    for found in listed_addresses(text, 0, len(text)):
        word, position = "", found.start
        for start, end, instead in found.edits:
            word += text[position:start] + instead
            position = end
        words.append(word + text[position : found.end])
    return words


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("", []),
        (" ; ", []),
        ("MERIDIAN, AMEMBASSY ROUTINE", ["AMEMBASSY MERIDIAN ROUTINE"]),
        ("MERIDIAN, AMEMBASSY  ROUTINE ;", ["AMEMBASSY MERIDIAN  ROUTINE"]),
        ("MERIDIAN,AMEMBASSY", ["AMEMBASSY MERIDIAN"]),
        ("PORT AU PRINCE, AMEMBASSY NIACT IMMEDIATE", ["AMEMBASSY PORT AU PRINCE NIACT IMMEDIATE"]),
        ("NEW YORK, USMISSION USUN PRIORITY", ["USMISSION USUN NEW YORK PRIORITY"]),
        ("PORT AU\n  PRINCE, AMEMBASSY\n  ROUTINE", ["AMEMBASSY PORT AU PRINCE ROUTINE"]),
        ("Meridian, AmEmbassy; LOWMOOR, AMCONSUL", ["AmEmbassy Meridian", "AMCONSUL LOWMOOR"]),
        ("LOME, AMEMBASSY ROUTINE, ACCRA, AMEMBASSY", ["AMEMBASSY LOME ROUTINE", "AMEMBASSY ACCRA"]),
        ("LOME, AMEMBASSY ROUTINE ACCRA, AMEMBASSY", ["AMEMBASSY LOME ROUTINE", "AMEMBASSY ACCRA"]),
        ("LOME, AMEMBASSY\nACCRA, AMEMBASSY", ["AMEMBASSY LOME", "AMEMBASSY ACCRA"]),
        ("AMEMBASSY LOME\nSECSTATE WASHDC", ["AMEMBASSY LOME", "SECSTATE WASHDC"]),
        ("AMEMBASSY LOME, AMEMBASSY ACCRA", ["AMEMBASSY LOME", "AMEMBASSY ACCRA"]),
        ("COAST GUARD\nCOLLECTIVE ROUTINE", ["COAST GUARD COLLECTIVE ROUTINE"]),
        ("RUEHC/SECSTATE WASHDC ROUTINE", ["RUEHC/SECSTATE WASHDC ROUTINE"]),
        ("RUEHC/SECSTATE WASHDC\nRUEHAB/AMEMBASSY ABIDJAN", ["RUEHC/SECSTATE WASHDC", "RUEHAB/AMEMBASSY ABIDJAN"]),
        ("AMEMBASSY LOME, PLEASE", ["AMEMBASSY LOME, PLEASE"]),
        ("A, B, C", ["A, B, C"]),
        ("A" * 300 + ", AMEMBASSY", ["A" * 300 + ", AMEMBASSY"]),
    ],
)
def test_lists(text: str, addresses: list[str]) -> None:
    assert usual(text) == addresses


pieces = st.sampled_from(["A", "B ", ",", ";", "\n", "/", "LOME, AMEMBASSY", " ROUTINE", "SECSTATE"])


@given(st.lists(pieces, max_size=12).map("".join))
def test_addresses_are_in_order_and_apart(text: str) -> None:
    """Law: addresses and what is read instead of their parts lie in the list, one behind the other."""
    position = 0
    for found in listed_addresses(text, 0, len(text)):
        assert position <= found.start < found.end <= len(text)
        position = found.start
        for start, end, _ in found.edits:
            assert position <= start < end <= found.end
            position = end
        position = found.end
