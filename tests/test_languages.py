"""A language is asked for by its tag, whose first part counts; another one is refused, never answered in English."""

from datetime import date
from typing import Any

import pytest

from gxinjury.errors import InvalidFactError
from gxinjury.explanations import explain
from gxinjury.texts import Text, is_chinese
from tests.moonland import Haul, dust_bill

DUG = date(2020, 1, 1)
HAUL = Haul("10", DUG)
BOTH = Text(zh="迟缴 {days} 日", en="days late: {days}")


@pytest.mark.parametrize("tag", ["zh", "zh-CN", "zh-Hans", "zh-Hans-CN", "zh_CN", "ZH", "zh_CN.UTF-8", "zh-TW"])
def test_chinese(tag: str) -> None:
    """Whatever comes after the first part."""
    assert is_chinese(tag)
    assert BOTH.say(tag, days=3) == "迟缴 3 日"
    assert explain(dust_bill, HAUL, paid_on=DUG).text(tag) == explain(dust_bill, HAUL, paid_on=DUG).text("zh")


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN", "en_US.UTF-8", "en.UTF-8"])
def test_english(tag: str) -> None:
    """Likewise."""
    assert not is_chinese(tag)
    assert BOTH.say(tag, days=3) == "days late: 3"


@pytest.mark.parametrize("tag", ["fr", "zhuang", "za", "english", "", "-zh", "C", None, 0, b"zh", ["zh"], True])
def test_another_one_is_refused(tag: Any) -> None:  # noqa: ANN401  # no tag
    """By what it must be, in both languages."""
    with pytest.raises(InvalidFactError) as caught:
        BOTH.say(tag, days=3)
    assert caught.value.code == "no_language"
    assert "zh-CN" in caught.value.text("zh")
    with pytest.raises(InvalidFactError):
        explain(dust_bill, HAUL, paid_on=DUG).text(tag)
    with pytest.raises(InvalidFactError):
        explain(dust_bill, HAUL, paid_on=DUG).html(tag)
