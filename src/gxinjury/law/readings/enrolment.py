"""How to read the notice on premium and cover (参保缴费与有效期的口径), clauses NN-1.1 to NN-1.3."""

from gxinjury.law.clauses import NN
from gxinjury.statutes import Reading
from gxinjury.texts import Text


class EnrolmentUnit(
    Reading,
    clause=NN.clause("1.1.1"),
    question=Text(
        zh="“无法按用人单位参保”就谁而言", en="of whom it is asked whether enrolment as an employer is possible"
    ),
    why=Text(
        zh="人社部发〔2014〕103号分清：相对固定的职工按用人单位参保，其余按项目参保。",
        en="The ministries' opinion of 2014 draws the line by worker: fixed staff by employer, others by project.",
    ),
):
    """Whether the question of NN-1.1.1 is put of each worker or of the enterprise."""

    WORKER = Text(zh="就每名职工而言", en="of each worker")
    ENTERPRISE = Text(zh="就整个企业而言", en="of the enterprise as a whole")


class PremiumBase(
    Reading,
    clause=NN.clause("1.1.2"),
    question=Text(
        zh="中标价与合同总造价不一致时以何者计费", en="which price bears the premium where bid and contract differ"
    ),
    why=Text(
        zh="通知正文写合同总造价；附件1的中标价只见于表格，2015年曾按其办理。",
        en="The body of the notice names the contract price; the bid price stands only in the form of annex 1, "
        "though it was used in 2015.",
    ),
):
    """Which price the premium is a share of."""

    CONTRACT_PRICE = Text(zh="合同总造价", en="the contract price")
    BID_PRICE = Text(zh="中标价", en="the bid price")


class SupplementInProgress(
    Reading,
    clause=NN.clause("1.1.3"),
    question=Text(
        zh="追加款补缴是否按剩余工期折减", en="whether the premium on a later raise is reduced for time gone by"
    ),
    why=Text(
        zh="追加款一句未提折减；折减只对在建项目首次参保而言。",
        en="The sentence on raises names no reduction; the reduction is for projects that enrol while in progress.",
    ),
):
    """Whether a supplementary premium is reduced for the time gone by when the raise was agreed."""

    FULL = Text(zh="按追加款全额补缴", en="on the whole raise")
    PRORATED = Text(zh="按约定追加之日的剩余工期折减", en="reduced for the time gone by when the raise was agreed")


class Reduction(
    Reading,
    clause=NN.clause("1.1.3"),
    question=Text(zh="缴费后造价减少的如何处理", en="what follows when the price falls after payment"),
    why=Text(zh="通知未规定退费。", en="The notice is silent: it provides for no refund."),
):
    """What a later reduction of the price does to the premium."""

    NO_REFUND = Text(zh="不退费", en="nothing is paid back")
    REFUND = Text(zh="按减少额退费", en="the premium on the reduction is paid back")
    NETTED = Text(zh="抵减其后的追加款", en="the reduction is set off against later raises")


class ElapsedTime(
    Reading,
    clause=NN.clause("1.1.4"),
    question=Text(zh="“相应时限”如何计量", en="how the contract time gone by is measured"),
    why=Text(
        zh="按日计最精确，首尾两日都是工期内的日子。",
        en="Days are the finest measure, and both the first and the last day are days of the term.",
    ),
):
    """How the time that a project in progress has behind it is measured."""

    DAYS = Text(zh="按日，首尾两日均计入总工期", en="in days, the first and the last counted in the term")
    DIFFERENCE = Text(zh="按日，总工期为首尾两日之差", en="in days, the term being the difference of its ends")
    MONTHS = Text(zh="按整月，总工期不足一月的按一月计", en="in whole months, a begun month of the term counted")


class WhoIsInProgress(
    Reading,
    clause=NN.clause("1.1.4"),
    question=Text(zh="何者为“已在建项目”", en="which projects count as already in progress"),
    why=Text(
        zh="下一段要求2015年起新开工的项目在开工前缴清全额；对迟缴者再予减免，等于奖励迟缴，而少缴的不产生参保有效期。",
        en="The next paragraph has every start of 2015 and later pay in full before it starts: a reduction would "
        "reward paying late, and whoever pays too little has no cover.",
    ),
):
    """Which projects pay the reduced premium of NN-1.1.4."""

    LEGACY_ONLY = Text(
        zh="仅2015年以前开工的项目；2015年起开工而迟缴的缴全额",
        en="only projects started before 2015; one started in 2015 or later that pays late pays in full",
    )
    ANY = Text(
        zh="缴费时已开工的任何项目，2015年起开工的也在内",
        en="any project that has started when it pays, also one started in 2015 or later",
    )


class ReducedTerm(
    Reading,
    clause=NN.clause("1.1.4"),
    question=Text(
        zh="实际开工日与合同开工日不同的，减免以哪一工期为分母",
        en="which term the time gone by is measured against where work did not start on the contract's day",
    ),
    why=Text(
        zh="原文写“按照项目施工合同规定的竣工期限”，工期以合同约定为准。",
        en="The sentence names the term that the construction contract lays down.",
    ),
):
    """Which term the time since the actual start is a part of, where it differs from the contract's commencement."""

    CONTRACT_TERM = Text(
        zh="合同约定的工期（含届时已约定的延长），减去实际开工以来的时间",
        en="the contract's own term, as extended by then, less the time since the actual start",
    )
    FROM_START = Text(
        zh="实际开工日至合同竣工日的工期", en="the term from the actual start to the contractual completion"
    )


class NewStarts(
    Reading,
    clause=NN.clause("1.1.5"),
    question=Text(zh="开工前缴清的要求及于何时开工的项目", en="which starts must be paid before the project starts"),
    why=Text(
        zh="原文“2015年”之后似脱“起”字；通知自下发之日起执行，并未只管一年。",
        en="The text says 2015 where it seems to mean from 2015 on: the notice runs on without an end. An emendation.",
    ),
):
    """Which projects have to pay before they start."""

    FROM_2015 = Text(zh="2015年起新开工的项目（校补）", en="those starting in 2015 or later (an emendation)")
    IN_2015_ONLY = Text(zh="仅2015年内新开工的项目", en="only those starting in 2015, to the letter")


class CoverFrom(
    Reading,
    clause=NN.clause("1.1.5"),
    question=Text(zh="分次缴费的，参保自哪次缴费起算", en="from which of several payments cover counts"),
    why=Text(zh="通知要求一次性缴清。", en="The notice asks for the premium in one sum."),
):
    """From which payment cover counts where the premium was paid in parts."""

    FULL_PAYMENT = Text(zh="缴清之日", en="from the payment that completes the sum")
    FIRST_PAYMENT = Text(zh="首次缴费之日", en="from the first payment")


class DelayFilingDay(
    Reading,
    clause=NN.clause("1.3.2"),
    question=Text(zh="“合同到期30日前”的最后一日", en="the last day that is 30 days before the contract expires"),
    why=Text(
        zh="到期日往前数30日的当日仍属30日前。",
        en="Counted back from the expiry, the thirtieth day itself still is 30 days before it.",
    ),
):
    """The last day on which delay papers are in time."""

    THIRTIETH_DAY = Text(zh="到期日前第30日", en="the 30th day before the expiry")
    THIRTY_CLEAR_DAYS = Text(zh="到期日前第31日，中间满30日", en="the 31st, with thirty clear days between")


class ExtendedTerm(
    Reading,
    clause=NN.clause("1.3.2"),
    question=Text(
        zh="双方约定延长工期的，参保有效期是否随之延长",
        en="what an extension of the term agreed between the parties does",
    ),
    why=Text(
        zh="经办机构掌握的是登记时的合同；工期延长正是延期竣工验收的原因，须提前30日报送材料。",
        en="The agency has the contract of the registration; an extension is what delays acceptance, for which papers "
        "are filed 30 days ahead.",
    ),
):
    """Whether an extension of the term that the parties agreed moves the day on which the contract expires."""

    NEEDS_PAPERS = Text(
        zh="须按时报送延期材料，否则到期日不超过登记时的合同到期日",
        en="it takes papers filed in time; else the contract expires no later than the day registered",
    )
    AS_AGREED = Text(zh="以双方在到期前约定的工期为准", en="as agreed between the parties before the contract expired")


class DelayNotFiled(
    Reading,
    clause=NN.clause("1.3.2"),
    question=Text(zh="未按时报送延期材料的后果", en="what follows when delay papers are not filed in time"),
    why=Text(
        zh="通知要求报送材料，但未规定不报的后果。",
        en="The notice asks for the papers and attaches no consequence: a desk must decide.",
    ),
):
    """What becomes of the days after the contract's expiry when delay papers were late or never filed."""

    UNSETTLED = Text(zh="未定，由经办机构决定", en="unsettled: the agency decides")
    LAPSES = Text(zh="参保随合同到期终止", en="cover ends with the contract")
    CONTINUES = Text(zh="参保延续至竣工验收合格", en="cover goes on to acceptance")


class CompletionForWarranty(
    Reading,
    clause=NN.clause("1.3.3"),
    question=Text(zh="保修备案30日自哪种“竣工”起算", en="from which completion the 30 days of the warranty filing run"),
    why=Text(
        zh="同条前文以竣工验收合格为参保终点，保修期亦自验收合格之日起。",
        en="The same clause ends cover with acceptance, and a warranty period runs from acceptance.",
    ),
):
    """Which completion starts the limit for filing the warranty contract."""

    ACCEPTED = Text(zh="竣工验收合格之日", en="the day completion was accepted")
    COMPLETED = Text(zh="实际竣工之日", en="the day the works were completed")
    CONTRACTUAL = Text(zh="合同约定的竣工之日", en="the day the contract names")


class LateWarrantyFiling(
    Reading,
    clause=NN.clause("1.3.3"),
    question=Text(zh="保修合同逾期备案的后果", en="what follows when the warranty contract is filed late"),
    why=Text(
        zh="通知只以备案和报送花名册为条件，未规定逾期失权。",
        en="The notice makes filing and roster the conditions and takes nothing away for being late.",
    ),
):
    """Whether a warranty contract filed late still brings cover."""

    STILL_EFFECTIVE = Text(zh="备案后仍有效", en="it still brings cover once filed")
    NO_COVER = Text(zh="保修期不再参保", en="it brings no cover")
