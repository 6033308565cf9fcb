"""The page of diagnostics: for each code what it means, and a sample that raises it.

Strategy: `samples/diagnostics` has a file for each code. `CODE.txt` is a text; it is read, and what the command line
says of it is shown. `CODE.py` is for codes that no text raises by itself (a plug-in that fails, sections that
disagree); it is run, and what it prints is shown. Nothing of a sample's outcome is written down, so a page cannot show
another message than the library gives. Knows nothing of Sphinx: a test holds that each sample raises its code.
"""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from pathlib import Path

from telegram_format import parse
from telegram_format.diagnostics.codes import CODES, Code
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.diagnostics.show import excerpt
from telegram_format.reading.reading import Reading
from telegram_format.text.visible import visible_line

SAMPLES = Path(__file__).parents[1] / "samples" / "diagnostics"


def sections() -> str:
    """A table of all codes, and a section for each with the code as its anchor, in MyST."""
    rows = ["| code | what | severity |", "| --- | --- | --- |"]
    rows += [f"| [`{name}`](#{name}) | {code.title} | {code.severity} |" for name, code in CODES.items()]
    return "\n".join(rows) + "\n\n" + "\n".join(section(name, code) for name, code in CODES.items())


def section(name: str, code: Code) -> str:
    """What a code means, a sample that raises it, what is said of the sample."""
    text, said = shown(name)
    kind = "python" if sample(name).suffix == ".py" else "text"
    what = "What raises it" if kind == "python" else "A text that raises it"
    return (
        f"({name})=\n## {name}\n\n**{code.title}** ({code.severity})\n\n"
        f"Cause\n: {code.cause}\n\nRemedy\n: {code.remedy}\n\n"
        f"``````{{code-block}} text\n:class: tf-said\n{said}\n``````\n\n"
        f":::::{{dropdown}} {what}\n``````{{code-block}} {kind}\n{text}\n``````\n:::::\n"
    )


def sample(name: str) -> Path:
    """The file that raises a code."""
    text = SAMPLES / f"{name}.txt"
    return text if text.exists() else text.with_suffix(".py")


def shown(name: str) -> tuple[str, str]:
    """The sample of a code as text that is fit for a page, and what is said when it is read or run."""
    path = sample(name)
    if path.suffix == ".py":
        program = path.read_bytes().decode("utf-8")
        return program.rstrip(), printed(program, path)
    reading = parse(path.read_bytes(), name=path.name)
    lines = [visible_line(line.rstrip("\r")) for line in reading.source.text.rstrip().split("\n")]
    found = [excerpt(reading.source, one, severity=True) for one in diagnostics(reading) if one.code == name]
    return "\n".join(lines) or "(no text)", "\n".join(found)


def diagnostics(reading: Reading) -> list[Diagnostic]:
    """The diagnostics of a reading and of the telegrams inside it."""
    return [*reading.diagnostics, *(one for part in reading.embedded for one in diagnostics(part))]


def printed(program: str, path: Path) -> str:
    """What a program prints."""
    output = io.StringIO()
    with redirect_stdout(output):
        exec(compile(program, str(path), "exec", dont_inherit=True), {"__name__": path.stem})
    return output.getvalue().rstrip()
