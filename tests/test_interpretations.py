"""The ways to read an unclear clause."""

from types import new_class

import pytest

from gxinjury.statutes import Reading, default_of
from tests.moonland import MOON, Crater, Nights


class TestReading:
    """A way to read an unclear clause."""

    def test_knows_its_clause_question_and_reason(self) -> None:
        """All members share them, and each says how it reads the clause."""
        for member in Nights:
            assert member.clause is MOON.clause("2")
            assert member.question.en == "whether the night of the digging counts"
            assert member.why.zh == "条文说“起算”。"
            assert member.says is member.value

    def test_prints_as_in_code(self) -> None:
        """The name of the reading and of the member."""
        assert str(Crater.RIM) == repr(Crater.RIM) == f"{Crater.RIM}" == "Crater.RIM"

    def test_the_first_member_is_the_default(self) -> None:
        """The default stands first."""
        assert default_of(Nights) is Nights.COUNTED
        assert default_of(Crater) is Crater.HOLE

    def test_a_reading_must_say_what_it_is_about(self) -> None:
        """A reading without clause, question and reason cannot be written."""
        with pytest.raises(TypeError):
            new_class("Vague", (Reading,))
