"""The page of HTML: a document has one of its own, or its tables and sentences make it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from igs_costshare.documents.document import Document, Footed
from igs_costshare.page.plain import plain_page
from igs_costshare.render import Options


@runtime_checkable
class Paged(Protocol):
    """A document that has a page of its own."""

    def page(self) -> str:
        """The whole page, in the language of the document."""


def render(document: Document, options: Options) -> str:
    """The page."""
    if isinstance(document, Paged):
        return document.page()
    foot = document.foot() if isinstance(document, Footed) else ""
    return plain_page(document, "", options.language, foot=foot)
