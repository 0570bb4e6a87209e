"""The arguments of the command (命令行参数), with help in the language asked for."""

import argparse
import difflib
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Final, NoReturn

from gxinjury import __version__
from gxinjury.citations import Status
from gxinjury.cli.complaints import complaint
from gxinjury.cli.languages import LANGUAGES, TAG
from gxinjury.cli.words import word
from gxinjury.codec.readers import RefusedError, read_day
from gxinjury.extra.cases.days_off import CALENDARS
from gxinjury.texts import Language, shown

SHELLS: Final = ("bash", "zsh", "fish")
_TEXT_ONLY: Final = {"new", "help", "completion"}
_BEST_KNOWN: Final = {"no_instrument": "NN", "no_figure": "nanning_on_post"}


def _by_prefix(tag: str) -> str:
    """Return the language of a tag such as ``zh-CN``; a tag of another one as it is, which no choice admits."""
    found = TAG.fullmatch(tag)
    return tag if found is None else found[1].lower()


def make_parser(language: Language) -> "Parser":
    """Return the parser of the command."""
    parser = Parser(language, prog="gxinjury", description=word("about").say(language))
    parser.add_argument(
        "--version", action="version", version=f"gxinjury {__version__}", help=parser.say("help_version")
    )
    made: Any = partial(Parser, language)  # argparse calls it as a class
    commands = parser.add_subparsers(
        dest="command", metavar=parser.say("metavar_command"), title=parser.say("commands"), parser_class=made
    )
    for name, arguments in _commands(language).items():
        says = parser.say(f"help_{name}")
        command = commands.add_parser(name, help=says, description=says)
        if name not in _TEXT_ONLY:
            command.add_argument("--json", action="store_true", help=parser.say("help_json"))
        for argument, how in arguments.items():
            named = argument.removeprefix("--").replace("-", "_")
            told = {"metavar": parser.say(f"metavar_{how['metavar']}")} if "metavar" in how else {}
            command.add_argument(argument, **{"help": parser.say(f"help_{named}"), **how, **told})
        parser.options |= command.options
        parser.commands[name] = word(f"called_{name}").say(language), command
    return parser


def _commands(language: Language) -> Mapping[str, dict[str, dict[str, Any]]]:
    """Return what each command takes beside ``--json``, which all have that answer."""
    case: dict[str, Any] = {"case": {"metavar": "case"}, "--mark": {"metavar": "mark"}}
    calendar: dict[str, Any] = {"--calendar": {"choices": CALENDARS}, "--days-off": {"metavar": "days_off"}}
    paper: dict[str, Any] = {"--html": {"metavar": "html"}, "--xlsx": {"metavar": "xlsx"}}
    status = tuple(one.name.lower() for one in Status)
    instrument = _one_of(language, _instruments, str.upper, "no_instrument")
    figure = _one_of(language, _figures, lambda given: given.lower().replace("-", "_"), "no_figure")
    day = _read_by(language, read_day, "no_day")
    on = {"--on": {"metavar": "day", "type": day}}
    mark = {"--mark": {"metavar": "xlsx"}}
    number = _read_by(language, _whole, "no_number")
    return {
        "assess": {**case, **calendar, "--explain": {"action": "store_true"}, **paper},
        "obligations": {
            **case,
            **calendar,
            **on,
            "--open-first": {"action": "store_true"},
            "--ics": {"metavar": "ics"},
            **paper,
        },
        "annex1": {**case, **on, **paper},
        "papers": {**case, **paper},
        "proof": {**case, **calendar, "--worker": {"metavar": "worker"}, **on, **paper},
        "todo": {**case, **calendar, "--injury": {"metavar": "injury", "type": number}, **on, **paper},
        "ask": {**case, "--fill": {"action": "store_true"}},
        "new": {"file": {"metavar": "new", "nargs": "?"}, "--force": {"action": "store_true"}},
        "clauses": {"--instrument": {"metavar": "instrument", "type": instrument}, "--status": {"choices": status}},
        "readings": {},
        "figures": {"series": {"metavar": "series", "nargs": "?", "type": figure}},
        "courier-report": {
            "files": {"metavar": "files", "nargs": "+"},
            "--against": {"metavar": "files"},
            "--form": {"metavar": "xlsx"},
            **mark,
            **paper,
        },
        "outlets": {
            "list": {"metavar": "list"},
            "--against": {"metavar": "list", "help": word("help_against_list").say(language)},
            **mark,
            **paper,
        },
        "roster": {
            "roster_file": {"metavar": "roster"},
            "--reported-on": {"metavar": "day", "type": day},
            "--sheet": {"metavar": "sheet"},
            "--against": {"metavar": "roster", "help": word("help_against_roster").say(language)},
            **mark,
            "--csv": {"metavar": "csv"},
            **paper,
        },
        "help": {"topic": {"metavar": "topic", "nargs": "?"}},
        "completion": {"shell": {"metavar": "shell", "choices": SHELLS}},
    }


def choices_of(action: argparse.Action) -> tuple[str, ...]:
    """Return what an option may be, where that is one of a few words."""
    return () if action.choices is None or isinstance(action.choices, dict) else tuple(map(str, action.choices))


def _instruments() -> list[str]:
    from gxinjury.law.clauses import INSTRUMENTS

    return [instrument.id for instrument in INSTRUMENTS]


def _figures() -> list[str]:
    from gxinjury.law import LAW

    return [*LAW.figures()]


def _one_of(language: Language, names: Callable[[], list[str]], spelled: Callable[[str], str], told: str) -> Any:  # noqa: ANN401  (argparse calls it as a type)
    """Return how the command reads a name: as it is spelled, or refused with the nearest, the best known for none."""

    def read(given: str) -> str:
        known, name = names(), spelled(given)
        if name in known:
            return name
        rule = word(told).filled({"given": given})
        nearest = (*difflib.get_close_matches(name, known), _BEST_KNOWN[told])[0]
        raise argparse.ArgumentTypeError(word("did_you_mean").say(language, rule=rule, nearest=nearest))

    return read


def _read_by(language: Language, reads: Callable[[str], object], told: str) -> Any:  # noqa: ANN401  (as above)
    """Return how the command reads a value, and what it tells where that refuses it."""

    def read(given: str) -> object:
        try:
            return reads(given)
        except (RefusedError, ValueError):
            raise argparse.ArgumentTypeError(word(told).say(language, given=shown(given))) from None

    return read


def _whole(given: str) -> int:
    if not given.isdecimal():
        raise ValueError
    return int(given)


class _Formatter(argparse.HelpFormatter):
    """Help whose usage is headed in the language asked for."""

    def __init__(self, prog: str, heading: str) -> None:
        super().__init__(prog)
        self.heading = heading

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, self.heading if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks the language asked for, as far as argparse lets it.

    Its commands are told by name: what each is called, and its own parser.
    """

    def __init__(self, language: Language, **kwargs: Any) -> None:  # noqa: ANN401  (as argparse takes them)
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=lambda prog: _Formatter(prog, word("usage").say(language)),
            **kwargs,
        )
        self.language = language
        self.options: set[str] = set()
        self.commands: dict[str, tuple[str, Parser]] = {}
        self._positionals.title = self.say("arguments")
        self._optionals.title = self.say("options")
        self.add_argument("-h", "--help", action="help", help=self.say("help_this"))
        self.add_argument(
            "--lang", type=_by_prefix, choices=LANGUAGES, default=argparse.SUPPRESS, help=self.say("help_lang")
        )

    def say(self, name: str) -> str:
        """Return a wording in its language."""
        return word(name).say(self.language)

    def add_argument(self, *names: Any, **kwargs: Any) -> argparse.Action:  # noqa: ANN401  (as argparse takes them)
        """Add an argument, its name minded for those who mistype it."""
        action = super().add_argument(*names, **kwargs)
        self.options.update(action.option_strings)
        return action

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with a call under its usage, and end."""
        usage = self.format_usage()
        complained = complaint(message, self.language, prog=self.prog, options=self.options)
        told = word("wrong_call").say(self.language, prog=self.prog, message=complained)
        self.exit(2, f"{usage}{told}\n")
