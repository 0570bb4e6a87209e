"""Death by sudden illness: 48 hours from the first diagnosis, to the moment."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, explain
from gxinjury.determination import SuddenIllness, deemed_by_sudden_illness
from gxinjury.texts import Text
from gxinjury.timelines import Entry
from tests.bad_input import refused

CHINA: Final = timezone(timedelta(hours=8))
DIAGNOSED: Final = datetime(2025, 3, 1, 8, 15, tzinfo=CHINA)

zones = st.integers(-11 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(2014, 1, 1), datetime(2026, 12, 28), timezones=zones)


def deemed(
    first_diagnosis: datetime | None, death: datetime | None, *, in_time: bool = True, at_post: bool = True
) -> bool:
    """Return the answer, in working time and at the post unless told otherwise."""
    return deemed_by_sudden_illness(
        in_working_time=in_time, at_post=at_post, first_diagnosis=first_diagnosis, death=death
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
        """Death at the moment of the diagnosis, before it, or before there was any, is death at once."""
        assert deemed(DIAGNOSED, DIAGNOSED)
        assert deemed(DIAGNOSED, DIAGNOSED - timedelta(minutes=20))
        assert deemed(None, DIAGNOSED)

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

        def asked(first_diagnosis: datetime) -> bool:
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


class TestSuddenIllness:
    """The record of it."""

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
