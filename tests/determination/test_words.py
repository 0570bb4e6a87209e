"""The words of the determination room."""

from tests.words_check import check_words


def test_every_word_is_there_and_none_is_left_over() -> None:
    """Rules, facts, fields, findings, refusals and cautions have words in both languages, and nothing else has."""
    check_words("gxinjury.determination")
