"""A reading as a page: what stands there, what is drawn on it, and that nothing in it is more than text."""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.diagnostics.codes import CODES
from telegram_format.examples import load, names
from telegram_format.reading.trace import Layer, Trace
from telegram_format.text.view import View
from telegram_format.text.visible import visible
from telegram_format.views.style import notebook_style, page_style

Parsed = Callable[[str], Any]

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "div", "h1", "table", "thead", "tbody", "tr", "th"),
    *("td", "ul", "li", "a", "span", "pre", "code", "b", "i", "details", "summary"),
}
NAMES = {
    *("lang", "charset", "http-equiv", "content", "name", "class", "title", "id", "href", "scope", "role", "dir"),
    *("data-l", "data-n"),
}
HOSTILE = (
    "",
    "\n",
    "\n\n\nA",
    "\r\rA\r\r\nB\r",
    "</pre></code><script>alert(1)</script>",
    "<!--",
    "]]>&amp;&#x3c;script&#62;",
    "<a href='javascript:x' onclick=\"x\">`${x}`",
    "\ud800\udc80\udfff\ufeff\ufffe\uffff\U0010ffff",
    "\u202eabc\u2066\u200f\u061c\x9b2J\x85\u2028",
    "SUBJECT: </span></td><style>*{display:none}</style>\nTAGS: <B>\n",
    "SUBJECT: \u202e\x1b]0;x\x07 \x81\n\n1. (C) &lt;b&gt; {{x}} {% x %}",
)


def policy_holds(page: Any) -> None:
    """No tag and no attribute but those known; links lead within; ids are prefixed and single."""
    assert page.tags <= TAGS
    assert page.names <= NAMES
    found = [event.attributes for event in page.events]
    ids = [one["id"] for one in found if "id" in one]
    assert all(name.startswith("tf-") for name in ids)
    assert len(ids) == len(set(ids))
    assert {one["href"].removeprefix("#") for one in found if "href" in one} <= set(ids)
    assert all(one["href"].startswith("#") for one in found if "href" in one)


@pytest.mark.parametrize("name", names())
def test_examples(parsed: Parsed, name: str) -> None:
    reading = tf.parse(load(name))
    page = parsed(tf.to_html(reading))
    assert page.source == reading.source.text
    policy_holds(page)


def test_damaged(parsed: Parsed, damaged: bytes) -> None:
    reading = tf.parse(damaged)
    page = parsed(tf.to_html(reading))
    assert page.source == reading.source.text
    policy_holds(page)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile(parsed: Parsed, text: str) -> None:
    reading = tf.parse(text, name=text)
    whole = tf.to_html(reading, title=text)
    page = parsed(whole)
    assert page.source == text
    assert whole == visible(whole)
    policy_holds(page)


def test_every_code_point(parsed: Parsed) -> None:
    step = 1 << 17
    for first in range(0, sys.maxunicode + 1, step):
        text = "".join(map(chr, range(first, min(first + step, sys.maxunicode + 1))))
        whole = tf.to_html(tf.parse(text, format="plain"))
        assert whole.replace("\t", "") == visible(whole.replace("\t", ""))
        page = parsed(whole)
        assert page.source == text
        assert page.tags <= TAGS


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(st.sampled_from([*HOSTILE, "SUBJECT: ", "\r", "\n", "<", "&", "'", '"', "1. (C) ", "TAGS: "])))
def test_the_text_of_a_page_is_the_source(parsed: Parsed, text: list[str]) -> None:
    """Law: whatever the source, the text of its element is the source, and no tag is there that is not ours."""
    reading = tf.parse("".join(text))
    page = parsed(tf.to_html(reading))
    assert page.source == "".join(text)
    policy_holds(page)


@pytest.mark.parametrize("name", names())
def test_every_field_is_marked_at_each_of_its_places(parsed: Parsed, name: str) -> None:
    reading = tf.parse(load(name))
    page = parsed(tf.to_html(reading))
    titles = {title.split(":")[0].split(" (")[0] for one in page.marked for title in one.title.split(" = ")}
    for path, spans in reading.trace.items():
        spelled = spelling(reading, path)
        assert spelled in titles
        assert passage_of(reading, spelled).spans == spans
        for number, span in enumerate(reading.trace.characters(path), 1):
            said = [one for one in page.marked if re.match(re.escape(spelled) + r"(?:$|: | \(| = )", one.title)]
            counted = f"(place {number} of {len(spans)})" if len(spans) > 1 else ""
            found = [one for one in page.marked if any(t.startswith(spelled) for t in one.title.split(" = "))]
            assert span in [(one.start, one.end) for one in found if counted in one.title], (path, said)


def spelling(reading: tf.Reading, path: str) -> str:
    """`body[5].text` as callers name it."""
    match = re.match(r"body\[([0-9]+)\]", path)
    if match is None or not isinstance(reading.telegram.body[int(match[1])], tf.Paragraph):
        return path
    before = reading.telegram.body[: int(match[1])]
    return f"paragraphs[{sum(isinstance(one, tf.Paragraph) for one in before)}]{path[match.end() :]}"


def passage_of(reading: tf.Reading, path: str) -> tf.Passage:
    passage = reading.where(path)
    assert passage is not None
    return passage


def test_values_that_say_more_than_their_words_stand_in_the_title() -> None:
    page = tf.to_html(tf.parse(load("harbour")))
    assert 'title="precedence: immediate"' in page
    assert 'title="dtg: 061640Z MAR 09 (2009-03-06 16:40 UTC)"' in page
    assert 'title="tags[0]: PREL (subject)"' in page
    assert 'title="paragraphs[1].text (place 2 of 2)"' in page
    assert 'title="subject"' in page


def test_what_was_not_read_and_what_has_no_field(parsed: Parsed, damaged: bytes) -> None:
    reading = tf.parse(damaged)
    page = parsed(tf.to_html(reading))
    unread = [page.source[one.start : one.end] for one in page.marked if one.classes == "tf-unread"]
    assert unread == [passage.text for passage in reading.unread]
    assert unread
    marks = [page.source[one.start : one.end] for one in page.marked if one.title == "page mark (understood, no field)"]
    assert marks == ["PORT ALDER 00000219  001.2 OF 002", "PORT ALDER 00000219  002 OF 002"]
    assert 'data-l="(not read)"' in tf.to_html(reading)


def test_the_wrapper_is_told_from_the_telegram(parsed: Parsed) -> None:
    page = parsed(tf.to_html(tf.parse(load("partial"))))
    wrapper = [page.source[one.start : one.end] for one in page.marked if one.classes == "tf-wrapper"]
    assert "<h3>Viewing cable 08MERIDIAN1406, " in "".join(wrapper)
    assert not any("Summary: Three" in word for word in wrapper)


def test_facts_of_the_wrapper_have_short_names_in_the_gutter() -> None:
    page = tf.to_html(tf.parse(load("partial")))
    assert 'data-l="origin"' in page
    assert 'title="attributes.origin"' in page


def test_oddities_stand_beside_their_places(damaged: bytes) -> None:
    reading = tf.parse(damaged)
    page = tf.to_html(reading)
    for diagnostic in reading.diagnostics:
        assert f"<code>{diagnostic.code}</code>" in page
    source = page.index("<pre")
    line = page.index("RUEHPLD", source)
    note = page.index('<span class="tf-n tf-warning"')
    assert line < page.index('<span class="tf-d tf-warning" data-n="2"') < note < page.index("RUEHC/", source)
    assert page.index('<div class="tf-w"><span class="tf-n tf-info"') < page.index("<pre")


def test_a_reading_made_by_hand_can_say_anything(parsed: Parsed) -> None:
    evil = "\"'><script>\x1b\ud800</script>"
    reading = tf.parse("SUBJECT: A")
    found: Any = (tf.Diagnostic(evil, evil, evil, (0, 3), evil, evil), tf.Diagnostic(evil, evil, evil))  # type: ignore[arg-type]
    made = tf.evolve(reading, diagnostics=found, format=evil, carrier=evil, detection=tf.Detection(0.5, evil))
    whole = tf.to_html(made, title=evil)
    page = parsed(whole)
    assert page.source == "SUBJECT: A"
    assert whole == visible(whole)
    policy_holds(page)


def by_hand(text: str, *, fields: Any = (), marks: Any = (), diagnostics: Any = ()) -> tf.Reading:
    """A reading of these entries."""
    source = tf.Source.of(text)
    view = View.whole(source)
    trace = Trace((Layer(view, list(fields), list(marks), []),), source)
    return tf.Reading(source, tf.Telegram(subject="A"), trace, tuple(diagnostics), "plain", "plain", view)


def test_a_remedy_is_told_once_and_a_diagnostic_too() -> None:
    found = [tf.Diagnostic("date-invalid", "error", "wrong", (start, start + 1)) for start in (0, 2, 0)]
    page = tf.to_html(by_hand("A B", diagnostics=found))
    assert page.count('role="note"') == 2
    assert page.count(CODES["date-invalid"].remedy) == 1
    assert page.index(' id="tf-n1"') < page.index('class="tf-r"') < page.index(' id="tf-n2"')


def test_a_field_without_extent_has_no_link(parsed: Parsed) -> None:
    page = tf.to_html(by_hand("A B", fields=[(("subject",), 1, 1), (("attributes", "<b>"), 0, 1)]))
    assert "<li>A</li>" in page
    assert "<td>subject</td><td>1:2</td><td></td>" in page
    policy_holds(parsed(page))
    assert "&lt;b&gt;</li>" in page


def test_fields_and_marks_of_one_place(parsed: Parsed) -> None:
    fields = [(("subject",), 0, 3), (("to", 0), 0, 3), (("to", 0, "name"), 0, 3)]
    page = parsed(tf.to_html(by_hand("A B", fields=fields, marks=[("label", 0, 3), ("line", 0, 3)])))
    assert [(one.classes, one.title) for one in page.marked if one.title] == [
        ("tf-f tf-subject", "subject: A = to[0] = to[0].name"),
        ("tf-mark", "label (understood, no field) = line (understood, no field)"),
    ]


def test_text_that_nobody_understood_has_its_field() -> None:
    page = tf.to_html(tf.parse("nothing that anybody reads"))
    assert 'title="paragraphs[0]"' in page
    assert 'data-l="paragraphs[0], not read"' in page


def test_names_in_the_gutter_are_not_repeated() -> None:
    page = tf.to_html(tf.parse(load("harbour")))
    labels = re.findall('data-l="([^"]+)"', page)
    assert all(one != other for one, other in pairwise(labels))
    assert labels.count("paragraphs[1]") == 2
    assert labels[0] == "transmission"


def test_the_list_of_fields() -> None:
    page = tf.to_html(tf.parse(load("harbour")))
    rows = re.findall(r"<tr><td><a [^>]+>([^<]+)</a></td><td>([0-9:]+)</td><td>([^<]*)</td></tr>", page)
    reading = tf.parse(load("harbour"))
    assert len(rows) == len(reading.trace)
    for path, at, text in rows:
        passage = passage_of(reading, path)
        assert at == str(passage)
        words = " ".join(reading.source.data[slice(*passage.span)].decode().split())
        assert html.unescape(text) == (words if len(words) <= 60 else f"{words[:59]}…")
    assert "<ul></ul>" not in page


def test_embedded_telegrams() -> None:
    data = (Path(__file__).parents[1] / "fixtures" / "cablegate" / "records_two_telegrams.txt").read_bytes()
    page = tf.to_html(tf.parse(data.replace(b"TAGS: ", b"TAGS: \xff")))
    assert 'class="tf-embedded" title="embedded[0]"' in page
    assert 'title="embedded[0].subject"' in page
    assert '<th scope="row">Inside</th><td><ul><li>embedded[0]: ' in page
    assert 'data-l="embedded[0]: subject"' in page
    assert "unread" in page


def test_a_page_needs_nothing_else() -> None:
    page = tf.to_html(tf.parse(load("harbour")))
    assert "default-src 'none'; style-src 'sha256-" in page
    assert not re.search(r"<script|<link|<img|url\(|@import|https?:|srcset|javascript:", page)
    assert page == tf.to_html(tf.parse(load("harbour")))


def test_the_table(damaged: bytes) -> None:
    page = tf.to_html(tf.parse(load("harbour"), name="C:\\a<b>.txt", format="cablegate"))
    assert "<li>a&lt;b&gt;.txt, 3,403 bytes, utf-8, LF" in page
    assert "c3c4cd880e7241243593128dba20a018cd970d8ba40ccdd6d9a908dafaf53805" in page
    assert "<li>cablegate (named by the caller)</li>" in page
    assert "<li>100.0%</li>" in page
    assert re.search(r'To</th><td><ul><li><a href="#tf-f\d+">RUEHC/SECSTATE WASHDC IMMEDIATE 2291</a></li><li>', page)
    assert ">12958, declassify on 2019-03-06</a>" in page
    other = tf.to_html(tf.parse(damaged))
    assert re.search(r"<li>\d\d\.\d%, \d passages? not read</li>", other)
    assert re.search("bytes, cp1252, CR LF, LF, CR</li>", other)
    assert "attributes" not in other
    assert "released: 2011-03-08 16:04</a>" in tf.to_html(tf.parse(load("partial")))


def test_the_title() -> None:
    reading = tf.parse(load("flood"))
    assert "<h1>09 PORT ALDER 142: FLOOD RELIEF" in tf.to_html(reading)
    assert "<title>&lt;mine&gt;^G</title>" in tf.to_html(reading, title="<mine>\x07")
    assert "<h1>notes.txt</h1>" in tf.to_html(tf.parse("", name="/home/me/notes.txt"))
    assert "<h1>A telegram</h1>" in tf.to_html(tf.parse(""))


def test_a_reading_without_fields() -> None:
    reading = tf.parse("")
    bare = tf.Reading(reading.source, tf.Telegram(), Trace((), reading.source), (), "plain", "plain", reading.view)
    assert "<details" not in tf.to_html(bare)


def test_every_class_that_is_drawn_has_a_style(damaged: bytes) -> None:
    style = page_style() + notebook_style()
    for data in (*map(load, names()), damaged):
        for classes in re.findall(r'class="([^"]*)"', tf.to_html(tf.parse(data))):
            assert all(f".{name}" in style for name in classes.split() if name != "tf-f"), classes


def seconds(text: str) -> float:
    reading = tf.parse(text)
    _ = reading.unread
    best = 9.0
    for _ in range(3):
        begin = process_time()
        tf.to_html(reading)
        best = min(best, process_time() - begin)
    return best


HEADING = load("flood").decode().split("\n\n1. ")[0]


@pytest.mark.parametrize(
    "piece", ["\n\n2. (C) The ferry", "\nSIPDIS", "\r", "é \x1b", "\nXXQ\n\nTAGS: PREL ", "\n\n" + HEADING, "<&"]
)
def test_time_grows_with_the_text(piece: str) -> None:
    times = [seconds(HEADING + piece * (size // len(piece))) for size in (3_000, 24_000)]
    assert times[1] < 16 * times[0] + 0.05
