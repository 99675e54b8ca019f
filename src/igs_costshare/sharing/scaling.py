"""What a line becomes for a smaller group: its normal form, and who of a group it concerns."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple, TypeAlias, assert_never

from igs_costshare.description.groups import Scaling
from igs_costshare.description.network import Line, Network
from igs_costshare.description.places import taking_part
from igs_costshare.sharing.presence import ONE


class BySum(NamedTuple):
    """In proportion to what the group has of a key together."""

    key: str


class ScaleStep(NamedTuple):
    """What a line comes to up to a figure, which is included."""

    up_to: Fraction | None
    """None where there is no end."""
    amount: Fraction


class BySteps(NamedTuple):
    """An amount by what the group has of a key together."""

    key: str
    steps: tuple[ScaleStep, ...]

    def at(self, figure: Fraction) -> Fraction | None:
        """What it comes to at a figure; None above the last step."""
        for step in self.steps:
            if step.up_to is None or figure <= step.up_to:
                return step.amount
        return None


class ByLargest(NamedTuple):
    """In proportion to the largest figure in the group."""

    key: str


Scaled: TypeAlias = BySum | BySteps | ByLargest


def scaling_of(line: Line) -> Scaled | None:
    """How a line goes by the group; None where it is the same whoever takes part."""
    match line.scales:
        case None:
            return None
        case str() as key:
            return BySum(key)
        case Scaling(key=None, largest=largest):
            return ByLargest(largest or "")
        case Scaling(key=key, steps=steps):
            return BySteps(
                key or "",
                tuple(
                    ScaleStep(
                        None if each.up_to is None else Fraction(each.up_to), Fraction(each.amount)
                    )
                    for each in steps or ()
                ),
            )
        case _:
            assert_never(line.scales)


def concerned(network: Network, line: Line) -> tuple[bool, ...]:
    """Who takes part in a line: by its own list, or that of the contribution that divides it."""
    if line.per is not None:
        return taking_part(network, line)
    return taking_part(network, line, line.contribution or network.contribution)


def alone_in_year(
    network: Network, presence: Sequence[Fraction] | None, id: str
) -> Fraction | None:
    """What the file states that a partner pays alone, for the part of the year that it is there."""
    alone = network.partner[id].alone
    if alone is None:
        return None
    part = ONE if presence is None else presence[list(network.partner).index(id)]
    return Fraction(alone) * part
