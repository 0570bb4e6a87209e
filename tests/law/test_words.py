"""The words of the statute book and of its figures: each is there in both languages, and none is left over."""

import attrs
import pytest

from gxinjury.fields import fields_of
from gxinjury.law.regulation import CareRates, DependantRates
from tests.words_check import broken_words, codes_of, dead_words, told_nowhere


def test_figures() -> None:
    """What the figures refuse has words that fit in both languages, and none is left over."""
    assert set(codes_of("gxinjury.law.figures", "Refusals")) == {"no_class", "no_upper_limit"}
    assert broken_words("gxinjury.law.figures") == []
    assert told_nowhere("gxinjury.law.figures") == set()


def test_statute_book() -> None:
    """The rules of the statute book have words that fit in both languages, and no word is left over."""
    assert broken_words("gxinjury.law") == []
    assert dead_words("gxinjury.law") == set()


@pytest.mark.parametrize("kind", [CareRates, DependantRates])
def test_a_table_of_rates_has_a_word_for_each_rate(kind: type[attrs.AttrsInstance]) -> None:
    """Each rate of a table is named in both languages where the table is printed."""
    assert [field.name for field in fields_of(kind) if not field.says_label] == []
