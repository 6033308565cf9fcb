"""What to do about diagnostics once a reading is finished."""

from __future__ import annotations

from enum import Enum


class Policy(Enum):
    """`LENIENT` keeps diagnostics as data; `STRICT` finishes the reading and then raises all of them in one group."""

    LENIENT = "lenient"
    STRICT = "strict"


LENIENT = Policy.LENIENT
STRICT = Policy.STRICT
