"""What the labels of a SMART telegram say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.grammar.label_values import SMART_LABELS, read_label
from telegram_format.kit import Draft

DraftOf = Callable[..., Draft]


def read(draft: Draft) -> Draft:
    for label in SMART_LABELS.at_top(draft.text, 0, len(draft.text)):
        read_label(draft, label)
    return draft


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("MRN: 16 LOME 1", "message_id", "16 LOME 1"),
        ("MRN: 16 BEIJIG 1", "message_id", "16 BEIJING 1"),
        ("Date/DTG: Feb 05, 2016 / 052043Z FEB 16", "dtg", "052043Z FEB 16"),
        ("Date / DTG: February 5, 2016 10:43 PM / 052043Z FEB 16", "dtg", "052043Z FEB 16"),
        ("DTG: 052043Z FEB 16", "dtg", "052043Z FEB 16"),
        ("Pass Line: NSC FOR ROE\n  AND POE", "passing", "['NSC FOR ROE AND POE']"),
        ("Captions: Sensitive, sipdis", "captions", "['SENSITIVE', 'SIPDIS']"),
        ("Signature: QUAYLE", "signatures", "['QUAYLE']"),
        ("Subject: (SBU) PEARS", "subject", "PEARS"),
    ],
)
def test_fields(draft_of: DraftOf, text: str, name: str, value: str) -> None:
    assert str(read(draft_of(text)).values[name]) == value


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("Date: Feb 05, 2016", {"date": "Feb 05, 2016"}),
        ("DTG: 052043Z FOO 16", {"date": "052043Z FOO 16"}),
        ("MRN: unnumbered", {"mrn": "unnumbered"}),
        ("Cleared By: A:Roe\n  B:Poe", {"cleared_by": "A:Roe B:Poe"}),
        ("Type: RECORD EMAIL", {"message_type": "RECORD EMAIL"}),
        ("Attachments: none", {}),
        ("Attachments:", {}),
    ],
)
def test_attributes(draft_of: DraftOf, text: str, attributes: dict[str, str]) -> None:
    assert read(draft_of(text)).attributes == attributes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("MRN: 16 BEIJIG 1", ["station-repaired"]),
        ("Date/DTG: Foo 05, 2016 / 052043Z FEB 16", ["wrapper-conflict"]),
        ("Subject: PEARS ---- AND PLUMS", ["heading-line-unread"]),
        ("From: A\nFrom: B", []),
        ("From: A; B", []),
    ],
)
def test_what_is_told(draft_of: DraftOf, text: str, codes: list[str]) -> None:
    assert [found.code for found in read(draft_of(text)).diagnostics()] == codes


def test_the_first_sender_counts(draft_of: DraftOf) -> None:
    assert read(draft_of("From: A; B")).values["originator"].name == "A"
