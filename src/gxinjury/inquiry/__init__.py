"""Questions about any rule (对任一规则的追问): what is missing, what would turn it, on which days, under which reading.

A rule is pure and cheap, so it can be questioned by trial. Nothing here knows any law. Every question takes

``rule``
    a rule, the library's or one's own;
``case``
    a record for the rule's first fact, or its facts by name. An open case may also be a ``functools.partial`` of the
    record: what is left out is unknown, a value may be ``one_of(...)`` or ``between(first, last)``. In a whole case all
    is known, and defaults hold as in a call;
``law``
    the law asked; the rule's own default where it is None;
``budget``, ``progress``
    how many trials are made at the most, and what is called with the number made so far.
"""

from gxinjury.inquiry.comparison import Cause, Compared, Comparison, compare
from gxinjury.inquiry.needs import Need, Needs, needs
from gxinjury.inquiry.open import between, one_of, partly, unknown
from gxinjury.inquiry.outcomes import BUDGET, Refusal, TooManyTrialsError
from gxinjury.inquiry.possible import Possible, possible
from gxinjury.inquiry.readings import ReadingsThatMatter, ReadingThatMatters, readings_that_matter
from gxinjury.inquiry.reasons import Condition, WhyNot, why_not
from gxinjury.inquiry.results import Choice, Known, Result, Row
from gxinjury.inquiry.sweeps import DaysWhen, Edge, Edges, Spell, days_when, edges
from gxinjury.inquiry.turns import ANY, Change, Flip, Flips, flips

__all__ = [
    "ANY",
    "BUDGET",
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
    "ReadingThatMatters",
    "ReadingsThatMatter",
    "Refusal",
    "Result",
    "Row",
    "Spell",
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
