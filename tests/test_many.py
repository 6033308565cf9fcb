"""Many telegrams from one input."""

from __future__ import annotations

import gzip
import pickle
from io import BytesIO
from pathlib import Path

import pytest

import telegram_format as tf

MESSAGE = (
    b"VZCZCXYZ%04d\nRR RUEHC\nDE RUEHPC #%04d 0010001\nZNR UUUUU ZZH\nR 010001Z JAN 09\nFM AMEMBASSY LOME\n"
    b"TO RUEHC/SECSTATE WASHDC\n\nUNCLAS LOME %06d\n\nTAGS: PREL, TO\nSUBJECT: APRICOTS\n\n1. (U) Growers met.\n\n"
)


def message(number: int) -> bytes:
    return MESSAGE % (number, number, number)


def numbers(readings: list[tf.Reading]) -> list[int | None]:
    return [
        reading.telegram.message_id.number if reading.telegram.message_id is not None else None for reading in readings
    ]


def test_one_by_one() -> None:
    data = message(1) + b"NNNN\n\n" + message(2) + b"NNNN\n\n" + message(3)
    for given in (data, data.decode(), BytesIO(data)):
        readings = list(tf.parse_all(given, name="line"))
        assert numbers(readings) == [1, 2, 3]
        assert b"".join(map(bytes, readings)) == data
        assert [reading.source.offset for reading in readings] == [0, len(message(1)) + 6, 2 * len(message(1)) + 12]
        assert {reading.source.name for reading in readings} == {"line"}


def test_a_megabyte_of_noise_loses_no_neighbour() -> None:
    noise = b"zq 17 %% wx\n" * 90_000
    data = message(1) + b"NNNN\n" + noise + message(2)[:33] + b"\n" + message(3) + message(4)
    readings = list(tf.parse_all(data))
    assert b"".join(map(bytes, readings)) == data
    assert [number for number in numbers(readings) if number is not None] == [1, 3, 4]
    gaps = [reading for reading in readings if any(note.code == "stream-gap" for note in reading.diagnostics)]
    assert [reading.format for reading in gaps] == ["plain"] * len(gaps)
    assert sum(len(bytes(reading)) for reading in gaps) >= len(noise)
    assert f"no telegram in {len(bytes(gaps[0]))} bytes from {len(message(1)) + 5} on" in str(gaps[0].diagnostics[0])


def test_a_named_format_is_obeyed() -> None:
    readings = list(tf.parse_all(b"nothing\n", format="cablegate", carrier="plain"))
    assert [(reading.format, reading.carrier) for reading in readings] == [("cablegate", "plain")]
    assert "stream-gap" not in {note.code for note in readings[0].diagnostics}


def test_strictly() -> None:
    readings = tf.parse_all(message(1) + b"NNNN\n" + b"noise\n" * 100, policy=tf.STRICT)
    assert numbers([next(readings)]) == [1]
    with pytest.raises(tf.StrictReadingError, match="not as it should be"):
        next(readings)


def test_from_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(message(1) + message(2))
    (tmp_path / "b.gz").write_bytes(gzip.compress(message(3)))
    readings = list(tf.read_all(tmp_path))
    assert numbers(readings) == [1, 2, 3]
    assert [reading.source.name for reading in readings] == [
        str(tmp_path / name) for name in ("a.txt", "a.txt", "b.gz")
    ]
    assert numbers(list(tf.read_all([tmp_path / "b.gz", tmp_path / "a.txt"]))) == [3, 1, 2]


def test_a_telegram_of_a_stream_is_revised_alone() -> None:
    second = list(tf.parse_all(message(1) + message(2)))[1]
    revised = second.revise(tf.evolve(second.telegram, subject="PEARS"))
    assert bytes(revised) == message(2).replace(b"APRICOTS", b"PEARS")
    assert revised.source.offset == len(message(1))


def test_what_was_read_before_a_damage_has_been_given(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(b"".join(message(number) for number in range(1, 9000)))[:-8])
    given: list[tf.Reading] = []
    with pytest.raises(tf.StreamError) as caught:
        given.extend(tf.read_all(path))
    assert len(given) > 100
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.name, again.reason, str(again)) == (caught.value.name, caught.value.reason, str(caught.value))
