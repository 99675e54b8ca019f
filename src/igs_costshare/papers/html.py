"""The blocks of a paper as one page of HTML, which reads without script and prints on A4."""

from __future__ import annotations

from markupsafe import Markup

from igs_costshare.charts.scene import Scene
from igs_costshare.charts.svg import svg
from igs_costshare.page.environment import environment
from igs_costshare.papers.blocks import Paper


def page(paper: Paper) -> str:
    """The page; every text of it is escaped by the template, or by the drawing."""
    made = environment()
    made.filters["kind"] = lambda block: type(block).__name__
    made.filters["drawn"] = _drawn
    made.filters["inline"] = Markup  # a code of ours, which holds no text
    return made.get_template("paper.html.j2").render(paper=paper)


def _drawn(scene: Scene, id: str) -> Markup:
    return Markup(svg(scene, id))  # noqa: S704 - `svg` escapes every text in it
