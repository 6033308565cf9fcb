"""`telegram-format diff`: what two telegrams say differently, field by field.

Strategy: telegrams are compared, not texts: how lines are wrapped, paged or wrapped up makes no difference. Of a long
text only the words that changed are shown, with some of their neighbours. The answers are those of `diff`: 0 for equal
telegrams, 1 for different ones, 2 where one of the two could not be had.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from telegram_format.cli.codes import TROUBLE, CommandError
from telegram_format.cli.console import Console
from telegram_format.cli.inputs import inputs
from telegram_format.cli.palette import Palette
from telegram_format.cli.reading_options import ReadingOptions, add_reading_options
from telegram_format.model.difference import differences
from telegram_format.reading.reading import Reading
from telegram_format.text.visible import visible_line
from telegram_format.views.changes import Change, changes
from telegram_format.views.facts import heading
from telegram_format.views.values import value_text
from telegram_format.views.words import word_changes

SUMMARY = "tell what two telegrams say differently"

_LONG = 60
"""Characters of a text of which only the words that changed are shown."""
_AROUND = 24
"""Characters that are shown around them."""


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("before", metavar="A", help="a telegram; - is standard input")
    parser.add_argument("after", metavar="B", help="another one")
    parser.add_argument("--json", action="store_true", help="one JSON object with both values of each field")
    add_reading_options(parser)


def run(arguments: Namespace, console: Console) -> None:
    """Compare the two; with `-q` only answer."""
    if arguments.before == arguments.after == "-":
        raise CommandError("both telegrams cannot come from standard input", TROUBLE)
    options = ReadingOptions.of(arguments)
    readings = [options.read(given) for given in inputs([arguments.before, arguments.after], console)]
    if len(readings) < 2:
        raise CommandError("nothing was compared", TROUBLE, usage=False)
    for reading in readings:
        if reading.embedded:
            console.note(f"{reading.source.name}: only the first telegram in it is compared")
    before, after = readings
    console.failed = before.telegram != after.telegram
    if arguments.json:
        console.write(_json(before, after))
    elif console.verbosity >= 0:
        for line in rows(before, after, console.palette):
            console.write(line)


def rows(before: Reading, after: Reading, palette: Palette) -> Iterator[str]:
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


def _json(before: Reading, after: Reading) -> str:
    import json

    from telegram_format.interchange.converter import converter

    plain = converter().unstructure
    found = differences(before.telegram, after.telegram)
    return json.dumps(
        {
            "before": {"source": before.source.name, "format": before.format, "carrier": before.carrier},
            "after": {"source": after.source.name, "format": after.format, "carrier": after.carrier},
            "equal": not found,
            "differences": [
                {"path": one.path, "before": plain(one.before), "after": plain(one.after)} for one in found
            ],
        },
        indent=2,
    )
