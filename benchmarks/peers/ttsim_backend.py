"""ttsim, the engine below GETTSIM: four policy functions, rounded by its own rounding specification."""

from typing import Any, Final

import attrs
import numpy as np
from ttsim import InputData, MainTarget, OrigPolicyObjects, TTTargets, main
from ttsim.tt import Currency, RoundingSpec, TTSIMUnit, UnitSystem, policy_function, policy_input

from peers.cases import BASE, PREMIUM, Columns, written
from peers.openfisca import NEEDS

_PLAIN: Final = TTSIMUnit.DIMENSIONLESS
_FEN: Final = RoundingSpec(base=0.01, direction="nearest")
_UNITS: Final = UnitSystem(currencies={"YUAN": Currency(statutory_from="0001-01-01")})


@policy_function(unit=_PLAIN, verify_units=False, rounding_spec=_FEN)
def premium(price: float, started: int, ends: int, paid: int) -> float:
    """Premium of a project, reduced while in progress."""
    share = (ends - paid + 1) / (ends - started + 1) if paid > started else 1.0
    return price * 0.0013 * share


@policy_function(unit=_PLAIN, verify_units=False)
def deadline(injured: int) -> int:
    """Last day of the worker's year."""
    return injured + 9999 if injured % 10000 == 229 else injured + 10000


@policy_function(unit=_PLAIN, verify_units=False)
def standing(covered: bool, enrolled: bool, work_cause: bool, on_site: bool) -> bool:  # noqa: FBT001  (columns)
    """Whether a worker may claim under the project."""
    return covered and work_cause and (enrolled or on_site)


@policy_function(unit=_PLAIN, verify_units=False, rounding_spec=_FEN)
def base(wages: float) -> float:
    """Mean wage between 60 % and 300 % of the average."""
    return min(max(wages / 12, 0.6 * 107581 / 12), 3 * 107581 / 12)


def _input(name: str, kind: type) -> Any:  # noqa: ANN401  (ttsim's own)
    def column() -> Any:  # noqa: ANN401  (a column)
        raise NotImplementedError

    column.__name__ = name
    column.__annotations__["return"] = kind
    return policy_input(unit=_PLAIN)(column)


_INPUTS: Final = {
    "p_id": int,
    "price": float,
    "started": int,
    "ends": int,
    "paid": int,
    "injured": int,
    "covered": bool,
    "enrolled": bool,
    "work_cause": bool,
    "on_site": bool,
    "wages": float,
}
_OBJECTS: Final = OrigPolicyObjects(
    column_objects_and_param_functions={
        **{("field.py", name): _input(name, kind) for name, kind in _INPUTS.items()},
        **{("field.py", one.leaf_name): one for one in (premium, deadline, standing, base)},
    },
    param_specs={},
)


@attrs.frozen
class Ttsim:
    """ttsim on numpy."""

    @property
    def name(self) -> str:
        """What it is called in the table."""
        return "ttsim"

    def prepared(self, columns: Columns) -> Columns:
        """Return the cases as ttsim takes them: yuan, days as numbers."""
        return {
            "p_id": np.arange(len(columns["months"])),
            "price": columns["price_fen"] / 100,
            "started": columns["commencement"].astype(np.int64),
            "ends": columns["completion"].astype(np.int64),
            "paid": columns["paid_on"].astype(np.int64),
            "injured": written(columns["injured_on"]),
            "wages": columns["wages_fen"] / 100,
            **{name: columns[name] for name in ("covered", "enrolled", "work_cause", "on_site")},
        }

    def ask(self, question: str, given: Columns) -> Any:  # noqa: ANN401  (a frame)
        """Answer a question in one call of its entry point."""
        return main(
            main_target=MainTarget.results.df_with_qname_columns,
            policy_date_str="2016-01-01",
            orig_policy_objects=_OBJECTS,
            input_data=InputData.qname({name: given[name] for name in ("p_id", *NEEDS[question])}),
            tt_targets=TTTargets.qname({question: None}),
            unit_system=_UNITS,
            include_warn_nodes=False,
        )

    def told(self, question: str, answer: Any) -> Any:  # noqa: ANN401  (an array)
        """Return the answers as whole numbers."""
        values = answer[question].to_numpy()
        return np.rint(values * 100) if question in {PREMIUM, BASE} else values
