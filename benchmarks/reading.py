"""How long it takes to read a cable, beside what is known: `email`, `json`, `str.split`.

Strategy: what is compared runs in one process, in turns, so that a slow moment of the machine falls on all alike; each
turn is a few dozen calls, and the median of the turns counts. Ratios hold; microseconds do not. Before anything is
timed, the reading is looked at: speed says nothing about a reader that leaves half of the text out.

    python benchmarks/reading.py [TURNS]
"""

from __future__ import annotations

import email
import email.policy
import json
import sys
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter_ns

from attrs import asdict
from cable import PARAGRAPHS, TITLES, as_email, cable

import telegram_format as tf

CALLS = 20
"""Calls in a turn."""

TURNS = 41
BESIDE = "email"
FIVE_HEADERS = ("From", "To", "Cc", "Subject", "Date")


def main() -> int:
    """Check, time, print; 1 where the cable is not read completely."""
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else TURNS
    data = cable()
    faults = incomplete(data)
    for fault in faults:
        print(f"NOT READ COMPLETELY: {fault}")
    print(f"{len(data):,} bytes, {turns} turns of {CALLS} calls, Python {sys.version.split()[0]}\n")
    times = timed(works(data), turns)
    print(f"{'':<34}{'µs':>8}{'of email':>12}{'of split':>12}")
    for name, microseconds in times.items():
        beside = microseconds / times[BESIDE]
        split = microseconds / times["str.split"]
        print(f"{name:<34}{microseconds:>8.1f}{beside:>12.3f}{split:>12.1f}")
    return 1 if faults else 0


def incomplete(data: bytes) -> list[str]:
    """What the reading of the cable lacks."""
    reading = tf.parse(data)
    telegram = reading.telegram
    expected = {
        "coverage": (reading.coverage, 1.0),
        "unread": (tuple(passage.text for passage in reading.unread), ()),
        "diagnostics": (reading.diagnostics, ()),
        "paragraphs": (len(telegram.paragraphs), PARAGRAPHS),
        "headings": (sum(isinstance(block, tf.Heading) for block in telegram.body), len(TITLES)),
        "action addressees": (len(telegram.to), 3),
        "information addressees": (len(telegram.info), 11),
        "references": (len(telegram.references), 3),
        "TAGS": (len(telegram.tags), 6),
        "spans of the paragraph cut by the mark": (len(reading.trace["body[7].text"]), 2),
    }
    return [f"{what}: {found!r}, not {wanted!r}" for what, (found, wanted) in expected.items() if found != wanted]


def works(data: bytes) -> dict[str, Callable[[], object]]:
    """What is compared, by name."""
    text = data.decode("ascii")
    whole, short = as_email(all_addresses=True), as_email(all_addresses=False)
    content = as_json(data)

    def read_email(message: bytes) -> object:
        parsed = email.message_from_bytes(message, policy=email.policy.default)
        return [str(parsed[name]) for name in FIVE_HEADERS], parsed.get_content()

    def read_and_measure() -> object:
        reading = tf.parse(data)
        return reading.coverage, reading.where("subject")

    return {
        "parse": lambda: tf.parse(data),
        "parse, format and carrier named": lambda: tf.parse(data, format="cablegate", carrier="plain"),
        "parse, coverage, where": read_and_measure,
        "email": lambda: read_email(whole),
        "email, one address a header": lambda: read_email(short),
        "json.loads": lambda: json.loads(content),
        "str.split": lambda: text.split("\n"),
    }


def as_json(data: bytes) -> str:
    """The telegram that is read from the cable, as JSON with all its fields."""
    telegram = asdict(tf.parse(data).telegram, value_serializer=_plain)
    return json.dumps(telegram, default=str)


def _plain(_instance: object, _attribute: object, value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else value


def timed(compared: dict[str, Callable[[], object]], turns: int) -> dict[str, float]:
    """Microseconds a call: the median of the turns."""
    found: dict[str, list[float]] = {name: [] for name in compared}
    for work in compared.values():
        work()
    for _ in range(turns):
        for name, work in compared.items():
            begin = perf_counter_ns()
            for _ in range(CALLS):
                work()
            found[name].append((perf_counter_ns() - begin) / CALLS / 1000)
    return {name: median(times) for name, times in found.items()}


if __name__ == "__main__":
    sys.exit(main())
