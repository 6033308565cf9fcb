"""Character references, one at a time."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.entities import ENTITY, character

PATTERN = re.compile(ENTITY, re.VERBOSE)


@pytest.mark.parametrize(
    ("entity", "read"),
    [
        ("&#x000A;", "\n"),
        ("&#X41;", "A"),
        ("&#65;", "A"),
        ("&#x80;", "€"),
        ("&#159;", "Ÿ"),
        ("&#x81;", None),
        ("&#xA0;", "\u00a0"),
        ("&#0;", None),
        ("&#xD7FF;", "\ud7ff"),
        ("&#xD800;", None),
        ("&#xDFFF;", None),
        ("&#xE000;", "\ue000"),
        ("&#x10FFFF;", "\U0010ffff"),
        ("&#x110000;", None),
        ("&#99999999;", None),
        ("&para;", "¶"),
        ("&AMP;", "&"),
        ("&NotEqualTilde;", "≂̸"),
        ("&nothing;", None),
    ],
)
def test_character(entity: str, read: str | None) -> None:
    assert PATTERN.fullmatch(entity) is not None
    assert character(entity) == read


@pytest.mark.parametrize("text", ["&amp", "&T;", "& amp;", "&#;", "&#x;", "&#123456789;", "&é;", "&;"])
def test_no_reference(text: str) -> None:
    assert PATTERN.search(text) is None


@given(st.from_regex(PATTERN, fullmatch=True, alphabet=st.characters(codec="ascii")))
def test_character_is_what_browsers_show(entity: str) -> None:
    """A reference that is taken reads as the standard library's unescape reads it, noncharacters aside."""
    read = character(entity)
    assert read is None or unescape(entity) in (read, "")
