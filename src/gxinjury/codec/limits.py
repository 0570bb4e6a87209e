"""How much data is read (读取的限度): so many faults, items and levels, and no more."""

from typing import Final

import attrs

from gxinjury.codec.faults import Fault
from gxinjury.errors import FactRule

_TOO_MANY: Final = FactRule(
    zh="内容过多：超过 {most} 项，其余不予读取",
    en="holds too much: more than {most} items, the rest is not read",
    code="too_many",
)
_TOO_DEEP: Final = FactRule(
    zh="嵌套过深：超过 {most} 层，不予读取", en="is nested too deeply: more than {most} levels", code="too_deep"
)
ENOUGH_FAULTS: Final = FactRule(
    zh="错误已有 {most} 处，其余不予读取", en="has {most} faults already, the rest is not read", code="too_many_faults"
)


@attrs.frozen
class Limits:
    """How much data is read; a service that reads what strangers send lowers them.

    Args:
        faults: After so many faults the rest is not read.
        items: After so many values and tables the rest is not read.
        depth: Deeper than so many levels nothing is read.
    """

    faults: int = 1_000
    items: int = 1_000_000
    depth: int = 64


class StoppedError(Exception):
    """Enough was read."""


class Account:
    """What was read so far, against the limits.

    Args:
        limits: How much is read.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits: Limits = limits
        self.faults: list[Fault] = []
        self.items: int = 0

    def fault(self, fault: Fault) -> None:
        """Keep a fault; stop where there are enough."""
        self.faults.append(fault)
        if len(self.faults) >= self.limits.faults:
            self._stop(ENOUGH_FAULTS.filled({"most": self.limits.faults}))

    def item(self, path: tuple[str | int, ...]) -> bool:
        """Count a value or a table; stop where there are too many, and return whether it lies too deep to be read."""
        self.items += 1
        if self.items > self.limits.items:
            self._stop(_TOO_MANY.filled({"most": self.limits.items}))
        if len(path) > self.limits.depth:
            self.fault(Fault(path, _TOO_DEEP.filled({"most": self.limits.depth})))
            return True
        return False

    def _stop(self, why: FactRule) -> None:
        self.faults.append(Fault((), why))
        raise StoppedError
