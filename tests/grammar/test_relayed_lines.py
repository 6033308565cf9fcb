"""Lines of relayed messages that no fixture has: forms that must not be taken, and the rarer ones that must."""

from __future__ import annotations

import pytest

import telegram_format as tf

TOP = "RR RUFDAE\nDE RUEPDA 0116 1351530\nZNR UUUUU\nP 151413Z MAY 71\nFM LAMPS\nTO OIL\nBT\n"


def read(text: str) -> tf.Telegram:
    return tf.parse(text, format="acp127", carrier="plain").telegram


def test_an_error_sign_with_no_word_before_it_takes_nothing_back() -> None:
    assert read("E E E E E E E E LAMPS ARE LIT.").paragraphs[0].text == "LAMPS ARE LIT."


def test_a_letter_glued_to_the_error_sign_begins_the_next_word() -> None:
    assert read(TOP + "UNCLAS\nTHE LAPMS E E E E E E E E EAST LAMPS\nBT\n").paragraphs[0].text == "THE EAST LAMPS"
    assert read(TOP + "UNCLAS\nTHE LAPMS EEEEEEEEAST LAMPS\nBT\n").paragraphs[0].text == "THE EAST LAMPS"


def test_few_letters_are_no_error_sign() -> None:
    assert read(TOP + "UNCLAS\nGRADE E E E E E IS LOW\nBT\n").paragraphs[0].text == "GRADE E E E E E IS LOW"


def test_a_transmission_ends_in_an_error_sign() -> None:
    found = read(TOP + "UNCLAS\nTHE LAPMS E E E E E E E E\nNNNN\n")
    assert found.attributes["void"] == "error"
    assert [paragraph.text for paragraph in found.paragraphs] == ["THE LAPMS"]


@pytest.mark.parametrize("group", ["SSSSS/FFFFB", "SSSSS/XXXXX"])
def test_a_special_handling_that_is_not_known_is_kept(group: str) -> None:
    reading = tf.parse(TOP.replace("ZNR UUUUU", f"ZNY {group}"), format="acp127", carrier="plain")
    assert reading.telegram.attributes["special_handling"] == group[6:]
    assert not any(kind.startswith("special handling") for kind, _ in reading.trace.marks)


def test_two_letters_that_name_no_nations_are_no_release_code() -> None:
    assert "release_code" not in read(TOP.replace("UUUUU", "UUUUL")).attributes


def test_channel_numbers_alone_are_no_pilot() -> None:
    assert read("FDA035\n" + TOP).attributes == tf.Attributes({"channel_numbers": "FDA035"})


def test_letters_apart_are_a_level_only_where_they_spell_one() -> None:
    assert read(TOP + "S E C R E T CITE LAMPS 7\nOIL\nBT\n").classification is tf.Classification.SECRET
    assert read(TOP + "L A M P S A L L\nOIL\nBT\n").classification is None


def test_a_caveat_that_stands_twice_counts_once() -> None:
    assert read(TOP + "SECRET NOFORN NOFORN WNINTEL SECTION 1 OF 2\nOIL\nBT\n").caveats == ("NOFORN", "WNINTEL")


def test_levels_in_running_text_are_no_line_of_a_worn_header() -> None:
    found = read("0O ABC i\nOE LPQ 0O42 1351530\nFM LAMPS\nTO OIL\nsecret oil\nBT\nUNCLAS\nLIT.\nBT\n")
    assert found.classification is tf.Classification.UNCLASSIFIED


def test_signs_of_the_machine_part_nothing() -> None:
    reading = tf.parse("\x07\x07" + TOP.replace("FM LAMPS", "FM LA\x1fMPS"), format="acp127", carrier="plain")
    assert reading.telegram.originator is not None
    assert reading.telegram.originator.name == "LAMPS"
    assert {"bell", "shift"} <= {kind for kind, _ in reading.trace.marks}


def test_a_word_of_running_text_is_no_level() -> None:
    assert read(TOP + "SECRET MEETINGS WERE HELD.\nBT\n").classification is None


def test_a_header_that_begins_far_below_is_none() -> None:
    assert read("lamps are lit\n" * 300 + TOP).originator is None


def test_a_list_of_many_addresses_is_read() -> None:
    found = read(TOP.replace("BT\n", "".join(f"LAMPS OF PIER {number}\n" for number in range(300)) + "BT\n"))
    assert len(found.to) == 301
