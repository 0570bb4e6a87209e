"""The papers of a case as a page (材料清单的排印): what to hand in, how many, by which clause."""

from collections.abc import Iterator, Sequence

from gxinjury.cli.page import Page
from gxinjury.cli.printing import cited
from gxinjury.extra.cases.answers import CaseAnswer
from gxinjury.extra.cases.papers import PaperList
from gxinjury.extra.pages.parts import Cell, Document, Grid, Heading, Part
from gxinjury.law.papers import RequiredPaper
from gxinjury.texts import Language, Text


def papers_page(answer: CaseAnswer[tuple[PaperList, ...]], language: Language) -> Document:
    """Return the papers of a case as a page."""
    page = Page(language)
    return page.of(_parts(answer, page))


def _parts(answer: CaseAnswer[tuple[PaperList, ...]], page: Page) -> Iterator[Part]:
    yield from page.title(answer.file.project.name)
    for one in answer.outcome:
        yield from paper_list(one, page)
    yield from page.closing()


def paper_list(one: PaperList, page: Page) -> Iterator[Part]:
    """Yield the papers that one thing takes, with a box to tick for each."""
    occasion = page.written(one.occasion)
    told = occasion if one.worker is None else page.say("aside", told=occasion, aside=page.written(one.worker))
    yield Heading(f"{told} {cited([one.clause])}")
    yield Grid(_rows(one.papers, page), indent=2, marks=["□"] * len(one.papers))
    for note, clause in one.notes:
        yield from page.item(page.written(note), [clause])


def _rows(papers: Sequence[RequiredPaper | Text], page: Page) -> list[list[Cell]]:
    return [
        [page.written(one), "", ""]
        if isinstance(one, Text)
        else [
            page.written(one.paper),
            page.say("originals" if one.copies else "in_all", count=one.originals),
            page.say("copies", count=one.copies) if one.copies else "",
        ]
        for one in papers
    ]
