"""The words of a package (词表): what its rules and facts are called.

A package that owns rules keeps a module ``words`` with one :class:`Catalogue`, named ``WORDS``: the labels of its
rules and facts in both languages. The tools look there and so know no law themselves.
"""

import importlib
import importlib.util
import sys
from collections.abc import Mapping
from functools import cache

import attrs

from gxinjury.texts import Text


@attrs.frozen
class Catalogue:
    """The words of a package by name.

    Args:
        texts: Texts by the name of a rule, a fact, or a record's field (``Contract.price``).
    """

    texts: Mapping[str, Text]


NO_WORDS = Catalogue({})


def owner_of(module: str) -> str:
    """Return the package that a module belongs to; a package belongs to itself.

    >>> owner_of("gxinjury.catalogues"), owner_of("gxinjury")
    ('gxinjury', 'gxinjury')
    """
    loaded = sys.modules.get(module)
    package = getattr(loaded, "__package__", None)
    return package if isinstance(package, str) else module.rpartition(".")[0]


@cache
def words_of(package: str) -> Catalogue:
    """Return the catalogue of a package; an empty one where it has no module ``words`` with ``WORDS`` in it."""
    try:
        found = importlib.util.find_spec(f"{package}.words") if package else None
    except ModuleNotFoundError:  # made by hand, the package cannot be imported
        found = None
    if found is None:
        return NO_WORDS
    words = getattr(importlib.import_module(f"{package}.words"), "WORDS", NO_WORDS)
    return words if isinstance(words, Catalogue) else NO_WORDS


def label(package: str, *names: str) -> Text:
    """Return the first of the names that the package has words for; else the last name, spelled out.

    >>> label("gxinjury", "Contract.paid_on", "paid_on").en
    'paid on'
    """
    texts = words_of(package).texts
    for name in names:
        if name in texts:
            return texts[name]
    spelled = names[-1].replace("_", " ")
    return Text(zh=spelled, en=spelled)
