"""Saving a file: whole or not at all, and over nothing of another kind."""

import os
from pathlib import Path
from typing import Final

import pytest

from gxinjury.errors import GxInjuryError
from gxinjury.extra.saving import save

KIND: Final = b"KIND"


class TestSave:
    """Where a file may go."""

    @pytest.mark.parametrize("there", [None, b"", b"KIND of before", KIND])
    def test_goes_where_nothing_or_its_kind_is(self, tmp_path: Path, there: bytes | None) -> None:
        """In place of the whole of it, and nothing else is left in the folder."""
        path = tmp_path / "one"
        if there is not None:
            path.write_bytes(there)
        save(str(path), b"KIND now", begins=KIND)
        assert path.read_bytes() == b"KIND now"
        assert list(tmp_path.iterdir()) == [path]

    @pytest.mark.parametrize("there", [b"KIN", b"K", b"[contract]"])
    def test_another_kind_is_left_alone(self, tmp_path: Path, there: bytes) -> None:
        """Whatever is there and does not begin so."""
        path = tmp_path / "one"
        path.write_bytes(there)
        with pytest.raises(GxInjuryError, match="left alone") as refused:
            save(str(path), KIND, begins=KIND)
        assert (refused.value.code, refused.value.values) == ("another_kind_of_file", {"path": str(path)})
        assert path.read_bytes() == there

    @pytest.mark.parametrize("name", ["", "no/such/folder", "case.toml/one", "a\0b", "x" * 300, "."])
    def test_a_place_that_takes_none(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        """A folder, no folder to lie in, no possible name."""
        monkeypatch.chdir(tmp_path)
        (tmp_path / "case.toml").write_bytes(b"")
        with pytest.raises(GxInjuryError, match="cannot be written") as refused:
            save(name, KIND, begins=KIND)
        assert refused.value.code == "not_writable"
        assert [one.name for one in tmp_path.iterdir()] == ["case.toml"]

    def test_what_fails_half_way_leaves_what_was_there(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A disk that is full: the old file stands, and nothing half-written lies about."""

        def full(_self: Path, _content: bytes) -> int:
            raise OSError(28, "No space left on device")

        path = tmp_path / "one"
        path.write_bytes(b"KIND of before")
        monkeypatch.setattr(Path, "write_bytes", full)
        with pytest.raises(GxInjuryError, match="cannot be written"):
            save(str(path), b"KIND now", begins=KIND)
        assert path.read_bytes() == b"KIND of before"
        assert list(tmp_path.iterdir()) == [path]

    @pytest.mark.skipif(os.name == "nt", reason="there are none on Windows")
    def test_a_pipe_is_left_alone(self, tmp_path: Path) -> None:
        """Whatever is written into it."""
        path = tmp_path / "pipe"
        os.mkfifo(path)
        end = os.open(path, os.O_RDWR)
        os.write(end, KIND)
        with pytest.raises(GxInjuryError, match="cannot be written"):
            save(str(path), KIND, begins=KIND)
        os.close(end)
        assert path.is_fifo()

    def test_a_link_is_followed(self, tmp_path: Path) -> None:
        """What it points to is written, and it stays a link."""
        path, link = tmp_path / "one", tmp_path / "link"
        path.write_bytes(KIND)
        link.symlink_to(path)
        save(str(link), b"KIND now", begins=KIND)
        assert link.is_symlink()
        assert path.read_bytes() == b"KIND now"

    def test_an_id_in_the_name_is_masked(self) -> None:
        """As everywhere."""
        with pytest.raises(GxInjuryError) as refused:
            save("no/450103198001011234.ics", KIND, begins=KIND)
        assert refused.value.text("zh").startswith("未能写入 no/4501************34.ics：")
