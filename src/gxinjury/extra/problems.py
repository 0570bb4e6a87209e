"""Errors as problem documents of HTTP (错误的问题文档, RFC 9457), and the language that a caller asks for.

Nothing to install: any framework sends the table as ``application/problem+json``.
"""

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, Final

from gxinjury.errors import GxInjuryError, InvalidFactError, NotInForceError, OutOfScopeError
from gxinjury.texts import Language, is_chinese

__all__ = ["MEDIA_TYPE", "STATUS", "language_of", "problem"]

MEDIA_TYPE: Final = "application/problem+json"
"""The media type of a problem document."""

STATUS: Final[Mapping[str, HTTPStatus]] = MappingProxyType(
    {
        InvalidFactError.kind: HTTPStatus.UNPROCESSABLE_ENTITY,
        NotInForceError.kind: HTTPStatus.CONFLICT,
        OutOfScopeError.kind: HTTPStatus.CONFLICT,
    }
)
"""The status of each kind of error, 422 where the caller mends a fact; 409 where nothing in the request is wrong, but
the law as published has no answer to it."""


def problem(error: GxInjuryError, language: Language = "en", *, types: str | None = None) -> dict[str, Any]:
    """Return an error as a problem document.

    Args:
        error: Any error of this library.
        language: The language of ``detail``; ``message`` holds both.
        types: What the code is put behind to make ``type``, as ``"/problems/"``; None: ``about:blank``.

    Returns:
        ``type``, ``title``, ``status`` and ``detail``, and beside them kind, code, path, clause, values, message and
        ``faults``: every fault, where the data had several. Ids of natural persons are masked.

    >>> from datetime import date
    >>> from gxinjury.construction import Contract
    >>> try:
    ...     Contract(0, date(2015, 3, 1), date(2017, 3, 1))
    ... except GxInjuryError as error:
    ...     found = problem(error, types="/problems/")
    >>> found["type"], found["status"], found["path"], found["detail"]
    ('/problems/not_above_zero', 422, ['price'], 'Contract.price must be above zero, got 0')
    """
    status = STATUS[error.kind]
    return {
        "type": "about:blank" if types is None else f"{types}{error.code}",
        "title": status.phrase,
        "status": int(status),
        "detail": error.text(language),
        **error.as_dict(),
    }


def language_of(accepted: str | None, default: Language = "zh") -> Language:
    """Return the language that an ``Accept-Language`` header asks for most.

    Args:
        accepted: The header; None where there is none. What cannot be read of it is passed over.
        default: The language where it asks for neither Chinese nor English.

    >>> language_of("fr, en;q=0.8, zh-CN;q=0.5"), language_of("zh-Hans-CN,zh;q=0.9"), language_of(None)
    ('en', 'zh', 'zh')
    """
    asked = [(_quality(weight), tag.strip().lower()) for tag, weight in map(_parted, (accepted or "").split(","))]
    ranked = sorted((one for one in asked if one[0] > 0), key=lambda one: -one[0])
    known = (tag.split("-")[0] for _, tag in ranked)
    return next((tag for tag in known if tag in ("zh", "en")), "zh" if is_chinese(default) else "en")


def _parted(one: str) -> tuple[str, str]:
    tag, _, weight = one.partition(";")
    return tag, weight.strip().removeprefix("q=") or "1"


def _quality(weight: str) -> float:
    """Return how much a language is wanted: 0 where that cannot be read."""
    try:
        return float(weight)
    except ValueError:
        return 0
