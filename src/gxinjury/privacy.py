"""What may be shown of what was typed in (可示人的文本): ids masked, nothing that a terminal would obey."""

import re
from typing import Final, NoReturn, TypeAlias

__all__ = ["AnyText", "Discreet", "discreet", "mask", "masked", "printable", "whole"]

_SHORTEST: Final = 9
_ANY_ID_WITHIN: Final = re.compile(
    r"(?<![A-Za-z\d])(?=(?:[A-Za-z]*\d){5})([A-Za-z\d])([A-Za-z\d]{4,8})([A-Za-z\d]{2})(?![A-Za-z\d])"
)
_PERMIT: Final = re.compile(
    r"(?<![A-Za-z\d])([A-Za-z]{3})\d{10}(\d\d)(?!\d)"  # a foreigner's permanent residence permit, of the old kind
    r"|(?<![A-Za-z\d])([HMhm])\d{6}(?:\d\d)?(\d\d)(?!\d)"  # a permit of Hong Kong or Macao
)
_RUN: Final = re.compile(r"(?<!\d)(?<!\d\.)\d(?:[ \u00a0\u3000\-‐-―－]{0,2}\d){10,}(?:[ \-]?[XxＸｘ](?![A-Za-z]))?")
_APART: Final = re.compile(r"[ \u00a0\u3000\-‐-―－]+")
_WHOLE: Final = re.compile(r"(?<!\d)\d{14,19}[\dXxＸｘ](?!\d)")
_BETWEEN: Final = r"[ \u00a0\u3000\-‐-―－]{0,2}"
_BIRTH: Final = (r"(?:1{0}9|2{0}0)", r"\d", r"\d", r"(?:0{0}[1-9]|1{0}[0-2])", r"(?:[0-2]{0}\d|3{0}[01])")
_RESIDENT: Final = _BETWEEN.join(
    [*[r"\d"] * 6, *(part.format(_BETWEEN) for part in _BIRTH), *[r"\d"] * 3, r"[\dXxＸｘ]"]
)
_DAY: Final = r"(?<![\d-])(?P<day>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01]))(?![\d-])"
_KNOWN: Final = re.compile(rf"(?<!\d){_RESIDENT}(?!\d)|{_DAY}")
_OF_AN_ID: Final = range(15, 21)
_SHORTEST_GROUP: Final = 3
_FIRST: Final = 4
_LAST: Final = 2


class Discreet:
    """A text that holds an id: equal to the whole text, shown with the id masked.

    It is no ``str``, so that nothing that writes texts, as ``json`` does, writes the id by itself.

    Args:
        text: The text.

    >>> number = Discreet("450103198001011234")
    >>> number, f"{number}", "%s" % number, number == "450103198001011234"
    ('4501************34', '4501************34', '4501************34', True)
    >>> len(number.in_full)
    18
    """

    __slots__ = ("_whole",)
    _whole: str

    def __init__(self, text: "str | Discreet") -> None:
        object.__setattr__(self, "_whole", whole(text))

    @property
    def in_full(self) -> str:
        """The text itself, for a form that has to bear it."""
        return self._whole

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("a text does not change")

    def __eq__(self, other: object) -> bool:
        return self._whole == whole(other) if isinstance(other, str | Discreet) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._whole)

    def __lt__(self, other: "str | Discreet") -> bool:
        return self._whole < whole(other)

    def __gt__(self, other: "str | Discreet") -> bool:
        return self._whole > whole(other)

    def __reduce__(self) -> tuple[type["Discreet"], tuple[str]]:
        return Discreet, (self._whole,)

    def __repr__(self) -> str:
        return repr(str(self))

    def __str__(self) -> str:
        return masked(self._whole)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


AnyText: TypeAlias = str | Discreet
"""A text that may hide itself."""


def whole(text: AnyText) -> str:
    """Return a text in full, whether it hides itself or not.

    >>> whole("张三"), len(whole(Discreet("450103198001011234")))
    ('张三', 18)
    """
    return text.in_full if isinstance(text, Discreet) else text


def masked(text: str) -> str:
    """Return a text of a worker with whatever may be an id in it masked, passports and permits too.

    >>> masked("E12345678"), masked("张三")
    ('E******78', '张三')
    """
    return _ANY_ID_WITHIN.sub(lambda found: f"{found[1]}{'*' * len(found[2])}{found[3]}", mask(text))


def discreet(text: str) -> AnyText:
    """Return the text as one that masks itself where an id known by its form anywhere stands in it, else as it is.

    >>> discreet("张三 450103198001011234"), discreet("张三")
    ('张三 4501************34', '张三')
    """
    return text if mask(text) == text else Discreet(text)


def mask(text: str) -> str:
    """Return the text with every id in it masked but for its first characters and the last two.

    Known by their form wherever they stand: resident ids (居民身份证号) and whatever else has 15 to 20 digits, as one
    mistyped, or in groups with blanks or hyphens between them; permits of Hong Kong and Macao, permanent residence
    permits. Passports and permits of Taiwan look like many other numbers: the record that holds one masks it.

    >>> mask("worker 450103198001011234 hurt"), mask("450103 19800101 123X"), mask("H12345678")
    ('worker 4501************34 hurt', '4501**************3X', 'H******78')
    """
    if len(text) < _SHORTEST:
        return text
    return _PERMIT.sub(_permit_masked, _RUN.sub(_run_masked, text))


def printable(text: str) -> str:
    """Return a text in one line that a terminal takes for text only.

    >>> printable("Block A" + chr(27) + "[31m")
    'Block A�[31m'
    """
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else " " if one.isspace() else "�" for one in text)


def _permit_masked(found: re.Match[str]) -> str:
    first, last = (part for part in found.groups() if part is not None)
    return _starred(found[0], len(first), len(last))


def _run_masked(found: re.Match[str]) -> str:
    """Return a run of digits, in groups or not, with the ids in it masked; days beside them are none."""
    told, at = "", 0
    for known in _KNOWN.finditer(found[0]):
        told += _groups_masked(found[0][at : known.start()])
        told += known["day"] or _starred(known[0], _FIRST, _LAST)
        at = known.end()
    return told + _groups_masked(found[0][at:])


def _groups_masked(run: str) -> str:
    groups = [group for group in _APART.split(run) if group]
    if sum(map(len, groups)) in _OF_AN_ID and all(len(group) >= _SHORTEST_GROUP for group in groups[:-1]):
        first, last = run.index(groups[0]), run.rindex(groups[-1]) + len(groups[-1])
        return run[:first] + _starred(run[first:last], _FIRST, _LAST) + run[last:]
    return _WHOLE.sub(lambda found: _starred(found[0], _FIRST, _LAST), run)


def _starred(text: str, first: int, last: int) -> str:
    return f"{text[:first]}{'*' * (len(text) - first - last)}{text[-last:]}"
