"""The tables of a corpus: their columns, types and what they are.

Strategy: columns and types come from the library's own schemas; what a column is stands here, and one that is not
explained, or is no longer there, ends the build. A struct has a row for each of its fields.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from telegram_format.corpus.columns import SCHEMAS
from telegram_format.corpus.link_columns import LINKS

KEY = "the telegram: the key that joins the tables"

ABOUT: dict[str, dict[str, str]] = {
    "telegrams": {
        "telegram": "the key: the number of its batch and its place there",
        "source": "the file, a member of an archive behind its name",
        "offset": "the byte at which it begins in the source",
        "length": "its bytes",
        "sha256": "the digest of these bytes, in hexadecimal",
        "embedded": "0, or a count for a telegram inside the text of another",
        "format": "the format that was read",
        "carrier": "the carrier it came in, `plain` for none",
        "encoding": "the encoding of its bytes",
        "coverage": "the share of characters that were read, 0 to 1",
        "message_id": "the message number, compact: `09PORTALDER142`",
        "year": "its year",
        "station": "its station, `PORT ALDER`",
        "number": "its number",
        "suffix": "the series of an airgram, `A`",
        "dtg": "the date-time group, `031215Z FEB 09`",
        "date": "the moment of the date-time group, in UTC",
        "precedence": "the precedence for action: `routine` to `flash`",
        "info_precedence": "the precedence for information",
        "originator": "FM",
        "to": "TO: the action addressees",
        "info": "INFO: the information addressees",
        "exempted": "XMT: who is exempted",
        "classification": "`unclassified` to `top secret`",
        "caveats": "what stands behind the classification: `NOFORN`",
        "section": "the number of the section, where there are several",
        "sections": "how many sections there are",
        "captions": "`SIPDIS`, `EXDIS`, `CORRECTED COPY`",
        "passing": "attention and passing lines",
        "executive_order": "the E.O. line",
        "tags": "the TAGS line; `kind` is that of the vocabulary",
        "subject": "SUBJECT, on one line",
        "subject_marking": "the marking before it",
        "classified_by": "who classified it, and why",
        "signatures": "the surnames below the text",
        "validation": "the number of the last line",
        "transmission": "format lines 1 to 4",
        "attributes": "facts without a column of their own",
    },
    "paragraphs": {
        "telegram": KEY,
        "paragraph": "its place in the text, from 0",
        "inside": "the paragraph of which it is a part",
        "kind": "`paragraph`, `heading`, `separator`",
        "number": "its number as printed",
        "label": "its letter or figure: `A`, `(1)`",
        "marking": "the portion mark: `C`",
        "role": "`summary`, `comment`, `action request` and so on",
        "text": "its text, without wrapping",
    },
    "references": {
        "telegram": "the telegram that cites",
        "reference": "its place in the REF line, from 0",
        "label": "its letter",
        "kind": "`cable`, `email`, `telephone`, `dtg` and so on",
        "message_id": "the number of a cable, compact; its year is that of the telegram where it names none",
        "year": "the year of that number",
        "station": "its station",
        "number": "its number",
        "text": "what it says, on one line",
        "captions": "`NOTAL`, `EXDIS`",
    },
    "diagnostics": {
        "telegram": KEY,
        "code": "the [code](diagnostics.md)",
        "severity": "`info`, `warning`, `error`",
        "message": "what is odd",
        "path": "the field: `to[0].name`",
        "start": "the first byte, from the beginning of the telegram",
        "end": "the byte behind the last one",
        "reader": "who says so",
    },
    "quarantine": {
        "source": "the file",
        "offset": "the byte at which it begins there",
        "length": "its bytes",
        "sha256": "the digest of these bytes; null where they could not be read",
        "reason": "`no-telegram`, or what went wrong",
        "message": "the same in words",
        "raw": "the bytes; null where they could not be read",
    },
    "edges": {
        "telegram": "the telegram that cites",
        "reference": "its reference, as in `references`",
        "cited": "the telegram that is cited: its first section, its original; null if it is not here",
        "message_id": "the number that is cited, with the year that was taken; null for a date-time group",
        "kind": "the kind of the reference",
        "how": "`exact`, `station`, `year`, `year before`, `date-time group`; `missing`, `no year`",
    },
    "sections": {
        "message": "the message: the key of its first section",
        "telegram": "the telegram that is a section",
        "section": "its number",
        "sections": "how many there are: the largest total that one of them gives",
        "complete": "whether all are here; null where the first stands alone, which may be all of the text",
        "missing": "the numbers that are not here",
    },
    "copies": {
        "original": "the message and section: the key of its first copy",
        "telegram": KEY,
        "role": "`original`, `copy` (the same text but for white space), `corrected` (another text, or it says so)",
        "same_as": "the telegram whose text a copy has",
    },
    "missing": {
        "message_id": "the number that no telegram has",
        "year": "its year",
        "station": "its station",
        "number": "its number",
        "citations": "how often it is cited",
        "telegrams": "by how many telegrams",
        "first_cited_by": "the earliest of them",
        "first_cited": "the date of the earliest, in UTC",
        "year_supplied": "whether no reference to it names the year",
    },
}

_TYPES = {
    "string": "text",
    "large_string": "text",
    "large_binary": "bytes",
    "int64": "integer",
    "double": "number",
    "bool": "true or false",
    "date32[day]": "date",
    "timestamp[s, tz=UTC]": "moment, UTC",
    "map<string, string>": "map of texts",
}


def tables() -> str:
    """A section for each table."""
    return "\n".join(_section(name, schema) for name, schema in {**SCHEMAS, **LINKS}.items())


def _section(name: str, schema: pa.Schema) -> str:
    if schema.names != list(ABOUT[name]):
        raise ValueError(f"{name}: columns and their explanations differ: {schema.names}, {list(ABOUT[name])}")
    rows = [f"(table-{name})=\n## {name}\n", "| column | type | what |", "| --- | --- | --- |"]
    for field in schema:
        rows.append(f"| `{field.name}` | {_type(field.type)} | {ABOUT[name][field.name]} |")
        rows.extend(f"| `{field.name}.{part}` | {kind} | |" for part, kind in _parts(field.type))
    return "\n".join(rows) + "\n"


def _parts(kind: pa.DataType) -> Iterator[tuple[str, str]]:
    """The fields of a struct, or of the structs in a list."""
    inner = kind.value_type if pa.types.is_list(kind) else kind
    if pa.types.is_struct(inner):
        yield from ((inner.field(n).name, _type(inner.field(n).type)) for n in range(inner.num_fields))


def _type(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"list of {_type(kind.value_type)}"
    return "struct" if pa.types.is_struct(kind) else _TYPES[str(kind)]
