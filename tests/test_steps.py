"""The steps of an explanation, as they stand alone."""

from decimal import Decimal

from gxinjury.steps import Fact, Step, StepKind
from gxinjury.texts import Text

NAME = Text(zh="名", en="name")


def test_what_is_not_said_of_a_step() -> None:
    """A fact, or an outcome, is no amount in yuan; nothing was told besides."""
    step = Step(StepKind.RULE, "step", NAME, None, Decimal(1))
    assert Fact("fact", NAME, Decimal(1)).in_yuan is step.in_yuan is False
    assert (step.room, step.entry, step.when_none, step.source) == ("", None, None, None)
    assert (step.facts, step.cautions, step.steps) == ((), (), ())
    assert [*step.walk()] == [step]


def test_in_code_it_shows_no_id_and_neither_room_nor_entry() -> None:
    """Values are shown as errors show them."""
    fact = Fact("fact", NAME, "450103198001011233")
    told = repr(Step(StepKind.RULE, "step", NAME, None, "450103198001011233", (fact,), room="moon", entry="entry"))
    assert told.count("'4501************33'") == 2
    assert "moon" not in told
    assert "entry" not in told
