"""Trials that leave no trace (不留痕的试算): an inquiry within an explanation adds no steps to it."""

import functools
from collections.abc import Callable
from typing import Any, TypeVar, cast

from gxinjury import explanations

F = TypeVar("F", bound=Callable[..., Any])


def unobserved(inquiry: F) -> F:
    """Mark an inquiry: what its trials do is no step of an explanation that it is asked in."""

    @functools.wraps(inquiry)
    def quietly(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  (typed as the inquiry)
        with explanations.unobserved():
            return inquiry(*args, **kwargs)

    return cast("F", quietly)
