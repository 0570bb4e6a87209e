"""The command ``gxinjury`` (命令行).

Exit status 0; 2 with a plain message on bad input; 130 when interrupted, 141 when nobody reads the output any more.
"""

import json
import os
import re
import sys
import warnings
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, Final

from gxinjury import __version__
from gxinjury.citations import Status
from gxinjury.cli.arguments import language_of, make_parser
from gxinjury.cli.words import word
from gxinjury.errors import GxInjuryError, StaleFigureWarning
from gxinjury.privacy import printable
from gxinjury.texts import Language

if TYPE_CHECKING:
    from gxinjury.extra.cases.days_off import CalendarAsked
    from gxinjury.extra.cases.file import CaseFile

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
    if isinstance(sys.stdout, TextIOWrapper):
        # A character that the terminal cannot show becomes a question mark, not a traceback.
        sys.stdout.reconfigure(errors="replace")
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
    with warnings.catch_warnings():
        # It stands among the cautions of the answer.
        warnings.simplefilter("ignore", StaleFigureWarning)
        told = _ANSWERS[asked.command](asked, language)
    print(told if isinstance(told, str) else _as_json(told), flush=True)
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


# Each command imports what it needs, so that none waits for the others.


def _assess(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.extra.cases.answers import assess_case
    from gxinjury.extra.cases.reading import read_case

    with _at_cells(asked, language):
        case = read_case(asked.case)
        answer = assess_case(case, asked.case, calendar=_calendar(asked, case))
    if asked.json:
        from gxinjury.extra.cases.answer_data import assessment_data

        return assessment_data(answer, explained=asked.explain)
    from gxinjury.cli.assessment import assessment_page

    return assessment_page(answer, language, explained=asked.explain)


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
    return obligations_data(answer) if asked.json else duties_page(answer, language)


def _ask(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.questions import questions_page
    from gxinjury.extra.cases.open import read_open_case
    from gxinjury.extra.cases.question_data import questions_data
    from gxinjury.extra.cases.questions import questions_of

    with _at_cells(asked, language):
        found = questions_of(read_open_case(asked.case))
    return questions_data(found) if asked.json else questions_page(found, language)


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
    if asked.json:
        data = getattr(listings, f"{asked.command}_data")(*chosen)
        return {"schema_version": SCHEMA_VERSION, "version": __version__, asked.command: data}
    return str(getattr(listings, f"{asked.command}_page")(*chosen, language))


def _courier_report(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.couriers import courier_page
    from gxinjury.extra.forms.region import read_paths, region_answer, region_data

    answer = region_answer(read_paths(asked.files))
    return region_data(answer) if asked.json else courier_page(answer, language)


_ANSWERS: Final = {
    "assess": _assess,
    "obligations": _obligations,
    "ask": _ask,
    "new": _new,
    "clauses": _listed,
    "readings": _listed,
    "figures": _listed,
    "courier-report": _courier_report,
}
