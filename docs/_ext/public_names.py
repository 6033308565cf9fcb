"""The public names, as users know them.

Strategy: a class is documented where users import it from, not where its file is. What autodoc refers to as
`telegram_format.reading.reading.Reading`, or as a bare `Reading` from an annotation, is the `telegram_format.Reading`
of the API pages; names that only plug-ins need are those of the kit. What is generated and says nothing is left out:
constructors, which take the fields in their order, and the docstrings of tuple fields.
"""

from __future__ import annotations

from docutils.nodes import Element
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

import telegram_format
from telegram_format import kit

_HOMES = {
    **{name: f"telegram_format.kit.{name}" for name in kit.__all__},
    **{name: f"telegram_format.{name}" for name in telegram_format.__all__},
    "Role": "telegram_format.model.body.Role",
}
_GENERATED = ("__init__", "__new__")


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("missing-reference", resolve)
    app.connect("autodoc-skip-member", skip)
    app.connect("autodoc-process-docstring", quiet)
    return {"parallel_read_safe": True}


def resolve(app: Sphinx, env: BuildEnvironment, node: pending_xref, content: Element) -> Element | None:
    """The public place of a name of the library, or nothing."""
    if node.get("refdomain") != "py":
        return None
    target = node["reftarget"]
    home = _HOMES.get(target.rpartition(".")[2])
    if home is None or ("." in target and not target.startswith(("telegram_format.", "tf."))):
        return None
    domain = env.get_domain("py")
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", home, node, content)


def skip(_app: Sphinx, _what: str, name: str, _found: object, _left_out: bool, _options: object) -> bool | None:
    """Leave constructors out."""
    return True if name in _GENERATED else None


def quiet(_app: Sphinx, _what: str, _name: str, _found: object, _options: object, lines: list[str]) -> None:
    """Leave out what `NamedTuple` says of its fields."""
    if lines and lines[0].startswith("Alias for field number"):
        lines.clear()
