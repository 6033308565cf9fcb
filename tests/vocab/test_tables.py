"""The tables as mappings, sets and rows."""

from __future__ import annotations

import subprocess
import sys

import pytest
from attrs import fields

from telegram_format.model.dtg import MONTHS, zone_of
from telegram_format.model.telegram import Telegram
from telegram_format.vocab import tables


def test_importing_loads_no_table() -> None:
    """Every cached function of the vocabulary and of the message id is still empty after the import."""
    program = """
import sys
import telegram_format.model.message_id
asked = [
    f"{name}.{key}"
    for name, module in sorted(sys.modules.items())
    if name.startswith(("telegram_format.vocab", "telegram_format.model"))
    for key, value in vars(module).items()
    if hasattr(value, "cache_info") and value.cache_info().misses
]
print(asked)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.split() == [b"[]"]


@pytest.mark.parametrize("name", tables.__all__)
def test_every_table_loads_once_and_is_read_only(name: str) -> None:
    table = getattr(tables, name)()
    assert table
    assert getattr(tables, name)() is table
    assert not hasattr(table, "__setitem__")
    assert not hasattr(table, "add")


def test_tag_kinds() -> None:
    kinds = tables.tag_kinds()
    assert kinds["PREL"] == "subject"
    assert kinds["IZ"] == "country"
    assert kinds["XF"] == kinds["3B"] == "region"
    assert kinds["KDEM"] == "program"
    assert kinds["ALITALIA"] == "organization"
    assert kinds["HUMAN RIGHTS"] == "term"
    assert all(code == code.upper() for code in kinds)


def test_later_kind_of_a_tag_goes_before_the_older() -> None:
    """BP is a company in the list of 1973, and a country since."""
    assert {row.kind for row in tables.tag_rows() if row.code == "BP"} == {"country", "organization"}
    assert tables.tag_kinds()["BP"] == "country"


def test_tag_terms_hold_blanks() -> None:
    assert {"HUMAN RIGHTS", "EL AL"} <= tables.tag_terms()
    assert all(" " in term for term in tables.tag_terms())


def test_caption_words() -> None:
    assert {"SIPDIS", "NODIS", "LIMDIS", "EYES ONLY", "C O R R E C T E D C O P Y"} <= tables.caption_words()
    assert not any("(" in word or "  " in word for word in tables.caption_words())


def test_precedences_have_ranks() -> None:
    ranks = {row.name: row.rank for row in tables.precedences() if row.network == "ACP/JANAP/State"}
    assert sorted(ranks, key=ranks.__getitem__) == ["FLASH", "IMMEDIATE", "PRIORITY", "ROUTINE"]


def test_classifications_have_ranks() -> None:
    ranks = {row.name: row.rank for row in tables.classifications()}
    assert ranks["UNCLASSIFIED"] < ranks["CONFIDENTIAL"] < ranks["SECRET"] < ranks["TOP SECRET"]


def test_operating_signals() -> None:
    assert tables.operating_signals()["ZFD"] == "this message is a suspected duplicate"


def test_executive_orders_follow_each_other() -> None:
    orders = tables.executive_orders()
    assert orders["12958"].superseded_by == "13526"
    assert orders["13526"].superseded_by is None
    for order in orders.values():
        assert order.signed <= order.effective
        if order.superseded_by is not None:
            assert order.superseded_on == orders[order.superseded_by].effective


def test_declassification_reasons() -> None:
    found = {(row.section, row.code): row.meaning for row in tables.declassification_reasons()}
    assert found["1.4", "b"] == "foreign government information"


def test_time_zones_agree_with_the_model() -> None:
    """The table and `zone_of` are two tellings of one rule; J, local time, is in neither."""
    zones = tables.time_zones()
    assert len(zones) == 25
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        zone = zone_of(letter)
        offset = zone.utcoffset(None) if zone is not None else None
        assert (offset.total_seconds() / 60 if offset is not None else None) == zones.get(letter)


def test_months_agree_with_the_model() -> None:
    months = tables.months()
    assert [months[name] for name in MONTHS] == list(range(1, 13))
    assert months["SEPT"] == months["SEPTEMBER"] == 9


def test_small_tables() -> None:
    assert "IRAQ COLLECTIVE" in tables.collectives()
    assert tables.routing_prefixes()["RUEH"].startswith("State Department")
    assert "Document Number" in tables.archive_attributes()
    assert len(tables.archive_attributes()) == 69
    assert tables.archive_fields()["Sent Date"] == "dtg"
    assert set(tables.archive_fields().values()) <= {field.name for field in fields(Telegram)}
    assert tables.bureau_names()["EUR"] == "Bureau of European Affairs"
    assert tables.wikileaks_columns()[:3] == ("identifier", "creation_date", "reference_id")
