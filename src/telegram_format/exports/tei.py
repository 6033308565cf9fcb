"""A telegram as an edition in TEI P5.

Strategy: the header says who wrote to whom and when (`correspDesc`) and where the telegram is kept; the text is what a
volume prints. What the library's own reader of editions does not find again is a loss. Sources: TEI P5 on the
header (`correspDesc`) and on omissions (`gap`); formats/other.md F2 on Foreign Relations of the United States.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import fields

from telegram_format import api
from telegram_format.errors import UnknownFormatError
from telegram_format.exports.cited import Cited, cited, plain_provenance, telegram_of
from telegram_format.exports.provenance import Provenance
from telegram_format.exports.tei_header import header
from telegram_format.exports.tei_text import edition, moment
from telegram_format.exports.xml_text import element
from telegram_format.model.body import Block, Heading, Paragraph
from telegram_format.model.difference import Difference, differences
from telegram_format.model.telegram import Telegram
from telegram_format.reading.reading import Reading
from telegram_format.writing.loss import Loss, LossRule, explained
from telegram_format.writing.serialized import Serialized

PROFILES = ("tei", "frus")

_NAMESPACES = {
    "tei": {"xmlns": "http://www.tei-c.org/ns/1.0"},
    "frus": {"xmlns": "http://www.tei-c.org/ns/1.0", "xmlns:frus": "http://history.state.gov/frus/ns/1.0"},
}
_ESCAPED = re.compile(r"\\(?:x[01][0-9a-f]|r|ud[89a-f]|ufff[ef])")
"""What Python's way to show a text writes for a character that XML has no way to write."""

_IDENTIFIER = re.compile(r"[0-9A-Za-z]{1,20}")


def _no_year(telegram: Telegram, _found: Difference) -> bool:
    return telegram.dtg is None or telegram.dtg.year is None


def _named_by_telegram(telegram: Telegram, _found: Difference) -> bool:
    return any("tel" in reference.text.lower() for reference in telegram.references)


def _blanks(_telegram: Telegram, found: Difference) -> bool:
    return _words(found.before) == _words(found.after)


def _unwritable(_telegram: Telegram, found: Difference) -> bool:
    return _ESCAPED.search(repr(found.before)) is not None


def _layout(_telegram: Telegram, found: Difference) -> bool:
    """Whether two bodies have the same paragraphs."""
    return isinstance(found.before, tuple) and _paragraphs(found.before) == _paragraphs(found.after)


def _title(_telegram: Telegram, found: Difference) -> bool:
    return isinstance(found.before, Heading) and isinstance(found.after, Paragraph)


def _paragraphs(body: object) -> list[object]:
    blocks: tuple[Block, ...] = body if isinstance(body, tuple) else ()
    return [
        (block.number, block.marking, _words(block.text), _paragraphs(block.paragraphs))
        for block in blocks
        if isinstance(block, Paragraph)
    ]


def _words(text: object) -> list[str]:
    return text.split() if isinstance(text, str) else [repr(text)]


TEI_LOSSES = (
    LossRule("attributes", "attributes", "facts without a field of their own are not printed"),
    LossRule("relay", "transmission", "format lines 1 to 4 are for relays and are not printed"),
    LossRule("relay", "validation", "the number of validation is for relays and is not printed"),
    LossRule("exempted", "exempted", "volumes have no word for exempted addressees"),
    LossRule("authority", "classified_by", "the authority of the classification is not printed"),
    *(
        LossRule("year", path, "without a date of the telegram, years are those that stand near", _no_year)
        for path in ("message_id.year", "references[*].message_id.year")
    ),
    LossRule(
        "citations", "references", "a `septel` is read as a citation, the rest of its line too", _named_by_telegram
    ),
    LossRule("title", "body", "a title without the capitals of one reads as a paragraph", _title),
    LossRule("role", "body[*].role", "the role of a paragraph comes from its title and its first words"),
    LossRule("layout", "body", "rules are left out; a title above paragraph 1 may read as a line above", _layout),
    *(
        rule
        for known in fields(Telegram)
        for rule in (
            LossRule("character", known.name, "XML 1.0 cannot write it; a picture or blank stands there", _unwritable),
            LossRule("blanks", known.name, "blanks and line ends inside a text are one blank", _blanks),
        )
    ),
)
"""What the library's own reader does not find again in an edition."""


def to_tei(
    telegram: Telegram | Reading,
    *,
    profile: str = "tei",
    source: Provenance | None = None,
    names: Mapping[str, str] | None = None,
) -> Serialized:
    """A telegram as a TEI P5 document in UTF-8.

    `profile` is `tei`, or `frus` for the markup of Foreign Relations of the United States, which `parse` reads back.
    `source` tells where the telegram is kept: the source note, the description of the source, and with `document` the
    number in the volume. `names` is what addresses are called in the description of the correspondence. What was
    withheld (`[2 lines not declassified]`) is a `gap` that keeps its words; a character that XML cannot write is shown
    by its picture.

    `losses` are what the library's own reader does not find again in the text, `telegram` is what it finds. Raises
    `UnknownFormatError` for another profile, and nothing for any telegram.
    """
    if profile not in PROFILES:
        raise UnknownFormatError(f"no profile {profile!r}; there are: {', '.join(PROFILES)}")
    given = telegram_of(telegram)
    kept = plain_provenance(source)
    facts = cited(given)
    when = moment(given.dtg, facts) if given.dtg is not None and facts.month is not None else None
    text = element("text", element("body", _division(given, facts, kept, when, frus=profile == "frus")))
    described = header(given, cited(given, names), kept, when)
    tei = element("TEI", "\n", described, "\n", text, "\n", attributes=_NAMESPACES[profile])
    data = f'<?xml version="1.0" encoding="UTF-8"?>\n{tei}\n'.encode()
    said = api.parse(data, format="typed", carrier="tei").telegram
    return Serialized(data, profile, _losses(given, said), said)


def _losses(telegram: Telegram, said: Telegram) -> tuple[Loss, ...]:
    """The differences; facts that only the edition has are none."""
    found = differences(telegram, said)
    return explained(
        telegram, (one for one in found if one.before is not None or not one.path.startswith("attributes.")), TEI_LOSSES
    )


def _division(telegram: Telegram, facts: Cited, source: Provenance, when: str | None, *, frus: bool) -> str:
    document = source.document or ""
    attributes = {
        "type": "document",
        "subtype": "historical-document" if frus else None,
        "n": document,
        "xml:id": f"d{document}" if _IDENTIFIER.fullmatch(document) is not None else None,
        "frus:doc-dateTime-min": when if frus else None,
        "frus:doc-dateTime-max": when if frus else None,
    }
    parts = (f"{part}\n" for part in edition(telegram, facts, source, frus=frus))
    return element("div", "\n", *parts, attributes=attributes)
