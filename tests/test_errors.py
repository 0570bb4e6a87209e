"""Errors: their text, the clause and the notes that rules add, and what survives a copy."""

import copy
import pickle
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from gxinjury import explain, rule
from gxinjury.errors import (
    FactRule,
    GxInjuryError,
    InvalidFactError,
    NotInForceError,
    OutOfScopeError,
    StaleFigureWarning,
)
from gxinjury.texts import Text
from tests.moonland import MOON, MOON_LAW, Haul, Place, crater_fee, dust_bill, dust_tax
from tests.moonland.findings import Refusals

DAY = date(2005, 1, 1)
NO = Text(zh="无从作答", en="no answer")


def invalid() -> InvalidFactError:
    """A slip of input."""
    return InvalidFactError("Haul", "load", Text(zh="必须大于零", en="must be above zero"), Decimal(-1))


def deep(error: GxInjuryError) -> GxInjuryError:
    """A deep copy."""
    return copy.deepcopy(error)


def pickled(error: GxInjuryError) -> GxInjuryError:
    """A copy that went through a pickle."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  (our own bytes)
    assert isinstance(again, GxInjuryError)
    return again


def asking(question: Callable[..., object], *, under_explain: bool) -> Callable[..., object]:
    """The question, asked through explain or by itself."""
    return (lambda *args, **kwargs: explain(question, *args, **kwargs)) if under_explain else question


every_copy = pytest.mark.parametrize("copied", [copy.copy, deep, pickled])


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [(InvalidFactError, ValueError), (NotInForceError, LookupError), (OutOfScopeError, LookupError)],
)
def test_each_error_is_also_a_builtin(kind: type[GxInjuryError], builtin: type[Exception]) -> None:
    """Who knows only Python's errors catches ours too."""
    assert issubclass(kind, GxInjuryError)
    assert issubclass(kind, builtin)


def test_a_stale_figure_is_a_warning_of_the_user() -> None:
    """The warning is shown by Python's default filter and is no error."""
    assert issubclass(StaleFigureWarning, UserWarning)
    assert not issubclass(StaleFigureWarning, GxInjuryError)


class TestText:
    """What an error says."""

    @pytest.mark.parametrize("kind", [NotInForceError, OutOfScopeError])
    def test_says_both_languages_and_the_clause(self, kind: type[GxInjuryError]) -> None:
        """The message stands in both languages, with the clause as soon as there is one; str() is English."""
        bare, cited = kind(NO), kind(NO, MOON.clause("3"))
        assert (bare.text("zh"), bare.text("en"), str(bare)) == ("无从作答", "no answer", "no answer")
        assert (cited.text("zh"), cited.text("en")) == ("无从作答 [MOON-3]", "no answer [MOON-3]")
        assert str(cited) == cited.text("en")

    def test_a_slip_of_input_names_record_field_rule_and_value(self) -> None:
        """Field, rule and value are told in both languages and kept as attributes."""
        error = invalid()
        assert error.text("zh") == "Haul.load 必须大于零，现为 -1"
        assert error.text("en") == str(error) == "Haul.load must be above zero, got -1"
        assert (error.record, error.field, error.value, error.rule.en) == ("Haul", "load", -1, "must be above zero")
        assert repr(error) == "InvalidFactError('Haul.load must be above zero, got -1')"

    def test_a_slip_of_input_leaves_the_clause_out(self) -> None:
        """The clause is kept on the error, though a slip of input is mended without it."""
        error = invalid()
        error.clause = MOON.clause("1")
        assert "MOON" not in error.text("zh") + str(error)

    def test_an_id_is_masked_in_all_that_is_printed(self) -> None:
        """An id handed in is not in the text nor in the repr."""
        error = InvalidFactError("Haul", "digger", NO, "450103198001011234")
        assert "19800101" not in error.text("zh") + error.text("en") + repr(error)


class TestPassingThroughRules:
    """What an error gathers on its way out."""

    def test_the_innermost_rule_stamps_its_clause(self) -> None:
        """The clause is that of the rule that refused, and the rules around it leave it so."""
        with pytest.raises(OutOfScopeError) as caught:
            dust_bill(Haul(1, DAY, Place.FAR_SIDE), paid_on=DAY)
        assert caught.value.clause is MOON.clause("3")

    @pytest.mark.parametrize("under_explain", [False, True])
    def test_the_notes_name_the_rules_in_order(self, under_explain: bool) -> None:
        """Each rule passed through adds its name and clause, the innermost first, explained or not."""
        far = Haul(1, DAY, Place.FAR_SIDE)
        ask = asking(dust_bill, under_explain=under_explain)
        with pytest.raises(OutOfScopeError) as caught:
            ask(far, paid_on=DAY)
        assert caught.value.__notes__ == ["in crater_fee [MOON-3]", "in dust_bill [MOON-4]"]

    def test_a_clause_given_stays(self) -> None:
        """An error that already names a clause keeps it."""

        @rule(MOON.clause("1"))
        def refuse() -> None:
            raise OutOfScopeError(NO, MOON.clause("2"))

        with pytest.raises(OutOfScopeError) as caught:
            refuse()
        assert caught.value.clause is MOON.clause("2")

    def test_outside_rules_there_is_no_clause(self) -> None:
        """A record refuses by itself without a clause, notes or explanation."""
        with pytest.raises(InvalidFactError) as caught:
            Haul(0, DAY)
        assert caught.value.clause is None
        assert caught.value.explanation is None
        assert not hasattr(caught.value, "__notes__")

    @pytest.mark.parametrize("under_explain", [False, True])
    def test_other_errors_pass_untouched(self, under_explain: bool) -> None:
        """A slip of the program is no answer of the law: no clause, no note."""

        @rule(MOON.clause("1"))
        def broken() -> None:
            raise ZeroDivisionError

        ask = asking(broken, under_explain=under_explain)
        with pytest.raises(ZeroDivisionError) as caught:
            ask()
        assert not hasattr(caught.value, "__notes__")
        assert not hasattr(caught.value, "clause")


class TestCopies:
    """What a copy keeps."""

    @every_copy
    def test_keeps_record_field_rule_and_value(self, copied: Callable[[GxInjuryError], GxInjuryError]) -> None:
        """A slip of input is the same after copying."""
        error = invalid()
        error.clause = MOON.clause("1.1")
        again = copied(error)
        assert type(again) is InvalidFactError
        assert isinstance(again, InvalidFactError)
        assert again.message == error.message
        assert again.clause == MOON.clause("1.1")
        assert (again.record, again.field, again.rule, again.value) == ("Haul", "load", error.rule, Decimal(-1))
        assert (str(again), again.text("zh"), repr(again)) == (str(error), error.text("zh"), repr(error))

    @every_copy
    @pytest.mark.parametrize("kind", [GxInjuryError, NotInForceError, OutOfScopeError])
    def test_keeps_message_and_clause(
        self, kind: type[GxInjuryError], copied: Callable[[GxInjuryError], GxInjuryError]
    ) -> None:
        """Message and clause are the same after copying, whether stamped or given."""
        given, stamped, bare = kind(NO, MOON.clause("1")), kind(NO), kind(NO)
        stamped.clause = MOON.clause("2")
        for error, clause in ((given, MOON.clause("1")), (stamped, MOON.clause("2")), (bare, None)):
            again = copied(error)
            assert type(again) is kind
            assert (again.message, again.clause, again.explanation) == (NO, clause, None)
            assert str(again) == str(error)

    @every_copy
    def test_keeps_notes_and_the_steps_so_far(self, copied: Callable[[GxInjuryError], GxInjuryError]) -> None:
        """A refusal under explain is copied with its notes and its tree, although the tree holds the refusal."""
        with pytest.raises(OutOfScopeError) as caught:
            explain(crater_fee, Place.FAR_SIDE, DAY, MOON_LAW)
        again = copied(caught.value)
        assert again.explanation is not None
        assert caught.value.explanation is not None
        assert again.__notes__ == ["in crater_fee [MOON-3]"]
        assert again.explanation.text("zh") == caught.value.explanation.text("zh")

    def test_the_tree_of_a_refusal_pickles_by_itself(self) -> None:
        """The steps so far can be sent on without the error around them."""
        with pytest.raises(NotInForceError) as caught:
            explain(dust_tax, Haul(1, DAY).load, date(2000, 12, 31), MOON_LAW)
        tree = caught.value.explanation
        assert tree is not None
        assert pickle.loads(pickle.dumps(tree)).text() == tree.text()  # noqa: S301  (our own bytes)
        assert copy.deepcopy(tree).html("zh") == tree.html("zh")


class TestAsData:
    """An error says whose turn it is, what is wrong and where, as JSON can hold it."""

    def test_a_fact_at_fault_has_kind_code_path_and_value(self) -> None:
        """The path goes down to the fact; the code stays when the wording changes."""
        rule = FactRule(zh="不得为负", en="must not be negative", code="negative")
        error = InvalidFactError("ProjectCase", "payments[2].amount", rule, -1)
        assert error.as_dict() == {
            "kind": "invalid_fact",
            "code": "negative",
            "path": ["payments", 2, "amount"],
            "clause": None,
            "values": {"value": "-1"},
            "message": {
                "zh": "ProjectCase.payments[2].amount 不得为负，现为 -1",
                "en": "ProjectCase.payments[2].amount must not be negative, got -1",
            },
        }

    def test_a_refusal_has_the_code_that_it_is_told_under(self) -> None:
        """A refusal of the law keeps its values and, once through a rule, its clause."""
        with pytest.raises(OutOfScopeError) as caught:
            crater_fee(Place.FAR_SIDE, date(2001, 1, 1), MOON_LAW)
        error = caught.value
        assert (error.kind, error.code, error.path) == ("out_of_scope", "far_side", ())
        assert error.as_dict()["clause"] == "MOON-3"
        assert error.as_dict()["values"] == {"place": str(Place.FAR_SIDE)}
        assert NotInForceError.kind == "not_in_force"

    def test_an_id_stays_masked(self) -> None:
        """A resident id is not in the data in full."""
        rule = FactRule(zh="不对", en="is wrong", code="wrong")
        assert "450103198001011234" not in str(InvalidFactError("W", "id", rule, "450103198001011234").as_dict())

    def test_an_error_is_the_same_after_pickling(self) -> None:
        """Kind, code and values go with it to another process."""
        error = Refusals.far_side(place=Place.PLAIN)
        back = pickle.loads(pickle.dumps(error))  # noqa: S301  # made in this line
        assert back.as_dict() == error.as_dict()
