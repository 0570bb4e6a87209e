"""The commands (各命令), each in a module of its own, which is loaded when it is asked for."""

from argparse import Namespace
from importlib import import_module
from typing import TYPE_CHECKING, Final

from gxinjury.cli.words import word
from gxinjury.errors import GxInjuryError
from gxinjury.texts import Language

if TYPE_CHECKING:
    from gxinjury.cli.running import Told

__all__ = ["answer"]

_MODULES: Final = {
    "assess": "assessment",
    "obligations": "duties",
    "annex1": "annex1",
    "papers": "papers",
    "proof": "proof",
    "todo": "todo",
    "ask": "questions",
    "new": "new",
    "clauses": "listings",
    "readings": "listings",
    "figures": "listings",
    "courier-report": "courier_reports",
    "roster": "rosters",
    "outlets": "outlets",
    "help": "topics",
    "completion": "completion",
}
_EXTRAS: Final = {
    "openpyxl": "needs_openpyxl",
    "stdnum": "needs_ids",
    "icalendar": "needs_icalendar",
    "chinese_calendar": "needs_calendar",
}
"""What to say of a package that an extra brings, where it is missing."""


def answer(asked: Namespace, language: Language) -> "Told":
    """Return what a command answers, by ``run`` of its module."""
    try:
        told: Told = import_module(f"gxinjury.cli.{_MODULES[asked.command]}").run(asked, language)
    except ModuleNotFoundError as error:
        needed = _EXTRAS.get(str(error.name))
        if needed is None:
            raise
        raise GxInjuryError(word(needed), code=needed) from None
    return told
