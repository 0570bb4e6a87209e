"""How a project is billed that enrols on a day."""

from datetime import date
from typing import Final

import pytest

from gxinjury import LAW, explain
from gxinjury.construction import Contract, Payment, ProjectCase, assess_project, project_premium
from gxinjury.construction.billing import Billing, billing

FROM: Final = date(2014, 7, 1)
UNTIL: Final = date(2016, 6, 30)
PAID: Final = date(2015, 9, 1)


@pytest.mark.clause("NN-1.1.4")
@pytest.mark.parametrize(
    ("commencement", "started_on", "paid_on", "expected"),
    [
        (FROM, None, PAID, Billing.REDUCED),
        (FROM, date(2014, 12, 31), PAID, Billing.REDUCED),
        (FROM, date(2015, 1, 1), PAID, Billing.IN_FULL),  # started under the notice
        (date(2015, 1, 1), None, PAID, Billing.IN_FULL),
        (date(2015, 1, 1), date(2014, 12, 31), PAID, Billing.REDUCED),  # started before it
        (PAID, None, PAID, Billing.IN_FULL),
        (FROM, None, UNTIL, Billing.REDUCED),
        (FROM, None, date(2016, 7, 1), Billing.NOT_SAID),
    ],
)
def test_the_start_decides(commencement: date, started_on: date | None, paid_on: date, expected: Billing) -> None:
    """The day on which works really began goes before the contract's."""
    assert billing(commencement, UNTIL, paid_on, started_on, LAW) is expected


@pytest.mark.clause("NN-1.1.3", "NN-3.1.2")
def test_what_a_case_does_not_have_is_not_explained() -> None:
    """Without changes of price nothing is read of them, without a roster nothing of workers."""
    contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=UNTIL)
    bill = explain(project_premium, contract, paid_on=date(2015, 10, 8))
    assert "NN-1.1.3" not in {str(clause) for clause in bill.clauses}
    case = ProjectCase(contract, [Payment(amount=130_000, paid_on=date(2015, 10, 8))])
    assert "NN-3.1.2" not in {str(clause) for clause in explain(assess_project, case).clauses}
