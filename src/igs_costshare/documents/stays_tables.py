"""The tables of a register as people read them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from igs_costshare.computing.statement import Statement
from igs_costshare.money import rounded
from igs_costshare.staying.report import StaysReport
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import Cell, Column, Table, TableRow


def occupancy_text(part: Fraction, language: Language) -> str:
    """An occupancy as people read it, to the tenth of a percent: `90,0 %`."""
    tenths = rounded(1000 * part.numerator, part.denominator, "even")
    return f"{language.figure(tenths, 1)}\N{NO-BREAK SPACE}%"


class StaysTables:
    """Homes, referrers, and the matrix of both."""

    def __init__(
        self,
        report: StaysReport,
        statement: Statement,
        count: str,
        language: Language,
        *,
        in_parts: bool = False,
    ) -> None:
        """`count` is what the register counts: `nights` or `days`.

        `in_parts` has an occupancy as a part of a whole, and not as a text.
        """
        self.report, self.statement, self.language = report, statement, language
        self._names = {row.id: row.name for row in statement.partners}
        say = language.say
        self._in_days, self._in_parts = count == "days", in_parts
        self._counted = say("stays.days") if self._in_days else say("stays.nights")

    def _of_size(self, size: int) -> str:
        if self._in_days:
            return self.language.say("stays.days_of_size", size=size)
        return self.language.say("stays.nights_of_size", size=size)

    def _part(self, part: Fraction | None) -> Cell:
        if part is None:
            return None if self._in_parts else ""
        if self._in_parts:
            return rounded(10_000 * part.numerator, part.denominator, "even")
        return occupancy_text(part, self.language)

    def _days(self, days: Decimal) -> Cell:
        """Whole days as such, where they are figures to count on."""
        return int(days) if self._in_parts and days == int(days) else days

    def columns(self) -> tuple[Column, ...]:
        """Those of the homes, by the ids of CSV."""
        say = self.language.say
        return (
            Column("unit", say("stays.home"), "text"),
            Column("owner", say("stays.owner"), "text"),
            Column("stays", say("stays.stays"), "count"),
            Column("nights", self._counted, "count"),
            Column("available", say("stays.available"), "number"),
            Column("occupancy", say("stays.occupancy"), "part" if self._in_parts else "number"),
            Column("income", say("stays.income"), "amount"),
        )

    def homes(self) -> Table:
        """Every home with its stays, and all together."""
        homes = self.report.homes
        with_owner = any(each.id != each.owner for each in homes)
        columns = tuple(each for each in self.columns() if with_owner or each.id != "owner")
        rows = [
            TableRow(
                "partner",
                (
                    each.name,
                    *([self._names[each.owner]] if with_owner else ()),
                    each.stays,
                    each.nights,
                    self._days(each.available),
                    self._part(each.occupancy),
                    each.income,
                ),
            )
            for each in homes
        ]
        return Table(columns, (*rows, self._total_of_homes(with_owner)), self.statement.decimals)

    def _total_of_homes(self, with_owner: bool) -> TableRow:
        homes = self.report.homes
        nights = sum(each.nights for each in homes)
        available = sum((each.available for each in homes), Decimal(0))
        cells: tuple[Cell, ...] = (
            self.language.column("total"),
            *([""] if with_owner else ()),
            sum(each.stays for each in homes),
            nights,
            self._days(available),
            self._part(self.report.occupancy),
            sum(each.income for each in homes),
        )
        return TableRow("total", cells)

    def referrers(self) -> Table:
        """The clients of every partner that refers some, and all together."""
        say = self.language.say
        report = self.report
        sizes = sorted({size for each in report.referrers for size in each.days})
        columns = (
            Column("referrer", say("stays.referrer"), "text"),
            Column("stays", say("stays.stays"), "count"),
            *(Column(str(size), self._of_size(size), "count") for size in sizes),
            Column("nights", self._counted, "count"),
            Column("elsewhere", say("stays.elsewhere"), "count"),
            Column("amount", say("stays.amount"), "amount"),
        )
        figures = [
            (
                each.stays,
                *(each.days.get(size, 0) for size in sizes),
                each.nights,
                each.elsewhere,
                each.amount,
            )
            for each in report.referrers
        ]
        rows = [
            TableRow("partner", (each.name, *own))
            for each, own in zip(report.referrers, figures, strict=True)
        ]
        total = tuple(map(sum, zip(*figures, strict=True)))
        last = TableRow("total", (self.language.column("total"), *total))
        return Table(columns, (*rows, last), self.statement.decimals)

    def matrix(self, figures: Sequence[int], kind: Literal["count", "amount"]) -> Table:
        """Figures by referrer (rows) and owner (columns), with the sums of what is shown."""
        pairs = [(each.referrer, each.owner) for each in self.report.between]
        shown = dict(zip(pairs, figures, strict=True))
        owners = [id for id in self._names if any(id == owner for _, owner in pairs)]
        referrers = [each.id for each in self.report.referrers]
        columns = (
            Column("referrer", self.language.say("stays.referrer"), "text"),
            *(Column(id, self._names[id], kind) for id in owners),
            Column("total", self.language.column("total"), kind),
        )
        lines = [[shown.get((id, owner), 0) for owner in owners] for id in referrers]
        rows = [
            TableRow("partner", (self._names[id], *line, sum(line)))
            for id, line in zip(referrers, lines, strict=True)
        ]
        sums = [sum(column) for column in zip(*lines, strict=True)]
        last = TableRow("total", (self.language.column("total"), *sums, sum(sums)))
        return Table(columns, (*rows, last), self.statement.decimals)
