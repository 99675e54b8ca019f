"""What the description states: the values that steps rest on, and where they were given."""

from __future__ import annotations

from decimal import Decimal

from igs_costshare.description.dates import DAY
from igs_costshare.errors import Path, dotted, visible
from igs_costshare.explaining.steps import Input
from igs_costshare.reading.description import value_at
from igs_costshare.reading.source import Source
from igs_costshare.wording.units import Notation, notation_at

_SHOWN = 60
"""Characters of a value that an explanation quotes."""


class Stated:
    """The values of a description by their paths, each looked up once."""

    def __init__(self, source: Source | None) -> None:
        self._source = source
        self._known: dict[Path, tuple[Input, ...]] = {}

    def at(self, path: Path) -> tuple[Input, ...]:
        """The value at a path; none where nothing is stated there."""
        if self._source is None:
            return ()
        if path not in self._known:
            self._known[path] = _input(self._source, path)
        return self._known[path]


def _input(source: Source, path: Path) -> tuple[Input, ...]:
    value = value_at(source.description, path)
    if value is None:
        return ()
    origin = source.origin(path)
    if origin.line is not None:
        # Of a list that a scenario has shortened, the file knows what was taken away.
        value = value_at(source.whole, origin.path)
    text = str(value) if notation_at(path) is Notation.YEAR else toml_text(value)
    return (Input(dotted(origin.path), text, visible(origin.name), origin.line),)


def toml_text(value: object) -> str:
    """A value as TOML writes it, cut off where it is long.

    >>> toml_text(84500), toml_text(Decimal("0.20")), toml_text("units"), toml_text({"a": 1})
    ('84_500', '0.20', '"units"', '{ a = 1 }')
    >>> toml_text(DAY(2027, 7, 15))
    '2027-07-15'
    """
    text = _toml(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _toml(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value:,f}".replace(",", "_")
    if isinstance(value, int):
        return f"{value:_}"
    if isinstance(value, dict):
        inside = ", ".join(f"{key} = {_toml(each)}" for key, each in value.items())
        return f"{{ {inside} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, DAY):
        return value.isoformat()
    return f'"{value}"'
