"""`telegram-format schema`: the JSON Schema of telegrams as plain data."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from telegram_format.cli.console import Console
from telegram_format.interchange.schema import json_schema

SUMMARY = "print the JSON Schema of telegrams, as 'parse' has them under 'telegram'"


def add_arguments(_parser: ArgumentParser) -> None:
    """It has none."""


def run(_arguments: Namespace, console: Console) -> None:
    """The schema, indented and in ASCII."""
    import json

    console.write(json.dumps(json_schema(), indent=2))
