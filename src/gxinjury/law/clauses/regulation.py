"""Regulation on Work-Related Injury Insurance (工伤保险条例), as revised and in force from 2011-01-01.

A clause is an article, or a numbered paragraph or item of one: ``17.4`` is the fourth paragraph of article 17.
"""

from typing import Final

from gxinjury.citations import Clause, Instrument, Status
from gxinjury.texts import Text

_RULE, _RECORD, _DUTY = Status.RULE, Status.RECORD, Status.DUTY
_DEFINITION = Status.DEFINITION


def _clause(number: str, zh: str, en: str, *status: Status, encoded: bool = False) -> Clause:
    return Clause("REG", number, Text(zh=zh, en=en), status, encoded)


REG: Final = Instrument(
    "REG",
    Text(zh="工伤保险条例", en="Regulation on Work-Related Injury Insurance"),
    "国务院令第375号，第586号修订",
    "2010-12-20",
    (
        _clause(
            "10",
            "工伤保险费由用人单位按工资总额乘以单位费率缴纳，职工个人不缴。"
            "难以按工资总额计缴的行业，办法另由国务院主管部门规定；按项目计费即由此而来。",
            "The employer pays the premium, payroll times its rate, and the worker pays nothing. For trades that can "
            "hardly pay on payroll the State Council's department sets the method: the root of the project premium.",
            _RULE,
        ),
        _clause(
            "14",
            "应当认定为工伤的七种情形。",
            "Seven cases are determined to be work injuries.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "14.1",
            "上班时间在工作场所，因工作原因出事故受伤。",
            "An accident in working time, at the workplace, by a work cause.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "14.2",
            "上班前后在工作场所做准备或者收尾工作时出事故受伤。",
            "An accident at the workplace before or after working time, while preparing or finishing the work.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "14.3",
            "上班时间在工作场所，因履行职责遭受暴力等意外伤害。",
            "Violence or another mishap suffered in working time at the workplace for doing one's duty.",
            _RULE,
            encoded=True,
        ),
        _clause("14.4", "患职业病。", "An occupational disease.", _RULE, encoded=True),
        _clause(
            "14.5",
            "因公外出，由于工作原因受伤或者出事故后下落不明。",
            "Away on work: hurt by a work cause, or missing in an accident.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "14.6",
            "上下班路上遇交通事故且本人不负主要以上责任，或者遇城市轨道交通、客运轮渡、火车事故受伤。",
            "Commuting: a traffic accident that is not mainly one's own fault, or an accident of urban rail, "
            "passenger ferry or train.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "14.7",
            "法律、行政法规另外规定的工伤情形。",
            "Other cases that laws and administrative regulations name.",
            _RULE,
            encoded=True,
        ),
        _clause("15", "视同工伤的三种情形。", "Three cases are deemed work injuries.", _RULE, encoded=True),
        _clause(
            "15.1",
            "上班时间在岗位上突然发病，当场死亡或者48小时内抢救无效死亡。",
            "Sudden illness in working time and at the post, with death at once or within 48 hours after failed "
            "rescue.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "15.2",
            "抢险救灾等维护国家和公共利益的活动中受伤。",
            "An injury in disaster relief or another act for the public interest.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "15.3",
            "因战、因公致残的退役军人到单位后旧伤复发；除一次性伤残补助金外，其他待遇照享。",
            "The old wound of a disabled ex-soldier breaks out again at work: every benefit but the lump-sum "
            "disability subsidy.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "16",
            "虽合前两条，仍不算工伤的三种情形。",
            "Three cases are no work injury even where articles 14 or 15 are met.",
            _RULE,
            encoded=True,
        ),
        _clause("16.1", "故意犯罪。", "Intentional crime.", _RULE, encoded=True),
        _clause("16.2", "醉酒或者吸毒。", "Being drunk or drugged.", _RULE, encoded=True),
        _clause("16.3", "自残或者自杀。", "Self-harm or suicide.", _RULE, encoded=True),
        _clause(
            "17",
            "工伤认定由谁申请、期限多长，以及用人单位迟报的费用负担。",
            "Who applies for a determination, within what time, and what a late employer bears.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "17.1",
            "用人单位自事故或者职业病诊断、鉴定之日起30日内申请；情况特殊的，报经社会保险行政部门同意可以适当延长。",
            "The employer applies within 30 days of the accident, or of the diagnosis or appraisal of the disease; in "
            "special circumstances the time is extended with the authority's consent.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "17.2",
            "用人单位未按规定申请的，工伤职工、近亲属、工会可在1年内直接申请。",
            "Where the employer has not applied as prescribed, the worker, a close relative or a trade union may apply "
            "within one year.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "17.4",
            "用人单位未在时限内申请的，在此期间发生的、符合条例规定的待遇等有关费用由其承担。",
            "An employer that does not apply in time bears the benefits and other costs under the Regulation that arise in "
            "this period.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "18",
            "申请工伤认定须交申请表、劳动关系证明、诊断或鉴定证明；材料不齐的，社会保险行政部门应一次性书面告知全部缺项。",
            "An application takes the form, proof of the labour relation and the diagnosis or appraisal; where papers "
            "are missing the authority names them all at once, in writing.",
            _RECORD,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "19",
            "社会保险行政部门受理后可以调查核实；职工方主张是工伤而用人单位否认的，由用人单位举证。",
            "The authority may investigate; where the worker's side claims a work injury and the employer denies it, "
            "the employer bears the burden of proof.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "20",
            "受理后60日内作出决定，事实清楚、权利义务明确的15日内作出；须等司法或行政机关结论的，其间时限中止。",
            "The decision is made within 60 days of acceptance, 15 where the facts are clear; the clock stops while a "
            "needed judicial or administrative conclusion is out.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "21",
            "伤情相对稳定后仍有残疾、影响劳动能力的，应做劳动能力鉴定。",
            "Where a disability that affects work remains once the injury has settled, work capacity is assessed.",
            _RULE,
        ),
        _clause(
            "22",
            "劳动功能障碍分十级，一级最重；生活自理障碍分完全、大部分、部分三等。",
            "Disability has ten grades, of which grade 1 is the worst; care dependency is full, most or partial.",
            _DEFINITION,
        ),
        _clause(
            "23",
            "由用人单位、工伤职工或者近亲属向设区市的鉴定委员会申请，并附认定决定和治疗资料。",
            "The employer, the worker or a close relative applies to the city's assessment committee, with the "
            "determination decision and the medical file.",
            _RULE,
            _RECORD,
        ),
        _clause(
            "24",
            "鉴定委员会分自治区、设区市两级，由人社、卫生、工会、经办机构和用人单位代表组成，并设医疗专家库。",
            "Assessment committees exist in the region and in its cities, with members from the authority, health, "
            "unions, the agency and employers, and keep a pool of medical experts.",
            _DEFINITION,
        ),
        _clause(
            "25",
            "鉴定委员会抽取专家提出意见，收到申请后60日内作出结论，必要时再延30日。"
            "2025年新的鉴定规定改了什么，未见文本。",
            "Experts drawn from the pool give an opinion and the committee concludes within 60 days of the "
            "application, 30 more where needed. What the new assessment rules of 2025 change was not seen.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "26",
            "对结论不服的，收到后15日内可向自治区鉴定委员会申请再次鉴定；再次鉴定的结论为最终结论。",
            "Who disagrees may ask the region's committee for re-assessment within 15 days of receipt; its conclusion "
            "is final.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "27",
            "鉴定应客观公正，与当事人有利害关系的人员须回避。",
            "Assessment is objective and fair; members and experts with an interest withdraw.",
            _DUTY,
        ),
        _clause(
            "28",
            "结论作出满1年后伤残情况有变的，可申请复查鉴定。",
            "From one year after the conclusion a review may be asked for where the disability has changed.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "29",
            "再次鉴定、复查鉴定的期限，与初次鉴定相同。",
            "Re-assessment and review keep the time limits of a first assessment.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "30",
            "目录范围内的治疗、康复费用由基金支付；住院伙食补助以及经批准异地就医的交通食宿费也由基金支付，"
            "标准由各地定。",
            "The fund pays treatment and rehabilitation within the catalogues, meals in hospital, and travel, meals "
            "and lodging for approved treatment outside the pooling area, at local levels.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "32",
            "经鉴定委员会确认，可装配假肢、义眼、轮椅等辅助器具，费用按标准由基金支付。",
            "Artificial limbs, wheelchairs and other aids that the committee confirms are paid by the fund at the set "
            "standard.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "33",
            "停工留薪期内原工资福利不变，由用人单位按月支付，一般不超过12个月，经确认最多再延12个月；评残后停发。"
            "生活不能自理的，护理由用人单位负责。",
            "During paid injury leave the employer pays the original wage monthly, up to 12 months and up to 12 more "
            "if confirmed; it stops once graded. Nursing is the employer's charge.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "34",
            "评残并确认需要护理的，基金按月支付生活护理费：统筹地区上年度职工月平均工资的50%、40%或30%。",
            "Once graded and confirmed to need care, the worker draws a monthly living-care fee from the fund: 50, 40 "
            "or 30% of the pooling area's average monthly wage of the year before.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "35",
            "一至四级：保留劳动关系、退出岗位，基金支付27、25、23、21个月本人工资的一次性伤残补助金，并按月支付90%、"
            "85%、80%、75%的伤残津贴，不足最低工资的由基金补足；退休后停发，养老金低于津贴的由基金补差。"
            "用人单位和职工以津贴为基数缴医保费。",
            "Grades 1 to 4 keep the relation and leave the post: from the fund a lump-sum disability subsidy of 27, "
            "25, 23, 21 months of the reference wage, and a monthly disability allowance of 90, 85, 80, 75% of it, "
            "topped up to the minimum wage. At retirement it stops and the fund pays what the pension falls short of "
            "it. Employer and worker pay medical insurance on it.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "36",
            "五、六级：基金支付18、16个月本人工资的一次性伤残补助金；用人单位难以安排工作的，按月支付70%、"
            "60%的伤残津贴，不足最低工资的由其补足。本人提出的，可以解除或终止关系，领取医疗和就业两项补助金。",
            "Grades 5 and 6: from the fund a lump-sum disability subsidy of 18 or 16 months of the reference wage; "
            "where no suitable post exists the employer pays a monthly allowance of 70 or 60% of it, topped up to the "
            "minimum wage. On the worker's own wish the relation ends against the lump-sum medical subsidy and the "
            "employment subsidy.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "37",
            "七至十级：基金支付13、11、9、7个月本人工资的一次性伤残补助金；"
            "合同期满终止或者本人提出解除的，领取医疗和就业两项补助金。",
            "Grades 7 to 10: from the fund a lump-sum disability subsidy of 13, 11, 9, 7 months of the reference "
            "wage; when the contract expires or the worker gives notice, the lump-sum medical subsidy and the "
            "employment subsidy.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "38",
            "工伤复发、确认需要治疗的，医疗、辅助器具、停工留薪待遇重新享受。",
            "Where the injury recurs and treatment is confirmed as needed, articles 30, 32 and 33 apply again.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "39",
            "因工死亡：丧葬补助金6个月统筹地区上年度职工月平均工资；供养亲属抚恤金按月为本人工资的40%（配偶）、"
            "30%（其他亲属），孤寡老人和孤儿各加10个百分点，总和不得高于死者生前的工资；"
            "一次性工亡补助金为上一年度全国城镇居民人均可支配收入的20倍。停工留薪期内死亡的三项都有；"
            "一至四级在停工留薪期满后死亡的只有前两项。",
            "On death by work injury: a funeral subsidy of 6 months of the pooling area's average wage of the year "
            "before; a monthly dependants' pension of 40% of the reference wage for the spouse and 30% for each "
            "other, 10 points more for a lone elderly person or an orphan, the sum not above the wage in life; a lump-sum "
            "death subsidy of 20 times the national urban disposable income per head of the year before. Within paid "
            "injury leave all three are due, to grades 1 to 4 after it the first two only.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "40",
            "伤残津贴、供养亲属抚恤金、生活护理费随平均工资和生活费用变化适时调整，办法由自治区定。",
            "Disability allowances, dependants' pensions and living-care fees are adjusted from time to time, by a "
            "method the region sets.",
            _RULE,
        ),
        _clause(
            "41",
            "因公外出或抢险救灾中下落不明的，从事故当月起3个月照发工资，第4个月起改由基金向供养亲属发抚恤金；"
            "生活困难的可先领一次性工亡补助金的一半；宣告死亡的按工亡处理。",
            "A worker missing away on work or in disaster relief keeps his wage for three months counting the month "
            "of the accident; from the fourth the fund pays the dependants' pension. In hardship half the lump-sum "
            "death subsidy is paid ahead; declared dead, article 39 applies.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "42",
            "丧失享受条件、拒不鉴定或者拒绝治疗的，停止待遇。",
            "Benefits stop where the conditions are lost, or assessment or treatment is refused.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "43",
            "单位分立、合并、转让的由承继单位负责；承包经营的由劳动关系所在单位负责；借调的由原单位负责；"
            "破产的在清算时拨付应由单位支付的费用。",
            "A successor takes over the liability; under contracting out, the unit holding the labour relation is "
            "liable; under secondment, the original unit; in bankruptcy the employer's share is settled in "
            "liquidation.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "44",
            "派往境外并须参加当地工伤保险的，国内关系中止；不能参加的，国内关系不中止。",
            "A worker posted abroad who must join the insurance there has his domestic relation paused; one who "
            "cannot join keeps it.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "45",
            "再次受伤而应领伤残津贴的，按新评定的等级发给。",
            "After a second injury the disability allowance follows the newly assessed grade.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "60",
            "骗取待遇的，退还所得，并处2至5倍罚款；构成犯罪的追究刑事责任。",
            "Benefits obtained by fraud are repaid and fined two to five times; a crime is prosecuted.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "62",
            "应参保未参保的，责令限期参保补缴，并自欠缴之日起按日加收0.05%滞纳金，逾期不缴的处1至3倍罚款；"
            "未参保期间的待遇由用人单位支付，补缴后新发生的费用由基金和用人单位依规定分担。",
            "Who should enrol and has not is ordered to enrol and pay up, with a surcharge of 0.05% a day from the "
            "default, and a fine of one to three times where the order is not met. The employer bears the benefits "
            "meanwhile; after paying up, fund and employer share newly arising costs.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "64",
            "本人工资指受伤或患职业病前12个月的平均月缴费工资；高于统筹地区职工平均工资300%的按300%算，"
            "低于60%的按60%算。",
            "The reference wage is the mean monthly contribution wage of the 12 months before the injury or disease; "
            "above 300% of the pooling area's average wage it is 300%, below 60% it is 60%.",
            _DEFINITION,
            _RULE,
            encoded=True,
        ),
        _clause(
            "66",
            "无照经营或者未依法登记、备案的单位的职工受伤、患职业病的，以及用人单位使用童工造成伤残、死亡的，由该单位一次性"
            "赔偿，不低于工伤保险待遇。",
            "Where a unit without licence or registration employs, or a child is employed, the unit compensates injury, "
            "disease or death by a lump sum that is not below the benefits of the insurance.",
            _RULE,
            encoded=True,
        ),
    ),
)
