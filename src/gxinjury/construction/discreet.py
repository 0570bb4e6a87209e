"""Texts that hold an id and show it masked (证件号码的隐去).

The text itself stays whole, so that two ids are compared in full. What has the form of an id is masked though it be a
staff number.
"""

import re
from typing import Final, Self

from gxinjury.privacy import mask

__all__ = ["Discreet", "discreet", "masked"]

_ANY_ID_WITHIN: Final = re.compile(
    r"(?<![A-Za-z\d])(?=(?:[A-Za-z]*\d){5})([A-Za-z\d])([A-Za-z\d]{4,8})([A-Za-z\d]{2})(?![A-Za-z\d])"
)


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
        return repr(masked(self.in_full))

    def __str__(self) -> str:
        return masked(self.in_full)

    def __format__(self, spec: str) -> str:
        return format(masked(self.in_full), spec)


def masked(text: str) -> str:
    """Return a text of a worker with whatever may be an id in it masked, passports and permits too."""
    return _ANY_ID_WITHIN.sub(lambda found: f"{found[1]}{'*' * len(found[2])}{found[3]}", mask(text))


def discreet(text: str) -> str:
    """Return the text as one that masks itself where an id known by its form anywhere stands in it, else as it is.

    >>> discreet("张三 450103198001011234"), discreet("张三")
    ('张三 4501************34', '张三')
    """
    return text if mask(text) == text else Discreet(text)
