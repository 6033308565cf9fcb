"""What the classification line says of sections."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.telegram import Telegram
from telegram_format.model.transmission import Section

Judge = Callable[..., list[Diagnostic]]


@pytest.mark.parametrize("section", [None, Section(1, 1), Section(1, 2), Section(1, 20), Section(1, 1, final=True)])
def test_first_section_says_nothing_of_the_others(judge: Judge, section: Section | None) -> None:
    assert judge(Telegram(section=section)) == []


@pytest.mark.parametrize(
    ("section", "message"),
    [
        (Section(2, 2), "this is section 2 of 2: section 1 is not here"),
        (Section(2, 3), "this is section 2 of 3: section 1 is not here"),
        (Section(3, 3, final=True), "this is section 3 of 3: sections 1 to 2 are not here"),
        (Section(3, 2), "the text calls itself section 3 of 2"),
        (Section(0, 2), "the text calls itself section 0 of 2"),
        (Section(1, 0), "the text calls itself section 1 of 0"),
    ],
)
def test_later_section_alone(judge: Judge, section: Section, message: str) -> None:
    (found,) = judge(Telegram(section=section), ("section",))
    assert found.code == "section-missing"
    assert found.path == "section"
    assert found.span == (10, 15)
    assert found.message == message
