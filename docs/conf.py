"""How the documentation becomes a site: python -m sphinx -W -b html docs dist/docs."""

from __future__ import annotations

from importlib.metadata import version as installed

from sphinx.application import Sphinx

from cxprobe.judging.expectations import EXPECTATIONS

project = "cxprobe"
author = "The cxprobe authors"
project_copyright = author
release = version = installed("cxprobe")

extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
root_doc = "index"
exclude_patterns = ["_build"]
language = "en"

# Headings can be linked to, as [trace levels](settings.md#cxprobe-toml).
myst_heading_anchors = 3
myst_enable_extensions = ["attrs_block"]
suppress_warnings = ["myst.header"]  # a glossary has no levels to keep

# Docstrings write `code` in single backticks.
default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"exclude-members": "__init__, __new__"}
python_use_unqualified_type_names = True
maximum_signature_line_length = 68

html_theme = "furo"
html_title = "cxprobe"
html_copy_source = False
html_show_sphinx = False
html_extra_path: list[str] = []
html_static_path = ["static"]
html_css_files = ["site.css"]
# The theme brings its fonts from the reader's own system; nothing is fetched from anywhere else.
html_theme_options = {"top_of_page_buttons": []}


def setup(app: Sphinx) -> None:
    """Have the page of names list every expectation that there is."""
    app.connect("source-read", _with_expectations)


def _with_expectations(app: Sphinx, page: str, source: list[str]) -> None:
    if page == "reference/api":
        every = "\n\n".join(f".. autofunction:: cxprobe.{name}" for name in EXPECTATIONS)
        source[0] = source[0].replace("EVERY-EXPECTATION", every)
