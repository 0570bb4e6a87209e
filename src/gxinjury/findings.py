"""What an answer tells beside its figures (认定事项), and what is refused, in words whose name is their code.

A room keeps its words in its module ``findings``, as attributes of a class, and telling one is a call::

    class Findings:
        paid_late = FindingWords(zh="未在开工前缴费，迟缴{days}日", en="paid late; days late: {days}")


    yield Findings.paid_late(NN.clause("1.1.5"), days=late)
"""

from typing import Annotated, Generic, TypeVar

import attrs

from gxinjury.citations import Clause
from gxinjury.errors import GxInjuryError
from gxinjury.privacy import discreet
from gxinjury.texts import Language, Text

E = TypeVar("E", bound=GxInjuryError)


@attrs.frozen
class Finding:
    """Something that an answer has to tell beside its figures, as "paid 3 days late".

    Args:
        code: What was found, as ``paid_late``.
        clause: The clause that it is found under.
        message: The finding in both languages, its values put in.
        values: The values by name.

    >>> from gxinjury.citations import Status
    >>> first = Clause("MOON", "1", Text(zh="一", en="one"), (Status.RULE,))
    >>> found = Finding("late", first, Text(zh="迟 3 日", en="days late: 3"), (("days", 3),))
    >>> found.text("en"), found["days"]
    ('days late: 3 [MOON-1]', 3)
    """

    code: Annotated[str, Text("代码", "code")]
    clause: Annotated[Clause, Text("条款", "clause")]
    message: Annotated[Text, Text("内容", "message")]
    values: Annotated[tuple[tuple[str, object], ...], Text("数值", "values")] = ()

    def __getitem__(self, name: str) -> object:
        """Return the value of that name; a KeyError where the finding has none."""
        return dict(self.values)[name]

    def text(self, language: Language) -> str:
        """Return the finding in a language, with its clause."""
        return f"{self.message.say(language)} [{self.clause}]"

    def __str__(self) -> str:
        return self.text("en")


class FindingWords:
    """The words of a finding; its code is the name of the attribute that they are assigned to.

    Args:
        zh: The Chinese wording, with ``{name}`` where a value goes.
        en: The English wording, with the same names.

    >>> from gxinjury.citations import Status
    >>> class Findings:
    ...     late = FindingWords(zh="迟 {days} 日", en="days late: {days}")
    >>> found = Findings.late(Clause("MOON", "1", Text(zh="一", en="one"), (Status.RULE,)), days=3)
    >>> found.code, found.text("zh")
    ('late', '迟 3 日 [MOON-1]')
    """

    def __init__(self, zh: str, en: str) -> None:
        self.words: Text = Text(zh, en)
        self.code: str = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.code = name

    def __call__(self, clause: Clause, /, **values: object) -> Finding:
        """Return the finding under a clause, told with the values."""
        told = tuple((name, discreet(value) if isinstance(value, str) else value) for name, value in values.items())
        return Finding(self.code, clause, self.words.filled(values), told)


class RefusalWords(Generic[E]):
    """The words of a refusal and the kind of error that it is; its code is the name of the attribute.

    Args:
        kind: The error that is raised.
        zh: The Chinese wording, with ``{name}`` where a value goes.
        en: The English wording, with the same names.

    >>> from gxinjury.errors import OutOfScopeError
    >>> class Refusals:
    ...     far_side = RefusalWords(OutOfScopeError, zh="月背由月官决定", en="the moon officer decides")
    >>> refused = Refusals.far_side()
    >>> refused.kind, refused.code, str(refused)
    ('out_of_scope', 'far_side', 'the moon officer decides')
    """

    def __init__(self, kind: type[E], zh: str, en: str) -> None:
        self.kind: type[E] = kind
        self.words: Text = Text(zh, en)
        self.code: str = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.code = name

    def __call__(self, clause: Clause | None = None, /, **values: object) -> E:
        """Return the error, told with the values, under a clause; None: that of the rule it is raised in."""
        return self.kind(self.words.filled(values), clause, code=self.code, values=values)
