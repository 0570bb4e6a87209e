"""The papers of a case as a page (材料清单的排印): what to hand in, how many, by which clause."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from gxinjury.cli.cases import opened
from gxinjury.cli.page import Page, as_page
from gxinjury.cli.printing import cited
from gxinjury.cli.running import Told, reply
from gxinjury.extra.cases.answers import CaseAnswer
from gxinjury.extra.cases.paper_data import papers_data
from gxinjury.extra.cases.papers import PaperList, papers_of
from gxinjury.extra.pages.parts import Cell, Grid, Heading, Part
from gxinjury.law.papers import RequiredPaper
from gxinjury.texts import Language, Text


def run(asked: Namespace, language: Language) -> Told:
    """Answer ``gxinjury papers``."""
    with opened(asked, language) as case:
        answer = papers_of(case)
    return reply(asked, _page(answer, language), lambda: papers_data(answer))


@as_page
def _page(answer: CaseAnswer[tuple[PaperList, ...]], page: Page) -> Iterator[Part]:
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
