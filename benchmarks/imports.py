"""How long `import telegram_format` takes, over a bare start of Python.

Strategy: a process for each import, in turns, with `-I` so that nothing of the user's is imported; the median of the
turns, less the median of a start that imports nothing. The first line of the library's own is what a script pays;
the second also reads a telegram, which loads the reader and its tables.

    python benchmarks/imports.py [TURNS]
"""

from __future__ import annotations

import subprocess
import sys
from statistics import median
from time import perf_counter_ns

TURNS = 25

PROGRAMS = {
    "(bare start)": "pass",
    "telegram_format": "import telegram_format",
    "telegram_format and one reading": (
        "import telegram_format as tf\n"
        "from telegram_format.examples import load\n"
        "tf.parse(load('harbour'), format='cablegate', carrier='plain')"
    ),
    "telegram_format and one detection": (
        "import telegram_format as tf\nfrom telegram_format.examples import load\ntf.parse(load('harbour'))"
    ),
    "attrs and regex": "import attrs, regex",
    "attrs": "import attrs",
    "regex": "import regex",
    "cattrs": "import cattrs",
    "email (parser and policy)": "import email.parser, email.policy",
    "importlib.metadata": "import importlib.metadata",
}


def main() -> None:
    """Time and print."""
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else TURNS
    found: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for _ in range(turns):
        for name, program in PROGRAMS.items():
            begin = perf_counter_ns()
            subprocess.run([sys.executable, "-I", "-c", program], check=True)
            found[name].append((perf_counter_ns() - begin) / 1e6)
    bare = median(found["(bare start)"])
    print(f"{turns} turns, Python {sys.version.split()[0]}, bare start {bare:.1f} ms\n")
    for name, times in found.items():
        if name != "(bare start)":
            print(f"{name:<36}{median(times) - bare:>8.1f} ms")


if __name__ == "__main__":
    main()
