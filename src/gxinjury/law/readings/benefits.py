"""How to read the rules on benefits (工伤待遇的解读): which termination table, whether a late project is surcharged."""

from gxinjury.law.clauses import NN, ORDER117
from gxinjury.statutes import Reading
from gxinjury.texts import Text


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
