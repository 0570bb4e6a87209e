"""Roster and accidents as parts of a page (花名册与事故的排印)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from gxinjury.cli.benefits import BenefitPage
from gxinjury.cli.printing import cited, left, table, width, wrapped
from gxinjury.construction import (
    Accident,
    AccidentAssessment,
    DiseaseAssessment,
    OccupationalDisease,
    Worker,
    WorkerCover,
)
from gxinjury.construction.workers import key_of
from gxinjury.determination import CostSplit
from gxinjury.determination.counting import falls_on_day_off
from gxinjury.extra.injury_answers import standing_clause
from gxinjury.law.clauses import NN
from gxinjury.money import written_amount
from gxinjury.periods import Deadline

_SHORT_ROSTER: Final = 20


class InjuryPage(BenefitPage):
    """The parts of an assessment that are about workers."""

    def roster(self) -> Iterator[str]:
        """Yield what workers are insured for; of a long roster, those with findings or accidents."""
        workers = self.asked.outcome.workers
        if not workers:
            return
        yield from ("", self.say("roster"))
        insured = sum(1 for one in workers if one.covered)
        counts = self.say("workers_counted", workers=len(workers), insured=insured)
        yield f"  {counts}  {cited([NN.clause('3.1.2')])}"
        told = workers if len(workers) <= _SHORT_ROSTER else self.workers_of_note()
        if len(told) < len(workers):
            yield f"  {self.say('workers_of_note', count=len(told))}"
        rows = [row for one in told[:_SHORT_ROSTER] for row in self.worker(one)]
        yield from (f"    {line}" for line in table(rows, numbers=[3]))
        if len(told) > _SHORT_ROSTER:
            yield f"    {self.say('more', more=len(told) - _SHORT_ROSTER)}"
        yield from self.items(self.asked.outcome.roster_findings)

    def workers_of_note(self) -> tuple[WorkerCover, ...]:
        """Return the workers whom an accident a disease or a finding is about."""
        assessment = self.asked.outcome
        noted = {key_of(one.accident.worker) for one in assessment.accidents}
        noted |= {key_of(one.disease.worker) for one in assessment.diseases}
        for finding in assessment.roster_findings:
            values = dict(finding.values)
            about = (values.get("worker"), values.get("resident_id"))
            noted |= {key_of(worker) for worker in about if isinstance(worker, Worker | str)}
        return tuple(one for one in assessment.workers if key_of(one.worker) in noted)

    def worker(self, one: WorkerCover) -> Iterator[list[str]]:
        """Yield the days of a worker, a row each."""
        days = [(self.say("insured"), period) for period in one.covered]
        days += [(self.say("unsettled"), period) for period in one.unsettled]
        name = self.written(one.worker)
        if not days:
            yield [name, self.say("not_insured"), "", ""]
        for told, period in sorted(days, key=lambda each: each[1].first):
            yield [name, told, self.period(period), "" if period.days is None else self.say("days", days=period.days)]
            name = ""

    def accidents(self) -> Iterator[str]:
        """Yield the accidents, each with where the worker stands, its limits and its costs."""
        if self.asked.outcome.accidents:
            yield from ("", self.say("accidents"))
        for one in self.asked.outcome.accidents:
            yield from wrapped(self.heading(one), self.columns, first="  ", then="    ")
            yield from self.told_in_rows(list(self.rows(one)))
            yield from self.told_beside(one)

    def diseases(self) -> Iterator[str]:
        """Yield the occupational diseases, as the accidents."""
        if self.asked.outcome.diseases:
            yield from ("", self.say("diseases"))
        for one in self.asked.outcome.diseases:
            disease = one.disease
            told = self.say(
                "disease_told",
                worker=self.written(disease.worker),
                exposure=self.period(disease.exposure),
                diagnosed_on=disease.diagnosed_on,
            )
            yield from wrapped(told, self.columns, first="  ", then="    ")
            standing = one.standing.value.say(self.language)
            yield from self.told_in_rows(
                [[self.say("standing"), f"{standing}  {cited([NN.clause('4.1')])}"], *self.handled(one, disease)]
            )
            yield from self.told_beside(one)

    def told_in_rows(self, rows: list[list[str]]) -> Iterator[str]:
        """Yield rows of a name and what is told."""
        widest = max(width(name) for name, _ in rows)
        for name, told in rows:
            first = f"      {left(name, widest)}  "
            yield from wrapped(told, self.columns, first=first, then=" " * width(first))

    def told_beside(self, one: AccidentAssessment | DiseaseAssessment) -> Iterator[str]:
        """Yield the findings and the settlement."""
        # That nobody applied stands in the rows already.
        findings = (finding for finding in one.findings if finding.code != "nobody_applied")
        yield from self.items(tuple(findings), indent="      ")
        if one.settlement is not None:
            yield from self.settled(one.settlement)

    def heading(self, one: AccidentAssessment) -> str:
        """Return who was hurt, when, where and by what."""
        accident = one.accident
        return self.say(
            "accident_told",
            worker=self.written(accident.worker),
            at=accident.happened_at,
            place=self.say("on_site" if accident.on_site else "off_site"),
            cause=self.say("work_cause" if accident.work_cause else "other_cause"),
        )

    def rows(self, one: AccidentAssessment) -> Iterator[list[str]]:
        """Yield what is answered about an accident, a row each."""
        accident = one.accident
        standing = one.case.standing.value.say(self.language)
        yield [self.say("standing"), f"{standing}  {cited([standing_clause(one)])}"]
        if one.report_by is not None:
            done = self.done(None if accident.reported_at is None else self.written(accident.reported_at), "reported")
            yield [self.say("report_by"), f"{self.written(one.report_by)}{done}  {cited([NN.clause('3.2.3')])}"]
        if accident.shown_on is not None:
            yield [self.say("shown_on"), str(accident.shown_on)]
        yield from self.handled(one, accident)

    def handled(
        self, one: AccidentAssessment | DiseaseAssessment, accident: Accident | OccupationalDisease
    ) -> Iterator[list[str]]:
        """Yield who applies by when, who bears the costs meanwhile, and what is done after completion, a row each."""
        done = self.done(accident.employer_filed_on, "applied")
        if accident.first_filing is None:
            done = self.say("not_applied")
        yield [
            self.say("employer_applies_by"),
            f"{self.limit(one.employer_files_by)}{done}  {cited([NN.clause('4.1')])}",
        ]
        done = self.done(accident.others_filed_on, "applied")
        yield [self.say("others_apply_by"), f"{self.limit(one.others_file_by)}{done}  {cited([NN.clause('4.3')])}"]
        if accident.accepted_on is not None:
            yield [self.say("application_accepted"), str(accident.accepted_on)]
        if one.employer_costs is not None:
            told = self.period(one.employer_costs)
            if accident.first_filing is None:
                condition = self.say("where_nobody_applies", limit=str(one.employer_files_by))
                told = self.say("costs_then", days=told, condition=condition)
            yield [self.say("costs_meanwhile"), f"{told}  {cited([NN.clause('4.2')])}"]
        if accident.costs and one.costs is not None:
            told = self.costs(one, accident, one.costs)
            yield [self.say("costs_named"), f"{told}  {cited([NN.clause('4.2')])}"]
        if one.bridge is not None:
            told = self.say("treatment_and_leave", days=self.period(one.bridge))
            yield [self.say("bridge"), f"{told}  {cited([NN.clause('5.3')])}"]

    def costs(
        self,
        one: AccidentAssessment | DiseaseAssessment,
        accident: Accident | OccupationalDisease,
        costs: CostSplit,
    ) -> str:
        """Return who bears the costs named, and under which conditions."""
        amounts = {name: written_amount(getattr(costs, name)) for name in ("whole", "fund", "employer")}
        conditions = [] if one.fund_pays else [self.say("where_the_fund_pays")]
        if accident.first_filing is None:
            conditions.append(self.say("where_nobody_applies", limit=str(one.employer_files_by)))
        if not conditions:
            return self.say("costs_split", **amounts)
        return self.say("costs_split_then", **amounts, conditions=self.say("and").join(conditions))

    def limit(self, limit: Deadline) -> str:
        """Return a limit, and that it ends on a day off where nobody looked at days off."""
        closed = falls_on_day_off(limit)
        return str(limit) if closed is None else self.say("limit_told", day=str(limit), note=closed)

    def done(self, when: date | str | None, what: str) -> str:
        """Return when something was done, as it stands behind its limit."""
        return "" if when is None else self.say(what, when=str(when))
