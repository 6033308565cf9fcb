"""The header of a TEI document: what it is, where it is kept, who wrote to whom and when.

Strategy: what nobody told is left out; an element that TEI wants all the same says so in words. Source: TEI P5
on `fileDesc`, `correspDesc` and `msIdentifier`.
"""

from __future__ import annotations

from telegram_format.exports.cited import Cited
from telegram_format.exports.provenance import NO_PROVENANCE, Provenance
from telegram_format.exports.tei_text import head
from telegram_format.exports.xml_text import element, escaped
from telegram_format.model.telegram import Telegram


def header(telegram: Telegram, facts: Cited, source: Provenance, when: str | None) -> str:
    """The element `teiHeader`; `when` is the moment or day of the date-time group."""
    title = ", ".join(filter(None, (head(facts, NO_PROVENANCE), facts.date)))
    parts = [
        element(
            "fileDesc",
            element("titleStmt", element("title", escaped(title))),
            element("publicationStmt", element("p", "Encoded by telegram_format.")),
            element("sourceDesc", *_kept(source)),
        )
    ]
    profile = [_correspondence(facts, when), _keywords(telegram, facts)]
    if any(profile):
        parts.append(element("profileDesc", *profile))
    return element("teiHeader", *parts)


def _correspondence(facts: Cited, when: str | None) -> str:
    sent = [_organization(facts.sender)] if facts.sender else []
    if facts.place:
        sent.append(element("placeName", escaped(facts.place)))
    if facts.date:
        sent.append(element("date", escaped(facts.date), attributes={"when": when}))
    actions = {"sent": sent, "received": [_organization(name) for name in facts.recipients]}
    found = [element("correspAction", *parts, attributes={"type": kind}) for kind, parts in actions.items() if parts]
    return element("correspDesc", *found) if found else ""


def _organization(name: str) -> str:
    return element("orgName", escaped(name))


def _keywords(telegram: Telegram, facts: Cited) -> str:
    """The subject and the TAGS."""
    words = filter(None, (facts.subject, *(tag.code for tag in telegram.tags)))
    terms = [element("term", escaped(word)) for word in words]
    return element("textClass", element("keywords", *terms)) if terms else ""


def _kept(source: Provenance) -> list[str]:
    """Where the telegram is kept, and the volume it is printed in."""
    shelf = ", ".join(filter(None, (source.record_group, source.box, source.folder, source.accession)))
    names = {
        "settlement": source.archive_place,
        "repository": source.archive,
        "collection": source.collection,
        "idno": shelf,
    }
    found = [element(name, escaped(words)) for name, words in names.items() if words]
    parts = [element("msDesc", element("msIdentifier", *found))] if found else []
    if source.edition or source.url:
        cited = [element("title", escaped(source.edition))] if source.edition else []
        if source.document:
            cited.append(element("biblScope", escaped(source.document), attributes={"unit": "document"}))
        if source.url:
            cited.append(element("ref", escaped(source.url), attributes={"target": source.url}))
        parts.append(element("bibl", *cited))
    return parts or [element("p", "No source was told.")]
