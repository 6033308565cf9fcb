"""Diagnostics for people."""

from __future__ import annotations

from attrs import evolve

import telegram_format as tf
from telegram_format.cli.palette import PLAIN, Palette
from telegram_format.cli.report import counted, diagnostics_of, excerpts, grave
from telegram_format.diagnostics.codes import CODES

ERROR = tf.Diagnostic("dtg-invalid", "error", "no such day", (10, 12))
WARNING = tf.Diagnostic("serial-conflict", "warning", "no such number", (4, 8))
INFO = tf.Diagnostic("own/odd", "info", "odd")
FIRST, SECOND = (f"    {CODES[code].remedy}" for code in ("serial-conflict", "dtg-invalid"))
ALL = ("error", "warning", "info")


def reading(*diagnostics: tf.Diagnostic, embedded: tuple[tf.Reading, ...] = ()) -> tf.Reading:
    read = tf.parse(b"DE #0143\n31\n", format="plain", name="x.txt")
    return evolve(read, diagnostics=diagnostics, embedded=embedded)


def test_counted() -> None:
    assert counted(reading()) == "no diagnostics"
    assert counted(reading(INFO)) == "1 info"
    assert counted(reading(INFO, ERROR, INFO, WARNING)) == "1 error, 1 warning, 2 infos"
    assert counted(reading(*[ERROR] * 10)) == "10 errors"


def test_grave() -> None:
    assert not grave(reading())
    assert not grave(reading(INFO))
    assert grave(reading(INFO, WARNING))
    assert grave(reading(ERROR))


def test_excerpts_in_order_of_place_with_what_to_do_said_once() -> None:
    assert excerpts(reading(ERROR, WARNING, INFO, WARNING), ALL, PLAIN) == [
        "x.txt: info: odd [own/odd]",
        "x.txt:1:5: warning: no such number [serial-conflict]\n    DE #0143\n        ~~~^\n" + FIRST,
        "x.txt:1:5: warning: no such number [serial-conflict]\n    DE #0143\n        ~~~^",
        "x.txt:2:2: error: no such day [dtg-invalid]\n    31\n     ^\n" + SECOND,
    ]


def test_wanted_severities_only() -> None:
    assert len(excerpts(reading(ERROR, WARNING, INFO), ("error",), PLAIN)) == 1
    assert excerpts(reading(INFO), ("error", "warning"), PLAIN) == []


def test_colour() -> None:
    first, *_, last = excerpts(reading(WARNING), ALL, Palette(True))[0].split("\n")
    assert first == "\x1b[1;33mx.txt:1:5: warning: no such number [serial-conflict]\x1b[0m"
    assert last == f"\x1b[2m{FIRST}\x1b[0m"


def test_embedded_telegrams_are_heard_once() -> None:
    inner = reading(WARNING, ERROR)
    assert diagnostics_of(reading(WARNING, embedded=(inner,))) == [WARNING, ERROR]
    assert grave(reading(embedded=(inner,)))
