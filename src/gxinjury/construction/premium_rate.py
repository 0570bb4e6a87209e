"""The rate of the premium (适用费率): the notice's, less a temporary relief."""

from datetime import date
from typing import Final

from gxinjury.construction.findings import Cautions
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import caution, rule
from gxinjury.facts import check_instance
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.money import Rate
from gxinjury.texts import Text

__all__ = ["check_relief", "check_share", "premium_rate"]

_AT_MOST_ALL: Final = FactRule(zh="不得超过 100%", en="must not be above 100%", code="above_all")


@rule(NN.clause("1.1.2"), Text("适用费率", "rate applied"))
def premium_rate(paid_on: date, relief: Rate | None, law: Law) -> Rate:
    """Rate of the day of payment (NN-1.1.2), less the temporary relief that the caller names."""
    rate = law.project_premium_rate.on(paid_on)
    if relief is None:
        return rate
    caution(Cautions.relief_is_given, relief=relief)
    return rate.less(relief)


def check_relief(record: str, relief: Rate | None) -> None:
    """Refuse what is neither None nor a rate of at most all of the premium."""
    if relief is not None:
        check_share(record, "relief", relief)


def check_share(record: str, field: str, value: object) -> None:
    """Refuse what is no rate, or one of more than all."""
    check_instance(record, field, value, Rate)
    if isinstance(value, Rate) and value > Rate.percent(100):
        raise InvalidFactError(record, field, _AT_MOST_ALL, value)
