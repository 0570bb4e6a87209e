"""The arguments of the command (命令行参数), with help in the language asked for."""

import argparse
import difflib
import os
import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, Final, NoReturn

from gxinjury import __version__
from gxinjury.citations import Status
from gxinjury.cli.complaints import complaint
from gxinjury.cli.figures import figure_name
from gxinjury.cli.words import word
from gxinjury.codec.readers import RefusedError, read_day
from gxinjury.extra.cases.days_off import CALENDARS
from gxinjury.law.clauses import INSTRUMENTS
from gxinjury.texts import Language, shown

_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
_LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
_TAG: Final = re.compile(r"(zh|en)([-_.].*)?", re.IGNORECASE)


def language_of(argv: Sequence[str]) -> Language:
    """Return the language asked for: by ``--lang``, else by the locale, which is Chinese or is answered in English."""
    locale = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    asked = locale
    for argument, value in pairwise([*argv, ""]):
        given = value if argument == "--lang" else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and _TAG.fullmatch(given):
            asked = given.lower()
    return "zh" if asked.startswith("zh") else "en"


def _by_prefix(tag: str) -> str:
    """Return the language of a tag such as ``zh-CN``; a tag of another one as it is, which no choice admits."""
    found = _TAG.fullmatch(tag)
    return tag if found is None else found[1].lower()


def make_parser(language: Language) -> argparse.ArgumentParser:
    """Return the parser of the command."""
    parser = _Parser(language, prog="gxinjury", description=word("about").say(language))
    parser.add_argument(
        "--version", action="version", version=f"gxinjury {__version__}", help=parser.say("help_version")
    )
    commands = parser.add_subparsers(
        dest="command",
        metavar=parser.say("metavar_command"),
        title=parser.say("commands"),
        parser_class=_subparser(language),
    )
    for name in ("assess", "obligations", "ask", "clauses", "readings", "figures", "courier-report"):
        says = parser.say(f"help_{name}")
        command = commands.add_parser(name, help=says, description=says)
        command.add_argument("--json", action="store_true", help=parser.say("help_json"))
        if name in {"assess", "obligations"}:
            command.add_argument("case", metavar=parser.say("metavar_case"), help=parser.say("help_case"))
            command.add_argument("--calendar", choices=CALENDARS, help=parser.say("help_calendar"))
            command.add_argument("--days-off", metavar=parser.say("metavar_days_off"), help=parser.say("help_days_off"))
        if name == "ask":
            command.add_argument("case", metavar=parser.say("metavar_case"), help=parser.say("help_case"))
        if name == "assess":
            command.add_argument("--explain", action="store_true", help=parser.say("help_explain"))
        if name == "obligations":
            command.add_argument(
                "--on", metavar=parser.say("metavar_day"), type=_day(language), help=parser.say("help_on")
            )
            command.add_argument("--open-first", action="store_true", help=parser.say("help_open_first"))
        if name == "clauses":
            command.add_argument(
                "--instrument",
                metavar=parser.say("metavar_instrument"),
                type=_instrument(language),
                help=parser.say("help_instrument"),
            )
            status = tuple(one.name.lower() for one in Status)
            command.add_argument("--status", choices=status, help=parser.say("help_status"))
        if name == "figures":
            reads = figure_name(language)
            command.add_argument(
                "series", metavar=parser.say("metavar_series"), nargs="?", type=reads, help=parser.say("help_series")
            )
        if name == "courier-report":
            command.add_argument("files", metavar=parser.say("metavar_files"), nargs="+", help=parser.say("help_files"))
        parser.options |= command.options
    return parser


def _subparser(language: Language) -> Any:  # noqa: ANN401  (argparse calls it as a class)
    def make(**kwargs: Any) -> _Parser:  # noqa: ANN401  (as argparse hands them on)
        return _Parser(language, **kwargs)

    return make


def _instrument(language: Language) -> Any:  # noqa: ANN401  (argparse calls it as a type)
    def read(given: str) -> str:
        ids = [instrument.id for instrument in INSTRUMENTS]
        if given.upper() in ids:
            return given.upper()
        rule = word("no_instrument").filled({"given": given})
        nearest = (*difflib.get_close_matches(given.upper(), ids, n=1), "NN")[0]
        raise argparse.ArgumentTypeError(word("did_you_mean").say(language, rule=rule, nearest=nearest))

    return read


def _day(language: Language) -> Any:  # noqa: ANN401  (as above)
    def read(given: str) -> date:
        try:
            return read_day(given)
        except RefusedError:
            told = word("no_day").say(language, given=shown(given))
            raise argparse.ArgumentTypeError(told) from None

    return read


class _Formatter(argparse.HelpFormatter):
    """Help whose usage is headed in the language asked for."""

    def __init__(self, prog: str, heading: str) -> None:
        super().__init__(prog)
        self.heading = heading

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, self.heading if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the language asked for, as far as argparse lets it."""

    def __init__(self, language: Language, **kwargs: Any) -> None:  # noqa: ANN401  (as argparse takes them)
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=lambda prog: _Formatter(prog, word("usage").say(language)),
            **kwargs,
        )
        self.language = language
        self.options: set[str] = set()
        self._positionals.title = self.say("arguments")
        self._optionals.title = self.say("options")
        self.add_argument("-h", "--help", action="help", help=self.say("help_help"))
        self.add_argument(
            "--lang", type=_by_prefix, choices=_LANGUAGES, default=argparse.SUPPRESS, help=self.say("help_lang")
        )

    def say(self, name: str) -> str:
        return word(name).say(self.language)

    def add_argument(self, *names: Any, **kwargs: Any) -> argparse.Action:  # noqa: ANN401  (as argparse takes them)
        """Add an argument, its name minded for those who mistype it."""
        action = super().add_argument(*names, **kwargs)
        self.options.update(name for name in action.option_strings if name.startswith("--"))
        return action

    def error(self, message: str) -> NoReturn:
        usage = self.format_usage()
        complained = complaint(message, self.language, prog=self.prog, options=self.options)
        told = word("wrong_call").say(self.language, prog=self.prog, message=complained)
        self.exit(2, f"{usage}{told}\n")
