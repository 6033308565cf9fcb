"""The laws, for the authors of readers and writers."""

from __future__ import annotations

from telegram_format.testing.laws.check import check_reader
from telegram_format.testing.laws.finding import ADVICE, MEANING, Finding, LawReport
from telegram_format.testing.laws.reader_laws import ReaderLaws

__all__ = ["ADVICE", "MEANING", "Finding", "LawReport", "ReaderLaws", "check_reader"]
