"""The worker (职工): whom a roster lists, known by his id (居民身份证号等证件号码), else by his name.

A worker is a :class:`Worker`, or any text that the caller knows him by: an id, a name, a staff number. An id is that of
a resident, or the number of a passport or of a permit, each known by its form (:class:`IdKind`). Whatever holds one
shows it masked; the text itself stays whole, so that two ids are compared in full. What has the form of an id is masked
though it be a staff number.
"""

import re
import unicodedata
from datetime import date
from enum import Enum
from typing import Annotated, Final, Self, TypeAlias

import attrs

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import check_day, check_flag
from gxinjury.privacy import mask
from gxinjury.records import SomeText, check_facts
from gxinjury.texts import Text

_RESIDENT_ID: Final = re.compile(r"[0-9]{17}[0-9X]")
_FIRST_GENERATION: Final = re.compile(r"[0-9]{15}")
_ANY_ID_WITHIN: Final = re.compile(
    r"(?<![A-Za-z\d])(?=(?:[A-Za-z]*\d){5})([A-Za-z\d])([A-Za-z\d]{4,8})([A-Za-z\d]{2})(?![A-Za-z\d])"
)
_BETWEEN: Final = re.compile(r"[\s\-]+")
_HAN_NAME: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff·\s]+")
_LONG: Final = 15
MUST_BE_AN_ID: Final = FactRule(
    zh="必须是18位居民身份证号，末位可为X，或者护照、通行证、居住证、永久居留证的号码",
    en="must be a resident id of 18 digits, of which the last may be X, or the number of a passport or permit",
    code="no_id",
)
MUST_BE_OF_THE_SECOND_GENERATION: Final = FactRule(
    zh="必须是18位居民身份证号：15位的是第一代居民身份证号，已停用，请改填18位号码",
    en="must be a resident id of 18 digits: one of 15 is of the first generation and out of use, look up the new one",
    code="first_generation_id",
)
_MUST_BE_A_WORKER: Final = FactRule(
    zh="必须是 Worker，或指明该职工的非空文本（身份证号、姓名、工号）",
    en="must be a Worker, or a text that names one (an id, a name, a staff number) and is not empty",
    code="no_worker",
)


class IdKind(Enum):
    """What an id is (证件类型), by its form.

    >>> id_kind("830000198001011230").name, id_kind("H12345678").name, id_kind("12345678").name
    ('RESIDENCE_PERMIT', 'HONG_KONG_MACAO_PERMIT', 'TAIWAN_PERMIT')
    """

    RESIDENT_ID = Text(zh="居民身份证", en="resident id")
    RESIDENCE_PERMIT = Text(zh="港澳台居民居住证", en="residence permit of a resident of Hong Kong, Macao or Taiwan")
    PERMANENT_RESIDENCE = Text(zh="外国人永久居留身份证", en="foreigner's permanent residence permit")
    HONG_KONG_MACAO_PERMIT = Text(zh="港澳居民来往内地通行证", en="permit of a resident of Hong Kong or Macao")
    TAIWAN_PERMIT = Text(zh="台湾居民来往大陆通行证", en="permit of a resident of Taiwan")
    PASSPORT = Text(zh="护照", en="passport")


_FORMS: Final = (
    (IdKind.RESIDENCE_PERMIT, re.compile(r"8[123][0-9]{15}[0-9X]")),
    (IdKind.PERMANENT_RESIDENCE, re.compile(r"9[0-9]{16}[0-9X]|[A-Z]{3}[0-9]{12}")),
    (IdKind.RESIDENT_ID, _RESIDENT_ID),
    (IdKind.HONG_KONG_MACAO_PERMIT, re.compile(r"[HM](?:[0-9]{8}|[0-9]{10})")),
    (IdKind.TAIWAN_PERMIT, re.compile(r"[0-9]{8}")),
    (IdKind.PASSPORT, re.compile(r"(?=(?:[A-Z]*[0-9]){5})[A-Z0-9]{7,9}")),
)


def id_kind(number: str) -> IdKind | None:
    """Return what an id is, in plain digits and capitals; None for what is none.

    >>> id_kind("450103198001011233").name, id_kind("E12345678").name, id_kind("450103800101123")
    ('RESIDENT_ID', 'PASSPORT', None)
    """
    whole = number.in_full if isinstance(number, Discreet) else number
    return next((kind for kind, form in _FORMS if form.fullmatch(whole)), None)


class Discreet(str):
    """A text that holds an id: equal to the whole text, shown with the id masked.

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
        return repr(_masked(self.in_full))

    def __str__(self) -> str:
        return _masked(self.in_full)

    def __format__(self, spec: str) -> str:
        return format(_masked(self.in_full), spec)


def _masked(text: str) -> str:
    """Return a text of a worker with whatever may be an id in it masked, passports and permits too."""
    return _ANY_ID_WITHIN.sub(lambda found: f"{found[1]}{'*' * len(found[2])}{found[3]}", mask(text))


def discreet(text: str) -> str:
    """Return the text as one that masks itself where an id known by its form anywhere stands in it, else as it is.

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
    """Return what is meant for an id and is none with all of it hidden but the last two characters and the first ones.

    >>> hidden("45010319800101123"), hidden("1234567"), hidden("123")
    ('4501***********23', '1****67', '***')
    """
    first = 4 if len(text) >= _LONG else 1
    middle = len(text) - first - 2
    return f"{text[:first]}{'*' * middle}{text[-2:]}" if middle > 1 else "*" * len(text)


def resident_id(text: str) -> Discreet | None:
    """Return the id of 18 digits that a text is, in plain digits and with a capital X; None where it is none.

    Permits of the form of a resident id are among them. Only the form is looked at; check digit and birth date are the
    extra ``gxinjury.extra.forms.annex2``'s.

    >>> resident_id("４５０１０３ 19800101 123x"), resident_id("张三")
    ('4501************3X', None)
    """
    if _RESIDENT_ID.fullmatch(text):
        return Discreet(text)
    plain = _plain(text)
    return Discreet(plain) if _RESIDENT_ID.fullmatch(plain) else None


def _plain(text: str) -> str:
    return _BETWEEN.sub("", half_width(text)).upper()


def document_number(text: str) -> Discreet | None:
    """Return the id that a text is, of whatever kind, in plain digits and capitals; None where it is none.

    >>> document_number("e 1234 5678"), document_number("张三"), document_number("12")
    ('E******78', None, None)
    """
    number = resident_id(text)
    if number is not None or not any(one.isdigit() for one in text):
        return number
    plain = _plain(text)
    return None if id_kind(plain) is None else Discreet(plain)


def no_id(text: str) -> FactRule:
    """Return what is wrong with a text that is no id: one of 15 digits is told for what it is.

    >>> no_id("450103800101123").en[:53]
    'must be a resident id of 18 digits: one of 15 is of t'
    """
    return MUST_BE_OF_THE_SECOND_GENERATION if _FIRST_GENERATION.fullmatch(_plain(text)) else MUST_BE_AN_ID


def _whole(text: str) -> str:
    return text.in_full if isinstance(text, Discreet) else text


def born_on(number: str) -> date | None:
    """Return the birth date that an id of 18 digits holds; None for another, or where there is no such day.

    >>> born_on("450103198001011233"), born_on("E12345678")
    (datetime.date(1980, 1, 1), None)
    """
    whole = _whole(number)
    if not _RESIDENT_ID.fullmatch(whole):
        return None
    try:
        return date(int(whole[6:10]), int(whole[10:12]), int(whole[12:14]))
    except ValueError:
        return None


def _read_id(value: str | None) -> str | None:
    return (document_number(value) or value) if isinstance(value, str) else value


def _read_name(value: str) -> str:
    """Return a name without blanks around it, or within it where forms space out a name of Chinese characters."""
    if isinstance(value, str) and value:
        name = "".join(value.split()) if _HAN_NAME.fullmatch(value) else value.strip()
        return name if _masked(name) == name else Discreet(name)
    return value


def _check_id(record: str, field: str, value: object) -> None:
    """Refuse what no form of id fits, and hide it; what :func:`document_number` made of one is one."""
    if not isinstance(value, str):
        raise InvalidFactError(record, field, MUST_BE_AN_ID, type(value))
    if not isinstance(value, Discreet):
        raise InvalidFactError(record, field, no_id(value), hidden(value))


@attrs.frozen
class Worker:
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

    name: Annotated[SomeText, Text("姓名", "name")] = attrs.field(converter=_read_name)
    resident_id: Annotated[str | None, _check_id, Text("身份证号", "resident id")] = attrs.field(
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
        return Sex.MALE if int(_whole(self.resident_id)[16]) % 2 else Sex.FEMALE

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
    return document_number(value) or _read_name(value)


def check_worker(record: str, field: str, value: object) -> None:
    """Refuse what is neither a Worker nor a text that names one."""
    if not isinstance(value, Worker) and (not isinstance(value, str) or not value.strip()):
        raise InvalidFactError(record, field, _MUST_BE_A_WORKER, value)


def number_of(worker: WorkerOrKey) -> str | None:
    """Return a worker's id, whether he is told by a record or by the id itself; None where it is not known.

    >>> number_of("450103198001011233"), number_of(Worker("张三")), number_of("张三")
    ('450103198001011233', None, None)
    """
    if isinstance(worker, Worker):
        return worker.resident_id
    return None if id_kind(worker) is None else worker


def key_of(worker: WorkerOrKey) -> str:
    """Return what a worker is known by.

    >>> key_of(Worker("张三", "450103198001011234")) == "450103198001011234", key_of(Worker("张三"))
    (True, '张三')
    """
    return worker.key if isinstance(worker, Worker) else worker


def name_of(worker: WorkerOrKey) -> str:
    """Return a worker's name; of one whom a text tells, the text.

    >>> name_of(Worker("张三", "450103198001011234")), name_of("张三")
    ('张三', '张三')
    """
    return worker.name if isinstance(worker, Worker) else worker


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
