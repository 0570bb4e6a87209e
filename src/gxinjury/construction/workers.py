"""The worker (职工): whom a roster lists, known by his id (居民身份证号等证件号码), else by his name.

A worker is a :class:`Worker`, or any text that the caller knows him by: an id, a name, a staff number.
"""

import re
from datetime import date
from enum import Enum
from typing import Annotated, Final, TypeAlias

import attrs

from gxinjury.construction.ids import (
    MUST_BE_AN_ID,
    IdKind,
    born_on,
    document_number,
    hidden,
    id_kind,
    no_id,
)
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.privacy import AnyText, Discreet, masked, whole
from gxinjury.records import FreeText, Record, check_facts
from gxinjury.texts import Text

__all__ = ["Sex", "Worker", "WorkerOrKey", "as_worker", "check_worker", "key_of", "name_of", "number_of"]

_HAN_NAME: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff·\s]+")
_MUST_BE_A_WORKER: Final = FactRule(
    zh="必须是 Worker，或指明该职工的非空文本（身份证号、姓名、工号）",
    en="must be a Worker, or a text that names one (an id, a name, a staff number) and is not empty",
    code="no_worker",
)


class Sex(Enum):
    """The column 性别 of a roster."""

    MALE = Text(zh="男", en="male")
    FEMALE = Text(zh="女", en="female")


def _read_id(value: AnyText | None) -> AnyText | None:
    return (document_number(value) or value) if isinstance(value, str) else value


def _read_name(value: AnyText) -> AnyText:
    """Return a name without blanks around it, or within it where forms space out a name of Chinese characters."""
    if isinstance(value, str) and value:
        name = "".join(value.split()) if _HAN_NAME.fullmatch(value) else value.strip()
        return name if masked(name) == name else Discreet(name)
    return value


def _check_id(record: str, field: str, value: object) -> None:
    """Refuse what no form of id fits, and hide it; what :func:`document_number` made of one is one."""
    if isinstance(value, Discreet):
        return
    if not isinstance(value, str):
        raise InvalidFactError(record, field, MUST_BE_AN_ID, type(value))
    raise InvalidFactError(record, field, no_id(value), hidden(value))


@attrs.frozen
class Worker(Record):
    """A worker on a roster (花名册上的职工).

    Two records with one id are one worker, whatever their names; without an id the name is all there is, and two
    workers of one name cannot be told apart: give them ids, or know them by other texts.

    Args:
        name: The name.
        resident_id: The resident id, 18 digits of which the last may be X; or the number of a passport, or of a permit
            of a resident of Hong Kong, Macao or Taiwan or of a foreigner; None where it is not known.
        sex: The sex as the roster has it; None where it is not known.

    Raises:
        InvalidFactError: The name is empty, or the id is none by its form. The message hides the id.

    >>> Worker("张三", "450103198001011234")
    Worker(name='张三', resident_id='4501************34', sex=None)
    >>> Worker("张三", "45010319800101123")
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: Worker.resident_id must be a resident id of 18 digits, of which the last may be \
X, or the number of a passport or permit, got '4501***********23'
    """

    name: Annotated[FreeText, Text("姓名", "name")] = attrs.field(converter=_read_name)
    resident_id: Annotated[Discreet | None, _check_id, Text("身份证号", "resident id")] = attrs.field(
        default=None, converter=_read_id
    )
    sex: Annotated[Sex | None, Text("性别", "sex")] = None

    __attrs_post_init__ = check_facts

    @property
    def id_kind(self) -> IdKind | None:
        """What the id is, by its form; None without one."""
        return None if self.resident_id is None else id_kind(self.resident_id)

    @property
    def born_on(self) -> date | None:
        """The birth date that an id of 18 digits holds; None without one, or where there is no such day."""
        return None if self.resident_id is None else born_on(self.resident_id)

    @property
    def sex_in_id(self) -> Sex | None:
        """The sex that the 17th digit tells, odd for men; None for an id that does not tell it."""
        if self.resident_id is None or self.id_kind not in {IdKind.RESIDENT_ID, IdKind.RESIDENCE_PERMIT}:
            return None
        return Sex.MALE if int(whole(self.resident_id)[16]) % 2 else Sex.FEMALE

    @property
    def key(self) -> AnyText:
        """What the worker is known by, the resident id or else the name."""
        return self.name if self.resident_id is None else self.resident_id

    def __str__(self) -> str:
        return str(self.name) if self.resident_id is None else f"{self.name} {self.resident_id}"


WorkerOrKey: TypeAlias = Worker | str | Discreet
"""A worker, or the text that the caller knows him by."""


def as_worker(value: WorkerOrKey) -> WorkerOrKey:
    """Return a text that names a worker in one spelling, an id in it shown masked; anything else as it came.

    The lenient half of reading a worker: :func:`check_worker` refuses the rest.

    >>> as_worker(" 45010319800101123x "), as_worker("张三")
    ('4501************3X', '张三')
    """
    if not isinstance(value, str):
        return value
    return document_number(value) or _read_name(value)


def check_worker(record: str, field: str, value: object) -> None:
    """Refuse what is neither a Worker nor a text that names one."""
    if not isinstance(value, Worker | Discreet) and not (isinstance(value, str) and value.strip()):
        raise InvalidFactError(record, field, _MUST_BE_A_WORKER, value)


def number_of(worker: WorkerOrKey) -> AnyText | None:
    """Return a worker's id, whether he is told by a record or by the id itself; None where it is not known.

    >>> number_of("450103198001011233"), number_of(Worker("张三")), number_of("张三")
    ('450103198001011233', None, None)
    """
    if isinstance(worker, Worker):
        return worker.resident_id
    return None if id_kind(worker) is None else worker


def key_of(worker: WorkerOrKey) -> AnyText:
    """Return what a worker is known by.

    >>> key_of(Worker("张三", "450103198001011234")) == "450103198001011234", key_of(Worker("张三"))
    (True, '张三')
    """
    return worker.key if isinstance(worker, Worker) else worker


def name_of(worker: WorkerOrKey) -> AnyText:
    """Return a worker's name; of one whom a text tells, the text.

    >>> name_of(Worker("张三", "450103198001011234")), name_of("张三")
    ('张三', '张三')
    """
    return worker.name if isinstance(worker, Worker) else worker
