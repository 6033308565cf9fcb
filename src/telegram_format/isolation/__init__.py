"""Code that is not trusted to end: done in a process of its own, within limits of time and memory."""

from telegram_format.isolation.failure import Reason, WorkFailed
from telegram_format.isolation.worker import Worker

__all__ = ["Reason", "WorkFailed", "Worker"]
