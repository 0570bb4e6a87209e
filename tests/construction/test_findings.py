"""What a finding of the construction room says: its code, the clause it rests on and its values."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

import attrs
import pytest

from gxinjury.construction import (
    Accident,
    BenefitFacts,
    Contract,
    Payment,
    PriceChange,
    ProjectCase,
    ProjectCover,
    Roster,
    RosterChange,
    RosterChangeKind,
    Worker,
    assess_accident,
    assess_project,
    budget_line,
    cover_proof,
    permit_check,
    project_cover,
    project_premium,
    site_injury,
)
from gxinjury.errors import InvalidFactError
from gxinjury.facts import CHINA
from gxinjury.findings import Finding
from gxinjury.law import LAW
from gxinjury.periods import Period
from gxinjury.texts import Text
from gxinjury.timelines import Entry

ADD, REMOVE = RosterChangeKind.ADD, RosterChangeKind.REMOVE
CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
PAID: Final = date(2015, 10, 8)
COVER: Final = project_cover(CONTRACT, paid_on=PAID, accepted_on=date(2016, 6, 30))
NO_COVER: Final = ProjectCover(date(2016, 6, 30), ())
HURT: Final = datetime(2016, 3, 1, 9, tzinfo=CHINA)
GRADED: Final[dict[str, Any]] = {"wage": 6905, "grade": 7, "graded_on": date(2016, 11, 20), "treatment": 0}
LISTED: Final = (RosterChange("张三", ADD, PAID),)

Told = list[tuple[str, str, dict[str, object]]]


def told(findings: tuple[Finding, ...]) -> Told:
    """Return the code, the clause and the values of each finding."""
    return [(found.code, str(found.clause), dict(found.values)) for found in findings]


def accident(worker: str = "张三", **facts: Any) -> Accident:  # noqa: ANN401  (any fact)
    """Return an accident of 2016-03-01 by a work cause on the site, applied for and determined in time."""
    usual = {"work_cause": True, "on_site": True, "employer_filed_on": date(2016, 3, 10)}
    return Accident(worker, HURT, **{**usual, "determined_on": date(2016, 5, 1), **facts})


def settled(worker: str = "张三", *, cover: ProjectCover = COVER, enrolled: bool | None = None, **facts: Any) -> Told:  # noqa: ANN401  (any fact)
    """Return what is told beside the settlement of an accident."""
    hurt = accident(worker, benefits=BenefitFacts(enrolled=enrolled, **GRADED), **facts)
    found = assess_accident(hurt, cover=cover, roster=Roster(LISTED)).settlement
    assert found is not None
    return told(found.findings)


def injured(*changes: RosterChange, on_site: bool = True, **facts: Any) -> Told:  # noqa: ANN401  (any fact)
    """Return what is told of an accident of 张三 on 2016-03-01 on a project with that roster."""
    given: dict[str, Any] = {"worker": "张三", "happened_at": HURT, "work_cause": True, "on_site": on_site, **facts}
    return told(site_injury(cover=COVER, changes=changes, **given).findings)


REPORTED_IN_TIME: Final[dict[str, Any]] = {"on_site": False, "reported_at": HURT + timedelta(hours=1)}
LIMIT: Final = HURT + timedelta(hours=48)

TABLE: Final[dict[str, tuple[Callable[[], Told], Told]]] = {
    "settled before the determination": (
        lambda: settled(determined_on=None),
        [("settled_before_determination", "REG-17", {})],
    ),
    "settled once it is determined": (lambda: settled("李四", **REPORTED_IN_TIME), []),
    "settled outside every cover": (lambda: settled(cover=NO_COVER), [("settled_as_not_insured", "NN-5.1", {})]),
    "enrolled by the employer": (
        lambda: settled(cover=NO_COVER, enrolled=True),
        [("enrolled_otherwise", "NN-5.1", {})],
    ),
    "said not to be enrolled": (lambda: settled(enrolled=False), [("not_enrolled_though", "NN-5.1", {})]),
    "not on the roster, and not reported": (
        lambda: injured(on_site=False),
        [
            ("not_on_roster", "NN-3.1.1", {"worker": "张三"}),
            ("accident_not_reported", "NN-3.2.3", {"limit": LIMIT}),
        ],
    ),
    "reported a second after the limit": (
        lambda: injured(on_site=False, reported_at=LIMIT + timedelta(seconds=1)),
        [
            ("not_on_roster", "NN-3.1.1", {"worker": "张三"}),
            ("accident_reported_late", "NN-3.2.3", {"limit": LIMIT, "minutes": 1}),
        ],
    ),
    "removed twice before the accident": (
        lambda: injured(
            RosterChange("张三", ADD, date(2015, 11, 1)),
            RosterChange("张三", REMOVE, date(2015, 12, 1)),
            RosterChange("张三", ADD, date(2016, 2, 1)),
            RosterChange("张三", REMOVE, date(2016, 2, 20)),
        ),
        [
            ("removed_before_accident", "NN-3.1.2", {"worker": "张三", "last": date(2016, 2, 20)}),
            ("report_is_safer", "NN-3.2.2", {"limit": LIMIT}),
        ],
    ),
    "added again on the day of the accident": (
        lambda: injured(
            RosterChange("张三", ADD, date(2015, 11, 1)),
            RosterChange("张三", REMOVE, date(2015, 12, 1)),
            RosterChange("张三", ADD, date(2016, 3, 1)),
        ),
        [
            (
                "not_effective_yet",
                "NN-3.1.2",
                {"worker": "张三", "reported_on": date(2016, 3, 1), "effective_on": date(2016, 3, 2)},
            ),
            ("report_is_safer", "NN-3.2.2", {"limit": LIMIT}),
        ],
    ),
    "two reports not yet due": (
        lambda: injured(
            RosterChange("张三", ADD, date(2016, 3, 20), happened_on=date(2016, 3, 1)),
            RosterChange("张三", REMOVE, date(2016, 3, 25)),
            RosterChange("张三", ADD, date(2016, 4, 20), happened_on=date(2016, 4, 1)),
        ),
        [
            ("listed_after_accident", "NN-3.1.2", {"worker": "张三", "reported_on": date(2016, 3, 20)}),
            ("report_not_yet_due", "NN-3.2.2", {"worker": "张三", "limit": date(2016, 3, 31)}),
            ("report_is_safer", "NN-3.2.2", {"limit": LIMIT}),
        ],
    ),
    "a budget without its line, and with it bid for": (
        lambda: told(budget_line(95_000_000, estimated_on=date(2016, 3, 1), listed=False, in_bid=True).findings),
        [
            ("premium_not_listed", "NN-2", {"amount": Decimal("123500.00")}),
            ("premium_in_bid", "NN-2", {"amount": Decimal("123500.00")}),
        ],
    ),
    "small works that did not pay": (
        lambda: told(permit_check(stamped_form=False, fund_receipt=False, permit_needed=False).findings),
        [("small_works_unpaid", "NN-6.2", {})],
    ),
    "a roster while nothing is covered": (
        lambda: told(assess_project(ProjectCase(CONTRACT, roster=LISTED)).roster_findings),
        [("roster_without_cover", "NN-3.1.2", {"workers": 1})],
    ),
    "no roster while nothing is covered": (
        lambda: told(assess_project(ProjectCase(CONTRACT)).roster_findings),
        [],
    ),
}
"""How each finding is reached, and all that is told then."""


@pytest.mark.clause("NN-2", "NN-3.1.1", "NN-3.1.2", "NN-3.2.2", "NN-3.2.3", "NN-5.1", "NN-6.2", "REG-17")
@pytest.mark.parametrize(("reached", "expected"), TABLE.values(), ids=TABLE)
def test_what_is_told(reached: Callable[[], Told], expected: Told) -> None:
    """Each finding by its code, the clause that it rests on and its values, and nothing besides."""
    assert reached() == expected


@pytest.mark.clause("NN-4.1", "NN-4.3")
@pytest.mark.parametrize(
    ("field", "filed_on", "code", "clause", "limit"),
    [
        ("employer_filed_on", date(2016, 4, 1), "employer_filed_late", "NN-4.1", "2016-03-31"),
        ("others_filed_on", date(2017, 3, 2), "others_filed_late", "NN-4.3", "2017-03-01"),
    ],
)
def test_an_application_after_its_limit(field: str, filed_on: date, code: str, clause: str, limit: str) -> None:
    """The employer's limit is of another clause than that of the others."""
    days: dict[str, Any] = {"employer_filed_on": None, "determined_on": None, field: filed_on}
    filed = accident(**days)
    findings = told(assess_accident(filed, cover=COVER, roster=Roster(LISTED)).findings)
    assert (code, clause, {"worker": "张三", "filed_on": filed_on, "limit": limit}) in findings


@pytest.mark.clause("NN-1.1.5")
@pytest.mark.parametrize("paid_on", [date(2015, 12, 1), date(2015, 10, 8)])
def test_what_the_bill_tells_is_told_of_the_project(paid_on: date) -> None:
    """A payment after the start is told by the bill, and by the assessment that holds the bill."""
    case = ProjectCase(CONTRACT, [Payment(amount=130_000, paid_on=paid_on)])
    assessment, alone = assess_project(case), project_premium(CONTRACT, paid_on=paid_on)
    assert assessment.bill is not None
    assert assessment.bill.findings == alone.findings
    assert [one for one in assessment.findings if one in alone.findings] == list(alone.findings)
    assert ("paid_late" in [one.code for one in assessment.findings]) is (paid_on > PAID)


def test_small_works_need_no_permit() -> None:
    """The check says whether a permit was needed, whatever came out."""
    for fund_receipt in (True, False):
        facts: dict[str, bool] = {"stamped_form": True, "fund_receipt": fund_receipt}
        assert permit_check(**facts, permit_needed=False).permit_needed is False
        assert permit_check(**facts).permit_needed is True


@pytest.mark.parametrize("estimate", [0, -1, "-95000000"])
def test_an_estimate_is_above_zero(estimate: Any) -> None:  # noqa: ANN401  (slips of any type)
    """There is no premium on less than nothing."""
    with pytest.raises(InvalidFactError, match=r"budget_line\.estimate must be above zero"):
        budget_line(estimate)


@pytest.mark.clause("NN-1.3.1")
@pytest.mark.parametrize(
    ("day", "project"),
    [
        (date(2015, 10, 7), None),
        (date(2015, 10, 8), Period(date(2015, 10, 8), date(2016, 6, 30))),
        (date(2016, 6, 30), Period(date(2015, 10, 8), date(2016, 6, 30))),
        (date(2016, 7, 1), None),
    ],
)
def test_the_period_that_a_proof_shows(day: date, project: Period | None) -> None:
    """It is the cover's of that day, and none outside of it."""
    assert cover_proof(COVER, LISTED, "张三", day).project_period == project


@pytest.mark.clause("NN-3.1.1")
@pytest.mark.parametrize("later", [date(2016, 1, 1), date(2018, 1, 1)])
def test_a_limit_of_a_law_that_was_changed(later: date) -> None:
    """A figure that changes later has a value from its first day on, before the change as after it."""
    law = LAW.with_figure("roster_months", Entry(later, 1, Text(zh="试", en="a trial")))
    changes = [RosterChange("张三", ADD, date(2016, 3, 20), happened_on=date(2016, 3, 1))]
    facts: dict[str, Any] = {"worker": "张三", "happened_at": HURT, "work_cause": True, "on_site": True}
    found = told(site_injury(cover=COVER, changes=changes, law=law, **facts).findings)
    limit = date(2016, 4, 30) if later < date(2016, 3, 1) else date(2016, 3, 31)
    assert found[1:2] == [("report_not_yet_due", "NN-3.2.2", {"worker": "张三", "limit": limit})]


@pytest.mark.clause("NN-1.1.3")
@pytest.mark.parametrize("first", range(24))
def test_the_first_day_that_uses_the_price_up_is_told(first: int) -> None:
    """Of several days on which too much was taken off, the earliest, in whatever order the changes came."""
    days = [date(2015, 11, 1) + timedelta(days=17 * first + 5 * step) for step in range(5)]
    changes = [PriceChange(amount=-100_000_000 - step, agreed_on=day) for step, day in enumerate(days)]
    for given in (changes, changes[::-1]):
        with pytest.raises(InvalidFactError, match="must leave a price above zero") as caught:
            project_premium(CONTRACT, paid_on=PAID, price_changes=given)
        assert caught.value.value == -100_000_000


class TestFactsAsTheyAreKept:
    """Amounts become decimals, sequences tuples, and the refusal of a contradiction tells what was given."""

    def test_amounts(self) -> None:
        """Every amount of the benefits may be a text or a whole number, and is kept as a decimal."""
        fields = ("wage", "original_wage", "treatment", "aids", "minimum_wage", "pension")
        given: dict[str, Any] = dict.fromkeys(fields, "1234.50")
        facts = BenefitFacts(**given)
        assert [getattr(facts, field) for field in fields] == [Decimal("1234.50")] * len(fields)
        assert {type(getattr(facts, field)) for field in fields} == {Decimal}

    def test_sequences(self) -> None:
        """Every sequence of a project may be any sequence, and is kept as a tuple."""
        sequences = [field.name for field in attrs.fields(ProjectCase) if field.default == ()]
        assert "price_changes" in sequences
        given: dict[str, Any] = {
            "price_changes": [PriceChange(amount=1, agreed_on=PAID)],
            "payments": [Payment(amount=1, paid_on=PAID)],
            "roster": list(LISTED),
        }
        case = ProjectCase(CONTRACT, **{**{name: [] for name in sequences}, **given})
        assert {name: type(getattr(case, name)) for name in sequences} == dict.fromkeys(sequences, tuple)
        as_tuples: dict[str, Any] = {name: tuple(values) for name, values in given.items()}
        assert case == ProjectCase(CONTRACT, **as_tuples)
        assert hash(case) == hash(attrs.evolve(case))

    def test_a_worker_without_an_id(self) -> None:
        """Prints as the name alone."""
        assert str(Worker("张三")) == "张三"

    @pytest.mark.parametrize(
        ("ways", "field", "value"),
        [
            ({"wage": 3000, "monthly_wages": [3000]}, "monthly_wages", (Decimal(3000),)),
            ({"wage": 3000, "wage_hard_to_use": True}, "wage_hard_to_use", True),
            ({"monthly_wages": [3000], "wage_hard_to_use": True}, "wage_hard_to_use", True),
            ({"wage": 3000, "monthly_wages": [3000], "wage_hard_to_use": True}, "wage_hard_to_use", True),
        ],
    )
    def test_the_base_is_told_one_way(self, ways: dict[str, Any], field: str, value: object) -> None:
        """Of two ways the later one is refused, and the refusal shows what was given there."""
        with pytest.raises(InvalidFactError) as caught:
            BenefitFacts(**ways)
        assert (caught.value.record, caught.value.field, caught.value.value) == ("BenefitFacts", field, value)
