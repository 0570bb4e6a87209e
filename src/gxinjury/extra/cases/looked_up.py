"""Steps that are computed once for every way to read the texts (逐一口径的中间结果).

An answer rests on steps that many answers share, as every injury of a case on the day on which the premium counts as
paid. Asked under all readings, a shared step would be computed again for every combination of the readings that come
after it, and of those that it looks at though they change nothing.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from gxinjury.errors import GxInjuryError
from gxinjury.inquiry import Refusal, readings_that_matter
from gxinjury.law import Law

if TYPE_CHECKING:
    from gxinjury.statutes import Reading

T = TypeVar("T")


class LookedUp(Generic[T]):
    """What a rule answers of a case under any readings, the figures being those of the law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input.

    >>> from datetime import date
    >>> from gxinjury import LAW
    >>> from gxinjury.construction.delay import delay_papers_deadline
    >>> from gxinjury.law.readings import DelayFilingDay
    >>> papers = LookedUp(delay_papers_deadline, {"expiry": date(2016, 6, 30)}, LAW)
    >>> str(papers.under(LAW)), str(papers.under(LAW.reading(DelayFilingDay.THIRTY_CLEAR_DAYS)))
    ('2016-05-31', '2016-05-30')
    """

    def __init__(self, rule: Callable[..., T], facts: Mapping[str, object], law: Law) -> None:
        self.rule = rule
        self.facts = facts
        found = readings_that_matter(rule, facts, law=law)
        self.kinds: list[type[Reading]] = [one.reading for one in found]
        # What makes no difference is left out of the rows: those that are alike then have the same outcome.
        rows = ((frozenset(one for one in row.values if type(one) in self.kinds), row.outcome) for row in found.rows)
        self.rows: dict[frozenset[Any], T | Refusal] = dict(rows)

    def under(self, law: Law) -> T:
        """Return the outcome under the readings of a law, of which those are consulted that make a difference.

        Raises:
            GxInjuryError: The rule has no answer under them.
        """
        chosen = {law.choice(kind) for kind in self.kinds}
        outcome = next(outcome for members, outcome in self.rows.items() if members <= chosen)
        return self.rule(**self.facts, law=law) if isinstance(outcome, Refusal) else outcome


def on_steps(question: Callable[..., T]) -> Callable[..., T]:
    """Return a question that takes in place of a fact the step that it comes from, looked up under the law asked."""

    @wraps(question)
    def asked(*, law: Law, **facts: object) -> T:
        known = {name: fact.under(law) if isinstance(fact, LookedUp) else fact for name, fact in facts.items()}
        return question(**known, law=law)

    return asked


def found_or_refused(call: Callable[[], T]) -> T | Refusal:
    """Return what an inquiry finds; where a fact that it needs is missing, or it would take too long, what says so."""
    try:
        return call()
    except GxInjuryError as error:
        return Refusal.of(error)
