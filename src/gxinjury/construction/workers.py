"""The worker (职工): whom a roster lists, known by his resident id (居民身份证号), else by his name.

A worker is a :class:`Worker`, or any text that the caller knows him by: an id, a name, a staff number. Whatever holds a
resident id shows it masked; the text itself stays whole, so that two ids are compared in full.
"""

import re
import unicodedata
from datetime import date
from enum import Enum
from typing import Final, Self, TypeAlias

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.facts import check_day, check_flag, check_instance, check_text
from gxinjury.texts import Text, mask

_RESIDENT_ID: Final = re.compile(r"[0-9]{17}[0-9X]")
_BETWEEN: Final = re.compile(r"[\s\-]+")
_HAN_NAME: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff·\s]+")
_SHOWN: Final = 6
_MUST_BE_AN_ID: Final = Text(
    zh="必须是18位居民身份证号，末位可为X",
    en="must be a resident id of 18 digits, of which the last may be X",
)
_MUST_BE_A_WORKER: Final = Text(
    zh="必须是 Worker，或指明该职工的非空文本（身份证号、姓名、工号）",
    en="must be a Worker, or a text that names one (an id, a name, a staff number) and is not empty",
)


class Discreet(str):
    """A text that holds a resident id: equal to the whole text, shown with the id masked.

    >>> number = Discreet("450103198001011234")
    >>> number, f"{number}", number == "450103198001011234"
    ('4501************34', '4501************34', True)
    >>> len(number.in_full)
    18
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Return the text as a discreet one; of a discreet one, which a str would copy masked, the whole."""
        return super().__new__(cls, text.in_full if isinstance(text, Discreet) else text)

    @property
    def in_full(self) -> str:
        """The text itself, for a form that has to bear it."""
        return str.__str__(self)

    def __repr__(self) -> str:
        return repr(mask(self.in_full))

    def __str__(self) -> str:
        return mask(self.in_full)

    def __format__(self, spec: str) -> str:
        return format(mask(self.in_full), spec)


def discreet(text: str) -> str:
    """Return the text as one that masks itself where a resident id stands in it, else as it is.

    >>> discreet("张三 450103198001011234"), discreet("张三")
    ('张三 4501************34', '张三')
    """
    return text if mask(text) == text else Discreet(text)


class Sex(Enum):
    """The column 性别 of a roster."""

    MALE = Text(zh="男", en="male")
    FEMALE = Text(zh="女", en="female")


def half_width(text: str) -> str:
    """Return the text with full-width digits and letters (全角) as plain ones, blanks at its ends dropped.

    >>> half_width(" １２３Ｘ ")
    '123X'
    """
    return text.strip() if text.isascii() else unicodedata.normalize("NFKC", text).strip()


def hidden(text: str) -> str:
    """Return what is meant for an id and is none with all of it hidden but four characters and the last two.

    >>> hidden("45010319800101123"), hidden("123")
    ('4501***********23', '***')
    """
    middle = len(text) - _SHOWN
    return f"{text[:4]}{'*' * middle}{text[-2:]}" if middle > 0 else "*" * len(text)


def resident_id(text: str) -> Discreet | None:
    """Return the resident id that a text is, in plain digits and with a capital X; None where it is none.

    Only the form is looked at; check digit and birth date are the extra ``gxinjury.extra.roster_csv``'s.

    >>> resident_id("４５０１０３ 19800101 123x"), resident_id("张三")
    ('4501************3X', None)
    """
    if _RESIDENT_ID.fullmatch(text):
        return Discreet(text)
    plain = _BETWEEN.sub("", half_width(text)).upper()
    return Discreet(plain) if _RESIDENT_ID.fullmatch(plain) else None


def _read_id(value: str | None) -> str | None:
    return (resident_id(value) or value) if isinstance(value, str) else value


def _read_name(value: str) -> str:
    """Return a name without blanks around it, or within it where forms space out a name of Chinese characters."""
    if isinstance(value, str) and value:
        return discreet("".join(value.split()) if _HAN_NAME.fullmatch(value) else value.strip())
    return value


@attrs.frozen
class Worker:
    """A worker on a roster (花名册上的职工).

    Two records with one resident id are one worker, whatever their names; without an id the name is all there is, and
    two workers of one name cannot be told apart: give them ids, or know them by other texts.

    Args:
        name: The name.
        resident_id: The resident id, 18 digits of which the last may be X; None where it is not known.
        sex: The sex as the roster has it; None where it is not known.

    Raises:
        InvalidFactError: The name is empty, or the id is none by its form. The message hides the id.

    >>> Worker("张三", "450103198001011234")
    Worker(name='张三', resident_id='4501************34', sex=None)
    >>> Worker("张三", "45010319800101123")
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: Worker.resident_id must be a resident id of 18 digits, of which the last may be \
X, got '4501***********23'
    """

    name: str = attrs.field(converter=_read_name)
    resident_id: str | None = attrs.field(default=None, converter=_read_id)
    sex: Sex | None = None

    def __attrs_post_init__(self) -> None:
        check_text("Worker", "name", self.name)
        number: object = self.resident_id
        if number is not None and not isinstance(number, Discreet):
            told = hidden(number) if isinstance(number, str) else type(number)
            raise InvalidFactError("Worker", "resident_id", _MUST_BE_AN_ID, told)
        if self.sex is not None:
            check_instance("Worker", "sex", self.sex, Sex)

    @property
    def key(self) -> str:
        """What the worker is known by, the resident id or else the name."""
        return self.name if self.resident_id is None else self.resident_id

    def __str__(self) -> str:
        return self.name if self.resident_id is None else f"{self.name} {self.resident_id}"


WorkerOrKey: TypeAlias = Worker | str
"""A worker, or the text that the caller knows him by."""


def as_worker(value: WorkerOrKey) -> WorkerOrKey:
    """Return a text that names a worker in one spelling, an id in it shown masked; anything else as it came.

    The lenient half of reading a worker: :func:`check_worker` refuses the rest.

    >>> as_worker(" 45010319800101123x "), as_worker("张三")
    ('4501************3X', '张三')
    """
    if not isinstance(value, str) or isinstance(value, Discreet):
        return value
    return resident_id(value) or _read_name(value)


def check_worker(record: str, field: str, value: object) -> None:
    """Refuse what is neither a Worker nor a text that names one."""
    if not isinstance(value, Worker) and (not isinstance(value, str) or not value.strip()):
        raise InvalidFactError(record, field, _MUST_BE_A_WORKER, value)


def key_of(worker: WorkerOrKey) -> str:
    """Return what a worker is known by.

    >>> key_of(Worker("张三", "450103198001011234")) == "450103198001011234", key_of(Worker("张三"))
    (True, '张三')
    """
    return worker.key if isinstance(worker, Worker) else worker


EmployerInsured: TypeAlias = bool | date
"""Whether a worker is insured through his own employer; or the day from which he is."""


def check_employer_insured(record: str, field: str, value: object) -> None:
    """Refuse what is neither True or False nor a day."""
    if isinstance(value, date):
        check_day(record, field, value)
    else:
        check_flag(record, field, value)


def employer_insured_on(day: date, insured: EmployerInsured) -> bool:
    """Return whether a worker's own employer insures him on a day.

    >>> [employer_insured_on(date(2016, 2, day), date(2016, 2, 29)) for day in (28, 29)]
    [False, True]
    """
    return insured if isinstance(insured, bool) else insured <= day
