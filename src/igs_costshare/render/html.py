"""The page of HTML, which a document that has one makes itself."""

from __future__ import annotations

from typing import Protocol

from igs_costshare.render import Options


class Paged(Protocol):
    """A document that has a page."""

    def page(self) -> str:
        """The whole page, in the language of the document."""


def render(document: Paged, _options: Options) -> str:
    """The page."""
    return document.page()
