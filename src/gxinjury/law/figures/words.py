"""The words of the published figures (公布数值的词表), in Chinese and English."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.texts import Text

WORDS: Final = Catalogue(
    {
        # records and their fields
        # refusals
        "no_class": Text(
            zh="最低工资当时不设{wage_class}类，四类已于2018年2月并为三类；请核对所在地的类别",
            en="there is no class {wage_class} of minimum wages then: four classes became three in February 2018; "
            "check the place's class",
        ),
        "no_upper_limit": Text(
            zh="该期间缴费基数的上限未见公布；如有依据，请补充整条数值（law.with_figure）",
            en="the upper limit of that period is not published as far as is known here; supply the whole base with "
            "law.with_figure",
        ),
        # cautions
        "new_starts_only": Text(
            zh="只适用于该期间新开工的项目", en="for projects that start within the period, and no others"
        ),
        # listing
        "announced_on": Text(zh="公布日", en="announced on"),
        "announced_by": Text(zh="至迟公布于", en="announced by"),
        "verified_through": Text(zh="核实至", en="verified through"),
        "source": Text(zh="出处", en="source"),
        "note": Text(zh="说明", en="note"),
        "figure": Text(zh="{label}（{name}）  [{clause}]", en="{name}  {label}  [{clause}]"),
        "no_values": Text(zh="没有任何数值", en="no values at all"),
    }
)
