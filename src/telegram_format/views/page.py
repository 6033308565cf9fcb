"""A reading as one page that needs nothing else: no script, no network, no other file.

Strategy: a heading and the view below it. The page's own policy allows its one style, by hash, and nothing more.
"""

from __future__ import annotations

from telegram_format.reading.reading import Reading
from telegram_format.views.facts import heading
from telegram_format.views.markup import attribute, line
from telegram_format.views.style import page_style, style_hash
from telegram_format.views.view import view


def page(reading: Reading, title: str | None = None) -> str:
    """A page of a reading, called `title` or by its message number and subject."""
    style = page_style()
    name = heading(reading) if title is None else title
    policy = f"default-src 'none'; style-src '{style_hash(style)}'; base-uri 'none'; form-action 'none'"
    return (
        "<!DOCTYPE html>\n"
        '<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{attribute(name)}</title>\n<style>{style}</style>\n</head>\n"
        f'<body>\n<main class="tf-view"><div class="tf-page">\n<h1>{line(name)}</h1>\n{view(reading, "tf-")}'
        "</div></main>\n</body>\n</html>\n"
    )
