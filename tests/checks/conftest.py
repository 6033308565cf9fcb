"""A telegram judged, with a trace that knows some of its fields."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.checks import check_all
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.telegram import Telegram
from telegram_format.reading.draft import Draft
from telegram_format.text.source import Source
from telegram_format.text.view import View

Judge = Callable[..., list[Diagnostic]]


@pytest.fixture
def judge() -> Judge:
    """`judge(telegram, "transmission.serial")`: what the checks find; the fields named stand at bytes 10 to 15."""

    def judged(telegram: Telegram, *traced: tuple[str | int, ...]) -> list[Diagnostic]:
        draft = Draft(View.whole(Source.of(b"x" * 100)))
        for path in traced:
            draft.place(path, 10, 15)
            draft.place(path, 20, 25)
        return check_all(telegram, draft.trace())

    return judged
