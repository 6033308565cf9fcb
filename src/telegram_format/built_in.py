"""The readers, carriers and writers that are built in.

Strategy: strings, so that naming one imports that one and nothing else. Their version is that of the package, written
here once more, for to ask an installer's metadata takes as long as to read ten telegrams.
"""

from __future__ import annotations

from collections.abc import Mapping

from telegram_format.reading.plugin import Kind

DISTRIBUTION = "telegram-format"

VERSION = "0.1.0"

BUILT_IN: Mapping[Kind, Mapping[str, str]] = {
    "reader": {
        "acp127": "telegram_format.readers.acp127:Acp127",
        "cablegate": "telegram_format.readers.cablegate:Cablegate",
        "genadmin": "telegram_format.readers.genadmin:Genadmin",
        "janap128": "telegram_format.readers.janap128:Janap128",
        "nara": "telegram_format.readers.nara:Nara",
        "plain": "telegram_format.readers.plain:Plain",
        "smart": "telegram_format.readers.smart:Smart",
        "typed": "telegram_format.readers.typed:Typed",
    },
    "carrier": {
        "markdown": "telegram_format.carriers.markdown:Markdown",
        "nara_record": "telegram_format.carriers.nara_record:NaraRecord",
        "plain": "telegram_format.carriers.plain:Plain",
        "smart_release": "telegram_format.carriers.smart_release:SmartRelease",
        "tei": "telegram_format.carriers.tei:Tei",
        "wikileaks_csv": "telegram_format.carriers.wikileaks_csv:WikileaksCsv",
        "wikileaks_page": "telegram_format.carriers.wikileaks_page:WikileaksPage",
    },
    "writer": {
        "acp127": "telegram_format.writers.acp127:Acp127",
        "cablegate": "telegram_format.writers.cablegate:Cablegate",
        "genadmin": "telegram_format.writers.genadmin:Genadmin",
        "markdown": "telegram_format.writers.markdown:Markdown",
        "text": "telegram_format.writers.text:Text",
    },
}
