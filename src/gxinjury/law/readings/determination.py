"""How to read the rules of determination (工伤认定的口径): clauses NN-3.2.3, NN-4.1, NN-4.2 and REG-15.1."""

from gxinjury.law.clauses import NN, ORDER117, REG
from gxinjury.statutes import Reading
from gxinjury.texts import Text


class ReportClock(
    Reading,
    clause=NN.clause("3.2.3"),
    question=Text(zh="48小时报告自何时起算", en="from when the 48 hours of the report run"),
    why=Text(
        zh="该句紧接事故伤害而言，未提知悉。",
        en="The sentence follows on the accident and does not speak of anybody's knowledge.",
    ),
):
    """From which moment the 48 hours for the report of an accident off the site run."""

    ACCIDENT = Text(zh="自事故发生之时", en="from the accident")
    KNOWLEDGE = Text(zh="自用人单位知悉之时", en="from when the employer knew of it")


class ExtensionLimit(
    Reading,
    clause=ORDER117.clause("14"),
    question=Text(zh="“最长60日”是总期限还是延长的日数", en="whether the 60 days are the whole limit or the extension"),
    why=Text(
        zh="规定限制的是申请期限；按总期限算，延长较短，取其严者。",
        en="What is limited is the time for applying; of the two, the whole limit is the stricter.",
    ),
):
    """What the 60 days of Guangxi's cap on an extension count."""

    TOTAL_60 = Text(zh="连同原30日共60日", en="60 days in all, the first 30 included")
    PLUS_60 = Text(zh="在原30日之外再加60日", en="60 days on top of the first 30")


class EmployerCostPeriod(
    Reading,
    clause=NN.clause("4.2"),
    question=Text(zh="“在此期间”指哪段时间", en="which time “this period” is"),
    why=Text(
        zh="劳社部函〔2004〕256号第六条对条例同一用语作了解释：自事故伤害之日起至受理之日止。",
        en="Item 6 of the opinions of 2004 explains the same words of the Regulation: from the accident to the day the "
        "application is accepted.",
    ),
):
    """Whose costs an employer that lets its limit pass bears: those of which time."""

    ACCIDENT_TO_ACCEPTANCE = Text(zh="自事故之日至受理之日", en="from the accident to the acceptance, both included")
    LIMIT_TO_ACCEPTANCE = Text(
        zh="自期限届满次日至受理之日", en="from the day after the limit to the acceptance, both included"
    )
    ACCIDENT_TO_LIMIT = Text(
        zh="自事故之日至用人单位期限届满之日；职工方申请的，至其申请之日",
        en="from the accident to the employer's limit, or to the application of the worker's side where it applies",
    )


class UndiagnosedDeath(
    Reading,
    clause=REG.clause("15.1"),
    question=Text(
        zh="突发疾病当班未经诊断，其后死亡的，是否视同工伤",
        en="whether a sudden illness that nobody diagnosed counts where death came after the shift",
    ),
    why=Text(
        zh="48小时自初次诊断起算，未经诊断则无从起算；当场死亡与否各地法院认定不一，最高人民法院有再审案件不予认定，"
        "2020年有高级人民法院予以认定。",
        en="The 48 hours run from a diagnosis that there never was, and courts differ on what is at once: a retrial of "
        "the Supreme Court did not deem it an injury, a high court in 2020 did.",
    ),
):
    """What a death by sudden illness is that came after the shift, nobody having diagnosed the illness before."""

    UNSETTLED = Text(zh="由社会保险行政部门认定", en="the authority decides")
    DEEMED = Text(zh="视同工伤", en="a deemed work injury")
    NOT_DEEMED = Text(zh="不视同工伤", en="no deemed work injury")
