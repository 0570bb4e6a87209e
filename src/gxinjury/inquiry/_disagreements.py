"""Disagreements (分歧): the smallest sets of facts in which two completions of a case differ that disagree."""

from collections.abc import Iterator
from itertools import combinations
from typing import Generic, TypeVar

from gxinjury.inquiry._completions import Completions, Node
from gxinjury.inquiry._templates import same

T = TypeVar("T")


def what_matters(found: Completions[T]) -> frozenset[str]:
    """Return the names of the facts that can change the outcome: those in a smallest disagreement."""
    search = _Search(found)
    size = 1
    search.of_size(size, alike_once=True)
    if search.met_a_limit:
        search.of_size(size)
    # Where nothing is forbidden, two completions lead to each other by changing one fact at a time.
    while (found.is_constrained or search.met_a_limit) and size < len(found.questions):
        size += 1
        search.of_size(size)
    return frozenset[str]().union(*search.sets)


class _Search(Generic[T]):
    """The search, by the number of facts."""

    def __init__(self, found: Completions[T]) -> None:
        self.found = found
        self.sets: list[frozenset[str]] = []
        self.met_a_limit = False
        self.size: int
        self.alike_once: bool

    def of_size(self, size: int, *, alike_once: bool = False) -> None:
        """Find the sets of a size; of answers after which all is alike looking at one only, where that will do."""
        self.size = size
        self.alike_once = alike_once
        self._within(self.found.root)

    def _within(self, node: Node[T]) -> None:
        if len(node.outcomes) == 1:
            return
        for one, other in combinations(self._apart(node), 2):
            self._across(one, other, frozenset((node.path,)))
        for _, below in node.below:
            self._within(below)

    def _apart(self, node: Node[T]) -> Iterator[Node[T]]:
        seen = set()
        for _, below in node.below:
            if not self.alike_once or below.shape not in seen:
                seen.add(below.shape)
                yield below

    def _across(self, one: Node[T], other: Node[T], differ: frozenset[str]) -> None:
        """Compare the ways below two nodes that differ in some facts already."""
        self.found.steps.spend()
        if len(differ) > self.size or len(one.outcomes | other.outcomes) == 1 or self._is_known(differ):
            return
        if not one.below and not other.below:
            self._compare(one, other, differ)
            return
        branch, way = (one, other) if one.below else (other, one)
        path = branch.path
        for answer, below in branch.below:
            is_same = path not in way.assigned or same(answer, way.assigned[path])
            self._across(below, way, differ if is_same else differ | {path})

    def _compare(self, one: Node[T], other: Node[T], differ: frozenset[str]) -> None:
        """Keep the facts in which two ways differ, with as many more as have to differ where the records ask it."""
        settled = one.assigned.keys() & other.assigned.keys()
        free = [path for path in self.found.questions if path not in settled]
        for more in combinations(free, self.size - len(differ)):
            apart = differ | set(more)
            if self._is_known(apart):
                continue
            if self.found.lets_be(one.assigned, other.assigned, apart=apart):
                self.sets.append(apart)
            else:
                self.met_a_limit = True

    def _is_known(self, differ: frozenset[str]) -> bool:
        return any(known <= differ for known in self.sets)
