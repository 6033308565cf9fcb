"""Words of the field lead to the glossary.

Strategy: the words are those of `glossary.md`. On each page the first place where a paragraph or a table uses one
becomes a reference to it, so that nobody has to write references by hand and no page has more of them than needed.
Headings, links, code and signatures are left alone, and so are words that everyday language has, too.
"""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

_GLOSSARY = Path(__file__).parents[1] / "glossary.md"
_LEFT_ALONE = (nodes.title, nodes.reference, nodes.literal, nodes.literal_block, nodes.raw, addnodes.desc, nodes.term)
_EVERYDAY = {
    "banner",
    "cable",
    "carrier",
    "coverage",
    "distribution",
    "format",
    "post",
    "section",
    "series",
    "set",
    "SMART",
}
_EVERYDAY |= {
    "station",
    "trace",
    "validation",
    "view",
    "FL",
    "collective",
    "pilot",
    "E.O.",
    "ACP 127",
    "ACP 126",
    "JANAP 128",
}


def words(glossary: str) -> list[str]:
    """The words that the glossary explains."""
    return re.findall(
        r"^(?![ `#])(\S[^\n]*)$", glossary.partition("```{glossary}\n")[2].partition("\n```")[0], re.MULTILINE
    )


TERMS = {word.lower(): word for word in words(_GLOSSARY.read_bytes().decode("utf-8")) if word not in _EVERYDAY}
_WORD = re.compile(
    r"(?<![\w/-])(?:(?P<line>FL(?=[0-9]+))|(?:"
    + "|".join(
        re.escape(word) if word.isupper() else f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}"
        for word in sorted(TERMS.values(), key=len, reverse=True)
    )
    + r")(?:s(?![\w]))?(?![\w/-]))"
)


class Links(SphinxTransform):
    """Put references into a page."""

    default_priority = 700

    def apply(self) -> None:
        if self.env.docname == "glossary":
            return
        told: set[str] = set()
        for text in list(self.document.findall(nodes.Text)):
            if not _left_alone(text):
                _link(text, told)


def _left_alone(node: nodes.Node) -> bool:
    while node.parent is not None:
        node = node.parent
        if isinstance(node, _LEFT_ALONE):
            return True
    return False


def _link(text: nodes.Text, told: set[str]) -> None:
    """Part a text at the words that are used first in it."""
    parts: list[nodes.Node] = []
    position = 0
    content = text.astext()
    for found in _WORD.finditer(content):
        term = "FL" if found["line"] else TERMS.get(found[0].lower()) or TERMS[found[0].lower().removesuffix("s")]
        if term not in told:
            told.add(term)
            end = re.compile(r"FL[0-9]*").match(content, found.start()).end() if found["line"] else found.end()  # type: ignore[union-attr]
            parts += [nodes.Text(content[position : found.start()]), _reference(term, content[found.start() : end])]
            position = end
    if parts:
        text.parent.replace(text, [*parts, nodes.Text(content[position:])])


def _reference(term: str, shown: str) -> addnodes.pending_xref:
    options = {"refdomain": "std", "reftype": "term", "reftarget": term, "refexplicit": True, "refwarn": True}
    return addnodes.pending_xref("", nodes.inline("", shown, classes=["std", "std-term"]), **options)


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_transform(Links)
    return {"parallel_read_safe": True}
