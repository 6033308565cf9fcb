"""ACP 127 in, e-mail out, and back: for the engineer of a gateway between tape relay and military mail.

python gateway.py [FILE]

Without a file it takes the invented message below. The e-mail has the header fields of RFC 6477, and the message as it
came as an attachment, byte for byte. Ends with 1 if anything did not come back as it went out.
"""

import sys
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

import telegram_format as tf

MESSAGE = (
    b"VZCZCFGA242\r\r\n"
    b"OO RUFDAE RUFDBO\r\r\n"
    b"DE RUEPDA 0116 1351530\r\r\n"
    b"ZNR UUUUU ZFD\r\r\n"
    b"O P 151413Z MAY 71 ZDS\r\r\n"
    b"FM HARBOUR MASTER PORT ALDER\r\r\n"
    b"TO RUFDAE/HARBOUR MASTER MERIDIAN\r\r\n"
    b"INFO RUFDBO/LAMP STORE CALVERLEY\r\r\n"
    b"BT\r\r\n"
    b"UNCLAS\r\r\n"
    b"THE LAMPS OF THE NORTH PIER ARE LIT.\r\r\n"
    b"BT\r\r\n"
    b"#0116\r\r\n"
    b"\n\n\n\n\n\n\n\nNNNN\r\r\n"
)

# Who has which mailbox. An addressee that is not listed is named as a recipient outside military mail.
MAILBOXES = {
    "HARBOUR MASTER PORT ALDER": "master@alder.example",
    "HARBOUR MASTER MERIDIAN": "master@meridian.example",
}


def main(files: list[str]) -> int:
    data = Path(files[0]).read_bytes() if files else MESSAGE
    reading = tf.parse(data, format="acp127")
    for diagnostic in reading.diagnostics:
        print(f"! {diagnostic}")

    # Out. What a header field cannot hold as it is, is told.
    written = tf.to_email(reading, mailboxes=MAILBOXES)
    for loss in written.losses:
        print(f"! {loss}")
    for name, value in message_from_bytes(written.data, policy=SMTP).items():
        if name in ("From", "To") or name.startswith("MMHS-"):
            print(f"{name}: {value.strip()}")

    # And back: the message as it came, the same telegram, and header fields that nobody changed on the way.
    received = tf.from_email(written.data)
    for problem in received.problems:
        print(f"! {problem}")
    same = received.original == data and received.telegram == reading.telegram
    print("byte for byte" if same else "NOT the same")

    # Another gateway sends no attachment of ours: its header fields and its text make the telegram.
    header, _, _ = written.data.partition(b"Content-Type: multipart/mixed")
    bare = tf.from_email(header + b"Content-Type: text/plain\r\n\r\nTHE LAMPS OF THE NORTH PIER ARE LIT.\r\n")
    line_3 = bare.telegram.transmission
    print(f"from header fields alone: {bare.telegram.dtg}, {line_3.station} {line_3.serial} {line_3.filed}")
    return 0 if same and not received.problems else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
