"""Does everybody gain: what each pays beside what it would pay alone, and fair divisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Literal, TypeAlias, get_args

from igs_costshare.computing.statement import Statement
from igs_costshare.fairness.divisions import equal_saving, proportional, separable
from igs_costshare.fairness.families import EveryGroup, Family
from igs_costshare.fairness.gaining import MOST_GAINING, Gaining, Together, gaining
from igs_costshare.fairness.game import game_of
from igs_costshare.fairness.solved import SolvedGame
from igs_costshare.money import rounded

FairColumn: TypeAlias = Literal[
    "bill",
    "alone",
    "saving",
    "adds",
    "shapley",
    "nucleolus",
    "scrb",
    "equal-saving",
    "proportional",
]
COLUMNS: tuple[FairColumn, ...] = get_args(FairColumn)
"""What there is to tell of each partner, in the order of the table."""


@dataclass(frozen=True)
class Fairness(SolvedGame):
    """What the game says of a statement; amounts are in units of rounding."""

    statement: Statement

    @property
    def unit(self) -> Fraction:
        """The step of rounding, in euros."""
        return Fraction(self.statement.unit)

    @property
    def has_bills(self) -> bool:
        """Whether the file says what each pays: it has lines, or states no groups either."""
        return self.game.has_bills

    @cached_property
    def columns(self) -> Mapping[FairColumn, tuple[int, ...] | None]:
        """What each column holds of each player; None where there is no such figure."""
        # What the file states of an only partner changes nothing.
        apart = self.game.singles if self.game.players > 1 else [self.game.of_all]
        divided: Mapping[FairColumn, Sequence[Fraction] | None] = {
            "shapley": self.shapley,
            "nucleolus": None if self.nucleolus is None else self.nucleolus.pays,
            "scrb": separable(apart, self.game.added, self.game.of_all),
            "equal-saving": equal_saving(apart, self.game.of_all),
            "proportional": proportional(apart, self.game.of_all),
        }
        return {
            "bill": self.bills,
            "alone": self.alone,
            "saving": self.saving,
            "adds": tuple(map(self.units, self.game.added)),
            **{name: self._divided(exact) for name, exact in divided.items()},
        }

    @cached_property
    def bills(self) -> tuple[int, ...] | None:
        """What each pays; None where the file has no lines."""
        if not self.has_bills:
            return None
        return tuple(-row.balance for row in self.statement.partners)

    @cached_property
    def alone(self) -> tuple[int, ...]:
        """What each would pay alone."""
        return tuple(map(self.units, self.game.singles))

    @cached_property
    def saving(self) -> tuple[int, ...] | None:
        """How much less each pays than alone."""
        if self.bills is None:
            return None
        return tuple(alone - bill for alone, bill in zip(self.alone, self.bills, strict=True))

    @cached_property
    def total(self) -> int:
        """What all together pay, the reserve among them."""
        return -self.statement.total.balance if self.has_bills else self.units(self.game.of_all)

    @property
    def reserved(self) -> int:
        """What the reserve bears of that; below 0 what the partners pay into it."""
        return self.total - sum(self.bills) if self.bills is not None else 0

    @property
    def saved(self) -> int:
        """How much less that is than what all pay alone."""
        return sum(self.alone) - self.total

    @property
    def better_alone(self) -> tuple[int, ...]:
        """Who pays more than alone; an only partner has nothing to leave."""
        if self.game.players == 1:
            return ()
        return tuple(at for at, saved in enumerate(self.saving or ()) if saved < 0)

    @property
    def better_together(self) -> tuple[Together, ...]:
        """The groups of two and more that pay more than by themselves, the largest gain first.

        Of many partners not all are named; `better_number` counts them.
        """
        return self._gaining.groups

    @property
    def better_number(self) -> int:
        """How many groups of two and more pay more than by themselves, of those looked at."""
        return self._gaining.number

    @cached_property
    def _gaining(self) -> Gaining:
        if self.bills is None:
            return Gaining((), 0)
        families: Sequence[tuple[Family, Sequence[int]]] = (
            [(EveryGroup(self.game.players), self.game.of_groups)]
            if self.exact
            else self.looked_at.families
        )
        scale, half = self.unit * self.game.denominator, self.game.network.rounding.half
        return gaining(families, self.bills, scale, half, None if self.exact else MOST_GAINING)

    @property
    def stable(self) -> bool | None:
        """Whether no group pays more than by itself; None where that is not known."""
        if self.bills is None:
            return None
        if self.better_alone or self.better_together:
            return False
        return True if self.exact else None

    def records(self) -> list[dict[str, str | Decimal | None]]:
        """A dict for each partner, by column, with amounts of the currency: for a data frame.

        None where there is no such figure.
        """
        statement = self.statement
        return [
            {
                "partner": row.id,
                "name": row.name or row.id,
                **{
                    column: None if cells is None else statement.amount(cells[at])
                    for column, cells in self.columns.items()
                },
            }
            for at, row in enumerate(statement.partners)
        ]

    def units(self, euros: Fraction) -> int:
        """An amount in units of rounding, rounded by itself."""
        exact = euros / self.unit
        return rounded(exact.numerator, exact.denominator, self.game.network.rounding.half)

    def _divided(self, exact: Sequence[Fraction] | None) -> tuple[int, ...] | None:
        if exact is None:
            return None
        return distributed([each / self.unit for each in exact], self.total)


def distributed(exact: Sequence[Fraction], total: int) -> tuple[int, ...]:
    """Whole units that add up to a total: each its floor, the largest remainders one more.

    Where more is missing than each can take one of, all take as many first.

    >>> distributed([Fraction(1, 2), Fraction(1, 2), Fraction(-1)], 0)
    (1, 0, -1)
    """
    whole = [each.numerator // each.denominator for each in exact]
    each_more, left = divmod(total - sum(whole), len(whole))
    order = sorted(range(len(exact)), key=lambda at: (whole[at] - exact[at], at))
    extra = {*order[:left]}
    return tuple(each + each_more + (at in extra) for at, each in enumerate(whole))


def fairness_of(statement: Statement) -> Fairness:
    """What smaller groups would pay, held beside what a statement says; worked out when asked."""
    return Fairness(game_of(statement.worked_out), statement)
