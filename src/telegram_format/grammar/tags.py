"""The TAGS line: traffic analysis by geography and subject.

formats/state.md B6. Strategy: commas are certain ends, blanks are not: terms hold blanks, persons are a run of words
after OVIP and its like, codes are glued. So the words between two commas are taken from the left: the longest known
term, a known code, a run of known codes written together; a run of unknown words is one term, or a person after a code
that announces one. What a code is, the vocabulary says. A list of nothing but codes that are sure is read at once.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from telegram_format.grammar.classification_line import add_caption
from telegram_format.kit import Draft, Entry
from telegram_format.model.tag import Tag, TagKind
from telegram_format.vocab.tables import tag_kinds, tag_terms
from telegram_format.vocab.words import tag_aliases

_WORD = re.compile(r"[^\s,;()]+")
_LINE_OF_CODES = re.compile(
    r"[ \t]*+(?:[A-Z]{2,5}|[A-Z][A-Z0-9'/&-]{2,14})(?:[ ,;]++[A-Z][A-Z0-9'/&-]{1,14})*+[ ,;]*+(?=\n|$)"
)
_BEGINS_WITH_COMMA_LIST = re.compile(r"[ \t]*+[A-Z][A-Z0-9'/&-]{1,14},", re.IGNORECASE)
_PARENTHESES = re.compile(r"[ \t\n]*+\(([^()]{2,60})\)")
_ANNOUNCE_PERSON = frozenset(("OVIP", "OREP", "PINR", "OFDP"))
_CAPTIONS = frozenset(("SIPDIS", "NODIS", "EXDIS", "NOFORN", "SENSITIVE"))
_CODES = re.compile(r"[ ]*+(?:[A-Z]{2,5}+,?[ ]++)*+[A-Z]{2,5}+[ ]*+")
_CODE = re.compile(r"[A-Z]+")
_STOP = re.compile(
    r"[ \t]*+(?:E\.?O\.?[ 0-9]|SUBJ|REF\b|Classified|CLASSIFIED|[0-9]+[.)]|[-=]{3}|UNCLAS|SENSITIVE BUT)", re.IGNORECASE
)


def read_tags(draft: Draft, _label: int, start: int, end: int) -> int:
    """Read the value of a TAGS line; where the list ends."""
    list_end = _list_end(draft.text, start, end)
    if not _read_codes(draft, start, list_end):
        _Tags(draft).read(start, list_end)
    draft.marks.append(("tags", start, list_end))  # the signs between them; every word is a tag
    return list_end


def _read_codes(draft: Draft, start: int, end: int) -> bool:
    """Read a list of the regular form, codes that cannot be anything else, each once; whether this was one."""
    if "tags" in draft.values or _CODES.fullmatch(draft.text, start, end) is None:
        return False
    codes = _CODE.findall(draft.text, start, end)
    found = list(map(_sure_tags().get, codes))
    if None in found or len({*codes}) < len(codes):
        return False
    draft.values["tags"] = found
    draft.entries.append(((_places, draft.text), start, end))
    return True


def _places(start: int, end: int, text: str) -> list[Entry]:
    """The places of the codes of a list of the regular form."""
    return [(("tags", index), *match.span()) for index, match in enumerate(_CODE.finditer(text, start, end))]


@cache
def _sure_tags() -> dict[str, Tag]:
    """The codes that are nothing else: no other spelling, no longer term's beginning, no announcement of a person."""
    others = {*tag_aliases(), *_terms_by_first_word(), *_ANNOUNCE_PERSON, *_CAPTIONS}
    return {code: Tag.of(code) for code in tag_kinds() if code not in others}


def is_list_of_codes(line: str) -> bool:
    """Whether a line is nothing but known codes, two at least: TAGS that have lost their label."""
    words = line.replace(",", " ").replace(";", " ").split()
    return len(words) > 1 and all(word in tag_kinds() for word in words) and max(map(len, words)) >= 4


def _list_end(text: str, start: int, end: int) -> int:
    """The list ends with its line, unless the next line goes on with it."""
    position = text.find("\n", start, end)
    while 0 <= position < end:
        next_end = text.find("\n", position + 1, end)
        next_end = next_end if next_end >= 0 else end
        line = text[position + 1 : next_end]
        open_end = text[start:position].rstrip()[-1:] in (",", "(")
        if not line.strip():
            if not text[start:position].strip() or (
                open_end and _BEGINS_WITH_COMMA_LIST.match(text, next_end + 1, end)
            ):
                position = next_end if next_end < end else -1
                continue
            return position
        known = all(word in tag_kinds() for word in re.split(r"[ ,;]+", line.strip(" ,;\t")))
        if _STOP.match(line) or not (
            open_end or _BEGINS_WITH_COMMA_LIST.match(line) or (known and _LINE_OF_CODES.match(line))
        ):
            return position
        if next_end >= end:
            return end
        position = next_end
    return end


class _Tags:
    """The reading of one list."""

    __slots__ = ("draft", "known", "person_expected")

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.known = {tag.code: index for index, tag in enumerate(draft.values.get("tags", ()))}
        self.person_expected = False

    def read(self, start: int, end: int) -> None:
        text = self.draft.text
        words: list[tuple[str, int, int]] = []
        position = start
        for match in _WORD.finditer(text, start, end):
            between = text[position : match.start()]
            if "," in between or ";" in between or "(" in between:
                self.read_words(words, bounded=True)
                words = []
            if "(" in between:
                named = _PARENTHESES.match(text, position + between.index("("), end)
                person = named is not None and (self.person_expected or "," in named[1])
                if named is not None and person and match.start() < named.end():
                    name = _person(named[1])
                    self.add(name, "person", *named.span(1))
                    position = named.end()
                    self.person_expected = False
                    continue
            if match.start() < position:
                continue
            words.append((match[0].upper(), *match.span()))
            position = match.end()
        self.read_words(words, bounded="," in text[start:end])

    def read_words(self, words: list[tuple[str, int, int]], *, bounded: bool) -> None:
        """Read a run of words; `bounded` says that they stand between commas."""
        kinds = tag_kinds()
        index = 0
        unknown: list[tuple[str, int, int]] = []
        while index < len(words):
            word, start, end = words[index]
            length = _term_length(words, index)
            if length > 1:
                self.add_unknown(unknown)
                term = " ".join(part for part, _, _ in words[index : index + length])
                term, glued = _split_glued_tail(term)
                self.add(term, "term", start, words[index + length - 1][2] - len("".join(glued)))
                at = words[index + length - 1][2] - len("".join(glued))
                for code in glued:
                    self.add_code(code, at, at + len(code))
                    at += len(code)
                unknown = []
                index += length
                continue
            index += 1
            word = tag_aliases().get(word, word)
            if word in _CAPTIONS:
                self.add_unknown(unknown)
                unknown = []
                add_caption(self.draft, word, start, end)
            elif word in kinds:
                self.add_unknown(unknown)
                unknown = []
                self.add_code(word, start, end)
            elif codes := _glued(word):
                self.add_unknown(unknown)
                unknown = []
                at = start
                for code in codes:
                    self.add_code(code, at, at + len(code))
                    at += len(code)
                self.draft.note("tags-glued", f"{word} is read as {' '.join(codes)}", start, end, ("tags",))
            else:
                unknown.append((word, start, end))
        self.add_unknown(unknown, together=bounded and len(unknown) == len(words))

    def add_unknown(self, words: list[tuple[str, int, int]], *, together: bool = False) -> None:
        """A run of words that are no codes: a person where one is expected, one term, or each code-like one by itself.

        `together` says that they are all that stands between two commas.
        """
        if not words:
            return
        start, end = words[0][1], words[-1][2]
        if self.person_expected and 1 < len(words) <= 4:
            self.person_expected = False
            name, place = _completed(self.draft.text, [word for word, _, _ in words])
            self.add(name, "person", start, end)
            if place is not None:
                self.draft.place(("tags", self.known[name]), *place)
        elif not together and all(len(word) <= 6 for word, _, _ in words):
            for word, word_start, word_end in words:
                self.add_code(word.strip(".:"), word_start, word_end)
        else:
            self.add(
                " ".join(word for word, _, _ in words).strip(".:"), "term" if len(words) > 1 else "unknown", start, end
            )

    def add_code(self, code: str, start: int, end: int) -> None:
        kind = cast("TagKind", tag_kinds().get(code, "unknown"))
        self.add(code, kind, start, end)
        self.person_expected = code in _ANNOUNCE_PERSON or (self.person_expected and kind == "person")

    def add(self, code: str, kind: TagKind, start: int, end: int) -> None:
        """A code counts once, with all its places."""
        if not code:
            return
        index = self.known.get(code)
        if index is not None:
            self.draft.place(("tags", index), start, end)
        else:
            self.known[code] = self.draft.add("tags", Tag(code, kind), start, end)


@cache
def _terms_by_first_word() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for term in tag_terms():
        words = term.split()
        found.setdefault(words[0], []).append(words)
    for terms in found.values():
        terms.sort(key=len, reverse=True)
    return found


def _term_length(words: list[tuple[str, int, int]], index: int) -> int:
    """How many words from `index` on are a known term; the last may have codes glued to it."""
    for term in _terms_by_first_word().get(words[index][0], ()):
        here = [word for word, _, _ in words[index : index + len(term)]]
        if here == term or (len(here) == len(term) and here[:-1] == term[:-1] and _tail_codes(here[-1], term[-1])):
            return len(term)
    return 1


def _tail_codes(word: str, known: str) -> tuple[str, ...]:
    return _glued(word[len(known) :], 1) if word.startswith(known) and word != known else ()


def _split_glued_tail(term: str) -> tuple[str, tuple[str, ...]]:
    if term in tag_terms():
        return term, ()
    head, _, last = term.rpartition(" ")
    length = next(  # there is one, or the words would not have been taken for a term
        length
        for length in range(len(last) - 1, 1, -1)
        if f"{head} {last[:length]}" in tag_terms() and _glued(last[length:], 1)
    )
    return f"{head} {last[:length]}", _glued(last[length:], 1)


@cache
def _code_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(code) for code in tag_kinds() if 2 <= len(code) <= 8}, key=lambda n: (n != 4, -n)))


def _glued(word: str, least: int = 2) -> tuple[str, ...]:
    """The known codes of which `word` is made, `()` if it is not; four-letter codes are tried first."""
    if not 4 <= len(word) <= 64 and least > 1:
        return ()
    kinds = tag_kinds()
    best: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
    best[len(word)] = ()
    for start in range(len(word) - 1, -1, -1):  # from the right: each place is decided once
        for length in _code_lengths():
            rest = best[start + length] if start + length <= len(word) else None
            if rest is not None and word[start : start + length] in kinds:
                found = (word[start : start + length], *rest)
                if best[start] is None or len(found) < len(best[start] or ()):
                    best[start] = found
    codes = best[0]
    if codes is None or len(codes) < least or (least > 1 and max(map(len, codes)) < 4):
        return ()  # two-letter codes alone make up too many words
    return codes


def _person(words: str) -> str:
    """`SURNAME, GIVEN B.`: surname first, with its comma."""
    return " ".join(words.upper().split())


def _completed(text: str, words: list[str]) -> tuple[str, tuple[int, int] | None]:
    """`SURNAME, GIVEN` of words without their comma; with the initial if the text itself names the person in full."""
    surname, given = words[0], " ".join(words[1:])
    name = f"{surname}, {given}"
    for match in re.finditer(rf"\b{re.escape(given)} ([A-Z])\. {re.escape(surname)}\b", text[:8192], re.IGNORECASE):
        return f"{name} {match[1].upper()}.", match.span()
    return name, None
