"""What the description states: the values that steps rest on, and where they were given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from igs_costshare.description.dates import DAY
from igs_costshare.description.values import Later
from igs_costshare.errors import Path, dotted, visible
from igs_costshare.explaining.steps import Input
from igs_costshare.reading.description import value_at
from igs_costshare.reading.source import Risen, Source
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
    if origin.line is not None and source.year is None:
        # Of a list that a scenario has shortened, the file knows what was taken away.
        value = value_at(source.whole, origin.path)
    text = str(value) if notation_at(path) is Notation.YEAR else toml_text(value)
    if isinstance(value, Later):
        text = _short(text)
    risen = source.risen.get(path, ())
    if risen:
        text = _course(source, origin.path, risen, text)
    given = Input(dotted(origin.path), text, visible(origin.name), origin.line)
    return (given, *_raised_by(source, risen))


def _course(source: Source, path: Path, risen: Sequence[Risen], now: str) -> str:
    """From the number as it was last stated to what it is now: `10_000 × 1.02 = 10_200`.

    What a merger adds up is stated nowhere: `…`. Where indexed amounts are rounded each year, it
    is an arrow instead.
    """
    stated = value_at(source.whole, path)
    text = "…" if stated is None or isinstance(stated, list) else toml_text(stated)
    sums = False
    for each in risen:
        if each.part:
            text = f"({text})" if sums else text
            text += f" × {_short(toml_text(1 + each.part))}"
        if each.step:
            text += f" {'+' if each.step > 0 else '-'} {toml_text(abs(each.step))}"
        sums = bool(each.step)
    rounded = value_at(source.whole, ("plan", "round")) is not None
    return f"{text} {'→' if rounded else '='} {now}"


def _short(number: str) -> str:
    """A number without zeros at its end."""
    return number.rstrip("0").rstrip(".") if "." in number else number


def _raised_by(source: Source, risen: Sequence[Risen]) -> Iterator[Input]:
    """Where the plan says how a number rises."""
    for path in dict.fromkeys(path for each in risen for path in each.by):
        origin = source.origin(path)
        text = toml_text(value_at(source.whole, path))
        yield Input(dotted(path), text, visible(origin.name), origin.line)


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
