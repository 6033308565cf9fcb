"""Sets of USMTF message text: where they begin, where they end, and that nothing of them is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.sets import Set, read_sets
from telegram_format.vocab.sets import set_kinds


def told(text: str) -> list[tuple[str, tuple[str, ...], bool]]:
    return [(found.name, found.words(text), found.closed) for found in read_sets(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("PEARS//", []),
        ("MSGID/GENADMIN/CNO//", [("MSGID", ("GENADMIN", "CNO"), True)]),
        ("SUBJ/PEARS/PLUMS//", [("SUBJ", ("PEARS/PLUMS",), True)]),
        ("SUBJ/SUBJ/PEARS//", [("SUBJ", ("PEARS",), True)]),
        ("REF/A/DOC//REF/B/DOC// NARR/X//", [*(("REF", (x, "DOC"), True) for x in "AB"), ("NARR", ("X",), True)]),
        ("MSGID/GENADMIN/DC//N8//MAR//", [("MSGID", ("GENADMIN", "DC//N8//MAR"), True)]),
        ("SUBJ/HTTP://\nX//\n", [("SUBJ", ("HTTP://\nX",), True)]),
        ("MSGID/A\nSUBJ/B\n\nC", [("MSGID", ("A",), False), ("SUBJ", ("B",), False)]),
        ("Subj/Pears//", [("SUBJ", ("Pears",), True)]),
        ("SUBJ/A// ref/b//", [("SUBJ", ("A",), True)]),
        ("NARR/REF A IS X.//\nREF B IS Y.//", [("NARR", ("REF A IS X.//\nREF B IS Y.",), True)]),
        ("SUBJ/A//\nREF B IS Y.//", [("SUBJ", ("A",), True)]),
        ("POC/X/Y//\nEMAIL: Z//", [("POC", ("X", "Y//\nEMAIL: Z"), True)]),
        ("RMKS/1. A//\nSUBJ/B//\nC//", [("RMKS", ("1. A//\nSUBJ/B//\nC",), True)]),
        ("RMKS/1. A", [("RMKS", ("1. A",), False)]),
        ("RMKS/", [("RMKS", ("",), False)]),
        ("GENTEXT/REMARKS/1. A//", [("GENTEXT", ("REMARKS", "1. A"), True)]),
        ("GENTEXT/1. A//", [("GENTEXT", ("1. A",), True)]),
        ("GENTEXT/X/A//\nRMKS/B//", [("GENTEXT", ("X", "A"), True), ("RMKS", ("B",), True)]),
        ("RMKS/A//\nDECL/X1//", [("RMKS", ("A",), True), ("DECL", ("X1",), True)]),
        ("RMKS/A\nDECL/X1//", [("RMKS", ("A\nDECL/X1",), True)]),
        ("RMKS/A//\nDECL/X1//\nB//", [("RMKS", ("A//\nDECL/X1//\nB",), True)]),
        (
            "RMKS/A//\nACKNLDG/YES//\nDECL/X1//",
            [("RMKS", ("A",), True), ("ACKNLDG", ("YES",), True), ("DECL", ("X1",), True)],
        ),
    ],
)
def test_sets(text: str, expected: list[object]) -> None:
    assert told(text) == expected


PIECES = [
    "//",
    "/",
    " ",
    "\n",
    "A",
    "REF A ",
    ":",
    *(f"{name}/" for name in ("MSGID", "SUBJ", "REF", "RMKS", "GENTEXT")),
]
PIECES += ["DECL/", "NARR/", "POC/", "Rmks/", "REMARKS/", "EMAIL:"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_spelled_again_sets_are_the_text(text: str) -> None:
    """Sets are in order and apart, and put together again they are what stands in the text."""
    sets = read_sets(text, 0, len(text))
    position = 0
    for found in sets:
        assert position <= found.start <= found.fields[0][0] <= found.fields[-1][1] <= found.end
        assert found.spelled(text) == text[found.start : found.end]
        assert text[found.value[0] : found.value[1]] == "/".join(found.words(text))
        position = found.end
    assert position <= len(text)


def test_a_set_is_a_value() -> None:
    assert Set("SUBJ", 0, 8, ((5, 6),), True) == Set("SUBJ", 0, 8, ((5, 6),), True)


def test_kinds() -> None:
    assert set(set_kinds().values()) == {"linear", "free", "body", "closing"}
