"""How Sphinx builds the docs; CI builds them nitpicky, with warnings as errors and without a network."""

import importlib
import pkgutil
import sys
from inspect import isclass, isfunction
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from sphinx.application import Sphinx

import gxinjury

sys.path.insert(0, str(Path(__file__).parent))

import doors
import generate


def _plain(hint: Any) -> Any:  # noqa: ANN401  # any annotation
    """Return an annotation without what a record says beside the type: its label and its checks."""
    if get_origin(hint) is Annotated:
        return _plain(get_args(hint)[0])
    inner = get_args(hint)
    plain = tuple(_plain(one) for one in inner)
    if plain == inner:
        return hint
    return Union[plain] if get_origin(hint) in (Union, UnionType) else get_origin(hint)[plain]  # noqa: UP007


def _tell_types_only() -> None:
    """Let the reference show a field's type alone."""
    for found in pkgutil.walk_packages(gxinjury.__path__, "gxinjury."):
        if found.name.endswith("__main__"):
            continue
        for thing in vars(importlib.import_module(found.name)).values():
            owners = (thing, vars(thing).get("__init__")) if isclass(thing) else (thing,) if isfunction(thing) else ()
            for owner in owners:
                hints = getattr(owner, "__annotations__", None) if owner is not None else None
                if hints and getattr(owner, "__module__", "").startswith("gxinjury"):
                    hints.update({name: _plain(hint) for name, hint in hints.items()})


_tell_types_only()

project = "gxinjury"
author = "the gxinjury developers"
project_copyright = "2026 the gxinjury developers"
version = release = gxinjury.__version__

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_design"]
exclude_patterns = ["_build", "generated", "jupyter_execute", "live", "locale"]
# Parts in `generated` are included by the page that introduces them.
nitpicky = True

# The notebooks run in every build, each in a kernel of its own, and an error in one is an error of the build.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
# Warnings name the file that they come from, and where it lies is nobody's business.
nb_output_stderr = "remove"
# Widgets would be fetched from another machine, and pages have none.
nb_ipywidgets_js: dict[str, dict[str, str]] = {}

myst_enable_extensions = ["colon_fence", "deflist"]
# `live:premium` is that question on the live page: see `doors.py`.
myst_url_schemes = ("http", "https", "mailto", doors.SCHEME)
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
    "altair|attr|attrs|chinese_calendar|collections|contextvars|dateutil|datetime|decimal|enum|fractions|hypothesis|inspect"
    "|http|narwhals|openpyxl|numbers|os|pathlib|types|typing|typing_extensions"
)
nitpick_ignore_regex = [
    (r"py:.*", rf"({_OTHERS})\..+"),
    # Type variables and parameter specifications are names, but nothing to link to.
    (r"py:.*", r"(gxinjury\.[\w.]+\.)?_?[A-Z](_co)?"),
    (r"py:.*", r"(typing\.)?~\w+"),
]

# Chinese pages are these pages with the texts of `locale` in place of the English ones; what the code tells in both
# languages it tells in the one asked. `translations.py` keeps the two apart from drifting.
locale_dirs = ["locale"]
gettext_compact = False
gettext_additional_targets: list[str] = []

html_theme = "furo"
html_title = "gxinjury"
html_static_path = ["_static"]
html_css_files = ["site.css"]
templates_path = ["_templates"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}


def _lead_to_live(app: Sphinx, tree: Any, name: str) -> None:  # noqa: ANN401  # a document of docutils, which tells no types
    """Let the links of a page that name a question of the live page lead there."""
    if app.builder.format != "html":
        return
    for link in tree.findall(lambda node: node.tagname == "reference"):
        leads = doors.lead_to(
            link.get("refuri", ""),
            Path(app.outdir).parent,
            top="../" * name.count("/"),
            page=app.builder.get_relative_uri(name, "live"),
            language="zh" if name.startswith("zh/") else _language(app),
        )
        if leads is not None:
            link["refuri"] = leads


def _language(app: Sphinx) -> Literal["zh", "en"]:
    return "zh" if app.config.language.startswith("zh") else "en"


def setup(app: Sphinx) -> None:
    """Write the generated pages in the language that is built, before the pages are read."""
    app.connect("doctree-resolved", _lead_to_live)
    # Pages are written anew where it came or went.
    app.add_config_value("live_is_there", doors.is_there(Path(app.outdir).parent), "html", (bool,))
    if app.tags.has("written"):
        generate.clear()
    else:
        generate.write(_language(app))
