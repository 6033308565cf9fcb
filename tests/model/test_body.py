"""Labelled passages inside paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.model.body import Aside, Paragraph


@pytest.mark.parametrize(
    ("text", "asides"),
    [
        ("The lamp was lit.", []),
        ("Lit. (Note: It is of brass. End note.) It burns.", [("note", "It is of brass")]),
        ("Lit. (NOTE: IT IS OF BRASS. END NOTE.) IT BURNS.", [("note", "IT IS OF BRASS")]),
        ("Comment: It smokes. End comment.", [("comment", "It smokes")]),
        ("Begin comment: It smokes. End of comment.", [("comment", "It smokes")]),
        ("COMMENT - It smokes. END COMMENT", [("comment", "It smokes")]),
        ("ACTION REQUEST: Send oil. END ACTION REQUEST.", [("action request", "Send oil")]),
        ("Action requested: Send oil. End action request.", [("action request", "Send oil")]),
        ("(Note: One. End note.) (Comment: Two. End comment.)", [("note", "One"), ("comment", "Two")]),
        ("(Note: One. End note.) (Note: Two. End note.)", [("note", "One"), ("note", "Two")]),
        ("(Note: It is of brass.) It burns.", []),
        ("(Note: One. (Comment: Two. End comment.)", [("comment", "Two")]),
        ("End note. Nothing began.", []),
        ("A note: it ends. End of noteworthy things.", []),
    ],
)
def test_asides(text: str, asides: list[tuple[str, str]]) -> None:
    assert [(aside.role, aside.text) for aside in Paragraph(text).asides] == asides


words = st.sampled_from(
    ["(Note: ", "Comment: ", "Begin note - ", "ACTION REQUEST: ", "End note.) ", "end comment", "It is. "]
)


@given(st.lists(words, max_size=12).map("".join))
def test_asides_stand_in_the_text_in_order(text: str) -> None:
    """Law: every labelled passage is a piece of the text, behind the one before."""
    position = 0
    for aside in Paragraph(text).asides:
        assert isinstance(aside, Aside)
        position = text.index(aside.text, position) + len(aside.text)
