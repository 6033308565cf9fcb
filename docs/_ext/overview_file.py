"""`llms.txt`: the pages of the site with a line each, for programs that read it.

Strategy: the order is that of the table of contents; the line of a page is the first sentence of its first paragraph.
Written beside the pages when these are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

_SENTENCE = re.compile(r".+?[.](?=\s|$)", re.DOTALL)
_LONGEST = 200
_PARTS = {
    "paths": "Start",
    "glossary": "Words",
    "tutorial": "Tutorials",
    "how-to": "How-to guides",
    "reference": "Reference",
    "explanation": "Explanation",
}


def write(app: Sphinx, failure: Exception | None) -> None:
    """Write the file, unless there are no pages."""
    if failure is None and app.builder.format == "html":
        (Path(app.outdir) / "llms.txt").write_bytes(overview(app.env, app.builder.get_target_uri).encode("utf-8"))


def overview(env: BuildEnvironment, address: object) -> str:
    """The text of the file."""
    lines = [f"# {env.config.project}", "", f"> {first_sentence(env, env.config.root_doc, whole=True)}"]
    part = None
    for page in dict.fromkeys(pages(env, env.config.root_doc)):
        found = _PARTS.get(page.partition("/")[0], "More")
        if found != part:
            part = found
            lines += ["", f"## {part}", ""]
        line = first_sentence(env, page)
        lines.append(f"- [{env.titles[page].astext()}]({address(page)})" + f": {line}" * bool(line))  # type: ignore[operator]
    return "\n".join(lines) + "\n"


def pages(env: BuildEnvironment, page: str) -> Iterator[str]:
    """The pages below a page, as the table of contents has them."""
    for below in env.toctree_includes.get(page, []):
        yield below
        yield from pages(env, below)


def first_sentence(env: BuildEnvironment, page: str, *, whole: bool = False) -> str:
    """The first sentence of the first paragraph of a page, on one line; or all of the paragraph."""
    section = next(iter(env.get_doctree(page).findall(nodes.section)), None)
    paragraph = next((node for node in section or () if isinstance(node, nodes.paragraph)), None)
    text = " ".join(paragraph.astext().split()) if paragraph is not None else ""
    sentence = _SENTENCE.match(text)
    line = text if whole or sentence is None else sentence[0]
    line = line.removesuffix(":")
    return line if whole or len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("build-finished", write)
    return {"parallel_read_safe": True}
