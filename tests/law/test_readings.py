"""The readings: each well formed, and each really asked."""

import ast
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

import gxinjury
from gxinjury.construction import (
    Contract,
    DelayFiling,
    Payment,
    PriceChange,
    TermChange,
    Warranty,
    cover_start,
    may_enrol_by_project,
    premium_account,
    project_cover,
    project_premium,
)
from gxinjury.explanations import explain
from gxinjury.law import LAW, Law, readings
from gxinjury.law.clauses import clauses
from gxinjury.law.readings import (
    CompletionForWarranty,
    CoverFrom,
    DelayFilingDay,
    DelayNotFiled,
    ElapsedTime,
    EnrolmentUnit,
    ExtendedTerm,
    LateWarrantyFiling,
    NewStarts,
    PremiumBase,
    Reading,
    ReducedTerm,
    Reduction,
    SupplementInProgress,
    WhoIsInProgress,
    enrolment,
)
from gxinjury.statutes import default_of

EVERY: Final[list[type[Reading]]] = [
    getattr(readings, name) for name in readings.__all__ if getattr(readings, name) is not Reading
]
every_reading: Final = pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
HAN: Final = re.compile("[\u4e00-\u9fff]")

CONTRACT: Final = Contract(
    price=100_000_000, commencement=date(2016, 1, 1), completion=date(2016, 12, 31), bid_price=90_000_000
)
CUT: Final = PriceChange(amount=-1_000_000, agreed_on=date(2016, 5, 1))
RAISE: Final = PriceChange(amount=1_500_000, agreed_on=date(2016, 6, 1))
WARRANTY: Final = Warranty(filed_on=date(2017, 1, 1), roster_reported_on=date(2017, 1, 1), ends=date(2018, 12, 31))


def _premium(law: Law) -> object:
    changes = [CUT, RAISE]
    return project_premium(CONTRACT, paid_on=date(2016, 3, 1), price_changes=changes, law=law).total


def _reduced(law: Law) -> object:
    changes = [CUT, attrs.evolve(RAISE, amount=400_000)]
    return project_premium(CONTRACT, paid_on=date(2016, 3, 1), price_changes=changes, law=law).total


def _started_late(law: Law) -> object:
    contract = attrs.evolve(CONTRACT, commencement=date(2014, 7, 1))
    return project_premium(contract, paid_on=date(2016, 3, 1), started_on=date(2014, 10, 1), law=law).total


def _prorated(law: Law) -> object:
    return project_premium(CONTRACT, paid_on=date(2015, 12, 31), price_changes=[RAISE], law=law).total


def _late(law: Law) -> object:
    return project_premium(CONTRACT, paid_on=date(2016, 1, 1), law=law).findings


def _start(law: Law) -> object:
    bill = project_premium(CONTRACT, paid_on=date(2015, 12, 31))
    parts = [Payment(amount=65_000, paid_on=date(2015, 12, day)) for day in (1, 31)]
    return cover_start(premium_account(bill, parts), law=law)


def _enrols(law: Law) -> object:
    return may_enrol_by_project(in_nanning=True, fixed_employment=True, enterprise_can_enrol_as_employer=False, law=law)


def _extended(law: Law) -> object:
    extended = [TermChange(completion=date(2017, 6, 30), agreed_on=date(2016, 12, 30))]
    return project_cover(CONTRACT, paid_on=date(2015, 12, 31), term_changes=extended, law=law).expiry


def _papers(filed_on: date) -> Callable[[Law], object]:
    delay = DelayFiling(filed_on=filed_on, acceptance_period_ends=date(2017, 6, 30))
    return lambda law: project_cover(CONTRACT, paid_on=date(2015, 12, 31), delay=delay, law=law).state(date(2017, 1, 1))


def _warranty(filed_on: date) -> Callable[[Law], object]:
    def asked(law: Law) -> object:
        return project_cover(
            CONTRACT,
            paid_on=date(2015, 12, 31),
            completed_on=date(2017, 1, 10),
            accepted_on=date(2017, 1, 31),
            warranty=attrs.evolve(WARRANTY, filed_on=filed_on),
            law=law,
        )

    return asked


DIFFERENCES: Final[dict[type[Reading], Callable[[Law], object]]] = {
    EnrolmentUnit: _enrols,
    PremiumBase: _premium,
    SupplementInProgress: _prorated,
    Reduction: _reduced,
    ElapsedTime: _started_late,
    ReducedTerm: _started_late,
    WhoIsInProgress: _premium,
    NewStarts: _late,
    CoverFrom: _start,
    ExtendedTerm: _extended,
    DelayFilingDay: _papers(date(2016, 12, 1)),
    DelayNotFiled: _papers(date(2016, 12, 2)),
    # Filed before any completion: which one it is shows in the first day covered.
    CompletionForWarranty: _warranty(date(2016, 12, 1)),
    LateWarrantyFiling: _warranty(date(2017, 4, 1)),
}
"""For each reading of the notice on premium and cover a case whose answer differs between all its members."""


class TestWellFormed:
    """A reading says what is in question, why the default is the default, and what each member means."""

    @every_reading
    def test_the_default_stands_first(self, kind: type[Reading]) -> None:
        """A law that names no reading takes the first member, and naming it changes nothing."""
        first = next(iter(kind))
        assert default_of(kind) is first
        assert LAW.choice(kind) is first
        assert LAW.reading(first) == LAW

    @every_reading
    def test_is_about_a_clause_of_the_register(self, kind: type[Reading]) -> None:
        """The unclear clause stands in the register."""
        assert any(kind.clause is clause for clause in clauses())

    @every_reading
    def test_speaks_both_languages(self, kind: type[Reading]) -> None:
        """The question, the argument and every member stand in Chinese and in English."""
        for text in (kind.question, kind.why, *(member.says for member in kind)):
            assert HAN.search(text.zh)
            assert text.en
            assert not HAN.search(text.en)

    @every_reading
    def test_members_are_distinct(self, kind: type[Reading]) -> None:
        """There is more than one member, and no two say the same in either language."""
        assert len(kind) > 1
        assert len(kind) == len(kind.__members__)
        for language in ("zh", "en"):
            assert len({getattr(member.says, language) for member in kind}) == len(kind)

    @every_reading
    def test_is_documented(self, kind: type[Reading]) -> None:
        """A reading has a docstring of its own."""
        assert kind.__doc__
        assert kind.__doc__ != Reading.__doc__

    def test_every_reading_is_exported(self) -> None:
        """A reading defined in a module of the package is one of its names."""
        assert {
            kind.__name__ for kind in Reading.__subclasses__() if kind.__module__.startswith(readings.__name__)
        } == {kind.__name__ for kind in EVERY}


LATER_NAMES: Final = {
    "ReducedTerm": ("NN-1.1.4", ["CONTRACT_TERM", "FROM_START"]),
    "WhoIsInProgress": ("NN-1.1.4", ["LEGACY_ONLY", "ANY"]),
    "ExtendedTerm": ("NN-1.3.2", ["NEEDS_PAPERS", "AS_AGREED"]),
    "EmployerEnrolment": ("NN-3.2.1", ["ROSTER_OR_EMPLOYER", "ROSTER_ONLY"]),
    "UnlistedDeemed": ("NN-3.2.2", ["UNSETTLED", "AS_WORK_CAUSE", "NOT_INSURED"]),
    "UndiagnosedDeath": ("REG-15.1", ["UNSETTLED", "DEEMED", "NOT_DEEMED"]),
    "PensionCap": ("REG-39", ["REFERENCE_WAGE", "WAGE_IN_LIFE"]),
}
"""Readings that outside checks rely on by name: clause and members, the default first, as they were agreed."""


@pytest.mark.parametrize("name", LATER_NAMES)
def test_names_that_are_relied_on(name: str) -> None:
    """Name, clause, members and their order stay as agreed; the law as it stands takes the first."""
    kind = getattr(readings, name)
    clause, members = LATER_NAMES[name]
    assert name in readings.__all__
    assert (str(kind.clause), [member.name for member in kind]) == (clause, members)
    assert LAW.choice(kind).name == members[0]


class TestAsked:
    """A reading that no rule asks would be a promise not kept."""

    @every_reading
    def test_some_rule_asks_it(self, kind: type[Reading]) -> None:
        """Somewhere in the rooms a rule asks the law for its choice."""
        assert kind.__name__ in _asked_in_source()

    def test_every_reading_of_premium_and_cover_has_a_case(self) -> None:
        """The table below leaves none of them out."""
        assert set(DIFFERENCES) == {kind for kind in EVERY if kind.__module__ == enrolment.__name__}

    @pytest.mark.parametrize(("kind", "asked"), DIFFERENCES.items(), ids=lambda one: getattr(one, "__name__", ""))
    def test_every_member_answers_otherwise(self, kind: type[Reading], asked: Callable[[Law], object]) -> None:
        """There is a case in which no two members give the same answer."""
        answers = [asked(LAW.reading(member)) for member in kind]
        assert all(one != other for at, one in enumerate(answers) for other in answers[:at])

    @pytest.mark.parametrize(("kind", "asked"), DIFFERENCES.items(), ids=lambda one: getattr(one, "__name__", ""))
    def test_its_choice_is_told(self, kind: type[Reading], asked: Callable[[Law], object]) -> None:
        """The explanation of that case names the reading, its clause and the member, with a caution."""
        for member in kind:
            steps = [step for step in explain(asked, LAW.reading(member)).steps if step.name == kind.__name__]
            assert steps
            assert {(step.outcome, step.clause) for step in steps} == {(member, kind.clause)}
            assert all(step.cautions for step in steps)


@cache
def _asked_in_source() -> set[str]:
    """Return the readings that a call of ``law.choice`` names, anywhere in the library."""
    found: set[str] = set()
    for path in Path(next(iter(gxinjury.__path__))).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr="choice"), args=[ast.Name(id=name)]):
                    found.add(name)
                case _:
                    pass
    return found


def test_a_reading_prints_as_it_is_written() -> None:
    """A member prints as one writes it in code, and its label is its wording."""
    members: list[Any] = [ElapsedTime.DAYS, LateWarrantyFiling.NO_COVER]
    assert [str(member) for member in members] == ["ElapsedTime.DAYS", "LateWarrantyFiling.NO_COVER"]
    assert [repr(member) for member in members] == ["ElapsedTime.DAYS", "LateWarrantyFiling.NO_COVER"]
