"""A diagnostic as people read it: where, what, the line of the source, the place underlined.

Strategy: the line is looked up when asked for and cut to a window around the place, so that a line of a megabyte costs
what it shows. All that comes from outside (the text, the message, the file's name) is made visible first; the
underline counts columns of what is shown, not characters of what stood there.
"""

from __future__ import annotations

from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.text.offset import character_span
from telegram_format.text.source import Source, Span
from telegram_format.text.visible import visible_line
from telegram_format.text.width import width

COLUMNS = 100
"""How wide an excerpt is; what is shown as more than it was (`<U+202E>`) may go beyond."""

_INDENT = "    "
_CUT = "..."


def excerpt(source: Source, diagnostic: Diagnostic, *, severity: bool = False, columns: int = COLUMNS) -> str:
    """`file:line:column: message [code]`, the line of the source, and the place underlined with `~~~^`.

    Line and column count from 1, in characters. A diagnostic without a place, or of the text as a whole (an empty
    span at its start), is one line: `file: message [code]`. Of a place of several lines the first is shown. `severity`
    puts the word for it before the message. The result has no line end at its end and is safe to print: of control
    characters it has line ends only.
    """
    name = visible_line(source.name or "<text>")
    message = f"{diagnostic.severity}: " * severity + visible_line(str(diagnostic))
    if diagnostic.span is None or diagnostic.span == (0, 0):
        return f"{name}: {message}"
    start, end = character_span(source, diagnostic.span)
    line, column = source.line_column(start)
    window = columns - len(_INDENT) - 2 * len(_CUT)
    shown = _underlined(source.line(line), (column - 1, column - 1 + end - start), window)
    return f"{name}:{line}:{column}: {message}\n{shown}"


def _underlined(line: str, place: Span, window: int) -> str:
    """`window` characters of the line and, below, the underline of `place`, which may go on behind the line's end."""
    start = min(place[0], len(line))
    end = min(place[1], len(line))
    goes_on = place[1] > len(line) + 2  # more than the line end itself
    first = max(0, min(start - window // 3, len(line) - window))
    last = min(first + window, len(line))
    head = _CUT if first else ""
    tail = _CUT if last < len(line) else ""
    if end > last:
        end, goes_on = last, True
    shown = visible_line(line[first:last])
    left = _INDENT + " " * (len(head) + width(visible_line(line[first:start])))
    columns = width(visible_line(line[start:end]))
    sign = "~" * columns + _CUT if goes_on else "~" * (columns - 1) + "^"
    return f"{_INDENT}{head}{shown}{tail}\n{left}{sign}"
