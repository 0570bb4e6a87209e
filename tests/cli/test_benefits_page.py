"""Benefits on the page: what is printed of a settlement, in both languages."""

import json
import re
from pathlib import Path
from typing import Final

import pytest

from gxinjury.cli import main
from gxinjury.cli.printing import width
from gxinjury.extra.cases.answers import assess_case
from gxinjury.extra.cases.reading import read_case, structure_case, unstructure_case
from tests.cli import test_main
from tests.cli.test_main import GOLDEN, HAN, ROOT, example, fits, run

EXAMPLE: Final = example("settlement")
_AVERAGE: Final = "average wage of Nanning, 2015, on-post: 66,749.00 a year, 5,562.42 a month"
HEAD: Final = """
[contract]
price = 100_000_000
commencement = 2015-10-09
completion = 2016-06-30
[[payments]]
amount = 130_000
paid_on = 2015-10-08
[[injuries]]
worker = "张三"
happened_at = 2016-03-01T09:00:00+08:00
work_cause = true
on_site = true
determined_on = 2016-05-01
"""


@pytest.fixture(autouse=True)
def _english_and_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask in English on a page as wide as its tables unless a test says otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "160")


def printed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, benefits: str, language: str = "en", accident: str = ""
) -> str:
    """Return what is printed below the heading of the benefits of an accident."""
    path = tmp_path / "case.toml"
    path.write_text(f"{HEAD}{accident}\n[injuries.benefits]\n{benefits}", encoding="utf-8")
    status, out, err = run(capsys, "assess", str(path), "--lang", language)
    assert (status, err) == (0, "")
    return out.partition("      Benefits\n" if language == "en" else "      待遇核定\n")[2].partition("\n\n")[0]


class TestExample:
    """``examples/settlement.toml`` prints what was looked at and found right.

    After a change that is meant, make a file anew and look at it:
    ``COLUMNS=160 gxinjury assess examples/settlement.toml --lang zh > tests/cli/golden/settlement.zh.txt``.
    """

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_prints_as_it_did(self, capsys: pytest.CaptureFixture[str], language: str) -> None:
        """All but the last line, which names the version."""
        status, out, err = run(capsys, "assess", EXAMPLE, "--lang", language)
        assert (status, err) == (0, "")
        expected = (GOLDEN / f"settlement.{language}.txt").read_text(encoding="utf-8")
        assert out.splitlines()[:-1] == expected.splitlines()[:-1]

    def test_both_languages_say_the_same(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Amounts stand in the same order in both, and on the English page no Chinese but names."""
        found = []
        for language in ("zh", "en"):
            _, out, _ = run(capsys, "assess", EXAMPLE, "--lang", language)
            found.append(re.findall(r"\d[\d,]*\.\d\d\b|\d{4}-\d\d-\d\d", out.partition("\n\n")[2]))
            benefits = out.partition("  Benefits\n")[2].partition("\n\n")[0]
            told = re.sub("覃大山|（?配偶|母亲|女儿", "", benefits)
            assert not HAN.search(told)
        assert found[0] == found[1]

    @pytest.mark.parametrize(
        "amount",
        [
            "5,150.65",  # 60 % of 103,013 / 12
            "66,958.45",  # 13 months of it
            "93,000.00",  # 15 months of 6,200
            "80,600.00",  # 13 months of 6,200
            "500.00",  # 20 days at 25
            "47,383.00",  # 6 months of 94,766 / 12
            "3,586.03",  # 40 % of 107,581 / 12
            "2,689.52",  # 30 % of it, rounded down: half up the three shares would be a fen above the cap
            "2,689.53",  # 30 % of it, once the daughter is 18
            "985,660.00",  # 20 times 49,283
            "159,958.45",  # 66,958.45 and 93,000, paid once
            "1,033,043.00",  # 47,383 and 985,660, paid once
            "8,965.07",  # all three pensions, paid monthly
            "6,275.56",  # the two that are left
        ],
    )
    def test_holds_what_was_computed_by_hand(self, capsys: pytest.CaptureFixture[str], amount: str) -> None:
        """Each line, and the sums of those that may be added, stand on the page."""
        _, out, _ = run(capsys, "assess", EXAMPLE)
        assert re.search(rf"(?<![\d,]){re.escape(amount)}(?![\d,])", out)

    def test_fits_the_schema(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The same as data fits the schema in the docs, and its totals conserve its lines."""
        _, out, _ = run(capsys, "assess", EXAMPLE, "--json")
        data = json.loads(out)
        schema = test_main.TestJson.SCHEMA
        fits(data, schema, schema["$defs"])
        for accident in data["accidents"]:
            lines, totals = accident["benefits"]["lines"], accident["benefits"]["totals"]
            once = [line for line in lines if line["rhythm"] == "ONCE" and line["amount"]]
            assert sum(int(line["amount"].replace(".", "")) for line in once) == sum(
                int(one["amount"].replace(".", "")) for one in totals if one["rhythm"] == "ONCE"
            )

    def test_is_explained(self, capsys: pytest.CaptureFixture[str]) -> None:
        """With --explain every step of the settlement is told, and no id stands anywhere."""
        for language, label in (("zh", "事故待遇核定"), ("en", "settlement of the accident")):
            _, out, _ = run(capsys, "assess", EXAMPLE, "--lang", language, "--explain")
            assert label in out
            assert not {"450103198502022221", "450103198001011233"} & set(re.findall(r"\d{17}[\dX]", out))

    def test_is_written_as_it_was_read(self) -> None:
        """The example as data reads the same."""
        case = read_case(ROOT / "examples" / "settlement.toml")
        assert structure_case(unstructure_case(case)) == case


class TestPage:
    """What the page tells of a settlement beside the example."""

    def test_nothing_asked_for(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Without the table no benefits are printed."""
        path = tmp_path / "case.toml"
        path.write_text(HEAD, encoding="utf-8")
        _, out, _ = run(capsys, "assess", str(path))
        assert "Benefits" not in out

    def test_an_empty_table(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Every line is open, and says what it needs and which key supplies it."""
        out = printed(capsys, tmp_path, "")
        assert "base  no wage is given" in out
        assert re.search(r"treatment +open +once +2016-03-01 +\[REG-30\]", out)
        assert re.search(r"wage in paid injury leave +open +monthly +from 2016-03-01 on +\[REG-33\]", out)
        assert "treatment: needs the costs of treatment within the catalogues (fill in: costs of" in out
        assert "benefits.leave_months" in out

    def test_the_same_need_is_told_once(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Lines that need the same stand together, with the clause of each."""
        out = printed(capsys, tmp_path, "grade = 5\ngraded_on = 2016-11-20\nsuitable_post = false", "zh")
        assert out.count("需要本人工资") == 1
        assert "一次性伤残补助金、伤残津贴：需要本人工资（请填：各月工资" in out
        assert "案情文件中为benefits.monthly_wages、benefits.wage） [REG-36]" in out.replace("\n          ", "")

    def test_what_no_key_supplies(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """What an office decides names no key."""
        benefits = """
grade = 7
graded_on = 2016-11-20
termination = { ended_on = 2017-06-01, ground = "employer", wage = 5000 }
"""
        out = " ".join(printed(capsys, tmp_path, benefits).split())
        assert "lump-sum medical subsidy, employment subsidy: the Regulation names the worker's own wish" in out
        assert "or arbitration decides on the subsidies [REG-37]" in out

    @pytest.mark.parametrize(
        ("wages", "told"),
        [
            (
                "wage = 6905",
                ["base  6,905.00 yuan a month  [REG-64]", "the reference wage as given, within its limits already"],
            ),
            (
                "monthly_wages = [6000, 6200]",
                [
                    "base  6,100.00 yuan a month  [REG-64]",
                    "the mean of the own monthly wages",
                    "mean of the own wages: 6,100.00 a month; months: 2",
                    _AVERAGE,
                ],
            ),
            (
                "monthly_wages = [1500]",
                [
                    "base  3,337.45 yuan a month  = 60% × 66,749.00 ÷ 12  [REG-64]",
                    "the mean of the own monthly wages, raised to the lower limit",
                    "mean of the own wages: 1,500.00 a month; months: 1",
                    _AVERAGE,
                ],
            ),
            (
                "monthly_wages = [90_000]",
                [
                    "base  16,687.25 yuan a month  = 300% × 66,749.00 ÷ 12  [REG-64]",
                    "the mean of the own monthly wages, cut to the upper limit",
                    "mean of the own wages: 90,000.00 a month; months: 1",
                    _AVERAGE,
                ],
            ),
            (
                "wage_hard_to_use = true",
                [
                    "base  5,562.42 yuan a month  = 66,749.00 ÷ 12  [NN-5.2]",
                    "the average wage of the year before, the own wage being hard to use",
                    _AVERAGE,
                ],
            ),
        ],
    )
    def test_where_the_base_comes_from(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, wages: str, told: list[str]
    ) -> None:
        """The base stands there with its origin and its clause; the average where it was asked."""
        out = printed(capsys, tmp_path, f'{wages}\naverage_series = "on_post"').partition("\n        - ")[0]
        first, *more = told
        assert out.splitlines() == [f"        {first}", *(f"              {line}" for line in more)]

    def test_sums(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Sums stand under the lines of each payer: not of one line, not over days that differ, open lines counted."""
        benefits = """
wage = 5000
leave_months = 6
original_wage = 6000
grade = 1
graded_on = 2016-08-31
care = "full"
minimum_wage = 1400
stays = [{ first = 2016-03-01, last = 2016-03-10 }]
aids = 100
"""
        out = printed(capsys, tmp_path, benefits)
        fund, employer = out.split("the employer pays, in yuan")
        assert re.search(r"hospital meals +15\.00 +a day × 10 +2016-03-01 to 2016-03-10", fund)
        assert re.search(r"in all, by the day +150\.00", fund)
        # grade 1: 27 months of 5,000, and the aids; the costs of treatment are open
        assert re.search(r"in all, once +135,100\.00 +not counted, open: 1", fund)
        # 90 % of 5,000; the care fee of 2016 takes the city's average, which is not published
        assert re.search(r"disability allowance +4,500\.00 += 90% × 5,000\.00 +monthly +from 2016-09-01 on", fund)
        assert re.search(r"in all, monthly +4,500\.00 +from 2016-09-01 on +not counted, open: 1", fund)
        assert "wage in paid injury leave" in employer
        assert "in all" not in employer

    def test_how_an_amount_was_computed(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """The formula stands beside its amount, and what a third party paid is named in the line."""
        benefits = """
average = { series = "on_post", yuan_per_year = 120000, year = 2015 }
monthly_wages = [5150.65]
leave_months = 6
original_wage = 6000
treatment = 48210.35
third_party_paid = 20000
grade = 7
graded_on = 2016-08-31
"""
        out = printed(capsys, tmp_path, benefits)
        assert "average wage of an area not told, 2015, on-post: 120,000.00 a year" in out
        assert re.search(r"subsidy +78,000\.00 += 13 × 6,000\.00 +once", out)
        told = r"treatment \(less what a third party paid\) +28,210\.35 += 48,210\.35 − 20,000\.00 +once"
        assert re.search(told, out)
        assert "a third party has paid 20,000.00 yuan of the costs of treatment" in out
        zh = printed(capsys, tmp_path, benefits, "zh")
        assert re.search(r"工伤医疗费（扣除第三人已付） +28,210\.35 += 48,210\.35 − 20,000\.00 +一次性", zh)
        assert re.search(r"一次性伤残补助金 +78,000\.00 += 13 × 6,000\.00 +一次性", zh)
        assert "（地域未说明）2015年城镇单位在岗职工平均工资" in zh

    def test_a_pension_with_dated_lines(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Capped and divided, each share is rounded down and the page says so; when one ends the others grow."""
        benefits = """
wage = 5000
treatment = 0
divide_pension = true
death = { died_on = 2016-03-01, anchor = "death" }
dependants = [
    { name = "甲", kind = "spouse" },
    { name = "乙", kind = "child", born_on = 2010-09-01 },
    { name = "丙", kind = "other" },
    { name = "丁", kind = "other" },
]
"""
        out = printed(capsys, tmp_path, benefits, "zh")
        assert re.search(r"抚恤金（乙） +1,153\.84 += 5,000\.00 × 30% ÷ 130% +按月 +2016-03-02 至 2028-08-31", out)
        assert re.search(r"抚恤金（甲） +1,538\.46 += 5,000\.00 × 40% ÷ 130% +按月 +2016-03-02 至 2028-08-31", out)
        assert re.search(r"抚恤金（甲） +2,000\.00 += 40% × 5,000\.00 +按月 +2028-09-01 起", out)
        assert "各人份额四舍五入后合计会超过 5,000.00 元的上限，故均舍去分以下的尾数" in out
        assert re.search(r"按月合计 +4,999\.98 +2016-03-02 至 2028-08-31", out)
        assert re.search(r"按月合计 +5,000\.00 +2028-09-01 起", out)

    def test_in_one_sum(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A pension asked for in one sum is out of scope, said so, and its monthly amount stands."""
        benefits = "wage = 5000\ncommuted = true\ngrade = 1\ngraded_on = 2016-08-31\nminimum_wage = 1400"
        out = printed(capsys, tmp_path, benefits, "zh")
        assert "长期待遇一次性领取的条件和标准，所见文本未作规定，不在此核定" in out
        assert re.search(r"伤残津贴 +4,500\.00 += 90% × 5,000\.00 +按月", out)

    def test_a_sum_of_open_lines_is_open(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A sum none of whose lines has an amount is no zero."""
        out = printed(capsys, tmp_path, "grade = 7\ngraded_on = 2016-11-20")
        assert re.search(r"in all, once +open +not counted, open: 2", out)

    def test_ids_of_dependants_are_masked(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A dependant named by an id is printed masked; control characters are not printed."""
        benefits = """
wage = 5000
treatment = 0
[injuries.benefits.death]
died_on = 2016-03-01
anchor = "death"
[[injuries.benefits.dependants]]
name = "450103198502022221"
kind = "spouse"
[[injuries.benefits.dependants]]
name = "a\\u001b[31m"
kind = "other"
"""
        out = printed(capsys, tmp_path, benefits)
        assert "dependants' pension (4501************21)" in out
        assert "450103198502022221" not in out
        assert "\x1b" not in out

    def test_what_is_taken_for_granted_stands_first(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """What the payers hang on is told before the lines."""
        out = printed(
            capsys, tmp_path, "wage = 5000", accident="employer_filed_on = 2016-06-06\naccepted_on = 2016-06-10"
        )
        assert out.index("benefits arising from 2016-03-01 to 2016-06-10 fall on the employer") < out.index(
            "pays, in yuan"
        )

    def test_nothing_settled(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Where nothing can be settled, the reason stands in place of the lines."""
        out = printed(capsys, tmp_path, "insured_abroad = true")
        assert "no benefits are settled: posted abroad and insured there" in out
        assert "pays, in yuan" not in out

    def test_a_fault_has_its_path(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """What is wrong ends with status 2 and the path, in the language asked."""
        path = tmp_path / "case.toml"
        path.write_text(f'{HEAD}[injuries.benefits]\ngrade = 11\ncare = "ful"\n', encoding="utf-8")
        assert main(["assess", str(path), "--lang", "zh"]) == 2
        _, err = capsys.readouterr()
        assert "injuries[0].benefits.grade（第1起事故，伤残等级）必须是1（最重）至10的整数，现为 11" in err
        assert "injuries[0].benefits.care（第1起事故，生活自理障碍）不是可选的值，现为 'ful'；是否应为 full（" in err

    @pytest.mark.parametrize(
        ("benefits", "told"),
        [
            ('grade = "9级"', ["必须是1（最重）至10的整数，现为 '9级'；请写 9，不带“级”和引号"]),
            (
                "[injuries.benefits.death]\ndied_on = 2016-03-01",
                [
                    "请选择工亡补助金按哪一天的上一年度计：",
                    "accident（事故发生之日）或 death（死亡之日）；不确定请问经办机构",
                ],
            ),
            (
                "monthly_wages = [3000]",
                [
                    "须选择平均工资：on_post 城镇单位在岗职工（2015年 66,749 元）、",
                    "non_private 城镇非私营单位就业人员（2015年 未见公布）、",
                    "；通知未规定用哪一种，请向经办机构核实",
                ],
            ),
        ],
    )
    def test_what_would_be_right(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, benefits: str, told: list[str]
    ) -> None:
        """A message names what to write, or what to choose among."""
        path = tmp_path / "case.toml"
        path.write_text(f"{HEAD}\n[injuries.benefits]\n{benefits}", encoding="utf-8")
        status, out, err = run(capsys, "assess", str(path), "--lang", "zh")
        assert (status, out) == (2, "")
        assert all(part in err for part in told)


def test_sentences_are_wrapped(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told in sentences keeps to the page; only rows of a table may be wider."""
    monkeypatch.setenv("COLUMNS", "80")
    for language in ("zh", "en"):
        _, out, _ = run(capsys, "assess", EXAMPLE, "--lang", language)
        benefits = out.partition("\n使用" if language == "zh" else "\nMind")[0]
        sentences = [line for line in benefits.splitlines() if line.lstrip().startswith("- ")]
        assert sentences
        assert all(width(line) <= 80 for line in sentences)


def test_the_answer_does_not_hang_on_the_benefits() -> None:
    """Without the tables of benefits all else is answered the same."""
    case = read_case(ROOT / "examples" / "settlement.toml")
    data = unstructure_case(case)
    for injury in data["injuries"]:
        del injury["benefits"]
    with pytest.warns(UserWarning, match="verified through"):
        whole, without = assess_case(case).outcome, assess_case(structure_case(data)).outcome
    assert (whole.bill, whole.cover, whole.findings) == (without.bill, without.cover, without.findings)
    assert [one.findings for one in whole.accidents] == [one.findings for one in without.accidents]
