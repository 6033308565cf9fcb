"""The page of a reading as a browser shows it."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import Any

import pytest

import telegram_format as tf
from telegram_format.examples import load

Browser = Any

SOURCE = """
(() => {
  const source = document.querySelector(".tf-s").cloneNode(true);
  source.querySelectorAll(".tf-ns").forEach(note => note.remove());
  const units = [];
  const walk = node => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) units.push(child.data);
      else if (child.classList.contains("tf-c")) units.push([child.title]);
      else walk(child);
    }
  };
  walk(source);
  return units;
})()
"""
"""The texts of the source, and the titles of visible forms, each in a list of its own."""


def undone(title: str) -> str:
    """The character that a visible form names."""
    kind, _, figures = title.replace("+", " ").partition(" ")
    return chr(int(figures, 16) + (0xDC00 if kind == "byte" else 0))


def test_the_text_of_the_source_is_the_source(browser: Browser, page: Path, reading: tf.Reading) -> None:
    browser.open(page)
    units = browser.value(SOURCE)
    assert "".join(unit if isinstance(unit, str) else undone(unit[0]) for unit in units) == reading.source.text


@pytest.mark.parametrize("width", [320, 400, 700, 1280])
def test_nothing_complains_is_fetched_or_sticks_out(browser: Browser, page: Path, width: int) -> None:
    browser.open(page, width=width)
    assert browser.complaints == []
    assert browser.requests == [page.as_uri()]
    assert browser.value("document.documentElement.scrollWidth") <= width
    assert browser.value("document.scripts.length") == 0


def test_a_field_under_the_pointer_says_its_name(browser: Browser, page: Path, reading: tf.Reading) -> None:
    browser.open(page)
    place = browser.value(
        """(() => { const found = [...document.querySelectorAll(".tf-s .tf-f")].find(one => one.title === "subject");
        found.scrollIntoView({block: "center"});
        const box = found.getClientRects()[0]; return [box.x + 5, box.y + box.height / 2]; })()"""
    )
    bar = "[...document.querySelectorAll('.tf-s *')].map(one => getComputedStyle(one, '::after'))"
    bar += ".filter(style => style.position === 'fixed').map(style => style.content)"
    assert browser.value(bar) == []
    browser.point(*place)
    assert browser.value(f"document.elementFromPoint({place[0]}, {place[1]}).title") == "subject"
    assert browser.value(bar) == ['"subject"']
    assert reading.telegram.subject is not None


def test_of_nested_fields_the_inner_one_says_its_name(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(tf.to_html(tf.parse(load("harbour"))).encode("utf-8"))
    browser.open(path)
    box = (
        "(() => {{ const found = document.querySelector('.tf-s [title={}]'); found.scrollIntoView({{block: 'center'}});"
    )
    box += " const box = found.getClientRects()[0];"
    box += " return [box.x + 1, box.y + 5]; }})()"
    for title, outer in (("to[0].name", "to[0]"), ("to[0].precedence", "to[0]")):
        browser.point(*browser.value(box.format(f'"{title}"')))
        hovered = browser.value("[...document.querySelectorAll('.tf-f:hover')].map(one => one.title)")
        assert hovered == [outer, title]
        outlined = browser.value(
            "[...document.querySelectorAll('.tf-f')].filter(one => getComputedStyle(one).outlineStyle === 'solid')"
            ".map(one => one.title)"
        )
        assert outlined == [title]


def test_notes_stand_beside_their_lines_or_below(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(tf.to_html(tf.parse(load("flood").replace(b"#0142", b"#0143"))).encode("utf-8"))
    boxes = "['.tf-s .tf-d[data-n]', '.tf-s .tf-n']"
    boxes += ".map(one => document.querySelector(one).getBoundingClientRect().toJSON())"
    browser.open(path, width=1280)
    place, note = browser.value(boxes)
    assert note["left"] > place["right"]
    assert abs(note["top"] - place["top"]) < 8
    browser.open(path, width=400)
    place, note = browser.value(boxes)
    assert note["top"] >= place["bottom"] - 8
    assert note["left"] < 30


def test_names_stand_in_the_gutter_beside_their_lines(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(tf.to_html(tf.parse(load("flood"))).encode("utf-8"))
    browser.open(path, width=1280)
    found = browser.value(
        """[...document.querySelectorAll(".tf-g")].map(one => [one.dataset.l, one.getBoundingClientRect().top])"""
    )
    tops = dict(reversed(found))
    assert [name for name, _ in found[:3]] == ["transmission", "precedence, dtg", "originator"]
    line = browser.value("""document.querySelector('[title="subject"]').getClientRects()[0].top""")
    assert abs(tops["subject"] - line) < 8
    assert len({round(top) for _, top in found}) == len(found)


@pytest.mark.parametrize("width", [800, 1280])
def test_names_stand_beside_their_lines_where_notes_are_between(browser: Browser, tmp_path: Path, width: int) -> None:
    data = load("flood").replace(b"#0142", b"#0143").replace(b"UUUUU", b"CCCCC")
    path = tmp_path / "page.html"
    path.write_bytes(tf.to_html(tf.parse(data)).encode("utf-8"))
    browser.open(path, width=width)
    for label, title in (("precedence, dtg", "precedence: priority"), ("captions[0]", "captions[0]")):
        tops = browser.value(
            f"""[".tf-g[data-l='{label}']", ".tf-s [title='{title}']"]
            .map(one => document.querySelector(one).getClientRects()[0].top)"""
        )
        assert abs(tops[0] - tops[1]) < 8, label


@pytest.mark.parametrize("dark", [False, True])
def test_text_can_be_read_on_every_ground(browser: Browser, page: Path, dark: bool) -> None:
    """The contrast of each text with what lies below it is 4.5 at least (WCAG 2.2, 1.4.3)."""
    browser.open(page, dark=dark)
    worst = browser.value(CONTRAST)
    assert worst[0] >= 4.5, worst
    ground = browser.value("getComputedStyle(document.querySelector('.tf-view')).backgroundColor")
    assert ground == ("rgb(21, 23, 27)" if dark else "rgb(255, 255, 255)")


CONTRAST = """
(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
  const painted = (under, colour) => {
    canvas.fillStyle = `rgb(${under})`; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = colour => {
    const [r, g, b] = colour.map(one => (one /= 255) <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let worst = [99, ""];
  const walk = (element, under) => {
    const style = getComputedStyle(element);
    const ground = painted(under, style.backgroundColor);
    const text = [...element.childNodes].some(one => one.nodeType === Node.TEXT_NODE && one.data.trim());
    if (text) {
      const [low, high] = [light(ground), light(painted(ground, style.color))].sort((one, other) => one - other);
      const contrast = (high + 0.05) / (low + 0.05);
      if (contrast < worst[0]) worst = [contrast, element.outerHTML.slice(0, 200)];
    }
    for (const child of element.children) walk(child, ground);
  };
  walk(document.querySelector(".tf-view"), [0, 0, 0]);
  return worst;
})()
"""


def test_a_link_of_the_table_leads_to_its_place(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(tf.to_html(tf.parse(load("harbour"))).encode("utf-8"))
    browser.open(path)
    browser.value("[...document.querySelectorAll('.tf-t a')].find(one => one.textContent === 'immediate').click()")
    assert browser.value("document.querySelector(':target').title") == "precedence: immediate"


def test_it_prints(browser: Browser, page: Path) -> None:
    browser.open(page, dark=True)
    paper = browser.paper()
    assert paper.startswith(b"%PDF-")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 12
    browser.media("print", dark=True)
    assert browser.value("getComputedStyle(document.querySelector('.tf-view')).colorScheme") == "light"
    assert browser.value("getComputedStyle(document.querySelector('.tf-a')).display") == "none"
    for sign in (".tf-s .tf-d[data-n]", ".tf-s .tf-unread"):
        found = f"[...document.querySelectorAll('{sign}')].map(one => getComputedStyle(one, '::after').display)"
        assert set(browser.value(found)) <= {"inline"}


def test_a_fragment_touches_nothing_around_it(browser: Browser, tmp_path: Path) -> None:
    around = (
        "<!DOCTYPE html><meta charset=utf-8><p id=a>a <code>b</code> <a href=#>c</a></p><table><tr><th>d<td>e</table>"
    )
    styles = """JSON.stringify([...document.querySelectorAll("body, body > p, body > p *, body > table *")]
        .map(one => [...getComputedStyle(one)].filter(name => !/size|origin|height|width|perspective/.test(name))
        .map(name => getComputedStyle(one).getPropertyValue(name))))"""
    path = tmp_path / "page.html"
    path.write_bytes(around.encode("utf-8"))
    browser.open(path)
    before = browser.value(styles)
    fragment = tf.parse(load("harbour"))._repr_html_() or ""
    path.write_bytes((around + fragment + fragment).encode("utf-8"))
    browser.open(path)
    assert browser.value(styles) == before
    assert browser.complaints == []


def test_the_picture_is_not_blank(browser: Browser, page: Path) -> None:
    browser.open(page)
    picture = browser.picture()
    data = b"".join(
        picture[match.end() : match.end() + int.from_bytes(picture[match.start() - 4 : match.start()])]
        for match in re.finditer(rb"IDAT", picture)
    )
    assert len(set(zlib.decompressobj().decompress(data, 1 << 22))) > 50
