"""What the determination room refuses and warns of (工伤认定一章的认定事项): each by the name that is its code."""

from typing import Final

from gxinjury.errors import NotInForceError
from gxinjury.findings import RefusalWords
from gxinjury.texts import Text

__all__ = ["Cautions", "Refusals"]


class Refusals:
    """Not answered: what is missing, or who decides."""

    filing_undetermined: Final = RefusalWords(
        NotInForceError,
        zh="申请日 {filings} 是否按期取决于尚未公布的放假安排，期限在 {limit} 两日之间届满；"
        "请提供已知这些日子的工作日历",
        en="whether the application of {filings} was in time hangs on days off that are not announced, the limit "
        "ending between the two days {limit}; supply a work calendar that knows them",
    )
    limit_not_known: Final = RefusalWords(
        NotInForceError,
        zh="按这一口径，期间须自期限届满之日计，而期限在 {limit} 两日之间届满，放假安排尚未公布；"
        "请提供已知这些日子的工作日历",
        en="this reading counts with the limit, which ends between the two days {limit}, the days off not being "
        "announced; supply a work calendar that knows them",
    )


class Cautions:
    """What to mind before relying on an answer."""

    days_off_not_looked_at: Final = Text(
        zh="未提供工作日历，期限的最后一日是否逢休假日未作核对",
        en="no work calendar was given: whether the last day is a day off was not looked at",
    )
    falls_on_a_weekend: Final = Text(
        zh="期限末日 {limit} 是{weekday}，机关通常不办公；提供工作日历后，期限可能顺延",
        en="{limit} is a {weekday}, when offices are as a rule closed: with a work calendar the limit may move",
    )
    falls_on_a_festival: Final = Text(
        zh="期限末日 {limit} 是法定节假日，机关不办公；提供工作日历后，期限顺延",
        en="{limit} is a public holiday, when offices are closed: with a work calendar the limit moves",
    )
    days_off_not_known: Final = Text(
        zh="放假安排尚未公布，期限在 {limit} 两日之间届满",
        en="days off are not known: the limit ends between the two days {limit}",
    )
    exclusion_outside: Final = Text(
        zh="这段时间（{period}）中，只有 {injured_on} 之后、期限（{end}）届满之前的日子才可不计入期限",
        en="of {period} only days after {injured_on}, and while the limit runs to {end}, are left out",
    )
    filed_when_accepted: Final = Text(
        zh="未提供申请日，视为受理之日（{accepted_on}）申请",
        en="no day of applying is named: taken as filed on the day of acceptance, {accepted_on}",
    )
    death_before_diagnosis: Final = Text(
        zh="死亡（{death}）早于初次诊断（{first_diagnosis}），按死亡前未经诊断处理，未提供发病时间的视为当场死亡；"
        "请核对两个时间",
        en="death ({death}) lies before the first diagnosis ({first_diagnosis}): taken as a death without one, and "
        "as one at once where no onset is told; check both moments",
    )
    onset_not_told: Final = Text(
        zh="死亡前未经诊断，又未提供发病时间，无从判断是否当场死亡；请补充发病时间和当班结束时间",
        en="there was no diagnosis before death and no onset is told: whether death came at once cannot be said; "
        "supply the onset and the end of the shift",
    )
    shift_not_told: Final = Text(
        zh="未提供当班结束时间，只有发病当时死亡的才算当场死亡；请补充当班结束时间",
        en="the end of the shift is not told: only a death at the moment of onset is taken as one at once; supply "
        "the end of the shift",
    )
    authority_decides: Final = Text(
        zh="条文未明确，由社会保险行政部门认定",
        en="the text leaves it open: the authority decides",
    )
    fault_not_established: Final = Text(
        zh="交通事故责任未经公安机关交通管理部门认定，是否属于非本人主要责任由社会保险行政部门认定",
        en="the police did not establish whose fault the traffic accident was: the authority decides",
    )
