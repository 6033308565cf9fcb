"""Pages made from the library's own tables: diagnostics, vocabulary, losses; and a drawn telegram.

Strategy: a page holds a comment `% generated: NAME`; when Sphinx reads it, the comment gives way to MyST made from the
table, so that no page can say other than the library does.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from html import escape

import command_table
import corpus_tables
import diagnostic_samples
import room_picture
import schema_tables
from sphinx.application import Sphinx

from telegram_format import api, examples, parse, to_html
from telegram_format.exports.spreadsheet import COLUMNS, READING_COLUMNS
from telegram_format.exports.tei import TEI_LOSSES
from telegram_format.vocab import tables

_PLACE = re.compile(r"^% generated: ([a-z]+)$", re.MULTILINE)


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("source-read", fill)
    return {"parallel_read_safe": True}


def fill(_app: Sphinx, _page: str, source: list[str]) -> None:
    """Put generated text where a page asks for it."""
    source[0] = _PLACE.sub(lambda place: PAGES[place[1]](), source[0])


def vocabulary() -> str:
    """A row for each table: what it is called, how many rows it has, what it is."""
    rows = ["| table | rows | what |", "| --- | ---: | --- |"]
    for name in tables.__all__:
        table = getattr(tables, name)
        about = " ".join((inspect.getdoc(table) or "").split("\n\n")[0].split()).replace("|", "\\|")
        rows.append(f"| `{name}()` | {len(table()):,} | {about} |")
    return "\n".join(rows)


def formats() -> str:
    """A row for each reader and carrier that is built in, with what it says of itself."""
    rows = ["| kind | name | what |", "| --- | --- | --- |"]
    for kind, listing in (("format", api.REGISTRY.listing("reader")), ("carrier", api.REGISTRY.listing("carrier"))):
        for name, info in listing.items():
            if info.built_in:
                found = api.REGISTRY.reader(name) if kind == "format" else api.REGISTRY.carrier(name)
                about = (inspect.getdoc(type(found)) or "").split("\n\n")[0]
                rows.append(f"| {kind} | `{name}` | {' '.join(about.split())} |")
    return "\n".join(rows)


def losses() -> str:
    """A table for each writer that is built in and has rules: what it cannot say, and why."""
    tables = []
    for name, info in api.REGISTRY.listing("writer").items():
        rules = api.REGISTRY.writer(name).losses if info.built_in else ()
        if rules:
            rows = ["| code | path | why |", "| --- | --- | --- |"]
            rows += [f"| `{rule.code}` | `{rule.path}` | {rule.why} |".replace("<", "&lt;") for rule in rules]
            tables.append(f"### `{name}`\n\n" + "\n".join(rows) + "\n")
    return "\n".join(tables)


def teilosses() -> str:
    """The losses of TEI; a rule for every field once."""
    rows = dict.fromkeys((rule.code, rule.path, rule.why) for rule in TEI_LOSSES if rule.code not in _EVERYWHERE)
    rows |= dict.fromkeys((rule.code, "any", rule.why) for rule in TEI_LOSSES if rule.code in _EVERYWHERE)
    table = [f"| `{code}` | `{path}` | {why} |" for code, path, why in rows]
    return "\n".join(["| code | path | why |", "| --- | --- | --- |", *table])


def csvcolumns() -> str:
    """The columns of CSV."""
    about = {**READING_COLUMNS, **{name: column.about for name, column in COLUMNS.items()}}
    about["guard"] = "`apostrophe` or `none`"
    return "\n".join(
        ["| column | what |", "| --- | --- |", *(f"| `{name}` | {what} |" for name, what in about.items())]
    )


def rooms() -> str:
    """The picture of the rooms, in a frame that scrolls on narrow screens."""
    return f'``````{{raw}} html\n<div class="tf-scrolled">{room_picture.picture()}</div>\n``````'


_EVERYWHERE = ("character", "blanks")


def page() -> str:
    """The page of an example with a contradiction in it, in a frame of its own."""
    data = examples.load("flood").replace(b"#0142", b"#0143").replace(b"SUBJECT", b"XXQ 7 LAMPS\nSUBJECT")
    document = escape(to_html(parse(data, name="flood.txt")))
    style = "width:100%;height:75rem;border:1px solid #8888"
    frame = f'<iframe title="A page of a telegram" sandbox loading="lazy" style="{style}" srcdoc="{document}"></iframe>'
    return f"``````{{raw}} html\n{frame}\n``````"


PAGES: dict[str, Callable[[], str]] = {
    "diagnostics": diagnostic_samples.sections,
    "vocabulary": vocabulary,
    "commands": command_table.table,
    "formats": formats,
    "rooms": rooms,
    "schema": schema_tables.tables,
    "losses": losses,
    "page": page,
    "teilosses": teilosses,
    "csvcolumns": csvcolumns,
    "corpustables": corpus_tables.tables,
}
