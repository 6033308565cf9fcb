"""A draft of a text, for one part of the grammar at a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.kit import Context, Draft, Source, View

DraftOf = Callable[..., Draft]


@pytest.fixture(scope="session")
def draft_of() -> DraftOf:
    """`draft_of(text, year=2007)`: a draft in which nothing is read yet."""

    def made(text: str, year: int | None = None) -> Draft:
        return Draft(View.whole(Source.of(text)), Context(year), "sample")

    return made
