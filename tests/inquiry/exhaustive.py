"""Plain exhaustive trial, against which inquiries are held: every craft there can be, each asked."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, product

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.inquiry.outcomes import Refusal, outcome_of
from tests.inquiry.lunar import Craft, Facts, Landing

Outcome = Landing | Refusal


def crafts(facts: Facts) -> Iterator[Craft]:
    """Yield the crafts that the values allow and no record forbids."""
    for values in product(*facts.values()):
        try:
            yield Craft(**dict(zip(facts, values, strict=True)))  # type: ignore[arg-type]  # values of its fields
        except InvalidFactError:
            continue


def asked(rule: Callable[[Craft], Landing], facts: Facts) -> list[tuple[Craft, Outcome]]:
    """Return every craft with what the rule answers."""
    return [(craft, outcome_of(lambda craft=craft: rule(craft))) for craft in crafts(facts)]  # type: ignore[misc]


def differing(one: Craft, other: Craft) -> frozenset[str]:
    """Return the facts in which two crafts differ."""
    names = (field.name for field in attrs.fields(Craft))
    return frozenset(name for name in names if getattr(one, name) is not getattr(other, name))


def smallest_disagreements(answers: list[tuple[Craft, Outcome]]) -> set[frozenset[str]]:
    """Return the smallest sets of facts in which two crafts differ that disagree."""
    found = {differing(one, other) for (one, first), (other, second) in combinations(answers, 2) if first != second}
    return {facts for facts in found if not any(smaller < facts for smaller in found)}


def outcomes_with(answers: list[tuple[Craft, Outcome]], known: Mapping[str, object]) -> set[Outcome]:
    """Return what can come out where some facts are known."""
    return {
        outcome for craft, outcome in answers if all(getattr(craft, name) is value for name, value in known.items())
    }
