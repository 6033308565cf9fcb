"""Corpora: folders and archives of telegrams as tables."""

from telegram_format.corpus.batch import Batch
from telegram_format.corpus.crew import Limits
from telegram_format.corpus.linking import Links, link
from telegram_format.corpus.pipeline import batches, tables_of
from telegram_format.corpus.query import Tables, open  # noqa: A004 (as in `gzip.open`)
from telegram_format.corpus.run import Progress, convert
from telegram_format.corpus.stream import Stream
from telegram_format.corpus.summary import Summary

__all__ = [
    "Batch",
    "Limits",
    "Links",
    "Progress",
    "Stream",
    "Summary",
    "Tables",
    "batches",
    "convert",
    "link",
    "open",
    "tables_of",
]
