"""`telegram-format show`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.cli.palette import Palette
from telegram_format.cli.rows import ASCII_SIGNS, Layout
from telegram_format.cli.show import shown
from telegram_format.examples import load, names

Run = Callable[..., Any]
SGR = re.compile(r"\x1b\[[0-9;]*m")


def rows(reading: tf.Reading, **layout: Any) -> list[tuple[str, str, str]]:
    """The rows of the telegram: gutter, bar, text."""
    made = Layout(**layout)
    lines = list(shown(reading, made))
    found = []
    for line in lines[lines.index("") + 1 :]:
        if not line:
            break
        found.append((line[: made.gutter].strip(), line[made.gutter + 1], line[made.gutter + 3 :]))
    return found


def test_every_line_is_there_with_its_fields() -> None:
    found = rows(tf.parse(load("flood")))
    text = [line for line in load("flood").decode().split("\n") if line]
    assert [row[2].replace("«", "").replace("»", "") for row in found if row[2]] == text
    gutter = {row[2]: row[0] for row in found if row[0] and row[2]}
    assert gutter["P 031215Z FEB 09"] == "precedence, dtg"
    assert gutter["TO RUEHC/SECSTATE WASHDC PRIORITY 2217"] == "to[0]"
    assert gutter["TAGS: EAID SENV ECON ELTN"] == "tags[0-3]"
    assert gutter["2. (U) Mayor Tessa Holloway told the Ambassador on February 2"] == "paragraphs[1]"
    assert gutter["QUAYLE"] == "signatures[0]"


def test_what_the_gutter_cannot_hold_goes_on_below() -> None:
    found = rows(tf.parse(load("harbour")), columns=80)
    at = [row[0] for row in found].index("classification,")
    assert [row[0] for row in found[at : at + 4]] == ["classification,", "section,", "message_id", "captions[0]"]
    assert [row[2] for row in found[at + 1 : at + 4]] == ["", "", "NOFORN"]
    wide = rows(tf.parse(load("harbour")))
    assert "section, message_id" in [row[0] for row in wide]


def test_page_marks_part_a_paragraph() -> None:
    found = [row for row in rows(tf.parse(load("harbour"))) if row[0]]
    at = [row[0] for row in found].index("(page mark)")
    assert [row[0] for row in found[at - 1 : at + 2]] == ["paragraphs[1]", "(page mark)", "paragraphs[1]"]


def test_pages_are_shown_without_their_markup() -> None:
    out = "\n".join(shown(tf.parse(load("partial"), name="partial.html"), Layout()))
    assert "│ TAGS: PREL EWWT ECON\n" in out
    assert '│ the right to let "basins, quays & sidings" for up to forty\n' in out
    assert "\nsaid by the wrapper\n" in out
    assert re.search(r"\n  attributes\.origin +33:29 +Embassy Meridian\n", out)
    assert "partial.html:37:12: info: the telegram has no format lines [header-missing]\n" in out


class Marked:
    """A reader that knows one word, and a separator and a heading for show."""

    name = "marked"

    def detect(self, sample: object) -> tf.Detection:
        return tf.Detection(0.0, str(sample))

    def read(self, draft: Any) -> None:
        for kind, word in (("subject", "SUBJECT"), ("mark", "MARK"), ("rule", "==="), ("other", "OTHER")):
            at = draft.text.find(word)
            if at < 0:
                continue
            if kind == "subject":
                draft.put("subject", word, at, at + len(word))
            elif kind == "mark":
                draft.mark("label", at, at + len(word))
            elif kind == "rule":
                draft.add("body", tf.Separator("="), at, at + len(word))
            else:
                draft.place(("body", 7, "text"), at, at + len(word))
                draft.place(("9",), at, at + 1)
        inner = draft.text.find("[")
        if inner >= 0:
            draft.set_apart(inner + 1, len(draft.text))


def marked(text: str | bytes) -> tf.Reading:
    return tf.parse(text, format=Marked())


def test_what_was_not_read_is_marked() -> None:
    found = rows(marked("SUBJECT odd words MARK\nnothing\nSUBJECT"))
    assert found == [
        ("subject", "?", "SUBJECT «odd words» MARK"),
        ("", "?", "«nothing»"),
        ("", "?", "«SUBJECT»"),
    ]


def test_colour_needs_no_brackets() -> None:
    lines = list(shown(marked("SUBJECT odd"), Layout(palette=Palette(True))))
    row = next(line for line in lines if "SUBJECT" in line)
    assert "\x1b[1mSUBJECT\x1b[0m \x1b[7;33modd\x1b[0m" in row
    assert "«" not in "".join(lines)
    assert "\x1b[7;33m?\x1b[0m" in row


def test_colour_adds_nothing_but_colour() -> None:
    for name in names():
        reading = tf.parse(load(name))
        plain = "\n".join(shown(reading, Layout(), 1)).replace("«", "").replace("»", "")
        coloured = "\n".join(shown(reading, Layout(palette=Palette(True)), 1))
        assert re.sub(r" +$", "", SGR.sub("", coloured), flags=re.MULTILINE) == plain


def test_marks_without_a_field_stand_in_parentheses() -> None:
    assert rows(marked("MARK"))[0][0] == "(label)"
    assert rows(marked("MARK SUBJECT"))[0][0] == "subject"
    assert rows(marked("==="))[0][0] == "separator"
    assert rows(marked("nothing"))[0] == ("", "?", "«nothing»")


def test_paths_that_the_telegram_does_not_have() -> None:
    assert rows(marked("OTHER"))[0][0] == "9, body[7]"


def test_embedded_telegrams_are_named() -> None:
    reading = marked("SUBJECT\n\n[SUBJECT MARK odd")
    assert rows(reading) == [
        ("subject", "│", "SUBJECT"),
        ("", "│", ""),
        ("embedded[0]: subject", "?", "«[»SUBJECT MARK «odd»"),
    ]
    assert ", 1 embedded" in "\n".join(shown(reading, Layout()))


def test_long_lines_go_on_below() -> None:
    found = rows(marked("SUBJECT " + "word " * 30), columns=60)
    assert [row[1] for row in found] == ["?"] * len(found)
    assert all(len(row[2]) <= 60 - 18 for row in found)
    assert "".join(f"{row[2]} " for row in found).split() == ["SUBJECT", "«word", *["word"] * 28, "word»"]
    found = rows(marked("MARK\n" + "===" + "x" * 100), columns=60)
    assert [len(row[2]) for row in found[1:]] == [42, 42, 21]


def test_rest_of_a_line_has_a_broken_bar() -> None:
    reading = tf.parse(load("partial").replace(b" &#x000A;", b" "))
    bars = [row[1] for row in rows(reading, columns=60)]
    assert "┊" in bars


def test_wide_characters_take_two_columns() -> None:
    found = rows(marked("日本" * 30), columns=60)
    assert [len(row[2]) for row in found] == [21, 21, 20]


def test_only_one_of_several_empty_lines() -> None:
    assert rows(marked("\n\n\r\n MARK \r\r\n\r\n\t\r\nSUBJECT\n\n\n")) == [
        ("(label)", "│", " MARK"),
        ("", "│", ""),
        ("subject", "│", "SUBJECT"),
    ]


def test_hostile_text_is_visible() -> None:
    out = "\n".join(shown(marked("SUBJECT \x1b[2J\x9b\u202eX\t\x00"), Layout()))
    assert "SUBJECT «^[[2J<U+009B><U+202E>X^I^@»" in out


def test_ascii_signs() -> None:
    reading = marked("SUBJECT odd " + "x" * 90)
    out = "\n".join(shown(reading, Layout(signs=ASCII_SIGNS)))
    assert out.isascii()
    assert "? SUBJECT <<odd" in out


def test_unread_passages_are_listed_and_cut() -> None:
    lines = list(shown(marked("SUBJECT " + "odd\nwords " * 30), Layout(columns=60)))
    at = lines.index("not read")
    assert lines[at + 1].startswith("  1:9     odd words odd")
    assert lines[at + 1].endswith("...")
    assert len(lines[at + 1]) == 60


def test_verbose_lists_all_fields_in_order(run: Run, flood: str) -> None:
    out = run("show", "-v", "--width", "80", flood).out
    fields = out.split("\nfields\n")[1].split("\n\n")[0].split("\n")
    assert fields[0].split() == ["transmission.identification", "1:6", "XYZ0007"]
    assert len(fields) > 30
    assert all(len(line) <= 80 for line in fields)


def test_empty_input(run: Run) -> None:
    result = run("show", "-v", stdin=b"")
    assert result.code == 0
    assert "coverage 100.0%, 1 warning" in result.out
    assert "the input has no text [empty-input]" in result.out


def test_several_inputs_and_strictness(run: Run, flood: str, wrong: str) -> None:
    result = run("show", flood, wrong)
    assert result.code == 0
    assert f"\n\n{wrong}\n" in result.out
    assert run("show", "--strict", flood).code == 0
    assert run("show", "--strict", flood, wrong).code == 1
    assert "\x1b[1;33m2 warnings" in run("show", "--color", "always", wrong).out


def test_quiet_leaves_infos_out(run: Run) -> None:
    assert "[header-missing]" in run("show", stdin=load("partial")).out
    assert "[header-missing]" not in run("show", "-q", stdin=load("partial")).out


@pytest.mark.parametrize(("columns", "widest"), [("200", 120), ("90", 90), ("20", 60)])
def test_width_is_that_of_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, columns: str, widest: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = run("show", "--format", "plain", stdin=b"word " * 100).out
    assert max(len(line) for line in out.split("\n") if "┊" in line or "?" in line) in (widest, widest - 1, widest - 2)


@pytest.mark.parametrize("width", ["59", "-1", "x", "99999", "²²²"])
def test_widths_that_are_none(run: Run, flood: str, width: str) -> None:
    result = run("show", flood, f"--width={width}")
    assert result.code == 2
    assert "is no width" in result.err


@given(st.text(alphabet=st.characters(codec=None)) | st.binary())
def test_anything_can_be_shown(data: str | bytes) -> None:
    """Law: showing raises nothing, and what it shows has no control characters but line ends."""
    for line in shown(marked(data), Layout(columns=60), 1):
        assert not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in line.replace("\n", ""))


def test_a_page(run: Run, flood: str, tmp_path: Path) -> None:
    page = tf.to_html(tf.read(flood)).encode("utf-8")
    assert run("show", flood, "--html")[:1] + run("show", flood, "--html")[2:] == (0, "", page)
    path = tmp_path / "page.html"
    assert run("show", flood, "--html", "-o", str(path))[:3] == (0, "", "")
    assert path.read_bytes() == page
    assert (
        run("show", "--html", stdin=load("flood")).data == tf.to_html(tf.parse(load("flood"), name="<stdin>")).encode()
    )


def test_a_page_of_a_telegram_that_is_not_as_it_should_be(run: Run, wrong: str) -> None:
    assert run("show", wrong, "--html", "--strict").code == 1
    assert run("show", wrong, "--html").code == 0


def test_pages_that_cannot_be_written(run: Run, flood: str, tmp_path: Path) -> None:
    assert "a page is of one telegram" in run("show", flood, flood, "--html").err
    assert "--output is for pages" in run("show", flood, "-o", "page.html").err
    result = run("show", flood, "--html", "-o", str(tmp_path / "no" / "page.html"))
    assert result.code == 1
    assert result.err.endswith("page.html: cannot be written: No such file or directory\n")
