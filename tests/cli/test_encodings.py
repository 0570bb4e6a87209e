"""What a terminal cannot show is escaped, and told of once."""

import io

import pytest

from gxinjury.cli.encodings import Escapes, escaping


@pytest.mark.parametrize(
    ("text", "written", "told"),
    [
        ("abc", b"abc", ""),
        ("a江b江", b"a\\u6c5fb\\u6c5f", "\\u6c5f"),
        ("\uffff\U00010000", b"\\uffff\\U00010000", "\\uffff \\U00010000"),
        ("\xe9江", b"\\u00e9\\u6c5f", "\\u00e9 \\u6c5f"),
    ],
)
def test_escapes(text: str, written: bytes, told: str) -> None:
    """Each by its number, as Python writes it; told are the characters that were escaped, each once, in order."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    escapes = escaping(stream)
    stream.write(text)
    stream.flush()
    assert raw.getvalue() == written
    assert (escapes.encoding, escapes.told()) == ("ascii", told)


@pytest.mark.parametrize(("count", "end"), [(1, "\\u7532"), (8, "\\u8f9b"), (9, "\\u8f9b ..."), (10, "\\u8f9b ...")])
def test_of_many_the_first_eight_are_told(count: int, end: str) -> None:
    """With dots behind them, where there are more."""
    escapes = Escapes("ascii")
    text = "甲乙丙丁戊己庚辛壬癸"[:count]
    assert escapes(UnicodeEncodeError("ascii", text, 0, count, "no"))[1] == count
    assert escapes.told().endswith(end)
    assert escapes.told().count("\\u") == min(count, 8)


def test_another_fault_is_raised() -> None:
    """What is no fault of encoding."""
    with pytest.raises(UnicodeDecodeError):
        Escapes("ascii")(UnicodeDecodeError("ascii", b"x", 0, 1, "no"))
