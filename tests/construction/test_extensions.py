"""Which changes of the term are told of as moving nothing."""

from datetime import date
from typing import Final

import pytest

from gxinjury import LAW
from gxinjury.construction import Contract, TermChange
from gxinjury.construction.extensions import term_findings

CONTRACT: Final = Contract("100000000", date(2015, 10, 8), date(2016, 6, 30))
LONGER: Final = TermChange(completion=date(2016, 7, 31), agreed_on=date(2016, 3, 1))


@pytest.mark.clause("NN-1.3.2")
@pytest.mark.parametrize("completion", [date(2016, 6, 1), date(2016, 6, 30)])
def test_only_what_goes_beyond_the_end_takes_papers(completion: date) -> None:
    """A term that is shortened, or agreed again as it was, before it is extended needs none; the extension does."""
    changes = (TermChange(completion=completion, agreed_on=date(2016, 2, 1)), LONGER)
    told = term_findings(CONTRACT, changes, paid_on=CONTRACT.commencement, accepted_on=None, delay=None, law=LAW)
    assert [(one.code, one["completion"]) for one in told] == [("extension_without_papers", LONGER.completion)]


@pytest.mark.clause("NN-1.3.2")
@pytest.mark.parametrize(
    ("agreed_on", "code"),
    [
        (date(2016, 6, 29), "extension_agreed_late"),
        (date(2016, 6, 30), "term_changed_after_expiry"),
        (date(2016, 7, 5), "term_changed_after_expiry"),
    ],
)
def test_agreed_when_the_contract_had_expired(agreed_on: date, code: str) -> None:
    """On the day that the contract expires, or later, an extension comes too late, papers or not."""
    late = TermChange(completion=date(2016, 12, 31), agreed_on=agreed_on)
    told = term_findings(CONTRACT, (late,), paid_on=CONTRACT.commencement, accepted_on=None, delay=None, law=LAW)
    assert [(one.code, str(one.clause), one["agreed_on"]) for one in told] == [(code, "NN-1.3.2", agreed_on)]


@pytest.mark.clause("NN-1.3.2")
@pytest.mark.parametrize(
    ("agreed_on", "code"),
    [(date(2016, 6, 29), "extension_agreed_late"), (date(2016, 6, 30), "term_changed_after_expiry")],
)
def test_agreed_while_an_extension_without_papers_ran(agreed_on: date, code: str) -> None:
    """What was extended without papers expired all the same, so the next extension is too late."""
    late = TermChange(completion=date(2016, 12, 31), agreed_on=agreed_on)
    told = term_findings(CONTRACT, (LONGER, late), paid_on=CONTRACT.commencement, accepted_on=None, delay=None, law=LAW)
    assert [(one.code, one["agreed_on"]) for one in told][1:] == [(code, agreed_on)]
