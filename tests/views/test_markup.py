"""Untrusted text in a page."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.text.visible import visible_line
from telegram_format.views.markup import attribute, block, line

ANY = st.text(alphabet=st.characters(codec=None))


def element(title: str, shown: str, more: str = "") -> str:
    return f'<b class="tf-c{more}" title="{title}">{shown}</b>'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\nc", "a\tb\nc"),
        ("<&>\"'", "&lt;&amp;&gt;&quot;&#39;"),
        ("\x1b", element("U+001B", "\u241b")),
        ("\x00\x1f", element("U+0000", "\u2400") + element("U+001F", "\u241f")),
        ("\udc80\udcff", element("byte 80", "\\x80") + element("byte FF", "\\xff")),
        ("\udc7f\udd00", element("U+DC7F", "&lt;U+DC7F&gt;") + element("U+DD00", "&lt;U+DD00&gt;")),
        ("\x7f", element("U+007F", "\u2421")),
        ("\x9b", element("U+009B", "&lt;U+009B&gt;")),
        ("\u202e", element("U+202E", "&lt;U+202E&gt;")),
        ("\udc81", element("byte 81", "\\x81")),
        ("\ud800", element("U+D800", "&lt;U+D800&gt;")),
        ("a\r\r\nb", "a&#13;&#13;\nb"),
        ("a\r\rb", "a" + 2 * element("U+000D", "\u240d", " tf-cr") + "b"),
        ("a\r", "a" + element("U+000D", "\u240d", " tf-cr")),
        ("\u241b&lt;", "\u241b&amp;lt;"),
    ],
)
def test_forms(text: str, shown: str) -> None:
    assert block(text) == shown


def test_a_return_at_the_end_asks_what_stands_behind() -> None:
    assert block("a\r", "\n") == block("a\r", "\r") == "a&#13;"


@given(ANY)
def test_an_attribute_says_the_text(text: str) -> None:
    """Law: an attribute holds nothing that ends it, and reads as the text in its visible form."""
    made = attribute(text)
    assert not set("<>\"'\n\r\t") & set(made)
    assert html.unescape(made) == visible_line(text)


@given(ANY)
def test_a_line_is_one(text: str) -> None:
    """Law: a line has no line end and no two blanks."""
    made = line(text)
    assert "\n" not in made
    assert "\t" not in made
    assert "  " not in made
