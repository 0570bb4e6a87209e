"""The case file to fill in, as it was looked at: every key with its note and a sample, in either language."""

import pytest

from gxinjury.extra.cases.template import template
from gxinjury.texts import Language
from tests.extra.looks import check_golden


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_whole_of_it(language: Language) -> None:
    """To the letter, readings too."""
    check_golden(f"template.{language}.toml", template(language).splitlines())
