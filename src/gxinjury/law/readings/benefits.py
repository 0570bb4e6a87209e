"""How to read the rules on benefits (工伤待遇的口径): which average, which table, which cap, whether to surcharge."""

from gxinjury.law.clauses import NN, ORDER117, REG
from gxinjury.statutes import Reading
from gxinjury.texts import Text


class AverageWageYear(
    Reading,
    clause=NN.clause("5.2"),
    question=Text(
        zh="代替本人工资的平均工资，“上一年度”就哪一日而言",
        en="the year before which day the average wage is of that stands in for the own wage",
    ),
    why=Text(
        zh="平均工资代替的本人工资，依条例第六十四条取自受伤之前。",
        en="The average stands in for a wage that art. 64 takes from before the injury.",
    ),
):
    """The day before whose year the average wage of NN-5.2 was earned."""

    BEFORE_INJURY = Text(zh="受伤（或者诊断）之日", en="the day of the injury, or of the diagnosis")
    BEFORE_BENEFIT_ASSESSMENT = Text(zh="核定待遇之日", en="the day the benefits are assessed")
    BEFORE_DETERMINATION = Text(zh="作出工伤认定之日", en="the day of the determination")
    BEFORE_PAYMENT = Text(zh="支付待遇之日", en="the day the benefits are paid")


class TerminationTable(
    Reading,
    clause=ORDER117.clause("transition"),
    question=Text(
        zh="受伤在前、终止关系在后的，两项补助金适用哪一日的标准",
        en="which day's table the termination subsidies follow where an injury is older",
    ),
    why=Text(
        zh="补助金因终止关系而生，所用工资也是终止前的工资。",
        en="The subsidies arise from the termination, and the wage they are months of is that before it.",
    ),
):
    """Which of Guangxi's dated tables an old injury falls under."""

    BY_TERMINATION = Text(zh="终止关系之日的标准", en="the table of the day the relation ended")
    BY_INJURY = Text(zh="受伤之日的标准", en="the table of the day of the injury")


class PensionCap(
    Reading,
    clause=REG.clause("39"),
    question=Text(
        zh="供养亲属抚恤金合计不得超过的“生前的工资”指哪一项工资",
        en="which wage is the “wage in life” that the dependants' pension is capped at",
    ),
    why=Text(
        zh="同一条以本人工资的百分比计各人份额，合计的上限宜用同一数额。",
        en="The same article takes the shares of the reference wage; the cap on their sum is best measured by it too.",
    ),
):
    """Which wage caps the sum of the dependants' shares."""

    REFERENCE_WAGE = Text(zh="条例第六十四条的本人工资", en="the reference wage of art. 64")
    WAGE_IN_LIFE = Text(zh="职工生前实际的月工资，须另行提供", en="the wage that was actually paid, a fact of its own")


class LateProjectSurcharge(
    Reading,
    clause=NN.clause("1.1.5"),
    question=Text(
        zh="项目保险费迟缴的，是否按条例第六十二条加收滞纳金",
        en="whether a late project premium bears the surcharge of art. 62",
    ),
    why=Text(
        zh="通知未规定迟缴的滞纳金；未缴清前只是不参保。",
        en="The notice names no surcharge; until the premium is paid there merely is no cover.",
    ),
):
    """Whether the Regulation's surcharge runs on a project premium that is paid late."""

    NOT_APPLIED = Text(zh="不加收", en="no surcharge")
    APPLIED = Text(zh="按日加收", en="the daily surcharge runs")
