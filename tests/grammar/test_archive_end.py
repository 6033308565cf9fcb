"""What stands behind the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.grammar.archive_end import is_notice, read_archive_end, read_notice
from telegram_format.kit import Draft

DraftOf = Callable[..., Draft]


@pytest.mark.parametrize(
    "line",
    [
        *("<< END OF DOCUMENT >>", "<END OF DOCUMENT>", "NNN", "NNNN", "NNNNMAFVVZCZ", "UNCLASSIFIED", "S E C R E T"),
        *("*** Current Handling Restrictions *** n/a", "*** Current Classification *** UNCLASSIFIED"),
    ],
)
def test_lines_of_the_archive(draft_of: DraftOf, line: str) -> None:
    text = f"BOATS.\nMARLOWE\n\n  {line}\n\n{line}  \n"
    assert read_archive_end(draft_of(text), 0, len(text)) == len("BOATS.\nMARLOWE")


@pytest.mark.parametrize("text", ["BOATS.\nMARLOWE", "END OF DOCUMENT X", "", "X" * 200 + " NNNN"])
def test_what_is_none(draft_of: DraftOf, text: str) -> None:
    assert read_archive_end(draft_of(text), 0, len(text)) == len(text)


def test_a_line_whose_beginning_is_read_already(draft_of: DraftOf) -> None:
    assert read_archive_end(draft_of("X NNNN"), 2, 6) == 6


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("TEXT ON MICROFILM", True),
        ("\n\n  TEXT ON MICROFILM,\n  ADS TEXT UNRETRIEVABLE\n", True),
        ("ADS TEXT NOT CONVERTED.", True),
        ("TEXT ON MICROFILM\n" * 40, False),
        ("TEXT ON MICROFILM IS OLD", False),
        ("", False),
        ("   ", False),
    ],
)
def test_notices(draft_of: DraftOf, text: str, notice: bool) -> None:
    assert is_notice(text) is notice
    draft = draft_of(text)
    assert read_notice(draft) is notice
    assert [found.code for found in draft.diagnostics()] == ["text-missing"] * notice
