"""Portion marks against the classification line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.body import Heading, Paragraph, Separator
from telegram_format.model.marking import Classification
from telegram_format.model.telegram import Telegram

Judge = Callable[..., list[Diagnostic]]


def telegram(classification: Classification | None, *marks: str | None) -> Telegram:
    paragraphs = tuple(Paragraph("Text.", n, mark) for n, mark in enumerate(marks, 1))
    return Telegram(classification=classification, body=(Heading("TEXT"), *paragraphs, Separator()))


@pytest.mark.parametrize(
    ("classification", "marks"),
    [
        (Classification.CONFIDENTIAL, ("U", "SBU", "SBU/NF", "C", "C/NF", None)),
        (Classification.UNCLASSIFIED, ("U", "SBU", "LOU", "FOUO", "CUI")),
        (Classification.SECRET, ("S//NF", "C", "S/REL ALDERIA")),
        (Classification.TOP_SECRET, ("TS", "S")),
        (Classification.UNCLASSIFIED, ("ENTIRE TEXT", "", "X")),
        (None, ("TS",)),
    ],
)
def test_at_or_below(judge: Judge, classification: Classification | None, marks: tuple[str, ...]) -> None:
    assert judge(telegram(classification, *marks)) == []


@pytest.mark.parametrize(
    ("classification", "mark"),
    [
        (Classification.UNCLASSIFIED, "R"),
        (Classification.LIMITED_OFFICIAL_USE, "C"),
        (Classification.RESTRICTED, "C/NF"),
        (Classification.CONFIDENTIAL, "S"),
        (Classification.SECRET, "TS"),
    ],
)
def test_above(judge: Judge, classification: Classification, mark: str) -> None:
    (found,) = judge(telegram(classification, "U", mark), ("body", 2, "marking"))
    assert found.code == "portion-above-overall"
    assert found.path == "body[2].marking"
    assert found.span == (10, 15)
    assert found.message == f"paragraph 2 is marked ({mark}); the whole is {classification.value}"


def test_each_mark_is_told_once(judge: Judge) -> None:
    found = judge(telegram(Classification.CONFIDENTIAL, "S", "C", "TS", "S", "S"))
    assert [(one.path, one.message) for one in found] == [
        ("body[1].marking", "paragraph 1 is marked (S), as are 2 more; the whole is confidential"),
        ("body[3].marking", "paragraph 3 is marked (TS); the whole is confidential"),
    ]


def test_parts_of_paragraphs(judge: Judge) -> None:
    part = Paragraph("Part.", None, "U", (Paragraph("Deep.", None, "S", label="i"),), label="a")
    found = judge(
        Telegram(
            classification=Classification.CONFIDENTIAL,
            body=(Paragraph("Text.", None, "C", (Paragraph("First."), part)),),
        )
    )
    assert [(one.path, one.message) for one in found] == [
        (
            "body[0].paragraphs[1].paragraphs[0].marking",
            "a part of a paragraph is marked (S); the whole is confidential",
        )
    ]


def test_subject(judge: Judge) -> None:
    sound = Telegram(classification=Classification.SECRET, subject="X", subject_marking="S")
    assert judge(sound) == []
    (found,) = judge(Telegram(classification=Classification.UNCLASSIFIED, subject="X", subject_marking="C/NF"))
    assert found.path == "subject_marking"
    assert found.message == "the subject is marked (C/NF); the whole is unclassified"


def test_a_long_chain_of_parts(judge: Judge) -> None:
    paragraph = Paragraph("x", marking="S")
    for _ in range(2000):
        paragraph = Paragraph("x", marking="U", paragraphs=(paragraph,))
    (found,) = judge(Telegram(classification=Classification.CONFIDENTIAL, body=(paragraph,)))
    assert found.path is not None
    assert found.path.count("paragraphs[0]") == 2000
