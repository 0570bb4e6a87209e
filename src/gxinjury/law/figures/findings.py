"""What the published figures do not answer (公布数值的答复范围): each refusal by the name that is its code."""

from typing import Final

from gxinjury.errors import NotInForceError
from gxinjury.findings import RefusalWords


class Refusals:
    """Not answered: what is missing, or who decides."""

    no_class: Final = RefusalWords(
        NotInForceError,
        zh="最低工资当时不设{wage_class}类，四类已于2018年2月并为三类；请核对所在地的类别",
        en="there is no class {wage_class} of minimum wages then: four classes became three in February 2018; "
        "check the place's class",
    )
    no_upper_limit: Final = RefusalWords(
        NotInForceError,
        zh="该期间缴费基数的上限未见公布；如有依据，请补充整条数值及其出处",
        en="the upper limit of that period is not published as far as is known here; supply the whole base with "
        "law.with_figure",
    )
