"""Charts of sweeps (逐日试算图): a premium by the day it is paid under readings, any outcome by a day that moves."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

import altair as alt

from gxinjury.citations import Clause
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.extra.charts import _canvas as canvas
from gxinjury.extra.charts._canvas import Chart, Row
from gxinjury.facts import check_instance
from gxinjury.inquiry.outcomes import Refusal
from gxinjury.inquiry.sweeps import DaysWhen, Spell
from gxinjury.interpretations import Reading
from gxinjury.law.clauses import NN
from gxinjury.periods import day_after
from gxinjury.telling import told
from gxinjury.texts import Language, Text

__all__ = ["days_chart", "premium_chart"]

_PREMIUM: Final = Text(zh="按缴费日计算的项目工伤保险费", en="The project premium by the day it is paid")
_PREMIUM_ALT: Final = Text(
    zh="折线图：{first} 至 {last} 每日缴费的应缴金额，共 {count} 种口径；下图为与“{base}”相差的金额。",
    en="Lines: what is due when paid on each day from {first} to {last}, readings: {count}; below, by how much each "
    "differs from: {base}.",
)
_SWEEP: Final = Text(zh="{rule}随{field}的变化", en="{rule}, by {field}")
_SWEEP_ALT: Final = Text(
    zh="{rule}：{first} 至 {last}，{field}逐日变动的结果，共 {count} 段。",
    en="{rule} for each day of {field} from {first} to {last}; spells: {count}.",
)
_PAID_ON: Final = Text(zh="缴费日", en="paid on")
_DIFFERENCE: Final = Text(zh="相差（元）", en="difference (yuan)")
_HELD_AGAINST: Final = Text(zh="下图：与“{base}”相差的金额", en='below: the difference from "{base}"')
_NO_ANSWER: Final = Text(zh="不能作答", en="refused")
_NO_ANSWER_FROM: Final = Text(zh="{day} 起不能作答 {clause}", en="from {day} refused {clause}")
_OUTCOME: Final = Text(zh="结果", en="outcome")
_NO_NUMBER: Final = FactRule(
    zh="每日的结果必须是金额（元）", en="must have amounts in yuan for outcomes", code="no_amounts"
)


def premium_chart(
    answers: Mapping[Any, DaysWhen[Decimal]], language: Language = "en", *, clauses: Iterable[Clause] = ()
) -> Chart:
    """Return a premium by the day it is paid, a line a reading, and below how far each lies from the first.

    A chart is not money: its data are floats, made of the exact amounts at the edge.

    Args:
        answers: What ``days_when`` answered, by the reading that was asked or a name.
        language: The language.
        clauses: What it rests on beside NN-1.1.2 and the clauses of the readings.

    Raises:
        InvalidFactError: There is none, there are more than six, or an outcome is neither an amount nor a refusal.

    >>> from gxinjury import LAW
    >>> from gxinjury.construction import Contract, project_premium
    >>> from gxinjury.inquiry import days_when
    >>> from gxinjury.law.readings import ElapsedTime
    >>> from gxinjury.periods import Period
    >>> contract = Contract(100_000_000, date(2014, 7, 1), date(2016, 6, 30))
    >>> def premium(contract, paid_on, law=LAW):
    ...     return project_premium(contract, paid_on=paid_on, law=law).total
    >>> asked = Period(date(2016, 1, 1), date(2016, 6, 30))
    >>> facts = {"contract": contract}
    >>> answers = {one: days_when(premium, facts, "paid_on", asked, law=LAW.reading(one)) for one in ElapsedTime}
    >>> premium_chart(answers, "zh").to_dict()["title"]["text"]
    '按缴费日计算的项目工伤保险费'
    """
    named = {canvas.said(one, language): answer for one, answer in answers.items()}
    canvas.few("premium_chart", "answers", list(named))
    for answer in named.values():
        _check("premium_chart", answer)
    first, last = _ends(named.values())
    lines = [row | {"reading": name} for name, one in named.items() for row in _stepped(one)]
    base, *others = named
    ends = (canvas.day(first), canvas.day(day_after(last)))
    domain = list(named)
    dashes = canvas.DASHES[: len(domain)]
    hues = canvas.LINES[: len(domain)]
    reading = alt.Color("reading:N", scale=alt.Scale(domain=domain, range=list(hues)), legend=canvas.lines_legend())
    dash = alt.StrokeDash("reading:N", scale=alt.Scale(domain=domain, range=list(dashes)), legend=canvas.lines_legend())
    amount = alt.Y("amount:Q", title=canvas.YUAN.say(language), axis=alt.Axis(format=",.0f"))
    panels = [_steps(lines, _PAID_ON.say(language), ends, amount, 260).encode(color=reading, strokeDash=dash)]
    more: list[str] = []
    if others:
        apart = [row | {"reading": name} for name in others for row in _apart(named[base], named[name])]
        more.append(_HELD_AGAINST.say(language, base=base))
        by_how_much = alt.Y("amount:Q", title=_DIFFERENCE.say(language), axis=alt.Axis(labelExpr=canvas.SIGNED))
        below = _steps(apart, _PAID_ON.say(language), ends, by_how_much, 150)
        panels.append(below.encode(color=reading, strokeDash=dash))
    more += dict.fromkeys(line for one in named.values() for line in _refused(one, language))
    cited = [NN.clause("1.1.2"), *(one.clause for one in answers if isinstance(one, Reading)), *clauses]
    alt_text = _PREMIUM_ALT.filled({"first": first, "last": last, "count": len(named), "base": base})
    return canvas.finished(alt.vconcat(*panels), _PREMIUM, cited, alt_text, language, *more)


def days_chart(
    answer: DaysWhen[Any], language: Language = "en", *, title: str | None = None, clauses: Iterable[Clause] = ()
) -> Chart:
    """Return what comes out on each day of a window: amounts as steps, anything else as a bar a spell.

    A chart is not money: its data are floats, made of the exact amounts at the edge.

    Args:
        answer: What ``days_when`` answered.
        language: The language.
        title: What it shows; None: the names of the rule and of the day that moves.
        clauses: What it rests on, beside the clauses of refusals.

    Raises:
        InvalidFactError: It is no such answer, or there is no day in it.

    >>> from gxinjury import LAW
    >>> from gxinjury.construction.late_payment import days_late
    >>> from gxinjury.inquiry import days_when
    >>> from gxinjury.periods import Period
    >>> facts = {"start": date(2015, 10, 8), "paid_on": date(2015, 10, 8), "first_new_start": date(2015, 1, 1)}
    >>> late = days_when(days_late, facts, "paid_on", Period(date(2015, 10, 1), date(2015, 10, 9)), law=LAW)
    >>> days_chart(late).to_dict()["title"]["text"]
    'days paid late, by paid on'
    """
    check_instance("days_chart", "answer", answer, DaysWhen)
    canvas.some("days_chart", "answer", answer.found)
    first, last = _ends([answer])
    ends = (canvas.day(first), canvas.day(day_after(last)))
    field = answer.field_label.say(language)
    kinds = {type(one.outcome) for one in answer} - {Refusal}
    named = {"rule": answer.label, "field": answer.field_label}
    heading = _SWEEP.filled(named) if title is None else Text(title, title)
    alt_text = _SWEEP_ALT.filled({**named, "first": first, "last": last, "count": len(answer)})
    cited = [
        *clauses,
        *(one.outcome.clause for one in answer if isinstance(one.outcome, Refusal) if one.outcome.clause),
    ]
    if kinds and kinds <= {int, Decimal}:
        unit = canvas.YUAN if answer.in_yuan or Decimal in kinds else _OUTCOME
        amount = alt.Y("amount:Q", title=unit.say(language), axis=alt.Axis(format=",.0f"))
        drawn = _steps(_stepped(answer), field, ends, amount, 280, color=canvas.INK)
        return canvas.finished(drawn, heading, cited, alt_text, language, *_refused(answer, language))
    return canvas.finished(_bars(answer, field, ends, language), heading, cited, alt_text, language)


def _steps(
    rows: Iterable[Row],
    title: str,
    ends: tuple[str, str],
    amount: alt.Y,
    height: int,
    **mark: Any,  # noqa: ANN401  # as altair takes them
) -> alt.Chart:
    line = alt.Chart(canvas.data_of(rows)).mark_line(interpolate="step-after", strokeWidth=2, **mark)
    drawn: alt.Chart = line.encode(x=canvas.days_axis(title, ends=ends), y=amount)
    return drawn.properties(width=canvas.WIDTH, height=height)


def _bars(answer: DaysWhen[Any], field: str, ends: tuple[str, str], language: Language) -> Chart:
    """Return spells as bars, a row for each outcome, its days at the bar."""
    rows = [
        {
            "outcome": _outcome(one, language),
            "day": canvas.day(one.period.first),
            "end": canvas.day(day_after(_last(one))),
            "days": canvas.said(one.period, language),
        }
        for one in answer
    ]
    order = list(dict.fromkeys(row["outcome"] for row in rows))
    base = alt.Chart(canvas.data_of(rows)).encode(
        x=canvas.days_axis(field, ends=ends),
        y=alt.Y("outcome:N", sort=order, title=None, axis=alt.Axis(labelLimit=280)),
    )
    bars = base.mark_bar(color=canvas.INK, height=14).encode(x2="end:T")
    labels = base.mark_text(align="left", baseline="bottom", dy=-9, fontSize=11).encode(text="days:N")
    drawn: Chart = alt.layer(bars, labels).properties(width=canvas.WIDTH, height=alt.Step(44))
    return drawn


def _check(chart: str, answer: object) -> None:
    check_instance(chart, "answers", answer, DaysWhen)
    canvas.some(chart, "answers", answer.found)  # type: ignore[attr-defined]
    for one in answer:  # type: ignore[attr-defined]
        if not isinstance(one.outcome, Decimal | Refusal):
            raise InvalidFactError(chart, "answers", _NO_NUMBER, one.outcome)


def _last(one: Spell[Any]) -> date:
    return one.period.last or one.period.first  # a spell of a window has its end


def _ends(answers: Iterable[DaysWhen[Any]]) -> tuple[date, date]:
    spells = [one for answer in answers for one in answer]
    return min(one.period.first for one in spells), max(map(_last, spells))


def _stepped(answer: DaysWhen[Any]) -> Iterator[Row]:
    """Yield each spell's first day and the day after it with its amount; after it a gap, unless another one follows."""
    for one, following in pairwise([*answer, None]):
        if isinstance(one.outcome, Refusal):
            continue
        end = day_after(_last(one))
        yield {"day": canvas.day(one.period.first), "amount": float(one.outcome)}
        yield {"day": canvas.day(end), "amount": float(one.outcome)}
        if following is None or following.period.first > end or isinstance(following.outcome, Refusal):
            yield {"day": canvas.day(end), "amount": None}


def _apart(base: DaysWhen[Any], other: DaysWhen[Any]) -> Iterator[Row]:
    """Yield how far an answer lies from another, on both ends of days on which neither moves."""
    spells = [one.period for answer in (base, other) for one in answer]
    ends = sorted({end for one in spells for end in (one.first, day_after(one.last or one.first))})
    for first, end in pairwise(ends):
        here, there = _amount_on(base, first), _amount_on(other, first)
        apart = None if here is None or there is None else float(there - here)
        yield {"day": canvas.day(first), "amount": apart}
        yield {"day": canvas.day(end), "amount": apart}


def _amount_on(answer: DaysWhen[Any], day: date) -> Decimal | None:
    found = next((one.outcome for one in answer if day in one.period), None)
    return found if isinstance(found, Decimal) else None


def _outcome(one: Spell[Any], language: Language) -> str:
    if isinstance(one.outcome, Refusal):
        clause = "" if one.outcome.clause is None else f" [{one.outcome.clause}]"
        return f"{_NO_ANSWER.say(language)}{clause}"
    return canvas.said(told(one.outcome, language), language)


def _refused(answer: DaysWhen[Any], language: Language) -> Iterator[str]:
    """Yield from which days there is no answer, for the lines under the title."""
    for one in answer:
        if isinstance(one.outcome, Refusal):
            clause = "" if one.outcome.clause is None else f"[{one.outcome.clause}]"
            yield _NO_ANSWER_FROM.say(language, day=one.period.first, clause=clause).strip()
