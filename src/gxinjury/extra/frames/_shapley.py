"""What each part of a whole is worth (沙普利值分摊): its mean effect over all orders in which the parts may come.

Exact as fractions, and in whole fen adding up to the whole: what is left after each share is rounded down goes to the
largest remainders, one fen each.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import comb


def shapley(worth: Sequence[int]) -> list[Fraction]:
    """Return what each part adds in the mean.

    Args:
        worth: What each set of parts is worth; the place in the list has a bit for each part, so that the first is the
            worth of none and the last that of all.

    >>> [str(one) for one in shapley([0, 30, 50, 101])]
    ['81/2', '121/2']
    """
    count = (len(worth) - 1).bit_length()
    found = []
    for part in range(count):
        bit = 1 << part
        without = [held for held in range(len(worth)) if not held & bit]
        shares = (
            Fraction(worth[held | bit] - worth[held], count * comb(count - 1, held.bit_count())) for held in without
        )
        found.append(sum(shares, Fraction(0)))
    return found


def in_whole(shares: Sequence[Fraction]) -> tuple[list[int], list[int]]:
    """Return shares in whole numbers that add up to their whole sum, and the places of those that were rounded up.

    Each is rounded down; one more goes to those with the largest remainders, of equal ones to the first.

    >>> in_whole([Fraction(81, 2), Fraction(121, 2)])
    ([41, 60], [0])
    """
    down = [share.numerator // share.denominator for share in shares]
    left = int(sum(shares, Fraction(0))) - sum(down)
    by_rest = sorted(range(len(shares)), key=lambda place: down[place] - shares[place])
    up = by_rest[:left]
    return [number + (place in up) for place, number in enumerate(down)], up
