"""What Moonland finds, refuses and warns of (月国的认定事项)."""

from gxinjury.errors import OutOfScopeError
from gxinjury.findings import FindingWords, RefusalWords
from gxinjury.texts import Text


class Findings:
    """Found, and told in an answer."""

    dug_long_ago = FindingWords(zh="开挖于 {dug_on}，已过 {nights} 夜", en="dug on {dug_on}, nights gone by: {nights}")


class Refusals:
    """Not answered."""

    far_side = RefusalWords(
        OutOfScopeError,
        zh="月背（{place}）由月官决定",
        en="the far side ({place}) is for the moon officer to decide",
    )


class Cautions:
    """What to mind."""

    fee_is_old = Text(zh="环形山费 {fee} 元沿用旧例", en="the crater fee of {fee} yuan follows an old custom")
