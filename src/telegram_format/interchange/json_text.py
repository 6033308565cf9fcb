"""Telegrams as JSON and back.

Strategy: JSON in ASCII, so that every character survives, lone surrogates as escapes too, whatever it passes through.
What Python's decoder would let pass in silence is refused: of a key that is given twice it keeps the last.
"""

from __future__ import annotations

from typing import Any

from telegram_format.errors import InterchangeError
from telegram_format.interchange.plain_data import from_dict, to_dict
from telegram_format.interchange.refusal import shown, too_deep
from telegram_format.model.telegram import Telegram


def to_json(telegram: Telegram, *, indent: int | None = None) -> str:
    """A telegram as JSON in ASCII; `from_json` gives it back. `indent` blanks for each level, or all on one line.

    The data is that of `to_dict`; a character outside ASCII is an escape. Raises `InterchangeError` for paragraphs
    nested more than 50 deep, and for the one text that JSON cannot hold: two surrogates side by side that were not
    one character.
    """
    import json

    data = to_dict(telegram)
    try:
        written = json.dumps(data, ensure_ascii=True, indent=indent)
    except RecursionError:
        raise too_deep() from None
    except ValueError as error:  # a number of thousands of figures
        raise InterchangeError(f"no JSON can be written: {error}") from error
    if "\\ud" in written and json.loads(written) != data:
        raise InterchangeError("a text holds two surrogates side by side, which JSON cannot tell from one character")
    return written


def from_json(text: str | bytes) -> Telegram:
    """The telegram of a JSON text, or of its bytes in UTF-8, UTF-16 or UTF-32.

    Raises `InterchangeError`, a `ValueError`: where the text is no JSON with line and column, for a key that is given
    twice, and for all that `from_dict` refuses.
    """
    import json

    try:
        data = json.loads(text, object_pairs_hook=_object)
    except RecursionError:
        raise too_deep() from None
    except InterchangeError:
        raise
    except ValueError as error:
        raise InterchangeError(f"no JSON: {error}") from error
    return from_dict(data)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise InterchangeError(f"the key {shown(twice)} is given twice in one object")
    return found
