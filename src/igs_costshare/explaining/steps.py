"""The tree of an explanation: rows, their cells, and the steps that lead to each.

A step is an operation with its operands, in no language: what it comes to and its sentence both
follow from them (see `operations`). Amounts are exact.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple, TypeAlias, assert_never

from igs_costshare.explaining.operands import Operand, said, worth
from igs_costshare.explaining.operations import KINDS, Result
from igs_costshare.messages import Message, Money, Percent, Place

Results: TypeAlias = Mapping[Result, Fraction]
"""What an operation makes of its operands, by the place of the sentence that it fills."""


class Input(NamedTuple):
    """A value of the description that a step rests on, and where it was given."""

    path: str
    """As the description has it: `cost.overhead.fte`, or `scenario.lean.cost.overhead.fte`."""
    value: str
    """As TOML writes it."""
    origin: str
    """`network.toml:29`, or `--set cost.overhead.fte=0.3`."""
    line: int | None
    """The line of the file; None where it comes from the command line."""


class Step(NamedTuple):
    """One operation of an explanation, what it rests on, and the steps inside it."""

    kind: str
    """One of `operations.KINDS`: `staff`, `key`, `product`, `won_remainder` …"""
    operands: tuple[tuple[str, Operand], ...] = ()
    """By the name that the operation and the sentence know them by."""
    inputs: tuple[Input, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def results(self) -> Results:
        """What its operation makes of the operands."""
        operands = dict(self.operands)
        return {
            name: operation(operands, self.steps) for name, operation in KINDS[self.kind].items()
        }

    @property
    def value(self) -> Fraction | None:
        """What it comes to, exact, in the currency; None where it says no amount."""
        return self.results.get("amount")

    def operand(self, name: str) -> Fraction:
        """What one of its operands comes to."""
        return worth(dict(self.operands)[name])

    def message(self, results: Results, currency: str) -> Message:
        """Its sentence: the operands, and what the operation makes of them."""
        places = {name: said(operand) for name, operand in self.operands}
        for name, figure in results.items():
            places[name] = _result(name, figure, currency)
        return Message(f"step.{self.kind}", tuple(places.items()))


def _result(name: Result, figure: Fraction, currency: str) -> Place:
    match name:
        case "amount" | "rest" | "kept":
            return Money(figure, currency)
        case "share":
            return Percent(figure)
        case "weights" | "counted":
            return figure
        case _:
            assert_never(name)


class Share(NamedTuple):
    """A partner's share, with the steps that lead to it."""

    part: Fraction
    fraction: Operand | None
    """As the figures give it, or exact; None where the amount is told and needs no product."""
    steps: tuple[Step, ...]


class Cell(NamedTuple):
    """How one figure of the statement arises."""

    id: str
    """Of the column."""
    heading: Message | str
    value: Fraction
    """The figure of the statement, in the currency; for `units` homes."""
    steps: tuple[Step, ...]

    def amount(self, currency: str) -> Place:
        """The figure as a place of a sentence."""
        return self.value if self.id == "units" else Money(self.value, currency)


class ExplainedRow(NamedTuple):
    """How the figures of a partner, of the reserve, or of all together arise."""

    id: str
    name: Message | str
    cells: tuple[Cell, ...]
    """In the order of the columns."""


class Explanation(NamedTuple):
    """How figures of a statement arise."""

    title: str
    currency: str
    scenario: str | None
    """The id of the scenario that was computed."""
    pool: Cell | None
    """What is shared by the common contribution; None where nothing is, or it was not asked."""
    rows: tuple[ExplainedRow, ...]
