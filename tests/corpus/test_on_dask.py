"""The conversion on a cluster: two worker processes, on this machine and reached over its loopback alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer
from time import monotonic, sleep
from types import SimpleNamespace
from typing import Any

import dask
import pyarrow.parquet as pq
import pytest
from distributed import CancelledError, KilledWorker, LocalCluster

from telegram_format.corpus import Limits, Progress, convert, on_dask
from telegram_format.corpus.batch import Batch, Segment
from telegram_format.corpus.conversion import Settings
from telegram_format.corpus.on_dask import Cluster
from telegram_format.corpus.order import Unseen
from telegram_format.corpus.planning import plan
from telegram_format.corpus.store import Store
from telegram_format.errors import CorpusError

Numbered = Callable[[int], bytes]
Contents = Callable[[Path], dict[str, str]]

TRAP = """
import os
from telegram_format.kit import Detection

class Trap:
    name = "trap"
    api_version = 1
    def detect(self, sample):
        if "HARBOR 903\\n" in sample.text:
            os._exit(9)
        return Detection(0.0, "never")
    def read(self, draft):
        pass
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a plug-in is installed that ends its process when it sees cable 903."""
    folder = tmp_path_factory.mktemp("site")
    metadata = folder / "trap-1.dist-info"
    metadata.mkdir()
    (folder / "trap.py").write_bytes(TRAP.encode())
    (metadata / "METADATA").write_bytes(b"Metadata-Version: 2.1\nName: trap\nVersion: 1\n")
    (metadata / "entry_points.txt").write_bytes(b"[telegram_format.readers]\ntrap = trap:Trap\n")
    return folder


@pytest.fixture(scope="module")
def cluster(site: Path) -> Iterator[LocalCluster]:
    """Two workers that have the plug-in; a batch that ends a worker is given up at once."""
    preload = site / "preload.py"
    preload.write_bytes(f"import sys\nsys.path.insert(0, {str(site)!r})\n".encode())
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            preload=str(preload),
        ) as found,
    ):
        yield found


def test_a_cluster_comes_to_the_same_files(
    cluster: LocalCluster, archive: Path, monkeypatch: pytest.MonkeyPatch, contents: Contents
) -> None:
    """Paths are relative, and the workers stand in another folder."""
    monkeypatch.chdir(archive.parent)
    seen: list[Progress] = []
    here = convert("archive", "here", jobs=1, batch_size=8_000)
    there = convert("archive", "there", scheduler=cluster.scheduler_address, batch_size=8_000, progress=seen.append)
    assert here.batches == 3
    assert there == here
    assert contents(archive.parent / "there") == contents(archive.parent / "here")
    assert len(seen) == here.batches


def test_what_was_done_is_not_done_again(
    cluster: LocalCluster, archive: Path, tmp_path: Path, contents: Contents
) -> None:
    """Receipts are the same wherever they were made; a client at hand stays open."""
    out = tmp_path / "out"
    summary = convert(archive, out, jobs=1, batch_size=8_000)
    before = contents(out)
    (out / "_SUCCESS").unlink()
    (out / "_receipts" / "part-000001.json").unlink()
    (out / "telegrams" / "part-000002.parquet").unlink()
    seen: list[Progress] = []
    with cluster.get_client() as client:
        options: dict[str, Any] = {"scheduler": client, "batch_size": 8_000, "progress": seen.append}
        assert convert(archive, out, **options) == summary
        assert convert(archive, out, **options) == summary
        assert client.status == "running"
    assert len(seen) == 2
    assert contents(out) == before


def test_a_telegram_that_ends_a_worker_goes_to_the_quarantine(
    cluster: LocalCluster, site: Path, tmp_path: Path, cable: Numbered, contents: Contents
) -> None:
    """As it does where processes on one machine do the work."""
    inputs = []
    for number in (901, 902, 903, 904):
        inputs.append(str(tmp_path / f"{number}.txt"))
        Path(inputs[-1]).write_bytes(cable(number))
    out = tmp_path / "there"
    summary = convert(inputs, out, scheduler=cluster.scheduler_address, batch_size=2 * len(cable(901)))
    assert (summary.batches, summary.telegrams, summary.reasons) == (2, 3, {"reader-exit": 1})
    (row,) = pq.read_table(out / "quarantine").to_pylist()
    assert (row["source"], row["raw"]) == (inputs[2], cable(903))
    script = "import sys; from telegram_format.corpus import convert; convert(sys.argv[2:], sys.argv[1], jobs=2)"
    script = script.replace("jobs=2", f"jobs=2, batch_size={2 * len(cable(901))}")
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")])}
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "here"), *inputs], env=variables, check=True)
    assert contents(out) == contents(tmp_path / "here")


def test_a_run_that_is_stopped_leaves_nothing_under_way(
    cluster: LocalCluster, archive: Path, tmp_path: Path, contents: Contents
) -> None:
    with pytest.raises(CorpusError, match="1 of 40 pieces are in the quarantine"):
        convert(archive, tmp_path / "out", scheduler=cluster.scheduler_address, max_quarantine=0.01)

    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        convert(archive, tmp_path / "new", scheduler=cluster.scheduler_address, progress=stop, batch_size=4_000)
    end = monotonic() + 5
    while cluster.scheduler.tasks and monotonic() < end:
        sleep(0.02)
    assert not cluster.scheduler.tasks
    convert(archive, tmp_path / "new", scheduler=cluster.scheduler_address, batch_size=4_000)
    convert(archive, tmp_path / "here", jobs=1, batch_size=4_000)
    assert contents(tmp_path / "new") == contents(tmp_path / "here")


def test_a_file_that_is_gone_on_both_sides_is_in_the_quarantine(
    cluster: LocalCluster, tmp_path: Path, cable: Numbered
) -> None:
    (tmp_path / "1.txt").write_bytes(cable(1))
    (tmp_path / "2.txt").write_bytes(cable(2))
    batches = list(plan([str(tmp_path / "1.txt"), str(tmp_path / "2.txt")]))
    (tmp_path / "1.txt").unlink()
    store = Store(tmp_path / "out")
    store.begin({"layout": 0})
    with Cluster(cluster.scheduler_address) as there:
        (receipt,) = there.converted(batches, store, Settings(), None)
    assert (receipt.telegrams, receipt.reasons) == (1, {"unreadable": 1})


def test_what_is_packed_travels_along(cluster: LocalCluster, tmp_path: Path) -> None:
    """Many megabytes of it, and Dask's warning of that is nobody's concern."""
    store = Store(tmp_path)
    store.begin({"layout": 0})
    data = b"\n" * (11 << 20)
    with Cluster(cluster.scheduler_address) as there:
        batch = Batch(0, (Segment("packed", None, 0, len(data), (), data),), 0)
        (receipt,) = there.converted([batch], store, Settings(), None)
    assert receipt.blank == len(data)


def test_supervised(cluster: LocalCluster, tmp_path: Path, cable: Numbered) -> None:
    (tmp_path / "in.txt").write_bytes(cable(1) + cable(903))
    convert(tmp_path / "in.txt", tmp_path / "out", scheduler=cluster.scheduler_address, limits=Limits())
    (row,) = pq.read_table(tmp_path / "out" / "quarantine").to_pylist()
    assert (row["reason"], row["raw"]) == ("reader-exit", cable(903))


def test_no_scheduler_answers(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_dask, "_CONNECTING", 0.2)
    with pytest.raises(CorpusError, match=r"no Dask scheduler answers at 127\.0\.0\.1:1: "):
        convert(archive, tmp_path / "out", scheduler="127.0.0.1:1")
    with pytest.raises(ValueError, match="pears"):
        convert(archive, tmp_path / "out", scheduler="pears://127.0.0.1:1")
    with pytest.raises(ValueError, match="only one of them"):
        convert(archive, tmp_path / "out", scheduler="127.0.0.1:1", jobs=2)
    assert not (tmp_path / "out").exists()


class Done:
    """A future that is done."""

    def __init__(self, came: object) -> None:
        self._came = came

    def add_done_callback(self, tell: Callable[[Done], None]) -> None:
        if self._came is not None:
            tell(self)

    def result(self) -> object:
        if isinstance(self._came, tuple) and isinstance(self._came[0], BaseException):
            raise self._came[0]
        return self._came


class Scripted:
    """A client whose cluster gives these answers, in turn; an exception in a tuple is raised, `None` never comes."""

    def __init__(self, *answers: object, threads: object = 1) -> None:
        self.answers = list(answers)
        self.threads = threads
        self.cancelled = 0

    def submit(self, *_: object, **__: object) -> Done:
        return Done(self.answers.pop(0))

    def nthreads(self) -> dict[str, Any]:
        if isinstance(self.threads, BaseException):
            raise self.threads
        return {"tcp://127.0.0.1:1": self.threads}

    def cancel(self, futures: list[Done]) -> None:
        self.cancelled += len(futures)


def killed() -> tuple[BaseException]:
    return (KilledWorker("task", SimpleNamespace(address="tcp://127.0.0.1:1"), 3),)


@pytest.mark.parametrize(
    ("client", "error", "message"),
    [
        (Scripted(Unseen("far", [__file__])), CorpusError, "far cannot read .*: inputs must be on a file system"),
        (Scripted(CorpusError("far has another version")), CorpusError, "far has another version"),
        (Scripted(OSError(28, "No space left on device")), OSError, "No space left"),
        (Scripted((ModuleNotFoundError("no pyarrow"),)), CorpusError, r"batch 7 \(pears\) failed .*: no pyarrow"),
        (Scripted((CancelledError("shut"),)), CorpusError, r"batch 7 \(pears\) failed .*: shut"),
        (Scripted(*(killed() for _ in range(4))), CorpusError, r"batch 7 \(pears\) failed .*: KilledWorker"),
        (Scripted(None, threads=0), CorpusError, "has had no worker for 0 s"),
        (Scripted(None, threads=OSError("closed")), CorpusError, "does not answer any more: closed"),
    ],
)
def test_what_a_cluster_cannot_do_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, client: Scripted, error: type[Exception], message: str
) -> None:
    monkeypatch.setattr(on_dask, "_PATIENCE", 0.01)
    batch = Batch(7, (Segment("pears", None, 0, 0, (), b""),), 0)
    with pytest.raises(error, match=message), Cluster(client) as there:
        list(there.converted([batch], Store(tmp_path), Settings(), None))
    assert client.cancelled == (1 if None in client.answers or "worker" in message or "any more" in message else 0)


def test_a_slow_batch_is_waited_for_while_there_are_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow(Done):
        def add_done_callback(self, tell: Callable[[Done], None]) -> None:
            Timer(0.05, tell, [self]).start()

    class Slowly(Scripted):
        def submit(self, *_: object, **__: object) -> Done:
            return Slow("one")

    monkeypatch.setattr(on_dask, "_PATIENCE", 0.01)
    assert list(Cluster(Slowly()).converted([Batch(0, (), 0)], Store(tmp_path), Settings(), None)) == ["one"]


def test_no_more_batches_are_under_way_than_keep_the_workers_busy(tmp_path: Path) -> None:
    """Two for each thread: the third is planned when the first is done."""
    client = Scripted("one", "two", "three", "four")
    planned: list[int] = []

    def batches() -> Iterator[Batch]:
        for number in range(4):
            planned.append(number)
            yield Batch(number, (), 0)

    receipts = Cluster(client).converted(batches(), Store(tmp_path), Settings(), None)
    assert next(receipts) == "one"
    assert planned == [0, 1]
    assert list(receipts) == ["two", "three", "four"]
