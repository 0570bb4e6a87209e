"""Why a row is refused (不能作答的行): the codes of the reason column, in both languages."""

from types import MappingProxyType
from typing import Final

from gxinjury.texts import Text

LARGEST_FEN: Final = 10**14
"""The largest amount that a frame reckons with, in fen; it is 10^12 yuan."""
LARGEST_WAGE_FEN: Final = 10**11
"""The largest monthly wage that a frame reckons with, in fen; it is 10^9 yuan."""
LARGEST_COUNT: Final = 10**7
"""The largest number of persons or units that a row may hold."""

REASONS: Final = MappingProxyType(
    {
        "not_whole_fen": Text(zh="必须是整分的金额", en="must be an amount on a whole fen"),
        "too_large": Text(zh="超出表格计算的上限", en="must not be above what frames reckon with"),
        "not_positive": Text(zh="必须大于零", en="must be above zero"),
        "zero": Text(zh="不得为零", en="must not be zero"),
        "negative": Text(zh="不得为负", en="must not be negative"),
        "not_a_day": Text(zh="必须是日期，不带时刻", en="must be a day, without a time of day"),
        "year_out_of_range": Text(zh="年份必须介于 1900 与 2199 之间", en="must lie in the years 1900 to 2199"),
        "before_commencement": Text(zh="不得早于合同开工日", en="must not be before the commencement"),
        "before_the_accident": Text(zh="不得早于事故发生之时", en="must not be before the accident"),
        "not_a_whole_number": Text(zh="必须是整数", en="must be a whole number"),
        "not_a_grade": Text(zh="必须是 1 至 10 的伤残等级", en="must be a disability grade, 1 to 10"),
        "not_a_cover_state": Text(
            zh="必须是参保状态的名称（CoverState 的成员）或布尔值", en="must be the name of a CoverState, or a boolean"
        ),
        "not_a_dependency": Text(
            zh="必须是生活自理障碍程度的名称（CareDependency 的成员）", en="must be the name of a CareDependency"
        ),
        "not_a_wage_class": Text(zh="必须是 1 至 4 的最低工资类别", en="must be a class of minimum wages, 1 to 4"),
        "fund_balance_needed": Text(
            zh="所在月份的费率按基金结余可支付月数下调，须提供（fund_balance）",
            en="lies in a period in which the cut went by how long the fund balance lasts: give fund_balance",
        ),
        "not_a_ground": Text(
            zh="必须是终止情形的名称（TerminationGround 的成员）", en="must be the name of a TerminationGround"
        ),
        "project_workers_only": Text(
            zh="为项目竣工的，只适用于按项目参保的职工", en="may be COMPLETION for project workers only"
        ),
        "before_the_injury": Text(zh="不得早于受伤之日", en="must not be before the injury"),
        "ended_by_the_employer": Text(
            zh="为用人单位提出的，两项补助金由经办机构或者仲裁机构认定",
            en="is the employer's wish: the agency or arbitration decides on the subsidies",
        ),
        "past_retirement": Text(
            zh="不晚于终止之日，所见规定未及，由经办机构决定",
            en="is not after the end of the relation, of which no text seen speaks: the agency decides",
        ),
        "no_spouse": Text(zh="没有配偶的，不得为“是”", en="must not be true where there is no spouse"),
        "more_than_the_others": Text(
            zh="不得多于配偶以外的供养亲属人数", en="must not be more than the other dependants"
        ),
        "before_the_first": Text(zh="不得早于首日", en="must not be before the first day"),
        "too_many_months": Text(zh="多于本人工资所取的月数", en="must not be more than the wage is the mean of"),
        "extension_too_long": Text(
            zh="不得超过允许的最长延长日数", en="must not be above the longest extension allowed"
        ),
        "needed_by_the_reading": Text(
            zh="须提供，本次采用的口径按它计算", en="must be given: the law's reading counts by it"
        ),
        "not_in_force": Text(
            zh="之日没有有效或者可用的数值；如有依据，请补充数值及其出处",
            en="is a day for which a figure is not in force or not established; where there is a basis, supply it with "
            "law.with_figure",
        ),
        "paid_after_term": Text(
            zh="晚于合同工期届满，通知未作规定，由经办机构决定",
            en="lies after the contract term, of which the notice says nothing: the agency decides",
        ),
        "agreed_after_term": Text(
            zh="晚于合同工期届满，无从折减，由经办机构决定",
            en="lies after the contract term, so nothing is left to prorate by: the agency decides",
        ),
    }
)
"""Every code that the reason column may hold, told in both languages."""

MUST_NAME_A_COLUMN: Final = Text(zh="必须是表中的列名", en="must name a column of the frame")
MUST_NAME_FEN: Final = Text(zh="列名必须以 _fen 结尾", en="must name a column whose name ends in _fen")
MUST_NAME_EACH_ONCE: Final = Text(zh="列名不得重复", en="must not have two columns of one name")
MUST_BE_AN_AVERAGE: Final = Text(
    zh="必须是职工平均工资（AverageWage）、其口径（AverageSeries）或者列名",
    en="must be an AverageWage, an AverageSeries or the name of a column",
)
MUST_NOT_OVERWRITE: Final = Text(
    zh="已有该列，不会覆盖：给出 suffix= 使答案列另行命名，或者先删去该列",
    en="has a column of that name, which is not overwritten: name the answers apart with suffix=, or drop it first",
)
MUST_BE_A_FRAME: Final = Text(
    zh="必须是 pandas、polars、pyarrow、DuckDB、Dask 或 PySpark 的表",
    en="must be a frame of pandas, polars, pyarrow, DuckDB, Dask or PySpark",
)
MUST_SAY_ITS_UNIT: Final = Text(
    zh="未说明单位：列名以 _fen 或 _yuan 结尾，或者给出 unit='fen' 或 unit='yuan'",
    en="must say its unit: by a name that ends in _fen or _yuan, or by unit='fen' or unit='yuan'",
)
MUST_BE_A_UNIT: Final = Text(zh="必须是 'fen' 或 'yuan'", en="must be 'fen' or 'yuan'")
MUST_BE_MONEY: Final = Text(
    zh="必须是整数、十进制数或落在整分上的浮点数的列",
    en="must be a column of integers, decimals or floats on whole fens",
)
MUST_BE_WHOLE: Final = Text(zh="必须是整数列", en="must be a column of whole numbers")
MUST_BE_DAYS: Final = Text(zh="必须是日期列", en="must be a column of days")
MUST_BE_MOMENTS: Final = Text(zh="必须是带时区的时刻列", en="must be a column of moments with their offset from UTC")
MUST_BE_FLAGS: Final = Text(zh="必须是布尔列", en="must be a column of booleans")
MUST_BE_STATES: Final = Text(
    zh="必须是参保状态名称的文本列（CoverState 的成员）或布尔列",
    en="must be a column of names of CoverState, or of booleans",
)
MUST_BE_DEPENDENCIES: Final = Text(
    zh="必须是生活自理障碍程度名称的文本列（CareDependency 的成员）", en="must be a column of names of CareDependency"
)
MUST_BE_A_GROUND: Final = Text(
    zh="必须是终止情形名称的文本列（TerminationGround 的成员）", en="must be a column of names of TerminationGround"
)
MUST_BE_AN_AVERAGE_OR_NONE: Final = Text(
    zh="必须是职工平均工资（AverageWage）、列名或者不填（None）",
    en="must be an AverageWage, the name of a column or None",
)
MUST_BE_A_WAY: Final = Text(zh="必须是“raise”“flag”，或者不填（None）", en="must be 'raise', 'flag' or None")
NEEDS_CONSENT: Final = Text(
    zh="惰性表不会擅自计算：可现在查验（collect=True），或逐行标注（on_invalid='flag'）",
    en="needs consent on a lazy frame, which is not computed unasked: collect=True looks at the rows now, "
    "on_invalid='flag' keeps them with a reason",
)
FLOATS_NEED_CONSENT: Final = Text(
    zh="是惰性表的浮点列：可现在查验是否落在整分上（collect=True），或逐行标注（on_invalid='flag'）",
    en="is a float column of a lazy frame: collect=True looks now whether its values lie on whole fens, "
    "on_invalid='flag' keeps those that do not with a reason",
)
RESERVED: Final = Text(zh="列名不得以 _gx_ 开头", en="must not start with _gx_: such names are the library's own")
TOO_FINE: Final = Text(
    zh="{figure} 为 {value}：表格只计算不超过 100%、小数不超过 9 位的比例，请逐行使用同名规则",
    en="{figure} is {value}: frames reckon with rates of up to 100% and 9 decimals; use the rule of the same name row "
    "by row",
)
TOO_LARGE: Final = Text(
    zh="中间数值可能超出 64 位整数，不能作答：请逐行使用同名规则",
    en="a step might leave whole numbers of 64 bits, so it is not taken: use the rule of the same name row by row",
)
NEEDS_A_COLUMN: Final = Text(
    zh="须提供，本次采用的口径（{reading}）按它计算", en="must be given: {reading} counts by it"
)
NEEDS_ORDER: Final = Text(
    zh="造价减少抵减其后追加款的（Reduction.NETTED），须按项目、按约定先后计算，请逐个项目使用规则（project_premium）",
    en="Reduction.NETTED sets changes off against each other in their order: use project_premium project by project",
)
MUST_NAME_ONE_AMOUNT: Final = Text(
    zh="须指明一个以 _fen 结尾的答案列：所问给出的不止一列，或者没有",
    en="must name a column of the answer in fen: the question gives several, or none",
)
NOT_WITH_REASONS: Final = Text(
    zh="已有该列：请先删去此前的标注，或者只保留未标注的行",
    en="has a column of that name: drop what was told before, or keep the rows that it says nothing of",
)
OWN_NAMES: Final = Text(
    zh="列名不得以 _study_ 开头", en="must not start with _study_: such names are the library's own"
)
TOO_MANY_GROUPS: Final = Text(zh="该列的不同取值过多，不宜分组", en="has too many different values to group rows by")
MUST_NAME_LAWS: Final = Text(
    zh="必须是名称与规定（Law，其后的也可为 Reform）的对应",
    en="must map names to laws; all but the first may be reforms",
)
TOO_MANY_PARTS: Final = Text(zh="不得多于 6 部分", en="must not be more than 6: all of their combinations are asked")
AND_MORE: Final = Text(zh="（行 {rows}）", en=" (row {rows})")
