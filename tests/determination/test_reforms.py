"""Every limit is a figure of the law that is asked, and each question hands that law on."""

from collections.abc import Callable
from datetime import date
from typing import Final

import pytest

from gxinjury import LAW, NotInForceError
from gxinjury.determination import (
    assessment_deadline,
    decision_deadline,
    employer_deadline,
    filing_limits,
    reassessment_deadline,
    review_from,
    worker_deadline,
)
from gxinjury.law import Law
from gxinjury.texts import Text
from gxinjury.timelines import Entry

SINCE: Final = date(2020, 7, 1)
BEFORE: Final = date(2020, 6, 30)

QUESTIONS: Final[list[tuple[str, int, date, Callable[[date, Law], date]]]] = [
    ("employer_filing_days", 2, date(2020, 7, 3), lambda day, law: employer_deadline(day, law=law).raw),
    ("employer_filing_days", 2, date(2020, 7, 3), lambda day, law: filing_limits(day, law=law)[0].limit.raw),
    ("worker_filing_months", 2, date(2020, 9, 1), lambda day, law: worker_deadline(day, law=law).raw),
    ("worker_filing_months", 2, date(2020, 9, 1), lambda day, law: filing_limits(day, law=law)[1].limit.raw),
    ("decision_days", 2, date(2020, 7, 3), lambda day, law: decision_deadline(day, law=law).raw),
    (
        "clear_decision_days",
        2,
        date(2020, 7, 3),
        lambda day, law: decision_deadline(day, facts_clear=True, law=law).raw,
    ),
    ("assessment_days", 2, date(2020, 7, 3), lambda day, law: assessment_deadline(day, law=law).raw),
    (
        "assessment_extension_days",
        2,
        date(2020, 9, 1),
        lambda day, law: assessment_deadline(day, extended=True, law=law).raw,
    ),
    ("reassessment_days", 2, date(2020, 7, 3), lambda day, law: reassessment_deadline(day, law=law).raw),
    ("review_months", 2, date(2020, 9, 2), lambda day, law: review_from(day, law=law)),
]

every_question: Final = pytest.mark.parametrize(("figure", "value", "answer", "question"), QUESTIONS)


@pytest.mark.clause("REG-17.1", "REG-17.2", "REG-20", "REG-25", "REG-26", "REG-28")
@every_question
class TestReforms:
    """A reform moves the limits of the days from its own on, and no others."""

    def test_from_its_day(self, figure: str, value: int, answer: date, question: Callable[[date, Law], date]) -> None:
        """The day itself is under the reform, the day before is not."""
        reform = LAW.with_figure(figure, Entry(SINCE, value, Text(zh="试行", en="a trial")))
        assert question(SINCE, reform) == answer
        assert question(BEFORE, reform) == question(BEFORE, LAW)

    def test_before_the_regulation(
        self, figure: str, value: int, answer: date, question: Callable[[date, Law], date]
    ) -> None:
        """The first day of the Regulation as revised is answered, the day before is not."""
        assert figure in LAW.figures(), (value, answer)
        assert question(date(2011, 1, 1), LAW) > date(2011, 1, 1)
        with pytest.raises(NotInForceError):
            question(date(2010, 12, 31), LAW)
