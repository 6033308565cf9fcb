"""Standard output and standard error."""

from __future__ import annotations

import io

import pytest

from telegram_format.cli.console import Console
from telegram_format.cli.palette import PLAIN


def stream(encoding: str = "utf-8") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\r\n")


def written(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue()


def test_data_and_notes_go_apart_and_line_ends_stay() -> None:
    out, err = stream(), stream()
    console = Console(out, err, PLAIN, PLAIN)
    console.write("data")
    console.note("a note")
    assert (written(out), written(err)) == (b"data\n", b"telegram-format: a note\n")
    assert not console.failed


def test_order_is_kept_between_text_and_bytes() -> None:
    out = stream()
    console = Console(out, stream(), PLAIN, PLAIN)
    out.write("first ")
    console.write("second")
    console.write_bytes(b"\xff\r\n")
    console.write("third")
    assert written(out) == b"first second\n\xff\r\nthird\n"


def test_characters_that_the_encoding_lacks() -> None:
    out = stream("ascii")
    console = Console(out, stream(), PLAIN, PLAIN)
    console.write("¶4 \u2502")
    assert written(out) == b"\\xb64 \\u2502\n"
    assert not console.can_show("│")
    assert console.can_show("|")
    assert Console(stream(), stream(), PLAIN, PLAIN).can_show("│")


@pytest.mark.parametrize(("verbosity", "said"), [(-1, b""), (0, b"telegram-format: x\n"), (2, b"telegram-format: x\n")])
def test_quiet(verbosity: int, said: bytes) -> None:
    err = stream()
    console = Console(stream(), err, PLAIN, PLAIN, verbosity)
    console.note("x")
    assert written(err) == said
    console.fail("y")
    assert written(err) == said + b"telegram-format: y\n"
    assert console.failed


def test_what_is_said_is_visible() -> None:
    err = stream()
    console = Console(stream(), err, PLAIN, PLAIN)
    console.note("\x1b[31m")
    console.fail("\u202e")
    console.note_shown("\x1b[31mred\x1b[0m")
    assert written(err) == (
        b"telegram-format: ^[[31m\ntelegram-format: <U+202E>\ntelegram-format: \x1b[31mred\x1b[0m\n"
    )


def test_streams_without_bytes() -> None:
    out, err = io.StringIO(), io.StringIO()
    console = Console(out, err, PLAIN, PLAIN)
    console.write("¶")
    console.write_bytes(b"\xc2\xb6\xff")
    console.note("x")
    assert out.getvalue() == "¶\n¶\\xff"
    assert err.getvalue() == "telegram-format: x\n"
    assert not console.can_show("¶")  # of an unknown encoding only ASCII is sure
