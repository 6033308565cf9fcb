"""Corpora: folders and archives of telegrams as tables."""

from telegram_format.corpus.crew import Limits
from telegram_format.corpus.run import Progress, convert
from telegram_format.corpus.summary import Summary

__all__ = ["Limits", "Progress", "Summary", "convert"]
