"""How much of a term remains, at the ends of the shortest terms."""

from datetime import date

import pytest

from gxinjury import LAW
from gxinjury.construction.shares import Term, remaining_share
from gxinjury.law.readings import ElapsedTime, ReducedTerm
from gxinjury.money import Share

BEFORE, ONLY = date(2016, 3, 1), date(2016, 3, 2)


@pytest.mark.clause("NN-1.1.4")
@pytest.mark.parametrize("elapsed", ElapsedTime)
@pytest.mark.parametrize("start", [BEFORE, ONLY])
def test_a_term_of_one_day_remains_whole(elapsed: ElapsedTime, start: date) -> None:
    """However time is counted, and though work began before it: at least a day, or a month, remains of as much."""
    law = LAW.reading(elapsed, ReducedTerm.CONTRACT_TERM)
    assert remaining_share(Term(ONLY, ONLY, start), ONLY, law) == Share(1, 1)
