"""Where links such as ``live:premium`` lead: to the live page, or where it was not built, to how it is."""

from pathlib import Path
from typing import Final

__all__ = ["SCHEME", "is_there", "lead_to"]

SCHEME: Final = "live"
_PAGE: Final = "index.html"


def is_there(site: Path) -> bool:
    """Return whether a site has the live page."""
    return (site / "live" / _PAGE).exists()


def lead_to(link: str, site: Path, *, top: str, page: str, language: str) -> str | None:
    """Return where a link of a page leads; None for one of another kind.

    Args:
        link: The link as it is written: ``live:`` and a question of the live page, or nothing.
        site: The folder in which the pages of each language have theirs, and the live page its own.
        top: The way from the page to the top of its language's pages, such as ``../``.
        page: The way from the page to the one on how the live page is made.
        language: ``en`` or ``zh``.
    """
    scheme, colon, question = link.partition(":")
    if scheme != SCHEME or not colon:
        return None
    if not is_there(site):
        return page
    return f"{top}../live/{_PAGE}?lang={language}{question and f'#{question}'}"
