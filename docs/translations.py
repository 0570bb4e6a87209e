"""Chinese pages beside the English ones: ``update`` takes new texts into the catalogues, ``check`` tells what is amiss.

A text that changed in English comes up again, its old translation at hand in git. Code and what it prints are the same
on both pages and never translated; generated parts are written by the code in either language.

    python docs/translations.py update
    python docs/translations.py check
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

HERE: Final = Path(__file__).parent
CATALOGUES: Final = HERE / "locale" / "zh_CN" / "LC_MESSAGES"
LEFT_OUT: Final = ("decisions/", "reference/", "zh/")
"""Pages that stay as they are: what was decided, docstrings, and what is Chinese already."""
_KEPT: Final = re.compile(r"`[^`]+`|\]\([^)]+\)|https?://[^\s)]+")
"""What a translation has to hold as the English text does: code, names, where links lead."""


def pages() -> Iterator[tuple[str, Catalog]]:
    """Yield the texts of each page to translate, by the page's name; of what is written by hand."""
    with tempfile.TemporaryDirectory() as folder:
        # Pages as they are written: no notebook is run, and what the code tells is left out.
        how = ("-Q", "-b", "gettext", "-t", "written", "-D", "nb_execution_mode=off")
        subprocess.run(["sphinx-build", *how, str(HERE), folder], check=True)  # noqa: S603, S607  (of the environment)
        for path in sorted(Path(folder).rglob("*.pot")):
            name = path.relative_to(folder).with_suffix("").as_posix()
            if name.startswith(LEFT_OUT):
                continue
            with path.open("rb") as file:
                found = read_po(file)
            page = Catalog(locale="zh_CN")
            for message in found:
                if message.id:
                    page.add(message.id)
            yield name, page


def translated(name: str) -> Catalog:
    """Return what there is of a page in Chinese."""
    path = CATALOGUES / f"{name}.po"
    if not path.exists():
        return Catalog(locale="zh_CN")
    with path.open("rb") as file:
        return read_po(file, locale="zh_CN")


def update() -> None:
    """Write each page's catalogue anew: its texts in order, the translations that there are, nothing else."""
    for name, page in pages():
        old = translated(name)
        # A catalogue of which no text changed stays as it is.
        page.creation_date = old.creation_date
        for message in page:
            if message.id and (known := old.get(str(message.id))):
                message.string = known.string
            elif not any(map(str.isalpha, message.id)):  # a number
                message.string = message.id
        path = CATALOGUES / f"{name}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, page, width=0, omit_header=False, no_location=True, ignore_obsolete=True)


def faults() -> Iterator[str]:
    """Yield what is wrong: a text without a translation, a translation without its text, code or links that differ."""
    known = set()
    for name, page in pages():
        known.add(name)
        chinese = translated(name)
        for message in page:
            if message.id:
                yield from (f"{name}.po: {fault}" for fault in _of_a_text(message, chinese.get(str(message.id))))
        yield from (f"{name}.po: no such text any more: {one.id!r}" for one in chinese if one.id and one.id not in page)
    for path in sorted(CATALOGUES.rglob("*.po")):
        if (name := path.relative_to(CATALOGUES).with_suffix("").as_posix()) not in known:
            yield f"{name}.po: no such page"


def _of_a_text(english: Message, chinese: Message | None) -> Iterator[str]:
    if chinese is None or not chinese.string or chinese.fuzzy:
        yield f"not translated: {english.id!r}"
        return
    wanted, found = (sorted(_KEPT.findall(str(text))) for text in (english.id, chinese.string))
    if wanted != found:
        yield f"{english.id!r} holds {wanted}, its translation {found}"


def main() -> int:
    """Do what is asked, and return the exit code: 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("do", choices=["check", "update"])
    if parser.parse_args().do == "update":
        update()
    found = [*faults()]
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(found)} to mend" if found else "every text is there in both languages")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
