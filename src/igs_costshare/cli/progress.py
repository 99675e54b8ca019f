"""How far a long command is, on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TypeVar

_Step = TypeVar("_Step")


def in_progress(
    steps: Iterable[_Step], count: int, told: str = "", *, long: bool
) -> Iterable[_Step]:
    """The steps; where they take `long`, a terminal shows on standard error how far they are."""
    if not long or not (sys.stderr and sys.stderr.isatty()):
        return steps
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return track(steps, told, total=count, console=console, transient=True)
