"""From the blocks of a paper to the bytes of its PDF, by Typst: the one place that knows it.

Data goes in as JSON and stands in the template as values, so that no text is ever markup. Fonts
travel with the program, and no other is used: every machine gives the same pages.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from igs_costshare.charts.scene import Bar, Dot, Label, Mark, Scene, Stroke
from igs_costshare.errors import InputError, Problem
from igs_costshare.messages import say
from igs_costshare.papers.blocks import Code, Drawing, Grid, Heading, Paper
from igs_costshare.papers.glyphs import printable, width
from igs_costshare.papers.widths import breakable, column_widths, hyphenated

if TYPE_CHECKING:
    from typst import Compiler

_FOLDER = Path(__file__).parent
"""Where templates and fonts lie."""
BOLD_STYLES = ("bold", "more", "less")
"""Marks whose texts are bold."""
_LONGEST_WORD = 20_000
"""What a word of a title or a sentence may take before it breaks, in thousandths of an em."""
_KINDS = {Stroke: "stroke", Bar: "bar", Dot: "dot", Label: "label"}


def pdfs(papers: Iterable[Paper]) -> Iterator[bytes]:
    """The PDF of papers that are much alike, in the letters of the first where those fit."""
    likely: int | None = None
    for paper in papers:
        yield pdf(paper, likely)
        if likely is None:
            likely = int(compiler().query("<size>", field="value", one=True))


def pdf(paper: Paper, likely: int | None = None) -> bytes:
    """The PDF of a paper: the same bytes for the same blocks, tagged for those who listen.

    `likely` is the place of a size of its letters that is tried first.
    """
    make = compiler()
    from typst import TypstError

    plain = {**_plain(paper), "likely": likely}
    plain["wide"] = width(plain["title"], bold=True)
    data = json.dumps(plain, ensure_ascii=False)
    try:
        made, warnings = make.compile_with_warnings(
            format="pdf", sys_inputs={"paper": data}, pdf_standards=["ua-1"]
        )
    except TypstError as error:
        raise _not_made(error.message) from error
    # A warning is that a font is missing, and its text with it.
    if warnings or not isinstance(made, bytes):
        raise _not_made("; ".join(each.message for each in warnings))
    return made


def _not_made(reason: str) -> InputError:
    """Sheets that do not come out, and what has the same figures."""
    message = say("paper.not_made", reason=reason)
    return InputError([Problem(message, origin="--format pdf", hint=say("paper.take_html"))])


@cache
def compiler() -> Compiler:
    """The compiler, which keeps the template and the fonts for the papers after the first."""
    try:
        from typst import Compiler, Fonts
    except ImportError:
        hint = say("paper.install")
        raise InputError([Problem(say("paper.not_installed"), hint=hint)]) from None
    fonts = Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(_FOLDER / "fonts")],
    )
    template = str(_FOLDER / "paper.typ")
    return Compiler(template, root=str(_FOLDER), font_paths=fonts, ignore_system_fonts=True)


def _plain(value: Any) -> Any:
    """Blocks in terms of JSON, each with its kind, and no character that the fonts lack."""
    match value:
        case str():
            return breakable(printable(value), _LONGEST_WORD)
        case Code(svg=svg):
            return {**_fields(value), "svg": svg}
        case Grid():
            cells = (*(head.text for head in value.heads), *_texts_of(value))
            plain = {**_fields(_softened(value)), "widths": column_widths(value)}
            return {**plain, "hyphenated": hyphenated(map(printable, cells))}
        case Heading(text=text):
            return {**_fields(value), "wide": width(printable(text), bold=True)}
        case Drawing(scene=scene):
            return {"kind": "Drawing", "scene": _scene(scene)}
        case tuple() if hasattr(value, "_fields"):
            return _fields(value)
        case tuple():
            return [_plain(each) for each in value]
        case int() | None:
            return value
        case _:
            raise TypeError(f"{type(value).__name__} stands in no template")


def _texts_of(grid: Grid) -> Iterator[str]:
    """The cells that are no figures."""
    for line in grid.lines:
        for head, cell in zip(grid.heads, line.cells, strict=True):
            if not head.right or line.role == "quiet":
                yield cell


def _softened(grid: Grid) -> Grid:
    """The table with places in its long words where these may break; no figure is broken."""
    heads = tuple(head._replace(text=_soft(head.text)) for head in grid.heads)
    lines = tuple(
        line._replace(
            cells=tuple(
                cell if head.right and line.role != "quiet" else _soft(cell)
                for head, cell in zip(grid.heads, line.cells, strict=True)
            )
        )
        for line in grid.lines
    )
    return grid._replace(heads=heads, lines=lines)


def _soft(text: str) -> str:
    return breakable(printable(text))


def _fields(value: Any) -> dict[str, Any]:
    fields = {name: _plain(getattr(value, name)) for name in value._fields}
    return {"kind": type(value).__name__, **fields}


def _scene(scene: Scene) -> dict[str, Any]:
    scene = scene._replace(narrow=None)  # a sheet is wide enough
    return {**_fields(scene), "marks": list(map(_mark, scene.marks))}


def _mark(mark: Mark) -> dict[str, Any]:
    fields = {**_fields(mark), "kind": _KINDS[type(mark)]}
    if isinstance(mark, Label):
        fields["bold"] = mark.style in BOLD_STYLES
    return fields
