"""Which reader the texts of a folder are taken for: a table of folders and readers.

`python benchmarks/confusions.py CORPUS` prints it as Markdown, a row for each folder below CORPUS, a column for each
reader; `--files` also names the files of the minority of each folder.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import telegram_format as tf

NOT_TEXTS = {".json", ".csv"}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--files", action="store_true")
    given = parser.parse_args()
    readers = sorted(tf.readers())
    print(f"| folder | files | {' | '.join(readers)} |\n| --- | ---: |{' ---: |' * len(readers)}")
    for folder in sorted(path for path in given.corpus.iterdir() if path.is_dir()):
        found = {path: tf.detect(path.read_bytes()).format for path in texts_of(folder)}
        counted = Counter(found.values())
        cells = (str(counted[reader] or "") for reader in readers)
        print(f"| {folder.name} | {len(found)} | {' | '.join(cells)} |")
        if given.files and counted:
            usual = counted.most_common(1)[0][0]
            for path, reader in found.items():
                if reader != usual:
                    print(f"  {path.name}: {reader}")


def texts_of(folder: Path) -> list[Path]:
    """The telegrams of a folder; tables of facts and descriptions are none."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in NOT_TEXTS and not path.name.startswith("README")
    )


if __name__ == "__main__":
    main()
