"""OpenFisca-core: a tax-benefit system of four variables, float32 as it comes, or with its variables set to float64.

Columns are set as arrays; one case comes as the dictionary of a situation, as OpenFisca's documentation has it.
"""

from datetime import date
from functools import cache
from typing import Any, Final

import attrs
import numpy as np
from openfisca_core.entities import Entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from peers.cases import AVERAGE_FEN_PER_YEAR, BASE, DEADLINE, PREMIUM, STANDING, Columns, written

MONTH: Final = "2016-01"
INPUTS: Final = {
    "price": float,
    "started": date,
    "ends": date,
    "paid": date,
    "injured": date,
    "covered": bool,
    "enrolled": bool,
    "work_cause": bool,
    "on_site": bool,
    "wages": float,
}
NEEDS: Final = {
    PREMIUM: ("price", "started", "ends", "paid"),
    DEADLINE: ("injured",),
    STANDING: ("covered", "enrolled", "work_cause", "on_site"),
    BASE: ("wages",),
}


def _premium(case: Any, period: Any) -> Any:  # noqa: ANN401  (OpenFisca ships no types)
    start, end, paid = (case(name, period).astype(np.int64) for name in ("started", "ends", "paid"))
    whole = end - start + 1
    share = np.where(paid > start, end - paid + 1, whole) / whole
    return np.floor(case("price", period) * 0.0013 * share * 100 + 0.5) / 100


def _deadline(case: Any, period: Any) -> Any:  # noqa: ANN401  (OpenFisca ships no types)
    injured = case("injured", period)
    month = injured.astype("datetime64[M]")
    next_year = month + 12
    last = (next_year + 1).astype("datetime64[D]") - 1
    return np.minimum(next_year.astype("datetime64[D]") + (injured - month.astype("datetime64[D]")), last)


def _standing(case: Any, period: Any) -> Any:  # noqa: ANN401  (OpenFisca ships no types)
    is_listed = case("enrolled", period) | case("on_site", period)
    return case("covered", period) & case("work_cause", period) & is_listed


def _base(case: Any, period: Any) -> Any:  # noqa: ANN401  (OpenFisca ships no types)
    monthly = AVERAGE_FEN_PER_YEAR / 100 / 12
    mean = np.clip(case("wages", period) / 12, 0.6 * monthly, 3 * monthly)
    return np.floor(mean * 100 + 0.5) / 100


FORMULAS: Final = {
    PREMIUM: (float, _premium),
    DEADLINE: (date, _deadline),
    STANDING: (bool, _standing),
    BASE: (float, _base),
}


@cache
def system(kind: str) -> Any:  # noqa: ANN401  (OpenFisca ships no types)
    """Return the tax-benefit system."""
    person = Entity("case", "cases", "a case", "")
    made = TaxBenefitSystem([person])
    common = {"entity": person, "definition_period": DateUnit.MONTH}
    for name, value_type in INPUTS.items():
        made.add_variable(type(name, (Variable,), {**common, "value_type": value_type, "label": name}))
    for name, (value_type, formula) in FORMULAS.items():
        fields = {**common, "value_type": value_type, "label": name, "formula": formula}
        made.add_variable(type(name, (Variable,), fields))
    if kind == "float64":
        for name in ("price", "wages", PREMIUM, BASE):
            made.get_variable(name).dtype = np.float64
    return made


@attrs.frozen
class OpenFisca:
    """OpenFisca-core.

    Args:
        kind: The type of its floats.
    """

    kind: str

    @property
    def name(self) -> str:
        """What it is called in the table."""
        return f"OpenFisca-core, {self.kind}"

    def prepared(self, columns: Columns) -> Columns:
        """Return the cases as OpenFisca takes them: yuan, days."""
        return {
            "price": columns["price_fen"] / 100,
            "started": columns["commencement"],
            "ends": columns["completion"],
            "paid": columns["paid_on"],
            "injured": columns["injured_on"],
            "wages": columns["wages_fen"] / 100,
            **{name: columns[name] for name in ("covered", "enrolled", "work_cause", "on_site")},
        }

    def ask(self, question: str, given: Columns) -> Any:  # noqa: ANN401  (an array)
        """Answer a question in a simulation of its own."""
        needed = NEEDS[question]
        simulation = SimulationBuilder().build_default_simulation(system(self.kind), count=len(given[needed[0]]))
        for name in needed:
            simulation.set_input(name, MONTH, given[name])
        return simulation.calculate(question, MONTH)

    def told(self, question: str, answer: Any) -> Any:  # noqa: ANN401  (an array)
        """Return the answers as whole numbers."""
        if question == DEADLINE:
            return written(answer)
        return np.rint(answer.astype(np.float64) * 100) if question in {PREMIUM, BASE} else answer


@attrs.frozen
class OpenFiscaCase(OpenFisca):
    """OpenFisca-core, one situation at a time."""

    def prepared(self, columns: Columns) -> Any:  # noqa: ANN401  (dictionaries)
        """Return the first case as a situation for each question."""
        first = {name: column[0] for name, column in super().prepared(columns).items()}
        plain = {name: str(value) if INPUTS[name] is date else value.item() for name, value in first.items()}
        return {
            question: {"cases": {"one": {name: {MONTH: plain[name]} for name in needed}}}
            for question, needed in NEEDS.items()
        }

    def ask(self, question: str, given: Any) -> Any:  # noqa: ANN401  (an array)
        """Answer a question in a simulation of its own."""
        simulation = SimulationBuilder().build_from_entities(system(self.kind), given[question])
        return simulation.calculate(question, MONTH)
