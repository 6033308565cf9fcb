"""Writers that do not do what they say."""

from typing import Any

from telegram_format import Telegram


class Liar:
    """Writes another subject and lists no loss."""

    name = "liar"
    reader = "cablegate"
    carrier = "plain"
    losses: Any = ()

    def write(self, telegram: Telegram, /) -> str:
        return f"UNCLAS LOME 000012\n\nSUBJECT: NOT {telegram.subject}\n\n1. (U) Growers met.\n"


class Lost(Liar):
    """Names a reader that there is not."""

    name = "lost"
    reader = "nobody"


class Careless(Liar):
    """Has a table of losses that is none."""

    name = "careless"
    losses = ("subject",)
