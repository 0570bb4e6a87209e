"""Average wages (职工平均工资): on-post, urban non-private, private and full-scope, of Nanning and of Guangxi.

They differ by up to 40 %: one never stands in for another. A figure of a year is announced in the middle of the next.
"""

from datetime import date
from typing import Final

from gxinjury.facts import Yuan
from gxinjury.law.clauses import COURIERS, NN, REG
from gxinjury.law.figures.rows import missing, same, series, yuan_of
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing

_SECONDARY, _DERIVED = Footing.SECONDARY, Footing.DERIVED

# Sources that several rows share.
_PANEL: Final = Text(
    zh="城市统计年鉴汇编面板（GitHub：STVBaf/data-analysis-project 的 data/job_data.csv，@d56fb238；"
    "DuHe1123/phd_projects 的 rawData/ChinaStatisticYearbook19902023.csv，@728958d0）",
    en="panel compiled from city yearbooks (GitHub: STVBaf/data-analysis-project, data/job_data.csv, @d56fb238; "
    "DuHe1123/phd_projects, rawData/ChinaStatisticYearbook19902023.csv, @728958d0)",
)
_PENSION: Final = Text(
    zh="养老金计算工具所附的历年月平均工资（GitHub：liubigfatty/pension-calculator 的 "
    "cloudfunctions/calculate/provinces/guangxi.js，@dba9b78b），乘以12",
    en="monthly averages kept in a pension calculator (GitHub: liubigfatty/pension-calculator, "
    "cloudfunctions/calculate/provinces/guangxi.js, @dba9b78b), times 12",
)
_FULL_SCOPE: Final = Text(
    zh="养老金计算工具的核对报告（GitHub：liubigfatty/pension-calculator 的 docs/04-开发，@dba9b78b）",
    en="report on a pension calculator's figures (GitHub: liubigfatty/pension-calculator, docs/04-开发, @dba9b78b)",
)
_STATISTICS_2023: Final = "http://tj.nanning.gov.cn/tjsj/tjxx/t5951956.html"
_BUREAU_2019: Final = "http://5728338.com/ZuiDiGongZi/913404.html"
_BUREAU_2020: Final = "http://beingfitandhealthyrocks.com/zixun/neirong/60266.html"
_BUREAU_2021: Final = "http://jjchem.net/gjhg/202303/0328241006.html"
_PRESS_2022: Final = "http://www.pgd10.com/news/2023/0527/124885.html"
_YEARBOOK_2024: Final = "https://wxredian.com/art?id=191cd31f2f177ac4117a5c9a0e19f70e"
_TABLE_2016: Final = "http://sdguolu88.com/shebao/zhengce/684081.html"
_FLOOR_2020: Final = "https://cnq.net/baoxianzhishi/78733.html"

# Notes that several rows share.
_ONE_ORIGIN: Final = Text(
    zh="取自汇编面板：两份副本一致，但同出一源；未见该年的公布通知",
    en="from a compiled panel: two copies agree but share one origin; no notice was seen for the year",
)
_CHECKED_BY_CAP: Final = Text(
    zh="取自汇编面板，并与另行公布的公积金缴存上限相符",
    en="from a compiled panel, and in accord with the housing-fund cap, which was published apart from it",
)
_CHECKED_SERIES: Final = Text(
    zh="取自汇编序列：其中五个年份（2005、2007、2009、2015、2016）与公布数一致",
    en="from a compiled series, which agrees with the published values of five years (2005, 2007, 2009, 2015, 2016)",
)

_MID_2017: Final = date(2017, 7, 5)
_JUNE_2021: Final = date(2021, 6, 4)
_JUNE_2022: Final = date(2022, 6, 2)
_MAY_2023: Final = date(2023, 5, 26)
_JUNE_2024: Final = date(2024, 6, 24)
_BY_NOVEMBER_2024: Final = date(2024, 11, 16)


def _panel(year: int, value: str, note: Text = _ONE_ORIGIN, by: date | None = None) -> Entry[Yuan]:
    return yuan_of(year, value, _PANEL, _SECONDARY, note=note, by=by)


def _pension(year: int, value: str, note: Text = _CHECKED_SERIES) -> Entry[Yuan]:
    return yuan_of(year, value, _PENSION, _SECONDARY, note=note)


NANNING_ON_POST: Final = series(
    "nanning_on_post",
    Text(zh="南宁市城镇单位在岗职工年平均工资", en="average annual wage (Nanning, on-post staff of urban units)"),
    NN.clause("5.2"),
    _panel(2000, "8729"),
    _panel(2001, "10288.46"),
    _panel(2002, "12130.72"),
    _panel(2003, "13171.41"),
    _panel(2004, "15448.19"),
    _panel(2005, "17521.02"),
    _panel(2006, "20651.91"),
    _panel(2007, "24790.83"),
    _panel(2008, "29375.96"),
    _panel(2009, "32596.13"),
    yuan_of(
        2010,
        "37042",
        same("南公积金通字〔2011〕2号", "https://chaoshi.m.zjtcn.com/classifydetails/678653.html"),
        note=Text(
            zh="来源有出入：公积金通知为37042（南宁市辖区内在岗职工），汇编面板为37039.89",
            en="sources differ: 37,042 in the housing fund's notice (on-post staff within the city), 37,039.89 in the "
            "compiled panel",
        ),
        by=date(2011, 12, 31),
    ),
    yuan_of(
        2011,
        "40120",
        same("https://hrlib.ciic-cloud.cn/news/info?id=01hb5hj9ep6c2wmngv8bhtgwf4"),
        note=Text(
            zh="来源有出入：公积金通知全文为40120（南宁市辖区内在岗职工），汇编面板为40118.93",
            en="sources differ: 40,120 in the full text of the housing fund's notice (on-post staff within the city), "
            "40,118.93 in the compiled panel",
        ),
        on=date(2012, 6, 7),
    ),
    yuan_of(
        2012,
        "46717",
        same(
            "http://bd.zhijia.com/app/print.php?contentid=28949",
            "http://news.nn.fang.com/2013-07-09/10479699.htm",
        ),
        note=Text(
            zh="来源相互矛盾：报道的公积金通知为46717（南宁市辖区内在岗职工，公积金实际采用），汇编面板为44144.24",
            en="sources contradict each other: 46,717 in the press on the housing fund's notice (on-post staff within "
            "the city; the fund used it), 44,144.24 in the compiled panel",
        ),
        by=date(2013, 7, 9),
    ),
    _panel(2013, "49554.97"),
    _panel(
        2014,
        "54330.28",
        Text(
            zh="取自汇编面板，未见公布通知；面板中2013至2015年的职工人数起落很大（67、93、73万人），口径存疑",
            en="from a compiled panel, no notice was seen; its headcount jumps in 2013 to 2015 (670, 930, 730 "
            "thousand), so its scope is doubtful",
        ),
    ),
    _panel(
        2015,
        "66749",
        Text(
            zh="取自汇编面板；公积金2016年7月起的上限15955元折合63820元，系另一口径",
            en="from a compiled panel; the housing-fund cap of 15,955 from July 2016 comes to 63,820, of another scope",
        ),
    ),
    _panel(2016, "68560"),
    _panel(2017, "75481"),
    _panel(
        2018,
        "83452",
        Text(
            zh="取自汇编面板；另有由公积金上限20067元折算的80268，该上限的口径从未说明，故不采用",
            en="from a compiled panel; 80,268 can be worked back from the housing-fund cap of 20,067, whose scope was "
            "never stated, and is not used",
        ),
    ),
    _panel(2019, "90986", _CHECKED_BY_CAP),
    _panel(2020, "97079", _CHECKED_BY_CAP, by=date(2021, 7, 24)),
    _panel(2021, "103013", _CHECKED_BY_CAP, by=date(2022, 6, 22)),
    yuan_of(
        2022,
        "107581",
        same(_STATISTICS_2023, "https://shebao100.cn/pedia/pl_61449.html"),
        _DERIVED,
        note=Text(
            zh="由2023年的112501减去公布的增加额4920得出；公积金上限26895元（=107581÷4）与之相符",
            en="112,501 of 2023 less the published increase of 4,920; the housing-fund cap of 26,895 is a quarter",
        ),
        by=date(2023, 6, 27),
    ),
    yuan_of(
        2023,
        "112501",
        same(_STATISTICS_2023, "http://www.liangqing.gov.cn/zwfw/bmfw/bzxzfsq/gjj/xgzc/t5988696.html"),
        on=_JUNE_2024,
    ),
    yuan_of(
        2024,
        "112080",
        Text(
            zh="公积金缴存上限28020元（南金规〔2025〕3号；"
            "GitHub：polarsta/gjj-policy-watch 的 data/batch_1.json，@55125a1）",
            en="housing-fund cap of 28,020 (南金规〔2025〕3号; GitHub: polarsta/gjj-policy-watch, data/batch_1.json, "
            "@55125a1)",
        ),
        _DERIVED,
        note=Text(
            zh="由公积金上限28020元乘以4推算，实际值在112078至112083之间；以2020至2024年的口径不变为前提，2025年通知未见",
            en="the housing-fund cap of 28,020 times 4, the true value lying from 112,078 to 112,083; it presumes the "
            "rule of the notices of 2020 to 2024, that of 2025 was not seen",
        ),
        by=date(2025, 9, 4),
    ),
    missing(2025),
)

NANNING_NON_PRIVATE: Final = series(
    "nanning_non_private",
    Text(
        zh="南宁市城镇非私营单位就业人员年平均工资",
        en="average annual wage (Nanning, persons employed in urban non-private units)",
    ),
    NN.clause("5.2"),
    missing(2015, 2016, 2017, 2018, 2020, 2024, 2025),
    yuan_of(2019, "86632", same(_BUREAU_2019)),
    yuan_of(2021, "97978", same(_BUREAU_2021), on=_JUNE_2022),
    yuan_of(2022, "103755", same(_PRESS_2022), on=_MAY_2023),
    yuan_of(2023, "108502", same(_STATISTICS_2023), on=_JUNE_2024),
)

GUANGXI_ON_POST: Final = series(
    "guangxi_on_post",
    Text(zh="广西城镇单位在岗职工年平均工资", en="average annual wage (Guangxi, on-post staff of urban units)"),
    REG.clause("64"),
    yuan_of(
        2007,
        "21900",
        same("http://shaduren.com/index.php/knowledge/detailed-92399.html"),
        _DERIVED,
        note=Text(
            zh="由2008年道路交通事故赔偿标准所载月平均1825元乘以12，已经取整",
            en="the monthly 1,825 of the traffic-damages table of 2008 times 12, rounded there",
        ),
    ),
    yuan_of(
        2009,
        "28302",
        same("https://m.findlaw.cn/lawyers/article/d20605.html"),
        _DERIVED,
        note=Text(
            zh="由赔偿标准所载月平均2358.5元乘以12；养老金计算工具所载相同",
            en="the monthly 2,358.5 of a damages table times 12; a pension calculator has the same",
        ),
    ),
    _pension(2010, "31842"),
    _pension(
        2011,
        "34064",
        Text(
            zh="来源相互矛盾：汇编序列为34064，2013年道路交通事故赔偿标准的月平均2846元折合34152",
            en="sources contradict each other: 34,064 in the compiled series, 34,152 from the monthly 2,846 of the "
            "traffic-damages table of 2013",
        ),
    ),
    _pension(2012, "37614"),
    _pension(2013, "42637"),
    _pension(2014, "46846"),
    _pension(
        2015,
        "54983",
        Text(
            zh="取自汇编序列；2016年公布的赔偿标准月平均4582元与之相符",
            en="from a compiled series; the monthly 4,582 of the table published in 2016 agrees",
        ),
    ),
    yuan_of(2016, "60239", same(_TABLE_2016), by=_MID_2017),
    _pension(2017, "66456"),
    yuan_of(2019, "79516", same(_BUREAU_2019)),
    yuan_of(
        2020,
        "86111",
        same(_BUREAU_2020, "http://www.waytron.com.cn/dianshang/2022-06/1030741.html"),
        on=_JUNE_2021,
    ),
    yuan_of(2021, "91369", same(_BUREAU_2021), on=_JUNE_2022),
    yuan_of(2022, "94766", same("https://gxdadi.com/jiuye/6694.html")),
    yuan_of(
        2023,
        "98807",
        Text(
            zh="公布的2024年生活护理费增加额（168、135、101元）",
            en="published increases of the living-care fees of 2024 (168, 135, 101 yuan)",
        ),
        _DERIVED,
        note=Text(
            zh="由护理费增加额反推，只能确定在98805至98809之间",
            en="worked back from the care fees; no more than the range from 98,805 to 98,809 is established",
        ),
    ),
    missing(2008, 2018, 2024, 2025),
)

GUANGXI_NON_PRIVATE: Final = series(
    "guangxi_non_private",
    Text(
        zh="广西城镇非私营单位就业人员年平均工资",
        en="average annual wage (Guangxi, persons employed in urban non-private units)",
    ),
    REG.clause("64"),
    yuan_of(2014, "45424", same("http://southmoney.com/shuju/hysj/201506/357829.html")),
    yuan_of(2015, "52982", same(_TABLE_2016), by=_MID_2017),
    yuan_of(2016, "57878", same(_TABLE_2016), by=_MID_2017),
    yuan_of(
        2018,
        "70606",
        same(_BUREAU_2019),
        _DERIVED,
        note=Text(
            zh="由76479减去5873得出；养老金计算工具把同一数误列为在岗职工平均工资",
            en="76,479 less 5,873; a pension calculator has the same number in a series of on-post averages, which it "
            "is not",
        ),
    ),
    yuan_of(2019, "76479", same(_BUREAU_2019)),
    yuan_of(2020, "82751", same("http://www.waytron.com.cn/dianshang/2022-06/1030741.html"), on=_JUNE_2021),
    yuan_of(2021, "88170", same(_BUREAU_2021), on=_JUNE_2022),
    yuan_of(2022, "92066", same(_PRESS_2022), on=_MAY_2023),
    yuan_of(2023, "96184", same(_YEARBOOK_2024), by=_BY_NOVEMBER_2024),
    yuan_of(
        2024,
        "96547",
        Text(
            zh="引用自治区统计局网页的地区数据文件（https://tjj.gxzf.gov.cn/qta/sjfbjjda/xwfba/t22621461.shtml）",
            en="regional data file that cites the statistics bureau "
            "(https://tjj.gxzf.gov.cn/qta/sjfbjjda/xwfba/t22621461.shtml)",
        ),
        _SECONDARY,
        note=Text(zh="仅此一处，所引网页未见", en="a single source, and the page that it cites was not seen"),
    ),
    missing(2013, 2017, 2025),
)

GUANGXI_PRIVATE: Final = series(
    "guangxi_private",
    Text(
        zh="广西城镇私营单位就业人员年平均工资",
        en="average annual wage (Guangxi, persons employed in urban private units)",
    ),
    REG.clause("64"),
    yuan_of(2016, "36089", same(_TABLE_2016), by=_MID_2017),
    yuan_of(
        2018,
        "39948",
        same(_BUREAU_2020),
        _DERIVED,
        note=Text(zh="由42949减去3001得出", en="42,949 less 3,001"),
    ),
    yuan_of(2019, "42949", same(_BUREAU_2020)),
    yuan_of(2020, "45238", same(_BUREAU_2020), on=_JUNE_2021),
    yuan_of(2021, "48494", same(_BUREAU_2021), on=_JUNE_2022),
    yuan_of(2022, "49951", same(_PRESS_2022), on=_MAY_2023),
    yuan_of(2023, "51527", same(_YEARBOOK_2024), by=_BY_NOVEMBER_2024),
    missing(2017, 2024, 2025),
)

GUANGXI_FULL_SCOPE: Final = series(
    "guangxi_full_scope",
    Text(
        zh="广西全口径城镇单位就业人员年平均工资",
        en="average annual wage (Guangxi, full-scope, persons employed in urban units)",
    ),
    COURIERS.clause("base"),
    yuan_of(
        2018,
        "59102",
        same(_FLOOR_2020),
        _DERIVED,
        note=Text(
            zh="由2020年通知为企业保留的下限2955.10元（=4925.17元的60%）反推，以该下限即2019年下限为前提",
            en="worked back from the floor of 2,955.10 that the notice of 2020 kept for enterprises (60% of 4,925.17 a "
            "month); it presumes that this is the floor of 2019",
        ),
    ),
    yuan_of(2019, "63078", same("桂人社发〔2020〕35号", _FLOOR_2020), by=date(2020, 12, 31)),
    yuan_of(2020, "69832", _FULL_SCOPE, _SECONDARY),
    yuan_of(
        2021,
        "74362",
        Text(
            zh=f"{_FULL_SCOPE.zh}，列桂人社发〔2022〕31号",
            en=f"{_FULL_SCOPE.en}, which lists 桂人社发〔2022〕31号",
        ),
        _SECONDARY,
        by=date(2022, 12, 31),
    ),
    yuan_of(
        2022,
        "77268",
        Text(
            zh=f"{_FULL_SCOPE.zh}，列桂人社发〔2023〕61号",
            en=f"{_FULL_SCOPE.en}, which lists 桂人社发〔2023〕61号",
        ),
        _SECONDARY,
        on=date(2023, 7, 17),
    ),
    yuan_of(
        2023,
        "81070",
        Text(
            zh=f"{_FULL_SCOPE.zh}，列桂人社发〔2024〕41号",
            en=f"{_FULL_SCOPE.en}, which lists 桂人社发〔2024〕41号",
        ),
        _SECONDARY,
        by=date(2024, 12, 31),
    ),
    yuan_of(
        2024,
        "82860",
        Text(
            zh=f"{_FULL_SCOPE.zh}；桂人社发〔2025〕42号（http://rst.gxzf.gov.cn/zwgk/xxgkzcfg/fgfxlm/t25983863.shtml）",
            en=f"{_FULL_SCOPE.en}; 桂人社发〔2025〕42号 (http://rst.gxzf.gov.cn/zwgk/xxgkzcfg/fgfxlm/t25983863.shtml)",
        ),
        _SECONDARY,
        on=date(2025, 9, 18),
    ),
    yuan_of(
        2025,
        "84096",
        Text(
            zh="桂人社发〔2026〕32号的上下限（养老金计算工具的测试数据所载）",
            en="limits of 桂人社发〔2026〕32号, as kept in the test data of a pension calculator",
        ),
        _DERIVED,
        note=Text(
            zh="由上限21024元、下限4204.80元推得每月7008元再乘以12，实际值在84090至84102之间；通知原文未见",
            en="7,008 a month from the limits of 21,024 and 4,204.80, times 12, the true value lying from 84,090 to "
            "84,102; the text of the notice was not seen",
        ),
        by=date(2026, 9, 30),
    ),
)
