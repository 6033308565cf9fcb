"""What the colours mean, and the list of all fields.

Strategy: the legend shows the kinds that are there, each drawn as it is in the text, with the fields of that kind. The
list has a row for each field, for those who have no pointer to hold over the text.
"""

from __future__ import annotations

from collections.abc import Mapping

from telegram_format.reading.reading import Reading
from telegram_format.views.markup import line
from telegram_format.views.names import KINDS
from telegram_format.views.places import Place

_SIGNS = {
    "mark": "understood, no field",
    "unread": "not read",
    "wrapper": "around the telegram",
    "embedded": "another telegram inside",
}
"""What is drawn and is no field."""

_LONGEST = 60
"""Characters of a text in the list."""


def legend(places: list[Place], *, noted: bool) -> str:
    """The kinds of the places; `noted` says that there are notes beside the text."""
    words: dict[str, dict[str, None]] = {}
    for place in places:
        name = place.name
        words.setdefault(name.kind, {})[name.word if name.field else ""] = None
    items = []
    for kind, label in KINDS.items():
        if kind in words:
            names = ", ".join(word.removeprefix("attributes.") for word in words[kind] if word != label)
            items.append(f'<li><span class="tf-f tf-{kind}">{label}</span> {line(names)}</li>')
    items += [f'<li><span class="tf-{kind}">{label}</span></li>' for kind, label in _SIGNS.items() if kind in words]
    if noted:
        items.append('<li><span class="tf-d tf-warning" data-n="1">oddity</span> and its note</li>')
    return f'<ul class="tf-k">{"".join(items)}</ul>\n'


def listing(reading: Reading, places: list[Place], ids: Mapping[str, str]) -> str:
    """All fields in the order of the text: name, line and column, and what stands there."""
    rows = []
    source = reading.source
    for place in sorted(places, key=lambda one: (one.span[0], -one.span[1])):
        start, end = place.span
        for path in place.paths:
            found = ids.get(path)
            name = line(path) if found is None else f'<a href="#{found}">{line(path)}</a>'
            text = " ".join(source.text[start : min(end, start + 4 * _LONGEST)].split())
            text = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
            at = ":".join(map(str, source.line_column(start)))
            rows.append(f"<tr><td>{name}</td><td>{at}</td><td>{line(text)}</td></tr>")
    if not rows:
        return ""
    head = "<tr><th>field</th><th>line:column</th><th>what stands there</th></tr>"
    return (
        f'<details class="tf-a"><summary>all {len(rows)} fields</summary>'
        f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table></details>\n"
    )
