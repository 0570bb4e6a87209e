"""The campaign for courier outlets (快递网点优先参保的步骤): its stages, what is due when, and who is responsible."""

from datetime import date
from enum import Enum
from typing import Annotated, Final

import attrs

from gxinjury.citations import Clause
from gxinjury.law.clauses import GX
from gxinjury.periods import Period
from gxinjury.records import Record
from gxinjury.texts import Text


class Body(Enum):
    """Who is responsible for a step."""

    REGIONAL_HRSS = Text(zh="自治区人力资源社会保障厅", en="regional HRSS department")
    REGIONAL_POST = Text(zh="自治区邮政管理局", en="regional postal administration")
    REGIONAL_CENTRE = Text(zh="自治区社保中心", en="regional social-insurance centre")
    HRSS_AT_ALL_LEVELS = Text(zh="各级人力资源社会保障部门", en="HRSS departments at all levels")
    POST_AT_ALL_LEVELS = Text(zh="各级邮政管理部门", en="postal administrations at all levels")
    AGENCIES_AT_ALL_LEVELS = Text(zh="各级社会保险经办机构", en="social-insurance agencies at all levels")
    CITY_POST = Text(zh="各市邮政管理局", en="postal administrations of the cities")


_REGION: Final = (Body.REGIONAL_HRSS, Body.REGIONAL_POST, Body.REGIONAL_CENTRE)
_ALL_LEVELS: Final = (Body.HRSS_AT_ALL_LEVELS, Body.POST_AT_ALL_LEVELS, Body.AGENCIES_AT_ALL_LEVELS)


@attrs.frozen
class Stage(Record):
    """A stage of the campaign.

    Args:
        name: What it is called.
        period: Its first and last day.
        bodies: Who is responsible.
        clause: The clause that lays it down.
    """

    name: Annotated[Text, Text("阶段", "stage")]
    period: Annotated[Period, Text("起止", "days")]
    bodies: Annotated[tuple[Body, ...], Text("责任单位", "responsible")]
    clause: Annotated[Clause, Text("条款", "clause")]


@attrs.frozen
class Milestone(Record):
    """Something that is due in the campaign; its targets are aims, so that missing one is no breach.

    Args:
        due: The day by which it is due.
        what: What.
        bodies: Who is responsible.
        clause: The clause that lays it down.
    """

    due: Annotated[date, Text("期限", "due")]
    what: Annotated[Text, Text("事项", "what")]
    bodies: Annotated[tuple[Body, ...], Text("责任单位", "responsible")]
    clause: Annotated[Clause, Text("条款", "clause")]


@attrs.frozen
class UndatedDuty(Record):
    """Something that the plan asks for without naming a day; none is made up.

    Args:
        what: What.
        bodies: Who is responsible.
        clause: The clause that lays it down.
    """

    what: Annotated[Text, Text("事项", "what")]
    bodies: Annotated[tuple[Body, ...], Text("责任单位", "responsible")]
    clause: Annotated[Clause, Text("条款", "clause")]


CITIES: Final = (
    Text(zh="南宁市", en="Nanning"),
    Text(zh="柳州市", en="Liuzhou"),
    Text(zh="桂林市", en="Guilin"),
    Text(zh="梧州市", en="Wuzhou"),
    Text(zh="北海市", en="Beihai"),
    Text(zh="防城港市", en="Fangchenggang"),
    Text(zh="钦州市", en="Qinzhou"),
    Text(zh="贵港市", en="Guigang"),
    Text(zh="玉林市", en="Yulin"),
    Text(zh="百色市", en="Baise"),
    Text(zh="贺州市", en="Hezhou"),
    Text(zh="河池市", en="Hechi"),
    Text(zh="来宾市", en="Laibin"),
    Text(zh="崇左市", en="Chongzuo"),
)
"""The cities of Guangxi (设区市), in the order of official tables; each of them files the progress report."""

STAGES: Final = (
    Stage(
        Text(zh="摸底调研", en="survey"),
        Period(date(2022, 1, 1), date(2022, 3, 31)),
        _REGION,
        GX.clause("3.1"),
    ),
    Stage(
        Text(zh="实施启动", en="start"),
        Period(date(2022, 4, 1), date(2022, 6, 30)),
        _ALL_LEVELS,
        GX.clause("3.2"),
    ),
    Stage(
        Text(zh="督导参保", en="supervision"),
        Period(date(2022, 7, 1), date(2022, 9, 30)),
        _ALL_LEVELS,
        GX.clause("3.3"),
    ),
    Stage(
        Text(zh="交流总结", en="summary"),
        Period(date(2022, 10, 1), date(2022, 12, 31)),
        _REGION,
        GX.clause("3.4"),
    ),
)

MILESTONES: Final = (
    Milestone(
        date(2022, 4, 30),
        Text(
            zh="基本完成快递企业和持有分支机构名录或备案回执的网点的摸底，报送数据",
            en="enterprises, and outlets with a branch listing or a filing receipt, basically counted and reported",
        ),
        (Body.CITY_POST,),
        GX.clause("3.2.1"),
    ),
    Milestone(
        date(2022, 9, 30),
        Text(zh="参保覆盖率争取达到70%以上", en="coverage of at least 70%, as an aim"),
        _ALL_LEVELS,
        GX.clause("3.3"),
    ),
    Milestone(
        date(2022, 12, 31),
        Text(zh="力争基本实现全覆盖", en="practically everybody enrolled, as an aim"),
        _ALL_LEVELS,
        GX.clause("2"),
    ),
    Milestone(
        date(2022, 12, 31),
        Text(zh="总结工作，通报参保情况", en="the work summed up, enrolment reported"),
        _REGION,
        GX.clause("3.4"),
    ),
)

CREDIT_DUTIES: Final = (
    UndatedDuty(
        Text(
            zh="将快递员参加工伤保险情况纳入行业诚信体系",
            en="enrolment of couriers enters the industry's credit records",
        ),
        (Body.POST_AT_ALL_LEVELS,),
        GX.clause("4.2"),
    ),
    UndatedDuty(
        Text(
            zh="指导企业完善考核机制，开展快递员满意度调查",
            en="enterprises are guided to better appraisal; couriers are asked how satisfied they are",
        ),
        (Body.POST_AT_ALL_LEVELS,),
        GX.clause("4.2"),
    ),
    UndatedDuty(
        Text(
            zh="指导快递企业在年度工作报告中写明快递员参加工伤保险情况",
            en="enterprises are guided to tell of their couriers' enrolment in the annual work report",
        ),
        (Body.POST_AT_ALL_LEVELS,),
        GX.clause("4.2"),
    ),
    UndatedDuty(
        Text(
            zh="在快递协会和各快递企业官网公示企业及其网点的参保情况",
            en="enrolment of enterprises and outlets is published on the sites of association and enterprises",
        ),
        (Body.POST_AT_ALL_LEVELS,),
        GX.clause("4.2"),
    ),
)
