"""Workers: known by their ids, and never shown with them."""

import copy
import pickle
from datetime import date
from typing import Any, Final

import pytest
from hypothesis import given

from gxinjury.construction import Sex, Worker
from gxinjury.construction.ids import IdKind, hidden, resident_id
from gxinjury.construction.workers import as_worker, check_worker, key_of
from gxinjury.errors import InvalidFactError
from gxinjury.privacy import Discreet, discreet, whole
from gxinjury.texts import shown, written
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
            ("H123456789", "'H*******89'"),
            ("E123", "'****'"),
            ("X50103198001011234", "'X501************34'"),
            ("", "''"),
            ("12", "'**'"),
            (450103198001011234, "<class 'int'>"),
        ],
    )
    def test_refuses_what_is_no_id_and_hides_it(self, number: Any, got: str) -> None:  # noqa: ANN401  (bad input)
        """Eighteen digits, of which the last may be X; what is almost one is hidden too."""
        with refused("Worker", "resident_id", "or the number of a passport or permit", got=got):
            Worker("张三", number)

    @pytest.mark.parametrize("number", ["450103800101123", " 450103 800101 123 ", "４５０１０３８００１０１１２３"])
    def test_names_an_id_of_the_first_generation(self, number: str) -> None:
        """Fifteen digits are told for what they are, and hidden."""
        with pytest.raises(InvalidFactError, match="one of 15 is of the first generation") as caught:
            Worker("张三", number)
        assert "第一代居民身份证" in caught.value.text("zh")
        assert "800101" not in str(caught.value)

    @pytest.mark.parametrize(
        ("number", "kind", "masked"),
        [
            (ID, IdKind.RESIDENT_ID, MASKED),
            ("810000198001011236", IdKind.RESIDENCE_PERMIT, "8100************36"),
            ("820000198001011236", IdKind.RESIDENCE_PERMIT, "8200************36"),
            ("830000198001011236", IdKind.RESIDENCE_PERMIT, "8300************36"),
            ("840000198001011236", IdKind.RESIDENT_ID, "8400************36"),
            ("931156198001011236", IdKind.PERMANENT_RESIDENCE, "9311************36"),
            ("USA110077041234", IdKind.PERMANENT_RESIDENCE, "USA**********34"),
            ("H12345678", IdKind.HONG_KONG_MACAO_PERMIT, "H******78"),
            ("M1234567801", IdKind.HONG_KONG_MACAO_PERMIT, "M********01"),
            ("m12345678", IdKind.HONG_KONG_MACAO_PERMIT, "M******78"),
            ("12345678", IdKind.TAIWAN_PERMIT, "1*****78"),
            ("E12345678", IdKind.PASSPORT, "E******78"),
            ("EA1234567", IdKind.PASSPORT, "E******67"),
            ("B1234567", IdKind.PASSPORT, "B*****67"),
            ("C01X00T47", IdKind.PASSPORT, "C******47"),
            ("Ｅ１２３４ ５６７８", IdKind.PASSPORT, "E******78"),
            ("123456789", IdKind.PASSPORT, "1******89"),
        ],
    )
    def test_knows_each_id_by_its_form(self, number: str, kind: IdKind, masked: str) -> None:
        """Passports and permits are ids like others, each masked wherever it is shown."""
        worker = Worker("JOHN SMITH", number)
        assert worker.id_kind is kind
        assert isinstance(worker.key, Discreet)
        for told in (repr(worker), str(worker), f"{worker.key}", shown(worker.key), written(worker.key, "zh")):
            assert worker.key.in_full not in told
            assert masked in told
        assert as_worker(number) == worker.key
        assert worker.key.in_full not in repr(as_worker(number))
        assert worker.key.in_full not in repr(Worker(f"JOHN SMITH {worker.key.in_full}"))

    def test_what_an_id_tells_of_a_person(self) -> None:
        """Birth date and sex, of ids that hold them; a number without them tells neither."""
        assert (Worker("张三", ID).born_on, Worker("张三", ID).sex_in_id) == (date(1980, 1, 1), Sex.MALE)
        assert Worker("张三", "450103198502022221").sex_in_id is Sex.FEMALE
        assert Worker("陈", "830000198001011226").sex_in_id is Sex.FEMALE
        foreign = Worker("SMITH", "931156198001011236")
        assert (foreign.born_on, foreign.sex_in_id) == (date(1980, 1, 1), None)
        assert Worker("张三", "450103198002301233").born_on is None
        for unknown in (Worker("SMITH", "E12345678"), Worker("张三")):
            assert (unknown.born_on, unknown.sex_in_id) == (None, None)
        assert Worker("张三").id_kind is None

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
        assert {key: 1}[number] == 1
        assert {whole(key): 1}[number] == 1
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

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("", ""),
            ("1234", "****"),
            ("12345", "1**45"),
            ("E1234567890123", "E***********23"),
            ("E12345678901234", "E123*********34"),
        ],
    )
    def test_hides_what_is_no_id(self, text: str, told: str) -> None:
        """Short texts are hidden whole, longer ones but for the last two characters and the first one, or four."""
        assert hidden(text) == told
