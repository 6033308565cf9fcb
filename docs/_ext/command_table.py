"""The commands of the program, a row for each.

Strategy: the program's own parser is asked, so that the table has what `telegram-format --help` lists.
"""

from __future__ import annotations

from argparse import _SubParsersAction

from telegram_format.cli.main import build_parser


def table() -> str:
    """Command and what it does, in MyST."""
    rows = ["| command | what |", "| --- | --- |"]
    for action in build_parser()._actions:
        if isinstance(action, _SubParsersAction):
            rows += [f"| `{choice.dest}` | {choice.help} |" for choice in action._choices_actions]
    return "\n".join(rows)
