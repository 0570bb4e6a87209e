"""The law that a case file asks: readings, and figures that it brings along."""

from datetime import date
from typing import Any

import pytest

from gxinjury import LAW, explain
from gxinjury.codec import FileError
from gxinjury.construction import assess_project
from gxinjury.extra.cases.answers import assess_case
from gxinjury.extra.cases.file import LawAsked, SuppliedFigure
from gxinjury.extra.cases.reading import structure_case, unstructure_case
from gxinjury.law.readings import ElapsedTime
from gxinjury.money import Rate
from gxinjury.receipts import receipt, replay

_CUT = {"name": "project_premium_rate", "value": "1.0‰", "first": "2016-01-02", "source": "某市2016年通知"}


def case(*figures: dict[str, Any], **law: Any) -> dict[str, Any]:  # noqa: ANN401  # data of a file
    """Return the data of a case file that brings figures along."""
    return {
        "contract": {"price": "100000000", "commencement": "2016-03-01", "completion": "2017-03-01"},
        "payments": [{"amount": "100000", "paid_on": "2016-02-01"}],
        "law": {"figures": list(figures), **law},
    }


class TestSupplied:
    """Figures of the case's own."""

    def test_the_answer_rests_on_it(self) -> None:
        """1.0‰ of 100 million is 100,000 yuan, and the answer says where the rate is from."""
        assessed = assess_case(structure_case(case(_CUT))).reasons
        assert assessed.outcome.bill is not None
        assert assessed.outcome.bill.total == 100_000
        of_2016 = structure_case(case({**_CUT, "last": "2016-12-31"})).law.law()
        assert [one.zh for one in of_2016.departures()] == ["数值“按项目参保的费率”：自 2016-01-02 至 2016-12-31为 1‰"]
        entry = next(step.entry for step in assessed.steps if step.name == "project_premium_rate")
        assert entry is not None
        assert entry.source.zh == "某市2016年通知"

    def test_the_day_before_the_law_is_as_it_was(self) -> None:
        """It holds from its first day, and through its last one."""
        one = SuppliedFigure("project_premium_rate", "1.0‰", date(2026, 1, 1), "通知", date(2026, 6, 30))
        rates = LawAsked(figures=[one]).law().project_premium_rate
        days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1))
        told = [rates.entry_on(day).value for day in days]
        assert told == [Rate.per_mille("1.3"), Rate.per_mille("1"), Rate.per_mille("1"), Rate.per_mille("1.3")]

    def test_what_was_known_then_leaves_it_in(self) -> None:
        """A case brings it along, whatever had been announced by then."""
        asked = LawAsked((ElapsedTime.MONTHS,), date(2016, 1, 1), figures=structure_case(case(_CUT)).law.figures)
        law = asked.law()
        assert law.project_premium_rate.entry_on(date(2026, 2, 1)).value == Rate.per_mille("1")
        assert law.readings == (ElapsedTime.MONTHS,)

    def test_written_back(self) -> None:
        """As it was given."""
        assert unstructure_case(structure_case(case(_CUT))) == case(_CUT)

    @pytest.mark.parametrize(
        ("change", "path", "code"),
        [
            ({"name": "project_premium_rat"}, "law.figures[1].name", "unknown_figure"),
            ({"value": "cheap"}, "law.figures[1].value", "no_rate"),
            ({"value": True}, "law.figures[1].value", "no_rate"),
            ({"last": "2016-01-01"}, "law.figures[1].last", "too_early"),
            ({"source": " "}, "law.figures[1].source", "no_text"),
        ],
    )
    def test_what_does_not_fit_is_told_at_its_place(self, change: dict[str, Any], path: str, code: str) -> None:
        """With the figure before it, which fits, passed over."""
        with pytest.raises(FileError) as caught:
            structure_case(case(_CUT, {**_CUT, **change}))
        assert [(fault.place, fault.code) for fault in caught.value.faults] == [(path, code)]

    def test_a_decision_is_asked_again_from_its_file(self) -> None:
        """The same from the file as from the receipt; under the law as it stands the figure is told as the cause."""
        file = structure_case(case(_CUT, readings={"elapsed_time": "MONTHS"}))
        kept = receipt(explain(assess_project, file.case, law=file.law.law()), in_full=True)
        assert replay(kept).differences == ()
        again = receipt(explain(assess_project, structure_case(unstructure_case(file)).case, law=file.law.law()))
        assert again["outcome"] == kept["outcome"]
        under = replay(kept, under=LAW)
        assert not under.holds
        assert ("figures", "project_premium_rate") in {one.path[:2] for one in under.differences}
