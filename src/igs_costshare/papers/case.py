"""What a paper is about: a statement, whose reader it is for, and what it is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import Literal, NamedTuple, Self

from igs_costshare.comparing.difference import Difference, RowChange
from igs_costshare.computing.statement import Row, Statement
from igs_costshare.description.network import Network, Partner
from igs_costshare.errors import Path
from igs_costshare.figures.amounts import Amount
from igs_costshare.method.rows import LineTold, line_rows
from igs_costshare.papers.pen import Pen
from igs_costshare.papers.recognised import mergers_in, together
from igs_costshare.reading.loading import Reading
from igs_costshare.wording.language import Language
from igs_costshare.wording.sentences import titled

INHABITANTS = "inhabitants"
Kind = Literal["base", "budget", "scenario", "year", "file"]


class Before(NamedTuple):
    """What the statement is held against."""

    kind: Kind
    name: str
    """What people call it: the label of a scenario, a year, the name of a file."""
    difference: Difference
    """In the steps that are shown."""
    told: Mapping[Path, str] = MappingProxyType({})
    """What causes are called by what happens, by their paths."""


class Standing(NamedTuple):
    """A partner, or one that is no longer there: what it pays now and paid before."""

    id: str
    name: str
    at: int | None
    """Its place among the partners; None for who is no longer there."""
    bill: int | None
    """What it pays, below 0 what it receives; None for who is no longer there."""
    before: int | None = None
    """The same before; None for who was not there, and where there is no before."""
    change: int = 0
    causes: tuple[int, ...] = ()
    """The part of each cause in the change of its bill."""

    @property
    def borne(self) -> int:
        """What it pays on balance, below 0 what it receives; who takes no part pays nothing."""
        return 0 if self.bill is None else self.bill

    @property
    def borne_before(self) -> int:
        """The same before."""
        return 0 if self.before is None else self.before

    @property
    def place(self) -> int:
        """Its place among the partners; raises `ValueError` for who is no longer there."""
        if self.at is None:
            raise ValueError(f"{self.id} is no longer there")
        return self.at


class Case:
    """A statement with all that the papers on it say; amounts are in the smallest step shown."""

    def __init__(
        self,
        reading: Reading,
        language: Language,
        before: Before | None = None,
        own: str | None = None,
    ) -> None:
        self.reading, self.language, self.before, self.own = reading, language, before, own
        self.statement: Statement = reading.statement()
        self.network: Network = reading.network
        decimals = self.statement.decimals if before is None else before.difference.decimals
        self.decimals = decimals
        self.pen = Pen(language, self.statement.currency, decimals)
        self.step = int(self.statement.unit.scaleb(decimals))

    def of(self, own: str | None) -> Self:
        """The same for another reader; what was worked out stays."""
        other = copy(self)
        other.own = own
        other.__dict__.pop("mine", None)
        return other

    @property
    def title(self) -> str:
        """The network with its year."""
        return titled(self.statement.title, self.statement.year)

    @property
    def year(self) -> str:
        """The year; empty where the file states none."""
        return "" if self.statement.year is None else str(self.statement.year)

    @cached_property
    def lines(self) -> tuple[LineTold, ...]:
        """Every line of the statement, and of what a charge replaces, in units of rounding."""
        return line_rows(self.statement, self.language)

    @property
    def lines_before(self) -> tuple[LineTold, ...] | None:
        """The lines that stand beside them, in steps of `step_before`; None where none do."""
        return None

    @property
    def step_before(self) -> int:
        """What a unit of rounding of the lines before is in the smallest step shown."""
        return self.step

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """The partners in their order, then those who are no longer there."""
        changes = self._changes
        here = tuple(
            self._standing(at, row, changes.get(row.id))
            for at, row in enumerate(self.statement.partners)
        )
        gone = (
            Standing(change.id, change.name, None, None, *_moved(change))
            for change in changes.values()
            if change.side == "a"
        )
        return (*here, *gone)

    @cached_property
    def merged(self) -> Mapping[str, Sequence[str]]:
        """Whose bills before a partner is held against that several became, by its id."""
        return {} if self.before is None else mergers_in(self.before.difference)

    @cached_property
    def _changes(self) -> dict[str, RowChange]:
        """What changes for each, for who became one with the others together."""
        if self.before is None:
            return {}
        rows = {row.id: row for row in self.before.difference.partners}
        for one, members in self.merged.items():
            others = [rows.pop(id) for id in members if id != one]
            rows[one] = together(rows[one], others)
        return rows

    def change_of(self, id: str) -> RowChange | None:
        """What changes for a partner in every column; None where there is no before."""
        return self._changes.get(id)

    def _standing(self, at: int, row: Row, change: RowChange | None) -> Standing:
        bill = -self.step * row.balance
        if change is None:
            return Standing(row.id, row.name, at, bill)
        return Standing(row.id, row.name, at, bill, *_moved(change))

    @property
    def partners(self) -> tuple[Standing, ...]:
        """Those who take part."""
        return tuple(each for each in self.standings if each.at is not None)

    @cached_property
    def mine(self) -> Standing | None:
        """The reader's own; None where the paper is for all."""
        return next((each for each in self.partners if each.id == self.own), None)

    @cached_property
    def bill(self) -> int:
        """What the partners pay together."""
        return sum(each.borne for each in self.partners)

    @cached_property
    def bill_before(self) -> int | None:
        """The same before."""
        if self.before is None:
            return None
        return sum(each.borne_before for each in self.standings)

    @property
    def change(self) -> int:
        """From before to now."""
        return sum(each.change for each in self.standings)

    @property
    def receives(self) -> bool:
        """Whether nobody pays and somebody receives, so that the paper speaks of that."""
        bills = [each.borne for each in self.partners]
        return all(bill <= 0 for bill in bills) and any(bills)

    @property
    def together_word(self) -> str:
        """What is called that which the lines come to."""
        return self.pen.say("paper.left_over") if self.receives else self.pen.say("paper.to_pay")

    @cached_property
    def shares_income(self) -> bool:
        """Whether there is no cost at all, so that it is income that is shared."""
        network = self.network
        return not network.cost and bool(network.revenue or network.subsidy)

    @property
    def sign(self) -> int:
        """What a bill counts for in the column that the paper is about."""
        return -1 if self.receives else 1

    def exact(self, at: int) -> Fraction:
        """What a partner pays before any rounding, in the smallest step shown."""
        return self.step * Amount(self.statement, at, "bill").exact()

    @cached_property
    def shares(self) -> tuple[Fraction, ...] | None:
        """Each partner's part of the whole; None where some pay and others receive."""
        bills = [self.sign * each.borne for each in self.partners]
        exact = [self.exact(at) for at in range(len(bills))]
        total = sum(exact, Fraction(0))
        if min(bills) < 0 or not total or len(bills) == 1:
            return None
        return tuple(each / total for each in exact)

    @cached_property
    def inhabitants(self) -> tuple[Fraction, ...] | None:
        """Those of each partner; None where not all state them, or nobody has any."""
        counts = [partner.keys.get(INHABITANTS) for partner in self.network.partner.values()]
        stated = tuple(Fraction(each) for each in counts if each)
        return stated if len(stated) == len(counts) else None

    def partner(self, id: str) -> Partner:
        """What the file says of a partner."""
        return self.network.parties[id]

    def moved(self) -> Iterator[Standing]:
        """Those whose bill changes."""
        return (each for each in self.standings if each.change)


def _moved(change: RowChange) -> tuple[int | None, int, tuple[int, ...]]:
    """What was paid before, how much more it is, and by which causes: balances turned round."""
    balance = change.columns["balance"]
    before = None if balance.a is None else -balance.a
    return before, -balance.change, tuple(-part for part in change.causes)
