"""Receipts: what is kept of a decision can be asked again, and what differs then is named with its cause."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import given, settings

from gxinjury import LAW, __version__, explain
from gxinjury.benefits import Injury, settle_injury
from gxinjury.codec import CodecError
from gxinjury.construction import (
    Contract,
    RosterChange,
    RosterChangeKind,
    Worker,
    assess_project,
    project_premium,
    worker_cover,
)
from gxinjury.determination import employer_deadline
from gxinjury.errors import GxInjuryError, InvalidFactError, NotInForceError
from gxinjury.explanations import clause_of, rule
from gxinjury.extra.calendars import GuangxiCalendar
from gxinjury.extra.strategies import injuries, project_cases
from gxinjury.law.readings import ElapsedTime, WhoIsInProgress
from gxinjury.money import Rate
from gxinjury.receipts import SCHEMA, Difference, Replay, receipt, replay
from gxinjury.texts import Text
from gxinjury.timelines import Entry
from tests.construction.test_doors import QUESTIONS as CONSTRUCTION
from tests.couriers.test_doors import DOORS as COURIERS
from tests.doors import Door
from tests.moonland import FAR_SIDE_LAW, MOON, MOON_LAW, Haul, Nights, dust_bill, dust_rate_on

pytestmark = pytest.mark.filterwarnings("ignore::gxinjury.errors.StaleFigureWarning")

CONTRACT: Final = Contract("100000000", date(2015, 3, 1), date(2017, 3, 1))
PAID: Final = date(2016, 5, 1)
ID: Final = "450103198001011233"
QUESTIONS: Final = [door for door in (*CONSTRUCTION, *COURIERS) if clause_of(door.asked) is not None]
DUG: Final = date(2020, 1, 1)
HAUL: Final = Haul("10", DUG)
ASSUMED: Final = Text(zh="假设", en="assumed")
CUT: Final = LAW.with_figure(
    "project_premium_rate", Entry(date(2016, 3, 1), Rate.per_mille("1.0"), ASSUMED, last=date(2016, 12, 31))
)

LONG_NUMBER: Final = Text(zh="文号 450103198001011233", en="file 450103198001011233")
NUMBERED: Final = LAW.with_figure("project_premium_rate", Entry(date(2016, 3, 1), Rate.per_mille("1.0"), LONG_NUMBER))
"""A figure whose source has a number as long as an id, which is none of a person."""


def kept(rule: Callable[..., Any], *facts: object, in_full: bool = False, **named: object) -> dict[str, Any]:
    """A receipt as JSON gives it back."""
    explanation: Any
    try:
        explanation = explain(rule, *facts, **named)
    except GxInjuryError as error:
        explanation = error.explanation
    whole: dict[str, Any] = json.loads(json.dumps(receipt(explanation, in_full=in_full, rule=rule)))
    return whole


def figures(held: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The figures of a receipt by name."""
    return {one["name"]: one for one in held["figures"]}


def paths(again: Replay) -> list[str]:
    """Where things differ, the steps left out."""
    return [".".join(map(str, one.path)) for one in again.differences if one.path[0] != "steps"]


@rule(MOON.clause("1"))
def no_law(count: int) -> int:
    """A rule that asks no law."""
    return count + 1


def in_days(count: int) -> int:
    """A function that asks a rule and is none."""
    return no_law(count)


class TestReceipt:
    """What is kept."""

    def test_holds_question_facts_answer_and_reasons(self) -> None:
        """By name, with clause, figure, reading and the law's digest."""
        held = kept(project_premium, CONTRACT, paid_on=PAID)
        assert [*held] == [
            "receipt", "library", "version", "ids", "question", "facts", "handed", "outcome", "refused", "figures",
            "readings", "cautions", "law", "steps",
        ]  # fmt: skip
        assert (held["receipt"], held["library"], held["version"]) == (SCHEMA, "gxinjury", __version__)
        assert held["question"]["name"] == "gxinjury.construction.project_premium"
        assert held["question"]["clause"] == "NN-1.1.2"
        assert held["facts"]["paid_on"] == "2016-05-01"
        assert held["facts"]["contract"]["price"] == "100000000"
        assert held["outcome"]["initial"]["amount"] == "130000.00"
        assert held["refused"] is None
        figure = figures(held)["project_premium_rate"]
        assert (figure["name"], figure["value"], figure["first"], figure["standing"], figure["clause"]) == (
            "project_premium_rate",
            {"$money.Rate": "1.3‰"},
            "2016-01-01",
            "PUBLISHED",
            "NN-1.1.2",
        )
        assert [(one["name"], one["member"], one["clause"]) for one in held["readings"]] == [
            ("who_is_in_progress", "LEGACY_ONLY", "NN-1.1.4")
        ]
        assert set(held["steps"]) == {
            "kind", "name", "label", "clause", "facts", "outcome", "source", "cautions", "steps",
        }  # fmt: skip
        assert held["law"]["digest"] == LAW.digest
        assert (held["law"]["readings"], held["law"]["figures"], held["law"]["departures"]) == ({}, {}, [])
        assert held["steps"]["steps"][0]["clause"] == "NN-1.1.2"

    def test_holds_figures_in_the_order_of_their_names(self) -> None:
        """Whatever the order in which the rules looked them up."""
        held = kept(project_premium, CONTRACT, paid_on=PAID)
        names = [one["name"] for one in held["figures"]]
        assert len(names) > 1
        assert names == sorted(names)

    def test_holds_each_value_of_a_figure_that_was_used(self) -> None:
        """Once, in the order of their days, however often and whenever it was looked up."""

        @rule(MOON.clause("1"))
        def rates(days: tuple[date, ...], law: Any = LAW) -> tuple[Rate, ...]:  # noqa: ANN401
            return tuple(law.project_premium_rate.on(day) for day in days)

        later, earlier = date(2016, 3, 1), date(2015, 12, 31)
        law = LAW.with_figure("project_premium_rate", Entry(later, Rate.per_mille("1.0"), ASSUMED))
        held = kept(rates, (later, earlier, later, earlier), law=law)
        assert [one["value"] for one in held["figures"]] == [{"$money.Rate": "1.3‰"}, {"$money.Rate": "1‰"}]

    def test_holds_what_the_law_departs_in(self) -> None:
        """A supplied figure with its source, and a reading."""
        law = CUT.reading(WhoIsInProgress.ANY)
        held = kept(project_premium, CONTRACT, paid_on=PAID, law=law)["law"]
        assert held["readings"] == {"who_is_in_progress": "ANY"}
        assert "assumed" in [one["source"]["en"] for one in held["figures"]["project_premium_rate"]["entries"]]
        assert held["digest"] == law.digest != LAW.digest
        assert len(held["departures"]) == 2

    def test_holds_a_refusal(self) -> None:
        """With kind, code and clause; asked again it is refused again."""
        held = kept(project_premium, CONTRACT, paid_on=date(2014, 1, 1))
        assert held["outcome"] is None
        assert held["refused"]["kind"] == NotInForceError.kind
        assert replay(held).holds

    def test_masks_ids_unless_they_are_asked_for(self) -> None:
        """Nowhere in the data, steps included."""
        changes = [RosterChange(Worker(ID), RosterChangeKind.ADD, date(2016, 5, 1))]
        assert ID not in json.dumps(kept(worker_cover, changes, Worker(ID)))
        assert json.dumps(kept(worker_cover, changes, Worker(ID), in_full=True)).count(ID) >= 2

    @pytest.mark.parametrize("explanation", [None, {}, 130000, Decimal(1)])
    def test_refuses_what_is_no_explanation(self, explanation: Any) -> None:  # noqa: ANN401
        """By name."""
        with pytest.raises(InvalidFactError, match=r"receipt\.explanation must be an explanation"):
            receipt(explanation)


class TestReplay:
    """What is asked again."""

    @pytest.mark.parametrize("door", QUESTIONS, ids=lambda door: door.asked.__name__)
    def test_every_question_answers_the_same(self, door: Door) -> None:
        """Its facts are read back from data, and nothing differs."""
        held = kept(door.asked, **door.facts, in_full=True)
        handed = {name: door.facts[name] for name in held["handed"]}
        assert replay(held, handed=handed).differences == ()

    @settings(max_examples=25)
    @given(project_cases())
    def test_every_case_answers_the_same(self, case: Any) -> None:  # noqa: ANN401
        """Whole assessments, ids in full."""
        assert replay(kept(assess_project, case, in_full=True)).differences == ()

    def test_under_a_reform_the_figure_is_named_as_the_cause(self) -> None:
        """Law and figure first, then the answer, which follows."""
        again = replay(kept(project_premium, CONTRACT, paid_on=PAID), under=CUT)
        assert paths(again) == [
            "law.digest",
            "figures.project_premium_rate.0.first",
            "figures.project_premium_rate.0.last",
            "figures.project_premium_rate.0.value.$money.Rate",
            "figures.project_premium_rate.0.verified_through",
            "outcome.initial.amount",
            "outcome.initial.rate",
        ]
        amount = again.differences[5]
        assert (amount.kept, amount.again) == ("130000.00", "100000.00")
        assert amount.why.en == "follows from the differences above"
        assert not again.holds
        assert set(again.same) == {"version", "readings", "refused", "cautions"}
        assert str(again).splitlines()[0] == "as in the receipt: release, readings, refusal, cautions"
        assert '当时 "130000.00"，现为 "100000.00"（由上述差异所致）' in again.text("zh")

    def test_under_another_reading_the_reading_is_named(self) -> None:
        """A project in progress when the notice came, its elapsed time counted in months."""
        contract = Contract("100000000", date(2014, 3, 20), date(2016, 9, 1))
        held = kept(project_premium, contract, paid_on=PAID)
        again = replay(held, under=LAW.reading(ElapsedTime.MONTHS))
        assert "readings.elapsed_time" in paths(again)
        (one,) = [one for one in again.differences if one.path[0] == "readings"]
        assert (one.kept, one.again) == ("DAYS", "MONTHS")

    def test_a_mended_figure_and_another_release_are_named(self) -> None:
        """As when a release corrects a value that was used."""
        held = kept(project_premium, CONTRACT, paid_on=PAID)
        held["version"] = "0.0.9"
        figures(held)["project_premium_rate"]["value"] = {"$money.Rate": "1.2‰"}
        again = replay(held)
        assert paths(again) == ["version", "figures.project_premium_rate.0.value.$money.Rate"]
        assert again.holds
        assert "release 0.0.9" in again.differences[0].why.en

    def test_a_figure_used_only_then_or_only_now_is_named(self) -> None:
        """Each with its values."""
        held = kept(project_premium, CONTRACT, paid_on=PAID)
        figures(held)["project_premium_rate"]["name"] = "other_rate"
        again = replay(held)
        told = [(one.path[1], one.kept, one.again, one.why.en.split()[-1]) for one in again.differences]
        rate = [{"$money.Rate": "1.3‰"}]
        assert told == [("other_rate", rate, None, "more"), ("project_premium_rate", None, rate, "then")]

    def test_another_answer_from_the_same_law_is_a_changed_rule(self) -> None:
        """Nothing else explains it."""
        held = kept(project_premium, CONTRACT, paid_on=PAID)
        held["outcome"]["initial"]["amount"] = "129999.99"
        (one,) = replay(held).differences
        assert one.why.en == "facts, figures and readings are the same, so a rule has changed"
        assert str(one).startswith('outcome.initial.amount: then "129999.99", now "130000.00"')

    @pytest.mark.parametrize("other", ["130000.00", None, 7, ["130000.00"]])
    def test_an_answer_of_another_kind_differs_as_a_whole(self, other: object) -> None:
        """A text, nothing, a number or a list where a record is now."""
        held = kept(project_premium, CONTRACT, paid_on=PAID)
        now = held["outcome"]
        (one,) = replay({**held, "outcome": other}).differences
        assert (one.path, one.kept, one.again) == (("outcome",), other, now)

    def test_a_reading_chosen_only_then_or_only_now_is_named(self) -> None:
        """With its question, whichever side told it."""
        held = kept(project_premium, CONTRACT, paid_on=PAID)
        held["readings"][0]["name"] = "other_question"
        told = [(one.path[1], one.kept, one.again) for one in replay(held).differences]
        assert told == [("other_question", "LEGACY_ONLY", None), ("who_is_in_progress", None, "LEGACY_ONLY")]

    def test_figures_and_readings_are_told_by_name(self) -> None:
        """In the order of their names, whatever the order in the receipt."""
        held = kept(project_premium, CONTRACT, paid_on=PAID)
        [reading] = held["readings"]
        held["readings"] = [{**reading, "name": name} for name in "gecafdb"]
        told = [one.path[1] for one in replay(held).differences if one.path[0] == "readings"]
        assert told == [*"abcdefg", "who_is_in_progress"]

    def test_a_difference_prints_with_ids_masked(self) -> None:
        """As every record does; its values are whole."""
        told = Difference(("facts", "worker"), f"张三 {ID}", f"李四 {ID}", ASSUMED)
        assert ID not in repr(told)
        assert told.kept == f"张三 {ID}"

    def test_figures_used_are_told_by_name_too(self) -> None:
        """As those of the readings."""
        held = kept(project_premium, CONTRACT, paid_on=PAID)
        rate = figures(held)["project_premium_rate"]
        held["figures"] += [{**rate, "name": name} for name in "gecafdb"]
        told = [one.path[1] for one in replay(held).differences if one.path[0] == "figures"]
        assert told == [*"abcdefg"]

    def test_how_many_steps_differ_is_told_where_any_does(self) -> None:
        """The steps are in the answer's JSON; the text counts them, and says nothing of none."""
        held = kept(project_premium, CONTRACT, paid_on=PAID)
        again = replay(held, under=CUT)
        shown, steps = again.text("en").splitlines(), [one for one in again.differences if one.path[0] == "steps"]
        assert len(shown) == 1 + (len(again.differences) - len(steps)) + 1
        assert shown[-1] == f"in the steps, further differences: {len(steps)}"
        held["version"] = "0.0.9"
        other = replay(held)
        assert [one.path[0] for one in other.differences] == ["version"]
        assert len(other.text("en").splitlines()) == 2

    def test_a_law_is_kept_with_its_numbers(self) -> None:
        """A source of figures is no person, so a number in it as long as an id is not masked, with ids or without."""
        for in_full in (False, True):
            held = kept(project_premium, CONTRACT, paid_on=PAID, law=NUMBERED, in_full=in_full)
            assert LONG_NUMBER.en in json.dumps(held["law"]["figures"])

    def test_a_long_value_is_cut_in_the_line(self) -> None:
        """At 160 characters it stands whole, marks of the text included; one more, and it ends in dots."""
        held = kept(project_premium, CONTRACT, paid_on=PAID)
        lines = []
        for length in (158, 159):
            held["outcome"]["initial"]["amount"] = "x" * length
            lines.append(str(replay(held).differences[0]))
        assert f'then "{"x" * 158}", now' in lines[0]
        assert f'then "{"x" * 159}…, now' in lines[1]

    @pytest.mark.parametrize(
        "law",
        [CUT, LAW.reading(ElapsedTime.MONTHS), LAW.only_verified(), CUT.only_verified(), LAW.known_on(PAID), NUMBERED],
    )
    def test_the_law_of_the_receipt_is_made_again(self, law: Any) -> None:  # noqa: ANN401
        """Figures, readings and strictness, from data alone."""
        assert replay(kept(project_premium, CONTRACT, paid_on=PAID, law=law)).differences == ()

    def test_the_law_of_a_place_is_made_again(self) -> None:
        """Not the country's, whose rate is another: with its own figures, readings and strictness."""
        for law in (FAR_SIDE_LAW, FAR_SIDE_LAW.reading(Nights.NOT_COUNTED), FAR_SIDE_LAW.only_verified()):
            held = kept(dust_bill, HAUL, paid_on=DUG, law=law)
            assert held["law"]["kind"] == "moonland.FarSideLaw"
            assert held["law"]["figures"] == {}
            assert replay(held, rule=dust_bill).differences == ()
        under = replay(kept(dust_bill, HAUL, paid_on=DUG), rule=dust_bill, under=FAR_SIDE_LAW)
        assert ("figures", "dust_rate") in {one.path[:2] for one in under.differences}

    @pytest.mark.parametrize("kind", ["moonland.NearSideLaw", "moonland.Haul", "law.Law", "", "moonland"])
    def test_a_law_that_nobody_has_is_refused(self, kind: str) -> None:
        """One that is gone, what is no law, another country's; not asked for where one is handed in."""
        held = kept(dust_bill, HAUL, paid_on=DUG)
        held["law"]["kind"] = kind
        with pytest.raises(CodecError, match=r"^law\.kind must be a law that this release has"):
            replay(held, rule=dust_bill)
        again = replay(held, rule=dust_bill, under=MOON_LAW)
        assert again.same == ("version", "figures", "readings", "outcome", "refused", "steps", "cautions")

    def test_a_rule_of_ones_own_is_handed_in(self) -> None:
        """A receipt names it, and does not know it."""
        held = kept(dust_bill, HAUL, paid_on=DUG, law=MOON_LAW.reading(Nights.NOT_COUNTED))
        assert held["question"]["name"] == "tests.moonland.dust_bill"
        assert held["law"]["readings"] == {"nights": "NOT_COUNTED"}
        with pytest.raises(CodecError, match="hand the function in as rule="):
            replay(held)
        assert replay(held, rule=dust_bill).differences == ()

    def test_what_no_data_can_hold_is_kept_as_it_is_shown(self) -> None:
        """A function that a rule hands to another, among the facts of a step."""

        @rule(MOON.clause("1"))
        def inner(day: date, how: object) -> int:
            return day.year if callable(how) else 0

        @rule(MOON.clause("1"))
        def outer(day: date) -> int:
            return inner(day, len)

        [step] = kept(outer, DUG)["steps"]["steps"]
        assert step["facts"]["how"] == "<built-in function len>"

    def test_a_rule_without_a_law_by_default_needs_one(self) -> None:
        """Nothing says which country's it is."""
        held = kept(dust_rate_on, DUG, MOON_LAW)
        with pytest.raises(InvalidFactError, match=r"replay\.law must be given"):
            replay(held, rule=dust_rate_on)
        assert replay(held, rule=dust_rate_on, under=MOON_LAW).holds

    def test_a_rule_that_takes_no_law_needs_none(self) -> None:
        """So a receipt that has one cannot be asked again by it, unless by mistake."""
        held = kept(dust_bill, HAUL, paid_on=DUG)
        with pytest.raises(InvalidFactError, match=r"replay\.law must be given"):
            replay({**held, "facts": {"count": 1}}, rule=no_law)

    def test_a_question_of_no_law(self) -> None:
        """Nothing to make again."""
        held = kept(no_law, 3)
        assert held["law"] is None
        assert replay(held, rule=no_law).differences == ()

    def test_what_is_no_rule_rests_on_no_clause(self) -> None:
        """A function of one's own that asks rules: what it is kept with has no clause, and theirs below it have."""
        held = kept(in_days, 3)
        assert held["question"] == {
            "name": "tests.law.in_days",
            "label": {"zh": "in days", "en": "in days"},
            "clause": None,
        }
        assert held["steps"]["clause"] is None
        assert [step["clause"] for step in held["steps"]["steps"]] == [str(MOON.clause("1"))]
        assert replay(held, rule=in_days).same

    def test_a_calendar_is_handed_in(self) -> None:
        """It is no data: the receipt says that there was one."""
        calendar = GuangxiCalendar()
        held = kept(employer_deadline, date(2016, 5, 3), calendar=calendar)
        assert held["handed"] == ["calendar"]
        assert kept(employer_deadline, date(2016, 5, 3), calendar=None)["handed"] == []
        with pytest.raises(InvalidFactError, match="hand them in as handed=, calendar"):
            replay(held)
        assert replay(held, handed={"calendar": calendar}).differences == ()

    @settings(max_examples=25)
    @given(injuries())
    def test_every_settlement_answers_the_same(self, injury: Injury) -> None:
        """Benefits of a worker or a family, in lines, refused ones too."""
        assert replay(kept(settle_injury, injury)).differences == ()


class TestMasked:
    """What a receipt without ids can tell."""

    def test_two_of_one_mask_are_not_taken_for_a_changed_rule(self) -> None:
        """Two ids that look alike once masked: the difference says so; in full there is none."""
        other = "450103197002022233"
        changes = [
            RosterChange(Worker(ID), RosterChangeKind.ADD, date(2016, 5, 1)),
            RosterChange(Worker(other), RosterChangeKind.ADD, date(2016, 3, 1)),
        ]
        [*_, last] = replay(kept(worker_cover, changes, Worker(ID))).differences
        assert last.why.en.startswith("ids are masked in the receipt, so that persons may not be told apart")
        assert replay(kept(worker_cover, changes, Worker(ID), in_full=True)).differences == ()


class TestBadReceipts:
    """What is none is refused, all of its faults at once."""

    @pytest.mark.parametrize("data", [None, [], {}, {"receipt": "1"}, {"receipt": True, "x": 1}, "receipt"])
    def test_what_is_no_receipt(self, data: Any) -> None:  # noqa: ANN401
        """Refused as a whole."""
        with pytest.raises(CodecError):
            replay(data)

    def test_one_of_a_later_release(self) -> None:
        """The reader is told to upgrade."""
        with pytest.raises(CodecError, match="upgrade to read it"):
            replay({**kept(project_premium, CONTRACT, paid_on=PAID), "receipt": SCHEMA + 1})

    @pytest.mark.parametrize(
        "part", ["version", "ids", "question", "facts", "handed", "figures", "readings", "cautions", "law", "steps"]
    )
    def test_each_part_is_needed(self, part: str) -> None:
        """One that is missing, or of another kind, is told by its name."""
        held = kept(project_premium, CONTRACT, paid_on=PAID)
        for mangled in ({name: one for name, one in held.items() if name != part}, {**held, part: 7}):
            with pytest.raises(CodecError) as refused:
                replay(mangled)
            assert [fault.path for fault in refused.value.faults] == [(part,)]

    def test_all_that_is_missing_is_told(self) -> None:
        """Part by part."""
        held = kept(project_premium, CONTRACT, paid_on=PAID)
        del held["facts"], held["law"]
        held["figures"] = {}
        with pytest.raises(CodecError) as caught:
            replay(held)
        assert {fault.path for fault in caught.value.faults} == {("facts",), ("law",), ("figures",)}
        assert "facts is missing, or is not what a receipt has there, got nothing" in str(caught.value)

    @pytest.mark.parametrize(
        ("part", "wrong", "path"),
        [
            ("question", {"name": 1}, ("question", "name")),
            ("question", {"name": "os.system"}, ("question", "name")),
            ("question", {"name": "gxinjury.construction.Contract"}, ("question", "name")),
            ("question", {"name": "gxinjury.againhere.x"}, ("question", "name")),
            ("question", {"name": "gxinjury.steps.Step"}, ("question", "name")),
            ("question", {"name": "gxinjury.money.to_fen"}, ("question", "name")),
            ("question", {"name": "gxinjury.construction."}, ("question", "name")),
            ("question", {"name": "gxinjury.construction.__class__"}, ("question", "name")),
            ("facts", {"paid_on": "2016-13-01"}, ("contract",)),
            ("figures", [1], ("figures", 0)),
            ("readings", [{}], ("readings", 0, "name")),
            ("law", {}, ("law", "kind")),
        ],
    )
    def test_a_part_that_is_wrong(self, part: str, wrong: Any, path: tuple[str | int, ...]) -> None:  # noqa: ANN401
        """Told at its place."""
        held = kept(project_premium, CONTRACT, paid_on=PAID)
        held[part] = wrong
        with pytest.raises(CodecError) as caught:
            replay(held)
        assert caught.value.faults[0].path == path
