"""A reading in a notebook: the view as a fragment that touches nothing around it.

Strategy: the style comes with the fragment, each of its rules below the class of the view; ids begin with the digest
of the source, so that several fragments stand in one notebook. A long source scrolls inside its own frame.
"""

from __future__ import annotations

from hashlib import sha256

from telegram_format.reading.reading import Reading
from telegram_format.views.style import notebook_style
from telegram_format.views.view import view


def fragment(reading: Reading) -> str:
    """The view of a reading as an element with its style inside."""
    prefix = f"tf-{sha256(reading.source.data).hexdigest()[:8]}-"
    return f'<div class="tf-view tf-notebook"><style>{notebook_style()}</style>\n{view(reading, prefix)}</div>\n'
