"""Runs over a corpus that are killed at random moments, with all their processes: is anything lost or doubled?

Strategy: a corpus of invented cables is converted once undisturbed. Then it is converted into new folders by runs that
get SIGKILL after a random time; each goes on where the last one stopped, until one comes to its end, and the files are
compared by their digests. `python benchmarks/kills.py 200` kills two hundred times.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from random import Random

from archive import write

CABLES = 2000
BATCH = 1 << 20

PROGRAM = f"""
import sys
if __name__ == "__main__":
    from telegram_format.corpus import convert
    convert(sys.argv[1], sys.argv[2], jobs=2, batch_size={BATCH}, format="cablegate", carrier="wikileaks_csv")
"""


def contents(folder: Path) -> dict[str, str]:
    """The files of a folder and their digests."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def main(kills: int) -> int:
    """Kill so often; how many corpora came out different."""
    random = Random(kills)
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        (work / "program.py").write_bytes(PROGRAM.encode())
        size = write(CABLES, work / "cables.csv")
        command = [sys.executable, str(work / "program.py"), str(work / "cables.csv")]
        start = time.monotonic()
        subprocess.run([*command, str(work / "whole")], check=True)
        whole = time.monotonic() - start
        expected = contents(work / "whole")
        print(f"{CABLES} cables, {size} bytes, {len(expected)} files, {whole:.1f} s undisturbed")
        done = corpora = different = 0
        while done < kills:
            out = work / f"out{corpora}"
            while True:
                run = subprocess.Popen([*command, str(out)], start_new_session=True)
                try:
                    run.wait(random.uniform(0.2, whole))
                except subprocess.TimeoutExpired:
                    os.killpg(run.pid, signal.SIGKILL)
                    run.wait()
                    done += 1
                else:
                    assert run.returncode == 0, run.returncode
                    break
            corpora += 1
            different += contents(out) != expected
    print(f"{done} kills, {corpora} corpora, {different} different from the undisturbed one")
    return different


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200) > 0)
