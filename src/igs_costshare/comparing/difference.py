"""What changes between two statements: each partner's amounts, and what caused it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from igs_costshare.comparing.cause import Cause
from igs_costshare.comparing.causes import Attribution
from igs_costshare.comparing.changes import passed_otherwise
from igs_costshare.comparing.grouping import Recognise, recognised
from igs_costshare.comparing.sequences import merged
from igs_costshare.comparing.told import told_causes
from igs_costshare.computing.amounts import SavedRow, SavedStatement, saved_from
from igs_costshare.computing.engine import compute
from igs_costshare.computing.statement import Statement
from igs_costshare.description.network import Network
from igs_costshare.errors import InputError, Path, Problem
from igs_costshare.messages import say
from igs_costshare.reading.description import TABLES_OF_IDS

Side = Literal["both", "a", "b"]
Figure = Literal["balance", "due"]
"""The column whose change has causes: of a statement, or of a settlement."""


class Amounts(NamedTuple):
    """A column on either side; None where it does not stand."""

    a: int | None
    b: int | None

    @property
    def change(self) -> int:
        """From a to b; what does not stand counts for nothing."""
        return (self.b or 0) - (self.a or 0)

    def times(self, factor: int) -> Amounts:
        """Both so many times."""
        return Amounts(*(each if each is None else factor * each for each in self))


class RowChange(NamedTuple):
    """What changes for a partner, the reserve or all together, in units of rounding."""

    id: str
    name: str
    side: Side
    """Where it stands: on `b` alone it has joined, on `a` alone it has left."""
    columns: Mapping[str, Amounts]
    """`units`, the lines, `expenses`, `revenues` and `balance`; of a settlement its figures and
    `due`."""
    causes: tuple[int, ...] = ()
    """The part of each cause in the change of the balance, or of what is due."""
    nis: str | None = None

    @property
    def changed(self) -> bool:
        """Whether anything is another on the two sides."""
        return self.side != "both" or any(each.change for each in self.columns.values())

    def times(self, factor: int) -> RowChange:
        """The row with every amount so many times, but no more homes."""
        columns = {
            column: amounts if column == "units" else amounts.times(factor)
            for column, amounts in self.columns.items()
        }
        return self._replace(columns=columns, causes=tuple(factor * part for part in self.causes))


class Difference(NamedTuple):
    """From statement `a` to statement `b`.

    Amounts are whole numbers of `unit`, as in a `Statement` of the same rounding.
    """

    a: SavedStatement
    """The amounts of a saved statement are whole numbers of 10^-decimals."""
    b: SavedStatement
    unit: Decimal
    """The step of rounding, in units of the currency: the smaller one of the two."""
    decimals: int
    """Decimals of an amount that is shown."""
    causes: tuple[Cause, ...] | None
    """None where a side is a saved statement, which does not say what it was made from."""
    most: int | None
    """How many causes can be told apart, where changes are told together to have no more."""
    names: Mapping[Path, str]
    """What people call the entries of both sides, by table and id."""
    partners: tuple[RowChange, ...]
    """Those that stand on either side, changed or not."""
    reserve: RowChange | None
    """Of settlements the common account."""
    total: RowChange
    figure: Figure = "balance"
    passed: bool = False
    """Whether payments or who paid differ, which moves no amount of a statement."""
    orders: int | None = None
    """In how many orders the causes were tried, where they are too many to try all of them."""

    @property
    def rows(self) -> tuple[RowChange, ...]:
        """The partners, the reserve where there is one, and the total."""
        return (*self.partners, *filter(None, [self.reserve]), self.total)

    @property
    def changed(self) -> bool:
        """Whether any amount is another on the two sides."""
        return any(row.changed for row in self.rows)

    @property
    def together(self) -> bool:
        """Whether changes are told together, so that there are no more causes than can be told."""
        return self.most is not None

    def in_steps_shown(self) -> Difference:
        """The same with amounts in whole numbers of 10^-decimals, as documents show them."""
        step = int(self.unit.scaleb(self.decimals))
        return self._replace(
            unit=_step_of(self.decimals),
            partners=tuple(row.times(step) for row in self.partners),
            reserve=self.reserve and self.reserve.times(step),
            total=self.total.times(step),
        )


def diff(
    a: Network | Statement | SavedStatement,
    b: Network | Statement | SavedStatement,
    *,
    recognise: Recognise = recognised,
    most: int | None = None,
) -> Difference:
    """What changes from `a` to `b`; between two networks also what caused it.

    Amounts are whole numbers of `Difference.unit`: the step of rounding of both, the smaller one
    where they differ (the smallest step shown for a saved statement). Raises `InputError` where
    they are in different currencies. `recognise` tells which changes are one cause by what they
    mean. `most` causes are told apart, as many as can be worked out where it is None; more than
    these are sampled (`Difference.orders`).
    """
    ours, theirs = _saved(a), _saved(b)
    if ours.currency != theirs.currency:
        reason = say("compare.other_currencies", one=ours.currency, other=theirs.currency)
        raise InputError([Problem(reason)])
    unit = min(_unit_of(a), _unit_of(b))
    known, passed = None, False
    if isinstance(a, Network) and isinstance(b, Network):
        amounts = max(map(_amounts, (ours, theirs)))
        known = told_causes(a, b, unit, amounts, recognise, most)
        passed = passed_otherwise(a, b)
    rows = _rows(ours, theirs, unit, known and known.attribution)
    partners = tuple(
        rows[id]
        for id in merged(
            [row.id for row in ours.partners],
            [row.id for row in theirs.partners],
        )
    )
    everybody = (*partners, *filter(None, [rows.get("reserve")]))
    parts = zip(*(row.causes for row in everybody), strict=True)
    return Difference(
        a=ours,
        b=theirs,
        unit=unit,
        decimals=max(ours.decimals, theirs.decimals),
        causes=None if known is None else known.attribution.causes,
        most=known and known.most,
        orders=known and known.orders,
        names={**_names(a), **_names(b)},
        partners=partners,
        reserve=rows.get("reserve"),
        total=rows["total"]._replace(causes=tuple(map(sum, parts))),
        passed=passed,
    )


def _names(side: object) -> dict[Path, str]:
    """What a network calls its entries, those too who only settle: by name or label, else by id."""
    if not isinstance(side, Network):
        return {}
    gone = {("partner", id): each.name or id for id, each in side.absent.items()}
    return gone | {
        (table, id): side.called(table, id)
        for table in TABLES_OF_IDS
        for id in getattr(side, table)
    }


def _saved(side: Network | Statement | SavedStatement) -> SavedStatement:
    if isinstance(side, SavedStatement):
        return side
    return saved_from(side if isinstance(side, Statement) else compute(side))


def _step_of(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def _unit_of(side: Network | Statement | SavedStatement) -> Decimal:
    """The step that the amounts of a side are whole numbers of."""
    if isinstance(side, SavedStatement):
        return _step_of(side.decimals)
    return side.unit if isinstance(side, Statement) else side.rounding.unit


def _amounts(statement: SavedStatement) -> int:
    """How many amounts a statement has, its balances among them."""
    return len(statement.partners) * (len(statement.lines) + 1)


def _rows(
    a: SavedStatement, b: SavedStatement, unit: Decimal, known: Attribution | None
) -> dict[str, RowChange]:
    ours, theirs = _in_units(a, unit), _in_units(b, unit)
    columns = merged([*ours["total"].columns], [*theirs["total"].columns])
    nothing = (0,) * (len(known.causes) if known else 0)
    rows = {}
    for id in dict.fromkeys((*ours, *theirs)):
        one, other = ours.get(id), theirs.get(id)
        rows[id] = RowChange(
            id,
            next(row.name for row in (other, one) if row is not None),
            "a" if other is None else "b" if one is None else "both",
            {
                "units": Amounts(one and one.units, other and other.units),
                **{
                    column: Amounts(
                        one and one.columns.get(column), other and other.columns.get(column)
                    )
                    for column in columns
                },
            },
            known.shares.get(id, nothing) if known else (),
            next((row.nis for row in (other, one) if row is not None and row.nis), None),
        )
    return rows


def _in_units(statement: SavedStatement, unit: Decimal) -> Mapping[str, SavedRow]:
    """The rows with amounts in units, of which each is a whole number."""
    above, below = (_step_of(statement.decimals) / unit).as_integer_ratio()
    return {
        id: row._replace(
            columns={column: above * amount // below for column, amount in row.columns.items()}
        )
        for id, row in statement.rows.items()
    }
