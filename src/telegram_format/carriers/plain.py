"""No wrapper: the source is the telegram.

Strategy: the view is the source itself; only a byte order mark is left out.
"""

from __future__ import annotations

from telegram_format.kit import Detection, Source, View, Wrapped


class Plain:
    """The carrier of a telegram that is not wrapped in anything."""

    name = "plain"

    def detect(self, source: Source) -> Detection:  # noqa: ARG002
        return Detection(0.4, "no wrapper known")

    def open(self, source: Source) -> Wrapped:
        view = View.whole(source)
        return Wrapped(view.part(1, len(source.text)) if source.text[:1] == "\ufeff" else view)
