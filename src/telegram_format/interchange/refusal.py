"""What is wrong with a value that came from outside, in words, and where it stands.

Strategy: a hook of the converter that cannot take a value raises a `Refusal`. On its way out each list and class notes
by which step the value was reached, as cattrs does; from these notes the path is made once, at the end.
"""

from __future__ import annotations

from telegram_format.errors import InterchangeError

_LONGEST = 60
"""Characters of a text that a message shows."""

DEEPEST = 50
"""Levels of paragraphs in paragraphs, both ways. Telegrams have three."""

Step = str | int


class Refusal(Exception):
    """A value that cannot be taken. `beyond` is the step from the value to the part that is meant, if it is a part."""

    def __init__(self, problem: str, beyond: str | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.beyond = beyond


def expected(what: str, value: object, beyond: str | None = None) -> Refusal:
    """The refusal of a value of the wrong type."""
    return Refusal(f"expected {what}, got {shown(value)}", beyond)


def shown(value: object) -> str:
    """A value of plain data as messages show it: what it is, and the beginning of it."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():  # Python does not write numbers of thousands of figures
            return f"the number {value}" if value.bit_length() < 200 else "a number of many figures"
        case float():
            return f"the number {value}"
        case str():
            return repr(value[:_LONGEST]) + ("…" if len(value) > _LONGEST else "")
        case list():
            return "a list"
        case dict():
            return "an object"
        case _:
            return f"a Python {type(value).__name__}"


def interchange_error(error: BaseException) -> InterchangeError | None:
    """What cattrs raised, as an error of ours: the first problem and its path. `None` for a fault of the program."""
    from cattrs import AttributeValidationNote, BaseValidationError, IterableValidationNote

    path: list[Step] = []
    while True:
        path += [
            note.name if isinstance(note, AttributeValidationNote) else note.index
            for note in reversed(getattr(error, "__notes__", ()))  # the outermost step was noted last
            if isinstance(note, (AttributeValidationNote, IterableValidationNote))
        ]
        if not isinstance(error, BaseValidationError):
            break
        error = error.exceptions[0]
    if isinstance(error, RecursionError):
        return too_deep()
    if not isinstance(error, Refusal):
        return None
    if error.beyond is not None:
        path.append(error.beyond)
    return InterchangeError(error.problem, spelled(path))


def too_deep() -> InterchangeError:
    """The error for what is nested too deep, for this room or for what is left of the stack."""
    return InterchangeError(f"nested too deep; paragraphs may be nested {DEEPEST} deep")


def spelled(path: list[Step]) -> str:
    """`["to", 0, "precedence"]` as `to[0].precedence`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
