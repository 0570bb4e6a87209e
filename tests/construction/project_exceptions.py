"""What told later may change of a day that is over: each exception with its clause, what it changes, and why."""

from collections.abc import Collection
from typing import Any, Final, TypeAlias

import attrs

from tests.construction.project_life import Answers, Question

Turn: TypeAlias = tuple[Any, Any]
"""What was answered, and what is answered now; Ellipsis stands for anything, a tuple for one of several."""

INSURED: Final = ("COVERED", "UNSETTLED")
STANDS: Final = ("PROJECT_CLAIM", "SCOPE_DECIDES", "TREATED_AS_INSURED", "PENDING_VERIFICATION", "UNSETTLED")
ENROLLED: Final = ("PROJECT_CLAIM", "SCOPE_DECIDES")
OPEN: Final = ("PENDING_VERIFICATION", "UNSETTLED")
OF_A_HARM: Final = ("APPLY_AS_EMPLOYER", "APPLY_DIRECTLY", "REPORT_ACCIDENT", "REPORT_ON_SITE")


@attrs.frozen
class Later:
    """Something told later that changes what a day that is over answered.

    Args:
        clause: The clause that lets it.
        event: What is told.
        turns: The answers that it changes, by kind; of a duty by its name.
        why: Why, in a sentence.
        is_known: Whether it changes what was known of the day too: the fact has no day of its own, or an earlier one.
    """

    clause: str
    event: str
    turns: dict[str, tuple[Turn, ...]]
    why: str
    is_known: bool = False

    def lets(self, question: Question, old: object, new: object) -> bool:
        """Return whether it lets an answer become another."""
        kind = str(question[1] if question[0] == "duty" else question[0])
        return any(_is(old, turn[0]) and _is(new, turn[1]) for turn in self.turns.get(kind, ()))


def _is(answer: object, wanted: Any) -> bool:  # noqa: ANN401  (one, several or any)
    return wanted is ... or answer == wanted or (isinstance(wanted, tuple) and answer in wanted)


ANY: Final = ((..., ...),)
GONE: Final = ((True, False), (INSURED, "NOT_COVERED"))
NEW: Final = ((None, ...),)

EXCEPTIONS: Final[dict[str, Later]] = {
    "the first payment dates the bill": Later(
        "NN-1.1.5",
        "pay",
        {
            "bill": ANY,
            "paid": GONE,
            "cover": GONE,
            "insured": GONE,
            "standing": ((STANDS, "NOT_INSURED"),),
            "fund": ANY,
        },
        "Until a project enrols its bill is the one of the day before the start; it enrols with the first payment, and "
        "owes what it owes on that day. Where all was remitted and is paid all the same, it enrols on that day too.",
    ),
    "the actual start": Later(
        "NN-1.1.4",
        "started_on",
        {
            "bill": ANY,
            "paid": ANY,
            "cover": ((INSURED, "NOT_COVERED"), ("NOT_COVERED", INSURED)),
            "insured": ((INSURED, "NOT_COVERED"), ("NOT_COVERED", INSURED)),
            "standing": ANY,
            "fund": ANY,
        },
        "The premium is reduced for the time since the actual start, and due the day before it; while nobody tells it, "
        "the contract's first day stands in.",
    ),
    "the end of the acceptance period": Later(
        "NN-1.3.2",
        "delay",
        {
            "cover": ((INSURED, "NOT_COVERED"),),
            "insured": ((INSURED, "NOT_COVERED"),),
            "standing": ((STANDS, "NOT_INSURED"),),
            "fund": ANY,
        },
        "After the contract's expiry there is cover to the end of the acceptance period at most; papers filed late may "
        "name an end that is over.",
    ),
    "a term agreed back": Later(
        "NN-1.3.2",
        "term",
        {
            "expired": ((False, True),),
            "cover": ((INSURED, ("UNSETTLED", "NOT_COVERED")),),
            "insured": ((INSURED, ("UNSETTLED", "NOT_COVERED")),),
            "standing": ((STANDS, ("UNSETTLED", "NOT_INSURED")),),
            "fund": ANY,
        },
        "The notice is silent on parties who agree that the term ended on a day that is over; the contract expires on "
        "the day that they agreed on.",
    ),
    "the day he left": Later(
        "NN-3.1.2",
        "roster",
        {
            "insured": ((INSURED, "NOT_COVERED"),),
            "standing": ((ENROLLED, ("TREATED_AS_INSURED", "PENDING_VERIFICATION", "UNSETTLED", "NOT_INSURED")),),
            "fund": ANY,
        },
        "By the reading LEAVING_DAY the last insured day is the one on which he left, though it is reported later.",
    ),
    "a change reported later": Later(
        "NN-3.1.1",
        "roster",
        {"REPORT_ROSTER_CHANGE": ANY},
        "The duty springs from the change and not from its report: a report that comes later shows that it was owed.",
    ),
    "the report in time": Later(
        "NN-3.2.3",
        "report",
        {"standing": (("UNSETTLED", "PENDING_VERIFICATION"),)},
        "Reported within the 48 hours the case waits for the authority; until it is, nobody can say so.",
    ),
    "the verification": Later(
        "NN-3.2.3",
        "verify",
        {
            "standing": ((OPEN, ("TREATED_AS_INSURED", "NOT_INSURED")),),
            "fund": ANY,
            "CLAIM_BENEFITS": ANY,
        },
        "What the authority verifies is how it was when it happened; a case has no day for the verification.",
        is_known=True,
    ),
    "the determination": Later(
        "NN-3.2.0",
        "determined_on",
        {"standing": ((OPEN, "TREATED_AS_INSURED"),), "fund": ((None, True),)},
        "A determination answers for the verification that it rests on, and says what the scope is.",
    ),
    "an accident told later": Later(
        "NN-4.1",
        "accident",
        {"standing": NEW, "fund": NEW, **dict.fromkeys(OF_A_HARM, ANY)},
        "Limits and standing count from the accident, and not from the day on which somebody tells it.",
        is_known=True,
    ),
    "the facts of the benefits": Later(
        "NN-5.2",
        "benefits",
        {"base": NEW},
        "The base is answered when somebody tells what it is computed from.",
    ),
    "the consent to a longer limit": Later(
        "NN-4.1",
        "extension",
        {"APPLY_AS_EMPLOYER": ANY},
        "The limit as extended is the limit; a case has no day for the consent.",
        is_known=True,
    ),
    "time left out": Later(
        "NN-4.3",
        "suit",
        {"APPLY_DIRECTLY": ANY},
        "Time that a suit took is not counted from its first day on, though it is told when the suit is over.",
        is_known=True,
    ),
    "a name told later": Later(
        "NN-1.3.4",
        "name",
        {"REPORT_NAME_CHANGE": NEW},
        "The duty springs from the change; that the document came later is what the limit counts from.",
        is_known=True,
    ),
}
"""Each exception by what is told."""


def unexplained(
    before: Answers,
    after: Answers,
    since: Collection[str],
    *,
    is_known: bool,
    exceptions: dict[str, Later] = EXCEPTIONS,
) -> list[tuple[Question, object, object]]:
    """Return the answers of a day that changed with what was told since, though no exception lets them."""
    told = [one for one in exceptions.values() if one.event in since and (one.is_known or not is_known)]
    changed = [(question, before.get(question), after.get(question)) for question in {**before, **after}]
    return [
        (question, old, new)
        for question, old, new in changed
        if old != new
        and not (is_known and question[0] == "base")
        and not any(one.lets(question, old, new) for one in told)
    ]
