"""Plain paragraphs and regular headings have a quick way: it reads what the sure way reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar import paragraphs
from telegram_format.kit import Draft, Source, View

FIXTURES = Path(__file__).parents[1] / "fixtures"

numbers = st.sampled_from(["", "1. ", "2. (C) ", "3. (SBU) ", "4. (X) ", "¶2. ", "3 (U) ", "1. \n", "2. (C)\n "])
sentences = st.sampled_from(
    [
        "Growers met.",
        "Ferries\nsail  twice.",
        "Summary: they met.  End summary.",
        "Summary: they met.",
        "End of summary.",
        "Comment: they did!",
        "He said (to us)",
        "Two -- or three --\nsail.  ",
        "They left. \n",
        "It--she--sank.",
        'They sail\n"IN MAY."',
        "They left.\n(ALL OF THEM.)",
        "and left",
        "2007. It was.",
    ]
)
titles = st.sampled_from(
    [
        "WHO PAYS",
        "Summary",
        "SUMMARY",
        "Comment",
        "What comes next?",
        "A-B",
        "(U) NOTE:",
        "they met",
        "END.",
        "",
        "WHO PAYS  ",
        "WHO  PAYS ",
    ]
)
rules = st.sampled_from(["", "-----", "-- --", "=====\n---", "___", "***", "-----  ", "--- ---", "--", "---  \n"])
gaps = st.sampled_from(["\n", "\n\n", " \n\n", "\n \n", "\n\n\n"])
blocks = st.tuples(numbers, sentences, gaps, rules, gaps, titles, gaps, rules, gaps).map("".join)
texts = st.lists(blocks, min_size=1, max_size=5).map("".join)


def drafted(text: str, *, quick: bool) -> tuple[object, ...]:
    draft = Draft(View.whole(Source.of(text)))
    with pytest.MonkeyPatch.context() as patch:
        if not quick:
            patch.setattr(paragraphs._Body, "read_plain", lambda *_: False)
        paragraphs.read_paragraphs(draft, 0, len(text))
    return draft.telegram(), sorted(draft.places()), draft.marks, draft.notes


@given(texts)
def test_the_quick_way_reads_what_the_sure_way_reads(text: str) -> None:
    """Law: read without the quick way a text has the same blocks, places, marks and notes."""
    quick, sure = drafted(text, quick=True), drafted(text, quick=False)
    assert quick[:3] == sure[:3]
    assert [note[:2] for note in quick[3]] == [note[:2] for note in sure[3]]  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*/*.txt")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_fixtures_have_the_same_blocks_both_ways(path: Path) -> None:
    text = path.read_bytes().decode("cp1252", "surrogateescape").replace("\r", "")
    assert drafted(text, quick=True)[:3] == drafted(text, quick=False)[:3]
