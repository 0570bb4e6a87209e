"""Case files: what they hold, what is wrong with them, and there and back again."""

import json
import os
import pickle
import tomllib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.codec import Fault, FileError, Limits
from gxinjury.codec.names import readings_by_name
from gxinjury.codec.wording import written_path
from gxinjury.construction import (
    Contract,
    DelayFiling,
    Payment,
    PriceChange,
    ProjectCase,
    RosterChange,
    RosterChangeKind,
    TermChange,
    Warranty,
    Worker,
)
from gxinjury.errors import FactRule, GxInjuryError, InvalidFactError, told_below
from gxinjury.extra.cases import text
from gxinjury.extra.cases.answer_data import assessment_data
from gxinjury.extra.cases.answers import assess_case
from gxinjury.extra.cases.file import CaseFile, LawAsked, Project
from gxinjury.extra.cases.reading import LIMITS, fault_asked, read_case, structure_case, unstructure_case
from gxinjury.extra.cases.text import parse
from gxinjury.extra.strategies import ConstructionCase, construction_cases, laws
from gxinjury.law import LAW, Law
from gxinjury.law import readings as law_readings
from gxinjury.law.readings import CoverFrom, ElapsedTime, PremiumBase
from gxinjury.money import Rate
from gxinjury.privacy import printable
from gxinjury.texts import Language, Text

TEXTS: Final = st.text(min_size=1).filter(lambda text: bool(text.strip()))
CONTRACT: Final = {"price": "100000000", "commencement": "2015-10-09", "completion": "2016-06-30"}
FULL: Final = """
relief = "50%"
[project]
name = "A"
number = "1"
place = "Nanning"
owner = "B"
general_contractor = "C"
[contract]
price = 100_000_000
commencement = 2015-10-09
completion = "2016-06-30"
bid_price = 99_000_000.10
[progress]
started_on = 2015-10-12
completed_on = 2016-06-01
accepted_on = 2016-06-30
[[payments]]
amount = "65000"
paid_on = 2015-10-08
[[payments]]
amount = 1.005
paid_on = 2015-10-09
[[price_changes]]
amount = -1
agreed_on = 2016-01-01
[[term_changes]]
completion = 2016-07-31
agreed_on = 2016-01-02
[delay]
filed_on = 2016-05-31
[warranty]
ends = 2018-06-30
[law]
readings = { elapsed_time = "MONTHS", CoverFrom = "FIRST_PAYMENT" }
known_on = 2020-01-01
only_verified = true
"""


def told(data: dict[str, Any], language: Language = "en") -> list[str]:
    """Return the faults of the data of a file, a line each."""
    with pytest.raises(FileError) as caught:
        structure_case(data, "case.toml")
    return caught.value.text(language).splitlines()


def only(data: dict[str, Any], language: Language = "en") -> str:
    """Return the one fault of the data of a file, without the file's name."""
    [line] = told(data, language)
    return line.removeprefix("case.toml: ").removeprefix("case.toml：")


def with_contract(**sections: object) -> dict[str, Any]:
    """Return a file with a sound contract and other sections."""
    return {"contract": CONTRACT, **sections}


class TestReading:
    """A file becomes records, exactly as it stands."""

    def test_every_section(self) -> None:
        """Each section goes into its record; numbers with a point stay what they are."""
        case = structure_case(parse(FULL.encode(), "case.toml"))
        happened = ProjectCase(
            contract=Contract(
                price=100_000_000,
                commencement=date(2015, 10, 9),
                completion=date(2016, 6, 30),
                bid_price="99000000.10",
            ),
            started_on=date(2015, 10, 12),
            completed_on=date(2016, 6, 1),
            accepted_on=date(2016, 6, 30),
            price_changes=(PriceChange(amount=-1, agreed_on=date(2016, 1, 1)),),
            term_changes=(TermChange(completion=date(2016, 7, 31), agreed_on=date(2016, 1, 2)),),
            payments=(
                Payment(amount=65_000, paid_on=date(2015, 10, 8)),
                Payment(amount="1.005", paid_on=date(2015, 10, 9)),
            ),
            relief=Rate.percent(50),
            delay=DelayFiling(filed_on=date(2016, 5, 31)),
            warranty=Warranty(filed_on=None, roster_reported_on=None, ends=date(2018, 6, 30)),
        )
        assert case == CaseFile(
            happened,
            Project(name="A", number="1", place="Nanning", owner="B", general_contractor="C"),
            LawAsked((ElapsedTime.MONTHS, CoverFrom.FIRST_PAYMENT), date(2020, 1, 1), only_verified=True),
        )

    def test_the_contract_is_enough(self) -> None:
        """All other sections may be left out; the law is the law as it stands."""
        case = structure_case({"contract": CONTRACT})
        assert case.law.law() == LAW
        assert case.case.payments == ()

    def test_the_law_asked(self) -> None:
        """Readings, the day of knowledge and strictness make the law."""
        asked = LawAsked((ElapsedTime.MONTHS,), date(2019, 1, 1), only_verified=True)
        assert asked.law() == LAW.reading(ElapsedTime.MONTHS).known_on(date(2019, 1, 1)).only_verified()

    def test_json_is_the_same(self) -> None:
        """JSON says the same as TOML, null for what is not known."""
        data: dict[str, Any] = {
            "contract": {**CONTRACT, "price": 1e8, "bid_price": None},
            "relief": None,
            "payments": [],
        }
        content = json.dumps(data).replace("100000000.0", "100000000.10").encode()
        assert structure_case(parse(content, "case.json")).case.contract.price == Decimal("100000000.10")

    @pytest.mark.parametrize("written", ["50%", "50.0 %", "50％", "500‰"])
    def test_a_rate_has_its_unit(self, written: str) -> None:
        """Percent or per mille, half-width or full-width."""
        assert structure_case(with_contract(relief=written)).case.relief == Rate.percent(50)

    def test_readings_have_all_names(self) -> None:
        """Every reading of the law can be named, with every member, in either form of its name."""
        kinds = [getattr(law_readings, name) for name in law_readings.__all__ if name != "Reading"]
        assert set(readings_by_name("gxinjury").values()) == set(kinds)
        for name, kind in readings_by_name("gxinjury").items():
            for member in kind:
                for key in (name, kind.__name__):
                    case = structure_case(with_contract(law={"readings": {key: member.name}}))
                    assert case.law.readings == (member,)


class TestRoundTrip:
    """A case written as data reads back as the same case."""

    @given(
        construction_cases(),
        st.lists(st.none() | TEXTS, min_size=5, max_size=5),
        laws(),
        st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)),
        st.booleans(),
    )
    def test_there_and_back(
        self,
        project: ConstructionCase,
        names: list[str | None],
        law: Law,
        known_on: date | None,
        only_verified: bool,
    ) -> None:
        """Also through JSON text."""
        happened = ProjectCase(
            contract=project.contract,
            started_on=project.started_on,
            completed_on=project.completed_on,
            accepted_on=project.accepted_on,
            price_changes=project.price_changes,
            term_changes=project.term_changes,
            payments=project.payments,
            relief=project.relief,
            delay=project.delay,
            warranty=project.warranty,
        )
        case = CaseFile(happened, Project(*names), LawAsked(law.readings, known_on, only_verified))
        written = unstructure_case(case)
        assert structure_case(written) == case
        assert structure_case(parse(json.dumps(written).encode(), "case.json")) == case

    def test_changes_go_there_and_back(self) -> None:
        """The example with every section reads back as it was."""
        case = structure_case(parse(FULL.encode(), "case.toml"))
        assert structure_case(unstructure_case(case)) == case

    @pytest.mark.parametrize(
        ("worker", "written"),
        [
            ("张三", "张三"),
            ("450103198001011233", "450103198001011233"),
            (Worker("张三", "450103198001011233"), {"name": "张三", "resident_id": "450103198001011233"}),
        ],
    )
    def test_a_worker_is_written_in_full(self, worker: Worker | str, written: object) -> None:
        """By his key or as a record, with an id that is shown masked elsewhere."""
        added = RosterChange(worker, RosterChangeKind.ADD, date(2015, 11, 1))
        contract = structure_case({"contract": CONTRACT}).case.contract
        data = unstructure_case(CaseFile(ProjectCase(contract, roster=(added,))))
        assert json.loads(json.dumps(data))["roster"][0]["worker"] == written
        assert structure_case(data).case.roster == (added,)

    def test_defaults_are_left_out(self) -> None:
        """What is not said is not written."""
        assert unstructure_case(structure_case({"contract": CONTRACT})) == {"contract": CONTRACT}


class TestFaults:
    """Every fault names file, path, rule and value; all of a file are told at once."""

    @pytest.mark.parametrize(
        ("data", "fault"),
        [
            ({}, "contract is missing (contract)"),
            ({"contract": 1}, "contract must be a table of keys and values, got 1"),
            (
                {"contract": {**CONTRACT, "prise": 1}},
                "contract.prise is no known key; did you mean price?",
            ),
            (
                {"contract": {**CONTRACT, "Price": 1}},
                "contract.Price is no known key; did you mean price?",
            ),
            (
                {"contract": {**CONTRACT, "zzz": 1}},
                "contract.zzz is no known key; there are price, commencement, completion, bid_price",
            ),
            (with_contract(payment=[]), "payment is no known key; did you mean payments?"),
            (with_contract(roster_fil="a.csv"), "roster_fil is no known key; did you mean roster_file?"),
            (
                {"contract": {**CONTRACT, "roster_fil": "a.csv"}},
                "contract.roster_fil is no known key; there are price, commencement, completion, bid_price",
            ),
            (
                with_contract(warranty={"ends": "2018-06-30", "relief": "50%"}),
                "warranty.relief does not belong here; it goes to the top of the file, above the first [section]",
            ),
            (
                with_contract(paid_on="2016-01-01"),
                "paid_on does not belong here; it goes to [[payments]]",
            ),
            (
                with_contract(payments={"amount": 1}),
                "payments must be a list: in TOML each item is headed [[payments]], got a table",
            ),
            (with_contract(payments=[1]), "payments[0] must be a table of keys and values, got 1"),
            (
                with_contract(payments=[{"amount": 1, "paid_on": "2016-01-01"}, {"amount": 1}]),
                "payments[1].paid_on is missing (paid on)",
            ),
            (with_contract(relief=0.5), "relief must be a rate with its unit"),
            (with_contract(relief="0.5"), 'relief must be a rate with its unit, such as "50%" or "0.65‰", got \'0.5\''),
            (with_contract(relief="150%"), "relief must not be above 100%, got 150%"),
            (with_contract(relief="99999999%"), "relief must be a Decimal"),
            (with_contract(project={"name": 1}), "project.name must be a text in quotes, got 1"),
            (with_contract(project={"name": "  "}), "project.name must be a text that is not empty"),
            (with_contract(law={"only_verified": "no"}), "law.only_verified must be true or false, got 'no'"),
            (with_contract(law={"known_on": "1800-01-01"}), "law.known_on must lie in the years 1900 to 2199"),
            (with_contract(progress={"started_on": "2016-02-30"}), "progress.started_on must be a day such as"),
            (with_contract(progress={"started_on": "20160229"}), "progress.started_on must be a day such as"),
            (with_contract(progress={"started_on": 20160229}), "progress.started_on must be a day such as"),
            (
                with_contract(progress={"completed_on": "2016-06-02", "accepted_on": "2016-06-01"}),
                "progress.accepted_on must not be before completed_on (2016-06-02), got 2016-06-01",
            ),
            (
                with_contract(stoppages=[{"first": "2016-06-02", "last": "2016-06-01"}]),
                "stoppages[0].last must not be before first (2016-06-02), got 2016-06-01",
            ),
            (with_contract(warranty={}), "warranty.ends is missing (ends)"),
            (
                with_contract(term_changes=[{"completion": "2015-10-08", "agreed_on": "2016-01-01"}]),
                "term_changes[0].completion must not be before Contract.commencement (2015-10-09), got 2015-10-08",
            ),
            (
                with_contract(
                    price_changes=[
                        {"amount": 5, "agreed_on": "2016-01-01"},
                        {"amount": -100_000_005, "agreed_on": "2016-01-02"},
                        {"amount": 7, "agreed_on": "2016-01-03"},
                    ]
                ),
                "price_changes[1].amount must leave a price above zero, got -100000005",
            ),
            (with_contract(law={"readings": "MONTHS"}), "law.readings must be a table of readings"),
            (
                with_contract(law={"readings": {"elapsed_tim": "MONTHS"}}),
                "law.readings.elapsed_tim is no known reading; did you mean elapsed_time?",
            ),
            (
                with_contract(law={"readings": {"elapsed_time": "month"}}),
                "law.readings.elapsed_time is no member of the reading, got 'month'; did you mean MONTHS?",
            ),
            (
                with_contract(law={"readings": {"elapsed_time": 3}}),
                "law.readings.elapsed_time is no member of the reading, got 3; there are DAYS, DIFFERENCE, MONTHS",
            ),
            (
                with_contract(law={"readings": {"elapsed_time": "DAYS", "ElapsedTime": "DAYS"}}),
                "law.readings.ElapsedTime is named twice",
            ),
        ],
    )
    def test_says_what_is_wrong(self, data: dict[str, Any], fault: str) -> None:
        """One fault, one line: the path, the rule, the value, and what would be right."""
        assert only(data).startswith(fault)

    @pytest.mark.parametrize(
        ("value", "rule"),
        [
            ("0", "must be above zero, got 0"),
            (-1, "must be above zero, got -1"),
            ("1,000", "must be an amount in yuan"),
            ("", "must be an amount in yuan"),
            (1.5, "must be an amount in yuan"),
            (
                True,
                'must be an amount in yuan, such as 1234.50 or "1234.50", without marks between thousands, got true',
            ),
            (
                None,
                'must be an amount in yuan, such as 1234.50 or "1234.50", without marks between thousands, got nothing',
            ),
            (
                [],
                'must be an amount in yuan, such as 1234.50 or "1234.50", without marks between thousands, got a list',
            ),
            ("nan", "must be a finite number, got NaN"),
            (Decimal("inf"), "must be a finite number, got Infinity"),
            (Decimal("1e999999"), "must be below 10^15 yuan"),
            ("1e99999999999999999999", "must be an amount in yuan"),
        ],
    )
    def test_an_amount_is_an_amount(self, value: object, rule: str) -> None:
        """Zero, floats, NaN, infinity and absurd amounts are refused as what they are."""
        assert only({"contract": {**CONTRACT, "price": value}}).startswith(f"contract.price {rule}")

    def test_all_at_once(self) -> None:
        """Faults of values, of records and between sections stand together, each once."""
        data = {
            "contract": {"price": 0, "commencement": "2016-06-30", "completion": "2016-06-29", "bid_price": "x"},
            "progress": {"completed_on": "2016-06-02", "accepted_on": "2016-06-01"},
            "payments": [{"amount": -1, "paid_on": "1800-01-01"}, {"amount": 1, "paid_on": "2016-01-01"}],
            "price_changes": [{"amount": -1, "agreed_on": "2016-01-01"}],
            "warranty": {"ends": "1800-01-01", "filed_on": "1800-01-01"},
            "relief": "101%",
            "projects": {},
        }
        assert sorted(line.split(" ")[1] for line in told(data)) == [
            "contract.bid_price",
            "contract.completion",
            "contract.price",
            "payments[0].amount",
            "payments[0].paid_on",
            "progress.accepted_on",
            "projects",
            "relief",
            "warranty.ends",
            "warranty.filed_on",
        ]

    def test_what_hangs_on_a_fault_is_not_a_fault(self) -> None:
        """A wrong day at the start of a term does not make its end wrong, nor a wrong price the changes of it."""
        data = {
            "contract": {**CONTRACT, "price": "x", "commencement": "1800-01-01"},
            "price_changes": [{"amount": -1, "agreed_on": "2016-01-01"}],
        }
        assert len(told(data)) == 2
        assert len(told(with_contract(delay={"filed_on": "x", "acceptance_period_ends": "2016-06-01"}))) == 1

    def test_in_chinese(self) -> None:
        """The same faults, told in Chinese, line by line."""
        data = {"contract": {**CONTRACT, "price": 0, "prise": 1}, "payments": [{"amount": 1}], "relief": "x"}
        assert told(data, "zh") == [
            "case.toml：contract.prise 不是已知的键；是否应为 price（合同总造价）？",
            "case.toml：contract.price（合同总造价）必须大于零，现为 0",
            "case.toml：payments[0].paid_on（第1笔缴费）缺失（缴费日）",
            'case.toml：relief（阶段性降低费率的比例）必须是带单位的比率，如 "50%" 或 "0.65‰"，现为 \'x\'',
        ]

    def test_very_many_are_counted(self) -> None:
        """Fifty are told, the rest are counted, in either language."""
        data = with_contract(payments=[{"amount": 0, "paid_on": "2016-01-01"}] * 60)
        assert told(data)[50:] == ["case.toml: further faults: 10"]
        assert told(data, "zh")[50:] == ["case.toml：另有10处差错"]

    def test_ids_are_masked(self) -> None:
        """A resident id that stands where it should not is told masked, as value, as key and as name."""
        number = "450103198001011234"
        data = with_contract(relief=number, progress={number: 1})
        with pytest.raises(FileError) as caught:
            structure_case(data, f"{number}.toml")
        assert number not in str(caught.value) + caught.value.text("zh") + repr(caught.value)

    def test_the_error_pickles(self) -> None:
        """It can be handed between processes."""
        error = FileError("case.toml", [Fault(("a",), FactRule(zh="缺失", en="is missing", code="missing"))])
        copy = pickle.loads(pickle.dumps(error))  # noqa: S301  (our own bytes)
        assert (str(copy), copy.file, copy.faults) == (str(error), "case.toml", error.faults)
        assert isinstance(copy, ValueError)

    def test_paths_are_legible(self) -> None:
        """A key of odd characters stands in quotes, a long one is cut, no control character gets through."""
        assert written_path(("a", 0, "b c")) == 'a[0]."b c"'
        assert written_path(("x\x1b\n",)) == '"x\ufffd "'
        assert written_path(("x" * 100,)) == f'"{"x" * 59}…"'
        assert printable("a\tb") == "a b"

    def test_a_value_is_told_and_not_a_tree(self) -> None:
        """A value that is no value of a file is told as text."""
        fault = Fault(("a",), FactRule(zh="错", en="is wrong", code="wrong"), Rate.percent(120))
        assert str(FileError("f", [fault])) == "f: a is wrong, got 120%"


@pytest.mark.clause("NN-1.1.3")
def test_a_change_that_uses_the_price_up_is_told_at_its_place() -> None:
    """P18: of two alike the later one is at fault, though it stands first in the file."""
    changes = [{"amount": -60, "agreed_on": day} for day in ("2015-12-01", "2015-11-01")]
    with pytest.raises(FileError) as caught:
        structure_case({"contract": CONTRACT | {"price": "100"}, "price_changes": changes})
    [fault] = caught.value.faults
    assert fault.path == ("price_changes", 0, "amount")
    assert fault.text("en") == "price_changes[0].amount must leave a price above zero, got -60"


class TestAssessing:
    """What happens in life is answered as far as it goes; what a case cannot be is told as of the file."""

    @pytest.mark.clause("NN-1.1.4", "NN-0", "NN-1.3.3")
    @pytest.mark.parametrize(
        ("sections", "part", "reason"),
        [
            (
                {"payments": [{"amount": 1, "paid_on": "2016-07-01"}]},
                ("PREMIUM", "OUT_OF_SCOPE", "paid_after_term", "NN-1.1.4"),
                "the payment day 2016-07-01 lies after the contract term",
            ),
            (
                {"payments": [{"amount": 1, "paid_on": "2014-07-01"}]},
                ("PREMIUM", "NOT_IN_FORCE", "not_yet_in_force", "NN-1.1.2"),
                "rate of the project premium has no value in force on 2014-07-01",
            ),
        ],
    )
    def test_says_what_is_not_answered(self, sections: dict[str, Any], part: tuple[str, ...], reason: str) -> None:
        """Out of scope, not in force or a fact that is missing: the part, its kind, its code, its clause and why."""
        case = structure_case(with_contract(**sections))
        data = assessment_data(assess_case(case, "x.toml"))
        [told] = data["unanswered"]
        assert (told["part"], told["kind"], told["code"], told["clause"]) == part
        assert told["en"].startswith(reason)
        assert [finding["code"] for finding in data["findings"]].count("not_answered") == 1
        assert (data["premium"] is None) is (data["account"] is None) is (part[0] == "PREMIUM")

    def test_a_law_that_is_silent_is_no_fault_of_the_file(self) -> None:
        """Paid after a term that was over before the notice, the premium is unanswered, and the rest is told."""
        old = {"price": 100, "commencement": "2013-01-01", "completion": "2014-06-30"}
        case = structure_case({"contract": old, "payments": [{"amount": 1, "paid_on": "2014-12-31"}]})
        [unanswered] = assess_case(case, "x.toml").outcome.unanswered
        assert (unanswered.kind.name, str(unanswered.clause)) == ("NOT_IN_FORCE", "NN-1.1.2")
        assert "2014-12-31" in unanswered.reason.en

    def test_is_a_fault_of_the_file(self) -> None:
        """What a reading asks for and the file does not have is told at its place, in one line that names the file."""
        roster = [{"worker": "张三", "kind": "remove", "reported_on": "2015-11-01"}]
        law = {"readings": {"removal_effect": "LEAVING_DAY"}}
        case = structure_case(
            with_contract(
                payments=[{"amount": 130_000, "paid_on": "2015-10-08"}],
                roster=[{**roster[0], "kind": "add", "reported_on": "2015-10-08"}, *roster],
                law=law,
            )
        )
        with pytest.raises(FileError) as caught:
            assess_case(case, "x.toml")
        [line] = str(caught.value).splitlines()
        assert line.startswith("x.toml: roster")
        assert isinstance(caught.value.__cause__, GxInjuryError)


class TestFiles:
    """A file that is no case file says so in one line."""

    @pytest.mark.parametrize(
        ("name", "content", "en", "zh"),
        [
            ("x.toml", b"", "the file is empty", "文件是空的"),
            ("x.toml", b"\xef\xbb\xbf \n", "the file is empty", "文件是空的"),
            (
                *("x.toml", b"a = 1\nb c"),
                "the file is no TOML: line 2, column 3 (Expected '=' after a key in a key/value pair)",
                "不是合法的 TOML：第2行第3列（键名之后应有英文等号）",
            ),
            ("x.toml", b"a = 1\0", "the file is no TOML: line 1, column 6", "不是合法的 TOML：第1行第6列"),
            ("x.toml", b"a =", "the file is no TOML: at its end", "不是合法的 TOML：文件末尾"),
            ("x.toml", b"a = 2016-02-30", "the file is no TOML: line 1", "不是合法的 TOML：第1行"),
            ("x.toml", b"a = " + b"1" * 5000, "the file holds a number of too many digits", "含有位数过多的数字"),
            ("x.toml", b"a = " + b"[" * 10_000, "the file is nested too deeply", "嵌套层数过多"),
            ("x.toml", b"\n" + b"a." * 10_000 + b"b = 1", "line 2 is too long and is not read", "第2行过长"),
            ("x.json", b'{"a": 1', "the file is no JSON: line 1, column 8", "不是合法的 JSON：第1行第8列"),
            ("x.json", b'{"a": "\0"}', "the file is no JSON: line 1, column 8", "不是合法的 JSON：第1行第8列"),
            ("x.json", b'{"a": ' + b"1" * 5000 + b"}", "the file holds a number of too many", "含有位数过多的数字"),
            ("x.json", b"[" * 100_000, "the file is nested too deeply", "嵌套层数过多"),
            ("x.json", b"[1]", "the file must hold a table", "最外层必须是一组键值"),
            ("x.json", b'{"a": {"b": 1, "b": 2}}', "the key b stands twice in one place", "键 b 在同一处出现两次"),
            ("x", b'{"a": 1', "the file is no JSON", "不是合法的 JSON"),
            ("x", b"a = ", "the file is no TOML", "不是合法的 TOML"),
            (
                "x.toml",
                "a = 1\nb = '南宁'".encode("gbk"),
                "the file is not UTF-8: line 2 has the byte 0xC4 (byte 12 of the file); save it as UTF-8",
                "文件不是 UTF-8 编码：第2行有字节 0xC4（文件第 12 字节）",
            ),
            ("x.toml", b"\xef\xbb\xbf\xff", "line 1 has the byte 0xFF (byte 4 of the file)", "第 4 字节"),
            ("x.toml", b"\n\n\x00\xff", "line 3 has the byte 0xFF (byte 4 of the file)", "第3行有字节 0xFF"),
        ],
    )
    def test_says_what_it_is_instead(self, tmp_path: Path, name: str, content: bytes, en: str, zh: str) -> None:
        """Which form it is not, and where; byte, line and column count from one."""
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(FileError) as caught:
            read_case(path)
        assert str(caught.value).startswith(f"{path}: ")
        assert en in str(caught.value)
        assert zh in caught.value.text("zh")
        assert "\n" not in str(caught.value)

    def test_a_mark_before_the_text_is_no_matter(self, tmp_path: Path) -> None:
        """The byte-order mark that Windows writes is left out; the suffix may be in capitals or missing."""
        for name in ("x.TOML", "x"):
            path = tmp_path / name
            path.write_bytes(b"\xef\xbb\xbf" + FULL.encode())
            assert read_case(path).project.name == "A"
        path = tmp_path / "x"
        path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"contract": CONTRACT}).encode())
        assert read_case(str(path)).case.contract.price == 100_000_000

    def test_a_long_line(self) -> None:
        """A line of TOML of 20,000 characters is read, one more is not; JSON may stand in one line."""
        assert len(parse(b"a = '%s'" % (b"a" * 19_994), "x.toml")["a"]) == 19_994
        with pytest.raises(FileError, match="line 1 is too long"):
            parse(b"a = '%s'" % (b"a" * 19_995), "x.toml")
        assert len(parse(b'{"a": "%s"}' % (b"a" * 30_000), "x.json")["a"]) == 30_000

    def test_json_numbers_are_exact(self) -> None:
        """A number with a point is read as it stands, NaN as what it is, an absurd one as its text."""
        data = parse(b'{"a": 0.1, "b": NaN, "c": 1e99999999999999999999, "d": 7}', "x.json")
        assert (data["a"], data["c"], data["d"]) == (Decimal("0.1"), "1e99999999999999999999", 7)
        assert data["b"].is_nan()

    @pytest.mark.parametrize(
        ("make", "message"),
        [
            (Path.absolute, "there is no such file"),
            (Path.mkdir, "it is a directory, not a file"),
            (lambda path: path.symlink_to(path), "the file cannot be read: "),
        ],
    )
    def test_what_cannot_be_read(self, tmp_path: Path, make: Callable[[Path], object], message: str) -> None:
        """Missing, a directory, a link to itself."""
        path = tmp_path / "x.toml"
        make(path)
        with pytest.raises(FileError, match=message):
            read_case(path)

    def test_no_name_at_all(self) -> None:
        """A name with a NUL in it is no name."""
        with pytest.raises(FileError, match="it is no possible name of a file"):
            read_case("x\0.toml")

    def test_not_allowed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file that may not be read."""
        path = tmp_path / "x.toml"
        path.write_bytes(b"")

        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
        with pytest.raises(FileError, match="may not be read"):
            read_case(path)

    @pytest.mark.skipif(os.name == "nt", reason="there are none on Windows")
    def test_a_pipe_or_a_device_is_not_waited_for(self, tmp_path: Path) -> None:
        """Opening a pipe that nobody writes to would last for ever, as would reading a device to its end."""
        pipe = tmp_path / "pipe.toml"
        os.mkfifo(pipe)
        for path in (pipe, Path("/dev/zero")):
            with pytest.raises(FileError, match="a pipe or a device"):
                read_case(path)

    def test_a_huge_file_is_not_opened(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Its size tells."""
        path = tmp_path / "x.toml"
        with path.open("wb") as file:
            file.truncate(1 << 34)
        monkeypatch.delattr(Path, "open")
        with pytest.raises(FileError, match="larger than 16 MiB"):
            read_case(path)

    def test_huge(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file of the largest size is read, one byte more is not."""
        path = tmp_path / "x.toml"
        path.write_bytes(FULL.encode().rstrip())
        monkeypatch.setattr(text, "_LARGEST_FILE", len(FULL.encode().rstrip()))
        assert read_case(path).project.name == "A"
        path.write_bytes(FULL.encode() + b"\n")
        with pytest.raises(FileError, match="larger than 16 MiB"):
            read_case(path)


def test_a_complaint_of_another_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the reader of TOML names no place, what it says is told all the same, without a traceback."""

    def complains(_: str, **__: object) -> dict[str, Any]:
        raise tomllib.TOMLDecodeError("something odd")

    monkeypatch.setattr(tomllib, "loads", complains)
    with pytest.raises(FileError, match="something odd"):
        parse(b"a = 1", "case.toml")


class TestExamples:
    """The example files are cases."""

    EXAMPLES: Final = Path(__file__).parents[3] / "examples"

    def test_json_and_toml_agree(self) -> None:
        """The ordinary project is the same in both forms."""
        assert read_case(self.EXAMPLES / "ordinary.json") == read_case(self.EXAMPLES / "ordinary.toml")

    def test_the_form_is_told_by_the_name(self) -> None:
        """Whatever the text begins with; where the name tells nothing, by a brace."""
        data = {"contract": {"price": 1}}
        braces = b'{"contract": {"price": 1}}'
        assert parse(braces, "case.JSON") == parse(b" " + braces, "case.txt") == parse(braces, "-") == data
        assert parse(b"contract.price = 1", "case.txt") == data
        with pytest.raises(FileError, match="TOML"):
            parse(braces, "case.TOML")
        with pytest.raises(FileError, match="JSON"):
            parse(b"contract.price = 1", "case.json")

    def test_the_base_is_a_choice(self) -> None:
        """A reading named in a file reaches the bill."""
        case = read_case(self.EXAMPLES / "in_progress_with_raise.toml")
        data = unstructure_case(case)
        data["law"] = {"readings": {"premium_base": "BID_PRICE"}}
        assert structure_case(data).law.readings == (PremiumBase.BID_PRICE,)
        bill = assess_case(structure_case(data)).outcome.bill
        assert bill is not None
        assert bill.initial.base == 99_000_000


def test_a_law_that_knows_no_limit_is_told_with_its_clause() -> None:
    """What nobody had published by a day is a fault of the whole file: what to supply, and by which clause."""
    hurt = {"worker": "甲", "happened_at": "2015-10-20T09:00+08:00", "work_cause": True, "on_site": True}
    case = structure_case({"contract": CONTRACT, "injuries": [hurt], "law": {"known_on": "1990-01-01"}})
    with pytest.raises(FileError) as caught:
        assess_case(case)
    assert [fault.path for fault in caught.value.faults] == [()]
    assert str(caught.value).startswith("case: days for the employer to apply has no value at all")
    assert str(caught.value).endswith("[REG-17.1]")


@pytest.mark.parametrize(
    ("record", "field", "path"),
    [
        ("Injury", "stays[0].first", ("injuries", 1, "benefits", "stays", 0, "first")),
        ("paid_injury_leave", "months", ("injuries", 1, "benefits", "leave_months")),
        ("paid_injury_leave", "extension_months", ("injuries", 1, "benefits", "leave_extension_months")),
        ("reference_wage", "monthly_wages[2]", ("injuries", 1, "benefits", "monthly_wages")),
        ("city_average", "assessed_on", ("injuries", 1, "benefits", "benefits_assessed_on")),
        ("city_average", "paid_on", ("injuries", 1, "benefits", "benefits_paid_on")),
        ("termination_subsidies", "ground", ("injuries", 1, "benefits", "termination", "ground")),
        ("BenefitFacts", "wage", ("injuries", 1, "benefits", "wage")),
        ("RosterChange", "happened_on", ("roster", "happened_on")),
        ("report_deadline", "known_at", ("injuries", 1, "known_at")),
    ],
)
def test_what_is_asked_of_an_accident_is_told_there(record: str, field: str, path: tuple[str | int, ...]) -> None:
    """The error says which accident; what a question calls a fact is told by its key."""
    with pytest.raises(InvalidFactError) as caught, told_below("accidents", 1):
        raise InvalidFactError(record, field, Text(zh="错", en="is wrong"), 1)
    assert fault_asked(caught.value).path == path


def test_what_a_change_of_the_roster_lacks_is_told_of_the_roster() -> None:
    """Which change it is, the refusal tells; the file may hold it in a sheet beside it."""
    with pytest.raises(InvalidFactError) as caught, told_below("roster", 3):
        raise InvalidFactError("RosterChange", "happened_on", Text(zh="错", en="is wrong"), 1)
    assert fault_asked(caught.value).path == ("roster", "happened_on")


@pytest.mark.parametrize(
    ("field", "path"),
    [
        ("accidents", ("injuries",)),
        ("diseases", ("diseases",)),
        ("accidents[1]", ("injuries", 1)),
        ("accidents[1].happened_at", ("injuries", 1, "happened_at")),
        ("diseases[0].diagnosed_on", ("diseases", 0, "diagnosed_on")),
    ],
)
def test_a_fault_of_the_harms_is_told_at_their_place(field: str, path: tuple[str | int, ...]) -> None:
    """All of them, or one of them by its number, under the name that a file has for them."""
    refused = InvalidFactError("ProjectCase", field, FactRule(zh="须为真", en="must be so", code="so"), 1)
    assert fault_asked(refused).path == path


def test_how_much_of_a_case_is_read() -> None:
    """A thousand faults, 1,000,000 values, 32 levels; or less."""
    assert Limits(faults=1_000, items=1_000_000, depth=32) == LIMITS
    with pytest.raises(FileError) as caught:
        structure_case({"contract": CONTRACT}, limits=Limits(items=2))
    assert [fault.code for fault in caught.value.faults] == ["too_many"]


def test_what_does_not_go_together_is_told_beside_what_cannot_be_read() -> None:
    """Second notices of a year, a name that two have, a day before another: all at once."""
    roster = [
        {"worker": {"name": "张三", "resident_id": one}, "kind": "add", "reported_on": "2015-11-01"}
        for one in ("450103198001011233", "450103198502022221")
    ]
    hurt = {"worker": "张三", "happened_at": "2015-10-20T09:00+08:00", "work_cause": True, "on_site": True}
    found = told({
        "contract": CONTRACT,
        "payments": {},
        "price_changes": [{"amount": "-100000000", "agreed_on": "2015-11-01"}],
        "days_off": [{"year": 2020}, {"year": 2020}],
        "roster": roster,
        "injuries": [hurt],
        "progress": {"completed_on": "2016-05-01", "accepted_on": "2016-04-30"},
    })  # fmt: skip
    assert [line.split(" ")[1] for line in found] == [
        "progress.accepted_on", "payments", "days_off[1]", "injuries[0].worker", "price_changes[0].amount"
    ]  # fmt: skip
