"""A document as one page of HTML: its tables, lists and sentences, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from igs_costshare.charts.scene import Scene
from igs_costshare.charts.svg import svg
from igs_costshare.documents.document import Document, Item, Listing, Notes
from igs_costshare.page.environment import environment
from igs_costshare.page.grid import PORTRAIT, Grid, grids
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import Table


class _Section(NamedTuple):
    """A table, a list or sentences, under a caption where it has one."""

    id: str
    caption: str = ""
    is_heading: bool = True
    """Whether the caption is a heading; otherwise it says what the page does."""
    grids: tuple[Grid, ...] = ()
    items: tuple[Item, ...] = ()
    sentences: tuple[str, ...] = ()


def plain_page(
    document: Document,
    caption: str,
    language: Language,
    drawing: Scene | None = None,
    foot: str = "",
) -> str:
    """The HTML of a document of tables, lists and sentences; no plot has a place on it.

    `caption` is that of the first table, below which a drawing stands. A single sentence that
    ends in a colon is the caption of what follows it. `foot` tells the page from others.
    """
    sections = [*_sections(document, caption, language)]
    landscape = any(grid.width > PORTRAIT for each in sections for grid in each.grids)
    template = environment().get_template("plain.html.j2")
    return template.render(
        lang=language.code,
        say=language.say,
        title=document.title,
        sections=sections,
        landscape=landscape,
        drawing=drawing,
        foot=foot,
        picture="" if drawing is None else svg(drawing, "chart"),
    )


def _sections(document: Document, caption: str, language: Language) -> Iterator[_Section]:
    for number, part in enumerate(document.parts(), 1):
        id = f"part-{number}"
        if isinstance(part, Notes) and part.is_caption:
            caption = part.sentences[0].rstrip(":").rstrip()
            continue
        if isinstance(part, Table):
            named = caption or document.title
            yield _Section(id, named, bool(caption), grids=grids(part, language))
        elif isinstance(part, Listing):
            yield _Section(id, caption, items=part.items)
        elif isinstance(part, Notes):
            yield _Section(id, sentences=part.sentences)
        caption = ""
