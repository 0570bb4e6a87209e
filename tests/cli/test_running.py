"""What commands have in common: refusals, and the faults of a form with its marked copy."""

from pathlib import Path

import pytest

from gxinjury.cli.running import refusal, with_copy
from gxinjury.codec import FileError
from gxinjury.extra.cases.text import read_bytes
from gxinjury.extra.forms.outlets import read_outlets


def test_a_refusal_has_its_code_and_values() -> None:
    """As every error of the library."""
    told = refusal("new_is_there", file="a.toml")
    assert (told.code, told.values) == ("new_is_there", {"file": "a.toml"})
    assert told.text("zh") == "a.toml 已存在，未予覆盖；确要覆盖请加 --force"


def test_faults_are_told_with_the_copy(tmp_path: Path) -> None:
    """In both languages; without a copy as they are."""
    path, copy = tmp_path / "a.csv", tmp_path / "b.xlsx"
    path.write_text("网点名称,分支机构名录,备案回执\n甲,是吗,\n", encoding="utf-8")
    with pytest.raises(FileError) as found:
        read_outlets(read_bytes(str(path)), file=str(path))
    fault = found.value
    assert with_copy(fault, str(path), read_outlets, None, "zh") is fault
    told = with_copy(fault, str(path), read_outlets, str(copy), "zh")
    assert told.code == "faults"
    assert told.text("zh") == f"{fault.text('zh')}\n已在 {copy} 中标出有差错的单元格：1 处"
    assert told.text("en") == f"{fault.text('en')}\ncells at fault marked in {copy}: 1"
    itself = with_copy(fault, str(path), read_outlets, f"{path.parent}/./{path.name}", "en")
    assert (itself.code, itself.values) == ("mark_itself", {})
    nothing = with_copy(fault, str(path), lambda _: None, str(tmp_path / "c.xlsx"), "zh")
    assert nothing.text("zh").endswith(f"\n差错不在工作簿的单元格中，未写 {tmp_path / 'c.xlsx'}")
    assert not (tmp_path / "c.xlsx").exists()
