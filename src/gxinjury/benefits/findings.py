"""What the benefits room finds, refuses, warns of and needs (工伤待遇一章的认定事项), by names that are codes."""

from typing import Final

from gxinjury.errors import OutOfScopeError
from gxinjury.findings import FindingWords, RefusalWords
from gxinjury.texts import Text

__all__ = ["Cautions", "Findings", "Needs", "Refusals"]


class Findings:
    """Found, and told in an answer."""

    pension_capped: Final = FindingWords(
        zh="供养亲属的比例合计 {share}，超过本人工资，合计以 {cap} 元为限；如何分配，条例未规定",
        en="the dependants' shares add up to {share} of the wage and are capped at {cap} yuan in all; how a capped "
        "sum is divided the Regulation does not say",
    )
    shares_rounded_down: Final = FindingWords(
        zh="各人份额四舍五入后合计会超过 {cap} 元的上限，故均舍去分以下的尾数",
        en="rounded half up the shares would come to more than the cap of {cap} yuan, so each is rounded down",
    )
    share_over_before: Final = FindingWords(
        zh="{name}在抚恤金起发之前已不符合供养条件（年满18周岁或者份额已止），未计入",
        en="{name}: the share was over before the pension began (18 already, or ended), and is not counted",
    )
    paid_by_third_party: Final = FindingWords(
        zh="第三人已支付医疗费 {amount} 元，基金不再重复支付；其他待遇不受影响",
        en="a third party has paid {amount} yuan of the costs of treatment, which the fund does not pay again; "
        "other benefits stay",
    )
    commutation_not_settled: Final = FindingWords(
        zh="长期待遇一次性领取的条件和标准，所见文本未作规定，不在此核定；以下仍按月列示，请向经办机构查询",
        en="allowance or pension in one sum: no text seen lays down when and how much, so it is out of scope here; "
        "the monthly amounts stand, and the agency tells the rest",
    )
    needs_how_ended: Final = FindingWords(
        zh="2019年以前项目竣工的，须查明劳动关系如何终止、何时终止",
        en="needs how and when the relation ended: before 2019 completion alone did not say so",
    )
    no_dependants: Final = FindingWords(
        zh="未提供供养亲属，抚恤金未核定", en="no dependant is named, so no pension is settled"
    )
    anchor_taken: Final = FindingWords(
        zh="一次性工亡补助金以{anchor}的上一年度（{year}年）收入计；各地做法不一",
        en="the death subsidy takes the income of the year before {anchor}, {year}; offices differ in the day",
    )
    suitable_post_unknown: Final = FindingWords(
        zh="用人单位有无适当工作尚不清楚；只有难以安排工作的，才发给五、六级伤残津贴",
        en="whether a suitable post exists is not known; grades 5 and 6 draw the allowance only without one",
    )
    suitable_post_found: Final = FindingWords(
        zh="用人单位已安排适当工作，五、六级不发伤残津贴",
        en="the employer has a suitable post, so grades 5 and 6 draw no allowance",
    )
    no_allowance: Final = FindingWords(zh="七至十级不发伤残津贴", en="grades 7 to 10 draw no allowance")
    minimum_wage_not_compared: Final = FindingWords(
        zh="未提供最低工资，未核对伤残津贴是否须补足",
        en="no minimum wage is given, so whether the allowance is topped up was not looked at",
    )
    medical_insurance_on_allowance: Final = FindingWords(
        zh="用人单位和职工以伤残津贴为基数缴纳基本医疗保险费",
        en="employer and worker pay medical insurance on the allowance",
    )
    nursing_by_employer: Final = FindingWords(
        zh="停工留薪期内生活不能自理需要护理的，由用人单位负责",
        en="who needs nursing during the leave is nursed at the employer's charge",
    )
    no_subsidy_for_old_wound: Final = FindingWords(
        zh="退役军人旧伤复发：享受除一次性伤残补助金以外的待遇",
        en="an ex-soldier's old wound: every benefit but the lump-sum disability subsidy",
    )
    relation_kept: Final = FindingWords(
        zh="一至四级保留关系，不发一次性工伤医疗补助金和伤残就业补助金",
        en="grades 1 to 4 keep the relation: neither subsidy is due",
    )
    not_due_on_ground: Final = FindingWords(
        zh="以“{ground}”终止关系的，该等级不发两项补助金",
        en="on this ground ({ground}) neither subsidy is due to the grade",
    )
    medical_only: Final = FindingWords(
        zh="终止时已达到退休年龄的项目职工，只享受一次性工伤医疗补助金",
        en="a project worker at or above retirement age draws the medical subsidy only",
    )
    stopped: Final = FindingWords(zh="{day} 之后停止享受待遇：{ground}", en="benefits stop after {day}: {ground}")
    not_enrolled: Final = FindingWords(
        zh="应参保而未参保，待遇由用人单位支付；补缴之后新发生的费用如何分担，由经办机构核定",
        en="not enrolled as should be: the employer pays the benefits; how costs arising after it pays up are "
        "shared, the agency settles",
    )
    needs_scale: Final = FindingWords(
        zh="需要临近退休的递减比例", en="needs the scale by which the subsidy shrinks near retirement age"
    )


class Refusals:
    """Not answered: what is missing, or who decides."""

    death_after_leave: Final = RefusalWords(
        OutOfScopeError,
        zh="停工留薪期满后死亡而未评为一至四级的，条例第三十九条未作规定；死亡与工伤的关系由经办机构核定",
        en="for a death after paid injury leave of a worker not graded 1 to 4, art. 39 says nothing; what follows "
        "the agency decides",
    )
    not_graded_yet: Final = RefusalWords(
        OutOfScopeError,
        zh="截至 {day} 尚无鉴定结论，须先申请劳动能力鉴定",
        en="no conclusion was made by {day}: work capacity has to be assessed first",
    )
    employer_ends_relation: Final = RefusalWords(
        OutOfScopeError,
        zh="条例只规定职工本人提出（七至十级并及合同期满）的情形；用人单位解除的，两项补助金由经办机构或者仲裁机构认定",
        en="the Regulation names the worker's own wish and, for grades 7 to 10, the contract's expiry; where the "
        "employer ends the relation, the agency or arbitration decides on the subsidies",
    )
    ended_past_retirement: Final = RefusalWords(
        OutOfScopeError,
        zh="终止时已达到退休年龄：所见规定只及于2019年1月1日以后的项目职工，其余由经办机构决定",
        en="ended at or above retirement age: the rules seen speak of project workers from 2019-01-01 only; for "
        "others the agency decides",
    )
    over_age_without_project: Final = RefusalWords(
        OutOfScopeError,
        zh="超过退休年龄且所在项目未参保的，所见文本未作规定，由社会保险行政部门决定",
        en="for an over-age worker whose project is not enrolled no text seen says what holds: the authority does",
    )
    paused_abroad: Final = RefusalWords(
        OutOfScopeError,
        zh="被派往境外并参加当地工伤保险的，国内工伤保险关系中止，待遇由当地保险支付，不在此核定",
        en="posted abroad and insured there, the relation at home is paused: that insurance answers, nothing is "
        "settled here",
    )


class Cautions:
    """What to mind before relying on an answer."""

    day_not_told: Final = Text(
        zh="未说明按哪一日计，按已知最新的规定（自 {first} 起）计；在此之前的，请注明日期",
        en="no day was told: the latest value known is taken, that from {first}; name the day of an earlier case",
    )
    area_not_told: Final = Text(
        zh="未说明该平均工资是南宁市的还是全区的，按所提供的数额计；2023年7月1日起以全区平均工资定上下限",
        en="whose the average is was not told, so it stands as given; from 2023-07-01 the region's sets the limits",
    )
    region_limits: Final = Text(
        zh="2023年7月1日起统筹地区为全自治区，本人工资的上下限以同口径的广西平均工资计，不用南宁市的",
        en="from 2023-07-01 the pooling area is the region: the limits of the own wage are taken from Guangxi's "
        "average of the same series, not from Nanning's",
    )
    few_months: Final = Text(
        zh="只有{months}个月的工资，按现有月份平均；条例未规定不足{usual}个月如何计算，这是实践中的做法",
        en="wages of {months} months only, of which the mean is taken; the Regulation does not say what holds for "
        "fewer than {usual}, this is practice",
    )
    full_scope_of_region: Final = Text(
        zh="全口径平均工资由自治区统一公布，南宁市没有单独的数值",
        en="the full-scope average is published for the region as one; Nanning has none of its own",
    )
    average_stands_in: Final = Text(
        zh="难以按本人工资计发，以职工平均工资为基数；是否属于难以按本人工资计发，由经办机构核定",
        en="the average stands in for an own wage that is hard to use; whether it is, the agency judges",
    )
    anchor_is_given: Final = Text(
        zh="按{anchor}的上一年度计，由使用者选定；各地做法不一，须向经办机构核实",
        en="the year is that of {anchor}, the caller's choice; offices differ, so ask the agency",
    )
    scale_is_given: Final = Text(
        zh="临近退休的比例 {scale} 由使用者提供，所见文本没有该比例",
        en="the scale of {scale} near retirement age is the caller's; no text seen names one",
    )


class Needs:
    """What the amount of a line needs."""

    wage_in_life: Final = Text(zh="需要职工生前的月工资", en="needs the wage that the worker earned in life")
    wage: Final = Text(zh="需要本人工资", en="needs the reference wage")
    original_wage: Final = Text(zh="需要原工资", en="needs the original wage")
    wage_at_termination: Final = Text(
        zh="需要终止关系前12个月的平均工资", en="needs the mean wage of the 12 months before the termination"
    )
    leave_months: Final = Text(zh="需要停工留薪期的月数", en="needs the months of paid injury leave")
    costs: Final = Text(zh="需要目录内的医疗费数额", en="needs the costs of treatment within the catalogues")
    minimum_wage: Final = Text(zh="需要当地最低工资或者其类别", en="needs the local minimum wage, or the place's class")
    pension: Final = Text(zh="需要养老金数额", en="needs the old-age pension")
    determination: Final = Text(
        zh="需要工伤认定日，以确定平均工资的地域", en="needs the day of the determination, which decides the area"
    )
    city_average: Final = Text(
        zh="需要所在市上一年度的职工平均工资", en="needs the city's average wage of the year before"
    )
