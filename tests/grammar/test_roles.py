"""Roles of paragraphs."""

from __future__ import annotations

import pytest

from telegram_format.grammar.roles import role_of_heading, role_of_text, summary_ends


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Summary: The lamp.", "summary"),
        ("SUMMARY. The lamp.", "summary"),
        ("Summary - The lamp.", "summary"),
        ("SUMMARY (SBU) The lamp.", "summary"),
        ("BEGIN SUMMARY: The lamp.", "summary"),
        ("Summay: The lamp.", "summary"),
        ("Executive Summary: The lamp.", "summary"),
        ("SUMMARY AND ACTION REQUEST: The lamp.", "summary"),
        ("Summary/Comment: The lamp.", "summary"),
        ("BLUF: The lamp.", "summary"),
        ("Introduction and summary: The lamp.", "summary"),
        ("Comment: The lamp.", "comment"),
        ("(Comment: The lamp.)", "comment"),
        ("Begin comment: The lamp.", "comment"),
        ("EMBASSY COMMENT: The lamp.", "comment"),
        ("Action request: Oil.", "action request"),
        ("ACTION REQUESTED: Oil.", "action request"),
        ("This is an action request. Oil.", "action request"),
        ("Note: The lamp.", "note"),
        ("Bio note: The lamp.", "note"),
        ("Introduction: The lamp.", "introduction"),
        ("Background: The lamp.", "background"),
        ("Begin text: The lamp.", "text"),
        ("", None),
        ("The lamp.", None),
        ("Summarizing: The lamp.", None),
        ("Commenting on it: The lamp.", None),
        ("Notes were taken: The lamp.", None),
        ("In summary: The lamp.", None),
    ],
)
def test_first_words(words: str, role: str | None) -> None:
    assert role_of_text(words) == role


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("SUMMARY", "summary"),
        ("Summary:", "summary"),
        ("SUMMARY AND COMMENT", "summary"),
        ("COMMENT", "comment"),
        ("ACTION REQUEST", "action request"),
        ("BACKGROUND", "background"),
        ("INTRODUCTION", "introduction"),
        ("THE KEEPER", None),
        ("SUMMARY OF THE LAW OF THE SEA", None),
        ("", None),
    ],
)
def test_headings(words: str, role: str | None) -> None:
    assert role_of_heading(words) == role


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The lamp. End summary.", True),
        ("THE LAMP. END OF SUMMARY", True),
        ("The lamp. END\nSUMMARY.", True),
        ("The lamp. End Executive Summary.", True),
        ("The lamp. END SUMMARY AND COMMENT.", True),
        ("The summary ends.", False),
        ("Weekend summary", False),
        ("End summaries", False),
        ("", False),
    ],
)
def test_end_of_summary(text: str, ends: bool) -> None:
    assert summary_ends(text, 0, len(text)) is ends
