"""A case asked for question by question: what is typed, what hangs on it, what is refused, what is written."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given

from gxinjury.codec.readers import RefusedError
from gxinjury.extra.cases import questions
from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.hanging import hanging_on, refused_by
from gxinjury.extra.cases.interview import Ended, Question, interview
from gxinjury.extra.cases.open import structure_open_case
from gxinjury.extra.cases.reading import structure_case, unstructure_case
from gxinjury.extra.cases.toml import toml_text
from gxinjury.extra.cases.typed import read_typed
from gxinjury.extra.strategies import project_cases
from gxinjury.facts import Yuan
from gxinjury.texts import Text

CONTRACT: Final = {"price": "23856000", "commencement": "2015-10-09", "completion": "2016-06-30"}


class TestTyped:
    """Answers as people type them."""

    @pytest.mark.parametrize(
        "text", ["2015年11月1日", "2015.11.1", "2015-11-01", "2015/11/1", "20151101", "２０１５年１１月１日"]
    )
    def test_days(self, text: str) -> None:
        """In every usual form."""
        assert read_typed(date, f" {text} ") == date(2015, 11, 1)

    @pytest.mark.parametrize(
        ("text", "yuan"),
        [
            ("23,856,000", 23_856_000),
            ("2385.6万元", 23_856_000),
            ("2,385.6 万", 23_856_000),
            ("￥23,856,000.00元", 23_856_000),
            ("２３８５．６万元", 23_856_000),
            ("1.2亿", 120_000_000),
            ("-5", -5),
        ],
    )
    def test_amounts(self, text: str, yuan: int) -> None:
        """With separators, with a sign, in 万元."""
        assert read_typed(Yuan, text) == yuan

    @pytest.mark.parametrize(
        ("text", "hour", "minute"),
        [
            ("2016-03-01 09:10", 9, 10),
            ("2016年3月1日9时10分", 9, 10),
            ("2016年3月1日 上午9点", 9, 0),
            ("2016.3.1 下午2点半", 14, 30),
            ("2016-03-01T14:30:00+08:00", 14, 30),
            ("2016/3/1 晚上11：05", 23, 5),
            ("2016-3-1 中午12点", 12, 0),
            ("2016-3-1 零时", 0, 0),
        ],
    )
    def test_moments(self, text: str, hour: int, minute: int) -> None:
        """As a clock in China shows them."""
        moment = read_typed(datetime, text)
        assert (moment.date(), moment.hour, moment.minute) == (date(2016, 3, 1), hour, minute)
        assert moment.utcoffset().total_seconds() == 8 * 3600

    @pytest.mark.parametrize(
        ("text", "meant"), [("是", True), ("是的。", True), ("✓", True), ("Y", True), ("没有", False), ("No.", False)]
    )
    def test_yes_and_no(self, text: str, meant: bool) -> None:  # what is meant
        """In both languages."""
        assert read_typed(bool, text) is meant

    @pytest.mark.parametrize(
        ("kind", "text", "code"),
        [
            (date, "十一月", "no_day"),
            (date, "2015-11", "month_only"),
            (Yuan, "三千", "no_amount"),
            (Yuan, "1,2", "no_amount"),
            (datetime, "2016-03-01", "no_moment"),
            (datetime, "2016-03-01 25:00", "no_moment"),
            (datetime, "昨天9:10", "no_day"),
            (bool, "也许", "no_flag"),
        ],
    )
    def test_what_is_none(self, kind: Any, text: str, code: str) -> None:  # noqa: ANN401  # a type
        """It is told in words that help to mend it."""
        with pytest.raises(RefusedError) as caught:
            read_typed(kind, text)
        assert caught.value.fault.code == code

    def test_texts(self) -> None:
        """As they stand."""
        assert read_typed(str, " 邕江花园 ") == "邕江花园"


class TestToml:
    """Data written as a case file."""

    @given(project_cases())
    def test_reads_back(self, case: Any) -> None:  # noqa: ANN401  # a case
        """Whatever case there is, its data come back through TOML."""
        data = unstructure_case(CaseFile(case))
        read = tomllib.loads(toml_text(data), parse_float=Decimal)
        assert structure_case(read) == CaseFile(case)

    def test_values(self) -> None:
        """Numbers as they are, texts in quotes whatever they hold, keys too."""
        data = {
            "a": Decimal("31012.80"),
            "b": Decimal("1E+3"),
            "c": [1, "x"],
            "none": None,
            "键": '引"号\n\x7f',
            "moment": datetime(2016, 3, 1, 9, 10, tzinfo=UTC),
            "empty": [],
            "in": [[{"x": True}]],
            "t": {"u": {"v": 1}, "w": [{"x": {"y": 1}}, {"x": {"y": 2}}]},
        }
        read = tomllib.loads(toml_text(data))
        del data["none"]
        assert read == {**data, "a": 31012.8, "b": 1000}
        assert toml_text({"t": {"a": 1}}) == "[t]\na = 1\n"
        assert toml_text({"mixed": [{"a": 1}, 2, []]}) == "mixed = [{ a = 1 }, 2, []]\n"


def answers(*given: object) -> Iterator[object]:
    """Yield what is answered; then nobody answers any more."""
    yield from given
    raise Ended


class TestInterview:
    """The questions in their order, what is left out, what is asked again."""

    @staticmethod
    def asked(data: Mapping[str, Any], *given: object) -> tuple[dict[str, Any], list[str]]:
        """Return what came out, and the places that were asked for."""
        places = []
        coming = iter(given)

        def ask(question: Question, _: Mapping[str, Any]) -> object:
            places.append(".".join(map(str, question.path)))
            try:
                return next(coming)
            except StopIteration:
                raise Ended from None

        return interview(data, ask), places

    def test_all_of_it(self) -> None:
        """A payment, another one without its amount, delay papers, an accident."""
        given = ["邕江花园", 1, 2, 3, None, 4, 5, 6, None, 7, 8, 9]
        known, places = self.asked({}, *given, "花名册.csv", 10, "张三", True, False, None, None, None)
        assert known == {
            "project": {"name": "邕江花园"},
            "contract": {"price": 1, "commencement": 2, "completion": 3},
            "payments": [{"paid_on": 4, "amount": 5}],
            "progress": {"accepted_on": 7},
            "delay": {"filed_on": 8, "acceptance_period_ends": 9},
            "roster_file": "花名册.csv",
            "injuries": [{"happened_at": 10, "worker": "张三", "work_cause": True, "on_site": False}],
        }
        assert places[:8] == [
            "project.name",
            "contract.price",
            "contract.commencement",
            "contract.completion",
            "progress.started_on",
            "payments.0.paid_on",
            "payments.0.amount",
            "payments.1.paid_on",
        ]
        assert places[-1] == "injuries.1.happened_at"

    def test_what_is_needed(self) -> None:
        """A payment means nothing without its amount; all else can do without."""
        needed = {}

        def ask(question: Question, _: Mapping[str, Any]) -> object:
            needed[".".join(map(str, question.path))] = question.is_needed
            return 1 if len(needed) < 30 else None

        interview({}, ask)
        assert {place.rpartition(".")[2] for place, is_needed in needed.items() if is_needed} == {"amount"}
        assert needed["payments.0.paid_on"] is False

    def test_everything_skipped(self) -> None:
        """Nothing is known then, and what hangs on a first answer is not asked."""
        known, places = self.asked({}, *[None] * 20)
        assert known == {}
        assert "delay.acceptance_period_ends" not in places
        assert [place for place in places if place.startswith("payments")] == ["payments.0.paid_on"]

    def test_ended_early(self) -> None:
        """What was answered stays; a payment without its amount does not."""
        known, _ = self.asked({}, "邕江花园", 1, 2, 3, None, 4)
        assert known == {
            "project": {"name": "邕江花园"},
            "contract": {"price": 1, "commencement": 2, "completion": 3},
        }

    def test_a_payment_whose_day_is_not_told(self) -> None:
        """It stays, as it has its amount; one that has a day only goes."""
        payments = [{"amount": 5}, {"paid_on": 6}]
        assert self.asked({"payments": payments}, *[None] * 20)[0] == {"payments": payments[:1]}
        known, places = self.asked({"payments": payments[::-1]}, *[None] * 20)
        assert known == {"payments": payments[:1]}
        assert [one for one in places if one.startswith("payments")] == [
            "payments.0.amount", "payments.0.paid_on", "payments.1.paid_on"
        ]  # fmt: skip

    def test_a_thin_case(self) -> None:
        """What it holds is not asked again, and is not changed itself."""
        thin: dict[str, Any] = {
            "contract": dict(CONTRACT),
            "injuries": [{"happened_at": "2016-03-01T09:00+08:00"}],
            "relief": "50%",
        }
        known, places = self.asked(thin, *[None] * 6, "张三", True, *[None] * 20)
        assert not {"contract.price", "injuries.0.happened_at"}.intersection(places)
        assert known["injuries"][0]["worker"] == "张三"
        assert (known["relief"], "worker" in thin["injuries"][0]) == ("50%", False)
        assert structure_open_case(known).injuries == (frozenset({"happened_at", "worker", "work_cause"}),)


class TestAnswers:
    """What an answer would change, and whether it can stand beside the others."""

    def test_an_answer_that_does_not_fit(self) -> None:
        """A day before the one that it must follow is refused; what was wrong before is not told again."""
        question = Question(("contract", "completion"), Text("竣工", "completion"), date)
        data = {"contract": {"price": "0", "commencement": "2015-10-09"}}
        [fault] = refused_by(data, question, date(2015, 1, 1), None)
        assert (fault.place, fault.code) == ("contract.completion", "too_early")
        assert refused_by(data, question, date(2016, 6, 30), None) == ()

    @pytest.mark.parametrize("number", [0, 1, 2])
    def test_an_answer_that_does_not_fit_beside_other_items(self, number: int) -> None:
        """All of them stand beside it, in their order."""
        changes: list[dict[str, object]] = [{"amount": -40, "agreed_on": f"2015-11-0{day}"} for day in (1, 2, 3)]
        changes[number] = {"agreed_on": changes[number]["agreed_on"]}
        data = {"contract": {**CONTRACT, "price": "100"}, "price_changes": changes}
        question = Question(("price_changes", number, "amount"), Text("金额", "amount"), Yuan)
        [fault] = refused_by(data, question, -40, None)
        assert fault.place == "price_changes[2].amount"
        assert refused_by(data, question, -1, None) == ()

    def test_what_hangs_on_a_question_of_a_case_with_a_roster_beside_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The roster is read; the readings, which take long, are not looked at."""
        told = "序号,姓名,性别,身份证号,增减,原因,月工资,参保时间\n1,王五,男,,增,进场,4000,2015-10-09\n"
        (tmp_path / "roster.csv").write_text(f"填报时间,2015-10-28\n{told}", "utf-8")
        monkeypatch.setattr(questions, "_reading_reports", None)
        data = {"contract": CONTRACT, "roster_file": "roster.csv"}
        question = Question(("payments", 0, "paid_on"), Text("x", "x"), str)
        assert len(hanging_on(data, question, tmp_path, "en")) == 2
        assert hanging_on(data, question, None, "en") == ()
        assert structure_open_case(data, folder=tmp_path).known >= {"roster", "roster_file"}

    def test_an_item_of_a_list(self) -> None:
        """Those that say nothing yet do not stand in the way."""
        question = Question(("injuries", 0, "worker"), Text("职工", "worker"), str)
        data = {"contract": dict(CONTRACT), "injuries": [{}], "payments": [{}], "delay": {}}
        assert refused_by(data, question, "张三", None) == ()

    @pytest.mark.parametrize(
        ("data", "path", "about"),
        [
            (
                {"contract": CONTRACT},
                ("payments", 0, "paid_on"),
                ["how the premium is billed", "project's cover on that day"],
            ),
            ({"contract": CONTRACT}, ("project", "name"), []),
            ({"contract": {"price": "x"}}, ("contract", "completion"), []),
            ({}, ("contract", "price"), []),
            ({"contract": {"price": "1"}}, ("contract", "completion"), ["how the premium is billed"]),
        ],
    )
    def test_what_hangs_on_a_question(
        self, data: Mapping[str, Any], path: tuple[str | int, ...], about: list[str]
    ) -> None:
        """The parts of the answer that can still change by it."""
        found = hanging_on(data, Question(path, Text("x", "x"), str), None, "en")
        assert [one.about.en for one in found] == about
        assert all(one.answers for one in found)

    def test_of_a_section_that_is_asked_about(self) -> None:
        """Its first day too, of which nothing hangs by itself; and which answers there are, each with what follows."""
        data = {"contract": CONTRACT, "payments": [{"amount": 130_000, "paid_on": "2015-10-08"}]}
        [found] = hanging_on(data, Question(("delay", "filed_on"), Text("x", "x"), date), None, "en")
        assert found.about.en == "project's cover on that day"
        assert found.answers[0] == "none → no longer covered"
        assert not hanging_on(data, Question(("warranty", "filed_on"), Text("x", "x"), date), None, "en")

    def test_of_the_accident_that_is_asked_about(self) -> None:
        """Not of another one."""
        hurt = {"happened_at": "2016-03-01T09:00+08:00"}
        data = {"contract": CONTRACT, "injuries": [hurt, {**hurt, "work_cause": False, "on_site": True}]}
        for number in (0, 1):
            found = hanging_on(data, Question(("injuries", number, "work_cause"), Text("x", "x"), bool), None, "zh")
            assert len(found) == 1 - number
        after = {"contract": CONTRACT, "payments": [{"amount": 130_000, "paid_on": "2016-07-01"}]}
        assert not hanging_on(after, Question(("progress", "accepted_on"), Text("x", "x"), date), None, "zh")
        ill = Question(("diseases", 0, "work_cause"), Text("x", "x"), bool)
        assert not hanging_on(data, ill, None, "zh")
