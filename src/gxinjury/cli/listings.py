"""The clause register and the readings as lists (条款与口径的列示), as text or as data."""

from collections.abc import Iterator
from typing import Any

from gxinjury.citations import Clause, Instrument, Status
from gxinjury.cli.printing import page_width, wrapped
from gxinjury.cli.words import word
from gxinjury.codec.names import reading_name, readings_by_name
from gxinjury.extra.answer_values import text_data
from gxinjury.law.clauses import INSTRUMENTS
from gxinjury.statutes import Reading, default_of
from gxinjury.texts import Language, is_chinese


def clauses_of(instrument: Instrument, status: Status | None) -> list[Clause]:
    """Return the clauses of an instrument, those of a status or all of them."""
    return [clause for clause in instrument.clauses if status is None or status in clause.status]


def _chosen(instrument: str | None, status: Status | None) -> Iterator[tuple[Instrument, list[Clause]]]:
    for each in INSTRUMENTS:
        clauses = clauses_of(each, status)
        if clauses and instrument in {None, each.id}:
            yield each, clauses


def clauses_page(instrument: str | None, status: Status | None, language: Language) -> str:
    """Return the clause register as text, of one instrument or of all, of one status or of all."""
    return "\n\n".join(
        "\n".join(_instrument_lines(each, clauses, language)) for each, clauses in _chosen(instrument, status)
    )


def _instrument_lines(instrument: Instrument, clauses: list[Clause], language: Language) -> Iterator[str]:
    columns = page_width()
    issued = word("issued").say(language, issued=instrument.issued) if instrument.issued else ""
    heading = [instrument.id, instrument.title.say(language), instrument.number, issued]
    yield from wrapped("  ".join(part for part in heading if part), columns, then="    ")
    for clause in clauses:
        between = "、" if is_chinese(language) else ", "
        status = between.join(one.value.say(language) for one in clause.status)
        encoded = word("encoded" if clause.encoded else "not_encoded").say(language)
        yield f"  {clause}  {status}  {encoded}"
        yield from wrapped(clause.says.say(language), columns, first="      ", then="      ")


def clauses_data(instrument: str | None, status: Status | None) -> list[dict[str, Any]]:
    """Return the clause register as data."""
    return [
        {
            "id": str(clause),
            "instrument": each.id,
            "number": clause.number,
            "status": [one.name for one in clause.status],
            "encoded": clause.encoded,
            "grade": clause.grade.name,
            **text_data(clause.says),
        }
        for each, clauses in _chosen(instrument, status)
        for clause in clauses
    ]


def readings_page(language: Language) -> str:
    """Return every reading as text: its question, its members, the default first, and why that is the default."""
    return "\n\n".join("\n".join(_reading_lines(kind, language)) for kind in readings_by_name("gxinjury").values())


def _reading_lines(kind: type[Reading], language: Language) -> Iterator[str]:
    columns = page_width()
    if is_chinese(language):
        yield from wrapped(f"{kind.question.zh}（{reading_name(kind)}） [{kind.clause}]", columns, then="    ")
    else:
        yield f"{reading_name(kind)}  [{kind.clause}]"
        yield from wrapped(kind.question.en, columns, first="  ", then="  ")
    for member in kind:
        default = word("default").say(language) if member is default_of(kind) else ""
        told = word("member").say(language, name=member.name, says=member.says, default=default)
        yield from wrapped(told, columns, first="    ", then="        ")
    yield from wrapped(word("why").say(language, why=kind.why), columns, first="  ", then="  ")


def readings_data() -> list[dict[str, Any]]:
    """Return every reading as data."""
    return [
        {
            "name": name,
            "clause": str(kind.clause),
            "default": default_of(kind).name,
            "question": text_data(kind.question),
            "why": text_data(kind.why),
            "members": [{"name": member.name, **text_data(member.says)} for member in kind],
        }
        for name, kind in readings_by_name("gxinjury").items()
    ]
