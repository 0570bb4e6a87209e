"""Notes of a running rule (规则运行时的记录): its steps and cautions, kept only while somebody asks why.

Outside :func:`gxinjury.explanations.explain` nothing is kept. What is kept is how to make a step, not the step: it is
made when the explanation is read.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final, TypeAlias

from gxinjury.steps import Step
from gxinjury.texts import Text

Note: TypeAlias = tuple[Callable[..., Step | Text], tuple[Any, ...]]
"""How a step or a caution is made, and what of."""

NOTES: Final[ContextVar[list[Note] | None]] = ContextVar("gxinjury_notes", default=None)
"""What is kept of the rule that is running; None where nobody asks why."""


def note(make: Callable[..., Step | Text], *given: object) -> None:
    """Keep a step or a caution of the rule that is running; it is made only when the explanation is read."""
    notes = NOTES.get()
    if notes is not None:
        notes.append((make, given))


def caution(text: Text, /, **values: object) -> None:
    """Tell, on the step of the rule that is running, what to mind before relying on it."""
    notes = NOTES.get()
    if notes is not None:
        notes.append((text.filled, (values,)))


@contextmanager
def unobserved() -> Iterator[None]:
    """Keep no steps of what is called within, as of trials made while somebody else's explanation is running."""
    token = NOTES.set(None)
    try:
        yield
    finally:
        NOTES.reset(token)
