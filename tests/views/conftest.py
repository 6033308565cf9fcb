"""Pages as two parsers see them, and telegrams to draw.

Strategy: what a parser makes of a page is brought into one shape, a list of starts, texts and ends, and read from that.
The text of the source is what its element holds, without the notes, each visible form undone by the name in its title.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple

import html5lib
import pytest

from telegram_format.examples import load

VOID = {"meta", "br", "link", "img"}
Attributes = dict[str, str]


class Event(NamedTuple):
    """A `start` of a tag with its attributes, its `end`, or a `text`."""

    kind: str
    word: str
    attributes: Attributes = {}  # noqa: RUF012 (a default of a tuple; nobody changes it)


class Plain(HTMLParser):
    """The parser of the standard library, which takes tags as they come."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append(Event("start", tag, {name: value or "" for name, value in attrs}))
        if tag in VOID:
            self.events.append(Event("end", tag))

    def handle_endtag(self, tag: str) -> None:
        self.events.append(Event("end", tag))

    def handle_data(self, data: str) -> None:
        self.events.append(Event("text", data))


def plain_events(page: str) -> list[Event]:
    parser = Plain()
    parser.feed(page)
    parser.close()
    return parser.events


def standard_events(page: str) -> list[Event]:
    """The parser of the HTML standard, which does what browsers do."""
    return list(_walked(html5lib.parse(page, treebuilder="etree", namespaceHTMLElements=False)))


def _walked(element: Any) -> Iterator[Event]:
    if isinstance(element.tag, str):
        yield Event("start", element.tag, dict(element.attrib))
        if element.text:
            yield Event("text", element.text)
        for child in element:
            yield from _walked(child)
            if child.tail:
                yield Event("text", child.tail)
        yield Event("end", element.tag)


class Marked(NamedTuple):
    """An element of the source: its class, its title, and the characters of the source in it."""

    classes: str
    title: str
    start: int
    end: int


class Page(NamedTuple):
    """What a parser sees."""

    events: list[Event]
    source: str
    marked: list[Marked]

    @property
    def tags(self) -> set[str]:
        return {event.word for event in self.events if event.kind == "start"}

    @property
    def names(self) -> set[str]:
        """The names of all attributes."""
        return {name for event in self.events for name in event.attributes}

    def places(self, title: str) -> list[tuple[int, int]]:
        """Where elements of this title stand; what was broken off and went on is one."""
        joined: list[tuple[int, int]] = []
        for found in sorted(self.marked, key=lambda one: one.start):
            if title in found.title.split(" = "):
                if joined and joined[-1][1] == found.start:
                    joined[-1] = (joined[-1][0], found.end)
                else:
                    joined.append((found.start, found.end))
        return joined


def page_of(events: list[Event]) -> Page:
    open_: list[tuple[Event, int]] = []
    words: list[str] = []
    marked: list[Marked] = []
    length = 0
    for event in events:
        classes = [one.attributes.get("class", "").split() for one, _ in open_]
        within = any("tf-s" in one for one in classes)
        if event.kind == "start":
            if (
                within
                and not any("tf-ns" in one for one in classes)
                and "tf-c" in event.attributes.get("class", "").split()
            ):
                words.append(undone(event.attributes["title"]))
                length += 1
            open_.append((event, length))
        elif event.kind == "end":
            start, at = open_.pop()
            assert start.word == event.word, f"{start} is ended by {event}"
            if within:
                marked.append(Marked(start.attributes.get("class", ""), start.attributes.get("title", ""), at, length))
        elif within and not any("tf-ns" in one or "tf-c" in one for one in classes):
            words.append(event.word)
            length += len(event.word)
    assert not open_
    return Page(events, "".join(words), marked)


def undone(title: str) -> str:
    """The character that a visible form names."""
    kind, _, figures = title.replace("+", " ").partition(" ")
    return chr(int(figures, 16) + (0xDC00 if kind == "byte" else 0))


PARSERS: dict[str, Callable[[str], list[Event]]] = {"html.parser": plain_events, "html5lib": standard_events}


@pytest.fixture(params=PARSERS)
def parsed(request: pytest.FixtureRequest) -> Callable[[str], Page]:
    """`parsed(page)`, by each of the parsers."""
    parser = PARSERS[request.param]
    return lambda page: page_of(parser(page))


@pytest.fixture
def damaged() -> bytes:
    """A telegram with contradictions, wrong bytes, controls, markup, and a line that nobody reads."""
    data = load("harbour").replace(b"#0219", b"#0218").replace(b"ZNY CCCCC", b"ZNY SSSSS")
    data = data.replace(b"TAGS:", b"T\x07AGS: ", 1).replace(b"Verrall received", b"V\x81 <b title='&quot;'>", 1)
    data = data.replace(b"A lease could", b"\x1b[31mA\rlease\x0c\x00 <!-- could", 1).replace(b"\n", b"\r\n", 30)
    return data + b"\nXXQ <script>alert(1)</script> & </code></pre></span>\n"
