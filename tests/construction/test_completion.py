"""After completion: the days that the employer bridges."""

from datetime import date
from typing import Any

import pytest

from gxinjury import LAW, InvalidFactError
from gxinjury.construction import RelationAfterCompletion, employer_bridge, relation_after_completion
from gxinjury.law.readings import CompletionEndsRelation
from gxinjury.periods import Period

HURT, DONE = date(2016, 5, 2), date(2016, 6, 30)


@pytest.mark.clause("NN-5.3")
class TestEmployerBridge:
    """NN-5.3: hurt during construction, not determined or assessed at completion: the employer keeps paying."""

    @pytest.mark.parametrize(
        ("facts", "bridge"),
        [
            ({}, Period(DONE, None)),
            ({"determined_on": date(2016, 6, 1)}, Period(DONE, None)),
            ({"assessed_on": date(2016, 6, 1)}, Period(DONE, None)),
            ({"determined_on": date(2016, 6, 1), "assessed_on": DONE}, None),
            ({"determined_on": date(2016, 6, 1), "assessed_on": date(2016, 7, 1)}, Period(DONE, date(2016, 7, 1))),
            ({"determined_on": date(2016, 9, 1), "assessed_on": date(2016, 7, 1)}, Period(DONE, date(2016, 9, 1))),
            ({"determined_on": date(2016, 9, 1), "needs_assessment": False}, Period(DONE, date(2016, 9, 1))),
            ({"determined_on": DONE, "needs_assessment": False}, None),
        ],
    )
    def test_bridge(self, facts: dict[str, Any], bridge: Period | None) -> None:
        """From completion to the later of determination and assessment, open while one is pending."""
        assert employer_bridge(injured_on=HURT, completed_on=DONE, **facts) == bridge

    def test_the_day_of_the_injury_decides(self) -> None:
        """Hurt on the day of completion still counts as during construction, the day after does not."""
        assert employer_bridge(injured_on=DONE, completed_on=DONE) == Period(DONE, None)
        assert employer_bridge(injured_on=date(2016, 7, 1), completed_on=DONE) is None

    @pytest.mark.parametrize("field", ["determined_on", "assessed_on"])
    def test_nothing_is_decided_before_the_accident(self, field: str) -> None:
        """A determination or assessment before the accident is a slip."""
        facts: dict[str, Any] = {field: date(2016, 5, 1)}
        with pytest.raises(InvalidFactError, match=rf"employer_bridge\.{field} must not be before injured_on"):
            employer_bridge(injured_on=HURT, completed_on=DONE, **facts)


@pytest.mark.clause("NN-5.4")
class TestRelationAfterCompletion:
    """NN-5.4: grades 5 to 10 settle under the Regulation and the region's rules, grades 1 to 4 stay under them."""

    @pytest.mark.parametrize("grade", range(1, 11))
    def test_each_grade(self, grade: int) -> None:
        """The line runs between 4 and 5, and for 5 to 10 between 2018 and 2019."""
        stays = grade <= 4
        before = relation_after_completion(grade, completed_on=date(2018, 12, 31))
        after = relation_after_completion(grade, completed_on=date(2019, 1, 1))
        assert (before.name, after.name) == (("STAYS", "STAYS") if stays else ("ENDS_AS_REGULATED", "WORKER_MAY_END"))

    def test_to_the_letter(self) -> None:
        """Under the other reading completion itself ends it, but never for grades 1 to 4."""
        law = LAW.reading(CompletionEndsRelation.AT_COMPLETION)
        day = date(2020, 6, 30)
        assert relation_after_completion(5, completed_on=day, law=law) is RelationAfterCompletion.ENDS
        assert relation_after_completion(4, completed_on=day, law=law) is RelationAfterCompletion.STAYS

    @pytest.mark.parametrize("grade", [0, 11, "7", True])
    def test_bad_grade(self, grade: Any) -> None:  # noqa: ANN401  (slips of any type)
        """What is no grade is refused by name."""
        with pytest.raises(InvalidFactError, match=r"relation_after_completion\.grade must be a disability grade"):
            relation_after_completion(grade, completed_on=date(2020, 6, 30))
