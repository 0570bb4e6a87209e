"""Limits of determination and assessment (工伤认定与劳动能力鉴定的期限): days, months and hours."""

from datetime import date
from typing import Final

from gxinjury.citations import Clause
from gxinjury.law.clauses import NN, ORDER117, REG
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing, Timeline

_REGULATION_REVISED: Final = date(2011, 1, 1)
_NOTICE_FROM: Final = date(2015, 1, 1)
_ORDER_117_FROM: Final = date(2017, 1, 5)
_NEW_ASSESSMENT_RULES: Final = date(2025, 1, 1)

_BEFORE_ORDER_117: Final = Text(
    zh="广西令第117号自2017-01-05起施行，此前的上限未见文本，推定相同；另有依据的，请补充数值及其出处",
    en="Guangxi's Order 117 is in force from 2017-01-05; the cap before it was not seen and is taken to be the same; "
    "where there is a basis for another, supply it with law.with_figure",
)
_ONE_EXCERPT: Final = Text(
    zh="该上限仅见于一处摘录，未见全文",
    en="the cap was seen in one excerpt only, not in the text itself",
)
_NOT_SEEN: Final = Text(
    zh="2025年新的鉴定规定改了什么，未见文本；此处依《工伤保险条例》",
    en="what the assessment rules of 2025 change was not seen; this is the Regulation's limit",
)


def _source(clause: Clause) -> Text:
    return Text(zh=f"《工伤保险条例》（{clause}）", en=f"Regulation on Work-Related Injury Insurance ({clause})")


def _regulation(name: str, label: Text, clause: Clause, value: int) -> Timeline[int]:
    return Timeline(name, label, clause, (Entry(_REGULATION_REVISED, value, _source(clause)),))


def _assessment(name: str, label: Text, clause: Clause, value: int) -> Timeline[int]:
    """Return a limit of assessment, with a caution from the year of the new assessment rules on."""
    source = _source(clause)
    entries = (Entry(_REGULATION_REVISED, value, source), Entry(_NEW_ASSESSMENT_RULES, value, source, note=_NOT_SEEN))
    return Timeline(name, label, clause, entries)


SUDDEN_ILLNESS_HOURS: Final = _regulation(
    "sudden_illness_hours",
    Text(zh="突发疾病抢救无效死亡的小时数", en="hours for death after a sudden illness"),
    REG.clause("15.1"),
    48,
)
EMPLOYER_FILING_DAYS: Final = _regulation(
    "employer_filing_days",
    Text(zh="用人单位申请工伤认定的日数", en="days for the employer to apply"),
    REG.clause("17.1"),
    30,
)
WORKER_FILING_MONTHS: Final = _regulation(
    "worker_filing_months",
    Text(zh="职工方申请工伤认定的月数", en="months for the worker's side to apply"),
    REG.clause("17.2"),
    12,
)
EXTENSION_CAP_DAYS: Final = Timeline(
    "extension_cap_days",
    Text(zh="用人单位申请期限延长的上限日数", en="cap on the extension of the employer's limit, in days"),
    ORDER117.clause("14"),
    (
        Entry(
            _REGULATION_REVISED,
            60,
            Text(zh="由令第117号推定", en="inferred from Order 117"),
            standing=Footing.INFERRED,
            note=_BEFORE_ORDER_117,
        ),
        Entry(
            _ORDER_117_FROM,
            60,
            Text(zh="广西令第117号（ORDER117-14）", en="Guangxi's Order 117 (ORDER117-14)"),
            note=_ONE_EXCERPT,
        ),
    ),
)
REPORT_HOURS: Final = Timeline(
    "report_hours",
    Text(zh="工地范围外事故报告的小时数", en="hours to report an accident off the site"),
    NN.clause("3.2.3"),
    (
        Entry(
            _NOTICE_FROM,
            48,
            Text(zh="南宁市建筑业工伤保险通知（NN-3.2.3）", en="Nanning notice on construction (NN-3.2.3)"),
        ),
    ),
)
DECISION_DAYS: Final = _regulation(
    "decision_days",
    Text(zh="作出认定决定的日数", en="days for the decision"),
    REG.clause("20"),
    60,
)
CLEAR_DECISION_DAYS: Final = _regulation(
    "clear_decision_days",
    Text(zh="事实清楚时作出认定决定的日数", en="days for the decision where the facts are clear"),
    REG.clause("20"),
    15,
)
ASSESSMENT_DAYS: Final = _assessment(
    "assessment_days",
    Text(zh="作出鉴定结论的日数", en="days for the assessment conclusion"),
    REG.clause("25"),
    60,
)
ASSESSMENT_EXTENSION_DAYS: Final = _assessment(
    "assessment_extension_days",
    Text(zh="鉴定结论可延长的日数", en="days that the assessment may be extended by"),
    REG.clause("25"),
    30,
)
REASSESSMENT_DAYS: Final = _assessment(
    "reassessment_days",
    Text(zh="申请再次鉴定的日数", en="days to ask for re-assessment"),
    REG.clause("26"),
    15,
)
REVIEW_MONTHS: Final = _assessment(
    "review_months",
    Text(zh="申请复查鉴定须满的月数", en="months before a review may be asked for"),
    REG.clause("28"),
    12,
)
