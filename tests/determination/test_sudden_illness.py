"""Death by sudden illness: 48 hours from the first diagnosis, to the moment."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, explain
from gxinjury.determination import Ground, SuddenIllness, deemed_by_sudden_illness, sudden_illness_ground
from gxinjury.law import Law
from gxinjury.law.readings import UndiagnosedDeath
from gxinjury.texts import Text
from gxinjury.timelines import Entry
from tests.bad_input import refused

CHINA: Final = timezone(timedelta(hours=8))
DIAGNOSED: Final = datetime(2025, 3, 1, 8, 15, tzinfo=CHINA)

zones = st.integers(-11 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(2014, 1, 1), datetime(2026, 12, 28), timezones=zones)


def deemed(
    first_diagnosis: datetime | None,
    death: datetime | None,
    *,
    in_time: bool = True,
    at_post: bool = True,
    **more: Any,  # noqa: ANN401  (facts of several types)
) -> bool | None:
    """Return the answer, in working time and at the post unless told otherwise."""
    return deemed_by_sudden_illness(
        in_working_time=in_time, at_post=at_post, first_diagnosis=first_diagnosis, death=death, **more
    )


@pytest.mark.clause("REG-15.1", "LSH256-3")
class TestDeemedBySuddenIllness:
    """Art. 15 item 1: in working time, at the post, death at once or within 48 hours of the first diagnosis."""

    @given(moments, zones)
    def test_to_the_second(self, first_diagnosis: datetime, zone: timezone) -> None:
        """Exactly 48 hours are within, a second more is not, in whichever zone the moments are told."""
        ends = datetime.fromtimestamp(first_diagnosis.timestamp() + 48 * 3600, zone)
        assert deemed(first_diagnosis, ends)
        assert deemed(first_diagnosis, ends - timedelta(seconds=1))
        assert not deemed(first_diagnosis, ends + timedelta(seconds=1))

    def test_no_day_is_left_out(self) -> None:
        """The hours run through days off: a diagnosis before a week of holidays."""
        diagnosed = datetime(2019, 9, 30, 23, 0, tzinfo=CHINA)
        assert deemed(diagnosed, datetime(2019, 10, 2, 23, 0, tzinfo=CHINA))
        assert not deemed(diagnosed, datetime(2019, 10, 2, 23, 1, tzinfo=CHINA))

    @pytest.mark.parametrize(("in_time", "at_post"), [(True, False), (False, True), (False, False)])
    def test_both_time_and_post(self, in_time: bool, at_post: bool) -> None:
        """Working time and post are both needed."""
        assert not deemed(DIAGNOSED, DIAGNOSED, in_time=in_time, at_post=at_post)

    def test_death_at_once(self) -> None:
        """Death at the moment of the diagnosis, or before it, is death at once."""
        assert deemed(DIAGNOSED, DIAGNOSED) is True
        assert deemed(DIAGNOSED, DIAGNOSED - timedelta(minutes=20)) is True

    @given(moments, st.integers(0, 86400 * 3), st.integers(0, 86400))
    def test_with_a_diagnosis_before_death_nothing_else_counts(
        self, first_diagnosis: datetime, lived: int, before: int
    ) -> None:
        """Onset, shift and reading change nothing where the illness was diagnosed before death."""
        death = first_diagnosis + timedelta(seconds=lived)
        onset = first_diagnosis - timedelta(seconds=before)
        plain = deemed(first_diagnosis, death)
        for reading in UndiagnosedDeath:
            told = deemed(first_diagnosis, death, onset=onset, shift_ends=onset, law=LAW.reading(reading))
            assert told is plain is (lived <= 48 * 3600)

    def test_death_before_the_diagnosis_is_told(self) -> None:
        """Two moments in the wrong order may be a slip, so they are told; in the right order they are not."""

        def told(death: datetime) -> bool:
            answer = explain(
                deemed_by_sudden_illness,
                in_working_time=True,
                at_post=True,
                first_diagnosis=DIAGNOSED,
                death=death,
            )
            return any("check both moments" in one.en for one in answer.cautions)

        assert told(DIAGNOSED - timedelta(seconds=1))
        assert not told(DIAGNOSED)

    def test_no_death(self) -> None:
        """Who lives is not deemed injured by the illness."""
        assert not deemed(DIAGNOSED, None)
        assert not deemed(None, None)

    def test_another_number_of_hours(self) -> None:
        """The hours are a figure of the law, that of the day of the first diagnosis in China."""
        law = LAW.with_figure("sudden_illness_hours", Entry(date(2025, 3, 2), 72, Text(zh="试", en="a trial")))

        def asked(first_diagnosis: datetime) -> bool | None:
            death = first_diagnosis + timedelta(hours=72)
            return deemed_by_sudden_illness(
                in_working_time=True, at_post=True, first_diagnosis=first_diagnosis, death=death, law=law
            )

        assert asked(datetime(2025, 3, 1, 16, 0, tzinfo=UTC))
        assert not asked(datetime(2025, 3, 1, 15, 59, tzinfo=UTC))

    def test_slips(self) -> None:
        """A moment without an offset, a flag that is a word, are refused by name."""
        naive = datetime(2025, 3, 1, 8, 15)
        with refused("deemed_by_sudden_illness", "first_diagnosis", "must be a moment with its offset"):
            deemed(naive, DIAGNOSED)
        with refused("deemed_by_sudden_illness", "death", "must be a moment with its offset"):
            deemed(DIAGNOSED, naive)
        no: Any = "no"
        with refused("deemed_by_sudden_illness", "in_working_time", "must be True or False"):
            deemed(DIAGNOSED, DIAGNOSED, in_time=no)
        with refused("deemed_by_sudden_illness", "at_post", "must be True or False"):
            deemed(DIAGNOSED, DIAGNOSED, at_post=no)

    @pytest.mark.parametrize("field", ["first_diagnosis", "death", "shift_ends"])
    def test_nothing_comes_before_the_onset(self, field: str) -> None:
        """It is the question that refuses it, by its own name."""
        given: dict[str, Any] = {"first_diagnosis": None, "death": None, field: DIAGNOSED - timedelta(seconds=1)}
        with refused("deemed_by_sudden_illness", field, "must not be before onset"):
            deemed_by_sudden_illness(in_working_time=True, at_post=True, onset=DIAGNOSED, **given)


def told_of(onset: datetime | None, death: datetime, shift_ends: datetime | None = None, **more: Any) -> SuddenIllness:  # noqa: ANN401  (a diagnosis)
    """Return an illness at the post that ended in death."""
    return SuddenIllness(at_post=True, onset=onset, death=death, shift_ends=shift_ends, **more)


def ground(illness: SuddenIllness, law: Law = LAW, *, in_working_time: bool = True) -> Ground:
    """Return how the item stands, in working time unless told otherwise."""
    return sudden_illness_ground(illness, in_working_time=in_working_time, law=law)


READ_AS: Final = {
    UndiagnosedDeath.UNSETTLED: Ground.UNSETTLED,
    UndiagnosedDeath.DEEMED: Ground.HOLDS,
    UndiagnosedDeath.NOT_DEEMED: Ground.FAILS,
}
every_reading: Final = pytest.mark.parametrize("reading", UndiagnosedDeath)
SECOND: Final = timedelta(seconds=1)


@pytest.mark.clause("REG-15.1")
class TestUndiagnosedDeath:
    """Nobody diagnosed the illness before death: at once it counts, after the shift it is as the law reads it."""

    @every_reading
    @given(moments, st.integers(0, 86400), st.integers(0, 86400 * 3))
    def test_at_once_is_by_the_end_of_the_shift(
        self, reading: UndiagnosedDeath, onset: datetime, left: int, lived: int
    ) -> None:
        """By the end of the shift it was at once, under every reading; a second later the reading decides."""
        ends = onset + timedelta(seconds=left)
        law = LAW.reading(reading)
        assert ground(told_of(onset, ends, ends), law) is Ground.HOLDS
        assert ground(told_of(onset, ends + SECOND, ends), law) is READ_AS[reading]
        by_the_shift = lived <= left
        answer = ground(told_of(onset, onset + timedelta(seconds=lived), ends), law)
        assert answer is (Ground.HOLDS if by_the_shift else READ_AS[reading])

    @every_reading
    def test_not_told(self, reading: UndiagnosedDeath) -> None:
        """Without the end of the shift only death at the onset is at once; without the onset nothing is."""
        law = LAW.reading(reading)
        assert ground(told_of(DIAGNOSED, DIAGNOSED), law) is Ground.HOLDS
        assert ground(told_of(DIAGNOSED, DIAGNOSED + SECOND), law) is READ_AS[reading]
        assert ground(told_of(None, DIAGNOSED), law) is READ_AS[reading]
        assert ground(told_of(None, DIAGNOSED, DIAGNOSED), law) is READ_AS[reading]

    @pytest.mark.parametrize(
        ("illness", "says"),
        [
            (told_of(None, DIAGNOSED), "no onset is told"),
            (told_of(DIAGNOSED, DIAGNOSED), "the end of the shift is not told"),
            (told_of(DIAGNOSED, DIAGNOSED, DIAGNOSED), None),
        ],
    )
    def test_what_is_not_told_is_asked_for(self, illness: SuddenIllness, says: str | None) -> None:
        """A caution says what to supply; none where both are there."""
        cautions = explain(sudden_illness_ground, illness, in_working_time=True).cautions
        told = [one.en for one in cautions if "supply" in one.en]
        assert len(told) == (says is not None)
        assert all(str(says) in one for one in told)

    @every_reading
    def test_a_diagnosis_after_death_is_none_in_life(self, reading: UndiagnosedDeath) -> None:
        """Where the onset is known, a doctor who came after the death does not make it a death at once."""
        ends = DIAGNOSED + timedelta(hours=1)
        died = DIAGNOSED + timedelta(hours=5)
        found = told_of(DIAGNOSED, died, ends, first_diagnosis=died + timedelta(hours=6))
        assert ground(found, LAW.reading(reading)) is READ_AS[reading]
        assert ground(told_of(DIAGNOSED, ends, ends, first_diagnosis=died)) is Ground.HOLDS

    @every_reading
    def test_time_and_post_come_first(self, reading: UndiagnosedDeath) -> None:
        """Away from the post or outside working time nothing is left to decide."""
        law = LAW.reading(reading)
        went_home = told_of(DIAGNOSED, DIAGNOSED + timedelta(hours=9), DIAGNOSED)
        assert ground(went_home, law, in_working_time=False) is Ground.FAILS
        away = SuddenIllness(at_post=False, death=DIAGNOSED)
        assert ground(away, law) is Ground.FAILS
        assert ground(SuddenIllness(at_post=True, onset=DIAGNOSED), law) is Ground.FAILS

    @pytest.mark.parametrize(("reading", "deems"), [*zip(UndiagnosedDeath, (None, True, False), strict=True)])
    def test_the_old_face(self, reading: UndiagnosedDeath, *, deems: bool | None) -> None:
        """The question of flags answers None where it is open, and says so."""
        law = LAW.reading(reading)
        assert deemed(None, DIAGNOSED, law=law) is deems
        assert deemed(None, DIAGNOSED + SECOND, onset=DIAGNOSED, shift_ends=DIAGNOSED, law=law) is deems
        assert deemed(None, DIAGNOSED, onset=DIAGNOSED, shift_ends=DIAGNOSED, law=law) is True
        assert deemed(None, None, law=law) is False
        answer = explain(
            deemed_by_sudden_illness,
            in_working_time=True,
            at_post=True,
            first_diagnosis=None,
            death=DIAGNOSED,
            law=law,
        )
        told = [one.en for one in answer.cautions]
        assert ("the text leaves it open: the authority decides" in told) is (deems is None)

    def test_slips(self) -> None:
        """What is no illness or no flag is refused by name."""
        no: Any = "no"
        with refused("sudden_illness_ground", "illness", "must be of type SuddenIllness"):
            sudden_illness_ground(no, in_working_time=True)
        with refused("sudden_illness_ground", "in_working_time", "must be True or False"):
            sudden_illness_ground(SuddenIllness(at_post=True), in_working_time=no)
        with refused("deemed_by_sudden_illness", "onset", "must be a moment with its offset"):
            deemed(None, DIAGNOSED, onset=no)


class TestSuddenIllness:
    """The record of it."""

    @pytest.mark.parametrize("field", ["first_diagnosis", "death", "shift_ends"])
    def test_nothing_comes_before_the_onset(self, field: str) -> None:
        """At the onset is right, a second before it is not."""
        at: dict[str, Any] = {field: DIAGNOSED}
        assert SuddenIllness(at_post=True, onset=DIAGNOSED, **at).onset == DIAGNOSED
        with refused("SuddenIllness", field, "must not be before onset (2025-03-01 08:15:01+08:00)"):
            SuddenIllness(at_post=True, onset=DIAGNOSED + SECOND, **at)

    def test_moments_move_to_china(self) -> None:
        """A moment is kept in China's time."""
        illness = SuddenIllness(at_post=True, death=datetime(2025, 3, 1, 0, 15, tzinfo=UTC))
        assert str(illness.death) == "2025-03-01 08:15:00+08:00"
        assert illness.first_diagnosis is None

    def test_slips(self) -> None:
        """Each field is refused by name."""
        no: Any = "no"
        with refused("SuddenIllness", "at_post", "must be True or False"):
            SuddenIllness(at_post=no)
        with refused("SuddenIllness", "first_diagnosis", "must be a moment"):
            SuddenIllness(at_post=True, first_diagnosis=no)
        with refused("SuddenIllness", "death", "must be a moment"):
            SuddenIllness(at_post=True, first_diagnosis=DIAGNOSED, death=no)
