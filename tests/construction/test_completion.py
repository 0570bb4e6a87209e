"""After completion: the days that the employer bridges."""

from datetime import date
from typing import Any

import pytest

from gxinjury import InvalidFactError
from gxinjury.construction import employer_bridge
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
