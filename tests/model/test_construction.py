"""Values are made quickly, and are what attrs would have made."""

from __future__ import annotations

import copy
import inspect
import pickle

import attrs
import pytest

import telegram_format as tf
from telegram_format.model.construction import quick

CLASSES = [
    value
    for value in vars(tf).values()
    if isinstance(value, type) and attrs.has(value) and value.__module__.startswith("telegram_format.model.")
]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_signature_is_that_of_the_fields(cls: type) -> None:
    parameters = inspect.signature(cls).parameters.values()
    fields = attrs.fields(cls)
    assert [parameter.name for parameter in parameters] == [field.name for field in fields]
    for parameter, field in zip(parameters, fields, strict=True):
        assert parameter.default is (parameter.empty if field.default is attrs.NOTHING else field.default)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_fields_hold_what_was_given_and_do_not_change(cls: type) -> None:
    given = {field.name: f"value of {field.name}" for field in attrs.fields(cls)}
    made = cls(**given)
    assert type(made) is cls
    assert {name: getattr(made, name) for name in given} == given
    assert made == cls(*given.values())
    for name in given:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(made, name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(made, name)
    for again in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made)), attrs.evolve(made)):
        assert type(again) is cls
        assert again == made


def test_a_derived_class_is_made_as_attrs_makes_it() -> None:
    class Marked(tf.Address):
        pass

    @attrs.frozen
    class Noted(tf.Address):
        note: str = ""

    assert Marked("AMEMBASSY ZENDA").name == "AMEMBASSY ZENDA"
    assert Noted("AMEMBASSY ZENDA", note="late").note == "late"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Marked("AMEMBASSY ZENDA").name = "AMCONSUL STRELSAU"


@pytest.mark.parametrize(
    "field",
    [attrs.field(factory=list), attrs.field(converter=int), attrs.field(validator=attrs.validators.instance_of(int))],
)
def test_a_field_that_is_more_than_a_value_is_refused(field: object) -> None:
    cls = attrs.make_class("Sample", {"count": field}, frozen=True, slots=True)
    with pytest.raises(TypeError, match=r"Sample\.count is more than a value"):
        quick(cls)
