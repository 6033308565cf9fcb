"""A directive that draws a telegram with its fields: `{telegram} FILE`, the file relative to the page.

Strategy: the file is read as users read it, and the library's own view of the reading becomes part of the page, so
that a picture shows what the library understands today. Light and dark follow the theme. `:format:` and `:carrier:`
name what the text is; without them it is detected. `:brief:` leaves out the tables above and below the text.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from telegram_format import read
from telegram_format.views.style import notebook_style
from telegram_format.views.view import view

STYLE = "telegram.css"
_THEMES = """
.tf-view,body[data-theme="light"] .tf-view{color-scheme:light}
body[data-theme="dark"] .tf-view{color-scheme:dark}
@media (prefers-color-scheme:dark){body[data-theme="auto"] .tf-view{color-scheme:dark}}
.tf-drawn{margin:1.2rem 0;padding:.2rem .9rem .6rem;border:1px solid var(--rule);border-radius:.25rem}
.tf-drawn.tf-view{--paper:transparent}
.tf-drawn .tf-h{margin-top:.7rem}
.tf-drawn .tf-h table,.tf-drawn .tf-a table{font-size:.85em}
.tf-drawn .tf-k{margin:.8rem 0 .4rem}
.tf-brief .tf-h,.tf-brief .tf-a{display:none}
.tf-brief .tf-k{border-top:0;margin-top:.2rem}
"""


class Telegram(SphinxDirective):
    """Draw a file."""

    required_arguments = 1
    option_spec = {  # noqa: RUF012, docutils' own form
        "format": directives.unchanged,
        "carrier": directives.unchanged,
        "brief": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        relative, absolute = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(relative)
        named = {key: self.options[key] for key in ("format", "carrier") if key in self.options}
        reading = read(Path(absolute), **named)
        prefix = f"tf-{sha256(relative.encode()).hexdigest()[:8]}-"
        brief = " tf-brief" * ("brief" in self.options)
        drawn = f'<div class="tf-view tf-drawn{brief}">{view(reading, prefix)}</div>'
        return [nodes.raw("", drawn, format="html")]


def write_style(app: Sphinx) -> None:
    """Put the style of views beside the theme's."""
    if app.builder.format == "html":
        folder = Path(app.outdir) / "_static"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / STYLE).write_bytes((notebook_style() + _THEMES).encode())
        app.add_css_file(STYLE)


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_directive("telegram", Telegram)
    app.connect("builder-inited", write_style)
    return {"parallel_read_safe": True}
