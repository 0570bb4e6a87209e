"""National urban disposable income per head (全国城镇居民人均可支配收入): what the death subsidy is a multiple of.

A figure of a year is used for deaths of the next. The value of 2013 is 26,955, as it was then announced: the statistics
bureau later revised it to 26,467, which no subsidy was paid from.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from gxinjury.facts import Yuan
from gxinjury.law.clauses import REG
from gxinjury.law.figures.rows import same, series, yuan_of
from gxinjury.texts import Text
from gxinjury.timelines import Footing

_FROM_2011_TO_2020: Final = "http://wnpump.cn/peichangbiao/9454.html"
_TABLE_2017: Final = "http://www.zgwlaw.com/Html/?1356.html"

URBAN_DISPOSABLE_INCOME: Final = series(
    "urban_disposable_income",
    Text(zh="全国城镇居民人均可支配收入", en="national urban disposable income per head"),
    REG.clause("39"),
    yuan_of(
        2009,
        "17175",
        same("http://m.xjdkctz.com/news/gsbx/795099.html"),
        note=Text(
            zh="只用于新旧条例过渡：2011年支付、2009年发生的事故；现行条例自2011年1月1日施行",
            en="for the transition only: paid in 2011 for accidents of 2009; the revised Regulation is in force from "
            "2011-01-01",
        ),
    ),
    yuan_of(
        2010,
        "19109",
        same("https://chexian.qc188.com/relevant/201301/4458.html"),
        note=Text(
            zh="来源有出入：另有网页把它列为2010年事故的标准；依“上一年度”应为2011年",
            en="sources differ: another page has it for accidents of 2010; by the year before it is that of 2011",
        ),
    ),
    yuan_of(2011, "21810", same("http://www.lawtime.cn/article/lll722485727579oo105108"), on=date(2012, 1, 17)),
    yuan_of(2012, "24565", same("http://m.110.com/flzs/374409.html"), on=date(2013, 1, 18)),
    yuan_of(
        2013,
        "26955",
        same("https://nanchang.baogaosu.com/xinwen/江西一次性工亡补助金今年标准/18784623"),
        note=Text(
            zh="国家统计局其后修订为26467，工亡补助金仍按当时公布的26955",
            en="later revised to 26,467 by the statistics bureau; the death subsidy keeps the 26,955 announced then",
        ),
    ),
    yuan_of(
        2014,
        "28844",
        same("http://shareonl.com/zwfw/zdfw/sb/tzgg/content/post_2820230.html"),
        by=date(2015, 3, 26),
    ),
    yuan_of(2015, "31195", same("http://jgw799www.shxlaw.cn/a/shanxirenda/201602/51839.html"), on=date(2016, 1, 19)),
    yuan_of(2016, "33616", same(_TABLE_2017)),
    yuan_of(2017, "36396", same(_TABLE_2017)),
    yuan_of(2018, "39251", same("https://m.64365.com/wenji/20216")),
    yuan_of(2019, "42359", same(_FROM_2011_TO_2020), on=date(2020, 1, 17)),
    yuan_of(
        2020,
        "43834",
        same("http://chinalawyer1992.com/ShowArticle.shtml?ID=202121021324795493.htm"),
        on=date(2021, 1, 18),
    ),
    yuan_of(2021, "47412", same("https://lanbailawfirm.com/news/newsdetail?id=1072"), on=date(2022, 1, 17)),
    yuan_of(
        2022,
        "49283",
        same("https://www.leb-china.com/portal/article/index/id/1321/cid/8.html"),
        on=date(2023, 1, 17),
    ),
    yuan_of(2023, "51821", same("http://ijulcomnet.com/jf/496062bb79a86ff4.html"), on=date(2024, 1, 17)),
    yuan_of(
        2024,
        "54188",
        same("http://www.jcsign.cn/index.php?a=show&catid=184&id=60033"),
        on=date(2025, 1, 17),
    ),
    yuan_of(
        2025,
        "56502",
        same("https://www.etnet.com.hk/www/tc/stocks/ah_news_detail.php?newsid=ETN360119754"),
        Footing.DERIVED,
        note=Text(
            zh="收入数出自一则报道；20倍即1130040元是推算，未见公布",
            en="the income is from one press report; 20 times it, 1,130,040, is arithmetic, not seen published",
        ),
        on=date(2026, 1, 19),
    ),
)

DEATH_SUBSIDIES: Final[Mapping[int, Yuan]] = MappingProxyType(
    {
        2009: Yuan(Decimal(343500)),
        2010: Yuan(Decimal(382180)),
        2011: Yuan(Decimal(436200)),
        2012: Yuan(Decimal(491300)),
        2013: Yuan(Decimal(539100)),
        2014: Yuan(Decimal(576880)),
        2015: Yuan(Decimal(623900)),
        2016: Yuan(Decimal(672320)),
        2017: Yuan(Decimal(727920)),
        2018: Yuan(Decimal(785020)),
        2019: Yuan(Decimal(847180)),
        2020: Yuan(Decimal(876680)),
        2021: Yuan(Decimal(948240)),
        2022: Yuan(Decimal(985660)),
        2023: Yuan(Decimal(1036420)),
        2024: Yuan(Decimal(1083760)),
        2025: Yuan(Decimal(1130040)),
    }
)
"""The lump-sum death subsidy (一次性工亡补助金) as published, in yuan, by the year of the income that it rests on.

That of the income of 2025 is arithmetic. What is paid is computed from the income; these stand beside it to compare.
"""
