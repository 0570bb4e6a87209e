"""The words of the benefits room (工伤待遇一章的词表), in Chinese and English."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.texts import Text

WORDS: Final = Catalogue(
    {
        # wages
        "city_average": Text(zh="南宁市上一年度职工平均工资", en="Nanning's average wage of the year before"),
        "region_average": Text(zh="广西职工平均工资", en="Guangxi's average wage"),
        "nanning_average": Text(zh="该年度南宁市职工平均工资", en="Nanning's average wage of that year"),
        "average_wage_year": Text(zh="平均工资的年度", en="year of the average wage"),
        "reference_wage": Text(zh="本人工资", en="reference wage"),
        "mean_wage": Text(zh="各月缴费工资的平均数", en="mean of the monthly wages"),
        "lowest_wage": Text(zh="本人工资的最低额", en="least that the reference wage can be"),
        "highest_wage": Text(zh="本人工资的最高额", en="most that the reference wage can be"),
        "benefit_base": Text(zh="待遇基数", en="benefit base"),
        "average": Text(zh="职工平均工资", en="average wage"),
        "limiting_average": Text(zh="据以定上下限的平均工资", en="average that limits the wage"),
        "series": Text(zh="平均工资口径", en="series of the average wage"),
        "year": Text(zh="年度", en="year"),
        "wages": Text(zh="各月工资", en="monthly wages"),
        "monthly_wages": Text(zh="各月工资", en="monthly wages"),
        "injured_on": Text(zh="受伤（或者诊断）日", en="injured on"),
        "assessed_on": Text(zh="核定待遇日", en="benefits assessed on"),
        "determined_on": Text(zh="工伤认定日", en="determined on"),
        "paid_on": Text(zh="支付日", en="paid on"),
        "area_not_told": Text(
            zh="未说明该平均工资是南宁市的还是全区的，按所提供的数额计；2023年7月1日起以全区平均工资定上下限",
            en="whose the average is was not told, so it stands as given; from 2023-07-01 the region's sets the limits",
        ),
        "region_limits": Text(
            zh="2023年7月1日起统筹地区为全自治区，本人工资的上下限以同口径的广西平均工资计，不用南宁市的",
            en="from 2023-07-01 the pooling area is the region: the limits of the own wage are taken from Guangxi's "
            "average of the same series, not from Nanning's",
        ),
        "few_months": Text(
            zh="只有{months}个月的工资，按现有月份平均；条例未规定不足{usual}个月如何计算，这是实践中的做法",
            en="wages of {months} months only, of which the mean is taken; the Regulation does not say what holds for "
            "fewer than {usual}, this is practice",
        ),
        "full_scope_of_region": Text(
            zh="全口径平均工资由自治区统一公布，南宁市没有单独的数值",
            en="the full-scope average is published for the region as one; Nanning has none of its own",
        ),
        "average_stands_in": Text(
            zh="难以按本人工资计发，以职工平均工资为基数；是否属于难以按本人工资计发，由经办机构核定",
            en="the average stands in for an own wage that is hard to use; whether it is, the agency judges",
        ),
        # benefits
        "settle_injury": Text(zh="工伤待遇核定", en="settlement"),
        "lump_sum_disability_subsidy": Text(zh="一次性伤残补助金", en="lump-sum disability subsidy"),
        "subsidy_of_grades_1_to_4": Text(zh="一至四级一次性伤残补助金", en="disability subsidy of grades 1 to 4"),
        "subsidy_of_grades_5_and_6": Text(zh="五、六级一次性伤残补助金", en="disability subsidy of grades 5 and 6"),
        "subsidy_of_grades_7_to_10": Text(zh="七至十级一次性伤残补助金", en="disability subsidy of grades 7 to 10"),
        "disability_allowance": Text(zh="伤残津贴", en="disability allowance"),
        "allowance_of_grades_1_to_4": Text(zh="一至四级伤残津贴", en="disability allowance of grades 1 to 4"),
        "allowance_of_grades_5_and_6": Text(zh="五、六级伤残津贴", en="disability allowance of grades 5 and 6"),
        "minimum_wage_top_up": Text(zh="最低工资补足额", en="top-up to the minimum wage"),
        "pension_shortfall": Text(zh="养老金差额", en="shortfall of the old-age pension"),
        "grade_on": Text(zh="计发待遇的伤残等级", en="grade that benefits follow"),
        "living_care_fee": Text(zh="生活护理费", en="living-care fee"),
        "care_fee_rate": Text(zh="生活护理费比例", en="rate of the care fee"),
        "paid_care_fee": Text(zh="实际支付的生活护理费", en="care fee as it is paid"),
        "average_area": Text(zh="平均工资的地域", en="area of the average wage"),
        "paid_injury_leave": Text(zh="停工留薪期", en="paid injury leave"),
        "leave_limit": Text(zh="停工留薪期最后一日", en="last day of the leave by its months"),
        "leave_of": Text(zh="本案停工留薪期", en="paid injury leave of the case"),
        "benefits_on_recurrence": Text(zh="工伤复发的待遇", en="benefits on a recurrence"),
        "due_on_death": Text(zh="因工死亡的待遇", en="due on the death"),
        "funeral_subsidy": Text(zh="丧葬补助金", en="funeral subsidy"),
        "lump_sum_death_subsidy": Text(zh="一次性工亡补助金", en="lump-sum death subsidy"),
        "national_income": Text(zh="上一年度全国城镇居民人均可支配收入", en="national income of the year before"),
        "dependants_pension": Text(zh="供养亲属抚恤金", en="dependants' pension"),
        "dependant_rate": Text(zh="供养亲属的比例", en="share of a dependant"),
        "shares_paid": Text(zh="各人实际支付额", en="shares as they are paid"),
        "missing_span": Text(zh="下落不明职工的发放期间", en="months of wage and pension of a missing worker"),
        "hardship_advance": Text(zh="生活困难预支额", en="paid ahead in hardship"),
        "hospital_meals": Text(zh="住院伙食补助费", en="hospital meals"),
        "meals_of": Text(zh="同一标准的住院伙食补助费", en="meals at one level"),
        "travel_meals": Text(zh="异地就医伙食费", en="meals while travelling"),
        "lodging": Text(zh="异地就医住宿费", en="lodging while travelling"),
        "termination_subsidies": Text(zh="终止关系的两项补助金", en="termination subsidies"),
        "due_to_grades_5_and_6": Text(zh="五、六级应否享受", en="due to grades 5 and 6"),
        "due_to_grades_7_to_10": Text(zh="七至十级应否享受", en="due to grades 7 to 10"),
        "ends_at_completion": Text(zh="可因项目竣工终止", en="ends because the project is completed"),
        "before_retirement": Text(zh="距法定退休年龄", en="time before retirement age"),
        "draws_medical_only": Text(zh="只享受医疗补助金", en="draws the medical subsidy only"),
        "table_day": Text(zh="按哪一日的标准", en="day whose table applies"),
        "counted_wage": Text(zh="计发两项补助金的工资", en="wage that the subsidies are months of"),
        "within_ceiling": Text(zh="不超过上限的工资", en="wage up to the ceiling"),
        "within_floor": Text(zh="不低于下限的工资", en="wage of at least the floor"),
        "medical_subsidy": Text(zh="一次性工伤医疗补助金", en="lump-sum medical subsidy"),
        "employment_subsidy": Text(zh="一次性伤残就业补助金", en="employment subsidy"),
        "surcharge": Text(zh="滞纳金", en="surcharge"),
        "arrears_fine": Text(zh="逾期不缴的罚款", en="fine on arrears"),
        "fraud_fine": Text(zh="骗取待遇的罚款", en="fine on fraud"),
        "bearer_when_not_enrolled": Text(zh="未参保时由谁负担", en="bearer where the worker was not enrolled"),
        "all_on_employer": Text(zh="全部由用人单位支付", en="all paid by the employer"),
        "grounds_to_stop": Text(zh="停止享受待遇的情形", en="grounds to stop"),
        "liable_unit": Text(zh="承担责任的单位", en="liable unit"),
        "domestic_relation": Text(zh="国内工伤保险关系", en="insurance at home"),
        "over_age_covered": Text(zh="超龄人员是否适用", en="over-age worker covered"),
        "injury": Text(zh="工伤个案", en="injury"),
        "grade": Text(zh="伤残等级", en="disability grade"),
        "graded_on": Text(zh="评定伤残等级之日", en="graded on"),
        "conclusions": Text(zh="鉴定结论", en="conclusions"),
        "wage": Text(zh="工资（每月）", en="wage a month"),
        "wage_at_termination": Text(zh="终止关系时的工资（每月）", en="wage at termination a month"),
        "minimum_wage": Text(zh="最低工资（每月）", en="minimum wage a month"),
        "suitable_post": Text(zh="有适当工作可安排", en="a suitable post exists"),
        "allowance": Text(zh="伤残津贴", en="allowance"),
        "pension": Text(zh="养老金（每月）", en="old-age pension a month"),
        "on": Text(zh="按哪一日的数额", en="figures of"),
        "day": Text(zh="日期", en="day"),
        "days": Text(zh="期间", en="days"),
        "dependency": Text(zh="生活自理障碍", en="care dependency"),
        "fee": Text(zh="取整前的护理费", en="fee before rounding"),
        "months": Text(zh="月数", en="months"),
        "extension_months": Text(zh="延长月数", en="months of extension"),
        "treatment_confirmed": Text(zh="确认需要治疗", en="treatment confirmed as needed"),
        "treatment": Text(zh="目录内医疗费", en="costs of treatment"),
        "stay": Text(zh="住院期间", en="stay in hospital"),
        "receipts": Text(zh="票据", en="receipts"),
        "pension_spans": Text(zh="供养亲属抚恤金分段", en="dependants' pension by days"),
        "dependant_days": Text(zh="供养亲属享受期间", en="days of a dependant's share"),
        "pension_cap": Text(zh="抚恤金合计上限", en="cap on the pension"),
        "wage_in_life": Text(zh="生前月工资", en="wage in life a month"),
        "treatment_left": Text(zh="第三人支付后的医疗费", en="costs of treatment that are left"),
        "third_party_paid": Text(zh="第三人已支付的医疗费", en="paid by a third party"),
        "completed_on": Text(zh="项目竣工日", en="project completed on"),
        "worker_may_end": Text(zh="职工可因项目竣工终止关系", en="worker may end it at completion"),
        "within_leave": Text(zh="当场或者在停工留薪期内死亡", en="died at once or within the leave"),
        "anchor": Text(zh="工亡补助金按哪一日的上一年度计", en="day that decides the year"),
        "anchored_on": Text(zh="选定的日期", en="that day"),
        "income": Text(zh="人均可支配收入", en="income per head"),
        "death_subsidy": Text(zh="一次性工亡补助金", en="death subsidy"),
        "dependant": Text(zh="供养亲属", en="dependant"),
        "dependants": Text(zh="供养亲属", en="dependants"),
        "divide": Text(zh="超过上限时按比例分配", en="divide a capped sum"),
        "shares": Text(zh="各人份额", en="shares"),
        "cap": Text(zh="上限", en="cap"),
        "missing_since": Text(zh="事故发生日", en="missing since"),
        "pension_from": Text(zh="抚恤金起发日", en="pension from"),
        "ended_on": Text(zh="终止关系日", en="relation ended on"),
        "ground": Text(zh="终止情形", en="ground"),
        "retires_on": Text(zh="达到退休年龄日", en="reaches retirement age on"),
        "scale": Text(zh="递减后的比例", en="scale near retirement"),
        "project_worker": Text(zh="按项目参保", en="project worker"),
        "table_of": Text(zh="取该日的标准", en="table of"),
        "table": Text(zh="标准", en="table"),
        "insured_abroad": Text(zh="已参加境外工伤保险", en="insured abroad"),
        "conditions_lost": Text(zh="丧失享受条件", en="conditions lost"),
        "assessment_refused": Text(zh="拒不接受鉴定", en="assessment refused"),
        "treatment_refused": Text(zh="拒绝治疗", en="treatment refused"),
        "event": Text(zh="单位变动或者用工情形", en="what became of the unit"),
        "project_enrolled": Text(zh="所在项目已参保", en="project enrolled"),
        "arrears": Text(zh="欠缴额", en="arrears"),
        "defaulted_on": Text(zh="欠缴首日", en="first day in default"),
        "project_premium": Text(zh="按项目参保的保险费", en="premium of a project"),
        "obtained": Text(zh="骗取的数额", en="obtained"),
        "arising_on": Text(zh="费用发生日", en="arising on"),
        "paid_up_on": Text(zh="补缴日", en="paid up on"),
        "lines": Text(zh="待遇明细", en="lines"),
        # findings on benefits
        "pension_capped": Text(
            zh="供养亲属的比例合计 {share}，超过本人工资，合计以 {cap} 元为限；如何分配，条例未规定",
            en="the dependants' shares add up to {share} of the wage and are capped at {cap} yuan in all; how a capped "
            "sum is divided the Regulation does not say",
        ),
        "shares_rounded_down": Text(
            zh="各人份额四舍五入后合计会超过 {cap} 元的上限，故均舍去分以下的尾数",
            en="rounded half up the shares would come to more than the cap of {cap} yuan, so each is rounded down",
        ),
        "share_over_before": Text(
            zh="{name}在抚恤金起发之前已不符合供养条件（年满18周岁或者份额已止），未计入",
            en="{name}: the share was over before the pension began (18 already, or ended), and is not counted",
        ),
        "paid_by_third_party": Text(
            zh="第三人已支付医疗费 {amount} 元，基金不再重复支付；其他待遇不受影响",
            en="a third party has paid {amount} yuan of the costs of treatment, which the fund does not pay again; "
            "other benefits stay",
        ),
        "commutation_not_settled": Text(
            zh="长期待遇一次性领取的条件和标准，所见文本未作规定，不在此核定；以下仍按月列示，请向经办机构查询",
            en="allowance or pension in one sum: no text seen lays down when and how much, so it is out of scope here; "
            "the monthly amounts stand, and the agency tells the rest",
        ),
        "needs_how_ended": Text(
            zh="2019年以前项目竣工的，须查明劳动关系如何终止、何时终止",
            en="needs how and when the relation ended: before 2019 completion alone did not say so",
        ),
        "needs_wage_in_life": Text(zh="需要职工生前的月工资", en="needs the wage that the worker earned in life"),
        "no_dependants": Text(zh="未提供供养亲属，抚恤金未核定", en="no dependant is named, so no pension is settled"),
        "anchor_taken": Text(
            zh="一次性工亡补助金以{anchor}的上一年度（{year}年）收入计；各地做法不一",
            en="the death subsidy takes the income of the year before {anchor}, {year}; offices differ in the day",
        ),
        "suitable_post_unknown": Text(
            zh="用人单位有无适当工作尚不清楚；只有难以安排工作的，才发给五、六级伤残津贴",
            en="whether a suitable post exists is not known; grades 5 and 6 draw the allowance only without one",
        ),
        "suitable_post_found": Text(
            zh="用人单位已安排适当工作，五、六级不发伤残津贴",
            en="the employer has a suitable post, so grades 5 and 6 draw no allowance",
        ),
        "no_allowance": Text(zh="七至十级不发伤残津贴", en="grades 7 to 10 draw no allowance"),
        "minimum_wage_not_compared": Text(
            zh="未提供最低工资，未核对伤残津贴是否须补足",
            en="no minimum wage is given, so whether the allowance is topped up was not looked at",
        ),
        "medical_insurance_on_allowance": Text(
            zh="用人单位和职工以伤残津贴为基数缴纳基本医疗保险费",
            en="employer and worker pay medical insurance on the allowance",
        ),
        "nursing_by_employer": Text(
            zh="停工留薪期内生活不能自理需要护理的，由用人单位负责",
            en="who needs nursing during the leave is nursed at the employer's charge",
        ),
        "no_subsidy_for_old_wound": Text(
            zh="退役军人旧伤复发：享受除一次性伤残补助金以外的待遇",
            en="an ex-soldier's old wound: every benefit but the lump-sum disability subsidy",
        ),
        "relation_kept": Text(
            zh="一至四级保留关系，不发一次性工伤医疗补助金和伤残就业补助金",
            en="grades 1 to 4 keep the relation: neither subsidy is due",
        ),
        "not_due_on_ground": Text(
            zh="以“{ground}”终止关系的，该等级不发两项补助金",
            en="on this ground ({ground}) neither subsidy is due to the grade",
        ),
        "medical_only": Text(
            zh="终止时已达到退休年龄的项目职工，只享受一次性工伤医疗补助金",
            en="a project worker at or above retirement age draws the medical subsidy only",
        ),
        "stopped": Text(zh="{day} 之后停止享受待遇：{ground}", en="benefits stop after {day}: {ground}"),
        "not_enrolled": Text(
            zh="应参保而未参保，待遇由用人单位支付；补缴之后新发生的费用如何分担，由经办机构核定",
            en="not enrolled as should be: the employer pays the benefits; how costs arising after it pays up are "
            "shared, the agency settles",
        ),
        # what a line of a settlement needs
        "needs_wage": Text(zh="需要本人工资", en="needs the reference wage"),
        "needs_original_wage": Text(zh="需要原工资", en="needs the original wage"),
        "needs_wage_at_termination": Text(
            zh="需要终止关系前12个月的平均工资", en="needs the mean wage of the 12 months before the termination"
        ),
        "needs_leave_months": Text(zh="需要停工留薪期的月数", en="needs the months of paid injury leave"),
        "needs_costs": Text(zh="需要目录内的医疗费数额", en="needs the costs of treatment within the catalogues"),
        "needs_minimum_wage": Text(
            zh="需要当地最低工资或者其类别", en="needs the local minimum wage, or the place's class"
        ),
        "needs_pension": Text(zh="需要养老金数额", en="needs the old-age pension"),
        "needs_determination": Text(
            zh="需要工伤认定日，以确定平均工资的地域", en="needs the day of the determination, which decides the area"
        ),
        "needs_city_average": Text(
            zh="需要所在市上一年度的职工平均工资", en="needs the city's average wage of the year before"
        ),
        "needs_scale": Text(
            zh="需要临近退休的递减比例", en="needs the scale by which the subsidy shrinks near retirement age"
        ),
        # cautions and refusals on benefits
        "anchor_is_given": Text(
            zh="按{anchor}的上一年度计，由使用者选定；各地做法不一，须向经办机构核实",
            en="the year is that of {anchor}, the caller's choice; offices differ, so ask the agency",
        ),
        "scale_is_given": Text(
            zh="临近退休的比例 {scale} 由使用者提供，所见文本没有该比例",
            en="the scale of {scale} near retirement age is the caller's; no text seen names one",
        ),
        "death_after_leave": Text(
            zh="停工留薪期满后死亡而未评为一至四级的，条例第三十九条未作规定；死亡与工伤的关系由经办机构核定",
            en="for a death after paid injury leave of a worker not graded 1 to 4, art. 39 says nothing; what follows "
            "the agency decides",
        ),
        "not_graded_yet": Text(
            zh="截至 {day} 尚无鉴定结论，须先申请劳动能力鉴定",
            en="no conclusion was made by {day}: work capacity has to be assessed first",
        ),
        "employer_ends_relation": Text(
            zh="条例只规定职工本人提出或者合同期满的情形；用人单位解除的，两项补助金由经办机构或者仲裁机构认定",
            en="the Regulation names the worker's own wish and the contract's expiry; where the employer ends the "
            "relation, the agency or arbitration decides on the subsidies",
        ),
        "ended_past_retirement": Text(
            zh="终止时已达到退休年龄：所见规定只及于2019年1月1日以后的项目职工，其余由经办机构决定",
            en="ended at or above retirement age: the rules seen speak of project workers from 2019-01-01 only; for "
            "others the agency decides",
        ),
        "over_age_without_project": Text(
            zh="超过退休年龄且所在项目未参保的，所见文本未作规定，由社会保险行政部门决定",
            en="for an over-age worker whose project is not enrolled no text seen says what holds: the authority does",
        ),
        "paused_abroad": Text(
            zh="被派往境外并参加当地工伤保险的，国内工伤保险关系中止，待遇由当地保险支付，不在此核定",
            en="posted abroad and insured there, the relation at home is paused: that insurance answers, nothing is "
            "settled here",
        ),
    }
)
