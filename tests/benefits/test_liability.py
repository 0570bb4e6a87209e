"""When benefits stop, which unit is liable, who stands outside (REG-42 to REG-44, RSF29-2)."""

import pytest

from gxinjury import InvalidFactError, OutOfScopeError
from gxinjury.benefits import (
    DomesticRelation,
    LiableUnit,
    StopGround,
    UnitEvent,
    domestic_relation,
    grounds_to_stop,
    liable_unit,
    over_age_covered,
)


@pytest.mark.clause("REG-42")
class TestStopping:
    """Three grounds stop the benefits, each by itself."""

    @pytest.mark.parametrize("ground", StopGround)
    def test_each_ground_by_itself(self, ground: StopGround) -> None:
        """One ground met is the one ground told."""
        assert grounds_to_stop(**{ground.name.lower(): True}) == (ground,)

    def test_none_and_all(self) -> None:
        """Without a ground benefits go on; all three are told together."""
        assert grounds_to_stop() == ()
        met = grounds_to_stop(conditions_lost=True, assessment_refused=True, treatment_refused=True)
        assert met == tuple(StopGround)

    def test_a_text_is_no_flag(self) -> None:
        """The text "no" is not False."""
        with pytest.raises(InvalidFactError, match=r"grounds_to_stop\.treatment_refused must be True or False"):
            grounds_to_stop(treatment_refused="no")  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.clause("REG-43")
@pytest.mark.parametrize(
    ("event", "unit"),
    [
        (UnitEvent.SUCCESSION, LiableUnit.SUCCESSOR),
        (UnitEvent.CONTRACTED_OUT, LiableUnit.HOLDER_OF_THE_RELATION),
        (UnitEvent.SECONDMENT, LiableUnit.ORIGINAL_UNIT),
        (UnitEvent.BANKRUPTCY, LiableUnit.LIQUIDATION),
    ],
)
def test_liable_unit(event: UnitEvent, unit: LiableUnit) -> None:
    """Each event has its liable unit."""
    assert liable_unit(event) is unit


@pytest.mark.clause("REG-43")
def test_an_event_must_be_one() -> None:
    """A text is no event."""
    with pytest.raises(InvalidFactError, match=r"liable_unit\.event must be of type UnitEvent"):
        liable_unit("merger")  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.clause("REG-44")
@pytest.mark.parametrize(("abroad", "relation"), [(True, DomesticRelation.PAUSED), (False, DomesticRelation.CONTINUES)])
def test_domestic_relation(abroad: bool, relation: DomesticRelation) -> None:
    """Insured abroad, the relation at home is paused; not insured there, it goes on."""
    assert domestic_relation(insured_abroad=abroad) is relation


@pytest.mark.clause("RSF29-2")
def test_over_age_worker() -> None:
    """On an enrolled project an over-age worker is covered; without one the texts say nothing."""
    assert over_age_covered(project_enrolled=True)
    with pytest.raises(OutOfScopeError, match="RSF29-2"):
        over_age_covered(project_enrolled=False)
