"""Duties as a calendar (义务日历, iCalendar): one event a dated duty; ``pip install "gxinjury[office]"``.

A duty done stays, marked and silent, so that a second import takes the place of the first. When an alarm rings is this
library's choice: at nine in the morning a week and a day before a day's limit, 24 and 6 hours before one of hours.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, TypeVar, cast
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Component, Event, Timezone, TimezoneStandard

from gxinjury import __version__
from gxinjury.construction import Duty, Obligation, ObligationState
from gxinjury.construction.papers import required_papers
from gxinjury.construction.workers import name_of
from gxinjury.extra.cases.answers import CaseAnswer
from gxinjury.extra.cases.file import CaseFile
from gxinjury.facts import CHINA
from gxinjury.fields import field_named
from gxinjury.law import Law
from gxinjury.law.papers import Paper
from gxinjury.periods import Deadline, day_after
from gxinjury.texts import Language, Text, is_chinese, written

__all__ = ["duties_calendar"]

C = TypeVar("C", bound=Component)

_ZONE: Final = "Asia/Shanghai"
_NINE: Final = timedelta(hours=9)
_AHEAD_OF_A_DAY: Final = (timedelta(days=7) - _NINE, timedelta(days=1) - _NINE)
_AHEAD_OF_HOURS: Final = (timedelta(hours=24), timedelta(hours=6))
_TOLD: Final = ("holder", "about", "due", "due_at", "state", "done_on", "since", "note")
_ON_A_ROSTER: Final = {Duty.KEEP_ROSTER, Duty.REPORT_ROSTER_CHANGE}

_UNTITLED: Final = Text(zh="建筑项目", en="construction project")
_ABOUT: Final = Text(zh="{duty}（{about}）", en="{duty} ({about})")
_MARKED: Final = Text(zh="【{state}】{told}", en="[{state}] {told}")
_LINE: Final = Text(zh="{name}：{told}", en="{name}: {told}")
_BRING: Final = Text(zh="须带材料", en="bring")
_AS_OF: Final = Text(
    zh="截至 {on} 的情况；并非法律意见，以经办机构的决定为准。",
    en="As it stood on {on}; no legal advice, the agency decides.",
)


def duties_calendar(answer: CaseAnswer[tuple[Obligation, ...]], language: Language) -> bytes:
    """Return the dated duties of a case as an iCalendar file (RFC 5545), ids masked.

    Args:
        answer: What :func:`gxinjury.extra.cases.answers.obligations_of` gave.
        language: The language.

    >>> from gxinjury.construction import Contract, ProjectCase
    >>> from gxinjury.extra.cases.answers import obligations_of
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> answer = obligations_of(CaseFile(ProjectCase(contract)), on=date(2015, 10, 9))
    >>> content = duties_calendar(answer, "en").decode()
    >>> content.count("BEGIN:VEVENT"), "SUMMARY:file the papers of the delayed completion" in content
    (3, True)
    """
    on = cast("date", answer.on)  # duties are asked of a day
    name = written(answer.file.project.name or _UNTITLED, language)
    prodid = f"-//gxinjury//gxinjury {__version__}//{'ZH' if is_chinese(language) else 'EN'}"
    calendar = _with(Calendar(), prodid=prodid, version="2.0", method="PUBLISH", x_wr_calname=name)
    calendar.add_component(_zone())
    seen: Counter[str] = Counter()
    for one in answer.outcome:
        if one.due is not None and not _never_open(one):
            key = _key(answer.file, one)
            seen[key] += 1
            uid = f"{uuid5(NAMESPACE_URL, f'gxinjury:{seen[key]}:{key}')}@gxinjury"
            told = "\n".join((name, *_lines(one, answer.law, on, language)))
            calendar.add_component(_with(_event(one, one.due, on, language), uid=uid, description=told))
    return bytes(calendar.to_ical())


def _never_open(one: Obligation) -> bool:
    """Return whether a change of the roster was reported by the day it happened: no earlier import can have it."""
    return one.duty is Duty.REPORT_ROSTER_CHANGE and one.done_on == one.since


def _key(file: CaseFile, one: Obligation) -> str:
    """Return what makes a duty the same on another day: no limit, which may move, but a month's end; and no id."""
    terms = file.case.contract
    unnamed = f"{terms.price:.2f} {terms.commencement} {terms.completion}"
    who, sprung = (None, None) if one.about is None else (name_of(one.about), one.since)
    monthly = one.due if one.duty is Duty.KEEP_ROSTER else None
    project = file.project.number or file.project.name or unnamed
    return "\n".join(map(str, (project, one.duty.name, one.clause, who, monthly, sprung)))


def _event(one: Obligation, due: Deadline, on: date, language: Language) -> Event:
    """Return a duty as an event with its alarms, those of what is done or late left out."""
    summary, stamp = _summary(one, language), datetime.combine(on, time(), CHINA).astimezone(UTC)
    event = _with(Event(), dtstamp=stamp, sequence=on.toordinal(), summary=summary, transp="TRANSPARENT")
    _with(event, status="CONFIRMED", categories=[written(one.state, language)])
    if one.due_at is None:
        _with(event, dtstart=due.earliest, dtend=day_after(due.earliest))
    else:
        event.add("dtstart", one.due_at.astimezone(CHINA).replace(tzinfo=None), parameters={"TZID": _ZONE})
    for ahead in _AHEAD_OF_A_DAY if one.due_at is None else _AHEAD_OF_HOURS:
        if one.is_open and on <= due.latest:
            event.add_component(_with(Alarm(), action="DISPLAY", description=summary, trigger=-ahead))
    return event


def _summary(one: Obligation, language: Language) -> str:
    told = written(one.duty, language)
    told = told if one.about is None else _ABOUT.say(language, duty=told, about=one.about)
    return told if one.state is ObligationState.OPEN else _MARKED.say(language, state=one.state, told=told)


def _lines(one: Obligation, law: Law, on: date, language: Language) -> Iterator[str]:
    for name in _TOLD:
        value = getattr(one, name)
        if value is not None:
            yield _LINE.say(language, name=field_named(Obligation, name).label, told=value)
    yield _LINE.say(
        language, name=field_named(Obligation, "clause").label, told=f"{one.clause} {one.clause.says.say(language)}"
    )
    if papers := _papers(one.duty, law):
        yield _LINE.say(language, name=_BRING, told=papers)
    yield _AS_OF.say(language, on=on)


def _papers(duty: Duty, law: Law) -> tuple[Paper, ...]:
    """Return the papers that the notice lists for a duty; where it describes them, its clause says so."""
    if duty is Duty.PAY_PREMIUM:
        return tuple(one.paper for one in required_papers(has_unified_code=False, tendered=True, law=law))
    return (Paper.ROSTER,) if duty in _ON_A_ROSTER else ()


def _zone() -> Timezone:
    """Return China's time, which has been eight hours ahead all year since 1991."""
    zone = _with(Timezone(), tzid=_ZONE)
    last_changed = datetime(1991, 9, 15, 1)  # noqa: DTZ001  # local, as the standard has it
    offsets = {"tzoffsetfrom": timedelta(hours=9), "tzoffsetto": timedelta(hours=8)}
    zone.add_component(_with(TimezoneStandard(), dtstart=last_changed, **offsets))
    return zone


def _with(component: C, **properties: object) -> C:
    for name, value in properties.items():
        component.add(name.replace("_", "-"), value)
    return component
