"""The tables of a difference: what everybody pays, and the columns that change.

What a partner pays is told from its side: a bill that rises has a plus before its change and
before its percentage.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from igs_costshare.comparing.difference import Amounts, Difference, RowChange
from igs_costshare.computing.statement import SUMS
from igs_costshare.documents.figure_phrases import nobody_pays
from igs_costshare.documents.side_by_side import side_by_side
from igs_costshare.wording.language import Language, capital
from igs_costshare.wording.tables import Column, Table, TableRow, column_heading

_MARKS = {"both": "~", "a": "-", "b": "+"}


class Compared:
    """Both sides of a difference next to each other, for people."""

    def __init__(
        self, difference: Difference, language: Language, headings: tuple[str, str]
    ) -> None:
        """`headings` is what the sides are called above their columns."""
        self.difference, self.language, self.headings = difference, language, headings

    @property
    def marks(self) -> str:
        """The sentence under the balances."""
        if self._received:
            return self.language.say("compared.marks")
        return self.language.say("compared.marks_bill")

    def balances(self, rows: Sequence[RowChange], others: Sequence[RowChange]) -> Table:
        """What each of the rows pays, the others together, the reserve, and the total.

        Where nobody pays on either side, what each receives.
        """
        difference = self.difference
        reserve = filter(None, [difference.reserve])
        shown = [*rows, *self._together(others), *(row for row in reserve if row.changed)]
        name = Column("name", self._what, "text")
        lines = [TableRow("partner", self._balance(row)) for row in shown]
        lines.append(TableRow("total", self._balance(difference.total)))
        return Table((name, *self._columns()), tuple(lines), difference.decimals)

    def columns(self, rows: Sequence[RowChange], most: int | None = None) -> Table:
        """A row for each column of these rows that changed, the balance aside.

        Where there are more than `most`, the lines that changed most, and what sums them up.
        """
        names = (
            Column("name", self.language.column("partner"), "text"),
            Column("column", self.language.say("compared.column"), "text"),
        )
        lines = []
        for row in rows:
            name = self._marked(row)
            for column, amounts in _changed_most(row, most):
                lines.append(
                    TableRow("partner", (name, self._heading(column), *self._amounts(amounts)))
                )
                name = ""
        return Table((*names, *self._columns()), tuple(lines), self.difference.decimals)

    @cached_property
    def _received(self) -> bool:
        """Whether there is nobody who pays, on either side."""
        balances = [row.columns[self.difference.figure] for row in self.difference.rows]
        return nobody_pays(side for balance in balances for side in balance)

    @property
    def _what(self) -> str:
        """What stands above the names: what their amounts are."""
        if self._received:
            return self.language.say("compared.balance")
        return self.language.say("compared.bill")

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        """What people call the lines of both sides; those that have a label."""
        lines = (*self.difference.a.lines, *self.difference.b.lines)
        return {line.id: line.label for line in lines if line.label != line.id}

    def _columns(self) -> tuple[Column, ...]:
        own = [self.language.say("compared.base"), self.language.say("compared.new")]
        a, b = (capital(each) if each in own else each for each in self.headings)
        return (
            Column("a", a, "amount"),
            Column("b", b, "amount"),
            Column("change", self.language.say("compared.change"), "change"),
            Column("percent", self.language.say("compared.percent"), "percent"),
        )

    def _amounts(self, amounts: Amounts) -> tuple[int | None, ...]:
        """Both amounts, and what changed."""
        return side_by_side(*amounts)

    def _heading(self, column: str) -> str:
        return column_heading(column, self._labels.get(column), self.language)

    def _balance(self, row: RowChange) -> tuple[str | int | None, ...]:
        amounts = row.columns[self.difference.figure]
        return self._marked(row), *self._amounts(amounts.times(self._sign))

    @property
    def _sign(self) -> int:
        """What an amount is told with: a bill is a balance below 0."""
        return 1 if self._received else -1

    def _marked(self, row: RowChange) -> str:
        common = row is self.difference.reserve
        mark = _MARKS["both" if common else row.side] if row.changed else " "
        return f"{mark} {self._name(row)}"

    def _name(self, row: RowChange) -> str:
        return row.name or self.language.column(row.id)

    def _together(self, others: Sequence[RowChange]) -> Iterator[RowChange]:
        """The others as one row, so that the changes add up."""
        if others:
            balances = [row.columns[self.difference.figure] for row in others]
            a, b = (sum(filter(None, side)) for side in zip(*balances, strict=True))
            name = self.language.say("compared.others", count=len(others))
            yield RowChange("", name, "both", {self.difference.figure: Amounts(a, b)})


def _changed_most(row: RowChange, most: int | None) -> list[tuple[str, Amounts]]:
    """The columns of a row that changed, in their order."""
    changed = [
        (column, amounts)
        for column, amounts in row.columns.items()
        if amounts.change and column not in ("units", "balance", "due")
    ]
    lines = [each for each in changed if each[0] not in SUMS]
    largest = {column for column, _ in sorted(lines, key=lambda each: -abs(each[1].change))[:most]}
    return [each for each in changed if each[0] in SUMS or each[0] in largest]
