"""Values of an answer as data: one walk, whatever a field holds."""

from datetime import date, datetime
from decimal import Decimal

import attrs
import pytest

from gxinjury.construction import Standing
from gxinjury.extra.cases.answers import registration_of
from gxinjury.extra.cases.data import data_of, fields_data, member_data, plain_data
from gxinjury.extra.cases.paper_data import registration_data
from gxinjury.extra.cases.reading import structure_case
from gxinjury.facts import CHINA
from gxinjury.findings import FindingWords
from gxinjury.law.clauses import NN
from gxinjury.money import Rate
from gxinjury.periods import Period
from gxinjury.texts import Text

ID = "450103198001011234"
MARCH = Period(date(2016, 3, 1), date(2016, 3, 31))


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (None, None),
        (True, True),
        (3, 3),
        (Decimal("1E+3"), "1000.00"),
        (Decimal("0.125"), "0.125"),
        (date(2016, 3, 1), "2016-03-01"),
        (datetime(2016, 3, 1, 9, tzinfo=CHINA), "2016-03-01T09:00:00+08:00"),
        (Standing.NOT_INSURED, "NOT_INSURED"),
        (Text(zh="一", en="one"), {"zh": "一", "en": "one"}),
        (NN.clause("1.1.5"), "NN-1.1.5"),
        (Rate.per_mille("1.3"), "1.3‰"),
        (MARCH, {"first": "2016-03-01", "last": "2016-03-31"}),
        ((MARCH, None), [{"first": "2016-03-01", "last": "2016-03-31"}, None]),
        ({"a": MARCH}, {"a": {"first": "2016-03-01", "last": "2016-03-31"}}),
        (f"the worker {ID}", "the worker 4501************34"),
    ],
)
def test_values(value: object, data: object) -> None:
    """Amounts keep their fen and lose nothing, ids are masked, periods are tables."""
    assert data_of(value) == data


def test_a_finding() -> None:
    """What it tells stands by itself: a period among its values as it is told."""

    class Findings:
        late = FindingWords(zh="{days}迟缴", en="late {days}")

    found = Findings.late(NN.clause("1.1.5"), days=MARCH)
    assert data_of(found) == {
        "code": "late",
        "clause": "NN-1.1.5",
        "values": {"days": plain_data(MARCH)},
        "zh": found.message.zh,
        "en": found.message.en,
    }
    assert plain_data(MARCH) == str(MARCH)


@attrs.frozen
class _Stay:
    first: date
    nights: int = 2


def test_fields() -> None:
    """All of a record, or those named in their order, of the first record that knows each; values in their place."""
    stay = _Stay(date(2016, 3, 1))
    assert list(fields_data(stay).items()) == [("first", "2016-03-01"), ("nights", 2)]
    told = fields_data((stay, MARCH), "nights last first days", days=None)
    assert list(told.items()) == [("nights", 2), ("last", "2016-03-31"), ("first", "2016-03-01"), ("days", None)]


def test_a_choice() -> None:
    """By its name, with what stands between that and what it is called."""
    told = member_data(Standing.NOT_INSURED, clause=NN.clause("3.2.0"))
    assert list(told) == ["name", "clause", "zh", "en"]
    assert told["clause"] == "NN-3.2.0"


def test_an_account_to_pay_into() -> None:
    """Field by field, on annex 1; none where the case tells none."""
    contract = {"price": 100, "commencement": "2015-11-01", "completion": "2016-06-30"}
    account = {"name": "户名", "number": "6222", "bank": "开户行"}
    told = [structure_case({"contract": contract, **more}) for more in ({"payee": account}, {})]
    assert [registration_data(registration_of(case))["form"]["payee"] for case in told] == [account, None]
