"""What stands over the format lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.grammar.archive_head import read_archive_head
from telegram_format.kit import Draft

DraftOf = Callable[..., Draft]
HEAD = "SECRET\n\nPAGE 01 OSLO 01207\n50\nORIGIN EB-08\nINFO OCT-01 /009 R\nDRAFTED BY EB:ROE\nL:DOE\n"
DASHES = "------------------270429Z 060566 /61\n"


@pytest.mark.parametrize("line", ["R 121530Z MAR 75", "P R 121530 Z MAR 73", "FM AMEMBASSY OSLO", "UNCLAS OSLO 1207"])
@pytest.mark.parametrize("dashes", [DASHES, ""])
def test_the_head_ends_at_the_first_format_line(draft_of: DraftOf, dashes: str, line: str) -> None:
    draft = draft_of(f"{HEAD}{dashes}{line}\nTO SECSTATE")
    end, page = read_archive_head(draft, 0, len(draft.text))
    assert draft.text[end:] == f"{line}\nTO SECSTATE"
    assert page is not None
    assert page.written == "OSLO 01207"
    assert draft.attributes["cleared_by"] == "L:DOE"
    assert draft.diagnostics() == ()


def test_unknown_lines_are_told(draft_of: DraftOf) -> None:
    draft = draft_of("PAGE 01 OSLO 01207\nSERVICE COPY\nPAGE 01 OSLO 01207\nFM OSLO")
    end, _ = read_archive_head(draft, 0, len(draft.text))
    assert draft.text[end:] == "FM OSLO"
    assert [found.message for found in draft.diagnostics()] == [
        "not understood: SERVICE COPY",
        "not understood: PAGE 01 OSLO 01207",
    ]


def test_without_a_format_line_only_what_is_known_is_read(draft_of: DraftOf) -> None:
    draft = draft_of("SECRET\nPAGE 01 OSLO 01207\nNNNN\nBOATS ARE GONE.\n")
    end, page = read_archive_head(draft, 0, len(draft.text))
    assert draft.text[end:] == "BOATS ARE GONE.\n"
    assert page is not None
    assert draft.diagnostics() == ()


def test_nothing_at_all(draft_of: DraftOf) -> None:
    assert read_archive_head(draft_of(""), 0, 0) == (0, None)
