"""What every part of an explanation looks into: the statement, its record, the file."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from igs_costshare.computing.statement import BUILT_IN_LINES, Statement, StatementLine
from igs_costshare.description.contributions import Contribution, Scoped
from igs_costshare.errors import Path
from igs_costshare.explaining.headings import HEADINGS
from igs_costshare.explaining.leftovers import Leftovers
from igs_costshare.explaining.operands import Counted, Operand
from igs_costshare.explaining.stated import Stated
from igs_costshare.explaining.steps import Cell, Input, Share, Step
from igs_costshare.explaining.takers import Takers
from igs_costshare.messages import Message, Money, say
from igs_costshare.money import Apportioned, Exact
from igs_costshare.reading.source import Source
from igs_costshare.sharing.rule import USE
from igs_costshare.wording.writing import named

_CENT = Decimal("0.01")


class Dossier:
    """A statement with all that explains it.

    `brief` leaves out inputs and inner steps; with `once` the share in the pool is explained for
    the first line of the pool only.
    """

    def __init__(
        self,
        statement: Statement,
        source: Source | None,
        *,
        brief: bool = False,
        once: bool = False,
    ) -> None:
        self.statement = statement
        self.record = statement.worked_out
        self.budget = self.record.budget
        self.network = self.budget.network
        self.sources = self.network.lines
        self.takers = Takers(self.budget)
        self.brief, self.once = brief, once
        # What is told for every partner, worked out once.
        self.told_shares: dict[int, Share] = {}
        self.told_totals: dict[str, Step] = {}
        self.told_effects: dict[int, Step] = {}
        self.told_leftovers: dict[str, Step] = {}
        self._stated = Stated(None if brief else source)
        self._leftovers: dict[str, Leftovers] = {}
        self.unit = Fraction(statement.unit)
        self.ids = tuple(row.id for row in statement.partners)
        self.names = tuple(row.name for row in statement.partners)

    @cached_property
    def lines(self) -> dict[str, StatementLine]:
        """The lines of the statement by id."""
        return {line.id: line for line in self.statement.lines}

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each partner stands."""
        return {id: at for at, id in enumerate(self.ids)}

    @cached_property
    def common(self) -> Contribution:
        """The common contribution; there is one wherever a line or the pool goes by it."""
        model = self.network.contribution
        if model is None:
            raise TypeError("the network has no common contribution")
        return model

    # ------------------------------------------------------------ steps

    def step(
        self,
        kind: str,
        inputs: Sequence[Input] = (),
        steps: Sequence[Step] = (),
        /,
        **operands: Operand,
    ) -> Step:
        """The step of that kind."""
        if self.brief:
            return Step(kind, tuple(operands.items()))
        return Step(kind, tuple(operands.items()), tuple(inputs), tuple(steps))

    def cell(self, id: str, units: int, steps: Sequence[Step]) -> Cell:
        """A figure of the statement, in units of rounding, and how it arises."""
        return Cell(id, self.heading(id), units * self.unit, tuple(steps))

    def heading(self, id: str) -> Message | str:
        """What a column is called: as the file says, or by the word for a built-in one."""
        entry = self.lines.get(id) or self.sources.get(id) or self.network.subsidy.get(id)
        if entry is None:
            return HEADINGS[id]
        return entry.label or (HEADINGS[id] if id in BUILT_IN_LINES else id)

    # ------------------------------------------------------------ figures

    def money(self, amount: Fraction) -> Money:
        """An exact amount."""
        return Money(amount, self.statement.currency)

    def counted(self, number: Fraction, key: str) -> Operand:
        """So many of a key; of `use` an amount."""
        return self.money(number) if key == USE else Counted(number, key)

    def in_currency(self, exact: Exact, position: int) -> Fraction:
        """An exact amount of a line in the currency."""
        return exact.at(position) * self.unit

    @cached_property
    def unit_steps(self) -> Message:
        """How sentences call steps of rounding: `centen`."""
        if self.statement.unit == _CENT:
            return say("step.cents")
        return say("step.steps", unit=self.money(self.unit))

    @cached_property
    def rounding(self) -> dict[str, Operand]:
        """To what an amount is rounded by itself, and where a half goes."""
        unit = self.money(self.unit)
        to = say("step.to_unit", unit=unit)
        if self.statement.unit == _CENT:
            to = say("step.the_cent")
        return {"unit": unit, "half": self.network.rounding.half, "to": to}

    def leftovers(self, id: str, division: Apportioned) -> Leftovers:
        """What rounding down leaves of a line."""
        if id not in self._leftovers:
            self._leftovers[id] = Leftovers(division, self.names)
        return self._leftovers[id]

    # ------------------------------------------------------------ what the file says

    def inputs(self, *paths: Path) -> tuple[Input, ...]:
        """The values that the description states at these paths, in that order."""
        return tuple(found for path in paths for found in self._stated.at(path))

    def term(self, path: Path, *field: str) -> tuple[Input, ...]:
        """The field of a contribution that states a term of its normal form.

        Its model, where that alone says so.
        """
        return self.inputs((*path, *field)) or self.inputs((*path, "model"))

    def basis(self, path: Path, entry: object) -> list[Step]:
        """Where an entry was agreed, as it says itself."""
        basis = getattr(entry, "basis", None)
        if not basis:
            return []
        return [self.step("basis", self.inputs((*path, "basis")), basis=basis)]

    def scope(self, path: Path, scope: Scoped) -> list[Step]:
        """Who takes part, where an entry limits it."""
        stated = scope.only if scope.only is not None else scope.except_
        if stated is None:
            return []
        asked = set(stated)
        kind = "only" if scope.only is not None else "except"
        names = [self.names[self.places[id]] for id in self.ids if id in asked]
        return [self.step(kind, self.inputs((*path, kind)), names=named(names))]
