"""How the documentation is built: no network, no warning left unheard."""

from __future__ import annotations

import re
import sys
from importlib.metadata import version as installed_version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "telegram_format"
author = "The telegram_format authors"
project_copyright = f"2026, {author}"
release = installed_version("telegram-format")
version = re.match(r"[0-9]+\.[0-9]+", release)[0]

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx.ext.viewcode",
    "sphinxarg.ext",
    "sphinx_copybutton",
    "sphinx_design",
    "drawn_telegram",
    "generated_pages",
    "glossary_links",
    "overview_file",
    "public_names",
]
exclude_patterns = ["_build", "_ext", "inventories", "samples"]
nitpicky = True
nitpick_ignore_regex = [
    # classes of other packages, of which no inventory is at hand; names that have no page, for nobody needs them
    (r"py:.*", r"(hypothesis\.strategies\.)?SearchStrategy|(distributed\.)?Client|(pyarrow|duckdb)\..*"),
    (r"py:.*", r"Block|telegram_format\.(streams\.inputs\.Readable|isolation\.worker\.[RT]|corpus\.batch\.Segment)"),
]
intersphinx_mapping = {"python": ("https://docs.python.org/3", "inventories/python.txt")}  # the file: none is fetched
intersphinx_disabled_reftypes = ["std:*"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "separated"
autodoc_default_options = {"members": True, "undoc-members": True}
python_maximum_signature_line_length = 88
add_module_names = False
default_role = "code"

copybutton_prompt_text = r"\$ |>>> "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["documents.css"]
html_title = f"telegram_format {release}"
html_copy_source = False
html_show_sourcelink = False
