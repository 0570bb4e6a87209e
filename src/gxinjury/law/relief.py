"""Temporary relief of premium rates (阶段性降低费率) in Nanning: the share of the rate that is remitted on a day."""

from datetime import date

from gxinjury.explanations import rule
from gxinjury.law import Law
from gxinjury.law.clauses import CUTS
from gxinjury.law.figures import RateCut
from gxinjury.money import Rate
from gxinjury.texts import Text


@rule(CUTS.clause("NANNING"), Text("基准费率的阶段性降低", "temporary relief of the benchmark rates"))
def benchmark_relief(day: date, law: Law) -> Rate:
    """Share of the benchmark rates that is remitted in Nanning on a day (CUTS-NANNING).

    Raises:
        NotInForceError: The cut of that day is not established; the message says what to supply.

    >>> from gxinjury.law import LAW
    >>> benchmark_relief(date(2024, 6, 1), LAW)
    Rate.percent('50')
    """
    return _in_nanning(law.benchmark_rate_cut.on(day), day, law)


@rule(CUTS.clause("NANNING"), Text("项目费率的阶段性降低", "temporary relief of the project rate"))
def project_relief(day: date, law: Law) -> Rate:
    """Share of the project rate that is remitted in Nanning for a project that starts on a day (CUTS-NANNING).

    Raises:
        NotInForceError: Whether projects had a share in the cut of that day is not established.

    >>> from gxinjury.law import LAW
    >>> project_relief(date(2022, 6, 1), LAW)
    Rate.percent('50')
    """
    return _in_nanning(law.project_rate_cut.on(day), day, law)


def _in_nanning(cut: RateCut, day: date, law: Law) -> Rate:
    """Return what a cut remits in Nanning; the city's fund balance matters only while cuts went by it."""
    return cut.flat or cut.relief(law.nanning_fund_balance.on(day))
