"""Corpora: folders and archives of telegrams as tables."""

from telegram_format.corpus.crew import Limits
from telegram_format.corpus.linking import Links, link
from telegram_format.corpus.query import Tables, open  # noqa: A004 (as in `gzip.open`)
from telegram_format.corpus.run import Progress, convert
from telegram_format.corpus.stream import Stream
from telegram_format.corpus.summary import Summary

__all__ = ["Limits", "Links", "Progress", "Stream", "Summary", "Tables", "convert", "link", "open"]
