"""Telegrams as e-mail and back, and e-mail that others wrote."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import SMTP

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.examples import load, names
from telegram_format.testing import telegrams

DOMAIN = "mail.example"

FOREIGN = (
    b"Date: Tue, 03 Feb 2009 13:00:00 +0000\r\n"
    b'From: "COMCEN STONEHAUGH" <comcen@stonehaugh.example>\r\n'
    b'To: "HQ HARBOUR COMMAND" <hq@harbour.example>, plain@lamp.example\r\n'
    b"Cc: Calverley <ops@calverley.example>\r\n"
    b"Subject: =?utf-8?q?PUMPS_FOR_=C5=81=C4=98BA?=\r\n"
    b"MMHS-Extended-Authorisation-Info: Tue, 03 Feb 2009 13:15:00 +0100\r\n"
    b"MMHS-Primary-Precedence: IMMEDIATE (night action)\r\n"
    b"MMHS-Copy-Precedence: 1\r\n"
    b"MMHS-Originator-Reference: HARBOUR/7/09\r\n"
    b"MMHS-Originator-PLAD: COMCEN STONEHAUGH\r\n"
    b"MMHS-Acp127-Message-Identifier: RPDLE 1234/02\r\n 0341215\r\n"
    b"MMHS-Handling-Instructions: ZZH; ZYB 3; DELIVER BY\r\n HAND\r\n"
    b"MMHS-Message-Instructions: ZEX\r\n"
    b"MMHS-Subject-Indicator-Codes: LAA; LAB;MAC\r\n"
    b'MMHS-Message-Type: exercise; identifier="QUIET PLUM"\r\n'
    b'MMHS-Exempted-Address: "AMEMBASSY ZENDA" <zenda@mail.example>\r\n'
    b"MMHS-Other-Recipients-Indicator-To: LAMP STORE; FERRY OFFICE\r\n"
    b"MMHS-Other-Recipients-Indicator-CC: MILL\r\n"
    b"MMHS-Codress-Message-Indicator: 40\r\n"
    b"\r\n"
    b"Six pumps leave at noon.\r\n"
)


def reading(name: str = "flood") -> tf.Reading:
    return tf.parse(load(name), name=name)


def changed(**fields: object) -> tf.Reading:
    """A reading whose telegram says what its source does not: header fields are made of any values."""
    found = reading()
    return tf.evolve(found, telegram=tf.evolve(found.telegram, **fields))


def header(data: bytes) -> dict[str, str]:
    """The header fields as the standard library understands them; each stands once."""
    message = message_from_bytes(data, policy=SMTP)
    assert len(set(message.keys())) == len(message.keys())
    return {name: str(value).strip() for name, value in message.items()}


@pytest.mark.parametrize("name", names())
def test_an_example_comes_back_with_its_bytes(name: str) -> None:
    given = reading(name)
    written = tf.to_email(given, domain=DOMAIN, sender="post@mail.example")
    found = tf.from_email(written.data)
    assert (found.telegram, found.exact, found.problems) == (given.telegram, True, ())
    assert found.original == load(name)
    message = message_from_bytes(written.data, policy=SMTP)
    assert [part.get_content_type() for part in message.iter_parts()] == [
        "text/plain",
        "application/json",
        "application/octet-stream",
    ]
    assert [part.defects for part in message.walk()] == [[]] * 4


@settings(max_examples=40)
@given(telegrams(ascii_only=False, with_attributes=True))
def test_any_telegram_comes_back(telegram: tf.Telegram) -> None:
    """Law: `from_email` gives the telegram that `to_email` was given."""
    written = tf.to_email(telegram, domain=DOMAIN, sender="post@mail.example", precedence=tf.Precedence.ROUTINE)
    found = tf.from_email(written.data)
    assert (found.telegram, found.exact, found.problems, found.original) == (telegram, True, (), None)
    assert {loss.code for loss in written.losses} <= {rule.code for rule in EMAIL_RULES} | {"header"}


EMAIL_RULES = [
    *tf.to_email.__globals__["EMAIL_LOSSES"],
    *tf.to_email.__globals__["api"].REGISTRY.writer("text").losses,
]


HOSTILE = st.text(st.sampled_from('AZ09 .@<>"(),;:\\\r\n\t\0\x0b\x0c\x1c\x85\u2028=?łŁ\ud800é'), max_size=90)


@settings(max_examples=60)
@given(HOSTILE, HOSTILE)
@example("A\r\nBcc: x@y.example\r\n\r\nB", "=?utf-8?q?a=0D=0ABcc:_x?=")
@example("\r\n.\r\n", "A" * 900)
@example("A\u2028Bcc: x", "\x1cBcc: x\x0bBcc: y")
def test_no_value_becomes_a_header_field_of_its_own(one: str, other: str) -> None:
    """Law: the names of the header fields do not depend on what the values hold."""
    given = changed(
        subject=one,
        originator=tf.Address(other),
        to=(tf.Address(one or "A"), tf.Address("SECSTATE WASHDC")),
        info=(tf.Address("B" + other),),
        transmission=tf.Transmission(station="RUEHPLD", serial=one or "1", filed=other or "1", signals=(one, "ZZH")),
        attributes=tf.Attributes({"instructions": other, "SIC": one, "EXER": other}),
    )
    mailboxes = {address.name: "all@mail.example" for address in given.telegram.to}
    written = tf.to_email(given, mailboxes=mailboxes, sender="post@mail.example")
    lines = written.data.partition(b"\r\n\r\n")[0].split(b"\r\n")
    found = {line.partition(b":")[0].decode() for line in lines if line[:1] not in b" \t"}
    known = {"Date", "From", "To", "Message-ID", "Comments", "MIME-Version", "Content-Type", "Subject"}
    assert found <= known | {name for name in found if name.startswith("MMHS-")}
    assert {"To", "MMHS-Primary-Precedence", "MMHS-Other-Recipients-Indicator-CC"} <= found
    assert b"\n" not in written.data.replace(b"\r\n", b"")
    assert tf.from_email(written.data).telegram == given.telegram


def test_header_fields() -> None:
    found = header(tf.to_email(reading("harbour"), domain=DOMAIN).data)
    assert found["From"] == "AMEMBASSY PORT ALDER <amembassy.port.alder@mail.example>"
    assert found["To"].startswith("SECSTATE WASHDC <secstate.washdc@mail.example>, DEPT OF COMMERCE")
    assert found["Date"] == found["MMHS-Extended-Authorisation-Info"] == "Fri, 06 Mar 2009 16:40:00 +0000"
    assert {name: value for name, value in found.items() if name.startswith("MMHS-")} == {
        "MMHS-Extended-Authorisation-Info": "Fri, 06 Mar 2009 16:40:00 +0000",
        "MMHS-Primary-Precedence": "immediate",
        "MMHS-Copy-Precedence": "immediate",
        "MMHS-Originator-Reference": "09 PORT ALDER 219",
        "MMHS-Originator-PLAD": "AMEMBASSY PORT ALDER",
        "MMHS-Acp127-Message-Identifier": "RUEHPLD 0219/01 0651640",
        "MMHS-Handling-Instructions": "ZZH",
    }
    assert "telegram_format mapping" in found["Comments"]


def test_header_fields_of_facts_without_a_field_of_their_own() -> None:
    facts = {"SIC": "LAA/LAB;MAC;X", "OPER": "DRY DOCK/SECOND", "instructions": "ZEX", "group_count": "12"}
    given = changed(attributes=tf.Attributes({**facts, "transmission_instructions": "T LAMP STORE"}))
    found = header(tf.to_email(given, domain=DOMAIN).data)
    assert found["MMHS-Subject-Indicator-Codes"] == "LAA; LAB; MAC"
    assert found["MMHS-Message-Type"] == 'operation; identifier="DRY DOCK"'
    assert found["MMHS-Message-Instructions"] == "ZEX"
    assert found["MMHS-Handling-Instructions"] == "ZZH; T LAMP STORE"
    assert "MMHS-Codress-Message-Indicator" not in found
    bare = changed(originator=None, to=(), info=(), attributes=tf.Attributes({"group_count": "12", "EXER": "-;"}))
    found = header(tf.to_email(bare, sender="post@mail.example").data)
    assert found["MMHS-Codress-Message-Indicator"] == "12"
    assert found["From"] == "post@mail.example"
    assert found["MMHS-Message-Type"] == 'exercise; identifier="-?"'


def test_addressees_without_a_mailbox_are_named() -> None:
    given = changed(exempted=(tf.Address("AMEMBASSY ZENDA"), tf.Address("MILL")))
    mailboxes = {"SECSTATE WASHDC": "state@mail.example", "MILL": "mill@mail.example"}
    found = header(tf.to_email(given, mailboxes=mailboxes, sender="post@mail.example").data)
    assert found["To"] == "SECSTATE WASHDC <state@mail.example>"
    assert "Cc" not in found
    assert found["MMHS-Other-Recipients-Indicator-CC"] == (
        "AMEMBASSY MERIDIAN; AMCONSUL CALVERLEY; NORTHERN COAST COLLECTIVE"
    )
    assert found["MMHS-Exempted-Address"] == '"MILL" <mill@mail.example>'


def test_without_a_moment_there_is_no_date() -> None:
    found = header(tf.to_email(changed(dtg=tf.DateTimeGroup(3, 12, 15)), domain=DOMAIN).data)
    assert not {"Date", "MMHS-Extended-Authorisation-Info"} & found.keys()
    assert "MMHS-Extended-Authorisation-Info" not in header(tf.to_email(changed(dtg=None), domain=DOMAIN).data)


@pytest.mark.parametrize(
    ("precedence", "label"),
    [
        (tf.Precedence.NIACT_IMMEDIATE, "immediate (NIACT)"),
        (tf.Precedence.EMERGENCY, "override (EMERGENCY COMMAND)"),
        (tf.Precedence.FLASH, "flash"),
    ],
)
def test_precedences(precedence: tf.Precedence, label: str) -> None:
    data = tf.to_email(changed(precedence=precedence), domain=DOMAIN).data
    assert header(data)["MMHS-Primary-Precedence"] == label
    foreign = f"MMHS-Primary-Precedence: {label}\r\n\r\nText.\r\n".encode()
    assert tf.from_email(foreign).telegram.precedence is precedence


def test_the_same_telegram_is_the_same_e_mail() -> None:
    assert tf.to_email(reading(), domain=DOMAIN).data == tf.to_email(reading(), domain=DOMAIN).data


@pytest.mark.parametrize(
    ("fields", "options", "message"),
    [
        ({}, {}, "originator: an e-mail needs a mailbox in From"),
        ({}, {"mailboxes": {"SECSTATE WASHDC": "a@b.example"}}, "originator: an e-mail needs a mailbox in From"),
        ({"originator": None}, {"domain": DOMAIN}, "originator: an e-mail needs a mailbox in From"),
        ({}, {"domain": "mail.example\r\nBcc: x@y"}, "is no mailbox"),
        ({}, {"domain": DOMAIN, "sender": "post"}, "originator: 'post' is no mailbox"),
        ({"to": (tf.Address("!!"),)}, {"domain": DOMAIN}, r"to\[0\].name: '@mail.example' is no mailbox"),
        ({"precedence": None}, {"domain": DOMAIN}, "precedence: RFC 6477 wants a precedence for the addressees in To"),
    ],
)
def test_what_is_refused(fields: dict[str, object], options: dict[str, object], message: str) -> None:
    with pytest.raises(tf.SerializationError, match=message):
        tf.to_email(changed(**fields), **options)  # type: ignore[arg-type]


def test_a_telegram_that_no_text_can_say_is_refused() -> None:
    telegram = tf.evolve(reading().telegram, to=(tf.Address("A\nB"),))
    with pytest.raises(tf.SerializationError, match="to"):
        tf.to_email(telegram, domain=DOMAIN)


def test_losses_are_those_of_header_fields_and_text() -> None:
    written = tf.to_email(reading().telegram, domain=DOMAIN)
    assert {loss.path: loss.code for loss in written.losses} == {
        f"transmission.{name}": "relay" for name in ("identification", "precedence", "routing", "security")
    }
    assert tf.to_email(reading(), domain=DOMAIN).losses == ()


def test_a_value_in_other_letters_is_a_loss() -> None:
    given = changed(originator=tf.Address("AMEMBASSY ŁĘBA & MILL"), subject="A\nB")
    written = tf.to_email(given, domain=DOMAIN)
    told = {loss.path: (loss.before, loss.after) for loss in written.losses if loss.code == "header"}
    assert told == {"originator.name": ("AMEMBASSY ŁĘBA & MILL", "AMEMBASSY LEBA ? MILL"), "subject": ("A\nB", "A B")}


def test_what_the_wrapper_told_is_a_loss() -> None:
    written = tf.to_email(reading("partial"), sender="post@mail.example")
    assert {loss.path for loss in written.losses} == {
        f"attributes.{name}" for name in ("message_id", "created", "released", "classification", "origin", "title")
    }
    bare = changed(message_id=None, captions=("SIPDIS", "EXDIS"))
    written = tf.to_email(tf.evolve(bare, carrier="wikileaks_page"), domain=DOMAIN)
    assert [loss.code for loss in written.losses] == ["misread", "misread"]


def test_bytes_that_are_no_text_stand_in_the_text_as_numbers() -> None:
    data = load("flood").replace(b"steel", b"st\x81\x1bel")
    written = tf.to_email(tf.parse(data), domain=DOMAIN)
    assert b"st<0x81>=1Bel" in written.data
    assert tf.from_email(written.data).original == data


def test_foreign_e_mail() -> None:
    found = tf.from_email(FOREIGN)
    assert (found.exact, found.original, found.problems) == (False, None, ())
    telegram = found.telegram
    assert telegram.subject == "PUMPS FOR ŁĘBA"
    assert str(telegram.dtg) == "031315A FEB 09"
    assert (telegram.precedence, telegram.info_precedence) == (tf.Precedence.IMMEDIATE, tf.Precedence.ROUTINE)
    assert telegram.originator == tf.Address("COMCEN STONEHAUGH")
    assert [address.name for address in telegram.to] == [
        "HQ HARBOUR COMMAND",
        "plain@lamp.example",
        "LAMP STORE",
        "FERRY OFFICE",
    ]
    assert [address.name for address in telegram.info] == ["Calverley", "MILL"]
    assert [address.name for address in telegram.exempted] == ["AMEMBASSY ZENDA"]
    assert telegram.transmission == tf.Transmission(
        station="RPDLE", serial="1234", section=2, filed="0341215", signals=("ZZH", "ZYB 3")
    )
    assert dict(telegram.attributes) == {
        "originator_reference": "HARBOUR/7/09",
        "transmission_instructions": "DELIVER BY HAND",
        "instructions": "ZEX",
        "SIC": "LAA; LAB; MAC",
        "EXER": "QUIET PLUM",
        "group_count": "40",
    }
    assert [paragraph.text for paragraph in telegram.paragraphs] == ["Six pumps leave at noon."]


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        ("MMHS-Primary-Precedence: deferred", "'deferred' is no precedence of ACP 127"),
        ("MMHS-Copy-Precedence: very; fast", "'very; fast' is no precedence of ACP 127"),
        ("MMHS-Extended-Authorisation-Info: noon", "'noon' is no date and time of RFC 5322"),
        ("MMHS-Acp127-Message-Identifier: 12", "'12' is no station, serial number and filing time"),
        ("MMHS-Message-Type: -", "'-' is no message type"),
    ],
)
def test_a_field_of_another_syntax_is_told(field: str, problem: str) -> None:
    found = tf.from_email(f"{field}\r\n\r\nText.\r\n".encode())
    assert found.problems == (f"{field.partition(':')[0]}: {problem}",)


@pytest.mark.parametrize(
    ("field", "key", "value"),
    [
        ("MMHS-Handling-Instructions: BY HAND", "transmission_instructions", "BY HAND"),
        ("MMHS-Message-Type: drill", "message_type", "drill"),
        ("MMHS-Message-Type: 2; identifier=LAMP", "message_type", "2 LAMP"),
        ("MMHS-Message-Type: 0", "EXER", ""),
    ],
)
def test_facts_of_header_fields(field: str, key: str, value: str) -> None:
    assert tf.from_email(f"{field}\r\n\r\nText.\r\n".encode()).telegram.attributes[key] == value


def test_the_text_counts_more_than_the_header() -> None:
    head = (
        b"Subject: OTHER\r\nMMHS-Originator-PLAD: OTHER\r\nMMHS-Primary-Precedence: flash\r\n"
        b"MMHS-Other-Recipients-Indicator-To: OTHER\r\nMMHS-Handling-Instructions: ZYB\r\n"
        b"MMHS-Extended-Authorisation-Info: Tue, 03 Feb 2009 13:15:00 +0530\r\n\r\n"
    )
    assert tf.from_email(head + load("flood")).telegram == reading().telegram


def test_the_header_adds_month_and_year() -> None:
    head = (
        b"MMHS-Extended-Authorisation-Info: Tue, 03 Feb 2009 12:15:00 -0000\r\n"
        b"MMHS-Originator-Reference: 09 PORT ALDER 142\r\n\r\n"
    )
    found = tf.from_email(head + load("flood").replace(b"031215Z FEB 09", b"031215Z")).telegram
    assert found == reading().telegram


def test_e_mail_that_was_changed_on_the_way_is_told() -> None:
    data = tf.to_email(reading(), domain=DOMAIN).data
    found = tf.from_email(data.replace(b"MMHS-Primary-Precedence: priority", b"MMHS-Primary-Precedence: flash"))
    assert found.telegram == reading().telegram
    assert found.problems == ("MMHS-Primary-Precedence: 'flash' is not what telegram.json says",)


def test_json_that_is_none_is_told_and_the_text_read() -> None:
    data = (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: text/plain; charset=nonsense\r\n\r\nSix pumps.\r\n"
        b"--b\r\nContent-Disposition: attachment; filename=telegram.json\r\n\r\n{}]\r\n--b--\r\n"
    )
    found = tf.from_email(data)
    assert found.problems[0].startswith("telegram.json: no JSON")
    assert [paragraph.text for paragraph in found.telegram.paragraphs] == ["Six pumps."]


def test_no_text_is_no_telegram() -> None:
    assert tf.from_email(b"Content-Type: text/html\r\n\r\n<p>a</p>").telegram == tf.Telegram()
    assert tf.from_email(b"Content-Type: text/plain; charset=nonsense\r\n\r\n").telegram == tf.Telegram()


@pytest.mark.parametrize("charset", ["nonsense", "hex", '""', "undefined", "a\0b", "latin-1"])
def test_any_charset_is_taken(charset: str) -> None:
    found = tf.from_email(f"Content-Type: text/plain; charset={charset}\r\n\r\nSix pumps leave.\r\n".encode())
    assert [paragraph.text for paragraph in found.telegram.paragraphs] == ["Six pumps leave."]


def test_a_subject_that_is_badly_encoded_stays_as_it_is() -> None:
    data = b"Subject: =?nonsense?q?a?= =?utf-8?b?abcde?=\r\n\r\nText."
    assert tf.from_email(data).telegram.subject == "=?nonsense?q?a?= =?utf-8?b?abcde?="


def test_parts_without_end_are_refused() -> None:
    data = b"Content-Type: message/rfc822\r\n\r\n" * 4000
    with pytest.raises(tf.InterchangeError, match="nested too deep"):
        tf.from_email(data)


def test_multiparts_beyond_the_hundredth_are_parts() -> None:
    data = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (number, number) for number in range(4000)
    )
    assert tf.from_email(data).telegram == tf.Telegram()


def test_a_list_of_addresses_without_end_is_told() -> None:
    found = tf.from_email(b"To: " + b"(" * 20_000 + b"\r\n\r\nText.\r\n")
    assert found.telegram.to == ()
    assert all(problem.endswith("' is no list of addresses") for problem in found.problems)  # 3.13 reads it as none


def test_a_long_field_is_cut() -> None:
    found = tf.from_email(
        b"Subject: " + b"A" * 70_000 + b"\r\nContent-Type: text/plain" + b"; a" * 70_000 + b"\r\n\r\nText."
    )
    assert 60_000 < len(found.telegram.subject or "") <= 65_536


WORDS = st.sampled_from(FOREIGN.split(b"\r\n")) | st.binary(max_size=30)


@settings(max_examples=50)
@given(st.lists(WORDS, max_size=12), st.sampled_from([b"\r\n", b"\n", b"\r", b""]))
def test_any_bytes_are_read(lines: list[bytes], end: bytes) -> None:
    """Law: `from_email` takes any bytes."""
    assert isinstance(tf.from_email(end.join(lines)).telegram, tf.Telegram)
