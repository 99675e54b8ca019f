"""What changes between two statements: each partner's amounts, and what caused it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from igs_costshare.comparing.causes import Attribution, Cause, attributed, grouped
from igs_costshare.comparing.changes import changes_between
from igs_costshare.comparing.outcomes import outcomes_between
from igs_costshare.comparing.sequences import merged
from igs_costshare.engine import compute
from igs_costshare.errors import InputError, Path, Problem
from igs_costshare.network import Network
from igs_costshare.reading.description import TABLES_OF_IDS
from igs_costshare.saved import SavedRow, SavedStatement, saved_from
from igs_costshare.statement import Statement

Side = Literal["both", "a", "b"]


class Amounts(NamedTuple):
    """A column on either side; None where it does not stand."""

    a: int | None
    b: int | None

    @property
    def change(self) -> int:
        """From a to b; what does not stand counts for nothing."""
        return (self.b or 0) - (self.a or 0)


class RowChange(NamedTuple):
    """What changes for a partner, the reserve or all together, in the smallest step shown."""

    id: str
    name: str
    side: Side
    """Where it stands: on `b` alone it has joined, on `a` alone it has left."""
    columns: Mapping[str, Amounts]
    """`units`, the lines, `expenses`, `revenues` and `balance`."""
    causes: tuple[int, ...] = ()
    """The part of each cause in the change of the balance."""

    @property
    def changed(self) -> bool:
        """Whether anything is another on the two sides."""
        return self.side != "both" or any(each.change for each in self.columns.values())


class Difference(NamedTuple):
    """From statement `a` to statement `b`; amounts in whole numbers of 10^-decimals."""

    a: SavedStatement
    b: SavedStatement
    decimals: int
    causes: tuple[Cause, ...] | None
    """None where a side is a saved statement, which does not say what it was made from."""
    together: bool
    """Whether changes are told together, so that there are no more causes than can be told."""
    names: Mapping[Path, str]
    """What people call the entries of both sides, by table and id."""
    partners: tuple[RowChange, ...]
    """Those that stand on either side, changed or not."""
    reserve: RowChange | None
    total: RowChange

    @property
    def rows(self) -> tuple[RowChange, ...]:
        """The partners, the reserve where there is one, and the total."""
        return (*self.partners, *filter(None, [self.reserve]), self.total)

    @property
    def changed(self) -> bool:
        """Whether any amount is another on the two sides."""
        return any(row.changed for row in self.rows)


def diff(
    a: Network | Statement | SavedStatement, b: Network | Statement | SavedStatement
) -> Difference:
    """What changes from `a` to `b`; between two networks also what caused it.

    Raises `InputError` where they are in different currencies.
    """
    ours, theirs = _saved(a), _saved(b)
    if ours.currency != theirs.currency:
        reason = f"amounts in {ours.currency} and in {theirs.currency} cannot be compared"
        raise InputError([Problem(reason)])
    decimals = max(ours.decimals, theirs.decimals)
    known, together = _attribution(a, b, decimals)
    rows = _rows(ours, theirs, decimals, known)
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
        decimals=decimals,
        causes=None if known is None else known.causes,
        together=together,
        names={**_names(a), **_names(b)},
        partners=partners,
        reserve=rows.get("reserve"),
        total=rows["total"]._replace(causes=tuple(map(sum, parts))),
    )


def _names(side: object) -> dict[Path, str]:
    """What a network calls its entries: by name or label, else by id."""
    if not isinstance(side, Network):
        return {}
    return {
        (table, id): side.called(table, id)
        for table in TABLES_OF_IDS
        for id in getattr(side, table)
    }


def _saved(side: Network | Statement | SavedStatement) -> SavedStatement:
    if isinstance(side, SavedStatement):
        return side
    return saved_from(side if isinstance(side, Statement) else compute(side))


def _attribution(a: object, b: object, decimals: int) -> tuple[Attribution | None, bool]:
    if not (isinstance(a, Network) and isinstance(b, Network)):
        return None, False
    causes, together = grouped(changes_between(a, b))
    return attributed(causes, outcomes_between(a, b, decimals)), together


def _rows(
    a: SavedStatement, b: SavedStatement, decimals: int, known: Attribution | None
) -> dict[str, RowChange]:
    ours, theirs = _in_steps(a, decimals), _in_steps(b, decimals)
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
        )
    return rows


def _in_steps(statement: SavedStatement, decimals: int) -> Mapping[str, SavedRow]:
    """The rows with amounts of the common smallest step."""
    step = 10 ** (decimals - statement.decimals)
    return {
        id: row._replace(columns={column: step * amount for column, amount in row.columns.items()})
        for id, row in statement.rows.items()
    }
