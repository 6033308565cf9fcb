"""Lines of the heading with a label of a variant's own: kept as attributes and lifted out.

Strategy: what is lifted is read first, with its place, and the heading around it is then read as if it had never been
there; so a variant has further labels, and the grammar of the heading needs to know none of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from telegram_format.grammar.heading import heading_limit
from telegram_format.kit import Draft, Span


def lift_labels(draft: Draft, labels: Mapping[str, str], start: int, end: int) -> int:
    """Read the lines between `start` and the first paragraph that begin with one of `labels`; where `end` is now.

    `labels` are the words as printed and the names of the attributes. A colon behind the word is part of the label;
    the value is what else stands on the line, and a label without a value is left alone.
    """
    words = "|".join(re.escape(word) for word in sorted(labels, key=len, reverse=True))
    pattern = rf"^[ \t]*+(?P<label>{words})(?:[ ]?:|(?=[ \t]))[ \t]*+(?!:)(?P<value>[^\n]*[^\s])[ \t]*+(?:\n|\Z)"
    cuts: list[Span] = []
    for line in re.compile(pattern, re.MULTILINE).finditer(draft.text, start, heading_limit(draft.text, start, end)):
        draft.mark("label", line.start("label"), line.start("value"))
        draft.attribute(labels[line["label"]], line["value"], *line.span("value"))
        cuts.append(line.span())
    draft.lift(cuts)
    return end - sum(stop - begin for begin, stop in cuts)
