"""Termination subsidies by Guangxi's dated tables (REG-36, REG-37, ORDER18, GZF73, ORDER117, GZF62)."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, InvalidFactError, NotInForceError, OutOfScopeError, explain
from gxinjury.benefits import (
    AverageWage,
    TerminationGround,
    TerminationSubsidies,
    termination_subsidies,
)
from gxinjury.law.clauses import GZF73, ORDER18, ORDER117
from gxinjury.law.readings import CompletionEndsRelation, TerminationTable
from gxinjury.law.regulation import Payer
from gxinjury.money import Rate
from tests.benefits.drawn import told

FUND, EMPLOYER = Payer.FUND, Payer.EMPLOYER
AVERAGE: Final = AverageWage(120_000, "on_post", 2019)
BY_INJURY: Final = LAW.reading(TerminationTable.BY_INJURY)
FROM_2017: Final = date(2017, 1, 5)
UNTIL_2017: Final = date(2017, 1, 4)
OLD: Final = {5: (18, 16), 6: (16, 14), 7: (14, 12), 8: (12, 10), 9: (10, 8), 10: (8, 6)}
NEW: Final = {5: (20, 18), 6: (18, 16), 7: (15, 13), 8: (13, 11), 9: (11, 9), 10: (9, 7)}
GRADES: Final = st.integers(5, 10)
WISH, EXPIRY, COMPLETION = TerminationGround.OWN_WISH, TerminationGround.EXPIRY, TerminationGround.COMPLETION


def _ended(grade: int, ended_on: date, wage: Decimal | int = 10_000, **facts: Any) -> TerminationSubsidies:  # noqa: ANN401
    return termination_subsidies(grade, wage, ended_on=ended_on, average=AVERAGE, **facts)


class TestTables:
    """Three tables, by the day the relation ended."""

    @pytest.mark.clause(
        "ORDER18-medical",
        "ORDER18-employment",
        "GZF73-medical",
        "GZF73-employment",
        "ORDER117-medical",
        "ORDER117-employment",
    )
    @pytest.mark.parametrize(
        ("day", "table", "payer", "instrument"),
        [
            (date(2007, 1, 1), OLD, EMPLOYER, ORDER18),
            (date(2010, 12, 31), OLD, EMPLOYER, ORDER18),
            (date(2011, 1, 1), OLD, FUND, GZF73),
            (UNTIL_2017, OLD, FUND, GZF73),
            (FROM_2017, NEW, FUND, ORDER117),
            (date(2024, 1, 1), NEW, FUND, ORDER117),
        ],
    )
    @pytest.mark.parametrize("grade", range(5, 11))
    def test_months_and_payers(
        self,
        grade: int,
        day: date,
        table: dict[int, tuple[int, int]],
        payer: Payer,
        instrument: Any,  # noqa: ANN401  (an instrument, for its clauses)
    ) -> None:
        """On both sides of each change, each grade has its months, payers and clauses."""
        due = _ended(grade, day)
        medical, employment = table[grade]
        assert told(due.medical, due.employment) == (10_000 * medical, 10_000 * employment)
        assert (due.medical_payer, due.employment_payer) == (payer, EMPLOYER)
        assert due.clauses == (instrument.clause("medical"), instrument.clause("employment"))

    def test_before_2007_nothing_is_known(self) -> None:
        """The day before the first table there is none."""
        with pytest.raises(NotInForceError, match="2006-12-31"):
            _ended(7, date(2006, 12, 31))

    @given(GRADES, GRADES, st.dates(date(2007, 1, 1), date(2030, 1, 1)), st.integers(1, 10**6))
    def test_a_worse_grade_never_earns_less(self, one: int, other: int, day: date, wage: int) -> None:
        """On any day the lower number draws at least as much, of either subsidy."""
        worse, better = (_ended(grade, day, wage) for grade in sorted((one, other)))
        assert worse.medical is not None
        assert better.medical is not None
        assert worse.medical >= better.medical
        assert worse.employment is not None
        assert better.employment is not None
        assert worse.employment >= better.employment

    @given(GRADES, st.dates(date(2007, 1, 1), date(2016, 12, 31)), st.integers(1, 10**5), st.integers(1, 9))
    def test_linear_in_the_wage(self, grade: int, day: date, wage: int, times: int) -> None:
        """Without limits, so many times the wage is so many times the subsidy."""
        once = _ended(grade, day, wage).medical
        assert once is not None
        assert _ended(grade, day, wage * times).medical == once * times

    @given(GRADES, st.dates(date(2007, 1, 1), date(2030, 1, 1)))
    def test_explaining_changes_nothing(self, grade: int, day: date) -> None:
        """Asked why, the rule answers the same."""
        assert explain(termination_subsidies, grade, 5000, ended_on=day, average=AVERAGE).outcome == _ended(
            grade, day, 5000
        )


@pytest.mark.clause("ORDER117-transition")
class TestOldInjury:
    """Which table an old injury falls under is a reading."""

    def test_by_termination_or_by_injury(self) -> None:
        """Hurt in 2016, ended in 2020: the table of 2017 by default, the older one by reading."""
        facts: dict[str, Any] = {"injured_on": date(2016, 5, 1)}
        assert _ended(10, date(2020, 1, 1), **facts).medical == 90_000
        assert _ended(10, date(2020, 1, 1), **facts, law=BY_INJURY).medical == 80_000

    def test_by_injury_needs_the_injury(self) -> None:
        """The reading asks for the day of the injury and says so."""
        with pytest.raises(InvalidFactError, match=r"termination_subsidies\.injured_on must be given"):
            _ended(10, date(2020, 1, 1), law=BY_INJURY)

    def test_the_reading_is_a_caution(self) -> None:
        """The table is inferred, so the explanation names the other reading."""
        cautions = explain(termination_subsidies, 10, 5000, ended_on=UNTIL_2017).cautions
        assert any("BY_INJURY" in caution.en for caution in cautions)


@pytest.mark.clause("ORDER117-cap", "ORDER117-floor", "ORDER117-wage")
class TestWage:
    """From 2017-01-05 the wage lies between 60 and 300% of the region's on-post average."""

    @pytest.mark.parametrize(
        ("wage", "counted"),
        [
            ("5999.99", "6000"),
            ("6000", "6000"),
            ("6000.01", "6000.01"),
            ("29999.99", "29999.99"),
            ("30000", "30000"),
            ("30000.01", "30000"),
        ],
    )
    def test_limits(self, wage: str, counted: str) -> None:
        """On both sides of both limits, of an average of 10,000 a month."""
        due = _ended(10, FROM_2017, Decimal(wage))
        assert due.wage == Decimal(counted)
        assert due.medical == 9 * Decimal(counted)

    @pytest.mark.parametrize("wage", [100, 100_000])
    def test_no_limits_before(self, wage: int) -> None:
        """The day before, the own wage counts as it is."""
        assert _ended(10, UNTIL_2017, wage).wage == wage

    def test_the_published_average(self) -> None:
        """Without an average the published one of the year before the termination is taken: 79,516 of 2019."""
        assert termination_subsidies(10, 100_000, ended_on=date(2020, 12, 31)).wage == Decimal(79_516) / 4
        assert termination_subsidies(10, 100_000, ended_on=date(2021, 1, 1)).wage == Decimal("21527.75")

    def test_a_year_that_nobody_published(self) -> None:
        """The average of 2018 is not published: the refusal says what to supply."""
        with pytest.raises(NotInForceError, match=r"supply it with law\.with_figure"):
            termination_subsidies(10, 5000, ended_on=date(2019, 5, 1))

    def test_the_floor_is_inferred(self) -> None:
        """Only the floor carries the caution of an inferred figure, and a strict law refuses it."""
        cautions = explain(termination_subsidies, 10, 5000, ended_on=FROM_2017, average=AVERAGE).cautions
        assert [caution.en for caution in cautions if "inferred" in caution.en] == [
            "floor of the wage at termination from 2017-01-05 is inferred"
        ]
        with pytest.raises(NotInForceError, match="published figures only"):
            _ended(10, FROM_2017, law=LAW.only_verified())


class TestGround:
    """Grades 5 and 6 on the worker's own wish, 7 to 10 also on expiry, project workers from 2019 at completion."""

    @pytest.mark.clause("REG-36", "REG-37")
    @pytest.mark.parametrize("grade", range(5, 11))
    @pytest.mark.parametrize("ground", [WISH, EXPIRY])
    def test_wish_and_expiry(self, grade: int, ground: TerminationGround) -> None:
        """Expiry does not bring the subsidies to grades 5 and 6."""
        due = _ended(grade, date(2020, 1, 1), ground=ground)
        if ground is EXPIRY and grade in {5, 6}:
            assert told(due.wage, due.medical, due.employment, due.medical_payer) == (None, 0, 0, None)
            assert [(one.code, str(one.clause)) for one in due.findings] == [("not_due_on_ground", "REG-36")]
        else:
            assert due.medical
            assert due.findings == ()

    @pytest.mark.clause("GZF62-completion", "NN-5.4")
    @pytest.mark.parametrize("grade", [5, 7, 10])
    def test_completion(self, grade: int) -> None:
        """At completion, from 2019-01-01 on, for every grade from 5; the day before it is open, never none."""
        due = _ended(grade, date(2019, 1, 1), ground=COMPLETION, project_worker=True)
        assert due.medical
        assert due.employment
        assert due.findings == ()
        before = _ended(grade, date(2018, 12, 31), ground=COMPLETION, project_worker=True)
        assert (before.wage, before.medical, before.employment) == (None, None, None)
        assert (before.medical_payer, before.employment_payer) == (Payer.FUND, Payer.EMPLOYER)
        assert [str(clause) for clause in before.clauses] == ["ORDER117-medical", "ORDER117-employment"]
        assert [(one.code, str(one.clause)) for one in before.findings] == [("needs_how_ended", "NN-5.4")]

    @pytest.mark.clause("NN-5.4")
    @pytest.mark.parametrize(
        ("grade", "day", "medical", "employment"),
        [
            (7, date(2016, 6, 30), 14 * 4000, 12 * 4000),
            (5, date(2016, 6, 30), 18 * 4000, 16 * 4000),
            (10, date(2011, 1, 1), 8 * 4000, 6 * 4000),
            (10, date(2018, 12, 31), 9 * 6000, 7 * 6000),
        ],
    )
    def test_completion_ends_it(self, grade: int, day: date, medical: int, employment: int) -> None:
        """X7: to the letter the completion makes both due in every year, by the table of its day."""
        law = LAW.reading(CompletionEndsRelation.AT_COMPLETION)
        due = _ended(grade, day, 4000, ground=COMPLETION, project_worker=True, law=law)
        assert told(due.medical, due.employment) == (medical, employment)
        assert (due.medical_payer, due.employment_payer) == (Payer.FUND, Payer.EMPLOYER)

    def test_completion_is_for_project_workers(self) -> None:
        """A worker who was not enrolled by project has no such ground."""
        with pytest.raises(InvalidFactError, match=r"termination_subsidies\.ground may be COMPLETION for project"):
            _ended(7, date(2020, 1, 1), ground=COMPLETION)

    @pytest.mark.parametrize(("grade", "clause"), [(5, "REG-36"), (6, "REG-36"), (7, "REG-37"), (10, "REG-37")])
    def test_what_the_article_of_the_grade_does_not_name_is_left_open(self, grade: int, clause: str) -> None:
        """The employer ending it, and an end past retirement age: refused under the grade's article, not guessed."""
        for facts, message in (
            ({"ground": TerminationGround.EMPLOYER}, "the employer ends the relation"),
            ({"retires_on": date(2020, 1, 1)}, "at or above retirement age"),
        ):
            with pytest.raises(OutOfScopeError, match=message) as refused:
                _ended(grade, date(2020, 1, 1), **facts)
            assert str(refused.value.clause) == clause

    @pytest.mark.clause("REG-35")
    @pytest.mark.parametrize("grade", [1, 4])
    def test_grades_1_to_4_keep_the_relation(self, grade: int) -> None:
        """Neither subsidy is due to them, on no ground."""
        for ground in TerminationGround:
            due = _ended(grade, date(2020, 1, 1), ground=ground, project_worker=True)
            assert told(due.medical, due.employment) == (0, 0)
            assert [finding.code for finding in due.findings] == ["relation_kept"]


class TestRetirement:
    """Near retirement age the employment subsidy needs a scale; at it, project workers have the medical one only."""

    @pytest.mark.clause("ORDER117-retirement")
    @pytest.mark.parametrize(
        ("retires_on", "needs"),
        [(date(2025, 6, 1), False), (date(2025, 5, 31), True), (date(2020, 6, 2), True), (None, False)],
    )
    def test_the_last_five_years(self, retires_on: date | None, needs: bool) -> None:
        """Five years to the day are far enough; a day less needs the scale, the medical subsidy never does."""
        due = _ended(9, date(2020, 6, 1), retires_on=retires_on)
        assert due.medical == 110_000
        assert due.employment == (None if needs else 90_000)

    @pytest.mark.clause("ORDER117-retirement")
    def test_a_scale_supplied(self) -> None:
        """The caller's scale is applied to the employment subsidy alone, near retirement alone, with a caution."""
        scale = Rate.percent(60)
        near = {"ended_on": date(2020, 6, 1), "retires_on": date(2024, 1, 1), "scale": scale, "average": AVERAGE}
        asked = explain(termination_subsidies, 9, 10_000, **near)  # type: ignore[arg-type]  # a dict of facts
        assert told(asked.outcome.medical, asked.outcome.employment) == (110_000, 54_000)
        assert any("60%" in caution.en for caution in asked.cautions)
        assert _ended(9, date(2020, 6, 1), retires_on=date(2030, 1, 1), scale=scale).employment == 90_000

    def test_before_2017_nothing_is_known_to_shrink(self) -> None:
        """Under the older tables the subsidy is full, with a caution; the next day it needs the scale."""
        facts: dict[str, Any] = {"retires_on": date(2019, 1, 1), "average": AVERAGE}
        asked = explain(termination_subsidies, 9, 10_000, ended_on=UNTIL_2017, **facts)
        assert asked.outcome.employment == 80_000
        assert any("is not established" in caution.en for caution in asked.cautions)
        assert _ended(9, FROM_2017, retires_on=date(2019, 1, 1)).employment is None

    @pytest.mark.clause("GZF62-retired")
    @pytest.mark.parametrize("retires_on", [date(2019, 1, 1), date(2010, 1, 1)])
    def test_project_workers_of_retirement_age(self, retires_on: date) -> None:
        """From 2019-01-01, on the very birthday or later, the medical subsidy only."""
        due = _ended(9, date(2019, 1, 1), retires_on=retires_on, project_worker=True)
        assert told(due.medical, due.employment) == (110_000, 0)
        assert [finding.code for finding in due.findings] == ["medical_only"]

    @pytest.mark.clause("GZF62-retired")
    @pytest.mark.parametrize(
        ("day", "project_worker"), [(date(2018, 12, 31), True), (date(2019, 1, 1), False), (date(2016, 1, 1), False)]
    )
    def test_others_of_retirement_age_are_left_open(self, day: date, project_worker: bool) -> None:
        """Before 2019, and for who was not enrolled by project, no text seen says what follows."""
        with pytest.raises(OutOfScopeError, match="retirement age"):
            _ended(9, day, retires_on=day, project_worker=project_worker)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"grade": 0}, "grade"),
        ({"grade": "7"}, "grade"),
        ({"wage_at_termination": 0}, "wage_at_termination"),
        ({"ended_on": None}, "ended_on"),
        ({"injured_on": date(2020, 1, 2)}, "ended_on"),
        ({"injured_on": "2020"}, "injured_on"),
        ({"retires_on": "2020"}, "retires_on"),
        ({"ground": "wish"}, "ground"),
        ({"project_worker": "no"}, "project_worker"),
        ({"scale": "60%"}, "scale"),
        ({"scale": Rate.percent("100.01")}, "scale"),
        ({"average": 7000}, "average"),
    ],
)
def test_bad_facts(facts: dict[str, Any], field: str) -> None:
    """Each fact that breaks a rule is refused by name, a termination before the injury among them."""
    right: dict[str, Any] = {"grade": 7, "wage_at_termination": 5000, "ended_on": date(2020, 1, 1)}
    with pytest.raises(InvalidFactError, match=rf"termination_subsidies\.{field} must"):
        termination_subsidies(**{**right, **facts})
