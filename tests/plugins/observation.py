"""What a process sees of the plug-ins that are installed: one look at all, printed as JSON.

Strategy: a start of Python is dear, so one process asks everything, first what must be seen before anything is
loaded; the tests look at one thing each.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections.abc import Callable
from typing import Any

import telegram_format as tf
from telegram_format.cli.main import main

TEXTS = {
    "ledger": "LEDGER 7\n\nPaid.\n",
    "halfway": "HALF A WORD\n",
    "crossing": "CROSS THE RIVER\n",
    "boastful": "BOAST\n",
    "leaky": "LEAK\nPLUGGED\n",
    "cable": "UNCLAS LOME 000012\n\nSUBJECT: APRICOTS\n\n1. (U) Growers met.\n",
}
NAMES = (
    *("lacking", "exiting", "newer", "twin", "Bad-Name", "Bad-Name@plug-bad-name", "cablegate@plug-usurper", "alias"),
    *("twin@plug-twin-one", "twin@nobody", "hasty", "boastful", "cablegate"),
)
WRITERS = ("liar", "lost", "careless")
TELEGRAM = tf.Telegram(subject="APRICOTS")


def loaded() -> list[str]:
    """The modules of plug-ins that are loaded, and that of the metadata."""
    return sorted(name for name in sys.modules if name.startswith("plug_") or name == "importlib.metadata")


def reading(found: tf.Reading) -> dict[str, Any]:
    assert found.reader is not None
    return {
        "format": found.format,
        "carrier": found.carrier,
        "bytes": bytes(found).decode(),
        "subject": found.telegram.subject,
        "by": [found.reader.name, found.reader.distribution, found.reader.version, found.reader.built_in],
        "diagnostics": [[note.code, note.message] for note in found.diagnostics],
    }


def told(ask: Callable[[], object]) -> list[str]:
    """The class of the error that is raised, what it says, and the class of its cause."""
    try:
        ask()
    except tf.TelegramFormatError as error:
        return [type(error).__name__, str(error), type(error.__cause__).__name__]
    return []


def listing() -> dict[str, Any]:
    return {
        name: [info.kind, info.distribution, info.version, info.status]
        for ask in (tf.readers, tf.carriers, tf.writers)
        for name, info in ask().items()
        if not info.built_in
    }


def program(*words: str) -> list[Any]:
    """What the program answers and writes."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        return [main(words), out.getvalue()]


seen: dict[str, Any] = {"loaded by import": loaded()}
tf.parse("", format="plain", carrier="plain")
tf.serialize(TELEGRAM, "cablegate")
seen["loaded by built-ins"] = loaded()
seen["asked for the good one"] = told(lambda: tf.parse(TEXTS["ledger"], format="ledger", carrier="plain"))
seen["loaded by a name"] = loaded()
seen["listing before"] = listing()
seen["readings"] = {name: reading(tf.parse(text)) for name, text in TEXTS.items()}
seen["candidates"] = {name: list(said) for name, said in tf.detect(TEXTS["cable"]).candidates}
seen["asked by name"] = {name: told(lambda name=name: tf.parse("LEDGER", format=name)) for name in NAMES}
seen["asked to write"] = {name: told(lambda name=name: tf.serialize(TELEGRAM, name)) for name in WRITERS}
if not seen["asked to write"]["liar"]:
    seen["lost by the liar"] = [[loss.path, loss.code] for loss in tf.serialize(TELEGRAM, "liar").losses]
seen["built-in writer"] = tf.serialize(TELEGRAM, "cablegate").data.decode()
seen["program"] = {" ".join(words): program("plugins", *words) for words in ((), ("--json",), ("--check",))}
seen["listing after"] = listing()
print(json.dumps(seen))
