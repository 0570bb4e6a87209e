"""The words of a package (词表) and the findings (认定事项) that are told in them.

A package that owns rules keeps a module ``words`` with one :class:`Catalogue`, named ``WORDS``: the labels of its
rules, facts, findings and refusals in both languages. The tools look there and so know no law themselves.
"""

import importlib
import importlib.util
import sys
from collections.abc import Mapping
from functools import cache
from typing import Annotated

import attrs

from gxinjury.citations import Clause
from gxinjury.errors import GxInjuryError
from gxinjury.texts import Language, Text


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


@attrs.frozen
class Catalogue:
    """The words of a package by name.

    Args:
        texts: Texts by the name of a rule, a fact, a record's field (``Contract.price``), a finding or a refusal.
    """

    texts: Mapping[str, Text]

    def finding(self, code: str, clause: Clause, /, **values: object) -> Finding:
        """Return the finding of that code under a clause, told with the values."""
        return Finding(code, clause, self.texts[code].filled(values), tuple(values.items()))

    def refusal(self, kind: type[GxInjuryError], code: str, /, **values: object) -> GxInjuryError:
        """Return the error of a kind, told in the words of that code with the values."""
        return kind(self.texts[code].filled(values), code=code, values=values)


NO_WORDS = Catalogue({})


def owner_of(module: str) -> str:
    """Return the package that a module belongs to; a package belongs to itself.

    >>> owner_of("gxinjury.catalogues"), owner_of("gxinjury")
    ('gxinjury', 'gxinjury')
    """
    loaded = sys.modules.get(module)
    package = getattr(loaded, "__package__", None)
    return package if isinstance(package, str) else module.rpartition(".")[0]


@cache
def words_of(package: str) -> Catalogue:
    """Return the catalogue of a package; an empty one where it has no module ``words`` with ``WORDS`` in it."""
    try:
        found = importlib.util.find_spec(f"{package}.words") if package else None
    except ModuleNotFoundError:  # made by hand, the package cannot be imported
        found = None
    if found is None:
        return NO_WORDS
    words = getattr(importlib.import_module(f"{package}.words"), "WORDS", NO_WORDS)
    return words if isinstance(words, Catalogue) else NO_WORDS


def label(package: str, *names: str) -> Text:
    """Return the first of the names that the package has words for; else the last name, spelled out.

    >>> label("gxinjury", "Contract.paid_on", "paid_on").en
    'paid on'
    """
    texts = words_of(package).texts
    for name in names:
        if name in texts:
            return texts[name]
    spelled = names[-1].replace("_", " ")
    return Text(zh=spelled, en=spelled)
