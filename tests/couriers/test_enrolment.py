"""Who enrols whom: the enrolment table, exhaustively."""

from itertools import product
from typing import Any

import pytest

from gxinjury import InvalidFactError, explain
from gxinjury.couriers import Enroller, Outlet, OutletPaper, OutletPlace, enrolment_of

PARENT = "某快递公司"


@pytest.mark.clause("RST101-licence", "RST101-receipt")
@pytest.mark.parametrize(
    ("facts", "enroller", "place", "paper", "clause"),
    [
        # What the notices do not say is unsettled, and the paper that it turns on is told.
        ({"licence": True, "is_employer": False}, Enroller.UNSETTLED, None, OutletPaper.LICENCE, "RST101-licence"),
        (
            {"filing_receipt": True, "is_employer": True},
            Enroller.UNSETTLED, None, OutletPaper.FILING_RECEIPT, "RST101-receipt",
        ),
    ],
)  # fmt: skip
def test_what_the_notices_leave_open(
    facts: dict[str, Any],
    enroller: Enroller,
    place: OutletPlace | None,
    paper: OutletPaper | None,
    clause: str,
) -> None:
    """A licence without being the employer, and a filing receipt of one who is."""
    enrolment = enrolment_of(Outlet("一店", **facts))
    assert (enrolment.enroller, enrolment.place, enrolment.paper, str(enrolment.clause)) == (
        enroller, place, paper, clause,
    )  # fmt: skip
    assert enrolment.why.zh != enrolment.why.en


@pytest.mark.clause("RST101-dispatched", "RST101-insured")
class TestBeforeThePapers:
    """Dispatched workers and units insured before are told apart first."""

    @pytest.mark.parametrize("facts", [{}, {"licence": True, "is_employer": True}, {"fully_insured_before": True}])
    def test_dispatched(self, facts: dict[str, Any]) -> None:
        """The dispatch firm insures dispatched workers, whatever the outlet holds."""
        enrolment = enrolment_of(Outlet("一店", **facts), dispatched=True)
        assert (enrolment.enroller, str(enrolment.clause)) == (Enroller.DISPATCH_FIRM, "RST101-dispatched")
        assert (enrolment.place, enrolment.paper, enrolment.enterprise) == (None, None, None)

    @pytest.mark.parametrize("facts", [{}, {"licence": True, "is_employer": True}, {"branch_listing": True}])
    def test_insured_before(self, facts: dict[str, Any]) -> None:
        """A unit insured before the notice is not enrolled anew, whatever it holds."""
        enrolment = enrolment_of(Outlet("一店", fully_insured_before=True, **facts))
        assert (enrolment.enroller, str(enrolment.clause)) == (Enroller.NOBODY_ANEW, "RST101-insured")
        assert (enrolment.place, enrolment.paper, enrolment.enterprise) == (None, None, None)


def expected(licence: bool, listing: bool, receipt: bool, employer: bool) -> Enroller:
    """Return who enrols, in the words of the table rather than in the order of the rule."""
    licensed_employer = licence and employer
    if licensed_employer or listing:
        return Enroller.OUTLET
    if not licence and not receipt:
        return Enroller.OUT_OF_SCOPE
    if receipt and not employer:
        return Enroller.PARENT_ENTERPRISE
    return Enroller.UNSETTLED


@pytest.mark.clause("GX-3.2.2")
@pytest.mark.parametrize(("licence", "listing", "receipt", "employer"), list(product([True, False], repeat=4)))
def test_the_whole_table(licence: bool, listing: bool, receipt: bool, employer: bool) -> None:
    """Every combination of papers and standing has the answer of the table; what it leaves out is unsettled."""
    outlet = Outlet(
        "一店",
        licence=licence,
        branch_listing=listing,
        filing_receipt=receipt,
        is_employer=employer,
        parent=PARENT,
    )
    enrolment = enrolment_of(outlet)
    assert enrolment.enroller is expected(licence, listing, receipt, employer)
    if enrolment.enroller is Enroller.OUTLET:
        by_itself = ("RST101-licence", OutletPaper.LICENCE), ("GX-3.2.2", OutletPaper.BRANCH_LISTING)
        assert (str(enrolment.clause), enrolment.paper) == by_itself[not (licence and employer)]
    assert (enrolment.enterprise is None) == (enrolment.place is None)
    assert explain(enrolment_of, outlet).outcome == enrolment


class TestWhatIsMissing:
    """A fact that decides and is not known is asked for, never guessed."""

    @pytest.mark.parametrize("paper", ["licence", "filing_receipt"])
    def test_standing(self, paper: str) -> None:
        """With a licence, or a receipt alone, the standing as an employer decides."""
        facts: dict[str, Any] = {paper: True}
        with pytest.raises(InvalidFactError, match=r"Outlet\.is_employer must be said"):
            enrolment_of(Outlet("一店", **facts))

    def test_parent(self) -> None:
        """On a receipt alone the enterprise has to be named."""
        with pytest.raises(InvalidFactError, match=r"Outlet\.parent must name the licensed legal-person enterprise"):
            enrolment_of(Outlet("一店", filing_receipt=True, is_employer=False))

    def test_not_where_it_does_not_decide(self) -> None:
        """With a branch listing alone neither is asked for."""
        assert enrolment_of(Outlet("一店", branch_listing=True)).enterprise == "一店"


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "a", "licence": "yes"}, "licence"),
        ({"name": "a", "is_employer": 1}, "is_employer"),
        ({"name": "a", "parent": ""}, "parent"),
        ({"name": "a", "fully_insured_before": None}, "fully_insured_before"),
    ],
)
def test_bad_outlets(bad: dict[str, Any], field: str) -> None:
    """A slip names its field."""
    with pytest.raises(InvalidFactError, match=rf"Outlet\.{field} must be"):
        Outlet(**bad)


def test_bad_questions() -> None:
    """What is no outlet, and what is no truth value, is refused by name."""
    with pytest.raises(InvalidFactError, match=r"enrolment_of\.outlet must be of type Outlet"):
        enrolment_of("一店")  # type: ignore[arg-type]  # the slip under test
    with pytest.raises(InvalidFactError, match=r"enrolment_of\.dispatched must be True or False"):
        enrolment_of(Outlet("一店"), dispatched="no")  # type: ignore[arg-type]  # the slip under test
