"""What a form has: headers and labels that follow from its columns, also where another edition has others."""

import attrs
import pytest

from gxinjury.extra.forms._annex2_form import ANNEX_2
from gxinjury.extra.forms._form import Form
from gxinjury.extra.forms._progress_form import PROGRESS
from gxinjury.texts import Text

FORMS = pytest.mark.parametrize("form", [PROGRESS, ANNEX_2], ids=["progress", "annex2"])


@FORMS
def test_another_edition_knows_its_own_headers_and_labels(form: Form) -> None:
    """An edition with another column and another label knows these, and none of those that it has no more."""
    [column, *_] = form.columns
    [(label, filled), *_] = form.labels.items()
    other = attrs.evolve(column, header="另一栏", others=("another",))
    edition = attrs.evolve(form, columns=(other,), labels={"另一项": filled}, enough=1)
    for known, header in [(True, "另一栏"), (True, "ANOTHER"), (False, column.header)]:
        assert edition.has_headers([header]) is known, header
        assert form.has_headers([header] * form.enough) is not known, header
    assert edition.label.match("另一项：")
    assert not edition.label.match(f"{label}：")
    assert form.label.match(f"{label}：")
    assert not form.label.match("另一项：")


@FORMS
def test_a_form_is_known_by_enough_of_its_headers(form: Form) -> None:
    """One header fewer than enough makes no row of headers, whatever stands beside them."""
    headers = [column.header for column in form.columns if column.header][: form.enough]
    assert form.has_headers([*headers, "x"])
    assert not form.has_headers([*headers[1:], "x"])


@pytest.mark.parametrize(
    ("cells", "looks"),
    [
        (["a", "b", "c", "d", "e"], True),
        (["a", "b", "c", "d", " ", ""], False),
        (["a", "b", "c", "d", " ", "e"], True),
        (["a", "b", "c", "d", "1"], False),
        (["a", "b", "c", "d", "1号"], False),
        (["a", "b", "c", "d", "填报人：e"], False),
    ],
)
def test_what_looks_like_headers(cells: list[str], looks: bool) -> None:
    """Five cells that are filled, none of them a number or a label."""
    label = {"填报人": ("filler", str)}
    assert attrs.evolve(PROGRESS, name=Text("表", "form"), labels=label).may_have_headers(cells) is looks
