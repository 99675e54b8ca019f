"""The tree of an explanation: rows, their cells, and the steps that lead to each.

Texts are plain, in one language, without markup; amounts are given exactly and as people read
them.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


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
    """One sentence of an explanation, what it rests on, and the steps inside it."""

    kind: str
    """What is said, whatever the language: `staff`, `key`, `product`, `remainder` …"""
    text: str
    value: Fraction | None = None
    """What it comes to, exact, in the currency; None where it says no amount."""
    amount: str = ""
    """The same as people read it: `€ 16.900,00`; empty where there is none."""
    inputs: tuple[Input, ...] = ()
    steps: tuple[Step, ...] = ()


class Share(NamedTuple):
    """A partner's share, with the steps that lead to it."""

    part: Fraction
    fraction: str
    """Numerator and denominator as the figures give them, or the exact decimals."""
    steps: tuple[Step, ...]


class Cell(NamedTuple):
    """How one figure of the statement arises."""

    id: str
    """Of the column."""
    heading: str
    value: Fraction
    """The figure of the statement, in the currency; for `units` homes."""
    amount: str
    """The same as people read it."""
    steps: tuple[Step, ...]


class Row(NamedTuple):
    """How the figures of a partner, of the reserve, or of all together arise."""

    id: str
    name: str
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
    rows: tuple[Row, ...]
