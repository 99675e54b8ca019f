"""A scene as SVG, whose colours are classes of the style sheet around it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import assert_never

from igs_costshare.charts.scene import Bar, Dot, Label, Mark, Scene, Stroke
from igs_costshare.errors import visible

_BASELINE = 4
"""Pixels from the middle of a line of text to where its letters stand."""


def svg(scene: Scene, id: str) -> str:
    """The drawing; `id` tells it from the others on its page. Every text in it is escaped.

    Where there is one for a telephone it stands there too, and the style sheet shows either.
    """
    if scene.narrow is None:
        return _svg(scene, id, "chart")
    narrow = _svg(scene.narrow, f"{id}-narrow", "chart narrow")
    return f"{_svg(scene, id, 'chart wide')}\n{narrow}"


def _svg(scene: Scene, id: str, kind: str) -> str:
    named = f'role="img" aria-labelledby="{id}-title {id}-text"'
    lines = [
        f'<svg class="{kind}" {named} width="100%" height="{scene.height}">',
        f'<title id="{id}-title">{_text(scene.title)}</title>',
        f'<desc id="{id}-text">{_text(scene.description)}</desc>',
        *_hatching(scene, id),
        *(_mark(mark, id) for mark in scene.marks),
        "</svg>",
    ]
    return "\n".join(lines)


def _hatching(scene: Scene, id: str) -> Iterator[str]:
    """The pattern of a bar of the reserve, where there is one."""
    if any(isinstance(mark, Bar) and mark.style == "reserve" for mark in scene.marks):
        yield (
            f'<defs><pattern id="{id}-hatch" width="5" height="5" patternUnits="userSpaceOnUse"'
            ' patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="5"/>'
            "</pattern></defs>"
        )


def _mark(mark: Mark, id: str) -> str:
    match mark:
        case Stroke():
            return (
                f'<line class="{mark.style}" x1="{_x(mark.x1)}" y1="{mark.y1}"'
                f' x2="{_x(mark.x2)}" y2="{mark.y2}"/>'
            )
        case Bar():
            fill = f' fill="url(#{id}-hatch)"' if mark.style == "reserve" else ""
            return (
                f'<rect class="{mark.style}" x="{_x(mark.x)}" y="{mark.y}"'
                f' width="{_x(mark.width)}" height="{mark.height}"{fill}/>'
            )
        case Dot():
            inside = " open" if mark.open else ""
            return (
                f'<circle class="{mark.style}{inside}" cx="{_x(mark.x)}" cy="{mark.y}"'
                f' r="{mark.radius}"/>'
            )
        case Label():
            return (
                f'<text class="{mark.style} {mark.anchor}" x="{_x(mark.x)}"'
                f' y="{mark.y + _BASELINE}">{_text(mark.text)}</text>'
            )
        case _:
            assert_never(mark)


def _x(hundredths: int) -> str:
    """Hundredths of a percent as SVG writes them: `12.50%`."""
    sign, rest = ("-", -hundredths) if hundredths < 0 else ("", hundredths)
    return f"{sign}{rest // 100}.{rest % 100:02}%"


def _text(text: str) -> str:
    return escape(visible(text))
