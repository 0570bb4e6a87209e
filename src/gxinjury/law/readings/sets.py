"""Sets of readings (成套口径): the unclear clauses all read the same way, each choice with its argument.

A set names the readings that it takes in place of the default. Where it names none, the default is as near to its aim
as any other member, or the members do not differ in what it aims at.
"""

from collections.abc import Mapping
from typing import Annotated, Final, TypeVar

import attrs

from gxinjury.facts import check_instance
from gxinjury.law.readings.benefits import AverageWageYear, LateProjectSurcharge, PensionCap, TerminationTable
from gxinjury.law.readings.determination import EmployerCostPeriod, ReportClock, UndiagnosedDeath
from gxinjury.law.readings.enrolment import (
    CompletionForWarranty,
    CoverFrom,
    DelayFilingDay,
    DelayNotFiled,
    EnrolmentUnit,
    ExtendedTerm,
    LateWarrantyFiling,
    NewStarts,
    WhoIsInProgress,
)
from gxinjury.law.readings.registration import CompletionEndsRelation, NameChangeFrom
from gxinjury.law.readings.roster import (
    EmployerEnrolment,
    EnrolledMeans,
    InitialRoster,
    OnSiteUnlisted,
    RemovalEffect,
    UnlistedDeemed,
)
from gxinjury.records import Record
from gxinjury.statutes import Reading, Statute
from gxinjury.texts import Text

S = TypeVar("S", bound=Statute)


@attrs.frozen
class ReadingSet(Record):
    """Readings that are taken together.

    Args:
        name: Its name in code.
        aim: What it is nearest to.
        choices: The readings that it takes in place of the default, each with the argument for it.

    >>> from gxinjury import LAW
    >>> str(STRICT.choices[0][0]), len(STRICT.law(LAW).readings) == len(STRICT.choices)
    ('DelayFilingDay.THIRTY_CLEAR_DAYS', True)
    """

    name: Annotated[str, Text("代码名", "name in code")]
    aim: Annotated[Text, Text("取向", "aim")]
    choices: Annotated[tuple[tuple[Reading, Text], ...], Text("采用的口径", "readings taken")] = attrs.field(repr=False)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings, without their arguments."""
        return tuple(reading for reading, _ in self.choices)

    def law(self, law: S) -> S:
        """Return a law that reads as the set does; what the set does not name is as in the law."""
        check_instance("ReadingSet", "law", law, Statute)
        return law.reading(*self.readings)


LITERAL: Final = ReadingSet(
    "LITERAL",
    Text(zh="最贴近条文字面", en="nearest to the words"),
    (
        (
            EnrolmentUnit.ENTERPRISE,
            Text(
                zh="原文说的是“无法按用人单位参保的建筑施工企业”，主语是企业。",
                en="The sentence speaks of construction enterprises that cannot enrol, not of their workers.",
            ),
        ),
        (
            WhoIsInProgress.ANY,
            Text(
                zh="原文只写“已在建项目”，没有写明何时开工。",
                en="The sentence speaks of projects in progress and names no day on which they started.",
            ),
        ),
        (
            NewStarts.IN_2015_ONLY,
            Text(zh="原文写“2015年”，没有“起”字。", en="The sentence says 2015, and not from 2015 on."),
        ),
        (
            CompletionForWarranty.COMPLETED,
            Text(
                zh="该句写“竣工后”，同一条在指验收时写明“竣工验收合格”。",
                en="The sentence says completion; where the clause means acceptance, it says acceptance.",
            ),
        ),
        (
            NameChangeFrom.CHANGE,
            Text(
                zh="该句只提到变更这一件事，30日从它起算。",
                en="The change is the only event that the sentence names to count from.",
            ),
        ),
        (
            EnrolledMeans.REPORTED,
            Text(
                zh="原文说的是“已办理参保手续”的职工，不是关系已经生效的职工。",
                en="The sentence asks whether the procedure is done, not whether the relation is in force.",
            ),
        ),
        (
            UnlistedDeemed.NOT_INSURED,
            Text(
                zh="原文只写“因工作原因”，视同工伤不在其内。",
                en="The sentence says by a work cause, and what is only deemed an injury has none.",
            ),
        ),
        (
            EmployerCostPeriod.ACCIDENT_TO_LIMIT,
            Text(
                zh="第二款句中出现过的期间只有那30日，第三款句中是职工申请的那1年，“此期间”在文字上各指其所在之句。",
                en="Each sentence says “this period” of the only one that it has named: the employer's 30 days, the "
                "worker's own time for applying.",
            ),
        ),
        (
            AverageWageYear.BEFORE_BENEFIT_ASSESSMENT,
            Text(
                zh="原文写“在核定待遇时”按“上年度”，上年度是相对核定而言的。",
                en="The sentence says, when benefits are assessed, the year before: before the assessment, that is.",
            ),
        ),
        (
            CompletionEndsRelation.AT_COMPLETION,
            Text(
                zh="原文写项目竣工后办理支付手续、终止关系，没有提职工的意愿。",
                en="The sentence has the relation end after completion and does not mention the worker's wish.",
            ),
        ),
        (
            PensionCap.WAGE_IN_LIFE,
            Text(
                zh="该句写“生前的工资”，没有写“本人工资”。",
                en="The sentence says the wage in life, where the one before it says the reference wage.",
            ),
        ),
    ),
)
"""The readings nearest to the words, where these are not the default."""

PROTECTIVE: Final = ReadingSet(
    "PROTECTIVE",
    Text(zh="最有利于职工", en="nearest to the worker"),
    (
        (
            WhoIsInProgress.ANY,
            Text(
                zh="应缴的数额越少，越容易缴清，职工越早有保障。",
                en="The less is due, the sooner the sum is complete and the workers are covered.",
            ),
        ),
        (
            CoverFrom.FIRST_PAYMENT,
            Text(
                zh="是否一次缴清由总承包单位决定，不应由职工承担后果。",
                en="Whether the sum is paid at once is in the contractor's hands, not in the worker's.",
            ),
        ),
        (
            ExtendedTerm.AS_AGREED,
            Text(
                zh="工期由双方约定，材料由总承包单位报送，都不是职工所能左右。",
                en="Neither the term that the parties agree on nor the contractor's papers are the worker's to see to.",
            ),
        ),
        (
            DelayNotFiled.CONTINUES,
            Text(
                zh="材料由总承包单位报送，通知没有规定未报即丧失保障。",
                en="The papers are the contractor's to file, and the notice takes no cover away where he does not.",
            ),
        ),
        (
            InitialRoster.WITH_PAYMENT,
            Text(
                zh="项目自缴费之日起有效，首份花名册上的职工不应晚于项目。",
                en="The project is covered from the payment on, and those on its first roster should not come later.",
            ),
        ),
        (
            EnrolledMeans.REPORTED,
            Text(
                zh="手续已经办妥，次日才生效不是职工所能左右。",
                en="The procedure is done; that it takes effect a day later is nothing the worker can help.",
            ),
        ),
        (
            UnlistedDeemed.AS_WORK_CAUSE,
            Text(
                zh="条例视同工伤的，待遇与工伤相同，未列入花名册的不应另作区别。",
                en="What is deemed a work injury is paid as one; being unlisted is no reason to tell the two apart.",
            ),
        ),
        (
            ReportClock.KNOWLEDGE,
            Text(
                zh="尚不知情的单位无从报告，自知道起算，职工较少因迟报受累。",
                en="Who does not know cannot report; counted from knowledge, fewer workers suffer for a late report.",
            ),
        ),
        (
            UndiagnosedDeath.DEEMED,
            Text(
                zh="当班发病而未能就诊，不应由死者一方承担后果。",
                en="That nobody diagnosed what broke out at the post is not to fall on the dead worker's side.",
            ),
        ),
        (
            AverageWageYear.BEFORE_PAYMENT,
            Text(
                zh="平均工资逐年上升，年度越晚，待遇越高。",
                en="Average wages have risen year by year: the later the year, the higher the benefit.",
            ),
        ),
    ),
)
"""The readings nearest to the worker, where these are not the default."""

STRICT: Final = ReadingSet(
    "STRICT",
    Text(zh="最有利于基金", en="nearest to the fund"),
    (
        (
            DelayFilingDay.THIRTY_CLEAR_DAYS,
            Text(zh="期限取较早的一日。", en="Of the two last days, the earlier."),
        ),
        (
            DelayNotFiled.LAPSES,
            Text(
                zh="延长以报送材料为条件，未报则参保随合同到期终止。",
                en="Going on is tied to the papers: without them the cover ends with the contract.",
            ),
        ),
        (
            CompletionForWarranty.COMPLETED,
            Text(
                zh="实际竣工不会晚于验收合格，30日届满较早。",
                en="The works are never completed after acceptance, so the 30 days end earlier.",
            ),
        ),
        (
            LateWarrantyFiling.NO_COVER,
            Text(zh="逾期备案即失去保修期的保障。", en="A limit that may be missed for nothing would be no limit."),
        ),
        (
            NameChangeFrom.CHANGE,
            Text(zh="变更不会晚于其批准文件，30日届满较早。", en="The change comes first, so the 30 days end earlier."),
        ),
        (
            RemovalEffect.SAME_DAY,
            Text(
                zh="减员一经申报，当日起不再是参保人员。",
                en="Who is reported as gone is no insured person from that day on.",
            ),
        ),
        (
            EmployerEnrolment.ROSTER_ONLY,
            Text(
                zh="由用人单位参保的，待遇由其所在单位的参保负担，不再由该项目负担。",
                en="Who is insured through his employer is paid under that insurance, and not under the project's too.",
            ),
        ),
        (
            UnlistedDeemed.NOT_INSURED,
            Text(
                zh="通知给未及时参保职工的只是例外，例外不扩大到视同工伤。",
                en="What the notice gives to the unlisted is an exception, which is not stretched to deemed injuries.",
            ),
        ),
        (
            OnSiteUnlisted.REPORT_FIRST,
            Text(
                zh="未列入花名册的，一律先报告、核实，再由基金负担。",
                en="Whoever is not on the roster is reported and verified before the fund pays for him.",
            ),
        ),
        (
            UndiagnosedDeath.NOT_DEEMED,
            Text(
                zh="条文只及于当场死亡和抢救无效，离岗后未经诊断死亡两者皆非。",
                en="Art. 15 knows death at once and failed rescue; who left undiagnosed and died later is neither.",
            ),
        ),
        (
            LateProjectSurcharge.APPLIED,
            Text(
                zh="条例第六十二条对欠缴一律加收滞纳金，未将按项目参保除外。",
                en="Art. 62 puts the surcharge on whatever is overdue and does not except projects.",
            ),
        ),
        (
            TerminationTable.BY_INJURY,
            Text(
                zh="旧标准月数较少，2011年前的医疗补助金并由用人单位负担。",
                en="The older tables grant fewer months, and before 2011 the employer bore the medical subsidy.",
            ),
        ),
    ),
)
"""The readings nearest to the fund, where these are not the default."""

SETS: Final = (LITERAL, PROTECTIVE, STRICT)
"""The sets; the defaults are the law without one."""


def laws_by_set(law: S) -> Mapping[str, S]:
    """Return a law under its own readings and under each set, by name: what ``inquiry.compare`` takes.

    >>> from gxinjury import LAW
    >>> list(laws_by_set(LAW))
    ['DEFAULT', 'LITERAL', 'PROTECTIVE', 'STRICT']
    """
    check_instance("laws_by_set", "law", law, Statute)
    return {"DEFAULT": law, **{one.name: one.law(law) for one in SETS}}
