"""How the campaign stands: stages, milestones, targets."""

from datetime import date, timedelta

import pytest

from gxinjury import LAW, InvalidFactError, NotInForceError
from gxinjury.couriers import (
    Counts,
    TargetAnswer,
    campaign_standing,
    milestones,
    stage_on,
)
from gxinjury.law.campaign import Body
from gxinjury.law.readings import CoverageUnit
from gxinjury.money import Rate

SEVENTY = Rate.percent(70)


@pytest.mark.clause("GX-3.1", "GX-3.2", "GX-3.3", "GX-3.4")
class TestStages:
    """Survey to March, start to June, supervision to September, summary to December of 2022."""

    @pytest.mark.parametrize(
        ("last", "name", "following"),
        [
            (date(2022, 3, 31), "survey", "start"),
            (date(2022, 6, 30), "start", "supervision"),
            (date(2022, 9, 30), "supervision", "summary"),
        ],
    )
    def test_both_sides(self, last: date, name: str, following: str) -> None:
        """A stage ends with its quarter and the next begins the day after."""
        before, after = stage_on(last), stage_on(last + timedelta(days=1))
        assert before is not None
        assert after is not None
        assert (before.name.en, after.name.en) == (name, following)

    def test_outside(self) -> None:
        """Before and after 2022 there is no stage."""
        assert stage_on(date(2021, 12, 31)) is None
        assert stage_on(date(2022, 1, 1)) is not None
        assert stage_on(date(2022, 12, 31)) is not None
        assert stage_on(date(2023, 1, 1)) is None

    def test_bodies(self) -> None:
        """The region's own stages are the first and the last; all levels carry those between."""
        stages = [stage_on(date(2022, month, 1)) for month in (1, 4, 7, 10)]
        regional = [stage is not None and Body.REGIONAL_CENTRE in stage.bodies for stage in stages]
        assert regional == [True, False, False, True]

    def test_bad_day(self) -> None:
        """What is no day is refused."""
        with pytest.raises(InvalidFactError, match=r"stage_on\.day must be a day"):
            stage_on("2022-07-01")  # type: ignore[arg-type]  # the slip under test


@pytest.mark.clause("GX-3.2.1", "GX-3.4", "GX-2")
def test_milestones() -> None:
    """The count by the end of April, 70 % by the end of September, everybody and the summary by the year's end."""
    assert [(one.due, str(one.clause)) for one in milestones()] == [
        (date(2022, 4, 30), "GX-3.2.1"),
        (date(2022, 9, 30), "GX-3.3"),
        (date(2022, 12, 31), "GX-2"),
        (date(2022, 12, 31), "GX-3.4"),
    ]
    assert milestones()[0].bodies == (Body.CITY_POST,)


@pytest.mark.clause("GX-2", "GX-3.3")
class TestStanding:
    """70 % until 2022-09-30, then practically all by the end of the year, which has no number."""

    def test_seventy_percent(self) -> None:
        """The target counts through its last day."""
        for on in (date(2022, 3, 24), date(2022, 9, 30)):
            assert campaign_standing(Counts(200, 140), on=on).answer is TargetAnswer.MET
            standing = campaign_standing(Counts(200, 139), on=on)
            assert (standing.answer, standing.left) == (TargetAnswer.NOT_MET, 61)

    def test_practically_all(self) -> None:
        """From the day after, the plan gives no number: what is left is told."""
        standing = campaign_standing(Counts(200, 139), on=date(2022, 10, 1))
        assert (standing.answer, standing.left, standing.target.due) == (
            TargetAnswer.NO_NUMBER,
            61,
            date(2022, 12, 31),
        )

    def test_undefined(self) -> None:
        """Where nothing should enrol there is nothing to reach."""
        standing = campaign_standing(Counts(0, 0), on=date(2022, 9, 30))
        assert (standing.answer, standing.coverage, standing.left) == (TargetAnswer.UNDEFINED, None, 0)

    def test_before_the_plan(self) -> None:
        """Before its issue there is no target."""
        with pytest.raises(NotInForceError, match="2022-03-23"):
            campaign_standing(Counts(1, 1), on=date(2022, 3, 23))

    def test_persons(self) -> None:
        """Under the other reading persons count, and must have been counted."""
        law = LAW.reading(CoverageUnit.PERSONS)
        counts = Counts(200, 200, persons_should=1000, persons_enrolled=699)
        assert campaign_standing(counts, on=date(2022, 9, 30), law=law).answer is TargetAnswer.NOT_MET
        assert campaign_standing(counts, on=date(2022, 9, 30)).answer is TargetAnswer.MET
        for counts in (Counts(1, 1), Counts(1, 1, persons_enrolled=1)):
            with pytest.raises(InvalidFactError, match=r"Counts\.persons_should must be given"):
                campaign_standing(counts, on=date(2022, 9, 30), law=law)
        with pytest.raises(InvalidFactError, match=r"Counts\.persons_enrolled must be given"):
            campaign_standing(Counts(1, 1, persons_should=1), on=date(2022, 9, 30), law=law)

    def test_bad_counts(self) -> None:
        """Counts are checked by name, optional ones where they are given."""
        with pytest.raises(InvalidFactError, match=r"Counts\.units_should must be"):
            Counts(-1, 0)
        with pytest.raises(InvalidFactError, match=r"Counts\.persons_enrolled must be"):
            Counts(1, 0, persons_enrolled=-1)
