"""Edits of a view, carried back to bytes."""

from __future__ import annotations

import pytest

from telegram_format.reading.revision.patch import Edit, PatchError, line_end, patched
from telegram_format.text.source import Source
from telegram_format.text.view import View


def as_it_is(words: str) -> str:
    return words


def made(text: str, *edits: tuple[int, int, str]) -> bytes:
    source = Source.of(text)
    view = View.whole(source)
    return patched(source, [Edit(view, *edit) for edit in edits], as_it_is)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([], b"one two three"),
        ([(4, 7, "2")], b"one 2 three"),
        ([(8, 13, "3"), (0, 3, "1")], b"1 two 3"),
        ([(3, 3, " and")], b"one and two three"),
        ([(13, 13, "."), (0, 0, "(")], b"(one two three."),
        ([(0, 4, ""), (2, 8, "")], b"three"),
        ([(0, 8, ""), (2, 3, "")], b"three"),
        ([(0, 8, ""), (4, 4, "2 ")], b"2 three"),
        ([(3, 3, " a"), (3, 3, " b")], b"one a b two three"),
    ],
)
def test_edits(edits: list[tuple[int, int, str]], expected: bytes) -> None:
    assert made("one two three", *edits) == expected


def test_two_changes_of_one_place_are_refused() -> None:
    with pytest.raises(PatchError, match="two changes of one place"):
        made("one two three", (0, 7, "1 2"), (4, 13, "2 3"))


def test_an_empty_text_takes_words() -> None:
    assert made("", (0, 0, "one")) == b"one"
    source = Source.of("[]")
    empty = View.of_pieces(source, [(1, 1, None, False)])
    assert patched(source, [Edit(empty, 0, 0, "one")], as_it_is) == b"one[]"


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("one", 0, "\n"),
        ("one\r\ntwo", 0, "\r\n"),
        ("one\ntwo", 5, "\n"),
    ],
)
def test_line_ends(text: str, position: int, expected: str) -> None:
    source = Source.of(text)
    places = [0, *(index + 1 for index, sign in enumerate(text) if sign == "\n")]
    pieces: list[tuple[int, int, str | None, bool]] = []
    for start, end in zip(places, [*places[1:], len(text)], strict=True):
        stop = len(text[start:end].rstrip("\r\n")) + start
        pieces.append((start, stop, None, False))
        if stop < end:
            pieces.append((stop, end, "\n", False))
    assert line_end(View.of_pieces(source, pieces), position) == expected


def test_a_line_end_that_stands_nowhere_is_a_plain_one() -> None:
    source = Source.of("onetwo")
    view = View.of_pieces(source, [(0, 3, None, False), (3, 3, "\n", False), (3, 6, None, False)])
    assert line_end(view, 4) == "\n"


def test_a_lifted_mark_stays_where_words_go() -> None:
    source = Source.of("one two\nPAGE 2\nthree four")
    view = View.whole(source).without([(8, 15)])
    edited = patched(source, [Edit(view, 4, 13, "2 3")], as_it_is)
    assert edited == b"one 2 3\nPAGE 2\n four"
