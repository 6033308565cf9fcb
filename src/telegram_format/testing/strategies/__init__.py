"""Hypothesis strategies for every class of the model, named for the class.

What they give is natural: what a person could write and a reader can tell apart, and in agreement with itself. Names,
events and places are invented; stations, TAGS and orders are those of the vocabulary. Everything shrinks to the
shortest telegram with the first word of each list.
"""

from __future__ import annotations

from telegram_format.testing.strategies.body import blocks, bodies, headings, paragraphs, separators
from telegram_format.testing.strategies.header import (
    addresses,
    dtgs,
    message_ids,
    precedences,
    sections,
    transmissions,
)
from telegram_format.testing.strategies.heading import (
    authorities,
    classifications,
    executive_orders,
    references,
    subjects,
    tag_lists,
    tags,
)
from telegram_format.testing.strategies.telegram import attributes, telegrams

__all__ = [
    "addresses",
    "attributes",
    "authorities",
    "blocks",
    "bodies",
    "classifications",
    "dtgs",
    "executive_orders",
    "headings",
    "message_ids",
    "paragraphs",
    "precedences",
    "references",
    "sections",
    "separators",
    "subjects",
    "tag_lists",
    "tags",
    "telegrams",
    "transmissions",
]
