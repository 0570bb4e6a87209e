"""How explanations are printed: steps as text and as HTML, what departs, what was told before."""

from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any, Final

import pytest

from gxinjury import explain, rule
from gxinjury.errors import InvalidFactError, OutOfScopeError
from gxinjury.facts import Yuan
from gxinjury.outlines import as_html, as_text
from gxinjury.steps import Step, StepKind
from gxinjury.texts import Text
from tests.moonland import MOON, MOON_LAW, Bill, Crater, Haul, Nights, Place, dust_bill, dust_tax

DAY: Final = date(2005, 1, 1)
LATER: Final = date(2005, 1, 31)


def lines(text: str) -> list[str]:
    """The lines without their indentation."""
    return [line.strip() for line in text.splitlines()]


class TestText:
    """An explanation as text."""

    def test_the_steps_of_a_tax(self) -> None:
        """Each step stands under the one that took it, with its clause, facts, source and cautions."""
        explanation = explain(dust_tax, Haul("1000.50", DAY).load, date(2012, 1, 1), MOON_LAW)
        assert explanation.text("en") == (
            "dust tax [MOON-1.1]: 3.50 yuan\n"
            "  · load: 1,000.50 yuan\n"
            "  · day: 2012-01-01\n"
            "    rate of the dust tax [MOON-1]: 3.5‰\n"
            "        dust rate [MOON-1]: 3.5‰\n"
            "          · from 2010-01-01; source: moon order\n"
            "          · mind: the order bears no seal"
        )
        assert explanation.text("zh") == (
            "月尘税 [MOON-1.1]：3.50 元\n"
            "  · 价值：1,000.50 元\n"
            "  · 日期：2012-01-01\n"
            "    月尘税率 [MOON-1]：3.5‰\n"
            "        月尘税率 [MOON-1]：3.5‰\n"
            "          · 自 2010-01-01 起；依据：月令\n"
            "          · 注意：月令未盖章"
        )
        assert str(explanation) == explanation.text() == explanation.text("en")

    def test_a_record_that_comes_out_is_told_line_by_line(self) -> None:
        """Fields with nothing in them are left out, findings carry their clause."""
        told_lines = lines(explain(dust_bill, Haul(1000, DAY), paid_on=LATER).text("en"))
        assert told_lines[:4] == [
            "dust bill [MOON-4]:",
            "· taxes = 2.00 yuan",
            "· nights = 31",
            "· findings = dug on 2005-01-01, nights gone by: 31 [MOON-2]",
        ]
        assert not any(line.startswith("· fee") for line in told_lines)

    def test_equal_steps_say_see_above(self) -> None:
        """The second of two equal steps gives its outcome and nothing below it, however deep the first one stands."""
        two = explain(dust_bill, Haul(1000, DAY), paid_on=LATER, others=[Haul(1000, LATER), Haul(2000, LATER)])
        told_lines = lines(two.text("en"))
        assert told_lines.count("dust tax [MOON-1.1]: 2.00 yuan") == 1
        assert told_lines.count("dust tax [MOON-1.1]: 2.00 yuan (see above)") == 1
        assert told_lines.count("dust tax [MOON-1.1]: 4.00 yuan") == 1
        assert told_lines.count("rate of the dust tax [MOON-1]: 2‰") == 1
        assert told_lines.count("rate of the dust tax [MOON-1]: 2‰ (see above)") == 1
        assert told_lines.count("dust rate [MOON-1]: 2‰") == 1
        assert two.text("zh").count("（同上）") == two.text("en").count("(see above)") == 2

    def test_each_fact_is_told_once(self) -> None:
        """A fact stands where it first comes in and is not repeated below; another value of the name is told."""
        told_lines = lines(explain(dust_bill, Haul(1000, DAY), paid_on=LATER, others=[Haul(7, DAY)]).text("en"))
        assert told_lines.count("· paid on: 2005-01-31") == 1
        assert told_lines.count("· day: 2005-01-31") == 1
        assert told_lines.count("· load: 1,000.00 yuan") == 1
        assert told_lines.count("· load: 7.00 yuan") == 1

    def test_nothing_and_the_law_are_no_facts_to_tell(self) -> None:
        """None, an empty sequence and the law itself leave no line."""
        text = explain(dust_bill, Haul(1000, DAY), paid_on=LATER, others=(), law=MOON_LAW).text("en")
        assert "other hauls" not in text
        assert "law" not in text.lower()

    def test_a_reading_names_the_member_taken(self) -> None:
        """The member stands in code and in words, with what it asks and the caution that names the others."""

        @rule(MOON.clause("3"))
        def what_is_it() -> str:
            return MOON_LAW.reading(Crater.RIM).choice(Crater).name

        text, told_zh = explain(what_is_it).text("en"), explain(what_is_it).text("zh")
        assert "what a crater is [MOON-3]: RIM (a rim)" in text
        [caution] = [line for line in lines(text) if line.startswith("· mind:")]
        assert [caution.count(member) for member in ("HOLE", "RIM", "BOTH")] == [1, 1, 1]
        assert caution.index("RIM") < caution.index("HOLE") < caution.index("BOTH")
        assert "何为环形山 [MOON-3]：“边”（RIM）" in told_zh

    def test_a_refusal_is_told_with_its_reason(self) -> None:
        """The step that refused says so, in both languages, and so do those around it."""
        with pytest.raises(OutOfScopeError) as caught:
            explain(dust_bill, Haul(1, DAY, Place.FAR_SIDE), paid_on=DAY)
        assert caught.value.explanation is not None
        reason = "the far side (far side) is for the moon officer to decide"
        told_lines = lines(caught.value.explanation.text("en"))
        assert told_lines[0] == f"dust bill [MOON-4]: refused: {reason}"
        assert f"crater fee [MOON-3]: refused: {reason}" in told_lines
        assert "不能作答：月背（月背）由月官决定" in caught.value.explanation.text("zh")

    @pytest.mark.parametrize(
        "load",
        [Decimal("1e999999"), Decimal("NaN"), -(10**5000), "450103198001011234,1"],
        ids=lambda value: type(value).__name__,
    )
    def test_a_refused_fact_prints_however_absurd(self, load: Any) -> None:  # noqa: ANN401  (bad input)
        """The tree of a refusal stays short and masked, whatever was handed in."""

        @rule(MOON.clause("1"))
        def weighed(load: Yuan) -> Yuan:
            return Haul(load, DAY).load

        with pytest.raises(InvalidFactError) as caught:
            explain(weighed, load)
        assert caught.value.explanation is not None
        for told_text in (caught.value.explanation.text("zh"), caught.value.explanation.html("en")):
            assert len(told_text) < 800
            assert "19800101" not in told_text


class TestUnderAnotherLaw:
    """The tree opens by saying what was changed."""

    def test_opens_with_what_departs(self) -> None:
        """One line a departure, before the first step, in both languages."""
        law = MOON_LAW.reading(Nights.NOT_COUNTED, Crater.BOTH).only_verified()
        explanation = explain(dust_bill, Haul(1000, DAY), paid_on=LATER, law=law)
        text = explanation.text("en").splitlines()
        opening = text[1 : text.index("dust bill [MOON-4]:")]
        assert len(opening) == len(explanation.departures) == 3
        assert "BOTH" in opening[0]
        assert "NOT_COUNTED" in opening[1]
        assert len(explanation.text("zh").splitlines()) == len(text)
        assert all(line.strip() in explanation.html("en") for line in text[:4])

    def test_the_law_as_it_stands_opens_with_the_answer(self) -> None:
        """Nothing is said before the first step, whether the law was named or not."""
        for explanation in (
            explain(dust_bill, Haul(1000, DAY), paid_on=LATER),
            explain(dust_bill, Haul(1000, DAY), paid_on=LATER, law=MOON_LAW),
        ):
            assert explanation.departures == ()
            assert explanation.text("en").startswith("dust bill [MOON-4]:\n")
            assert "<p>" not in explanation.html("en")


class Reader(HTMLParser):
    """Reads HTML that must close what it opens, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Keep what is opened."""
        self.open.append(tag)
        self.tags.append(tag)
        self.attributes += attributes

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += f"{data}\n"


def read(html: str) -> Reader:
    """The HTML, read to its end."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


class TestHtml:
    """An explanation in a notebook."""

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_tells_the_same_as_the_text(self, language: Any) -> None:  # noqa: ANN401  (a literal)
        """Every line of the text stands in the HTML, in order and unchanged."""
        law = MOON_LAW.reading(Nights.NOT_COUNTED)
        explanation = explain(dust_bill, Haul(1, DAY, Place.CRATER), paid_on=LATER, others=[Haul(1, DAY)], law=law)
        in_text = [line.strip().removeprefix("· ") for line in explanation.text(language).splitlines()]
        assert read(explanation.html(language)).text.splitlines() == in_text

    def test_folds(self) -> None:
        """The first step is open, the others are folds or plain lines."""
        reader = read(explain(dust_bill, Haul(1, DAY), paid_on=DAY, others=[Haul(1, DAY)]).html())
        assert set(reader.tags) == {"div", "details", "summary", "ul", "li"}
        assert reader.attributes.count(("open", None)) == 1
        assert ("lang", "en") in reader.attributes
        assert reader.tags[:2] == ["div", "details"]

    def test_escapes_facts(self) -> None:
        """What a user typed in never becomes a tag, in a fact, an outcome or a refusal."""
        nasty = "<script>alert('&')</script>"

        @rule(MOON.clause("1"))
        def echo(word: str) -> str:
            return word

        @rule(MOON.clause("1"))
        def refuse(word: str) -> None:
            raise OutOfScopeError(Text(zh=word, en=word))

        with pytest.raises(OutOfScopeError) as caught:
            explain(refuse, nasty)
        assert caught.value.explanation is not None
        for html in (explain(echo, nasty).html("en"), caught.value.explanation.html("zh")):
            assert "<script" not in html
            reader = read(html)
            assert "script" not in reader.tags
            assert reader.text.count(nasty) == 2

    def test_a_notebook_shows_it(self) -> None:
        """A notebook asks for the HTML in English."""
        explanation = explain(dust_tax, Haul(1, DAY).load, DAY, MOON_LAW)
        assert explanation._repr_html_() == explanation.html("en") == explanation.html()

    def test_masks_ids(self) -> None:
        """No id stands in text or HTML, in either language."""
        haul = Haul(1000, DAY, Place.PLAIN, "450103198001011234")
        explanation = explain(dust_bill, haul, paid_on=LATER, others=[haul])
        for told_text in (
            explanation.text("zh"),
            explanation.text("en"),
            explanation.html("zh"),
            explanation.html("en"),
        ):
            assert "19800101" not in told_text
            assert "4501************34" in told_text


def test_a_step_alone() -> None:
    """Without lines or steps below it does not fold, and a list without lines is none; nothing has words of its own."""
    name, undecided = Text(zh="名", en="name"), Text(zh="未定", en="undecided")
    leaf = Step(StepKind.RULE, "leaf", name, None, None, when_none=undecided)
    whole = Step(StepKind.RULE, "whole", name, None, 1, when_none=undecided, steps=(leaf,))
    assert as_text(whole, (), "en") == "name: 1\n    name: undecided"
    assert as_text(Step(StepKind.RULE, "bare", name, None, None), (), "zh") == "名：无"
    assert as_html(whole, (), "en") == (
        '<div lang="en"><details style="margin-left:1.2em" open><summary>name: 1</summary>'
        '<div style="margin-left:1.2em">name: undecided</div></details></div>'
    )


def test_a_bill_adds_up() -> None:
    """The invented bill is the sum of its lines, with and without a fee."""
    assert Bill((Yuan(Decimal(1)), Yuan(Decimal(2))), Yuan(Decimal(3)), 0).total == 6
    assert Bill((), None, 0).total == 0
