"""A case asked for at the terminal (命令行逐项询问): question by question, or piped; it ends with a file."""

import re
import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any, Final, TextIO

import attrs

from gxinjury.cli.printing import page_width, wrapped
from gxinjury.codec.readers import RefusedError
from gxinjury.construction import Accident, Contract, DelayFiling, Payment, ProjectCase
from gxinjury.extra.cases.hanging import hanging_on, refused_by
from gxinjury.extra.cases.interview import Ended, Question, interview
from gxinjury.extra.cases.opening import opened
from gxinjury.extra.cases.toml import toml_text
from gxinjury.extra.cases.typed import read_typed
from gxinjury.extra.saving import save
from gxinjury.fields import labels_in
from gxinjury.money import written_amount
from gxinjury.privacy import mask, printable
from gxinjury.texts import Language, Text

__all__ = ["ask_for_case", "fill_in"]

_TRIES_PIPED: Final = 3
_MOST_ANSWERS: Final = 4
_SMALL_PRICE: Final = 10_000
_ENDS: Final = {"完", "结束", "end", "quit", "q"}

_HOW: Final = Text(
    zh="逐项回答；不知道的直接回车跳过，输入“完”结束并保存。",
    en='Answer one by one; press Enter to skip what you do not know, type "end" to stop and save.',
)
_DECIDES: Final = Text(zh="决定“{about}”", en="decides: {about}")
_TAKEN: Final = Text(zh="记为 {value}", en="taken as {value}")
_YUAN: Final = Text(zh="{amount} 元", en="{amount} yuan")
_SMALL: Final = Text(
    zh="总造价不足一万元，是否漏写“万元”？如是，请在文件中更正",
    en="the price is below 10,000 yuan; if 万元 was meant, mend it in the file",
)
_SKIPPED: Final = Text(zh="已跳过", en="skipped")
_GIVEN_UP: Final = Text(zh="三次都未能读懂，已跳过", en="not understood three times, so it is skipped")
_NOT_SO: Final = Text(zh="未记入：{told}", en="not taken: {told}")
_SAVE_AS: Final = Text(zh="存为哪个文件？（回车即 {default}）", en="Save it as which file (Enter: {default})?")
_OVERWRITE: Final = Text(zh="{file} 已存在，要覆盖吗？（是/否）", en="{file} is there already; overwrite it (yes/no)?")
_DEFAULT: Final = Text(zh="案情.toml", en="case.toml")
_NOTHING: Final = Text(zh="没有任何回答，未保存", en="nothing was answered, so nothing is saved")
_SAVED: Final = Text(
    zh="已保存为 {file}。核算：gxinjury assess {file}；还缺什么：gxinjury ask {file}",
    en="saved as {file}. To assess it: gxinjury assess {file}; what it lacks: gxinjury ask {file}",
)
_NAME: Final = re.compile(r"[a-z][a-z_]+")
_LABELS: Final = labels_in(Contract, Payment, DelayFiling, Accident, ProjectCase)
_SUFFIXES: Final = {".toml", ".txt"}


@attrs.define
class _Terminal:
    """Who answers: a person at a terminal, or a file through a pipe."""

    language: Language
    reads: TextIO
    writes: TextIO
    folder: Path | None

    @property
    def is_piped(self) -> bool:
        return not self.reads.isatty()

    def tell(self, text: Text, indent: str = "", **values: object) -> None:
        for line in wrapped(
            printable(text.say(self.language, **values)), page_width(), first=indent, then=" " * len(indent)
        ):
            print(line, file=self.writes)

    def line(self) -> str:
        """Return what is typed next.

        Raises:
            Ended: Nothing is typed any more.
        """
        print("> ", end="", file=self.writes, flush=True)
        typed = self.reads.readline()
        if self.is_piped:
            print(mask(printable(typed.strip())), file=self.writes)
        if not typed or typed.strip().casefold() in _ENDS:
            raise Ended
        return typed.strip()

    def ask(self, question: Question, known: Mapping[str, Any]) -> object:
        """Return the answer to a question, asked again while it is wrong; None where it is skipped."""
        print(file=self.writes)
        self.tell(question.asks)
        for one in hanging_on(known, question, self.folder, self.language):
            self.tell(_DECIDES, "  ", about=one.about)
            for told in one.answers[:_MOST_ANSWERS]:
                self.tell(Text(told, told), "    · ")
        tries = 0
        while typed := self.line():
            tries += 1
            answer = self.taken(question, known, typed)
            if answer is not None:
                return answer
            if self.is_piped and tries == _TRIES_PIPED:
                self.tell(_GIVEN_UP, "  ")
                return None
        self.tell(_SKIPPED, "  ")
        return None

    def taken(self, question: Question, known: Mapping[str, Any], typed: str) -> object:
        """Return what was typed as an answer; None where it is told to be wrong."""
        try:
            answer = read_typed(question.kind, typed)
        except RefusedError as refused:
            self.tell(_NOT_SO, "  ", told=refused.fault.rule)
            return None
        wrong = refused_by(known, question, answer, self.folder)
        for fault in wrong:
            self.tell(_NOT_SO, "  ", told=_in_words(fault.rule))
        if wrong:
            return None
        self.tell(_TAKEN, "  ", value=_as_taken(answer))
        if question.path == ("contract", "price") and answer < _SMALL_PRICE:
            self.tell(_SMALL, "  ")
        return answer

    def file(self, default: str) -> str:
        """Return where to save: what is named, or the default; nothing is overwritten that was not given up."""
        try:
            while True:
                self.tell(_SAVE_AS, default=default)
                named = self.line() or default
                if Path(named).suffix.lower() not in _SUFFIXES:
                    named = f"{named}.toml"
                if not Path(named).exists() or self.agrees(named):
                    return named
        except Ended:
            return next(name for name in _free_names(default) if not Path(name).exists())

    def agrees(self, named: str) -> bool:
        self.tell(_OVERWRITE, file=named)
        try:
            return bool(read_typed(bool, self.line()))
        except RefusedError:
            return False


def ask_for_case(
    language: Language, data: Mapping[str, Any] | None = None, *, file: str | None = None, reads: TextIO | None = None
) -> str:
    """Ask for a case question by question at the terminal, save it, and return what is told in the end.

    Args:
        language: The language.
        data: What is known already, which is not asked again; None: nothing.
        file: The file that it was read from, in whose folder others are looked for, and which is offered to be
            saved to; None for none.
        reads: What answers; None: the terminal, or what is piped in.

    Raises:
        GxInjuryError: It cannot be saved there.

    >>> from io import StringIO
    >>> ask_for_case("en", reads=StringIO("")).endswith("nothing is saved")  # doctest: +NORMALIZE_WHITESPACE
    Answer one by one; press Enter to skip what you do not know, type "end" to stop and save.
    <BLANKLINE>
    What is the project called?
    >
    True
    """
    folder = Path(file or _DEFAULT.en).parent
    terminal = _Terminal(language, sys.stdin if reads is None else reads, sys.stdout, folder)
    terminal.tell(_HOW)
    known = interview(data or {}, terminal.ask)
    if not known or known == data:
        return _NOTHING.say(language)
    print()
    path = terminal.file(_DEFAULT.say(language) if file is None else str(Path(file).with_suffix(".toml")))
    save(path, toml_text(known).encode(), begins=b"")
    return _SAVED.say(language, file=path)


def fill_in(file: str, language: Language) -> str:
    """Ask for what a case file of any kind lacks, as :func:`ask_for_case` does.

    Raises:
        FileError: The file cannot be read.
        GxInjuryError: It cannot be saved where it is asked for.
    """
    return ask_for_case(language, opened(file, lambda data, *_, **__: data), file=file)


def _as_taken(answer: object) -> object:
    return _YUAN.filled({"amount": written_amount(answer)}) if isinstance(answer, Decimal) else answer


def _in_words(rule: Text) -> Text:
    """Return a rule with the fields that it names called as people call them."""
    return Text(zh=_NAME.sub(lambda name: _LABELS[name[0]].zh if name[0] in _LABELS else name[0], rule.zh), en=rule.en)


def _free_names(name: str) -> Iterator[str]:
    yield name
    path = Path(name)
    yield from (str(path.with_stem(f"{path.stem}-{number}")) for number in count(2))
