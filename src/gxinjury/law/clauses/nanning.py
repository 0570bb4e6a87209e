"""Nanning notice on work-injury insurance in construction (南宁市建筑业工伤保险通知), clause by clause.

Issued in 2015 by four departments of the city on a day the copy does not show; published again on 2020-03-07.
The number in its title is that of the regional notice it carries out, so none is given here.
"""

from typing import Final

from gxinjury.citations import Clause, Instrument, Status
from gxinjury.texts import Text

_RULE, _RECORD, _DUTY = Status.RULE, Status.RECORD, Status.DUTY


def _clause(number: str, zh: str, en: str, *status: Status, encoded: bool = False) -> Clause:
    return Clause("NN", number, Text(zh=zh, en=en), status, encoded)


NN: Final = Instrument(
    "NN",
    Text(
        zh="南宁市关于进一步做好建筑业工伤保险工作的通知",
        en="Nanning notice on work-injury insurance in construction",
    ),
    "",
    "2015",
    (
        _clause(
            "0",
            "自印发之日起执行，涵盖2015年开工的项目；印发的具体日期未能查明。"
            "所据文本中两处文号有缺损，现按〔2015〕13号和〔2010〕70号补正。",
            "In force from its issue; it governs the starts of 2015, and the day of issue is not established. Two "
            "document numbers are damaged in the copy and are read as No. 13 of 2015 and No. 70 of 2010.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "D",
            "“职工”指在项目上务工的全体人员，农民工和专业承包、劳务分包单位的人员均在其内；"
            "“用人单位”指职工本人的用人单位，不一定是施工总承包单位。",
            "A worker is everybody who works on the project, migrant workers and the people of specialist contractors "
            "and labour subcontractors included; the employer is the worker's own, not always the general contractor.",
            Status.DEFINITION,
            encoded=True,
        ),
        _clause(
            "1.1.1",
            "在本市施工、不能以用人单位名义参保的建筑施工企业，可以改按项目参保。",
            "A construction enterprise working in Nanning that cannot enrol as an employer may enrol by project.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "1.1.2",
            "保险费等于合同总造价乘以1.3‰，向项目所在地的社会保险经办机构缴纳。",
            "The premium is the total contract price times 1.3‰, paid to the social-insurance agency where the "
            "project stands.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "1.1.3",
            "工程价款增加的，就增加部分按同一费率补缴。通知未提价款减少如何处理。",
            "Where the price is raised, a supplement is paid on the raise at the same rate. The notice is silent on a "
            "price that falls.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "1.1.4",
            "在建项目参保的，照前述办法计费，再扣除合同工期中开工以来已经过去的那一段所对应的费用。",
            "A project in progress that enrols pays the same premium less the share of the contract term that has "
            "gone by since the start.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "1.1.5",
            "新项目须在开工之前缴费，由施工总承包单位向项目所在地的社会保险经办机构一次缴足，覆盖项目上的全部职工。"
            "原文只写2015年，我们补正为“自2015年起”。",
            "Before a new project starts, its general contractor pays the premium to the agency in one sum for all its "
            "workers. The text says only 2015; we emend it to read from 2015 on.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "1.1.6",
            "经办机构收费后，应及时向企业开具基金专用收据，并出具载明项目名称的缴费登记表；办理施工许可时两样都要用。",
            "On payment the agency issues, without delay, the fund receipt and the registration form bearing the project's "
            "name; the construction permit needs both.",
            _RECORD,
            encoded=True,
        ),
        _clause(
            "1.2",
            "登记缴费须交：营业执照、组织机构代码证、中标通知书、承包合同的原件和复印件各1份，缴费登记表原件2份，"
            "职工花名册2份；复印件须盖公章。",
            "Registration takes the business licence, organisation code certificate, bid-award notice and "
            "construction contract (one original and one copy each), two originals of the form and two rosters; "
            "copies are sealed.",
            _RECORD,
            encoded=True,
        ),
        _clause(
            "1.3.1",
            "项目的参保有效期自缴费当日起，至竣工验收合格当日止。",
            "The project is covered from the day the premium is paid to the day its completion is accepted.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "1.3.2",
            "延期竣工验收的，有效期可以顺延，但最长到项目竣工验收期届满；"
            "总承包单位应于合同期满前30日将延期材料报送经办机构。不报的后果，通知没有写明。",
            "Where completion is delayed, cover goes on, at most to the end of the acceptance period; the general "
            "contractor files the delay papers 30 days before the contract expires. No consequence of not filing is "
            "stated.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "1.3.3",
            "有保修期的项目，总承包单位在竣工后30日内凭保修合同向经办机构备案；"
            "备案并报了花名册以后，从事保修作业的职工按参保人员办理。",
            "Where there is a warranty period, the general contractor files the warranty contract with the agency "
            "within 30 days of completion; once it is filed and a roster reported, workers on warranty work count as "
            "insured.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "1.3.4",
            "项目或者总承包单位改名的，凭批准文件或其他有效证明，在30日内到社会保险经办机构办理变更手续。",
            "Where the project or its general contractor changes its name, the change is registered with the agency "
            "within 30 days on the approval document or other valid proof.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "2",
            "建设单位应当把这笔保险费单列进工程概算，不得作为竞争性费用参加投标；由总承包单位在开工前一次代为缴清。",
            "The project owner lists the premium separately in the budget estimate as a non-competitive cost outside "
            "bidding; the general contractor pays it on the owner's account in one sum before the start.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "3.1.1",
            "按项目参保的总承包单位实行实名动态报备：当月人员有增减的，月底前以书面或网络方式向社会保险经办机构报送花名册，"
            "册上所列职工即为工伤保险参保人员。",
            "The general contractor keeps a real-name roster: a change in a month is reported to the agency by the end of "
            "that month, in writing or online, and the workers listed are the insured workers.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "3.1.2",
            "列入花名册的职工，工伤保险关系从申报的第二天起算。",
            "The insurance of a listed worker takes effect on the day after the report.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "3.2.0",
            "适用第三部分第二项的共同前提：事故当天（北京时间）项目在参保有效期内。不在有效期内的，不得依本通知主张；"
            "是否在有效期内尚有疑问的，结论随之待定。这是我们归纳的前提，原文未单列。",
            "Common ground of the second item of part three: the project's cover is in force on the day of the "
            "accident, China time. Without cover nobody is insured under the project; where cover is unsettled, so is "
            "the answer. We draw this ground from the whole; the notice does not list it.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "3.2.1",
            "参保项目的用人单位已为其办妥参保手续的职工，因工作原因在项目工地以外受伤的，可以以该项目的名义申请工伤认定。"
            "原文只写工地以外，工地以内的自应同样适用。",
            "A worker whose employer on the insured project has done the enrolment may claim under the project when hurt "
            "by a work cause outside the project site. The words name injuries off the site only; those on the site "
            "follow all the more.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "3.2.2",
            "参保项目的用人单位没有及时给职工办理参保手续，职工在工地以内因工作原因受伤的，可以按参保人员确定。",
            "A worker whose employer on the insured project did not do the enrolment in time, and who is hurt by a work "
            "cause on the site, may be treated as insured.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "3.2.3",
            "没有及时参保的职工在工地以外因工作原因受伤的，用人单位须于48小时内报告人力资源和社会保障行政部门；"
            "该部门会同住房城乡建设、安全生产监管部门调查核实后，按参保职工处理。",
            "Where a worker not enrolled in time is hurt by a work cause off the site, the employer reports to the "
            "human-resources authority within 48 hours; once that authority, with those of housing and work safety, has "
            "verified it, he is treated as insured.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "4.1",
            "参保职工因工受伤或者被诊断、鉴定患职业病的，用人单位应于30日内向项目所在地的人力资源和社会保障行政部门"
            "书面申请工伤认定。",
            "The employer applies in writing for a determination within 30 days of the accident, or of the diagnosis "
            "or appraisal of an occupational disease, to the human-resources authority where the project stands.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "4.2",
            "用人单位超过30日没有申请的，在此期间发生的、符合《工伤保险条例》规定的待遇等有关费用由该用人单位承担。",
            "Where the employer lets the 30 days pass, the benefits and other costs under the Regulation that arise in this "
            "period fall on it.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "4.3",
            "用人单位未按规定申请（逾期的也在内）的，工伤职工、近亲属或者工会可自事故发生或者职业病诊断、鉴定之日起1年内，"
            "直接向项目所在统筹地区的人力资源和社会保障行政部门申请；其间的有关费用仍归该用人单位负担。",
            "Where the employer has not applied as prescribed, lateness included, the worker, a close relative or a trade "
            "union may apply directly to the human-resources authority of the project's pooling area within one year "
            "of the accident, or of the diagnosis or appraisal; costs meanwhile still fall on the employer.",
            _RULE,
            _DUTY,
            encoded=True,
        ),
        _clause(
            "4.4",
            "用人单位填写工伤认定申请表时，须写明所参保的项目。",
            "The employer's application form for a determination names the insured project.",
            _RECORD,
            encoded=True,
        ),
        _clause(
            "4.5",
            "哪些情形算工伤以及认定的其他事项，依照《工伤保险条例》和自治区规定。",
            "What counts as a work injury, and the rest of the determination, follow the Regulation and the region's "
            "rules.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "5.1",
            "符合条件的待遇由社会保险经办机构从工伤保险基金支付，标准依照《工伤保险条例》以及国家、自治区的规定。",
            "Benefits that qualify are paid by the agency out of the fund, at the levels of the Regulation and of national "
            "and regional rules.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "5.2",
            "核定待遇时难以按本人工资计发的，改用南宁市上一年度的职工平均工资作计发基数。通知未说明是哪一年、哪一种口径。",
            "Where the worker's own wage is hard to use when benefits are assessed, Nanning's average wage of the "
            "year before is the base. Which year, and which average, the notice does not say.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "5.3",
            "施工期间受伤、竣工时认定或者鉴定尚未办完的，职工所在用人单位继续负担医疗救治和停工期间的法定待遇；"
            "两项办结后按规定享受工伤保险待遇。",
            "Where a worker is hurt during construction and the project is completed before the determination or the "
            "assessment, the worker's employer keeps providing treatment and the benefits the law gives while he is off "
            "work; the insurance benefits follow once both are done.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "5.4",
            "项目竣工后，五至十级的工伤职工应当依条例和自治区实施办法办理待遇支付手续、终止工伤保险关系；"
            "一至四级的，继续依这些规定办理。",
            "After completion, grades 5 to 10 settle their benefits and end the relation under the Regulation and the "
            "region's rules; grades 1 to 4 stay under them.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "5.5",
            "申领待遇须交：南宁市待遇申领表、人力资源和社会保障行政部门的工伤认定决定、劳动能力鉴定结论（工亡的免交）"
            "以及核定所需的其他材料；审核符合规定后，由社会保险经办机构支付。",
            "A claim for benefits takes Nanning's claim form, the determination decision of the human-resources authority, "
            "the assessment conclusion (not for deaths) and whatever else the assessment of benefits needs; after "
            "review the agency pays.",
            _RECORD,
            encoded=True,
        ),
        _clause(
            "6.1",
            "向市城乡建设行政主管部门申领施工许可证，要另外交验社保经办机构盖过章的缴费登记表和收款收据；审核合格后发证。",
            "An application to the city's construction authority for the construction permit also takes the agency-stamped "
            "registration form and the receipt; the permit is issued once they pass.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "6.2",
            "小型工程即使免领施工许可证，建设单位也要照拨保险费，总承包单位也要在开工前缴费参保。",
            "For small works that need no permit the project owner still hands over the premium and the general "
            "contractor still pays it before the start.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "6.3",
            "总承包单位参保后要在工地醒目处公示，并按人力资源和社会保障行政部门统一的格式内容告诉职工：受伤后有何保障、"
            "待遇标准多少、通过什么渠道投诉举报。未定期限。",
            "Once enrolled, the general contractor posts the fact in a prominent place on the site and tells workers, in "
            "the uniform format of the human-resources authority, what they are entitled to, at what level, and where "
            "to complain and report. No day is set.",
            _DUTY,
            encoded=True,
        ),
        _clause(
            "6.4",
            "建设单位不拨付保险费，或者总承包单位收到拨款后不及时缴纳的，由人力资源和社会保障行政部门、建设主管部门"
            "依法查处责任单位，责令限期参保，记入建设行业信息系统并向社会公布。",
            "Where the owner does not hand over the money, or the general contractor has it and does not pay in time, "
            "the human-resources and construction authorities deal with the one at fault and order it to enrol by a "
            "deadline; it is recorded in the construction industry's system and published.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "6.5",
            "外地注册的施工企业在本市施工，其人员未在注册地参保的，应在南宁参保；在本市项目上受伤的，照本通知办理。",
            "Workers of an enterprise registered elsewhere who are not insured there enrol in Nanning, and an injury "
            "on a Nanning project is handled under this notice.",
            _RULE,
            encoded=True,
        ),
        _clause(
            "A1",
            "附件1，项目缴费登记表：载明建设单位、项目及其报建地、中标单位（盖章）、通知书编号、中标价或合同价、"
            "应缴保费、收款账户，以及填表日期、编号、填表人、联系人和电话。所据文本“中标价×1.3”脱落千分号，应为1.3‰。",
            "Annex 1, the registration form: owner, project, place filed, winning bidder (seal), bid or contract "
            "price, bid-award number, amount due, filler, contact, phones, date, number and payee account. The copy's "
            "formula lost its per-mille sign: 1.3 is read as 1.3‰.",
            _RECORD,
            encoded=True,
        ),
        _clause(
            "A2",
            "附件2，职工增减花名册：逐人编号登记姓名、性别、身份证号码，是增是减、为何增减，月工资和参保时间；"
            "另列项目、施工企业（盖章）、填报日期、经办人和电话。",
            "Annex 2, the roster of changes: project, enterprise (seal), report date, number, name, sex, resident id, "
            "add or remove, reason, monthly wage, enrolment date, handler and phone.",
            _RECORD,
            encoded=True,
        ),
    ),
)
