"""The shipped examples, written by each writer."""

from __future__ import annotations

import pytest

import telegram_format as tf
from telegram_format.examples import load, names
from telegram_format.writing.loss import MISREAD

FORMATS = sorted(tf.writers())


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("format_name", FORMATS)
def test_an_example_loses_nothing_that_the_table_does_not_foresee(name: str, format_name: str) -> None:
    telegram = tf.parse(load(name)).telegram
    written = tf.serialize(telegram, format_name)
    assert [str(loss) for loss in written.losses if loss.code == MISREAD] == []
    assert tf.serialize(written.telegram, format_name).data == written.data
    again = tf.parse(written.data, format=format_name if format_name in tf.readers() else "cablegate")
    assert again.telegram == written.telegram


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_loss_may_be_refused(format_name: str) -> None:
    telegram = tf.evolve(tf.parse(load("flood")).telegram, attributes=tf.Attributes({"weather": "fair"}))
    with pytest.raises(tf.SerializationError, match="cannot say it") as caught:
        tf.serialize(telegram, format_name, policy=tf.STRICT)
    assert "attributes.weather" in {loss.path for loss in caught.value.losses}


def test_an_option_that_a_writer_does_not_have() -> None:
    with pytest.raises(TypeError, match="colour"):
        tf.serialize(tf.Telegram(), "cablegate", colour="red")


def test_a_writer_that_nobody_has() -> None:
    with pytest.raises(tf.UnknownFormatError, match="unknown writer 'telex'; there are: acp127, "):
        tf.serialize(tf.Telegram(), "telex")
