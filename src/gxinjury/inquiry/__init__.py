"""Questions about any rule (对任一规则的追问): what is missing, what would turn it, on which days, under which reading.

A rule is pure and cheap, so it can be questioned by trial. Nothing here knows any law: every function takes a rule, the
library's or one's own, and a case.
"""

from gxinjury.inquiry.comparison import Cause, Compared, Comparison, compare
from gxinjury.inquiry.needs import Answer, Need, Needs, needs
from gxinjury.inquiry.open import between, one_of, partly, unknown
from gxinjury.inquiry.outcomes import BUDGET, Refusal, TooManyTrialsError
from gxinjury.inquiry.possible import (
    Choice,
    Possible,
    ReadingRow,
    ReadingsThatMatter,
    ReadingThatMatters,
    Row,
    possible,
    readings_that_matter,
)
from gxinjury.inquiry.reasons import Condition, WhyNot, why_not
from gxinjury.inquiry.reports import Known, Report
from gxinjury.inquiry.sweeps import DaysWhen, Edge, Edges, Stretch, days_when, edges
from gxinjury.inquiry.turns import ANY, Change, Flip, Flips, flips

__all__ = [
    "ANY",
    "BUDGET",
    "Answer",
    "Cause",
    "Change",
    "Choice",
    "Compared",
    "Comparison",
    "Condition",
    "DaysWhen",
    "Edge",
    "Edges",
    "Flip",
    "Flips",
    "Known",
    "Need",
    "Needs",
    "Possible",
    "ReadingRow",
    "ReadingThatMatters",
    "ReadingsThatMatter",
    "Refusal",
    "Report",
    "Row",
    "Stretch",
    "TooManyTrialsError",
    "WhyNot",
    "between",
    "compare",
    "days_when",
    "edges",
    "flips",
    "needs",
    "one_of",
    "partly",
    "possible",
    "readings_that_matter",
    "unknown",
    "why_not",
]
