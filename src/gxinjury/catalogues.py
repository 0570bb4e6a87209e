"""What a package calls things (名称): its arguments and fields.

A package that owns rules keeps a module ``labels`` with one mapping, ``LABELS``: what the arguments of its rules are
called in both languages. The tools look there and so know no law themselves.
"""

import importlib
import importlib.util
import sys
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

import attrs

from gxinjury.texts import Text


@attrs.frozen
class Catalogue:
    """The words of a package by name.

    Args:
        texts: Texts by the name of a rule, a fact, or a record's field (``Contract.price``).
    """

    texts: Mapping[str, Text]


NO_LABELS: Final[Mapping[str, Text]] = MappingProxyType({})


def owner_of(module: str | None) -> str:
    """Return the package that a module belongs to; a package belongs to itself.

    >>> owner_of("gxinjury.catalogues"), owner_of("gxinjury")
    ('gxinjury', 'gxinjury')
    """
    name = module or ""  # what was made by hand, as in a shell, is of none
    package = getattr(sys.modules.get(name), "__package__", None)
    return package if isinstance(package, str) else name.rpartition(".")[0]


@cache
def labels_of(package: str) -> Mapping[str, Text]:
    """Return what a package calls things; nothing where it has no module ``labels`` with ``LABELS`` in it."""
    try:
        found = importlib.util.find_spec(f"{package}.labels") if package else None
    except ModuleNotFoundError:  # made by hand, the package cannot be imported
        found = None
    if found is None:
        return NO_LABELS
    labels = getattr(importlib.import_module(f"{package}.labels"), "LABELS", NO_LABELS)
    return labels if isinstance(labels, Mapping) else NO_LABELS


def label(package: str, *names: str) -> Text:
    """Return what the first of the names that the package has a label for is called; else the last name, spelled out.

    >>> label("gxinjury", "Contract.paid_on", "paid_on").en
    'paid on'
    """
    labels = labels_of(package)
    for name in names:
        if name in labels:
            return labels[name]
    spelled = names[-1].replace("_", " ")
    return Text(zh=spelled, en=spelled)
