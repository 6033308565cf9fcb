"""FL4 against the classification line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.marking import Classification
from telegram_format.model.telegram import Telegram
from telegram_format.model.transmission import Transmission

Judge = Callable[..., list[Diagnostic]]


def telegram(security: str | None, classification: Classification | None) -> Telegram:
    return Telegram(transmission=Transmission(security=security), classification=classification)


@pytest.mark.parametrize(
    ("security", "classification"),
    [
        ("UUUUU", Classification.UNCLASSIFIED),
        ("UUUUU", Classification.LIMITED_OFFICIAL_USE),
        ("EEEEE", Classification.UNCLASSIFIED),
        ("EEEEE", Classification.FOR_OFFICIAL_USE_ONLY),
        ("RRRRR", Classification.RESTRICTED),
        ("CCCCC", Classification.CONFIDENTIAL),
        ("SSSSS", Classification.SECRET),
        ("SSSAA", Classification.SECRET),
        ("TTTTT", Classification.TOP_SECRET),
        ("QQQQQ", Classification.SECRET),  # no letter of a classification
        ("", Classification.SECRET),
        (None, Classification.SECRET),
        ("UUUUU", None),
    ],
)
def test_agrees_or_says_nothing(judge: Judge, security: str | None, classification: Classification | None) -> None:
    assert judge(telegram(security, classification)) == []


@pytest.mark.parametrize(
    ("security", "classification"),
    [
        ("UUUUU", Classification.CONFIDENTIAL),
        ("UUUUU", Classification.RESTRICTED),
        ("CCCCC", Classification.UNCLASSIFIED),
        ("CCCCC", Classification.SECRET),
        ("SSSAA", Classification.CONFIDENTIAL),
        ("TTTTT", Classification.SECRET),
    ],
)
def test_conflict(judge: Judge, security: str, classification: Classification) -> None:
    (found,) = judge(telegram(security, classification), ("transmission", "security"))
    assert found.code == "classification-conflict"
    assert found.path == "transmission.security"
    assert found.span == (10, 15)


def test_message_says_both(judge: Judge) -> None:
    (found,) = judge(telegram("UUUUU", Classification.SECRET))
    assert found.message == "FL4 says UUUUU (unclassified), the classification is secret"


def test_no_format_lines(judge: Judge) -> None:
    assert judge(Telegram(classification=Classification.SECRET)) == []
