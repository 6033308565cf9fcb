"""A telegram cited, in the ways that historians do.

Strategy: a style is a function from the facts of the telegram and what the caller told of its keeping to one
sentence; parts that nobody told are left out with their commas. Sources: The Chicago Manual of Style 14 on letters in
collections and on documents in editions; the footnotes of Foreign Relations of the United States; National Archives,
Citing Records (General Information Leaflet 17): from the item up to the archive, parted by semicolons.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from telegram_format.errors import UnknownFormatError
from telegram_format.exports.cited import Cited, cited, date_words, plain_provenance
from telegram_format.exports.provenance import Provenance
from telegram_format.model.telegram import Telegram
from telegram_format.reading.reading import Reading


def cite(
    telegram: Telegram | Reading,
    style: str = "chicago-note",
    *,
    source: Provenance | None = None,
    names: Mapping[str, str] | None = None,
) -> str:
    """A telegram cited as one line of plain text.

    `style` is `chicago-note`, `chicago-bibliography`, `frus` or `nara`. `source` tells where the telegram is kept;
    `names` what an address is called (`{"SECSTATE WASHDC": "Secretary of State"}`), else it stands as in the telegram.
    What neither says is left out; a telegram without a date is `n.d.` in Chicago style.

    Raises `UnknownFormatError` for another style.
    """
    spelled = STYLES.get(style)
    if spelled is None:
        raise UnknownFormatError(f"no style {style!r}; there are: {', '.join(STYLES)}")
    return spelled(cited(telegram, names), plain_provenance(source))


def _chicago_note(facts: Cited, source: Provenance) -> str:
    """`A to B, telegram 12, March 6, 2009, Collection, Archive, Town, URL.`"""
    what = [_spaced("telegram", facts.number), facts.date or "n.d."]
    return _sentence([_between(facts), *what, *_kept(source)])


def _chicago_bibliography(facts: Cited, source: Provenance) -> str:
    """`A. Telegram 12 to B, March 6, 2009. Collection. Archive, Town. URL.`"""
    telegram = _spaced("Telegram", facts.number, _spaced("to", facts.addressed) if facts.addressed else "")
    edition = _joined([source.edition and f"In {source.edition}", source.document and f"doc. {source.document}"])
    paper = _joined([source.box, source.folder, source.accession])
    archive = _joined([source.archive, source.archive_place])
    parts = [facts.sender, _joined([telegram, facts.date or "n.d."]), edition, source.record_group, source.collection]
    return " ".join(map(_ended, filter(None, [*parts, paper, archive, source.url])))


def _frus(facts: Cited, source: Provenance) -> str:
    """`Telegram 12 from A to B, March 6, 2009; Archive, RG 59, Collection, Box 1.`"""
    parties = _spaced("from", facts.sender) if facts.sender else ""
    to = _spaced("to", facts.addressed) if facts.addressed else ""
    item = _joined([_spaced("Telegram", facts.number, parties, to), facts.date])
    kept = _joined(
        [source.archive, source.record_group, source.collection, source.box, source.folder, source.accession]
    )
    printed = _joined([source.edition, source.document and f"Document {source.document}"])
    return _ended("; ".join(filter(None, [item, kept, printed, source.url])))


def _nara(facts: Cited, source: Provenance) -> str:
    """`Telegram 12, A to B, “Subject,” March 6, 2009; Folder; Collection; Record Group; Archive, Town [Online …].`"""
    parties = _between(facts)
    item = _joined([_spaced("Telegram", facts.number), parties])
    if facts.subject:  # the comma behind a title stands inside its quotes
        item += f", “{facts.subject},” {facts.date}" if facts.date else f", “{facts.subject}”"
    else:
        item = _joined([item, facts.date])
    archive = _joined([source.archive, source.archive_place])
    seen = f", {date_words(source.accessed)}" if source.accessed is not None else ""
    online = f" [Online version available at {source.url}{seen}]" if source.url else ""
    levels = [item, source.accession, source.folder, source.box, source.collection, source.record_group, archive]
    return _ended("; ".join(filter(None, levels)) + online)


STYLES: dict[str, Callable[[Cited, Provenance], str]] = {
    "chicago-note": _chicago_note,
    "chicago-bibliography": _chicago_bibliography,
    "frus": _frus,
    "nara": _nara,
}


def _between(facts: Cited) -> str:
    return " to ".join(filter(None, (facts.sender, facts.addressed)))


def _kept(source: Provenance) -> list[str | None]:
    """From the edition or the paper up to the archive, as notes have it."""
    edition = [source.edition and f"in {source.edition}", source.document and f"doc. {source.document}"]
    paper = [source.accession, source.folder, source.box, source.collection, source.record_group]
    return [*edition, *paper, source.archive, source.archive_place, source.url]


def _spaced(*words: str) -> str:
    return " ".join(filter(None, words))


def _joined(parts: list[str | None]) -> str:
    return ", ".join(filter(None, parts))


def _sentence(parts: list[str | None]) -> str:
    words = _joined(parts)
    return _ended(words[:1].upper() + words[1:])


def _ended(words: str) -> str:
    return words if words.endswith(".") else f"{words}."
