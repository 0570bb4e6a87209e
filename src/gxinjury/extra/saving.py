"""Saving what a command makes to a file (保存为文件): whole or not at all, and nothing else overwritten."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from gxinjury.errors import GxInjuryError
from gxinjury.privacy import mask, printable
from gxinjury.texts import Text

__all__ = ["save"]

_NO_PLACE: Final = Text(
    zh="未能写入 {path}：请确认它不是文件夹，所在文件夹存在并且可写",
    en="{path} cannot be written: it must be no folder, and lie in one that can be written to",
)
_SOMETHING_ELSE: Final = Text(
    zh="{path} 已存在，且不是同类文件，未予覆盖；请换一个文件名",
    en="{path} is there already and is a file of another kind, so it was left alone; name another file",
)


def save(path: str, content: bytes, *, begins: bytes) -> None:
    """Write a file whole or not at all, over nothing but a file of its kind or an empty one.

    Args:
        path: Where.
        content: What it is to hold.
        begins: What every file of its kind begins with.

    Raises:
        GxInjuryError: It cannot be written there, or a file of another kind is there.

    >>> save("no-such-folder/duties.ics", b"", begins=b"BEGIN:VCALENDAR")
    Traceback (most recent call last):
    gxinjury.errors.GxInjuryError: no-such-folder/duties.ics cannot be written: it must be no folder, and lie in one \
that can be written to
    """
    try:
        place = Path(path).resolve()
        if place.exists() and not _may_go(place, begins):
            raise _refused(_SOMETHING_ELSE, path, "another_kind_of_file")
        with TemporaryDirectory(prefix=".", dir=place.parent) as folder:
            part = Path(folder) / "part"
            part.write_bytes(content)
            part.replace(place)
    except (OSError, ValueError):
        raise _refused(_NO_PLACE, path, "not_writable") from None


def _may_go(place: Path, begins: bytes) -> bool:
    """Return whether what is there is a file of the kind or empty; a folder or a device is no file at all."""
    if not place.is_file():
        raise IsADirectoryError
    with place.open("rb") as file:
        return file.read(len(begins)) in {b"", begins}


def _refused(told: Text, path: str, code: str) -> GxInjuryError:
    named = {"path": printable(mask(path))}
    return GxInjuryError(told.filled(named), code=code, values=named)
