"""What inputs there are behind a path."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

import telegram_format as tf
from telegram_format.streams.inputs import inputs


def found(*paths: Path) -> list[tuple[str, bytes]]:
    return [(each.name, b"".join(iter(lambda: each.stream.read(1 << 20), b""))) for each in inputs(paths)]  # noqa: B023


def test_files_of_folders_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.txt").write_bytes(b"C")
    (tmp_path / "a.txt").write_bytes(b"A")
    (tmp_path / ".hidden").write_bytes(b"H")
    assert found(tmp_path) == [(str(tmp_path / "a.txt"), b"A"), (str(tmp_path / "b" / "c.txt"), b"C")]
    assert [each.name for each in inputs(tmp_path / "a.txt")] == [str(tmp_path / "a.txt")]


def test_gzip(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(b"A") + gzip.compress(b"B"))
    assert found(path) == [(str(path), b"AB")]


def test_members_of_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("b/c.txt", b"C")
        archive.mkdir("empty")
        archive.writestr("../a.txt", b"A")
    assert found(path) == [(f"{path}!../a.txt", b"A"), (f"{path}!b/c.txt", b"C")]
    assert list(tmp_path.parent.glob("a.txt")) == []


def test_what_stands_before_the_damage_is_given(tmp_path: Path) -> None:
    data = bytes(range(256)) * 1000
    (tmp_path / "a.gz").write_bytes(gzip.compress(data)[:-20])
    given = inputs(tmp_path / "a.gz")
    each = next(given)
    assert data.startswith(got := each.stream.read(1 << 20))
    assert len(got) > 100_000
    for _ in range(2):
        with pytest.raises(tf.StreamError, match=r"a\.gz: EOFError"):
            each.stream.read(1)


def test_a_fault_of_one_input_leaves_the_others(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", b"A" * 100)
        archive.writestr("b.txt", b"B")
    data = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(data.replace(b"PK\x03\x04", b"PK\x03\x05", 2).replace(b"\x03\x05", b"\x03\x04", 1))
    (tmp_path / "b.zip").write_bytes(data[:60])
    (tmp_path / "c.txt").symlink_to(tmp_path / "none")
    (tmp_path / "d.txt").write_bytes(b"D")
    got: list[bytes | type[OSError]] = []
    for each in inputs(tmp_path):
        try:
            got.append(each.stream.read(10))
        except OSError as cause:
            got.append(type(cause))
    assert got == [b"A" * 10, tf.StreamError, tf.StreamError, FileNotFoundError, b"D"]


@pytest.mark.parametrize("damage", ["cut", "sum", "head"])
def test_a_damaged_gzip_file_is_told_with_its_name(damage: str, tmp_path: Path) -> None:
    data = bytearray(gzip.compress(b"A" * 1000))
    if damage == "cut":
        del data[-12:]
    elif damage == "sum":
        data[-6] ^= 1
    else:
        data[2] = 99
    path = tmp_path / "a.gz"
    path.write_bytes(bytes(data))
    with pytest.raises(tf.StreamError, match=r"a\.gz: ") as caught:
        found(path)
    assert caught.value.name == str(path)


def test_a_damaged_archive_is_told_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", b"A" * 100)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"AAAA", b"AABA", 1))
    with pytest.raises(tf.StreamError, match=r"a\.zip!a\.txt: BadZipFile"):
        found(path)
    path.write_bytes(data[:60])
    with pytest.raises(tf.StreamError, match=r"a\.zip: BadZipFile"):
        found(path)


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        found(tmp_path / "none")
