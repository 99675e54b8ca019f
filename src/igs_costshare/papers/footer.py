"""What stands at the foot of every sheet."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version

from igs_costshare.errors import visible
from igs_costshare.wording.language import Language

_DOT = " · "
_LONGEST = 60


def footer(parts: Iterable[str], language: Language) -> str:
    """The parts that there are, and the program that made it."""
    made_by = language.say("paper.made_by", version=version("igs-costshare"))
    return _DOT.join([*(_short(visible(part)) for part in parts if part), made_by])


def _short(part: str) -> str:
    return part if len(part) <= _LONGEST else f"{part[: _LONGEST - 1]}…"
