"""What stands at the foot of every sheet, and the one sign that paper writes otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.metadata import version

from igs_costshare.errors import visible
from igs_costshare.wording.language import Language

_NEGATIVE = re.compile(r"-(?=\d)")
_DOT = " · "
_LONGEST = 60


def footer(parts: Iterable[str], language: Language) -> str:
    """The parts that there are, and the program that made it."""
    made_by = language.say("paper.made_by", version=version("igs-costshare"))
    return _DOT.join([*(_short(visible(part)) for part in parts if part), made_by])


def _short(part: str) -> str:
    return part if len(part) <= _LONGEST else f"{part[: _LONGEST - 1]}…"


def minus(figure: str) -> str:
    """A figure with the minus of print; a name stays as it is.

    >>> minus("-1.390,15"), minus("Sint-Niklaas"), minus("−1")
    ('−1.390,15', 'Sint-Niklaas', '−1')
    """
    return f"−{figure[1:]}" if _NEGATIVE.match(figure) else figure
