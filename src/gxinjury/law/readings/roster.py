"""How to read the notice on the roster and injuries at the site (花名册与工地伤害的口径), clauses NN-3.1 and NN-3.2."""

from gxinjury.law.clauses import NN
from gxinjury.statutes import Reading
from gxinjury.texts import Text


class RemovalEffect(
    Reading,
    clause=NN.clause("3.1.2"),
    question=Text(zh="减员后参保止于哪一日", en="the last covered day of a worker who is taken off the roster"),
    why=Text(
        zh="增员自申报次日生效；通知未单列减员，同理，申报当日仍在参保。",
        en="An addition takes effect the day after its report; a removal has no sentence of its own and follows suit, "
        "so the day of the report is still covered.",
    ),
):
    """On which day the cover of a worker reported off the roster ends."""

    DAY_AFTER = Text(zh="止于申报当日", en="the day of the report")
    SAME_DAY = Text(zh="止于申报前一日", en="the day before the report")
    LEAVING_DAY = Text(zh="止于离场当日", en="the day he left")


class InitialRoster(
    Reading,
    clause=NN.clause("3.1.2"),
    question=Text(
        zh="随参保登记报送的首份花名册何时生效", en="when the roster filed with the registration takes effect"
    ),
    why=Text(
        zh="“自申报之次日起生效”未将首份花名册除外。",
        en="The words on the day after the report make no exception for the first roster.",
    ),
):
    """From when those on the roster that was filed with the registration are insured."""

    DAY_AFTER = Text(zh="同样自申报次日起", en="from the day after the report, as any other")
    WITH_PAYMENT = Text(zh="自缴费之日起，与项目同时", en="from the day of payment, together with the project")


class EnrolledMeans(
    Reading,
    clause=NN.clause("3.2.1"),
    question=Text(
        zh="“已办理参保手续”是否须已生效", en="whether an enrolled worker is one whose insurance is in force already"
    ),
    why=Text(
        zh="保险关系自申报次日起生效，生效之前尚无保险关系可据。",
        en="The relation takes effect the day after the report; before, there is none to claim under.",
    ),
):
    """Whether a worker reported but not yet effective counts as enrolled."""

    EFFECTIVE = Text(zh="保险关系已生效", en="the relation is in force")
    REPORTED = Text(zh="手续已办，虽次日才生效", en="the procedure is done, though it takes effect tomorrow")


class OnSiteUnlisted(
    Reading,
    clause=NN.clause("3.2.2"),
    question=Text(
        zh="未及时参保的职工在工地内受伤，是否也须报告核实",
        en="whether an unlisted worker hurt on the site has to be reported and verified too",
    ),
    why=Text(
        zh="本通知只对工地以外的伤害要求报告核实；自治区通知的报道则称工地内的亦须48小时内报告。",
        en="This notice asks for report and verification off the site only; the press on the region's notice has those "
        "on the site reported within 48 hours as well.",
    ),
):
    """What an injury on the site takes where the worker was not enrolled in time."""

    TREATED = Text(zh="无须报告，可按参保人员确定", en="no report: he may be treated as insured")
    REPORT_FIRST = Text(zh="先于48小时内报告，经核实后处理", en="reported within 48 hours and verified first")


class EmployerEnrolment(
    Reading,
    clause=NN.clause("3.2.1"),
    question=Text(
        zh="“参保项目用人单位已办理工伤保险参保手续”指哪种参保",
        en="what counts as a worker whose employer on the insured project has done the enrolment",
    ),
    why=Text(
        zh="通知把相对固定的职工留给用人单位自行参保；由用人单位参保的职工同样“已办理参保手续”，不应反被当作未参保。",
        en="The notice leaves staff in fixed employment to their employer's own enrolment; who is enrolled that way "
        "has been enrolled by his employer, and is not to stand worse than one on the roster.",
    ),
):
    """By which enrolment a worker counts as one whose employer has enrolled him."""

    ROSTER_OR_EMPLOYER = Text(
        zh="列入该项目花名册，或者由本单位参保", en="on the project's roster, or insured through his own employer"
    )
    ROSTER_ONLY = Text(zh="只认列入该项目花名册", en="on the project's roster only")


class UnlistedDeemed(
    Reading,
    clause=NN.clause("3.2.2"),
    question=Text(
        zh="未及时参保的职工发生视同工伤的情形（第十五条），是否按因工作原因处理",
        en="whether an injury that art. 15 only deems one counts as one by a work cause, where the worker is unlisted",
    ),
    why=Text(
        zh="通知对未及时参保的职工只写“因工作原因”，认定范围又从条例；两处都没有提视同工伤，由人力资源和社会保障行政部门决定。",
        en="For the unlisted the notice speaks of a work cause only, and leaves the scope to the Regulation; neither "
        "place names what is only deemed, so the authority decides.",
    ),
):
    """Where an unlisted worker stands whose injury is one that the Regulation only deems a work injury."""

    UNSETTLED = Text(zh="未定，由人力资源和社会保障行政部门决定", en="unsettled: the authority decides")
    AS_WORK_CAUSE = Text(zh="与因工作原因受伤的相同", en="where one hurt by a work cause stands")
    NOT_INSURED = Text(zh="不属因工作原因，不按参保人员处理", en="no work cause: he is not treated as insured")
