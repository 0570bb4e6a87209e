"""Whether every link between the pages of a built site leads somewhere: ``python docs/links.py FOLDER``."""

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """A page: what it links to, and the places in it that a link can name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.places: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  (as the parser calls it)
        """Take in where a tag leads, and what it is called."""
        told = dict(attrs)
        self.places |= {name for name in (told.get("id"), told.get("name")) if name}
        self.links |= {link for link in (told.get("href"), told.get("src")) if link}


# Asked for and answered by the theme, or written by hand into no page.
_NO_PAGE: Final = ("_sources/",)


def broken(folder: Path) -> Iterator[str]:
    """Yield every link to a file that is not there, or to a place that its page does not have.

    A page that is asked something, as ``?lang=en``, finds its place itself.
    """
    pages = {path: Page(path.read_text("utf-8")) for path in sorted(folder.rglob("*.html"))}
    for path, page in pages.items():
        for link in sorted(page.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or any(part in parts.path for part in _NO_PAGE):
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            place = unquote(parts.fragment)
            if not target.exists():
                yield f"{path.relative_to(folder)}: {link}: no such file"
            elif place and not parts.query and target in pages and place not in pages[target].places:
                yield f"{path.relative_to(folder)}: {link}: no such place"


if __name__ == "__main__":
    found = [*broken(Path(sys.argv[1]).resolve())]
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(found)} broken" if found else "every link leads somewhere")
    sys.exit(1 if found else 0)
