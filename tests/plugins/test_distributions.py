"""Plug-ins as they are installed, most of them faulty: each fault is told with its distribution, and stays alone."""

from __future__ import annotations

import json
from typing import Any

import pytest

from telegram_format.built_in import BUILT_IN, VERSION

Seen = dict[str, Any]


@pytest.fixture(scope="module")
def seen(observe: Any) -> Seen:
    """What a process sees of the plug-ins."""
    found: Seen = observe("observation.py")
    return found


@pytest.fixture(scope="module")
def seen_without(observe: Any) -> Seen:
    """What a process sees that wants none."""
    found: Seen = observe("observation.py", TELEGRAM_FORMAT_DISABLE_PLUGINS="1")
    return found


@pytest.fixture(scope="module")
def seen_with_preference(observe: Any) -> Seen:
    """What a process sees that prefers some."""
    found: Seen = observe("observation.py", TELEGRAM_FORMAT_READERS="twin@plug-twin-two, nobody, ledger")
    return found


NO_MODULE = "ModuleNotFoundError: No module named 'a_package_that_nobody_has'"
STATES = {
    "ledger": ("reader", "plug-good", "ok"),
    "lacking": ("reader", "plug-import-error", f"failed: {NO_MODULE}"),
    "exiting": ("reader", "plug-exits", "failed: SystemExit: no licence for this machine"),
    "newer": (
        "reader",
        "plug-other-api",
        "failed: TypeError: it is written for plug-in API 99; this library has 1",
    ),
    "twin@plug-twin-one": ("reader", "plug-twin-one", "ok"),
    "twin@plug-twin-two": ("reader", "plug-twin-two", "ok"),
    "Bad-Name@plug-bad-name": (
        "reader",
        "plug-bad-name",
        "failed: ValueError: 'Bad-Name' is no name for a format",
    ),
    "cablegate@plug-usurper": (
        "reader",
        "plug-usurper",
        "failed: ValueError: 'cablegate' is the name of a built-in reader",
    ),
    "alias": (
        "reader",
        "plug-other-name",
        "failed: ValueError: it is declared as 'alias' and calls itself 'ledger'",
    ),
    "hasty": ("reader", "plug-detect-raises", "ok"),
    "boastful": ("reader", "plug-detect-nonsense", "ok"),
    "halfway": ("reader", "plug-read-raises", "ok"),
    "crossing": ("reader", "plug-crossing", "ok"),
    "leaky": ("carrier", "plug-carrier", "ok"),
    "liar": ("writer", "plug-lying-writer", "ok"),
    "lost": ("writer", "plug-lying-writer", "ok"),
    "careless": ("writer", "plug-lying-writer", "ok"),
}
"""Name in the listing → kind, distribution, status once loaded."""

NEVER = {"Bad-Name@plug-bad-name", "cablegate@plug-usurper"}
"""What is refused without being loaded."""


def of_ours(listing: dict[str, list[str]]) -> dict[str, list[str]]:
    """The entries of the distributions here; others may be installed, too."""
    return {name: entry for name, entry in listing.items() if entry[1].startswith("plug-")}


def test_nothing_is_loaded_or_looked_for_before_it_is_wanted(seen: Seen) -> None:
    assert seen["loaded by import"] == []
    assert seen["loaded by built-ins"] == []
    assert seen["loaded by a name"] == ["importlib.metadata", "plug_good"]
    assert seen["asked for the good one"] == []


def test_all_are_listed_before_they_are_loaded(seen: Seen) -> None:
    loaded = {"ledger"}
    assert of_ours(seen["listing before"]) == {
        name: [kind, owner, "0.1", status if name in NEVER | loaded else "not loaded"]
        for name, (kind, owner, status) in STATES.items()
    }


def test_all_are_listed_with_their_cause(seen: Seen) -> None:
    assert of_ours(seen["listing after"]) == {
        name: [kind, owner, "0.1", status] for name, (kind, owner, status) in STATES.items()
    }


@pytest.mark.parametrize(
    ("name", "kind", "message", "cause"),
    [
        (
            "lacking",
            "PluginError",
            f"reader 'lacking' (plug-import-error 0.1) failed: {NO_MODULE}",
            "ModuleNotFoundError",
        ),
        (
            "exiting",
            "PluginError",
            "reader 'exiting' (plug-exits 0.1) failed: SystemExit: no licence for this machine",
            "SystemExit",
        ),
        ("newer", "PluginError", f"reader 'newer' (plug-other-api 0.1) {STATES['newer'][2]}", "TypeError"),
        (
            "twin",
            "PluginError",
            "the name 'twin' is declared by plug-twin-one and plug-twin-two; ask for twin@DISTRIBUTION",
            "NoneType",
        ),
        (
            "Bad-Name",
            "PluginError",
            f"reader 'Bad-Name' (plug-bad-name 0.1) {STATES['Bad-Name@plug-bad-name'][2]}",
            "ValueError",
        ),
        (
            "Bad-Name@plug-bad-name",
            "PluginError",
            f"reader 'Bad-Name' (plug-bad-name 0.1) {STATES['Bad-Name@plug-bad-name'][2]}",
            "ValueError",
        ),
        (
            "cablegate@plug-usurper",
            "PluginError",
            f"reader 'cablegate' (plug-usurper 0.1) {STATES['cablegate@plug-usurper'][2]}",
            "ValueError",
        ),
        ("alias", "PluginError", f"reader 'alias' (plug-other-name 0.1) {STATES['alias'][2]}", "ValueError"),
    ],
)
def test_one_that_cannot_be_had_by_its_name(seen: Seen, name: str, kind: str, message: str, cause: str) -> None:
    assert seen["asked by name"][name] == [kind, message, cause]


@pytest.mark.parametrize("name", ["twin@plug-twin-one", "hasty", "boastful", "cablegate"])
def test_one_that_can_be_had_by_its_name(seen: Seen, name: str) -> None:
    assert seen["asked by name"][name] == []


def test_a_distribution_that_does_not_declare_it(seen: Seen) -> None:
    kind, message, _ = seen["asked by name"]["twin@nobody"]
    assert kind == "UnknownFormatError"
    assert message.startswith("unknown reader 'twin@nobody'; there are: acp127, alias, ")
    assert "Bad-Name" not in message


def test_neighbours_are_unharmed(seen: Seen) -> None:
    assert seen["readings"]["cable"] == {
        "format": "cablegate",
        "carrier": "plain",
        "bytes": "UNCLAS LOME 000012\n\nSUBJECT: APRICOTS\n\n1. (U) Growers met.\n",
        "subject": "APRICOTS",
        "by": ["cablegate", "telegram-format", VERSION, True],
        "diagnostics": [],
    }
    assert seen["built-in writer"] == "SUBJECT: APRICOTS\n"


def test_a_reading_says_by_which_distribution_it_was_made(seen: Seen) -> None:
    assert seen["readings"]["ledger"] == {
        "format": "ledger",
        "carrier": "plain",
        "bytes": "LEDGER 7\n\nPaid.\n",
        "subject": "LEDGER",
        "by": ["ledger", "plug-good", "0.1", False],
        "diagnostics": [],
    }


def test_a_reader_that_fails_half_way(seen: Seen) -> None:
    found = seen["readings"]["halfway"]
    assert (found["format"], found["subject"], found["bytes"]) == ("plain", None, "HALF A WORD\n")
    message = "reader 'halfway' (plug-read-raises 0.1) failed: ValueError: substring not found"
    assert found["diagnostics"][0] == ["plugin-failed", message]


def test_a_reader_whose_places_cross(seen: Seen) -> None:
    found = seen["readings"]["crossing"]
    assert (found["format"], found["subject"]) == ("crossing", "CROSS TH")
    message = "the places of subject and validation overlap, and neither lies inside the other"
    assert found["diagnostics"] == [["spans-cross", message]]


FAILED_WHEN_ASKED = {
    "hasty": "reader 'hasty' (plug-detect-raises 0.1) failed: ZeroDivisionError: division by zero",
    "boastful": (
        "reader 'boastful' (plug-detect-nonsense 0.1) failed: ValueError: no score from 0 to 1 and a reason: "
    ),
}


@pytest.mark.parametrize("name", FAILED_WHEN_ASKED)
def test_a_reader_that_fails_when_it_is_asked(seen: Seen, name: str) -> None:
    score, reason = seen["candidates"][name]
    assert score == 0
    assert reason.startswith(FAILED_WHEN_ASKED[name])
    told = [message for code, message in seen["readings"]["boastful"]["diagnostics"] if code == "plugin-failed"]
    assert sum(message.startswith(FAILED_WHEN_ASKED[name]) for message in told) == 1


def test_a_carrier_that_loses_bytes(seen: Seen) -> None:
    found = seen["readings"]["leaky"]
    assert (found["carrier"], found["bytes"]) == ("plain", "LEAK\nPLUGGED\n")
    message = "carrier 'leaky' (plug-carrier 0.1) failed: ValueError: its view is of another source"
    assert found["diagnostics"][0] == ["plugin-failed", message]


def test_a_writer_that_lies_is_found_out(seen: Seen) -> None:
    assert seen["asked to write"]["liar"] == []
    assert ["subject", "misread"] in seen["lost by the liar"]


def test_a_writer_that_nobody_reads_back(seen: Seen) -> None:
    kind, message, cause = seen["asked to write"]["lost"]
    assert (kind, cause) == ("PluginError", "UnknownFormatError")
    assert message.startswith(
        "writer 'lost' (plug-lying-writer 0.1) failed: UnknownFormatError: unknown reader 'nobody'"
    )


def test_a_writer_whose_losses_are_none(seen: Seen) -> None:
    kind, message, cause = seen["asked to write"]["careless"]
    assert (kind, cause) == ("PluginError", "AttributeError")
    assert message.startswith("writer 'careless' (plug-lying-writer 0.1) failed: AttributeError: ")


def test_two_of_one_name_take_no_part_in_detection(seen: Seen) -> None:
    assert "twin" not in seen["candidates"]
    assert {"ledger", "halfway", "crossing"} <= seen["candidates"].keys()


def test_the_preferred_of_two_takes_part_and_comes_first(seen_with_preference: Seen) -> None:
    assert "twin" in seen_with_preference["candidates"]
    found = seen_with_preference["readings"]["ledger"]
    assert found["by"] == ["twin", "plug-twin-two", "0.1", False]
    assert found["diagnostics"] == []
    assert seen_with_preference["readings"]["cable"]["format"] == "cablegate"
    assert seen_with_preference["asked by name"]["twin"] == []


def test_none_are_wanted(seen_without: Seen) -> None:
    kind, message, _ = seen_without["asked for the good one"]
    assert kind == "UnknownFormatError"
    assert message == f"unknown reader 'ledger'; there are: {', '.join(sorted(BUILT_IN['reader']))}"
    assert seen_without["loaded by a name"] == []
    assert of_ours(seen_without["listing after"]) == {}
    assert seen_without["candidates"].keys() == BUILT_IN["reader"].keys()
    assert [seen_without["readings"][name]["format"] for name in ("cable", "ledger")] == ["cablegate", "plain"]
    assert seen_without["program"]["--check"][0] == 0


def test_the_program_lists_them(seen: Seen) -> None:
    code, listed = seen["program"][""]
    assert code == 0
    lines = {tuple(line.split()[:2]): line for line in listed.splitlines()}
    assert len({line.rindex("  plug-") for line in lines.values() if "  plug-" in line}) == 1
    assert lines["reader", "halfway"].split() == ["reader", "halfway", "plug-read-raises", "0.1", "ok"]
    assert " ".join(lines["reader", "exiting"].split()) == f"reader exiting plug-exits 0.1 {STATES['exiting'][2]}"
    assert lines["reader", "twin@plug-twin-one"].endswith(
        "conflict: the name 'twin' is declared twice; ask for twin@plug-twin-one"
    )
    assert seen["program"]["--check"] == [1, listed]


def test_the_program_lists_them_for_machines(seen: Seen) -> None:
    entries = {(entry["kind"], entry["name"]): entry for entry in json.loads(seen["program"]["--json"][1])}
    good = entries["reader", "ledger"]
    assert good.pop("file").endswith("plug_good.py")
    assert good == {
        "name": "ledger",
        "kind": "reader",
        "built_in": False,
        "target": "plug_good:Ledger",
        "distribution": "plug-good",
        "version": "0.1",
        "status": "ok",
        "api_version": 1,
    }
    assert entries["reader", "newer"]["api_version"] is None
    assert entries["reader", "twin@plug-twin-two"]["status"].startswith("conflict: ")
    assert entries["reader", "plain"]["version"] == VERSION
