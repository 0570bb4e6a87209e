"""What is wrong with a call (命令有误时的提示): what argparse complains of, and the nearest."""

import difflib
import re
from collections.abc import Iterable
from typing import Final

from gxinjury.cli.words import WORDS, word
from gxinjury.texts import Language, Text, shown

__all__ = ["complaint"]

_HELP: Final = "--help"
_NO_CHOICE: Final = re.compile(
    r"argument (?P<name>[^:]+): invalid choice: (?P<given>.+?) \(choose from (?P<all>.*)\)", re.DOTALL
)
_UNKNOWN: Final = re.compile(r"unrecognized arguments: (?P<given>.*)", re.DOTALL)
_MISSING: Final = re.compile(r"the following arguments are required: (?P<names>.*)")
_NO_VALUE: Final = re.compile(r"argument (?P<name>[^:]+): expected (?:one|at least one) argument")
_NEEDLESS: Final = re.compile(r"argument (?P<name>[^:]+): ignored explicit argument .*", re.DOTALL)
_OF_A_TYPE: Final = re.compile(r"argument [^:]+: (?P<told>.*)", re.DOTALL)
_CHINESE: Final = {"全国": "national", "广西": "guangxi", "不": "none", "无": "none", "中文": "zh", "英文": "en"}
"""What a choice may be called in Chinese."""


def complaint(message: str, language: Language, *, prog: str, options: Iterable[str]) -> str:
    """Return in a language what argparse complains of in its message, with the nearest of the options that there are.

    >>> complaint("unrecognized arguments: --calender", "en", prog="gxinjury", options=["--calendar", "--json"])
    'there is no option --calender; did you mean --calendar?'
    """
    if found := _NO_CHOICE.fullmatch(message):
        choices = re.findall(r"[\w-]+", found["all"])
        return _no_choice(found["name"], found["given"], choices).say(language)
    if found := _UNKNOWN.fullmatch(message):
        return _unknown(found["given"], list(options)).say(language)
    if found := _MISSING.fullmatch(message):
        return _missing(found["names"], prog).say(language)
    if found := _NO_VALUE.fullmatch(message):
        return word("no_value").say(language, option=found["name"])
    if found := _NEEDLESS.fullmatch(message):
        return word("no_value_taken").say(language, option=found["name"])
    # A type of ours tells in the language asked what is the matter.
    ours = _OF_A_TYPE.fullmatch(message)
    return ours["told"] if ours else message


def _no_choice(name: str, given: str, choices: list[str]) -> Text:
    plain = given.strip("'\"")
    near = [_CHINESE[plain]] if _CHINESE.get(plain) in choices else difflib.get_close_matches(plain, choices)
    is_command = name in _names("metavar_command")
    values: dict[str, object] = {"given": shown(plain).strip("'"), "option": name, "choices": (*map(_called, choices),)}
    if near:
        values["nearest"] = _called(near[0])
        return word("no_command_near" if is_command else "no_choice_near").filled(values)
    return word("no_command" if is_command else "no_choice").filled(values)


def _called(choice: str) -> Text:
    """Return a choice as it is typed, with what it is called behind it."""
    called = WORDS.texts.get(f"called_{choice}")
    return (
        Text(zh=choice, en=choice)
        if called is None
        else Text(zh=f"{choice}（{called.zh}）", en=f"{choice} ({called.en})")
    )


def _unknown(given: str, options: list[str]) -> Text:
    first = next((one for one in given.split() if one.startswith("-") and one.strip("-")), None)
    if first is None:
        return word("too_many").filled({"given": shown(given).strip("'")})
    name = first.partition("=")[0]
    values = {"given": shown(name).strip("'")}
    if name in options:
        return word("no_option_here").filled(values)
    near = [_HELP] if _HELP.startswith(name) else difflib.get_close_matches(name, options)
    return word("no_option_near").filled({**values, "nearest": near[0]}) if near else word("no_option").filled(values)


def _missing(names: str, prog: str) -> Text:
    named = {"metavar_files": "no_reports_named", "metavar_roster": "no_roster_named", "metavar_list": "no_list_named"}
    told = next((rule for metavar, rule in named.items() if names in _names(metavar)), "no_case_named")
    return word(told).filled({"prog": prog})


def _names(metavar: str) -> tuple[str, str]:
    return word(metavar).zh, word(metavar).en
