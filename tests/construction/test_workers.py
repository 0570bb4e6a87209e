"""Workers: known by their ids, and never shown with them."""

import copy
import pickle
from typing import Any, Final

import pytest
from hypothesis import given

from gxinjury.construction import Sex, Worker
from gxinjury.construction.workers import Discreet, as_worker, check_worker, discreet, hidden, key_of, resident_id
from tests.bad_input import refused
from tests.construction.people import resident_ids

ID: Final = "450103198001011233"
MASKED: Final = "4501************33"


class TestWorker:
    """A worker is his resident id; without one, his name."""

    def test_is_known_by_the_id(self) -> None:
        """Two records with one id have one key, whatever their names."""
        assert Worker("张三", ID).key == Worker("张叁", ID, Sex.MALE).key == ID

    def test_is_known_by_the_name_without_an_id(self) -> None:
        """A roster without ids works, the names being the keys."""
        assert Worker("张三").key == "张三"

    @pytest.mark.parametrize(
        "spelled",
        ["45010319800101123X", "45010319800101123x", "４５０１０３１９８００１０１１２３Ｘ", " 450103 19800101 123ｘ "],
    )
    def test_reads_an_id_as_people_write_it(self, spelled: str) -> None:
        """Full-width digits, a small x, blanks and hyphens make no other id."""
        assert Worker("张三", spelled).key == "45010319800101123X" == as_worker(spelled)

    @pytest.mark.parametrize("spaced", ["张三", "张　三", "张 三 ", "\t张三"])
    def test_reads_a_name_that_a_form_spaced_out(self, spaced: str) -> None:
        """Blanks within a Chinese name are the form's, not the name's."""
        assert Worker(spaced).name == "张三"

    def test_keeps_the_blanks_of_other_names(self) -> None:
        """A name of letters needs its blanks."""
        assert Worker(" Nguyen Van An ").name == "Nguyen Van An"

    @pytest.mark.parametrize("name", ["", "  ", None, 3])
    def test_refuses_a_name_that_is_none(self, name: Any) -> None:  # noqa: ANN401  (bad input)
        """A worker has a name."""
        with refused("Worker", "name", "must be a text that is not empty"):
            Worker(name)

    @pytest.mark.parametrize(
        ("number", "got"),
        [
            ("45010319800101123", "'4501***********23'"),
            ("4501031980010112345", "'4501*************45'"),
            ("450103800101123", "'4501*********23'"),
            ("X50103198001011234", "'X501************34'"),
            ("", "''"),
            ("12", "'**'"),
            (450103198001011234, "<class 'int'>"),
        ],
    )
    def test_refuses_what_is_no_id_and_hides_it(self, number: Any, got: str) -> None:  # noqa: ANN401  (bad input)
        """Eighteen digits, of which the last may be X; what is almost one is hidden too."""
        with refused("Worker", "resident_id", "must be a resident id of 18 digits", got=got):
            Worker("张三", number)

    def test_refuses_what_is_no_sex(self) -> None:
        """The sex is of its own type."""
        with refused("Worker", "sex", "must be of type Sex", got="'男'"):
            Worker("张三", ID, "男")  # type: ignore[arg-type]  # bad input

    @pytest.mark.parametrize("worker", [None, "", " ", 450103198001011234, ["张三"]])
    def test_refuses_what_names_nobody(self, worker: Any) -> None:  # noqa: ANN401  (bad input)
        """Where a worker is asked for, a Worker or a text that names one is taken."""
        with refused("RosterChange", "worker", "must be a Worker, or a text that names one"):
            check_worker("RosterChange", "worker", as_worker(worker))


class TestDiscreet:
    """A text with an id in it is whole to the program and masked to the reader."""

    @given(resident_ids())
    def test_is_never_shown_in_full(self, number: str) -> None:
        """Not by repr, str or format, alone or in a record or a sequence."""
        worker = Worker("张三", number)
        key = as_worker(number)
        shown = [f"{one!r} {one!s} {one} {[one]} {(one,)}" for one in (worker, worker.key, key)]
        shown += [f"{worker.key:>30}", str({key: worker})]
        assert not any(number in text for text in shown)
        assert all(f"{number[:4]}************{number[-2:]}" in text for text in shown)

    @given(resident_ids())
    def test_is_equal_to_the_whole(self, number: str) -> None:
        """It finds and is found as the text it is."""
        key = key_of(as_worker(number))
        assert key == number
        assert hash(key) == hash(number)
        assert {number: 1}[key] == 1
        assert resident_id(number) == number

    def test_outlives_copying_and_pickling(self) -> None:
        """A copy and what comes out of a pickle are whole and as discreet."""
        key = Discreet(ID)
        for other in (Discreet(key), copy.deepcopy(key), pickle.loads(pickle.dumps(key))):  # noqa: S301  (its own)
            assert isinstance(other, Discreet)
            assert (other.in_full, repr(other)) == (ID, f"'{MASKED}'")
        assert pickle.loads(pickle.dumps(Worker("张三", ID))) == Worker("张三", ID)  # noqa: S301  (its own)

    def test_masks_an_id_within_a_longer_text(self) -> None:
        """A name with an id beside it is masked in part, and one without stays plain."""
        assert repr(as_worker(f"张三 {ID}")) == f"'张三 {MASKED}'"
        assert repr(Worker(f"张三({ID})").name) == f"'张三({MASKED})'"
        assert type(discreet("张三")) is str

    def test_two_ids_that_look_alike_are_two(self) -> None:
        """What is masked alike is not equal."""
        one, other = Discreet(ID), Discreet("450103199902021233")
        assert repr(one) == repr(other)
        assert one != other

    @pytest.mark.parametrize(("text", "told"), [("", ""), ("123456", "******"), ("1234567", "1234*67")])
    def test_hides_what_is_no_id(self, text: str, told: str) -> None:
        """Short texts are hidden whole, longer ones but for four characters and two."""
        assert hidden(text) == told
