"""Natural telegrams: in agreement with themselves, and such that a reader can tell them apart."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from attrs import fields
from hypothesis import HealthCheck, Phase, find, given, settings

import telegram_format as tf
from telegram_format.checks import check_all
from telegram_format.model.body import Role
from telegram_format.model.marking import CLASSIFICATION_OF_LETTER, portion_classification
from telegram_format.model.station import resolve_station
from telegram_format.testing import strategies
from telegram_format.testing.strategies import header, telegrams
from telegram_format.vocab.tables import tag_kinds

NO_TRACE = tf.parse("").trace
LONG_SEARCH = settings(max_examples=4000, deadline=None, phases=[Phase.generate], derandomize=True)


@given(telegrams())
def test_a_telegram_agrees_with_itself(telegram: tf.Telegram) -> None:
    """No check finds anything wrong with a natural telegram."""
    assert check_all(telegram, NO_TRACE) == []


@given(telegrams())
def test_what_hangs_on_another_field_is_not_there_without_it(telegram: tf.Telegram) -> None:
    """A number, a caveat and a section have a classification line, a precedence a date, a signature a text."""
    if telegram.classification is None:
        assert (telegram.message_id, telegram.caveats, telegram.section) == (None, (), None)
    if telegram.dtg is None:
        assert (telegram.precedence, telegram.info_precedence) == (None, None)
        assert telegram.message_id is None or telegram.message_id.year is None
    elif telegram.message_id is not None:
        assert telegram.message_id.year == telegram.dtg.year
    if not telegram.body:
        assert (telegram.signatures, telegram.validation) == ((), None)
    if telegram.transmission is not None and telegram.transmission.security is not None:
        level = CLASSIFICATION_OF_LETTER[telegram.transmission.security[0]]
        assert level.rank == (0 if telegram.classification is None else telegram.classification.rank)


@given(telegrams(complete=True))
def test_a_complete_telegram_lacks_none_of_the_main_fields(telegram: tf.Telegram) -> None:
    """`complete` telegrams have number, date, addresses, level, order, TAGS, subject, text and signature."""
    for name in ("message_id", "transmission", "precedence", "dtg", "originator", "to", "classification"):
        assert getattr(telegram, name), name
    for name in ("executive_order", "tags", "subject", "body", "signatures"):
        assert getattr(telegram, name), name


@given(telegrams())
def test_numbers_run_from_one(telegram: tf.Telegram) -> None:
    """Paragraphs are numbered 1 to n; one by itself may have no number."""
    numbers = [paragraph.number for paragraph in telegram.paragraphs]
    assert numbers in ([], [None], list(range(1, len(numbers) + 1)))


@given(telegrams())
def test_kinds_are_those_of_the_vocabulary(telegram: tf.Telegram) -> None:
    """TAGS have the kind that their code has, persons stand behind others, stations are known."""
    kinds = [tag.kind for tag in telegram.tags]
    assert kinds == sorted(kinds, key=lambda kind: kind == "person")
    assert all(tag.kind == "person" or tag_kinds()[tag.code] == tag.kind for tag in telegram.tags)
    assert len(set(telegram.tags)) == len(telegram.tags)
    found = [reference.message_id for reference in telegram.references] + [telegram.message_id]
    assert all(one is None or resolve_station(one.station) == (one.station, False) for one in found)
    assert all(mark is None or portion_classification(mark) for mark in [p.marking for p in telegram.paragraphs])


@pytest.mark.parametrize("ascii_only", [True, False])
def test_the_writer_of_state_telegrams_says_them(ascii_only: bool) -> None:
    """A natural telegram is written and read back without a loss; very few begin as no reader could tell."""
    refused = []
    tried = 0

    @settings(max_examples=120, phases=[Phase.generate])
    @given(telegrams(ascii_only=ascii_only))
    def attempt(telegram: tf.Telegram) -> None:
        nonlocal tried
        tried += 1
        try:
            losses = tf.serialize(telegram, "cablegate").losses
        except tf.SerializationError as refusal:
            refused.append(refusal)
        else:
            assert losses == ()

    attempt()
    assert len(refused) < tried * 0.05


def test_each_field_and_role_is_there_sometimes_and_each_field_is_missing_sometimes() -> None:
    there: set[str] = set()
    missing: set[str] = set()
    roles: set[str | None] = set()

    @settings(max_examples=700, phases=[Phase.generate])
    @given(telegrams(with_attributes=True))
    def attempt(telegram: tf.Telegram) -> None:
        for field in fields(tf.Telegram):
            (missing if getattr(telegram, field.name) == field.default else there).add(field.name)
        roles.update(paragraph.role for paragraph in telegram.paragraphs)

    attempt()
    assert there == missing == {field.name for field in fields(tf.Telegram)}
    assert roles == {None, *get_args(Role)} - {"service note", "text"}


def test_a_telegram_shrinks_to_what_is_asked_for() -> None:
    search = settings(max_examples=1000, deadline=None, derandomize=True)
    shortest = find(telegrams(), lambda telegram: telegram.subject is not None, settings=search)
    assert shortest == tf.Telegram(subject="HARBOUR TALKS")


def test_only_ascii_where_nothing_else_is_asked_for() -> None:
    @given(telegrams(with_attributes=True))
    def attempt(telegram: tf.Telegram) -> None:
        assert repr(telegram).isascii()

    attempt()
    find(telegrams(ascii_only=False), lambda telegram: not repr(telegram).isascii(), settings=LONG_SEARCH)


@pytest.mark.parametrize("name", sorted(strategies.__all__))
def test_each_strategy_gives_values_of_its_kind(name: str) -> None:
    made = getattr(strategies, name)()

    @settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
    @given(made)
    def attempt(value: object) -> None:
        assert hash(value) == hash(value)
        assert re.match(KINDS[name], type(value).__name__)

    attempt()


KINDS = {
    "addresses": "Address",
    "attributes": "Attributes",
    "authorities": "ClassificationAuthority",
    "blocks": "Heading|Paragraph|Separator",
    "bodies": "tuple",
    "classifications": "Classification",
    "dtgs": "DateTimeGroup",
    "executive_orders": "ExecutiveOrder",
    "headings": "Heading",
    "message_ids": "MessageId",
    "paragraphs": "Paragraph",
    "precedences": "Precedence",
    "references": "Reference",
    "sections": "Section",
    "separators": "Separator",
    "subjects": "str",
    "tag_lists": "tuple",
    "tags": "Tag",
    "telegrams": "Telegram",
    "transmissions": "Transmission",
}


def test_any_level_if_asked_for() -> None:
    for level in tf.Classification:
        assert find(strategies.classifications(any_level=True), lambda found: found is level) is level  # noqa: B023


@given(strategies.dtgs(zones="ZRA", partial=True))
def test_a_date_time_group_may_lack_its_year(dtg: tf.DateTimeGroup) -> None:
    """A partial group lacks the year, or month and year; a whole one is a moment."""
    assert (dtg.datetime is None) == (dtg.year is None)
    assert dtg.year is None or dtg.month is not None


@given(strategies.tags(persons=False))
def test_tags_without_persons(tag: tf.Tag) -> None:
    """Persons are left out where asked."""
    assert tag.kind != "person"


@given(strategies.transmissions(dtg=tf.DateTimeGroup(1, 2, 3, "R", 4, 2005)))
def test_no_filing_time_is_told_of_another_zone(transmission: tf.Transmission) -> None:
    """The filing time is in UTC: of a date-time group in another zone none is made."""
    assert transmission.filed is None


def test_the_stations_have_addresses() -> None:
    for station in header.STATIONS:
        name, indicator = header.post(station)
        assert resolve_station(name) is not None
        assert re.fullmatch("R[A-Z]{4,5}", indicator)
