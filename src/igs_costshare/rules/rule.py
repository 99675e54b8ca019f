"""What a rule of `check` is: who it is, where it comes from, and how it finds what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from igs_costshare.computing.amounts import SavedStatement, saved_from
from igs_costshare.computing.statement import Statement
from igs_costshare.description.network import Network
from igs_costshare.description.settlement import Settlement, settled_scenario
from igs_costshare.errors import Path, Place, Severity
from igs_costshare.messages import Message, Money, Percent

if TYPE_CHECKING:
    from igs_costshare.staying.register import Register

_HUNDREDTHS = 2
"""Decimals of a percentage in a message, at most, where it is not stated in the file."""


def percentage(part: Fraction, *, stated: bool = False) -> Percent:
    """A part of a whole in percent, rounded for display only: `52.15 %`, `60 %`.

    One that is `stated` in the file keeps the decimals that it has there.
    """
    return Percent(part, None if stated else _HUNDREDTHS)


class Finding(NamedTuple):
    """What breaks a rule."""

    message: Message
    path: Path = ()
    """Where it stands in the network, as in `("governance", "end")`; a scenario's own place is
    found from it."""
    hint: Message | None = None
    at_key: bool = False
    """The fault lies in the name at the end of the path, not in its value."""
    severity: Severity | None = None
    """Another severity than the rule's: a warning where a rule cannot be decided."""
    origin: str = ""
    """The register that it stands in; empty for the description."""
    place: Place | None = None
    """Where it stands in the register."""


class Before(NamedTuple):
    """The year of the plan before, of which bills may rise."""

    amounts: SavedStatement
    present: Mapping[str, Fraction]
    """For which part of it each partner was there."""
    merged: Mapping[str, Sequence[str]]
    """The partners that became another since."""


@dataclass(frozen=True, eq=False)
class Case:
    """What rules judge: a network as it stands, or in one of its scenarios."""

    network: Network
    statement: Statement
    scenario: str | None = None
    against: SavedStatement | None = None
    """An earlier statement to compare with; None where none was given."""
    base: Case | None = field(default=None, repr=False)
    """In a scenario, the network without it: who took part before, say."""
    register: Register | None = field(default=None, repr=False)
    """Who stayed where, one by one; None where there is no register."""
    before: Before | None = field(default=None, repr=False)
    """In a later year of a plan, the one before it."""

    @property
    def of_file(self) -> Network:
        """The network as the file has it, of which the limits and the settlement are."""
        return self.network if self.base is None else self.base.network

    @property
    def is_settled(self) -> bool:
        """Whether the settlement of the file is one of this statement."""
        stated = (self.of_file.settlement or Settlement()).scenario
        return settled_scenario(stated, self.of_file.scenario) == self.scenario

    @cached_property
    def amounts(self) -> SavedStatement:
        """The statement by row and column."""
        return saved_from(self.statement)

    def money(self, amount: Fraction, *, stated: bool = False) -> Money:
        """An amount in the currency, rounded for display only.

        One that is `stated` in the file keeps the decimals that it has there.
        """
        decimals = None if stated else self.statement.decimals
        return Money(amount, self.statement.currency, decimals)

    def at_most(self, amount: Fraction) -> Fraction:
        """The largest bill that a limit allows: where that lies between two cents, the upper."""
        step = 10**self.statement.decimals
        return Fraction(ceil(amount * step), step)

    def euros(self, minor: int) -> Fraction:
        """An amount of the statement, from the smallest step shown, exactly."""
        return Fraction(minor, 10**self.statement.decimals)


class Rule(NamedTuple):
    """A rule of `check`."""

    id: str
    """As in `limit-coverage-min`."""
    severity: Severity
    source: str
    """The article, the document or the page that it follows."""
    summary: Message
    """One sentence without full stop: what must hold."""
    find: Callable[[Case], Iterator[Finding]]
    in_scenarios: bool = True
    """Whether it also judges each scenario; there only what the base does not have is told."""
