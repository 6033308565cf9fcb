"""A telegram as an entry of a bibliography: CSL-JSON, BibTeX, RIS.

Strategy: each format has its own way to keep a value inside its field, applied to every value: JSON needs none, BibTeX
counts braces even behind a backslash, so they are spelled as commands, and RIS has one line for each field, which the
facts of a citation already are. Sources: CSL 1.0.2, appendix 3 and 4; BibTeX's entry `misc`; the tags of RIS as
reference managers use them for personal communications.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from telegram_format.exports.cited import Cited, cited, plain_provenance
from telegram_format.exports.one_line import one_line
from telegram_format.exports.provenance import Provenance
from telegram_format.model.telegram import Telegram
from telegram_format.reading.reading import Reading

_LATEX = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "#$%&_"},
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_URL = str.maketrans({sign: f"%{ord(sign):02X}" for sign in ' "<>\\^`{|}'})
"""What stands in no URL [RFC 3986 2] and would end a field."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The strings that BibTeX's styles define."""


def to_csl(
    telegram: Telegram | Reading,
    *,
    source: Provenance | None = None,
    names: Mapping[str, str] | None = None,
    key: str | None = None,
) -> dict[str, Any]:
    """A telegram as an item of CSL-JSON, of type `personal_communication` and genre `Telegram`.

    `source` and `names` are those of `cite`; `key` is the item's `id`, made of station, year and number by default.
    """
    facts, kept = cited(telegram, names), plain_provenance(source)
    place = ", ".join(filter(None, (kept.record_group, kept.box, kept.folder, kept.accession)))
    item: dict[str, Any] = {
        "id": key or facts.key,
        "type": "personal_communication",
        "genre": "Telegram",
        "title": facts.subject,
        "author": [{"literal": facts.sender}] if facts.sender else [],
        "recipient": [{"literal": name} for name in facts.recipients],
        "number": facts.number,
        "publisher-place": facts.place,
        "issued": _issued(facts),
        "archive": kept.archive,
        "archive-place": kept.archive_place,
        "archive_collection": kept.collection,
        "archive_location": place,
        "container-title": kept.edition,
        "note": kept.document and f"doc. {kept.document}",
        "URL": kept.url and kept.url.translate(_URL),
        "accessed": kept.accessed and {"date-parts": [[kept.accessed.year, kept.accessed.month, kept.accessed.day]]},
    }
    return {name: value for name, value in item.items() if value}


def _issued(facts: Cited) -> dict[str, Any]:
    if facts.year is not None:
        return {"date-parts": [[part for part in (facts.year, facts.month, facts.day) if part is not None]]}
    return {"literal": facts.date} if facts.date else {}


def to_bibtex(
    telegram: Telegram | Reading,
    *,
    source: Provenance | None = None,
    names: Mapping[str, str] | None = None,
    key: str | None = None,
) -> str:
    """A telegram as an entry `@misc` of BibTeX, in Unicode, with a line end behind it.

    `source` and `names` are those of `cite`; `key` is the entry's key, made of station, year and number by default.
    Raises `ValueError` for a key with a sign that BibTeX does not take.
    """
    facts, kept = cited(telegram, names), plain_provenance(source)
    if key is not None and (not key.isprintable() or set(key) & set(" ,{}()\"#%=\\~'") or not key):
        raise ValueError(f"{key!r} is no key of BibTeX")
    to = f"to {facts.addressed}" if facts.addressed else ""
    how = " ".join(filter(None, ("Telegram", facts.number, to)))
    paper = (kept.collection, kept.record_group, kept.box, kept.folder, kept.accession, kept.archive)
    printed = (kept.edition and f"In {kept.edition}", kept.document and f"doc. {kept.document}")
    note = ", ".join(filter(None, (*printed, *paper, kept.archive_place)))
    fields = {
        "author": f"{{{facts.sender.translate(_LATEX)}}}" if facts.sender else "",
        "title": f"{{{facts.subject.translate(_LATEX)}}}" if facts.subject else "",
        "howpublished": how.translate(_LATEX),
        "year": str(facts.year) if facts.year is not None else "",
        "month": _MONTHS[facts.month - 1] if facts.month is not None else "",
        "day": str(facts.day) if facts.day is not None else "",
        "note": note.translate(_LATEX),
        "url": (kept.url or "").translate(_URL),
        "urldate": kept.accessed.isoformat() if kept.accessed is not None else "",
    }
    spelled = {name: value if name == "month" else f"{{{value}}}" for name, value in fields.items() if value}
    lines = [f"  {name} = {value}," for name, value in spelled.items()]
    return "\n".join([f"@misc{{{key or facts.key},", *lines, "}", ""])


def to_ris(
    telegram: Telegram | Reading,
    *,
    source: Provenance | None = None,
    names: Mapping[str, str] | None = None,
    key: str | None = None,
) -> str:
    """A telegram as a record of RIS, of type `PCOMM`; lines end with CR LF.

    `source` and `names` are those of `cite`; `key` is the record's `ID`, made of station, year and number by default.
    """
    facts, kept = cited(telegram, names), plain_provenance(source)
    paper = ", ".join(filter(None, (kept.collection, kept.record_group, kept.box, kept.folder)))
    known = facts.year is not None and facts.month is not None
    day = f"{facts.year:04}/{facts.month:02}/{facts.day:02}/" if known else facts.date
    rows: list[tuple[str, str | None]] = [
        ("TY", "PCOMM"),
        ("ID", one_line(key or facts.key)),
        ("AU", facts.sender),
        *(("A2", name) for name in facts.recipients),
        ("TI", facts.subject),
        ("T2", kept.edition),
        ("M3", "Telegram"),
        ("M1", facts.number),
        ("PY", f"{facts.year:04}" if facts.year is not None else None),
        ("DA", day),
        ("CY", facts.place),
        ("DB", kept.archive),
        ("PP", kept.archive_place),
        ("AV", paper),
        ("AN", kept.accession),
        ("SE", kept.document),
        ("UR", kept.url),
        ("Y2", f"{kept.accessed:%Y/%m/%d/}" if kept.accessed is not None else None),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value) + "ER  - \r\n"
