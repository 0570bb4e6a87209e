"""How to read the courier plan and the rate rules (快递网点参保与费率的口径)."""

from gxinjury.law.clauses import CUTS, GX, RSF76
from gxinjury.statutes import Reading
from gxinjury.texts import Text


class CoverageUnit(
    Reading,
    clause=GX.clause("3.3"),
    question=Text(zh="覆盖率按单位还是按人数计算", en="whether coverage counts units or persons"),
    why=Text(
        zh="目标所说的是快递企业和网点的参保，调度表也先列单位数。",
        en="The target speaks of enterprises and outlets, and the report counts units first.",
    ),
):
    """What the coverage of the campaign counts."""

    UNITS = Text(zh="按单位数", en="units")
    PERSONS = Text(zh="按人数", en="persons")


class FirstReport(
    Reading,
    clause=GX.clause("4.1.2"),
    question=Text(zh="2022年的调度表自哪个月起填报", en="from which month of 2022 the table is filed"),
    why=Text(
        zh="原文为“2022年按月填报”，未说自印发之月起。", en="The plan says monthly in 2022, not from its issue on."
    ),
):
    """From which month of 2022 the cities file the progress report."""

    WHOLE_YEAR = Text(zh="全年十二个月", en="all twelve months")
    FROM_PLAN = Text(zh="自方案印发的3月起", en="from March, the month of the plan")


class FloatGap(
    Reading,
    clause=RSF76.clause("gap"),
    question=Text(
        zh="支缴率不超过40%而工伤发生率高于3‰的如何浮动",
        en="how a payment ratio up to 40% with an injury rate above 3‰ floats",
    ),
    why=Text(
        zh="下浮要求两项都达标，上浮要求支缴率高于90%；两者都不具备，费率不动。",
        en="A downward float asks for both ratios, an upward one for a payment ratio above 90%: neither is there.",
    ),
):
    """What the float is where the rules, as far as they were seen, have no case."""

    NO_CHANGE = Text(zh="不浮动", en="the rate does not float")
    UNSETTLED = Text(zh="未定，由经办机构决定", en="unsettled: the agency decides")


class CutAndFloat(
    Reading,
    clause=CUTS.clause("2023-07"),
    question=Text(
        zh="未另作规定的期间，阶段性降费与浮动如何一并适用",
        en="how cut and float go together in periods whose rules do not say",
    ),
    why=Text(
        zh="降的是基准费率，浮动又以基准费率为准，两者相乘。",
        en="The cut is one of the benchmark, and a float is a share of the benchmark: the one is taken of the other.",
    ),
):
    """How a temporary cut and a float go together where the rules of the period do not say."""

    FLOAT_OF_THE_CUT = Text(zh="在降低后的基准上浮动", en="the float is taken of the rate after the cut")
    UNSETTLED = Text(zh="未定，由经办机构决定", en="unsettled: the agency decides")
