"""National instruments beside the Regulation (全国性规定) that the two notices lean on.

Where no item number was seen, a clause goes by a word. Where no title was seen, the instrument goes by a description.
"""

from typing import Final

from gxinjury.citations import Clause, Grade, Instrument, Status
from gxinjury.texts import Text

_RULE, _DEFINITION = Status.RULE, Status.DEFINITION
_READ, _EXCERPT, _KNOWN, _OPEN = Grade.READ, Grade.EXCERPT, Grade.KNOWN, Grade.OPEN


def _clause(
    instrument: str, number: str, zh: str, en: str, *status: Status, grade: Grade = _READ, encoded: bool = False
) -> Clause:
    return Clause(instrument, number, Text(zh=zh, en=en), status, encoded, grade)


LABOUR: Final = Instrument(
    "LABOUR",
    Text(zh="中华人民共和国劳动法", en="Labour Law"),
    "",
    "1994-07-05",
    (
        _clause(
            "LABOUR",
            "15",
            "不得招用未满十六周岁的人；文艺、体育、特种工艺单位依规定报批的除外。",
            "Nobody under sixteen may be employed, but with leave in the arts, in sport and in special crafts.",
            _RULE,
            grade=_KNOWN,
            encoded=True,
        ),
        _clause(
            "LABOUR",
            "58",
            "未成年工受特殊劳动保护；未成年工指年满十六周岁、未满十八周岁的劳动者。",
            "Minors, workers of sixteen and not yet eighteen, are under special protection.",
            _DEFINITION,
            _RULE,
            grade=_KNOWN,
            encoded=True,
        ),
    ),
)

CIVIL: Final = Instrument(
    "CIVIL",
    Text(zh="中华人民共和国民法典", en="Civil Code"),
    "",
    "2020-05-28",
    (
        _clause(
            "CIVIL",
            "200",
            "期间以公历的年、月、日和小时为单位。",
            "Periods are counted in years, months and days of the Gregorian calendar, and in hours.",
            _DEFINITION,
        ),
        _clause(
            "CIVIL",
            "201",
            "按年、月、日计的期间，当天不算，从第二天数起；按小时计的，从规定的时刻起算。",
            "In years, months and days the day of the event is not counted; in hours, the period runs from the moment.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "CIVIL",
            "202",
            "按年、月计的期间，到相应月份的同一日届满；该月没有同一日的，到月底届满。",
            "In years and months the period ends on the corresponding day, or on the month's last day where there is "
            "none.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "CIVIL",
            "203",
            "末日逢法定休假日的，顺延到休假结束的次日；末日到24时为止，有营业时间的到停止营业为止。",
            "A last day that is a statutory day off moves to the next working day; it ends at 24:00, or at the close "
            "of business.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "CIVIL",
            "204",
            "以上算法，法律另有规定或者当事人另有约定的，从其规定或者约定。",
            "So counted unless the law says, or the parties have agreed, otherwise.",
            _RULE,
        ),
    ),
)

LSH256: Final = Instrument(
    "LSH256",
    Text(
        zh="关于实施《工伤保险条例》若干问题的意见（2004年）",
        en="Opinions of 2004 on questions of applying the Regulation",
    ),
    "劳社部函〔2004〕256号",
    "2004",
    (
        _clause(
            "LSH256",
            "3",
            "突发疾病不限病种；48小时从医疗机构第一次诊断时算起。",
            "Sudden illness means any illness; the 48 hours run from the first medical diagnosis.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "LSH256",
            "6",
            "用人单位逾期申请时所负担的“此期间”，自事故伤害或者职业病确诊之日起，到劳动保障行政部门受理认定申请之日止。",
            "The period a late employer pays for runs from the day of the accident, or of the diagnosis of the "
            "disease, to the day the authority accepts the application.",
            _RULE,
            encoded=True,
        ),
    ),
)

FS9: Final = Instrument(
    "FS9",
    Text(
        zh="最高人民法院关于审理工伤保险行政案件若干问题的规定",
        en="Supreme People's Court rules on administrative cases of work-injury insurance",
    ),
    "法释〔2014〕9号",
    "2014",
    (
        _clause(
            "FS9",
            "7",
            "不是申请人自己的原因耽误的时间，不计入1年期限，包括：不可抗力，人身自由受限，用人单位的原因，"
            "社会保险行政部门登记制度不完善，就劳动关系申请仲裁或者起诉。",
            "Time lost for a reason not the applicant's own is left out of the one year: force majeure, liberty "
            "restricted, the employer's doing, the authority's registration at fault, arbitration or suit over the "
            "labour relation.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "FS9",
            "8",
            "工伤由第三人造成的，工伤保险待遇照付；但第三人已经支付的医疗费用，基金不再支付。",
            "Where a third party caused the injury, the benefits are paid all the same; but costs of treatment that "
            "the third party has paid the fund does not pay again.",
            _RULE,
            encoded=True,
        ),
    ),
)

RSF103: Final = Instrument(
    "RSF103",
    Text(
        zh="关于进一步做好建筑业工伤保险工作的意见",
        en="National opinions of 2014 on work-injury insurance in construction",
    ),
    "人社部发〔2014〕103号",
    "2014-12-29",
    (
        _clause(
            "RSF103",
            "1",
            "相对固定的职工由用人单位按单位参保；不能按单位参保的建筑业职工，特别是农民工，按项目参保。",
            "Staff in fixed employment are enrolled by their employer; building workers who cannot be, migrant "
            "workers above all, are enrolled by project.",
            _RULE,
            grade=_EXCERPT,
        ),
        _clause(
            "RSF103",
            "2",
            "项目保险费可按工程总造价的一定比例计缴，比例由各地定，全国没有统一数字。",
            "The project premium is a share of the total project cost, set locally; there is no national rate.",
            _RULE,
            grade=_EXCERPT,
        ),
        _clause(
            "RSF103",
            "4",
            "总承包单位在开工前一次代缴，费用单列、不参与竞价，覆盖项目上所有职工。",
            "The general contractor pays once before the start, outside bidding, and the payment covers all the "
            "workers of the project.",
            _RULE,
            grade=_EXCERPT,
        ),
        _clause(
            "RSF103",
            "7",
            "按本人工资难以核定的，“可以”参照统筹地区上年度职工平均工资。",
            "Where the own wage is hard to use, the pooling area's average wage of the year before may serve.",
            _RULE,
            grade=_EXCERPT,
        ),
        _clause(
            "RSF103",
            "8",
            "项目未参保的，待遇由职工的用人单位支付，总承包单位和建设单位连带负责；都不支付的，基金先行支付后追偿。",
            "Where the project is not enrolled the employer pays, the general contractor and the owner jointly and "
            "severally; if none pays, the fund advances and recovers.",
            _RULE,
            grade=_KNOWN,
            encoded=True,
        ),
        _clause(
            "RSF103",
            "9",
            "把工程发包给没有用工主体资格的组织或个人的，发包单位对其招用的劳动者所受工伤连带赔偿。",
            "Who contracts work out to a party that cannot be an employer is jointly liable for the injuries of those "
            "the party hires.",
            _RULE,
            encoded=True,
        ),
    ),
)

RSF71: Final = Instrument(
    "RSF71",
    Text(zh="关于调整工伤保险费率政策的通知", en="National notice of 2015 on premium rates"),
    "人社部发〔2015〕71号",
    "2015",
    (
        _clause(
            "RSF71",
            "classes",
            "行业分八类，基准费率依次为0.2%、0.4%、0.7%、0.9%、1.1%、1.3%、1.6%、1.9%；广西自2015年10月1日起执行。",
            "Eight classes of trades with benchmark rates of 0.2, 0.4, 0.7, 0.9, 1.1, 1.3, 1.6 and 1.9%; in Guangxi "
            "from 2015-10-01.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "RSF71",
            "float",
            "一类行业只能上浮到120%或150%；二至八类可下浮到80%、50%，或上浮到120%、150%。",
            "Class 1 floats up only, to 120 or 150% of its benchmark; classes 2 to 8 float to 50, 80, 120 or 150%.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "RSF71",
            "floor",
            "浮动后的费率不得低于一类行业的基准费率。",
            "A floated rate is never below the benchmark rate of class 1.",
            _RULE,
            encoded=True,
        ),
    ),
)

RSF29: Final = Instrument(
    "RSF29",
    Text(
        zh="关于执行《工伤保险条例》若干问题的意见（二）",
        en="Second opinions on questions of carrying out the Regulation, 2016",
    ),
    "人社部发〔2016〕29号",
    "2016",
    (
        _clause(
            "RSF29",
            "2",
            "超过退休年龄的人员，所在项目已经参保的，因工受伤适用条例；看项目是否参保，不看年龄。",
            "Over-age workers on an enrolled project are covered: whether the project is enrolled decides, not the "
            "age.",
            _RULE,
            grade=_KNOWN,
            encoded=True,
        ),
    ),
)

RST18: Final = Instrument(
    "RST18",
    Text(
        zh="2020年阶段性减免企业社会保险费的实施意见",
        en="Opinions of 2020 on the temporary relief from enterprises' social-insurance premiums",
    ),
    "人社厅发〔2020〕18号",
    "2020",
    (
        _clause(
            "RST18",
            "projects",
            "2020年按项目参保的也可减免；在柳州限于2020年2月以后新开工的项目，依总承包单位规模确定。具体幅度未查明。",
            "Projects too had relief in 2020; in Liuzhou those newly started from 2020-02-01, by the general "
            "contractor's size. The details were not established.",
            _RULE,
            grade=_OPEN,
        ),
    ),
)

RST101: Final = Instrument(
    "RST101",
    Text(
        zh="关于推进基层快递网点优先参加工伤保险工作的通知",
        en="National notice of 2021 on enrolling courier outlets first",
    ),
    "人社厅发〔2021〕101号",
    "2021",
    (
        _clause(
            "RST101",
            "licence",
            "持有快递经营许可、具备用人单位资格的网点，自行在所在地参保。",
            "A courier outlet with a licence that is an employer in law enrols itself, at its own place.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "RST101",
            "receipt",
            "只有备案回执、不具备用人单位资格的末端网点，由其所属的许可企业法人参保并承担用人单位责任，"
            "一般在许可地办理。",
            "For a terminal outlet with a filing receipt only, which is no employer in law, the licensed legal-person "
            "enterprise it belongs to enrols and carries the employer's duties, in principle at the licence's place.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "RST101",
            "insured",
            "通知印发前已按规定参加各项社会保险的单位，不在此列，也不得转办。",
            "A unit already fully insured before the notice is outside the scheme and may not switch to it.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "RST101",
            "dispatched",
            "劳务派遣人员由派遣单位参加各项社会保险。",
            "For dispatched workers the dispatch firm takes out all insurances.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "RST101",
            "papers",
            "许可、分支机构名录、备案回执一样都没有的网点不适用，应先行规范。",
            "An outlet with neither licence, branch listing nor filing receipt is outside the scheme and regularises "
            "first.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "RST101",
            "premium",
            "保险费按工资总额乘费率计缴，快递员不缴；工资总额难以确定的，"
            "按人数乘以当地上年度全口径平均工资再乘行业费率。",
            "The premium is payroll times the rate and couriers pay nothing; where payroll is hard to use it is "
            "headcount times the area's full-scope average wage of the year before times the trade's rate.",
            _RULE,
            encoded=True,
        ),
    ),
)
