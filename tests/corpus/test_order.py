"""A batch as work for another machine: what each side sees of the other is looked at before anything is written."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from telegram_format.corpus import Limits, order
from telegram_format.corpus.conversion import Receipt, Settings, convert_batch
from telegram_format.corpus.order import VERSION, Order, Unseen, fulfil, packed
from telegram_format.corpus.planning import plan
from telegram_format.corpus.store import Store
from telegram_format.errors import CorpusError

Numbered = Callable[[int], bytes]
RUN = {"layout": 0}


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cable: Numbered) -> Order:
    """The order of one cable, whose path is relative, into a folder that waits for it; this side is elsewhere."""
    (tmp_path / "1.txt").write_bytes(cable(1))
    monkeypatch.chdir(tmp_path)
    (batch,) = plan(["1.txt"])
    Store(tmp_path / "out").begin(RUN)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    return Order(batch, str(tmp_path), str(tmp_path / "out"), RUN, Settings())


@pytest.mark.parametrize("limits", [None, Limits()])
def test_the_receipt_is_that_of_the_sender(
    given: Order, limits: Limits | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = gc.get_threshold()
    receipt = fulfil("far", VERSION, packed(given._replace(limits=limits)))
    assert gc.get_threshold() == before
    assert isinstance(receipt, Receipt)
    monkeypatch.chdir(given.here)
    assert receipt == convert_batch(given.batch, Settings()).receipt
    assert receipt.telegrams == 1
    assert Store(given.folder).receipt(0, receipt.plan) == receipt


def test_another_version_is_told_and_what_it_sent_not_looked_at() -> None:
    answer = fulfil("far", "0.0.1", b"")
    assert isinstance(answer, CorpusError)
    assert str(answer) == f"far has telegram-format {VERSION}, and 0.0.1 sent it work"


def test_a_folder_that_is_not_shared_is_told(given: Order, tmp_path: Path) -> None:
    for asked in (given._replace(folder=str(tmp_path / "nowhere")), given._replace(run={"layout": 1})):
        answer = fulfil("far", VERSION, packed(asked))
        assert isinstance(answer, CorpusError)
        assert "must be on a file system that all machines share" in str(answer)
    assert not (tmp_path / "out" / "telegrams").exists()


def test_a_run_that_was_given_up_writes_nothing_more(given: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*given_: object) -> object:
        store = Store(given.folder)
        store.clear()
        store.begin({"layout": 1})
        return convert_batch(*given_)  # type: ignore[arg-type]

    monkeypatch.setattr(order, "convert_batch", slow)
    assert isinstance(fulfil("far", VERSION, packed(given)), CorpusError)
    assert [path.name for path in Path(given.folder).iterdir()] == ["_run.json"]


def test_inputs_that_are_not_seen_are_told_unless_they_are_known_to_be_gone(given: Order, tmp_path: Path) -> None:
    (tmp_path / "1.txt").unlink()
    answer = fulfil("far", VERSION, packed(given))
    assert isinstance(answer, Unseen)
    assert answer == ("far", [str(tmp_path / "1.txt")])
    assert not (tmp_path / "out" / "telegrams").exists()
    receipt = fulfil("far", VERSION, packed(given._replace(sure=True)))
    assert isinstance(receipt, Receipt)
    assert receipt.reasons == {"unreadable": 1}


def test_what_writing_raises_comes_back(given: Order, tmp_path: Path) -> None:
    (tmp_path / "out" / "telegrams").write_bytes(b"")
    answer = fulfil("far", VERSION, packed(given))
    assert isinstance(answer, OSError)
    assert answer.filename == os.fspath(tmp_path / "out" / "telegrams")
