"""Guangxi's work-injury insurance policy (广西工伤保险政策) as pure functions and immutable records."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gxinjury import benefits as benefits
    from gxinjury import codec as codec
    from gxinjury import construction as construction
    from gxinjury import couriers as couriers
    from gxinjury import determination as determination
    from gxinjury import inquiry as inquiry
    from gxinjury import law as law
    from gxinjury import receipts as receipts
    from gxinjury.errors import (
        GxInjuryError,
        InvalidFactError,
        NotInForceError,
        OutOfScopeError,
        StaleFigureWarning,
    )
    from gxinjury.explanations import explain, rule
    from gxinjury.law import LAW, Law

__version__: str

__all__ = [
    "LAW",
    "GxInjuryError",
    "InvalidFactError",
    "Law",
    "NotInForceError",
    "OutOfScopeError",
    "StaleFigureWarning",
    "explain",
    "rule",
]

_HOMES = {
    "LAW": "law",
    "Law": "law",
    "explain": "explanations",
    "rule": "explanations",
}
_PACKAGES = frozenset({"benefits", "codec", "construction", "couriers", "determination", "inquiry", "law", "receipts"})


def __getattr__(name: str) -> object:
    """Load a name of the face or a room on first use (PEP 562), so that importing the library stays cheap."""
    if name in _PACKAGES:
        return importlib.import_module(f"{__name__}.{name}")
    if name == "__version__":
        # Git tells it when the library is built, the installation afterwards.
        return importlib.import_module("importlib.metadata").version(__name__)
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES.get(name, 'errors')}"), name)


def __dir__() -> list[str]:
    return sorted([*__all__, *_PACKAGES, "__version__"])
