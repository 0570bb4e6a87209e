"""The words of the statute book and of its figures: each is there in both languages, and none is left over."""

from gxinjury.law.figures.words import WORDS
from tests.words_check import broken_words, check_words, dead_words


def test_figures() -> None:
    """What the figures print has words, in both languages, and no word is left over."""
    check_words("gxinjury.law.figures")
    assert WORDS.texts


def test_statute_book() -> None:
    """The rules of the statute book have words that fit in both languages, and no word is left over."""
    assert broken_words("gxinjury.law") == []
    assert dead_words("gxinjury.law") == set()
