"""From the blocks of a paper to the bytes of its PDF, by Typst: the one place that knows it.

Data goes in as JSON and stands in the template as values, so that no text is ever markup. Fonts
travel with the program, and no other is used: every machine gives the same pages.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from igs_costshare.charts.scene import Bar, Dot, Label, Scene, Stroke
from igs_costshare.errors import InputError, Problem
from igs_costshare.messages import say
from igs_costshare.papers.blocks import Code, Drawing, Grid, Paper
from igs_costshare.papers.glyphs import printable

if TYPE_CHECKING:
    from typst import Compiler

_FOLDER = Path(__file__).parent
"""Where templates and fonts lie."""
_MEASURED = 6
"""Texts of a column that are measured: the widest is among the longest."""
_KINDS = {Stroke: "stroke", Bar: "bar", Dot: "dot", Label: "label"}


class Faulty(ValueError):
    """A template or a font is not as it should be: a fault of the program."""


def pdf(paper: Paper) -> bytes:
    """The PDF of a paper: the same bytes for the same blocks, tagged for those who listen."""
    make = compiler()
    from typst import TypstError

    data = json.dumps(_plain(paper), ensure_ascii=False)
    try:
        made, warnings = make.compile_with_warnings(
            format="pdf", sys_inputs={"paper": data}, pdf_standards=["ua-1"]
        )
    except TypstError as error:
        raise Faulty(error.message) from error
    # A warning is that a font is missing, and its text with it.
    if warnings or not isinstance(made, bytes):
        raise Faulty("; ".join(each.message for each in warnings))
    return made


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
            return printable(value)
        case Code(svg=svg):
            return {**_fields(value), "svg": svg}
        case Grid():
            return {
                **_fields(value),
                "widest": [_widest(value, at) for at in range(len(value.heads))],
            }
        case Drawing(scene=scene):
            return {"kind": "Drawing", "scene": _scene(scene)}
        case tuple() if hasattr(value, "_fields"):
            return _fields(value)
        case tuple():
            return [_plain(each) for each in value]
        case _:
            return value


def _widest(grid: Grid, at: int) -> dict[str, Any]:
    """The longest texts and words of a column with their roles, so that few have to be measured."""
    cells = [(printable(line.cells[at]), line.role) for line in grid.lines]
    whole = [each for each in cells if each[1] != "quiet"]
    words = {(word, role) for text, role in cells for word in text.split(" ")}
    head = printable(grid.heads[at].text)
    return {
        "whole": [list(each) for each in _longest(whole)],
        "words": [list(each) for each in _longest(sorted(words))],
        "quiet": [
            list(each) for each in _longest(sorted(each for each in words if each[1] == "quiet"))
        ],
        "head": [word for word, _ in _longest([(word, "") for word in head.split(" ")])],
    }


def _longest(texts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(texts, key=lambda each: -len(each[0]))[:_MEASURED]


def _fields(value: Any) -> dict[str, Any]:
    fields = {name: _plain(getattr(value, name)) for name in value._fields}
    return {"kind": type(value).__name__, **fields}


def _scene(scene: Scene) -> dict[str, Any]:
    marks = [{**_fields(mark), "kind": _KINDS[type(mark)]} for mark in scene.marks]
    return {**_fields(scene), "marks": marks}
