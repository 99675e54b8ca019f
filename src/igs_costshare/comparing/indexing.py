"""One factor on several amounts: changes that are an index.

A new amount is the old one times the factor within the rounding of the file, which is that of the
decimals it is written with. The same amounts are an index on the way back.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from igs_costshare.comparing.cause import INDEX, Cause, cause_of, in_order
from igs_costshare.comparing.changes import Change
from igs_costshare.description.numbers import numbers_of
from igs_costshare.errors import Path

_EUROS = ("amount", "fte_cost", "cost", "cap", "fixed_amount", "minimum", "maximum", "prices")
"""Fields with amounts and prices, as the file calls them."""
_ROUGH = 4
"""How often the rounding of an amount goes into its change, for it to tell of a factor."""
_FEWEST_DECIMALS = 2
_MOST_DECIMALS = 4
"""Of a part that is only known the other way round: hundredths of a percent."""


class Step(NamedTuple):
    """A change of amounts, each with what it was and what it is."""

    change: Change
    amounts: tuple[tuple[Decimal, Decimal], ...]

    @property
    def back(self) -> Step:
        """The same on the way back."""
        return self._replace(amounts=tuple((new, old) for old, new in self.amounts))

    @property
    def factors(self) -> tuple[Fraction, Fraction]:
        """The least and the most that the amounts may have been multiplied by."""
        spans = [
            (Fraction(new) - _half(new), Fraction(new) + _half(new), Fraction(old))
            for old, new in self.amounts
        ]
        return max(low / old for low, _, old in spans), min(high / old for _, high, old in spans)

    @property
    def tells(self) -> bool:
        """Whether the amounts are exact enough to tell a factor by."""
        return all(_ROUGH * _half(new) <= abs(Fraction(new - old)) for old, new in self.amounts)


def indices(changes: Sequence[Change]) -> Iterator[Cause]:
    """Every factor on two amounts or more, that on most of them first."""
    left = [step for step in map(_step_of, changes) if step is not None]
    number = 0
    while True:
        ways = (_largest(left), _largest([step.back for step in left]))
        found = min(ways, key=lambda paths: (-len(paths), [*map(in_order, paths)]))
        if not found:
            return
        number += 1
        path: Path = (INDEX,) if number == 1 else (INDEX, str(number))
        steps = [step for step in left if step.change.path in found]
        yield cause_of((step.change for step in steps), path, _part(steps))
        left = [step for step in left if step.change.path not in found]


def amounts_in(cause: Cause) -> int:
    """How many amounts an index moves."""
    return sum(
        path[-1] != "up_to"
        for change in cause.changes
        for path, _ in numbers_of(change.a, change.path)
    )


def _step_of(change: Change) -> Step | None:
    """The change as one of amounts; None where it is none, or not of all of them alike."""
    rate = change.path[-1] == "rate" and change.path[0] != "subsidy"
    if change.one_sided or change.path[0] == "partner":
        return None
    if not (rate or change.path[-1] in _EUROS):
        return None
    old, new = (dict(numbers_of(side, change.path)) for side in (change.a, change.b))
    if old.keys() != new.keys() or not all((*old.values(), *new.values())):
        return None
    if any(old[path] != new[path] for path in old if path[-1] == "up_to"):
        return None
    step = Step(change, tuple(_pairs(change)))
    return step if min(*old.values(), *new.values()) > 0 else None


def _pairs(change: Change) -> Iterator[tuple[Decimal, Decimal]]:
    """The amounts on either side."""
    new = dict(numbers_of(change.b, change.path))
    for path, old in numbers_of(change.a, change.path):
        if path[-1] != "up_to":
            yield old, new[path]


def _half(value: Decimal) -> Fraction:
    """Half of the last decimal that a value is written with; of whole amounts half a euro."""
    exponent = value.as_tuple().exponent
    return Fraction(1, 2 * 10 ** max(0, -int(exponent)))


def _largest(steps: Sequence[Step]) -> list[Path]:
    """The paths of the most changes, two at least, that one factor explains; none without."""
    spans = {step.change.path: step.factors for step in steps}
    spans = {path: (low, high) for path, (low, high) in spans.items() if low <= high}
    exact = [spans[step.change.path] for step in steps if step.tells and step.change.path in spans]
    lows, highs = sorted(low for low, _ in exact), sorted(high for _, high in exact)
    counts = {low: bisect_right(lows, low) - bisect_left(highs, low) for low in lows}
    most = max(counts.values(), default=0)
    if most < len(("one", "other")):
        return []
    telling = {step.change.path for step in steps if step.tells}
    groups = [
        _with_rough([path for path in telling & spans.keys() if _holds(spans[path], low)], spans)
        for low, count in counts.items()
        if count == most
    ]
    return min(groups, key=lambda paths: (-len(paths), [*map(in_order, paths)]))


def _holds(span: tuple[Fraction, Fraction], factor: Fraction) -> bool:
    return span[0] <= factor <= span[1]


def _with_rough(paths: Sequence[Path], spans: dict[Path, tuple[Fraction, Fraction]]) -> list[Path]:
    """The paths, with those of amounts that the same factor explains within their rounding."""
    low, high = max(spans[path][0] for path in paths), min(spans[path][1] for path in paths)
    found = list(paths)
    for path in sorted(spans.keys() - {*paths}, key=in_order):
        narrower = max(low, spans[path][0]), min(high, spans[path][1])
        if narrower[0] <= narrower[1]:
            low, high = narrower
            found.append(path)
    return sorted(found, key=in_order)


def _part(steps: Sequence[Step]) -> Decimal:
    """By which part the amounts rise: as few decimals as the rounding leaves room for."""
    there = _shortest(*_factors(steps))
    if there is not None:
        return there - 1
    back = _shortest(*_factors([step.back for step in steps]))
    return round(1 / (back or Decimal(1)) - 1, _MOST_DECIMALS)


def _factors(steps: Sequence[Step]) -> tuple[Fraction, Fraction]:
    factors = [step.factors for step in steps]
    return max(low for low, _ in factors), min(high for _, high in factors)


def _shortest(low: Fraction, high: Fraction) -> Decimal | None:
    """The decimal between two numbers with the fewest decimals, nearest to their middle.

    None where there is nothing between them.

    >>> _shortest(Fraction("1.0249"), Fraction("1.0253"))
    Decimal('1.025')
    """
    if low > high:
        return None
    decimals = _FEWEST_DECIMALS
    while ceil(low * 10**decimals) > high * 10**decimals:
        decimals += 1
    least, most = ceil(low * 10**decimals), int(high * 10**decimals)
    middle = round((low + high) / 2 * 10**decimals)
    return Decimal(min(max(middle, least), most)).scaleb(-decimals)
