"""Quantities that are made of amounts: one divided by another, the largest of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Literal, NamedTuple, Protocol

from igs_costshare.messages import Message
from igs_costshare.money import rounded

_HALF = Fraction(1, 2)
Extreme = Literal["max", "min"]
"""The largest or the smallest over the partners."""


class Quantity(Protocol):
    """What a figure comes to in one statement, in whole steps as it is shown and exact."""

    def missing(self) -> Message | None:
        """Why there is no such figure in this statement; None where there is one."""

    def shown(self) -> int:
        """As it is shown, in steps."""

    def exact(self) -> Fraction:
        """Before any rounding, in steps."""

    def slack(self) -> int | Fraction:
        """How far rounding may carry what is shown from what is exact, in steps."""

    def weight(self) -> Fraction:
        """What it was divided by.

        Times its distance from a target, it is a straight line wherever both amounts are.
        """


class Count(NamedTuple):
    """A number of the file, which nothing rounds."""

    number: Fraction

    def shown(self) -> Fraction:
        """The number."""
        return self.number

    def exact(self) -> Fraction:
        """The number."""
        return self.number

    def slack(self) -> int:
        """0: nothing rounds it."""
        return 0


class _Divisor(Protocol):
    """What a quantity may be divided by."""

    def shown(self) -> int | Fraction:
        """As it is shown."""

    def exact(self) -> Fraction:
        """Before any rounding."""

    def slack(self) -> int | Fraction:
        """How far the one may be from the other."""


class Quotient:
    """One quantity divided by another; a figure is that of what is shown, rounded half to even."""

    def __init__(self, above: Quantity, below: _Divisor, steps: int, nothing: Message) -> None:
        """`steps` in 1; `nothing` is said where it would be divided by 0."""
        self.above, self.below, self.steps, self.nothing = above, below, steps, nothing

    def missing(self) -> Message | None:
        """What is said of a division by 0."""
        return None if self.below.shown() else self.nothing

    def shown(self) -> int:
        """Of the quantities as they are shown."""
        quotient = self.steps * self.above.shown() / Fraction(self.below.shown())
        return rounded(quotient.numerator, quotient.denominator, "even")

    def exact(self) -> Fraction:
        """Of the exact quantities."""
        return self._exact

    @cached_property
    def _exact(self) -> Fraction:
        return self.steps * self.above.exact() / self.weight()

    def slack(self) -> Fraction:
        """What both bring, over what is shown of the second, and half a step."""
        brought = self.steps * self.above.slack() + abs(self.exact()) * self.below.slack()
        return brought / abs(Fraction(self.below.shown())) + _HALF

    def weight(self) -> Fraction:
        """The exact divisor; what is shown of it where only rounding makes it more than 0."""
        return self.below.exact() or Fraction(self.below.shown())


class Outermost:
    """The largest or the smallest of several; those that are missing do not count."""

    def __init__(self, of: Sequence[Quantity], which: Extreme) -> None:
        self.of, self.which = of, which

    def missing(self) -> Message | None:
        """What is missing in the first, where it is in all of them."""
        reasons = [each.missing() for each in self.of]
        return None if None in reasons else reasons[0]

    def shown(self) -> int:
        """The largest or smallest as shown."""
        return self._sign() * max(self._sign() * each.shown() for each in self._known())

    def exact(self) -> Fraction:
        """The largest or smallest of the exact ones."""
        return self._first.exact()

    def slack(self) -> int | Fraction:
        """That of the one which rounding may carry furthest."""
        return max(each.slack() for each in self._known())

    def weight(self) -> Fraction:
        """That of the largest or smallest, exactly."""
        return self._first.weight()

    @cached_property
    def _first(self) -> Quantity:
        return max(self._known(), key=lambda each: self._sign() * each.exact())

    def _known(self) -> Iterator[Quantity]:
        return (each for each in self.of if each.missing() is None)

    def _sign(self) -> int:
        return 1 if self.which == "max" else -1
