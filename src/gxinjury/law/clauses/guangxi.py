"""Guangxi's own instruments on work-injury insurance (广西工伤保险地方规定) that the two notices lean on.

Where no article number was seen, a clause goes by a word or by the month it begins in. Where no title was seen, the
instrument goes by a description.
"""

from typing import Final

from gxinjury.citations import Clause, Grade, Instrument, Status
from gxinjury.texts import Text

_RULE, _DUTY, _DEFINITION = Status.RULE, Status.DUTY, Status.DEFINITION
_READ, _AGREED, _EXCERPT, _INFERRED, _OPEN = Grade.READ, Grade.AGREED, Grade.EXCERPT, Grade.INFERRED, Grade.OPEN


def _clause(
    instrument: str, number: str, zh: str, en: str, *status: Status, grade: Grade = _READ, encoded: bool = False
) -> Clause:
    return Clause(instrument, number, Text(zh=zh, en=en), status, encoded, grade)


ORDER18: Final = Instrument(
    "ORDER18",
    Text(
        zh="广西壮族自治区实施《工伤保险条例》办法（2007年施行）",
        en="Guangxi measures implementing the Regulation, in force from 2007",
    ),
    "自治区人民政府令第18号",
    "",
    (
        _clause(
            "ORDER18",
            "medical",
            "2007年至2010年终止关系的，五至十级一次性工伤医疗补助金为18、16、14、12、10、8个月本人工资，"
            "由用人单位支付。",
            "Relations ended from 2007 to 2010: the lump-sum medical subsidy of grades 5 to 10 is 18, 16, 14, 12, 10, "
            "8 months of the own wage, paid by the employer.",
            _RULE,
            grade=_AGREED,
            encoded=True,
        ),
        _clause(
            "ORDER18",
            "employment",
            "同期一次性伤残就业补助金，五至十级为16、14、12、10、8、6个月本人工资，由用人单位支付。",
            "In the same years the employment subsidy of grades 5 to 10 is 16, 14, 12, 10, 8, 6 months of the own "
            "wage, paid by the employer.",
            _RULE,
            grade=_AGREED,
            encoded=True,
        ),
    ),
)

GZF73: Final = Instrument(
    "GZF73",
    Text(
        zh="自治区人民政府关于贯彻修订后《工伤保险条例》的规定（2011年）",
        en="Guangxi government rules of 2011 on the revised Regulation",
    ),
    "桂政发〔2011〕73号",
    "2011",
    (
        _clause(
            "GZF73",
            "medical",
            "2011年1月1日至2017年1月4日终止关系的，五至十级一次性工伤医疗补助金仍为18、16、14、12、10、8个月本人工资，"
            "改由基金支付。",
            "Relations ended from 2011-01-01 to 2017-01-04: the lump-sum medical subsidy of grades 5 to 10 stays at "
            "18, 16, 14, 12, 10, 8 months of the own wage and is now paid by the fund.",
            _RULE,
            grade=_AGREED,
            encoded=True,
        ),
        _clause(
            "GZF73",
            "employment",
            "同期一次性伤残就业补助金，五至十级为16、14、12、10、8、6个月本人工资，仍由用人单位支付。",
            "Over the same time the employment subsidy of grades 5 to 10 is 16, 14, 12, 10, 8, 6 months of the own "
            "wage, still paid by the employer.",
            _RULE,
            grade=_AGREED,
            encoded=True,
        ),
    ),
)

RSF13: Final = Instrument(
    "RSF13",
    Text(
        zh="自治区转发建筑业工伤保险意见的通知（2015年）",
        en="Guangxi notice of 2015 passing on the national opinions on construction",
    ),
    "桂人社发〔2015〕13号",
    "2015",
    (
        _clause(
            "RSF13",
            "rate",
            "约自2015年3月起，全区建筑项目按合同总造价的1.3‰缴费。",
            "From about March 2015 projects throughout the region pay 1.3‰ of the total contract price.",
            _RULE,
            grade=_AGREED,
        ),
        _clause(
            "RSF13",
            "supplement",
            "追加工程款的，就追加部分补缴。",
            "A supplement is paid on added price.",
            _RULE,
            grade=_AGREED,
        ),
        _clause(
            "RSF13",
            "unlisted",
            "据一则报道，未列入花名册的职工在工地以内受伤的，也要在48小时内报告并经核实。",
            "By one press report, workers not on the roster who are hurt on the site are reported within 48 hours and "
            "verified too.",
            _RULE,
            _DUTY,
            grade=_EXCERPT,
        ),
    ),
)

ORDER117: Final = Instrument(
    "ORDER117",
    Text(
        zh="广西壮族自治区实施《工伤保险条例》办法（2017年施行）",
        en="Guangxi measures implementing the Regulation, in force from 2017-01-05",
    ),
    "自治区人民政府令第117号",
    "",
    (
        _clause(
            "ORDER117",
            "14",
            "用人单位申请认定的30日期限遇特殊情况可以延长，最多60日；是总共60日还是另加60日，所见摘录没有说清。",
            "The employer's 30 days may be extended in special circumstances, to at most 60 days; whether 60 in all "
            "or 60 more, the excerpt does not settle.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
        _clause(
            "ORDER117",
            "medical",
            "2017年1月5日以后终止关系的，五至十级一次性工伤医疗补助金为20、18、15、13、11、9个月工资，由基金支付。",
            "Relations ended from 2017-01-05: the lump-sum medical subsidy of grades 5 to 10 is 20, 18, 15, 13, 11, 9 "
            "months of the wage, paid by the fund.",
            _RULE,
            grade=_AGREED,
            encoded=True,
        ),
        _clause(
            "ORDER117",
            "employment",
            "同期一次性伤残就业补助金，五至十级为18、16、13、11、9、7个月工资，由用人单位支付。",
            "From the same day the employment subsidy of grades 5 to 10 is 18, 16, 13, 11, 9, 7 months of the wage, "
            "paid by the employer.",
            _RULE,
            grade=_AGREED,
            encoded=True,
        ),
        _clause(
            "ORDER117",
            "wage",
            "两项补助金所用工资，是终止关系前12个月（不是受伤前）的平均缴费工资；未参保的用实际工资。",
            "The wage of both subsidies is the mean of the 12 months before the relation ended, not before the "
            "injury; for the uninsured, the actual wage.",
            _DEFINITION,
            _RULE,
            grade=_AGREED,
            encoded=True,
        ),
        _clause(
            "ORDER117",
            "cap",
            "该工资最高按全区在岗职工平均工资的300%计。",
            "That wage counts up to 300% of the region's on-post average wage.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "ORDER117",
            "floor",
            "该工资最低按全区在岗职工平均工资的60%计；下限由条例第六十四条推定。",
            "That wage counts as at least 60% of the region's on-post average wage; the floor is inferred from "
            "article 64 of the Regulation.",
            _RULE,
            grade=_INFERRED,
            encoded=True,
        ),
        _clause(
            "ORDER117",
            "retirement",
            "距法定退休年龄不足5年的，一次性伤残就业补助金递减；递减比例未能查明，须由使用者提供。",
            "In the last five years before retirement age the employment subsidy shrinks; the scale was not "
            "established and is the caller's to supply.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
        _clause(
            "ORDER117",
            "transition",
            "施行前受伤、施行后才终止关系的，按终止之日有效的标准计发；这是推定，未见明文。",
            "For an injury before its start and an end after it, the table in force on the day of ending applies; "
            "this is inferred, no text was seen.",
            _RULE,
            grade=_INFERRED,
            encoded=True,
        ),
    ),
)

RSF76: Final = Instrument(
    "RSF76",
    Text(
        zh="广西工伤保险费率浮动办法（2018年施行）",
        en="Guangxi rules on floating premium rates, in force from 2018",
    ),
    "桂人社发〔2017〕76号",
    "2017",
    (
        _clause(
            "RSF76",
            "float",
            "自2018年1月1日起，按支缴率和工伤发生率浮动：支缴率不超过20%且发生率不超过3‰的，按基准的50%；"
            "20%至40%且不超过3‰的，80%；40%至90%的，100%；90%至110%的，120%；更高的，150%。区间含上限。",
            "From 2018-01-01 rates float by payment ratio and injury rate: ratio up to 20% and injuries up to 3‰, 50% "
            "of the benchmark; over 20 to 40% and up to 3‰, 80%; over 40 to 90%, 100%; over 90 to 110%, 120%; above, "
            "150%.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "RSF76",
            "gap",
            "支缴率不超过40%而发生率高于3‰的，所见摘录没有对应档次。",
            "For a payment ratio up to 40% with an injury rate above 3‰ the excerpt has no case.",
            _RULE,
            grade=_OPEN,
        ),
        _clause(
            "RSF76",
            "bar",
            "参保不满2年、少报工资总额或人数、欠费的单位，费率不得下浮。",
            "No downward float for a unit insured less than two years, under-reporting payroll or headcount, or in "
            "arrears.",
            _RULE,
            encoded=True,
        ),
    ),
)

GZF62: Final = Instrument(
    "GZF62",
    Text(
        zh="自治区人民政府关于工伤保险的规定（2019年施行）",
        en="Guangxi government rules on work-injury insurance, in force from 2019",
    ),
    "桂政发〔2018〕62号",
    "2018",
    (
        _clause(
            "GZF62",
            "completion",
            "自2019年1月1日起，五至十级的项目参保职工在项目竣工时可以自己提出终止工伤保险关系。",
            "From 2019-01-01 project workers of grades 5 to 10 may themselves end the relation when the project is "
            "completed.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
        _clause(
            "GZF62",
            "retired",
            "终止时已达到或超过退休年龄的项目参保职工，只享受一次性工伤医疗补助金。",
            "A project worker at or above retirement age draws the lump-sum medical subsidy only.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
        _clause(
            "GZF62",
            "severe",
            "一至四级的项目参保职工，竣工后仍保留关系。",
            "Project workers of grades 1 to 4 keep the relation after completion.",
            _RULE,
            grade=_EXCERPT,
        ),
    ),
)

RSF49: Final = Instrument(
    "RSF49",
    Text(
        zh="广西工伤保险自治区级统筹的规定（2023年）",
        en="Guangxi rules of 2023 on pooling work-injury insurance by region",
    ),
    "桂人社发〔2023〕49号",
    "2023",
    (
        _clause(
            "RSF49",
            "pooling",
            "自2023年7月1日起全自治区统一统筹；此前以设区市为统筹地区。只见到文件开头部分。",
            "From 2023-07-01 the pooling area is the region; before, it is the city. Only the opening part was read.",
            _DEFINITION,
            _RULE,
            encoded=True,
        ),
    ),
)

CUTS: Final = Instrument(
    "CUTS",
    Text(
        zh="广西阶段性降低工伤保险费率的历次规定",
        en="Guangxi's temporary cuts of work-injury premium rates, period by period",
    ),
    "桂人社发〔2018〕25号、桂人社发〔2023〕17号、桂人社函〔2024〕120号等",
    "",
    (
        _clause(
            "CUTS",
            "2018-05",
            "2018年5月至2019年4月：基金结余可支付18至23个月的市，基准费率降20%；24个月以上的降50%。"
            "项目是否适用未查明。",
            "May 2018 to April 2019: benchmark rates are cut by 20% in cities whose fund balance lasts 18 to 23 "
            "months, by 50% from 24 months. Whether projects share in it was not established.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
        _clause(
            "CUTS",
            "2019-05",
            "2019年5月至2020年4月：按基金结余月数，基准费率续降20%或50%。",
            "May 2019 to April 2020: benchmark rates stay cut by 20 or 50%, by months of fund balance.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
        _clause(
            "CUTS",
            "2019-05.LIUZHOU",
            "2019年5月至2021年4月：柳州市新开工项目费率减半，为0.65‰。",
            "May 2019 to April 2021: in Liuzhou the rate of newly started projects is halved, to 0.65‰.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
        _clause(
            "CUTS",
            "2020-05",
            "2020年5月至2021年4月：从终止它的通知可知有过降费，幅度未见，须由使用者提供。",
            "May 2020 to April 2021: a cut existed, as the notice that ends it shows; its size was not seen and is "
            "the caller's to supply.",
            _RULE,
            grade=_OPEN,
        ),
        _clause(
            "CUTS",
            "2021-05",
            "2021年5月至2022年4月：按基金结余月数降20%或50%，新开工项目同样适用；与费率下浮取较优者，暂不上浮。",
            "May 2021 to April 2022: a cut of 20 or 50% by months of fund balance, newly started projects included; "
            "the better of it and a downward float applies, and no rate floats up.",
            _RULE,
            grade=_AGREED,
            encoded=True,
        ),
        _clause(
            "CUTS",
            "2022-05",
            "2022年5月至2023年4月：按基金结余月数续降20%或50%，新开工项目同样适用。",
            "May 2022 to April 2023: the cut of 20 or 50% goes on, newly started projects included.",
            _RULE,
            grade=_AGREED,
            encoded=True,
        ),
        _clause(
            "CUTS",
            "2023-05",
            "2023年5月至6月：各市照2022年的降幅执行。",
            "May and June 2023: each city keeps its cut of 2022.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
        _clause(
            "CUTS",
            "2023-07",
            "2023年7月至2025年12月：全区基准费率统一降50%。",
            "July 2023 to December 2025: benchmark rates are cut by 50% throughout the region.",
            _RULE,
            grade=_AGREED,
            encoded=True,
        ),
        _clause(
            "CUTS",
            "2023-07.PROJECTS",
            "2023年7月至2025年12月的规定没有提到项目；项目费率同样减半只是推定。",
            "The rules for July 2023 to December 2025 do not name projects; that their rate is halved too is inferred.",
            _RULE,
            grade=_INFERRED,
            encoded=True,
        ),
        _clause(
            "CUTS",
            "2026-01",
            "2026年1月以后：未见规定，降幅须由使用者提供。",
            "From January 2026: no rule was seen; the cut is the caller's to supply.",
            _RULE,
            grade=_OPEN,
        ),
        _clause(
            "CUTS",
            "NANNING",
            "分市降费期间，南宁市属于降50%的一档；据公布的平均费率推定，降20%可以排除。",
            "While cuts went by city, Nanning's was 50%; inferred from published average rates, which exclude 20%.",
            _RULE,
            grade=_INFERRED,
            encoded=True,
        ),
    ),
)

ALLOWANCES: Final = Instrument(
    "ALLOWANCES",
    Text(
        zh="广西工伤住院伙食补助和异地就医交通食宿标准",
        en="Guangxi's levels for hospital meals, and for travel to treatment",
    ),
    "",
    "",
    (
        _clause(
            "ALLOWANCES",
            "meals",
            "住院伙食补助：2011年起每日15元，2019年1月1日起每日25元。",
            "Hospital meals: 15 yuan a day from 2011, 25 yuan from 2019-01-01.",
            _RULE,
            grade=_AGREED,
            encoded=True,
        ),
        _clause(
            "ALLOWANCES",
            "travel",
            "异地就医伙食费：2011年起每日40元，2019年1月1日起每日100元。",
            "Meals while travelling to treatment: 40 yuan a day from 2011, 100 yuan from 2019-01-01.",
            _RULE,
            grade=_AGREED,
            encoded=True,
        ),
        _clause(
            "ALLOWANCES",
            "lodging",
            "异地就医住宿费凭票报销，每日上限：2011年起110元，2019年1月1日起330元。",
            "Lodging while travelling to treatment, against receipts, up to 110 yuan a day from 2011, 330 yuan from "
            "2019-01-01.",
            _RULE,
            grade=_AGREED,
            encoded=True,
        ),
    ),
)

CARE: Final = Instrument(
    "CARE",
    Text(
        zh="广西生活护理费和丧葬补助金的计发口径",
        en="Guangxi's base for living-care fees and funeral subsidies",
    ),
    "",
    "",
    (
        _clause(
            "CARE",
            "region",
            "2021年1月1日以后认定的工伤和发生的工亡，护理费、丧葬补助金按全区上年度在岗职工平均工资计发。",
            "For injuries determined and deaths from 2021-01-01, living-care fees and funeral subsidies use the "
            "region's on-post average wage of the year before.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
        _clause(
            "CARE",
            "city",
            "在此之前，按所在市的上年度职工平均工资计发。",
            "Before that, they use the city's average wage of the year before.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
        _clause(
            "CARE",
            "rounding",
            "生活护理费按整元支付，四舍五入；未见明文，由5年公布的数额反推。",
            "Living-care fees are paid in whole yuan, half up; no text was seen, five years of published amounts "
            "reproduce so.",
            _RULE,
            grade=_INFERRED,
            encoded=True,
        ),
    ),
)

MINWAGE: Final = Instrument(
    "MINWAGE",
    Text(zh="广西最低工资标准", en="Guangxi's minimum wages"),
    "桂政发〔2015〕13号、桂政发〔2018〕6号、桂政发〔2020〕1号、桂政发〔2023〕24号等",
    "",
    (
        _clause(
            "MINWAGE",
            "classes",
            "全区分类定标：南宁市各城区为一类，所辖县为三类。",
            "Levels go by class of place: Nanning's urban districts are class 1, its counties class 3.",
            _DEFINITION,
            grade=_EXCERPT,
            encoded=True,
        ),
        _clause(
            "MINWAGE",
            "2015-01",
            "2015年1月起，一类地区每月1400元。",
            "From January 2015, 1,400 yuan a month in class 1.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
        _clause(
            "MINWAGE",
            "2018-02",
            "2018年2月起，四类并为三类，一类地区每月1680元。",
            "From February 2018 four classes become three; 1,680 yuan a month in class 1.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
        _clause(
            "MINWAGE",
            "2020-03",
            "2020年3月起，一类地区每月1810元。",
            "From March 2020, 1,810 yuan a month in class 1.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
        _clause(
            "MINWAGE",
            "2023-11",
            "2023年11月起，一类地区每月1990元。",
            "From November 2023, 1,990 yuan a month in class 1.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
        _clause(
            "MINWAGE",
            "2025-07",
            "2025年7月起，一类地区每月2200元；文号未见。",
            "From July 2025, 2,200 yuan a month in class 1; the number of its notice was not seen.",
            _RULE,
            grade=_AGREED,
            encoded=True,
        ),
    ),
)

COURIERS: Final = Instrument(
    "COURIERS",
    Text(zh="南宁市快递网点缴费口径", en="How Nanning's courier outlets pay"),
    "",
    "",
    (
        _clause(
            "COURIERS",
            "base",
            "工资总额难以确定的快递网点，按人数乘以全区上年度全口径平均工资计费。",
            "Courier outlets whose payroll is hard to use pay by headcount on the region's full-scope average wage of "
            "the year before.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
        _clause(
            "COURIERS",
            "rate",
            "快递网点归入二类行业，基准费率0.4%。",
            "Courier outlets are class 2, with a benchmark rate of 0.4%.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
    ),
)

HOLIDAYS: Final = Instrument(
    "HOLIDAYS",
    Text(zh="广西“三月三”放假规定", en="Guangxi's own days off"),
    "",
    "2014",
    (
        _clause(
            "HOLIDAYS",
            "sanyuesan",
            "自2014年起，除全国法定节假日外，广西“三月三”另放假2天，具体日期由每年的通知确定。",
            "From 2014 Guangxi has two days off of its own for the third of the third lunar month, beside the "
            "national ones; a yearly notice names the dates.",
            _RULE,
            grade=_EXCERPT,
            encoded=True,
        ),
    ),
)
