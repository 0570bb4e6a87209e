"""What is unknown of a case, as inquiries take it: each fact with what it may be, as it was looked at."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any, Final

import attrs
import pytest

from gxinjury.construction import CoverState, ProjectCover
from gxinjury.extra.cases.open import structure_open_case
from gxinjury.extra.cases.unknowns import Unknowns
from tests.extra.looks import check_golden

CONTRACT: Final = {"price": "100000000", "commencement": "2015-10-09", "completion": "2016-06-30"}
PAID: Final = [{"amount": 130_000, "paid_on": "2015-10-08"}]
SHORT: Final = [{"amount": 1, "paid_on": "2015-10-08"}]
ADDED: Final = [{"worker": "张三", "kind": "add", "reported_on": "2015-11-28"}]
HURT: Final = {"worker": "张三", "happened_at": "2016-03-01T09:00+08:00"}
ILL: Final = {"worker": "张三", "diagnosed_on": "2016-05-05"}
KNOWLEDGE: Final = {"readings": {"report_clock": "KNOWLEDGE"}}
CASES: Final[Mapping[str, Mapping[str, Any]]] = {
    "nothing": {"contract": CONTRACT},
    "without days": {"contract": {"price": 1}, "diseases": [{}], "injuries": [HURT]},
    "without days, paid": {"contract": {"price": 1}, "payments": PAID, "diseases": [ILL], "roster": ADDED},
    "without days, none paid": {"contract": {"price": 1}, "payments": []},
    "without an end": {"contract": {"price": 1, "commencement": "2015-10-09"}, "payments": PAID},
    "paid": {"contract": CONTRACT, "payments": PAID, "roster": ADDED, "injuries": [HURT], "diseases": [ILL]},
    "of nobody told": {
        "contract": CONTRACT,
        "payments": PAID,
        "roster": ADDED,
        "diseases": [{}, {"worker": "张三", "exposed_to": "2015-10-08"}],
        "injuries": [{"happened_at": HURT["happened_at"]}],
    },
    "not all paid": {"contract": CONTRACT, "payments": SHORT, "roster": ADDED, "injuries": [HURT], "diseases": [ILL]},
    "not listed": {
        "contract": CONTRACT,
        "payments": PAID,
        "roster": [],
        "injuries": [HURT, {**HURT, "known_at": "2016-03-02T10:00+08:00", "verified": False}],
        "law": KNOWLEDGE,
    },
    "reported": {
        "contract": CONTRACT,
        "injuries": [
            {**HURT, "reported_at": "2016-03-01T10:00+08:00", "work_cause": True, "on_site": False},
            {**HURT, "determined_on": "2016-04-01", "enrolled_by_employer": "2016-02-01", "work_cause": False},
        ],
        "law": KNOWLEDGE,
    },
    "completed": {
        "contract": CONTRACT,
        "progress": {"completed_on": "2016-05-20"},
        "diseases": [
            {"worker": "李四", "exposed_from": "2015-12-01"},
            {"worker": "李四", "exposed_to": "2015-10-01", "diagnosed_on": "2016-05-05", "enrolled_by_employer": True},
            {"worker": "李四", "exposed_from": "2015-12-01", "exposed_to": "2016-01-01"},
        ],
    },
    "accepted": {
        "contract": CONTRACT,
        "payments": PAID,
        "progress": {"accepted_on": "2016-05-20"},
        "diseases": [{"worker": "李四"}],
        "name_changes": [{"name": "乙", "document_on": "2016-01-01"}],
        "stoppages": [{"first": "2016-01-01", "last": "2016-01-31"}],
    },
    "accepted, not paid": {"contract": CONTRACT, "progress": {"accepted_on": "2016-05-20"}},
    "delayed": {"contract": CONTRACT, "payments": PAID, "delay": {"filed_on": "2016-05-20"}},
    "delayed for long": {
        "contract": CONTRACT,
        "delay": {"filed_on": "2016-05-20", "acceptance_period_ends": "2016-09-30"},
    },
    "no delay": {"contract": CONTRACT, "delay": None},
    "warranty": {"contract": CONTRACT, "warranty": {"ends": "2017-06-30"}, "payments": PAID},
    "warranty filed": {"contract": CONTRACT, "warranty": {"ends": "2017-06-30", "filed_on": "2016-07-10"}},
    "warranty reported": {
        "contract": CONTRACT,
        "warranty": {"ends": "2017-06-30", "filed_on": "2016-07-10", "roster_reported_on": "2016-07-11"},
    },
}
"""What files tell, by what is to be seen of them."""


def _told(fact: object) -> str:
    """Say a fact as an inquiry takes it; of a record, or what makes one, what is not as it is by default."""
    if isinstance(fact, partial):
        told = {name: _told(one) for name, one in fact.keywords.items() if one is not None and one != ()}
        return f"{fact.func.__name__}({', '.join(f'{name}={one}' for name, one in told.items())})"
    if isinstance(fact, ProjectCover):
        return f"ProjectCover({fact.expiry}, {' '.join(map(str, fact.periods))}; {' '.join(map(str, fact.unsettled))})"
    if (candidates := getattr(fact, "candidates", None)) is not None:
        return f"one of [{'; '.join(map(_told, candidates))}]"
    kind: Any = type(fact)
    if attrs.has(kind):
        fields = (one for one in attrs.fields(kind) if getattr(fact, one.name) != one.default)
        return f"{kind.__name__}({', '.join(f'{one.name}={getattr(fact, one.name)}' for one in fields)})"
    return f"{fact}"


def _facts(case: Mapping[str, Any]) -> Iterator[str]:
    found = Unknowns(structure_open_case(case))
    yield f"expiry {found.expiry}, completed {found.completed_on}"
    for day in (date(2016, 3, 1), date(2016, 6, 30), date(2016, 7, 1)):
        for name, fact in found.of_cover(day).items():
            yield f"cover {day} {name}: {_told(fact)}"
    for number, (accident, known) in enumerate(found.accidents, 1):
        for name, fact in found.of_injury(accident, known, [CoverState.COVERED]).keywords.items():
            yield f"injury {number} {name}: {_told(fact)}"
    for number, (disease, known) in enumerate(found.diseases, 1):
        for name, fact in found.of_disease(disease, known).items():
            yield f"disease {number} {name}: {_told(fact)}"


@pytest.mark.filterwarnings("ignore")
def test_every_fact() -> None:
    """On a day within the term, on its last and on the one after it; of injuries and diseases."""
    check_golden("unknowns", (line for name, case in CASES.items() for line in (f"=== {name}", *_facts(case))))
