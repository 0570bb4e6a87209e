"""How Sphinx builds the docs; CI builds them nitpicky, with warnings as errors and without a network."""

import sys
from pathlib import Path

import gxinjury

sys.path.insert(0, str(Path(__file__).parent))

import generate

generate.write()

project = "gxinjury"
author = "the gxinjury developers"
project_copyright = "2026 the gxinjury developers"
version = release = gxinjury.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "generated"]
# Generated pages are included by the page that introduces them.
nitpicky = True

myst_enable_extensions = ["colon_fence", "deflist"]
# Headings down to this level can be linked to as `page.md#heading`.
myst_heading_anchors = 3

autodoc_member_order = "bysource"
# Docstrings give arguments without types: the annotations are the types.
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_default_options = {"members": True, "show-inheritance": True}

napoleon_google_docstring = True
napoleon_numpy_docstring = False
# Attributes are described once, by their own docstring or by the section `Attributes`.
napoleon_use_ivar = True

# Names of other projects stay plain text: their inventories would have to be fetched, and CI has no network.
# Every name of our own must resolve.
_OTHERS = (
    "attr|attrs|chinese_calendar|collections|contextvars|dateutil|datetime|decimal|enum|fractions|hypothesis"
    "|narwhals|numbers|os|pathlib|types|typing|typing_extensions"
)
nitpick_ignore_regex = [
    (r"py:.*", rf"({_OTHERS})\..+"),
    # Type variables and parameter specifications are names, but nothing to link to.
    (r"py:.*", r"(gxinjury\.[\w.]+\.)?_?[A-Z](_co)?"),
    (r"py:.*", r"(typing\.)?~\w+"),
]

html_theme = "furo"
html_title = "gxinjury"
