"""Streams in pieces: each byte in one of them, and the cuts where telegrams begin."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.streams import cutting
from telegram_format.streams.cutting import cut

HEADER = b"VZCZCXYZ%04d\nRR RUEHC\nDE RUEHPC #%04d 0010001\nZNR UUUUU ZZH\nR 010001Z JAN 09\nFM AMEMBASSY LOME\n\n"
TEXT = b"UNCLAS LOME %06d\n\nSUBJECT: APRICOTS\n\n1. (U) Growers met.\n\n"
END = b"NNNN\n\n"
NOISE = b"qwzx 17 %%\n" * 200


def message(number: int) -> bytes:
    return HEADER % (number, number) + TEXT % number


def short(number: int) -> bytes:
    """Without routing: it begins with FL5."""
    return b"R 01%04dZ JAN 09\nFM AMEMBASSY LOME\nTO SECSTATE WASHDC\n\n" % number + TEXT % number


def janap(number: int) -> bytes:
    line = b"RTTUZYUW RUEWMCS%04d 3641921-UUUU--RUEWMCS.\nZNR UUUUU\nR 301921Z DEC 22\nFM CNO WASHINGTON DC\nBT\n"
    return line % number + TEXT % number + b"BT\n#%04d\n" % number


def row(number: int, body: bytes = b"UNCLAS LOME 000012\n\n1. (U) Growers met.") -> bytes:
    return b'%d,"1/2/2003 4:05","03LOME12","Embassy Lome","UNCLASSIFIED","","FM AMEMBASSY LOME","%s"\n' % (number, body)


def record(number: int) -> bytes:
    sections = b"R 010001Z JAN 79\nFM AMEMBASSY LOME\n" * 2
    return b"     Message Text\n" + sections + TEXT % number + b"NNNN\n     Message Attributes\nLocator: TEXT ON-LINE\n"


def page(number: int) -> bytes:
    body = b"<pre>" + message(number) + b"</pre>" + b"<p>" * 200
    return b"<!DOCTYPE html>\n<html>\n<body>" + body + b"</body></html>\n"


STREAMS: dict[str, list[bytes]] = {
    "nothing": [],
    "one": [message(1)],
    "ended": [message(1) + END, message(2) + END, message(3) + END],
    "not-ended": [message(1), message(2), message(3)],
    "end-missing-once": [message(1) + END, message(2), message(3) + END],
    "without-routing": [short(1), short(2) + END, short(3)],
    "janap": [janap(1) + END, janap(2) + END, janap(3)],
    "janap-behind-start": [b"VZCZCYKN001\n" + janap(1) + END, b"VZCZCYKN002\n" + janap(2) + END],
    "kinds-mixed": [message(1) + END, janap(2), short(3), message(4)],
    "noise-between": [message(1) + END, NOISE, message(2) + END],
    "noise-before": [NOISE, message(1)],
    "noise-behind": [message(1) + END, NOISE],
    "noise-before-a-group": [NOISE * 3, short(1)],
    "distribution-before-a-group": [b"UNCLASSIFIED\nPAGE 01\n" + b"INFO OCT-01 ISO-00\n" * 60 + short(1)],
    "pilots-before": [b"RR RUFDDO\nZNR UUUUU ZOV RUFDAE\n" + message(1)],
    "stamp-behind": [message(1) + END + b"RTD:000-000/COPIES:\n", message(2)],
    "header-twice": [HEADER % (1, 1) + message(1), message(2)],
    "header-cut-in-two": [message(1)[:40] + b"\n", message(2), message(3)[:25] + b"\n", message(4)],
    "records": [record(1), record(2), record(3)],
    "rows": [row(1), row(2), row(3)],
    "rows-with-quotes": [row(1, b'He said \\"no\\"\n2,"1/2/2003 4:05",x'), row(2), row(3, b'a\n\n""b""\n')],
    "row-that-is-not-closed": [row(1).rstrip(b'"\n') + b"\n", row(2), row(3)],
    "row-before-a-gap-that-is-not-closed": [row(1).rstrip(b'"\n') + b"\n" + row(7), row(9)],
    "rows-without-quotes": [b"1,1/2/2003 4:05,A,B,C,D,E,F\n", b"2,1/2/2003 4:05,A,B,C,D,E,F\n"],
    "pages": [page(1), page(2)],
    "wide": [("\ufeff" + message(1).decode() + message(2).decode()).encode("utf-16-le")],
    "release": [b"# A\n\n**MRN:** 16 LOME 1\n\n" + short(1) + END + b"| Dissemination |\n" * 40],
    "teletype": [message(1).replace(b"\n", b"\r\r\n") + b"NNNN\r\r\n\r\r\n", message(2).replace(b"\n", b"\r\r\n")],
}


@pytest.mark.parametrize("name", STREAMS)
@pytest.mark.parametrize("block", [cutting.BLOCK, 4096, 600])
def test_pieces(name: str, block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "BLOCK", block)
    expected = STREAMS[name]
    found = list(cut(BytesIO(b"".join(expected))))
    assert [piece.data for piece in found] == expected
    assert [piece.offset for piece in found] == [sum(map(len, expected[:index])) for index in range(len(expected))]


def test_a_row_that_has_lost_its_quote_is_left_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    from telegram_format.streams import cutters

    monkeypatch.setattr(cutters, "_LOST", 1000)
    lost = row(1).rstrip(b'"\n') + b"\n"
    rows = [row(number) for number in range(2, 30)]
    found = [piece.data for piece in cut(BytesIO(lost + b"".join(rows)))]
    assert b"".join(found) == lost + b"".join(rows)
    assert found[-10:] == rows[-10:]


def test_a_piece_is_not_larger_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "LARGEST", 1000)
    monkeypatch.setattr(cutting, "BLOCK", 700)
    lines = b"a line of noise\n" * 400
    found = [piece.data for piece in cut(BytesIO(lines + b"x" * 2500))]
    assert b"".join(found) == lines + b"x" * 2500
    assert max(map(len, found)) <= 1000 + 2 * 700
    assert all(piece.endswith(b"\n") for piece in found[:5])


pieces = st.sampled_from(
    [message(1), message(2), short(3), janap(4), NOISE, END, row(1), record(5), page(6), b"\n", b"NNNN"]
)


@given(st.lists(pieces, max_size=6), st.integers(600, 5000))
def test_every_byte_is_in_one_piece(parts: list[bytes], size: int) -> None:
    """The pieces of a stream, one after the other, are the stream; each offset is the length of what came before."""

    class Slow(BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            return super().read(size)

    data = b"".join(parts)
    found = list(cut(Slow(data)))
    assert b"".join(piece.data for piece in found) == data
    assert all(piece.data for piece in found)
    assert [piece.offset for piece in found] == [sum(len(p.data) for p in found[:index]) for index in range(len(found))]


@given(st.binary(max_size=3000))
def test_any_bytes_are_kept(data: bytes) -> None:
    """Whatever the bytes, the pieces are the stream."""
    assert b"".join(piece.data for piece in cut(BytesIO(data))) == data


def test_a_date_inside_a_row_begins_none() -> None:
    """A date in the text of a record, with a time of day as rows have it, is no beginning of a record."""
    first = row(1).replace(b"\n", b"\nSailed on 3/14/2007 18:20 from the mole.\n", 1)
    found = [piece.data for piece in cut(BytesIO(first + row(2)))]
    assert found == [first, row(2)]
