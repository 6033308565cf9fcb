"""What hypothesis loads at its start: the classes of the model have strategies.

Strategy: a class is given a function that looks its strategy up when it is asked for; nothing but the model is
imported before. `st.from_type(tf.Telegram)` and `st.builds(tf.Telegram)` then give natural values.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

import telegram_format as tf

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

_STRATEGIES: dict[type, str] = {
    tf.Address: "addresses",
    tf.Attributes: "attributes",
    tf.Classification: "classifications",
    tf.ClassificationAuthority: "authorities",
    tf.DateTimeGroup: "dtgs",
    tf.ExecutiveOrder: "executive_orders",
    tf.Heading: "headings",
    tf.MessageId: "message_ids",
    tf.Paragraph: "paragraphs",
    tf.Precedence: "precedences",
    tf.Reference: "references",
    tf.Section: "sections",
    tf.Separator: "separators",
    tf.Tag: "tags",
    tf.Telegram: "telegrams",
    tf.Transmission: "transmissions",
}
"""Class → the name of its strategy."""


def register() -> None:
    """Give every class of the model its strategy. Hypothesis calls this, by its entry point."""
    from hypothesis import strategies as st  # it is loading: not before it asks

    for kind, name in _STRATEGIES.items():
        st.register_type_strategy(kind, _later(name))


def _later(name: str) -> Callable[[type], SearchStrategy[Any]]:
    def strategy(_kind: type) -> SearchStrategy[Any]:
        made: SearchStrategy[Any] = getattr(import_module("telegram_format.testing.strategies"), name)()
        return made

    return strategy
