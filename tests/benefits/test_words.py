"""The words of the benefits room, and its explanations in both languages."""

import re
from typing import Final

from hypothesis import given, settings

from gxinjury import explain
from gxinjury.benefits import Injury, lump_sum_disability_subsidy, settle_injury
from gxinjury.citations import Status
from tests.benefits.drawn import injuries
from tests.words_check import HAN, check_words

PACKAGE: Final = "gxinjury.benefits"
CITED: Final = re.compile(r"\[([A-Z0-9]+-[0-9A-Za-z.-]+)\]")


def test_every_word_is_there_and_none_is_left_over() -> None:
    """Rules, facts, fields, findings, refusals and cautions have words in both languages, and nothing else has."""
    check_words(PACKAGE)


def test_the_wage_of_a_question_is_told_as_a_wage() -> None:
    """Not as the reference wage of an injury: which wage it is each question says."""
    explanation = explain(lump_sum_disability_subsidy, 7, 6905)
    assert "  · 工资（每月）：6905" in explanation.text("zh").splitlines()
    assert "  · wage a month: 6905" in explanation.text("en").splitlines()


@given(injuries())
@settings(max_examples=40)
def test_a_settlement_is_told_alike_in_both_languages(injury: Injury) -> None:
    """The same steps and clauses in Chinese and in English, the English all English, and every clause carried out."""
    explanation = explain(settle_injury, injury)
    zh, en = explanation.text("zh"), explanation.text("en")
    assert CITED.findall(zh) == CITED.findall(en)
    assert len(zh.splitlines()) == len(en.splitlines())
    told = [line for line in en.splitlines() if "source: " not in line]
    assert not HAN.search("\n".join(told))
    for clause in explanation.clauses:
        assert Status.RULE in clause.status or Status.DEFINITION in clause.status
