"""`telegram-format plugins`: the readers, carriers and writers there are, and in what state; `test` tries one."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from attrs import asdict

from telegram_format import api
from telegram_format.cli import trial
from telegram_format.cli.console import Console
from telegram_format.cli.general_options import add_general_options
from telegram_format.errors import TelegramFormatError
from telegram_format.registry import Kind, PluginInfo
from telegram_format.text.visible import visible, visible_line

SUMMARY = "list readers, carriers and writers, those of plug-ins too"


KINDS: tuple[Kind, ...] = ("reader", "carrier", "writer")


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--json", action="store_true", help="a JSON list")
    parser.add_argument("--check", action="store_true", help="answer 1 if one cannot be used")
    actions = parser.add_subparsers(dest="action", metavar="test", title="try a reader", required=False)
    summary = trial.SUMMARY
    test = actions.add_parser(
        "test", help=summary, description=f"{summary[0].upper()}{summary[1:]}.", allow_abbrev=False
    )
    trial.add_arguments(test)
    add_general_options(test, behind=True)


def run(arguments: Namespace, console: Console) -> None:
    """A line for each; with `-v` where it comes from, and the traceback of one that did not load."""
    if arguments.action == "test":
        trial.run(arguments, console)
        return
    found = [(asked, info) for kind in KINDS for asked, info in api.REGISTRY.listing(kind, load=True).items()]
    if arguments.check:
        console.failed = any(status(asked, info) != "ok" for asked, info in found)
    if arguments.json:
        import json

        console.write(json.dumps([_record(asked, info) for asked, info in found], indent=2))
        return
    names = max(18, *(len(visible_line(asked)) for asked, _ in found))
    owners = max(22, *(len(_owner(info)) for _, info in found))
    for asked, info in found:
        _show(asked, info, f"{visible_line(asked):<{names}}  {_owner(info):<{owners}}", console)


def status(asked: str, info: PluginInfo) -> str:
    """`ok`, or why it cannot be used by its name; `asked` is the name by which the listing has it."""
    if info.status == "ok" and asked != info.name:
        return f"conflict: the name {info.name!r} is declared twice; ask for {asked}"
    return info.status


def _record(asked: str, info: PluginInfo) -> dict[str, object]:
    return {**asdict(info), "name": asked, "status": status(asked, info), "file": _file(info)}


def _show(asked: str, info: PluginInfo, head: str, console: Console) -> None:
    state = status(asked, info)
    console.write(
        f"{info.kind:<8}{head}  " + console.palette.paint(visible_line(state), "good" if state == "ok" else "error")
    )
    if console.verbosity > 0:
        contract = f" (plug-in API {info.api_version})" if info.api_version is not None else ""
        console.write(f"        {visible_line(info.target)}{contract}")
        if file := _file(info):
            console.write(f"        {visible_line(file)}")
        if failure := _traceback(asked, info):
            console.write(visible(failure))


def _owner(info: PluginInfo) -> str:
    if info.built_in:
        return "built in"
    return visible_line(" ".join(word for word in (info.distribution, info.version) if word) or "registered")


def _file(info: PluginInfo) -> str | None:
    """The file of its module, if that is loaded and has one."""
    return getattr(sys.modules.get(info.target.partition(":")[0]), "__file__", None)


def _traceback(asked: str, info: PluginInfo) -> str:
    """How the load failed; nothing where it did not."""
    find = {"reader": api.REGISTRY.reader, "carrier": api.REGISTRY.carrier, "writer": api.REGISTRY.writer}
    try:
        find[info.kind](asked)
    except TelegramFormatError as error:
        import traceback

        return "".join(traceback.format_exception(error.__cause__)).rstrip()
    return ""
