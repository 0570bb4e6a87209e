"""The statute book (法典): what the texts say, as data; how it is applied stands in the rooms."""

from datetime import date
from typing import Final, Self, cast

import attrs

from gxinjury.law import construction, determination
from gxinjury.money import Rate
from gxinjury.statutes import Statute
from gxinjury.texts import Text
from gxinjury.timelines import Timeline

__all__ = ["LAW", "Law"]


@attrs.frozen
class Law(Statute):
    """The law that a rule is asked under: dated figures, and the readings that depart from the default.

    ``Law()`` is the law as it stands. A reform is ``attrs.evolve(LAW, ...)`` or ``LAW.with_figure(...)``.

    >>> from gxinjury.law.readings import ElapsedTime
    >>> LAW.reading(ElapsedTime.MONTHS).readings
    (ElapsedTime.MONTHS,)
    """

    nanning_notice: Timeline[Text] = construction.NANNING_NOTICE
    project_premium_rate: Timeline[Rate] = construction.PROJECT_PREMIUM_RATE
    new_starts_from: Timeline[date] = construction.NEW_STARTS_FROM
    delay_notice_days: Timeline[int] = construction.DELAY_NOTICE_DAYS
    warranty_filing_days: Timeline[int] = construction.WARRANTY_FILING_DAYS
    name_change_days: Timeline[int] = construction.NAME_CHANGE_DAYS
    sudden_illness_hours: Timeline[int] = determination.SUDDEN_ILLNESS_HOURS
    employer_filing_days: Timeline[int] = determination.EMPLOYER_FILING_DAYS
    worker_filing_months: Timeline[int] = determination.WORKER_FILING_MONTHS
    extension_cap_days: Timeline[int] = determination.EXTENSION_CAP_DAYS
    report_hours: Timeline[int] = determination.REPORT_HOURS
    decision_days: Timeline[int] = determination.DECISION_DAYS
    clear_decision_days: Timeline[int] = determination.CLEAR_DECISION_DAYS
    assessment_days: Timeline[int] = determination.ASSESSMENT_DAYS
    assessment_extension_days: Timeline[int] = determination.ASSESSMENT_EXTENSION_DAYS
    reassessment_days: Timeline[int] = determination.REASSESSMENT_DAYS
    review_months: Timeline[int] = determination.REVIEW_MONTHS

    def as_it_stands(self) -> Self:
        """Return the law as it stands."""
        return cast("Self", LAW)


LAW: Final = Law()
"""The law as it stands, with the default readings."""
