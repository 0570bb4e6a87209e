"""Answers in a notebook (笔记本): :func:`use` sets the language once, and every answer shows itself in it.

Nothing to install: whoever has a notebook has IPython.
"""

from base64 import b64encode
from enum import Enum
from functools import partial
from html import escape
from typing import Any, Final

import attrs

from gxinjury.citations import Clause
from gxinjury.errors import GxInjuryError
from gxinjury.explanations import Explanation
from gxinjury.findings import Finding
from gxinjury.inquiry.outcomes import Told
from gxinjury.inquiry.results import Result
from gxinjury.interpretations import Reading
from gxinjury.periods import Period
from gxinjury.privacy import mask, printable
from gxinjury.records import Record
from gxinjury.statutes import Statute
from gxinjury.tabulation import Table, tabulated
from gxinjury.texts import Language, Text, is_chinese, written

__all__ = ["use"]

_NO_NOTEBOOK: Final = Text(
    zh="use 只能在笔记本或 IPython 中使用（pip install ipython）；别处请用 print(table(结果, language='zh'))",
    en="use is for a notebook or IPython (pip install ipython); elsewhere print(table(answer, language='zh'))",
)
_MIND: Final = Text(zh="注意", en="mind")
_LAW: Final = Text(zh="现行规定", en="the law as it stands")
_CITED: Final = Text(zh="{clause}：{says}", en="{clause}: {says}")

_ALTAIR: Final = ("altair.vegalite.v5.api", "altair.vegalite.v6.api")
_ROWS: Final = (Record, Clause, Finding, Period)
_KINDS: Final = (Table, Record, Explanation, Told, Finding, Clause, Statute, Enum, tuple, list)


def use(language: Language = "en") -> None:
    """Show every answer of the library in a language from here on, in this notebook only.

    Records and sequences of them are tables, ids masked; explanations fold, with what to mind open above them; charts
    are pictures with their description, drawn here and fetched from nowhere. Call it again to change the language.
    Nothing in the library remembers it: it stands with the notebook's formatters, and ``print`` is English as before.

    Args:
        language: The language.

    Raises:
        InvalidFactError: It is another language.
        GxInjuryError: This is no notebook, or IPython is not installed.

    >>> use("zh")
    Traceback (most recent call last):
    gxinjury.errors.GxInjuryError: use is for a notebook or IPython (pip install ipython); elsewhere \
print(table(answer, language='zh'))
    """
    is_chinese(language)
    display = _shell().display_formatter
    for kind in _KINDS:
        display.formatters["text/html"].for_type(kind, partial(_html, language=language))
    for module in _ALTAIR:
        display.mimebundle_formatter.for_type_by_name(module, "TopLevelMixin", _picture)


def _shell() -> Any:  # noqa: ANN401  # of IPython, which need not be there
    try:
        from IPython import get_ipython  # noqa: PLC0415  # there is none without a notebook
    except ImportError:
        shell = None
    else:
        shell = get_ipython()
    if shell is None:
        raise GxInjuryError(_NO_NOTEBOOK, code="no_notebook")
    return shell


def _picture(chart: Any, **asked: object) -> tuple[dict[str, str], dict[str, str]]:  # noqa: ANN401  # of altair
    """Return a chart as a picture with its description, which no other machine is asked for."""
    from gxinjury.extra.charts.saving import svg  # noqa: PLC0415  # whoever has a chart has what draws it

    del asked
    told = chart.description if isinstance(chart.description, str) else ""
    data = b64encode(svg(chart).encode()).decode()
    picture = f'<img alt="{escape(told)}" src="data:image/svg+xml;base64,{data}">'
    return {"text/html": picture, "text/plain": told}, {}


def _html(one: Any, language: Language) -> str | None:  # noqa: ANN401  # any answer
    """Return an answer as HTML; None for what is none of ours, which shows itself as ever."""
    match one:
        case tuple() | list():
            return tabulated(one, language).without_blanks()._repr_html_() if _are_records(one) else None
        case Table():
            return attrs.evolve(one, language=language)._repr_html_()
        case Explanation():
            return _explained(one, language)
        case Result():
            return one.html(language)
        case Record() if callable(html := getattr(one, "html", None)):  # a study has several tables
            return str(html(language))
        case Record():
            return tabulated(one, language).without_blanks()._repr_html_()
        case _:
            lines = "<br>".join(escape(mask(printable(line))) for line in _text(one, language).splitlines())
            return f'<span lang="{escape(language)}">{lines}</span>' if lines else None


def _text(one: Any, language: Language) -> str:  # noqa: ANN401  # any answer
    """Return an answer in words; nothing for an enum of others."""
    match one:
        case Told():
            return one.text(language)
        case Reading():
            return _CITED.say(language, clause=one.clause, says=one.named)
        case Enum():
            return written(one, language) if isinstance(one.value, Text) else ""
        case Clause():
            return _CITED.say(language, clause=one, says=one.says)
        case Statute():
            return "\n".join(text.say(language) for text in one.departures() or (_LAW,))
        case _:
            return written(one, language)


def _are_records(several: Any) -> bool:  # noqa: ANN401  # a sequence
    """Return whether a plain sequence holds records, and nothing else."""
    return type(several) in (tuple, list) and len(several) > 0 and all(isinstance(one, _ROWS) for one in several)


def _explained(one: Explanation[Any], language: Language) -> str:
    """Return an explanation that folds, what to mind open above it."""
    lines = "".join(f"<li>{escape(caution.say(language))}</li>" for caution in one.cautions)
    mind = f"<p>{_MIND.say(language)}</p><ul>{lines}</ul>" if lines else ""
    return f'<div lang="{escape(language)}">{mind}{one.html(language)}</div>'
