"""People who do not exist, with resident ids that could."""

from datetime import date

from hypothesis import strategies as st


@st.composite
def resident_ids(draw: st.DrawFn) -> str:
    """Return an id of a person born in 1930 to 2010, its check digit reckoned by the weights of GB 11643."""
    place = draw(st.integers(110000, 659999))
    born_on = draw(st.dates(min_value=date(1930, 1, 1), max_value=date(2010, 12, 31)))
    digits = f"{place}{born_on:%Y%m%d}{draw(st.integers(0, 999)):03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    remainder = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
    return digits + "10X98765432"[remainder]
