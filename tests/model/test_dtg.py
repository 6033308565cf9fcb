"""Date-time groups and their moments."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.model.dtg import DateTimeGroup, four_digit_year, zone_of


@given(
    st.datetimes(datetime(1966, 1, 1), datetime(2065, 12, 31)),
    st.sampled_from("ABCDEFGHIKLMNOPQRSTUVWXYZ"),
)
def test_every_moment_has_a_group(moment: datetime, letter: str) -> None:
    """Law: the group of a moment is that moment, in the zone of its letter."""
    group = DateTimeGroup(moment.day, moment.hour, moment.minute, letter, moment.month, moment.year)
    found = group.datetime
    assert found is not None
    assert found.replace(tzinfo=None, second=0) == moment.replace(second=0, microsecond=0)
    assert found.utcoffset() == zone_of(letter).utcoffset(None)  # type: ignore[union-attr]


@given(*(st.integers(-9, 99) for _ in range(3)), st.text(max_size=2), *(st.none() | st.integers(-9, 9999),) * 2)
def test_what_is_no_moment_is_none(
    day: int, hour: int, minute: int, zone: str, month: int | None, year: int | None
) -> None:
    """Law: a group raises nothing, whatever its figures; its moment is aware if there is one."""
    group = DateTimeGroup(day, hour, minute, zone, None if month is None else month % 14, year)
    assert group.datetime is None or group.datetime.tzinfo is not None


@pytest.mark.parametrize(
    ("group", "moment"),
    [
        (DateTimeGroup(14, 22, 5, "Z", 9, 2007), datetime(2007, 9, 14, 22, 5, tzinfo=UTC)),
        (DateTimeGroup(31, 24, 0, "Z", 12, 2007), datetime(2008, 1, 1, tzinfo=UTC)),
        (DateTimeGroup(29, 0, 0, "Z", 2, 2008), datetime(2008, 2, 29, tzinfo=UTC)),
        (DateTimeGroup(29, 0, 0, "Z", 2, 2007), None),
        (DateTimeGroup(31, 12, 0, "Z", 11, 2007), None),
        (DateTimeGroup(1, 24, 1, "Z", 1, 2007), None),
        (DateTimeGroup(1, 12, 60, "Z", 1, 2007), None),
        (DateTimeGroup(1, 12, 0, "J", 1, 2007), None),
        (DateTimeGroup(1, 12, 0, "Z", None, 2007), None),
        (DateTimeGroup(1, 12, 0, "Z", 1, None), None),
        (DateTimeGroup(31, 24, 0, "Z", 12, 9999), None),
    ],
)
def test_moments(group: DateTimeGroup, moment: datetime | None) -> None:
    assert group.datetime == moment


@pytest.mark.parametrize(
    ("letter", "hours"), [("Z", 0), ("A", 1), ("I", 9), ("K", 10), ("M", 12), ("N", -1), ("R", -5), ("Y", -12)]
)
def test_zones(letter: str, hours: int) -> None:
    zone = zone_of(letter)
    assert zone is not None
    assert zone.utcoffset(None) == timedelta(hours=hours)


@pytest.mark.parametrize("letter", ["J", "", "ZZ", "AB", "z", "0", "É"])
def test_what_is_no_zone(letter: str) -> None:
    assert zone_of(letter) is None


def test_every_letter_but_local_time_is_a_zone_of_its_own() -> None:
    zones = {letter: zone_of(letter) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    assert [letter for letter, zone in zones.items() if zone is None] == ["J"]
    assert len({zone.utcoffset(None) for zone in zones.values() if zone is not None}) == 25


@pytest.mark.parametrize(
    ("group", "spelled"),
    [
        (DateTimeGroup(14, 22, 5, "Z", 9, 2007), "142205Z SEP 07"),
        (DateTimeGroup(1, 2, 3, "R", 12, 1999), "010203R DEC 99"),
        (DateTimeGroup(1, 2, 3, "Z", 1), "010203Z JAN"),
        (DateTimeGroup(1, 2, 3), "010203Z"),
        (DateTimeGroup(1, 2, 3, "Z", 1, 2000), "010203Z JAN 00"),
    ],
)
def test_spelling(group: DateTimeGroup, spelled: str) -> None:
    assert str(group) == spelled


@pytest.mark.parametrize(
    ("year", "full"), [(0, 2000), (7, 2007), (65, 2065), (66, 1966), (99, 1999), (1973, 1973), (2011, 2011), (100, 100)]
)
def test_years(year: int, full: int) -> None:
    assert four_digit_year(year) == full
