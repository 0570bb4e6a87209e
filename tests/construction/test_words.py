"""The words of the construction room, and its explanations in both languages."""

import re
from collections import Counter
from typing import Any, Final

import pytest
from hypothesis import given, settings

from gxinjury.citations import Clause, Status
from gxinjury.construction import (
    PremiumBill,
    cover_start,
    premium_account,
    project_cover,
    project_premium,
)
from gxinjury.construction.findings import Cautions, Findings, Notes, Refusals
from gxinjury.construction.labels import LABELS
from gxinjury.explanations import Explanation, explain
from gxinjury.extra.strategies import ConstructionCase, construction_cases, laws
from gxinjury.law import Law
from gxinjury.texts import Text
from tests.words_check import HAN, broken_words, check_words, dead_words, missing_words, told_nowhere

PACKAGE: Final = "gxinjury.construction"
CITED: Final = re.compile(r"\[([A-Z0-9]+-[0-9A-Z.]+)\]")
FIGURE: Final = re.compile(r"\d{4}-\d\d-\d\d|[\d,]+\.\d+[‰%]?|\d+[‰%]|\d+/\d+|\d{1,3}(?:,\d{3})+")
"""A day, an amount, a rate or a share; plain numbers are left to the prose, which says "thirty" for 30."""
IN_CODE: Final = re.compile(r"\b[A-Z][A-Za-z]*[A-Z_a-z]*\b")


def test_every_word_is_there_and_none_is_left_over() -> None:
    """Rules, facts, fields, findings, refusals and cautions have words in both languages, and nothing else has."""
    check_words(PACKAGE)


class TestTheCheckItself:
    """The check finds what it is there to find."""

    def test_misses_a_word_taken_out(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without what a rule or a fact is called the check fails."""
        labels: Any = LABELS
        monkeypatch.delitem(labels, "paid_on")
        monkeypatch.setattr(project_premium, "called", None)
        assert missing_words(PACKAGE) == {"paid_on", "project_premium"}

    @pytest.mark.parametrize("kind", [Findings, Refusals, Cautions, Notes])
    def test_finds_what_nothing_tells(self, kind: type, monkeypatch: pytest.MonkeyPatch) -> None:
        """A finding, refusal, caution or note that no rule tells is found."""
        monkeypatch.setattr(kind, "nothing_tells_this", Text(zh="无", en="nothing"), raising=False)
        assert told_nowhere(PACKAGE) == {f"{kind.__name__}.nothing_tells_this"}

    def test_finds_a_dead_word(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A word that nothing prints is found."""
        labels: Any = LABELS
        monkeypatch.setitem(labels, "nothing_prints_this", labels["paid_on"])
        assert "nothing_prints_this" in dead_words(PACKAGE)

    @pytest.mark.parametrize(
        ("zh", "en"),
        [("paid on", "paid on"), ("缴费日", "缴费日"), ("缴费日 paid late", "paid on"), ("{a}日", "day"), ("日", "")],
    )
    def test_finds_a_broken_wording(self, zh: str, en: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """English in the Chinese, Chinese in the English, unequal values, nothing at all: each is found."""
        labels: Any = LABELS
        monkeypatch.setitem(labels, "paid_on", type(labels["paid_on"])(zh=zh, en=en))
        assert [line.partition(":")[0] for line in broken_words(PACKAGE)][:1] == ["paid_on"]

    def test_finds_a_broken_wording_of_a_finding(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Unequal values in a finding are found as they are in a label."""
        monkeypatch.setattr(Findings.overpaid, "words", Text(zh="多缴 {sum}", en="overpaid by {overpaid}"))
        assert broken_words(PACKAGE) == ["Findings.overpaid: the two languages wait for different values"]


def _same_in_both_languages(explanation: Explanation[Any]) -> None:
    zh, en = explanation.text("zh"), explanation.text("en")
    assert CITED.findall(zh) == CITED.findall(en)
    assert CITED.findall(en)
    assert _figures(zh) == _figures(en)
    assert len(zh.splitlines()) == len(en.splitlines())
    assert not HAN.search(en)
    untranslated = re.findall(r"[a-z]{2,}", IN_CODE.sub("", CITED.sub("", zh)))
    assert untranslated == [], untranslated


def _figures(text: str) -> Counter[str]:
    return Counter(FIGURE.findall(CITED.sub("", text)))


class TestExplanations:
    """Explanations say the same in Chinese and in English."""

    @settings(max_examples=30)
    @given(case=construction_cases(), law=laws())
    def test_of_the_premium(self, case: ConstructionCase, law: Law) -> None:
        """The same clauses and figures in both languages, and no English left in the Chinese."""
        _same_in_both_languages(explain(project_premium, **case.premium_facts, law=law))

    @settings(max_examples=30)
    @given(case=construction_cases(), law=laws())
    def test_of_the_cover(self, case: ConstructionCase, law: Law) -> None:
        """The same clauses and figures in both languages, and no English left in the Chinese."""
        _same_in_both_languages(explain(project_cover, **case.cover_facts, law=law))

    @settings(max_examples=30)
    @given(case=construction_cases(), law=laws())
    def test_of_the_account(self, case: ConstructionCase, law: Law) -> None:
        """The same clauses and figures in both languages, and no English left in the Chinese."""
        bill: PremiumBill = project_premium(**case.premium_facts, law=law)
        explanation = explain(premium_account, bill, case.payments)
        _same_in_both_languages(explanation)
        _same_in_both_languages(explain(cover_start, explanation.outcome, law=law))

    @settings(max_examples=30)
    @given(case=construction_cases(), law=laws())
    def test_cites_rules_only(self, case: ConstructionCase, law: Law) -> None:
        """Every clause an explanation rests on is a rule of the notice and is carried out."""
        for explanation in (
            explain(project_premium, **case.premium_facts, law=law),
            explain(project_cover, **case.cover_facts, law=law),
        ):
            cited: list[Clause] = list(explanation.clauses)
            assert all(clause.encoded and Status.RULE in clause.status for clause in cited)
