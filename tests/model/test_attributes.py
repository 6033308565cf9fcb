"""An unchanging mapping."""

from __future__ import annotations

import copy
import pickle

import pytest

from telegram_format.model.attributes import NO_ATTRIBUTES, Attributes

ONE = Attributes({"origin": "Embassy Zenda", "created": "5/23/2008"})


def test_a_mapping_in_order() -> None:
    assert dict(ONE) == {"origin": "Embassy Zenda", "created": "5/23/2008"}
    assert list(ONE) == ["origin", "created"]
    assert len(ONE) == 2
    assert "origin" in ONE
    assert ONE.get("released") is None
    assert repr(ONE) == "Attributes({'origin': 'Embassy Zenda', 'created': '5/23/2008'})"


def test_equal_by_content_whatever_the_order() -> None:
    other = Attributes([("created", "5/23/2008"), ("origin", "Embassy Zenda")])
    assert other == ONE
    assert hash(other) == hash(ONE)
    assert Attributes({"origin": "Embassy Zenda"}) != ONE
    assert not NO_ATTRIBUTES
    assert Attributes() == NO_ATTRIBUTES


def test_does_not_change() -> None:
    with pytest.raises(AttributeError):
        ONE._items = {}
    with pytest.raises(AttributeError):
        ONE.note = "no"  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        ONE["origin"] = "no"  # type: ignore[index]
    given = {"origin": "Embassy Zenda"}
    kept = Attributes(given)
    given["origin"] = "no"
    assert kept["origin"] == "Embassy Zenda"


def test_copies_and_pickles() -> None:
    assert pickle.loads(pickle.dumps(ONE)) == ONE
    assert copy.deepcopy(ONE) == ONE
