"""Guangxi plan to enrol courier outlets first (基层快递网点优先参加工伤保险工作实施方案), clause by clause.

Issued on 2022-03-24 by the region's human resources department and postal administration; its number is not on the
copy. Its targets are aims: they are met or not met, never broken.
"""

from typing import Final

from gxinjury.citations import Clause, Instrument, Status
from gxinjury.texts import Text

_RULE, _RECORD, _DUTY = Status.RULE, Status.RECORD, Status.DUTY


def _clause(number: str, zh: str, en: str, *status: Status, encoded: bool = False) -> Clause:
    return Clause("GX", number, Text(zh=zh, en=en), status, encoded)


GX: Final = Instrument(
    "GX",
    Text(
        zh="广西推进基层快递网点优先参加工伤保险实施方案",
        en="Guangxi plan to enrol courier outlets first in work-injury insurance",
    ),
    "",
    "2022-03-24",
    (
        _clause(
            "1",
            "总体要求：指导思想和工作方向，既无期限也无数额，没有可计算的内容。",
            "General requirements: guiding ideas and direction. They name no day and no amount, so there is nothing "
            "to compute.",
            Status.EXHORTATION,
        ),
        _clause(
            "2",
            "目标：2022年底前，全区快递企业和基层网点力争基本全部参保。“基本”没有给出数字。",
            "Target: by the end of 2022 practically every courier enterprise and outlet of the region is enrolled. "
            "The word practically is given no number.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "3.1",
            "第一阶段，2022年1至3月：自治区两部门调研摸底、征求意见，转发国家通知，拟定方案并报国家主管部门备案。",
            "Stage one, January to March 2022: the region's two departments survey the field, consult, pass on the "
            "national notice, draw up the plan and file it with the national authorities.",
            _RECORD,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "3.2",
            "第二阶段，2022年4至6月：各市摸清底数、督促参保，自治区两部门开展调研督导，帮助基层解决参保难题。",
            "Stage two, April to June 2022: the cities count and urge enrolment; the region's two departments inspect "
            "and help to solve what stands in the way.",
            _RECORD,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "3.2.1",
            "2022年4月底前，各市邮政管理局大体摸清本市快递企业以及持有备案回执或者列入分支机构名录的网点，"
            "把数据报同级人力资源社会保障部门和自治区邮政管理局；督促快递企业和列入分支机构名录的网点"
            "按属地原则到当地社会保险经办机构参保缴费。",
            "By 2022-04-30 each city's postal administration has basically counted its courier enterprises and the "
            "outlets that hold a branch listing or a filing receipt, and reports the data to the human-resources "
            "authority of its level and to the regional administration. It urges the enterprises, and the outlets "
            "with a branch listing, to enrol and pay with the agency where they are.",
            _DUTY,
            encoded=True,
        ),
        _clause(
            "3.2.2",
            "快递企业和列入分支机构名录的网点按属地原则自行在当地参保缴费。"
            "只有备案回执的网点，依国家通知由其所属的许可企业办理参保；三种凭证皆无的不在方案之内。",
            "Courier enterprises and outlets with a branch listing enrol themselves and pay where they are. For an "
            "outlet with a filing receipt only, the licensed enterprise it belongs to enrols, under the national "
            "notice; with none of the papers it is outside the scheme.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "3.3",
            "第三阶段，2022年7至9月：加强宣传督促，9月底争取参保覆盖率不低于70%，并设法在年底前基本全覆盖。",
            "Stage three, July to September 2022: publicity and supervision; the aim is coverage of at least 70% by "
            "2022-09-30, and of practically everybody by the end of the year.",
            _RULE,
            _RECORD,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "3.4",
            "第四阶段，2022年10至12月：自治区两部门实地查看、座谈交流；12月底前总结工作，通报各地参保情况。",
            "Stage four, October to December 2022: the region's two departments visit and exchange experience; by "
            "2022-12-31 they sum up the work and report on enrolment.",
            _RECORD,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "4.1",
            "部门协同：建立调度机制，交换数据、联合办理；人力资源社会保障部门配合督导检查，优化简化经办流程，推行"
            "人社快办、网上办、掌上办，并适时通报参保情况。没有指标和期限，没有可计算的内容。",
            "The departments work together: a working mechanism, exchange of data, joint handling. Human resources "
            "supports the supervision, makes procedures simpler (fast, online and by phone) and announces results from "
            "time to time. It sets no measure and no day, so there is nothing to compute.",
            Status.EXHORTATION,
        ),
        _clause(
            "4.1.1",
            "邮政管理部门每月向同级人力资源社会保障部门提供两份名单：符合参保条件的网点，依法注销或撤销的网点；"
            "并督促网点及时为快递员参保缴费、办理减员。",
            "Every month the postal administration hands the human-resources authority of its level two lists: outlets "
            "that qualify, and outlets lawfully closed or revoked; it urges outlets to enrol their couriers, pay, and "
            "remove leavers in time.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "4.1.2",
            "各市人力资源社会保障部门会同本级邮政管理部门填报参保情况调度表，2022年每月一次，2023年暂定每季一次，"
            "分别报送自治区人力资源社会保障厅和自治区邮政管理局。未定当期截止日。",
            "The human-resources authority of each city, together with the postal administration of its level, files the "
            "enrolment progress report monthly in 2022 and, provisionally, quarterly in 2023, with both departments "
            "of the region. No due day is given.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "4.2",
            "快递员参保情况纳入行业诚信体系；邮政管理部门指导企业完善考核机制、把参保情况写进年度工作报告，"
            "开展快递员满意度调查，并在快递协会和各快递企业官网公示参保情况。网点或者从业人员骗取待遇的，依法追究。",
            "Enrolment of couriers enters the industry's credit records. The postal administration guides the companies in "
            "their own assessment of it and in telling it in their annual reports, surveys how satisfied couriers are, "
            "and publishes enrolment on the sites of the association and the companies; benefits that an outlet or a "
            "worker obtains by fraud are pursued.",
            _DUTY,
            _RULE,
            encoded=True,
        ),
        _clause(
            "4.3",
            "人力资源社会保障部门依自治区工伤预防五年行动计划（2021—2025年）实施方案（桂人社发〔2021〕19号），"
            "会同邮政管理等行业主管部门在快递业推进工伤预防，提高预防和维权意识，降低事故发生率。"
            "本方案没有给出指标和期限，没有可计算的内容。",
            "Under the region's plan for five years of prevention, 2021 to 2025 (No. 19 of 2021 of its human-resources "
            "department), human resources carries prevention out in the trade together with the postal administration "
            "and other authorities. It sets no measure and no day here, so there is nothing to compute.",
            Status.EXHORTATION,
        ),
        _clause(
            "4.4",
            "人力资源社会保障部门和邮政管理部门结合集中宣传活动、“暖蜂行动”等多渠道宣传政策、推广经验；"
            "没有指标和期限，没有可计算的内容。",
            "Human resources and the postal administration publicise the policy and spread good experience. It sets no "
            "measure and no day, so there is nothing to compute.",
            Status.EXHORTATION,
        ),
        _clause(
            "A",
            "附件，参保情况调度表：应参保和已参保单位数，参保和缴费人数，工伤申报数和认定数，享受待遇人数，"
            "待遇金额（以万元计），备注，另有序号、两部门盖章、填报时间、填报人和电话。",
            "Annex, the enrolment progress report: units that should enrol and units enrolled, persons enrolled and "
            "persons paying, injuries filed and determined, persons receiving benefits, benefits paid (in units of "
            "10,000 yuan), a note; with number, both seals, date, filler and phone.",
            _RECORD,
            encoded=True,
        ),
    ),
)
