"""The command ``gxinjury`` (命令行).

Exit status 0; 2 with a plain message on bad input; 130 when interrupted, 141 when nobody reads the output any more.
"""

import difflib
import json
import os
import re
import sys
import warnings
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Any, Final

from gxinjury import __version__
from gxinjury.citations import Status
from gxinjury.cli.arguments import commands_of, make_parser
from gxinjury.cli.encodings import escaping
from gxinjury.cli.languages import language_of
from gxinjury.cli.progress import at_work
from gxinjury.cli.words import word
from gxinjury.errors import GxInjuryError, StaleFigureWarning
from gxinjury.privacy import printable
from gxinjury.texts import Language, shown

if TYPE_CHECKING:
    from gxinjury.extra.cases.days_off import CalendarAsked
    from gxinjury.extra.cases.file import CaseFile
    from gxinjury.extra.pages.parts import Document

__all__ = ["main"]

_BAD_INPUT: Final = 2
_INTERRUPTED: Final = 130
_NOBODY_READS: Final = 141
# What a terminal obeys and JSON leaves as it is: turned into its escape, which JSON reads as the same.
_OBEYED: Final = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: The arguments; None: those of the process.

    Returns:
        The exit status: 0, or 2 when a message on the error stream says what was wrong.

    >>> main(["assess", "no-such-case.toml"])
    2
    """
    given = sys.argv[1:] if argv is None else argv
    language = language_of(given)
    escapes = escaping(sys.stdout)
    try:
        return _run(given, language)
    except GxInjuryError as error:
        return _end(_BAD_INPUT, error.text(language))
    except BrokenPipeError:
        # What is still in the buffer would be refused once more when Python closes the stream.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _NOBODY_READS
    except OSError as error:
        return _end(_BAD_INPUT, word("not_written").say(language, reason=error.strerror))
    except KeyboardInterrupt:
        return _end(_INTERRUPTED, word("interrupted").say(language))
    finally:
        if told := escapes.told():
            print(word("escaped").say(language, encoding=escapes.encoding, characters=told), file=sys.stderr)


def _end(status: int, told: str) -> int:
    print(told, file=sys.stderr)
    return status


def _run(argv: Sequence[str], language: Language) -> int:
    parser = make_parser(language)
    try:
        asked = parser.parse_args(argv)
    except SystemExit as ended:
        print(end="", flush=True)
        return _BAD_INPUT if ended.code else 0
    if asked.command is None:
        return _end(_BAD_INPUT, parser.format_help().rstrip())
    asks = asked.command == "new" or getattr(asked, "fill", False)
    with warnings.catch_warnings(), nullcontext() if asks else at_work(language):
        # It stands among the cautions of the answer.
        warnings.simplefilter("ignore", StaleFigureWarning)
        told = _ANSWERS[asked.command](asked, language)
    print(_as_json(told) if isinstance(told, dict) else told, flush=True)
    return 0


def _as_json(data: dict[str, Any]) -> str:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    is_unicode = encoding.lower().replace("-", "").startswith("utf")
    told = json.dumps(data, ensure_ascii=not is_unicode, indent=2)
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", told)


@contextmanager
def _extra(package: str, needed: str) -> Iterator[None]:
    """Say what to install where the package of an extra is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name != package:
            raise
        raise GxInjuryError(word(needed), code=needed) from None


@contextmanager
def _at_cells(asked: Namespace, language: Language) -> Iterator[None]:
    """Tell what is wrong with a case in a workbook with the cell of each, and mark it in a copy on demand."""
    from gxinjury.codec import FileError
    from gxinjury.extra.cases.opening import located, marked

    try:
        yield
    except FileError as error:
        told = located(error, asked.case)
        if asked.mark is not None:
            try:
                count = marked(told, asked.case, asked.mark, language)
                said = word("marked" if count else "none_marked").say(language, count=count, file=printable(asked.mark))
            except GxInjuryError as refused:
                said = refused.text(language)
            print(said, file=sys.stderr)
        raise told from None


def _calendar(asked: Namespace, case: "CaseFile") -> "CalendarAsked":
    """Return the calendar asked for; who supplies a notice and names no calendar means Guangxi's."""
    from gxinjury.extra.cases.days_off import CALENDARS, RAW_DAYS, CalendarAsked, supplied
    from gxinjury.extra.cases.reading import read_days_off

    notices = supplied(case.days_off, () if asked.days_off is None else read_days_off(asked.days_off))
    name = asked.calendar or ("guangxi" if notices else CALENDARS[0])
    if name == CALENDARS[0]:
        return RAW_DAYS
    with _extra("chinese_calendar", "needs_calendar"):
        from gxinjury.extra.calendars import calendar_named
    return CalendarAsked(name, notices, calendar_named(name, notices, law=case.law.law()))


def _reply(asked: Namespace, page: "Document", data: Callable[[], dict[str, Any]]) -> "str | dict[str, Any]":
    """Return a page as text, or the data where JSON is asked for, once paper and workbook are written."""
    if getattr(asked, "html", None) is not None:
        from gxinjury.extra.pages.html import BEGINS, html_page
        from gxinjury.extra.saving import save

        save(asked.html, html_page(page).encode(), begins=BEGINS)
    if getattr(asked, "xlsx", None) is not None:
        with _extra("openpyxl", "needs_openpyxl"):
            from gxinjury.extra.pages.sheets import sheets_of
            from gxinjury.extra.workbooks import write
        write(asked.xlsx, sheets_of(page), language=page.language)
    if asked.json:
        return data()
    from gxinjury.cli.printed import printed

    return printed(page)


# Each command imports what it needs, so that none waits for the others.


def _assess(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.assessment import assessment_page
    from gxinjury.extra.cases.answer_data import assessment_data
    from gxinjury.extra.cases.answers import assess_case
    from gxinjury.extra.cases.reading import read_case

    with _at_cells(asked, language):
        case = read_case(asked.case)
        answer = assess_case(case, asked.case, calendar=_calendar(asked, case))
    page = assessment_page(answer, language, explained=asked.explain)
    return _reply(asked, page, lambda: assessment_data(answer, explained=asked.explain))


def _obligations(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.duties import duties_page
    from gxinjury.extra.cases.answer_data import obligations_data
    from gxinjury.extra.cases.answers import obligations_of
    from gxinjury.extra.cases.reading import read_case

    if asked.on is None:
        raise GxInjuryError(word("needs_day"), code="needs_day")
    with _at_cells(asked, language):
        case = read_case(asked.case)
        calendar = _calendar(asked, case)
        answer = obligations_of(case, asked.case, on=asked.on, open_first=asked.open_first, calendar=calendar)
    if asked.ics is not None:
        with _extra("icalendar", "needs_icalendar"):
            from gxinjury.extra.ics import duties_calendar
        from gxinjury.extra.saving import save

        save(asked.ics, duties_calendar(answer, language), begins=b"BEGIN:VCALENDAR")
    return _reply(asked, duties_page(answer, language), lambda: obligations_data(answer))


def _annex1(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.annex1 import annex1_page
    from gxinjury.extra.cases.answers import registration_of
    from gxinjury.extra.cases.paper_data import registration_data
    from gxinjury.extra.cases.reading import read_case

    answer = registration_of(read_case(asked.case), asked.case, on=asked.on)
    return _reply(asked, annex1_page(answer, language), lambda: registration_data(answer))


def _papers(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.papers import papers_page
    from gxinjury.extra.cases.paper_data import papers_data
    from gxinjury.extra.cases.papers import papers_of
    from gxinjury.extra.cases.reading import read_case

    answer = papers_of(read_case(asked.case))
    return _reply(asked, papers_page(answer, language), lambda: papers_data(answer))


def _proof(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.proof import proof_page
    from gxinjury.extra.cases.paper_data import proof_data
    from gxinjury.extra.cases.proof import proof_of
    from gxinjury.extra.cases.reading import read_case

    for needed, code in ((asked.worker, "needs_worker"), (asked.on, "needs_day")):
        if needed is None:
            raise GxInjuryError(word(code), code=code)
    case = read_case(asked.case)
    found = proof_of(case, asked.case, worker=asked.worker, on=asked.on, calendar=_calendar(asked, case))
    return _reply(asked, proof_page(found, language), lambda: proof_data(found))


def _todo(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.todo import number_asked, todo_page
    from gxinjury.extra.cases.paper_data import todo_data
    from gxinjury.extra.cases.reading import read_case
    from gxinjury.extra.cases.todo import todo_of

    case = read_case(asked.case)
    number = number_asked(case, asked.injury)
    found = todo_of(case, asked.case, number=number, on=asked.on, calendar=_calendar(asked, case))
    return _reply(asked, todo_page(found, language), lambda: todo_data(found))


def _ask(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.questions import questions_page
    from gxinjury.extra.cases.open import read_open_case
    from gxinjury.extra.cases.question_data import questions_data
    from gxinjury.extra.cases.questions import questions_of

    if asked.fill:
        from gxinjury.cli.asking import fill_in

        return fill_in(asked.case, language)
    with _at_cells(asked, language):
        found = questions_of(read_open_case(asked.case))
    return _reply(asked, questions_page(found, language), lambda: questions_data(found))


def _new(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.new import new_file

    with _extra("openpyxl", "needs_openpyxl"):
        return new_file(asked.file, language, force=asked.force)


def _listed(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli import listings
    from gxinjury.extra.cases.data import SCHEMA_VERSION

    chosen: tuple[Any, ...] = ()
    if asked.command == "clauses":
        chosen = (asked.instrument, None if asked.status is None else Status[asked.status.upper()])
    elif asked.command == "figures":
        chosen = (asked.series,)
    data = getattr(listings, f"{asked.command}_data")
    head = {"schema_version": SCHEMA_VERSION, "version": __version__}
    page = getattr(listings, f"{asked.command}_page")(*chosen, language)
    return _reply(asked, page, lambda: {**head, asked.command: data(*chosen)})


def _courier_report(asked: Namespace, language: Language) -> str | dict[str, Any]:
    with _extra("openpyxl", "needs_openpyxl"):
        from gxinjury.cli.courier_reports import reports

        page, data = reports(asked, language)
    return _reply(asked, page, data)


def _roster(asked: Namespace, language: Language) -> str | dict[str, Any]:
    with _extra("stdnum", "needs_ids"), _extra("openpyxl", "needs_openpyxl"):
        from gxinjury.cli.forms import roster

        page, data = roster(asked, language)
    return _reply(Namespace(html=asked.html, json=asked.json), page, data)


def _outlets(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.outlets import outlets

    return _reply(asked, *outlets(asked, language))


def _help(asked: Namespace, language: Language) -> str:
    from gxinjury.cli.printed import printed
    from gxinjury.cli.topics import TOPICS, topic_page

    commands = commands_of(make_parser(language))
    if asked.topic in commands:
        return commands[asked.topic][1].format_help().rstrip()
    if asked.topic is not None and asked.topic not in TOPICS:
        known = [*TOPICS, *commands]
        begun = [name for name in known if name.startswith(asked.topic.lower())]
        near = (*begun, *difflib.get_close_matches(asked.topic, known, n=1, cutoff=0))[0]
        raise GxInjuryError(word("no_topic").filled({"given": shown(asked.topic), "nearest": near}), code="no_topic")
    return printed(topic_page(asked.topic, {name: called for name, (called, _) in commands.items()}, language))


def _completion(asked: Namespace, language: Language) -> str:
    from gxinjury.cli.completion import completion_script

    return completion_script(asked.shell, make_parser(language))


_ANSWERS: Final[dict[str, Callable[[Namespace, Language], str | dict[str, Any]]]] = {
    "assess": _assess,
    "obligations": _obligations,
    "annex1": _annex1,
    "papers": _papers,
    "proof": _proof,
    "todo": _todo,
    "ask": _ask,
    "new": _new,
    "clauses": _listed,
    "readings": _listed,
    "figures": _listed,
    "courier-report": _courier_report,
    "roster": _roster,
    "outlets": _outlets,
    "help": _help,
    "completion": _completion,
}
