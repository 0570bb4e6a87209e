"""The commands (各命令): what each reads, asks and answers with, as text or as data."""

import difflib
from argparse import Namespace
from collections.abc import Callable
from typing import Any, Final

from gxinjury.citations import Status
from gxinjury.cli.arguments import commands_of, make_parser
from gxinjury.cli.running import at_cells, calendar_of, extra, reply
from gxinjury.cli.words import word
from gxinjury.errors import GxInjuryError
from gxinjury.texts import Language, shown

__all__ = ["ANSWERS"]

# Each command imports what it needs, so that none waits for the others.


def _assess(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.assessment import assessment_page
    from gxinjury.extra.cases.answer_data import assessment_data
    from gxinjury.extra.cases.answers import assess_case
    from gxinjury.extra.cases.reading import read_case

    with at_cells(asked, language):
        case = read_case(asked.case)
        answer = assess_case(case, asked.case, calendar=calendar_of(asked, case))
    page = assessment_page(answer, language, explained=asked.explain)
    return reply(asked, page, lambda: assessment_data(answer, explained=asked.explain))


def _obligations(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.duties import duties_page
    from gxinjury.extra.cases.answer_data import obligations_data
    from gxinjury.extra.cases.answers import obligations_of
    from gxinjury.extra.cases.reading import read_case

    if asked.on is None:
        raise GxInjuryError(word("needs_day"), code="needs_day")
    with at_cells(asked, language):
        case = read_case(asked.case)
        calendar = calendar_of(asked, case)
        answer = obligations_of(case, asked.case, on=asked.on, open_first=asked.open_first, calendar=calendar)
    if asked.ics is not None:
        with extra("icalendar", "needs_icalendar"):
            from gxinjury.extra.ics import duties_calendar
        from gxinjury.extra.saving import save

        save(asked.ics, duties_calendar(answer, language), begins=b"BEGIN:VCALENDAR")
    return reply(asked, duties_page(answer, language), lambda: obligations_data(answer))


def _annex1(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.annex1 import annex1_page
    from gxinjury.extra.cases.answers import registration_of
    from gxinjury.extra.cases.paper_data import registration_data
    from gxinjury.extra.cases.reading import read_case

    with at_cells(asked, language):
        answer = registration_of(read_case(asked.case), asked.case, on=asked.on)
    return reply(asked, annex1_page(answer, language), lambda: registration_data(answer))


def _papers(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.papers import papers_page
    from gxinjury.extra.cases.paper_data import papers_data
    from gxinjury.extra.cases.papers import papers_of
    from gxinjury.extra.cases.reading import read_case

    with at_cells(asked, language):
        answer = papers_of(read_case(asked.case))
    return reply(asked, papers_page(answer, language), lambda: papers_data(answer))


def _proof(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.proof import proof_page
    from gxinjury.extra.cases.paper_data import proof_data
    from gxinjury.extra.cases.proof import proof_of
    from gxinjury.extra.cases.reading import read_case

    for needed, code in ((asked.worker, "needs_worker"), (asked.on, "needs_day")):
        if needed is None:
            raise GxInjuryError(word(code), code=code)
    with at_cells(asked, language):
        case = read_case(asked.case)
        found = proof_of(case, asked.case, worker=asked.worker, on=asked.on, calendar=calendar_of(asked, case))
    return reply(asked, proof_page(found, language), lambda: proof_data(found))


def _todo(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.todo import number_asked, todo_page
    from gxinjury.extra.cases.paper_data import todo_data
    from gxinjury.extra.cases.reading import read_case
    from gxinjury.extra.cases.todo import todo_of

    with at_cells(asked, language):
        case = read_case(asked.case)
        number = number_asked(case, asked.injury)
        found = todo_of(case, asked.case, number=number, on=asked.on, calendar=calendar_of(asked, case))
    return reply(asked, todo_page(found, language), lambda: todo_data(found))


def _ask(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.questions import questions_page
    from gxinjury.extra.cases.open import read_open_case
    from gxinjury.extra.cases.question_data import questions_data
    from gxinjury.extra.cases.questions import questions_of

    if asked.fill:
        from gxinjury.cli.asking import fill_in

        return fill_in(asked.case, language)
    with at_cells(asked, language):
        found = questions_of(read_open_case(asked.case))
    return reply(asked, questions_page(found, language), lambda: questions_data(found))


def _new(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.new import new_file

    with extra("openpyxl", "needs_openpyxl"):
        return new_file(asked.file, language, force=asked.force)


def _listed(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli import listings
    from gxinjury.extra.cases.data import VERSIONS

    chosen: tuple[Any, ...] = ()
    if asked.command == "clauses":
        chosen = (asked.instrument, None if asked.status is None else Status[asked.status.upper()])
    elif asked.command == "figures":
        chosen = (asked.series,)
    data = getattr(listings, f"{asked.command}_data")
    page = getattr(listings, f"{asked.command}_page")(*chosen, language)
    return reply(asked, page, lambda: {**VERSIONS, asked.command: data(*chosen)})


def _courier_report(asked: Namespace, language: Language) -> str | dict[str, Any]:
    with extra("openpyxl", "needs_openpyxl"):
        from gxinjury.cli.courier_reports import reports

        page, data = reports(asked, language)
    return reply(asked, page, data)


def _roster(asked: Namespace, language: Language) -> str | dict[str, Any]:
    with extra("stdnum", "needs_ids"), extra("openpyxl", "needs_openpyxl"):
        from gxinjury.cli.forms import roster

        page, data = roster(asked, language)
    return reply(Namespace(html=asked.html, json=asked.json), page, data)


def _outlets(asked: Namespace, language: Language) -> str | dict[str, Any]:
    from gxinjury.cli.outlets import outlets

    return reply(asked, *outlets(asked, language))


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


ANSWERS: Final[dict[str, Callable[[Namespace, Language], str | dict[str, Any]]]] = {
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
"""What answers each command."""
