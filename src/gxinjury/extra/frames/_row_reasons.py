"""Why a row came out so (单行理由): its facts asked of the rule of one case, with reasons."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

import attrs

from gxinjury import benefits, construction, couriers
from gxinjury.benefits import DeathAnchor, Dependant, DependantKind
from gxinjury.explanations import Explanation, explain
from gxinjury.extra.frames._sheets import names_of
from gxinjury.facts import Yuan
from gxinjury.law import Law
from gxinjury.money import FEN, Share, times
from gxinjury.periods import Period


@attrs.frozen
class _Row:
    """A row, with how the question was told to read it."""

    row: Mapping[str, Any]
    asked: Mapping[str, Any]

    def get(self, field: str) -> Any:  # noqa: ANN401  (a value)
        """Return a fact, None where there is no column of it."""
        return self.row.get(self._column(field, (field,)))

    def yuan(self, field: str) -> Any:  # noqa: ANN401  (an amount, or none)
        """Return an amount in yuan, None where there is none."""
        column = self._column(field, names_of(field))
        value = self.row.get(column)
        if value is None:
            return None
        unit = self.asked.get("unit") or column.rpartition("_")[2]
        exact = Decimal(str(value))
        return times(exact, FEN) if unit == "fen" else Yuan(exact)

    def wage(self) -> Any:  # noqa: ANN401  (an amount)
        """Return a wage, which may stand in two columns."""
        columns = self.asked.get("wage", ("base_num", "base_den"))
        if isinstance(columns, str):
            return self.yuan("wage")
        part, whole = (self.row[column] for column in columns)
        return Share(part, whole).of(FEN)

    def on(self) -> Any:  # noqa: ANN401  (a day, or none)
        """Return the day whose figures apply, None for the last on which they changed."""
        named = self.asked.get("on")
        return self.row[named] if isinstance(named, str) else named

    def _column(self, field: str, names: tuple[str, ...]) -> str:
        named = self.asked.get(field)
        return named if isinstance(named, str) else next((one for one in names if one in self.row), "")


def _premium(row: _Row, law: Law) -> Explanation[Any]:
    contract = construction.Contract(
        row.yuan("price"), row.get("commencement"), row.get("completion"), row.yuan("bid_price")
    )
    more = {"started_on": row.get("started_on"), "relief": row.asked.get("relief")}
    return explain(construction.project_premium, contract, paid_on=row.get("paid_on"), **more, law=law)


def _disability_subsidy(row: _Row, law: Law) -> Explanation[Any]:
    return explain(benefits.lump_sum_disability_subsidy, row.get("grade"), row.wage(), on=row.on(), law=law)


def _pension(row: _Row, law: Law) -> Explanation[Any]:
    named = [Dependant("spouse", DependantKind.SPOUSE, bool(row.get("spouse_alone")))] if row.get("spouse") else []
    lone = row.get("others_alone") or 0
    named += [Dependant(f"{one}", DependantKind.OTHER, one <= lone) for one in range(1, row.get("others") + 1)]
    in_life = row.yuan("wage_in_life")
    return explain(benefits.dependants_pension, named, row.wage(), wage_in_life=in_life, on=row.on(), law=law)


def _death_subsidy(row: _Row, law: Law) -> Explanation[Any]:
    day, income = row.get("anchored_on"), row.yuan("income")
    return explain(benefits.lump_sum_death_subsidy, day, anchor=DeathAnchor.DEATH, income=income, law=law)


def _meals(row: _Row, law: Law) -> Explanation[Any]:
    return explain(benefits.hospital_meals, Period(row.get("first"), row.get("last")), law=law)


def _headcount(row: _Row, law: Law) -> Explanation[Any]:
    rates = {"rate": row.asked["rate"], "relief": row.asked.get("relief")}
    base = row.yuan("monthly_base")
    return explain(couriers.headcount_premium, persons=row.get("persons"), monthly_base=base, **rates, law=law)


_RULES: Final[Mapping[str, Callable[[_Row, Law], Explanation[Any]]]] = MappingProxyType(
    {
        "project_premium": _premium,
        "lump_sum_disability_subsidy": _disability_subsidy,
        "dependants_pension": _pension,
        "lump_sum_death_subsidy": _death_subsidy,
        "hospital_meals": _meals,
        "headcount_premium": _headcount,
    }
)


def reason_of(
    question: Callable[..., Any], row: Mapping[str, Any], law: Law, asked: Mapping[str, Any]
) -> Explanation[Any] | None:
    """Return why a row is answered so; None for a question of several records, or of the caller's own."""
    if not str(getattr(question, "__module__", "")).startswith("gxinjury.extra.frames."):
        return None
    rule = _RULES.get(question.__name__)
    return None if rule is None else rule(_Row(row, asked), law)
