"""XML as a row of tokens with their places: tags, references, comments, sections of characters.

W3C XML 1.0. Strategy: one pattern, applied from token to token, each part of it possessive and ended by the next
bracket, so that a row of unclosed tags or quotes costs no more than its length. No tree is built and nothing has to be
well-formed: what is no token is text, and which end belongs to which start is found by counting names. A document type
is passed over; what it declares is never looked up, so no reference grows and nothing outside is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from telegram_format.grammar.entities import ENTITY

_TOKEN = re.compile(
    rf"""
    {ENTITY}
  | <!-- | <!\[CDATA\[
  | < (?P<close> / )?+ (?P<name> [A-Za-z_] [\w:.-]*+ )
    (?P<attributes> (?: [^<>"']++ | "[^"<]*+" | '[^'<]*+' )*+ ) >    # no bracket opens in a quote [XML 2.3]
  | < [?!] [^<>]*+ >                                                 # an instruction, a declaration
    """,
    re.VERBOSE | re.ASCII,
)
_ATTRIBUTE = re.compile(
    r"""(?<! [\w:.-] ) ( [A-Za-z_] [\w:.-]*+ ) \s?+ = \s?+ (?: " ( [^"]*+ ) " | ' ( [^']*+ ) ' )""",
    re.VERBOSE | re.ASCII,
)
_LONGEST_TAG = 4096
"""Characters; the attributes of a longer tag are not looked at."""

_ENDS = {"<!--": "-->", "<![CDATA[": "]]>"}


class Token(NamedTuple):
    """A token: its place and its `kind`.

    Kinds are `start`, `end`, `empty` (a tag that is both), `reference`, `characters` (a CDATA section), `other`
    (comments, instructions, declarations). `name` is the element; `attributes` is what the tag says behind it.
    """

    start: int
    end: int
    kind: str
    name: str = ""
    attributes: tuple[int, int] = (0, 0)


def tokens(text: str, position: int) -> Iterator[Token]:
    """The tokens of `text` from `position` on. A comment or section that does not end is text."""
    unended = set()
    while (match := _TOKEN.search(text, position)) is not None:
        start, position = match.span()
        word = match[0]
        if word[0] == "&":
            yield Token(start, position, "reference")
        elif (last := _ENDS.get(word)) is not None:
            end = -1 if word in unended else text.find(last, position)
            if end < 0:
                unended.add(word)
                continue
            position = end + len(last)
            yield Token(start, position, "other" if last == "-->" else "characters")
        elif match["name"] is None:
            yield Token(start, position, "other")
        else:
            kind = "end" if match["close"] else "empty" if word.endswith("/>") else "start"
            yield Token(start, position, kind, match["name"], match.span("attributes"))


def matched(row: list[Token]) -> dict[int, int]:
    """Index of a start tag → index of its end tag. Elements that cross each other are both matched."""
    opened: dict[str, list[int]] = {}
    found = {}
    for index, token in enumerate(row):
        if token.kind == "start":
            opened.setdefault(token.name, []).append(index)
        elif token.kind == "end" and opened.get(token.name):
            found[opened[token.name].pop()] = index
    return found


def attributes(text: str, token: Token) -> Mapping[str, tuple[int, int]]:
    """Name of an attribute → the place of its value. References in values are left as they are."""
    start, end = token.attributes
    if end - start > _LONGEST_TAG:
        return {}
    pairs = _ATTRIBUTE.finditer(text, start, end)
    return {match[1]: match.span(2 if match[2] is not None else 3) for match in pairs}
