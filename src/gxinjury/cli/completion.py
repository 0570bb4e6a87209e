"""Completion for shells (命令补全): a script for bash, zsh or fish, made from the commands and their options."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from gxinjury.cli.arguments import Parser, choices_of, make_parser
from gxinjury.texts import Language

_Commands = Mapping[str, tuple[str, Parser]]


def run(asked: argparse.Namespace, language: Language) -> str:
    """Answer ``gxinjury completion``."""
    return completion_script(asked.shell, make_parser(language))


def completion_script(shell: str, parser: Parser) -> str:
    """Return what a shell reads to complete the command: commands, options, what an option may be, else files.

    >>> from gxinjury.cli.arguments import make_parser
    >>> completion_script("fish", make_parser("en")).splitlines()[0]
    "complete -c gxinjury -f -n __fish_use_subcommand -a assess -d 'the project assessed'"
    """
    return "\n".join(_SCRIPTS[shell](parser.commands))


def _options(command: Parser) -> Iterator[argparse.Action]:
    for action in command._actions:  # noqa: SLF001  (argparse tells it nowhere else)
        if action.option_strings:
            yield action


def _names(command: Parser) -> str:
    return " ".join(name for action in _options(command) for name in action.option_strings)


def _positional(command: Parser) -> str:
    """Return what may stand where no option does, where that is one of a few words."""
    actions = (one for one in command._actions if not one.option_strings)  # noqa: SLF001  (as above)
    return " ".join(word for action in actions for word in choices_of(action))


def _bash(commands: _Commands) -> Iterator[str]:
    yield "_gxinjury() {"
    yield '  local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" words=""'
    yield "  COMPREPLY=()"
    yield '  if [ "$COMP_CWORD" -eq 1 ]; then'
    yield f'    COMPREPLY=($(compgen -W "{" ".join(commands)} --help --version --lang" -- "$current")); return'
    yield "  fi"
    yield '  case "${COMP_WORDS[1]} $before" in'
    for name, (_, command) in commands.items():
        for action in _options(command):
            if choices := choices_of(action):
                yield f'    "{name} {action.option_strings[-1]}") words="{" ".join(choices)}" ;;'
    yield "  esac"
    yield '  if [ -z "$words" ]; then case "${COMP_WORDS[1]}" in'
    for name, (_, command) in commands.items():
        if words := _positional(command):
            yield f'    {name}) [[ "$current" == -* ]] && words="{_names(command)}" || words="{words}" ;;'
        else:
            yield f'    {name}) [[ "$current" == -* ]] && words="{_names(command)}" ;;'
    yield "  esac; fi"
    yield '  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$current"))'
    yield '  else COMPREPLY=($(compgen -f -- "$current")); fi'
    yield "}"
    yield "complete -o filenames -F _gxinjury gxinjury"


def _zsh(commands: _Commands) -> Iterator[str]:
    yield "#compdef gxinjury"
    yield "_gxinjury() {"
    yield "  if (( CURRENT == 2 )); then"
    told = " ".join(_quoted(f"{name}:{called}") for name, (called, _) in commands.items())
    yield f"    local -a commands=({told}); _describe gxinjury commands; return"
    yield "  fi"
    yield '  case "${words[2]}" in'
    for name, (_, command) in commands.items():
        yield f"    {name}) shift words; (( CURRENT-- )); _arguments {' '.join(_zsh_arguments(command))} ;;"
    yield "  esac"
    yield "}"
    yield "compdef _gxinjury gxinjury"


def _zsh_arguments(command: Parser) -> Iterator[str]:
    for action in _options(command):
        told = str(action.help or "").translate(_NOT_IN_ZSH)
        value = f":value:{_zsh_values(action)}" if action.nargs != 0 else ""
        yield _quoted(f"{action.option_strings[-1]}[{told}]{value}")
    words = _positional(command)
    yield _quoted(f"*:argument:({words})" if words else "*:file:_files")


def _zsh_values(action: argparse.Action) -> str:
    choices = choices_of(action)
    return f"({' '.join(choices)})" if choices else "_files"


def _fish(commands: _Commands) -> Iterator[str]:
    for name, (called, _) in commands.items():
        yield f"complete -c gxinjury -f -n __fish_use_subcommand -a {name} -d {_quoted(called)}"
    for name, (_, command) in commands.items():
        within = f"complete -c gxinjury -n '__fish_seen_subcommand_from {name}'"
        for action in _options(command):
            option = " ".join(
                f"-{'l' if one.startswith('--') else 's'} {one.lstrip('-')}" for one in action.option_strings
            )
            choices = choices_of(action)
            takes = f" -x -a {_quoted(' '.join(choices))}" if choices else " -r" if action.nargs != 0 else ""
            yield f"{within} {option}{takes} -d {_quoted(str(action.help or ''))}"
        if words := _positional(command):
            yield f"{within} -f -a {_quoted(words)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


_NOT_IN_ZSH: Final = str.maketrans({"[": "(", "]": ")", ":": "："})
_SCRIPTS: Final[Mapping[str, Callable[[_Commands], Iterator[str]]]] = {
    "bash": _bash,
    "zsh": _zsh,
    "fish": _fish,
}
