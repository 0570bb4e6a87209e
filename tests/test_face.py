"""What is said beside a fact stays as it is, unless somebody means to change it."""

from tests.face import FILE, written


def test_nothing_beside_a_fact_changes_in_silence() -> None:
    """Defaults, checks, converters and flags of fields, defaults of arguments: ``python -m tests.face`` writes them."""
    assert written().splitlines() == FILE.read_text("utf-8").splitlines()
