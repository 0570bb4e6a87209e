"""Benefits in a case file (案情中的待遇事实): how ``[injuries.benefits]`` is read, and where in it a fault stands.

Nothing to install.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from gxinjury.benefits import (
    AverageSeries,
    AverageWage,
    DeathAnchor,
    Dependant,
    DependantKind,
    DisabilityGrade,
    Receipt,
    StopGround,
    TerminationGround,
)
from gxinjury.construction import Accident, OccupationalDisease
from gxinjury.errors import InvalidFactError
from gxinjury.extra.case_faults import Fault, FaultsError, Path, refused
from gxinjury.extra.case_values import read_amount
from gxinjury.facts import Yuan
from gxinjury.periods import Period
from gxinjury.texts import Text

BENEFITS: Final = "benefits"

BENEFIT_LISTS: Final[dict[object, str]] = {
    tuple[Period, ...]: "injuries.benefits.stays",
    tuple[Receipt, ...]: "injuries.benefits.…",
    tuple[Dependant, ...]: "injuries.benefits.dependants",
}
"""By the type of a list: how its items are headed in TOML; two lists hold receipts."""

_AVERAGE: Final = AverageWage(Decimal(1), AverageSeries.ON_POST, 2000)
BENEFIT_STAND_INS: Final[dict[object, tuple[object, ...]]] = {
    int: (2000,),
    AverageSeries: (AverageSeries.ON_POST,),
    TerminationGround: (TerminationGround.OWN_WISH,),
    DeathAnchor: (DeathAnchor.DEATH,),
    DependantKind: (DependantKind.OTHER,),
    # Others are refused without these, which is no fault of theirs.
    DisabilityGrade | None: (DisabilityGrade.ONE, None),
    AverageWage | None: (_AVERAGE, None),
    AverageSeries | None: (AverageSeries.ON_POST, None),
    StopGround | None: (StopGround.CONDITIONS_LOST, None),
}
"""By the type of a field: what may stand in for a value at fault, beside what holds for all records."""

_MUST_BE_A_GRADE: Final = Text(zh="必须是1（最重）至10的整数", en="must be a whole number from 1, the worst, to 10")
_WRITE: Final = Text(zh="请写 {grade}，不带“级”和引号", en="write {grade}, a number without quotes")
_WHICH_YEAR: Final = Text(
    zh="请选择工亡补助金按哪一天的上一年度计：accident（事故发生之日）或 death（死亡之日）；不确定请问经办机构",
    en="choose the day before whose year the death subsidy is counted: accident or death; if in doubt ask the agency",
)
MISSING_HINTS: Final[Mapping[tuple[str, str], Text]] = {("Death", "anchor"): _WHICH_YEAR}
"""By record and field: what would be right where a key is left out that has no default."""

_WRITTEN_GRADE: Final = re.compile(r"(?:伤残)?\s*(十|[一二三四五六七八九]|10|[1-9])\s*级?")
_MUST_BE_AMOUNTS: Final = Text(
    zh="必须是由各月金额组成的列表，如 [4200, 4350.50]", en="must be a list of monthly amounts such as [4200, 4350.50]"
)
_CHINESE_GRADES: Final = {
    f"{numeral}级": grade for numeral, grade in zip("一二三四五六七八九十", DisabilityGrade, strict=True)
}

_HALF_WIDTH: Final = str.maketrans("０１２３４５６７８９", "0123456789")

_OF_THE_FACTS: Final = ("BenefitFacts", "Injury")
_ASKED: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("paid_injury_leave", "months"): (BENEFITS, "leave_months"),
    ("paid_injury_leave", "extension_months"): (BENEFITS, "leave_extension_months"),
    ("reference_wage", "monthly_wages"): (BENEFITS, "monthly_wages"),
    ("city_average", "assessed_on"): (BENEFITS, "benefits_assessed_on"),
    ("city_average", "paid_on"): (BENEFITS, "benefits_paid_on"),
    ("city_average", "determined_on"): ("determined_on",),
    ("termination_subsidies", "ground"): (BENEFITS, "termination", "ground"),
}
"""Where under an accident stands what a question about its benefits refuses: what only the law asked can tell."""


def read_grade(value: object, _: object = None) -> DisabilityGrade:
    """Return a disability grade: its number, or its Chinese word.

    Raises:
        FaultsError: It is none; so does the other below.

    >>> read_grade(7), read_grade("十级")
    (<DisabilityGrade.SEVEN: 7>, <DisabilityGrade.TEN: 10>)
    """
    if isinstance(value, str) and value.strip() in _CHINESE_GRADES:
        return _CHINESE_GRADES[value.strip()]
    if isinstance(value, int) and not isinstance(value, bool) and value in set(DisabilityGrade):
        return DisabilityGrade(value)
    raise FaultsError([Fault((), _MUST_BE_A_GRADE, value, _grade_meant(value))])


def _grade_meant(value: object) -> Text | None:
    """Return how a grade is written that stands in a text, as ``9级``; None where none stands there."""
    found = _WRITTEN_GRADE.fullmatch(value.strip().translate(_HALF_WIDTH)) if isinstance(value, str) else None
    if found is None:
        return None
    word = found[1]
    return _WRITE.filled({"grade": word if word.isdigit() else str(int(_CHINESE_GRADES[f"{word}级"]))})


def read_amounts(value: object, _: object = None) -> tuple[Yuan, ...]:
    """Return monthly amounts, all that are none told at once."""
    if not isinstance(value, list | tuple):
        raise refused(_MUST_BE_AMOUNTS, value)
    found, faults = [], []
    for position, one in enumerate(value):
        try:
            found.append(Yuan(read_amount(one)))
        except FaultsError as error:
            faults += [fault.below(position) for fault in error.faults]
    if faults:
        raise FaultsError(faults)
    return tuple(found)


def benefit_place(error: InvalidFactError, sections: Mapping[str, Any]) -> Path | None:
    """Return where stands what is refused of the benefits; None where it is something else.

    Args:
        error: The refusal.
        sections: The sections of the file by name; of a record, its fields.

    >>> benefit_place(InvalidFactError("Injury", "stays[0].first", Text(zh="-", en="-"), 1), {"benefits": 1})
    ('benefits', 'stays', 0, 'first')
    """
    if error.record in _OF_THE_FACTS:
        within: Path = tuple(int(step) if step.isdigit() else step for step in re.findall(r"\w+", error.field))
        return (BENEFITS, *within) if BENEFITS in sections else within
    asked = _ASKED.get((error.record, error.field))
    if asked is None:
        return None
    places = (
        (name, position, *asked)
        for name in ("injuries", "diseases")
        for position, harm in enumerate(sections.get(name, ()))
        if _is_refused(harm, asked, error.value) and (error.record != "city_average" or _takes_a_series(harm))
    )
    return next(places, None)


def _takes_a_series(accident: Accident | OccupationalDisease) -> bool:
    return accident.benefits is not None and accident.benefits.average_series is not None


def _is_refused(accident: Accident | OccupationalDisease, path: tuple[str, ...], value: object) -> bool:
    """Whether an accident has the value refused; of months too many the refusal names their number."""
    found: Any = accident
    for step in path:
        found = getattr(found, step, None)
    return found == value or (isinstance(found, tuple) and len(found) == value)
