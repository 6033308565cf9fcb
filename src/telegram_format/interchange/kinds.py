"""The blocks of the body by the name that plain data gives them.

Strategy: nothing but this name tells a heading from a paragraph without number, so every block says it first.
"""

from __future__ import annotations

from telegram_format.model.body import Heading, Paragraph, Separator

KINDS: dict[str, type[Heading | Paragraph | Separator]] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "separator": Separator,
}

NAME_OF_KIND: dict[type, str] = {block: name for name, block in KINDS.items()}
