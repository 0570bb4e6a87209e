"""What may be shown of what was typed in."""

import json
import re
import unicodedata
from unittest.mock import ANY

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.privacy import Discreet, mask, printable

ID_18 = "450103198001011234"
ID_15 = "450103800101123"


class TestMask:
    """Ids of natural persons are masked wherever they stand."""

    @pytest.mark.parametrize(
        ("text", "masked"),
        [
            (ID_18, "4501************34"),
            (f"worker {ID_18} hurt", "worker 4501************34 hurt"),
            (f"（{ID_18}）", "（4501************34）"),
            (f"x{ID_18}y", "x4501************34y"),
            ("45010319800101123X", "4501************3X"),
            ("45010319800101123x", "4501************3x"),
            ("45010319800101123Ｘ", "4501************3Ｘ"),
            (ID_15, "4501*********23"),
            ("H12345678", "H******78"),
            ("（m1234567801）", "（m********01）"),
            ("证件USA110077041234号", "证件USA**********34号"),
            (f"{ID_18},{ID_18}", "4501************34,4501************34"),
        ],
    )
    def test_masks_but_four_and_two(self, text: str, masked: str) -> None:
        """Four digits and the last two stay, wherever the id stands in the text and however often."""
        assert mask(text) == masked

    @pytest.mark.parametrize("digits", [9, 14, 21, 30])
    def test_other_numbers_stay(self, digits: int) -> None:
        """A number of another length is no id."""
        assert mask("7" * digits) == "7" * digits

    @pytest.mark.parametrize("digits", [15, 16, 17, 18, 19, 20])
    def test_what_may_be_a_mistyped_id_is_masked(self, digits: int) -> None:
        """A digit too few or too many is a slip, and the person the same."""
        assert mask("7" * digits) == f"7777{'*' * (digits - 6)}77"

    @pytest.mark.parametrize(
        ("text", "masked"),
        [
            ("450103 19800101 1233", "4501**************33"),
            ("450103-19800101-123X", "4501**************3X"),
            ("号450103　19800101　1233号", "号4501**************33号"),
            ("4501 0319 8001 0112 33", "4501****************33"),
            ("450103-1980-01-01-1233", "4501****************33"),
            ("４５０１０３１９８００１０１１２３３", "４５０１************３３"),
            ("2016-05-03 450103 19800101 1233", "2016-05-03 4501**************33"),
            ("450103 19800101 1233 2016-05-03", "4501**************33 2016-05-03"),
            ("450103 19800101 1233 2015-01", "4501**************33 2015-01"),
            ("450103198001011233 13800138000", "4501************33 13800138000"),
            ("1234 5678 9012 345", "1234************45"),
            ("12 3456 789012 345", "12 3456 789012 345"),
            ("12345 6789 123 12345", "1234**************45"),
            ("12345 678901 2345678", "1234**************78"),
            ("2345678 678901 12345", "2345**************45"),
            ("123456 789012 34 5678", "123456 789012 34 5678"),
            ("123456 789012 345 67", "1234**************67"),
            ("2016-05-03 1234 5678 9012 345", "2016-05-03 1234************45"),
            ("123 456 789 012 345 678 90", "123 ********************90"),
            ("123456789012345 13800138000", "1234*********45 13800138000"),
            ("12345678901234567890 13800138000", "1234**************90 13800138000"),
            ("13800138000 12345678901234x", "13800138000 1234*********4x"),
        ],
    )
    def test_groups_are_masked_as_one(self, text: str, masked: str) -> None:
        """Blanks and hyphens between groups hide no id; a day or a telephone number beside it stays."""
        assert mask(text) == masked

    @pytest.mark.parametrize(
        "text",
        [
            "2016-06-30 2016-07-01",
            "2016-06-30 2016-07-01 2016-08-01",
            "4321.66666666666666666",
            "1 2 3 4 5 6 7 8 9 10 11 12",
            "1234 5678 9012 34",
            "123 456 789 012 345 678 901",
            "12 3456 7890 1234 5678",
            "12345678901234 13800138000",
            "123456789012345678901 13800138000",
            "1,000,000,000,000,000.00",
            "2016-05-03 10:20:00+08:00",
        ],
    )
    def test_days_and_amounts_stay(self, text: str) -> None:
        """What is no id keeps its digits, however many there are beside one another."""
        assert mask(text) == text

    @pytest.mark.parametrize(
        "text", ["H1234567", "H123456789", "XH12345678", "1H12345678", "USA1100770412345", "NN-3.2"]
    )
    def test_what_only_looks_like_a_permit_stays(self, text: str) -> None:
        """A digit more or less, or a letter before it, makes another number."""
        assert mask(text) == text

    @given(st.text(alphabet="0123456789Xx-年 a", max_size=60))
    def test_no_id_is_left_and_masking_again_changes_nothing(self, text: str) -> None:
        """After masking no run of the length of an id is left, the length is the same, and a second pass is idle."""
        masked = mask(text)
        assert not re.search(r"(?<!\d)(?:\d{18}|\d{15}|\d{17}[Xx])(?!\d)", masked)
        assert len(masked) == len(text)
        assert mask(masked) == masked


class TestPrintable:
    """Text and nothing else."""

    @pytest.mark.parametrize(
        ("text", "plain"),
        [
            ("一号楼 Block A", "一号楼 Block A"),
            ("\x1b[2J", "\ufffd[2J"),
            ("a\nb\tc\rd", "a b c d"),
            ("a\u2028b", "a b"),
            ("\u202eabc", "\ufffdabc"),
            ("\x00", "\ufffd"),
        ],
    )
    def test_what_would_be_obeyed_is_replaced(self, text: str, plain: str) -> None:
        """Line breaks and blanks of any kind are a blank; the rest is told as what it is."""
        assert printable(text) == plain

    @given(st.text())
    def test_nothing_is_left_and_twice_is_once(self, text: str) -> None:
        """No control, format, surrogate or separator but the blank; as long as it was."""
        plain = printable(text)
        assert not {unicodedata.category(one) for one in plain if one != " "} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
        assert len(plain) == len(text)
        assert printable(plain) == plain


class TestDiscreet:
    """A text that hides itself."""

    def test_does_not_change(self) -> None:
        """Neither what it holds nor what it is called."""
        number = Discreet("450103198001011233")
        with pytest.raises(AttributeError, match="does not change"):
            number._whole = "x"
        assert number.in_full == "450103198001011233"

    @given(st.text(), st.text())
    def test_compares_as_the_text(self, one: str, other: str) -> None:
        """Equal, of one hash and in the order of the texts, whichever of the two hides itself."""
        assert (
            (Discreet(one) == other) is (one == other) is (other == Discreet(one)) is (Discreet(one) == Discreet(other))
        )
        assert (Discreet(one) < other) is (one < other) is (Discreet(other) > Discreet(one))
        assert hash(Discreet(one)) == hash(one)
        assert Discreet(one) != 1
        assert Discreet(one) == ANY

    def test_is_no_text_to_what_writes_texts(self) -> None:
        """JSON refuses it."""
        with pytest.raises(TypeError):
            json.dumps({"worker": Discreet("450103198001011233")})
