"""The document of a TEI edition: head, dateline, heading, paragraphs, signature.

Strategy: the way of Foreign Relations of the United States. The head names the parties and the source note says where
the telegram is kept and how it was handled; below the dateline stand the lines of the telegram's own heading, as
volumes print them, then the paragraphs with their numbers. What was withheld is a gap that keeps its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from attrs import evolve

from telegram_format.errors import MessageIdError, SerializationError
from telegram_format.exports.cited import Cited
from telegram_format.exports.one_line import one_line
from telegram_format.exports.provenance import Provenance
from telegram_format.exports.xml_text import element, escaped
from telegram_format.model.address import Address
from telegram_format.model.body import Block, Heading, Paragraph, Separator
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.message_id import MessageId
from telegram_format.model.precedence import Precedence
from telegram_format.model.telegram import Telegram
from telegram_format.spelling.address import spell_address
from telegram_format.spelling.executive_order import spell_executive_order
from telegram_format.spelling.header import preamble_lines
from telegram_format.spelling.heading import spell_caption
from telegram_format.spelling.references import references_lines
from telegram_format.spelling.subject import subject_lines
from telegram_format.spelling.tags import tags_lines

_WIDE = 1_000_000
"""Characters of a line: lines of an edition are not wrapped."""

_BARE_STATION = re.compile("[A-Z][A-Z ]{2,24}")

_HEAD_NUMBER = re.compile("(?:[A-Z]{1,2}-)?[0-9]{1,6}")

_LOOKS_ADDRESSED = re.compile("[A-Z]{4}")

_GAP = re.compile(
    r"""
    \[ [^\[\]\n]{0,120}?
    (?i: (?P<withheld> not[ ]declassified | redacted | excised | withheld | deleted | denied )
       | (?P<illegible> illegible | garble | not[ ]legible )
       | (?P<missing> omission | omitted | text[ ]missing | missing ) )
    [^\[\]\n]{0,160}+ \]
  | (?P<extract> \[ [ ]? [.…]{1,4} [ ]? \] )
  | (?P<crossed> (?<! X ) X{8,}+ )
    """,
    re.VERBOSE,
)
_REASONS = {
    "withheld": "withheld",
    "crossed": "withheld",
    "illegible": "illegible",
    "missing": "omitted",
    "extract": "omitted",
}


def edition(telegram: Telegram, facts: Cited, source: Provenance, *, frus: bool) -> Iterator[str]:
    """The elements of the division, in order."""
    note = _note(telegram, source)
    kept = element("note", escaped(note), attributes={"type": "source"}) if note else ""
    yield element("head", escaped(head(facts, source)), kept)
    when = _dateline(telegram, facts)
    if when:
        yield when if frus else element("opener", when)
    groups = list(filter(None, _heading(telegram)))
    if telegram.originator is None:
        groups.insert(0, ["FROM:"])  # or head and heading would not be known for what they are
    for group in groups:
        lines = [marked_up(one_line(line)) for line in group]
        yield element("ab", "<lb/>".join(lines), attributes={"type": "heading"})
    sentences = [one_line(words).removesuffix(".") + "." for words in telegram.passing if _is_sentence(words)]
    if sentences:
        number = [f"{telegram.message_id.number}."] if telegram.message_id is not None else []
        yield element("p", escaped(" ".join(number + sentences)))
    for block in telegram.body:
        yield _block(block)
    for name in telegram.signatures:
        yield element("closer", element("signed", escaped(one_line(name))))


def marked_up(text: str) -> str:
    """Words with their gaps; line ends are breaks."""
    parts = []
    position = 0
    for gap in _GAP.finditer(text):
        kind = gap.lastgroup or "extract"
        words = element("desc", escaped(gap[0]))
        parts += [
            escaped(text[position : gap.start()]),
            element("gap", words, attributes={"reason": _REASONS[kind]}),
        ]
        position = gap.end()
    return "".join([*parts, escaped(text[position:])]).replace("&#10;", "<lb/>")


def head(facts: Cited, source: Provenance) -> str:
    """`14. Telegram 857 From AMEMBASSY ZENDA to SECSTATE WASHDC`."""
    document = f"{source.document}. " if source.document else ""
    parties = f" From {facts.sender}" if facts.originator else ""
    to = f" to {facts.recipients[0]}" if facts.recipients else ""
    number = f" {facts.number}" if _HEAD_NUMBER.fullmatch(facts.number) is not None else ""
    return f"{document}Telegram{number}{parties}{to}"


def _note(telegram: Telegram, source: Provenance) -> str:
    """`Source: Archive, Box 1. Secret; Presidential Treatment.`: where it is kept, and captions that have no line."""
    known = (source.archive, source.record_group, source.collection, source.box, source.folder, source.accession)
    words = ", ".join(filter(None, known))
    sentences = [f"Source: {words}."] if words else []
    if telegram.classification is not None and not _known(telegram.captions):
        handling = "; ".join(map(one_line, (telegram.classification.value, *telegram.captions)))
        sentences.append(f"{handling.title()}.")
    return " ".join(sentences)


def _known(captions: Iterable[str]) -> bool:
    """Whether captions are known for such by themselves."""
    try:
        return all(map(spell_caption, captions))
    except SerializationError:
        return False


def _is_sentence(passing: str) -> bool:
    """Whether a passing line is one of running text, `For Ambassador from Verrall`, as prints have them."""
    return passing.upper() != passing


def _dateline(telegram: Telegram, facts: Cited) -> str:
    """`Port Alder, March 6, 2009, 1640Z.`; nothing where no day is known."""
    group = telegram.dtg
    if group is None or facts.month is None:
        return ""
    zone = "" if group.zone == "J" else group.zone
    words = f"{facts.date}, {group.hour:02}{group.minute:02}{zone}"
    place = telegram.attributes.get("place")
    before = [element("placeName", escaped(place)), ", "] if place else []
    return element("dateline", *before, element("date", escaped(words), attributes={"when": moment(group, facts)}), ".")


def moment(group: DateTimeGroup, facts: Cited) -> str | None:
    """The value of `when`: the moment with its zone, or the day."""
    found = group.datetime
    if found is not None:
        return found.isoformat(timespec="seconds").replace("+00:00", "Z")
    return f"{facts.year:04}-{facts.month:02}-{facts.day:02}" if facts.year is not None else None


def _heading(telegram: Telegram) -> Iterator[list[str]]:
    """The lines of the telegram's own heading in groups, each address behind its prosign."""
    niact = telegram.precedence is Precedence.NIACT_IMMEDIATE
    lines = _said(lambda: preamble_lines(evolve(telegram, precedence=None) if niact else telegram), [])
    if niact:
        lines.append("NIACT IMMEDIATE")  # it has no prosign
    if telegram.originator is not None:
        lines.append(_prosign("FM", "FROM:", _address(telegram.originator)))
    lines += [_prosign("TO", "TO:", _address(address)) for address in telegram.to]
    lines += [f"INFO {_address(address)}" for address in telegram.info]
    yield lines
    if telegram.classification is not None:
        yield [" ".join((telegram.classification.value.upper(), *telegram.caveats))]
    if telegram.message_id is not None:
        yield [_numbered(telegram.message_id)]
    if telegram.section is not None:
        yield [f"SECTION {telegram.section.number} OF {telegram.section.total}"]
    if telegram.classification is None or _known(telegram.captions):
        yield from ([words] for words in telegram.captions)  # or they stand in the source note
    yield from ([words] for words in telegram.passing if not _is_sentence(words))
    order = telegram.executive_order
    labelled = [
        *(_said(lambda: [spell_executive_order(order)], []) if order is not None else []),
        *_said(lambda: tags_lines(telegram.tags, _WIDE, "TAGS: "), [", ".join(tag.code for tag in telegram.tags)]),
        *_said(lambda: subject_lines(telegram, _WIDE), [f"SUBJECT: {telegram.subject}"]),
    ]
    yield labelled
    if telegram.references:
        words = [reference.text for reference in telegram.references]
        yield _said(lambda: references_lines(telegram.references, _WIDE, "REF: "), words)


def _numbered(identity: MessageId) -> str:
    """The message number: in compact form, which has the year, or in words where only those name the station."""
    compact = identity.compact
    with suppress(MessageIdError):
        if identity.year is not None and MessageId.parse(compact) == identity:
            return compact
    bare = identity.suffix is None and _BARE_STATION.fullmatch(identity.station) is not None
    return f"{identity.station} {identity.number:03}" if bare else compact


def _said(say: Callable[[], list[str]], instead: list[str]) -> list[str]:
    """Lines, or their plain words where a value would break the frame of a line."""
    try:
        return say()
    except SerializationError:
        return instead


def _address(address: Address) -> str:
    return _said(lambda: [spell_address(address, "")], [address.name])[0]


def _prosign(short: str, label: str, address: str) -> str:
    """A line of an address: behind its prosign, or its label where it does not look like an address."""
    return f"{short if _LOOKS_ADDRESSED.match(address) is not None else label} {address}"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return element("ab", marked_up(one_line(block.text)), attributes={"type": "title"})
    if isinstance(block, Separator):
        return element("milestone", attributes={"unit": "section", "rend": one_line(block.sign) * 3})
    return element("p", _paragraph(block, ""), attributes={"n": _number(block)})


def _paragraph(paragraph: Paragraph, sign: str) -> str:
    """A paragraph with its number and mark as they are printed; its parts are a list."""
    number = f"{paragraph.number}. " if paragraph.number is not None else sign
    mark = f"({paragraph.marking}) " if paragraph.marking is not None else ""
    items = [
        element(
            "item",
            _paragraph(part, f"{part.label}. " if part.label is not None else "-- "),
            attributes={"n": part.label},
        )
        for part in paragraph.paragraphs
    ]
    words = marked_up(one_line(number + mark) + " " * bool(number or mark)) + marked_up(paragraph.text)
    return words + (element("list", *items) if items else "")


def _number(paragraph: Paragraph) -> str | None:
    return str(paragraph.number) if paragraph.number is not None else None
