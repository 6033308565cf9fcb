"""What two telegrams say differently, as rows.

Strategy: a row for the field and one for each value, with the signs of `diff`. Of a long text only the words that
changed are shown, between `[-` and `-]` or `{+` and `+}`, with some of their neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator

from telegram_format.cli.palette import Palette
from telegram_format.reading.reading import Reading
from telegram_format.text.visible import visible_line
from telegram_format.views.changes import Change, changes
from telegram_format.views.facts import heading
from telegram_format.views.values import value_text
from telegram_format.views.words import word_changes

_LONG = 60
"""Characters of a text of which only the words that changed are shown."""
_AROUND = 24
"""Characters that are shown around them."""


def changed_rows(before: Reading, after: Reading, palette: Palette) -> Iterator[str]:
    """The two headings and the changes below them; nothing where there are none."""
    found = changes(before.telegram, after.telegram)
    if found:
        yield palette.paint(f"--- {_named(before)}", "gone")
        yield palette.paint(f"+++ {_named(after)}", "come")
    for change in found:
        yield palette.paint(visible_line(change.label), "title")
        yield from _change(change, palette)


def _named(reading: Reading) -> str:
    name = visible_line(reading.source.name or "<text>")
    return f"{name} ({reading.format}, {visible_line(heading(reading))})"


def _change(change: Change, palette: Palette) -> Iterator[str]:
    before, after = value_text(change.before), value_text(change.after)
    if change.path and change.now and min(len(before), len(after)) > _LONG:
        yield f"  {_reworded(before, after, palette)}"
        return
    if change.path:
        yield palette.paint(f"  - {visible_line(before)}", "gone")
    if change.now:
        yield palette.paint(f"  + {visible_line(after)}", "come")


def _reworded(before: str, after: str, palette: Palette) -> str:
    """Both texts at once: `[-words that went-]{+words that came+}`, and a part of what stands between."""
    pieces: list[str] = []
    found = word_changes(before, after)
    for index, (one, other) in enumerate(found):
        if one == other:
            pieces.append(visible_line(_shortened(one, first=index == 0, last=index == len(found) - 1)))
            continue
        blank = " " * (one != one.rstrip() or other != other.rstrip())
        gone, come = visible_line(one.rstrip()), visible_line(other.rstrip())
        pieces.append(palette.paint(f"[-{gone}-]", "gone") if gone else "")
        pieces.append(palette.paint(f"{{+{come}+}}", "come") if come else "")
        pieces.append(blank)
    return "".join(pieces).rstrip()


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """The ends of a text that are beside a change."""
    head, tail = "" if first else text[:_AROUND], "" if last else text[-_AROUND:]
    if len(text) <= len(head) + len(tail) + 8:
        return text
    return f"{head.rpartition(' ')[0]} ... {tail.partition(' ')[2]}".lstrip()
