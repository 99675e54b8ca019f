"""A plan as a document: who pays what in which year, and why it moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from igs_costshare.documents.document import Item, Listing, Notes, Part, Plot
from igs_costshare.documents.figure_phrases import measure_heading, unit_sign
from igs_costshare.documents.headings import in_words
from igs_costshare.documents.plan_phrases import EventTeller, reserve_line
from igs_costshare.errors import Problem
from igs_costshare.planning.event import YearEvents
from igs_costshare.planning.events import events_of
from igs_costshare.planning.table import PlanRow, plan_table
from igs_costshare.planning.told import warnings_of
from igs_costshare.reading.planned import PlannedYear
from igs_costshare.settling.settled import Course
from igs_costshare.wording.data import code_of, statement_data
from igs_costshare.wording.language import Language, capital, currency_sign, english
from igs_costshare.wording.problems import told_together
from igs_costshare.wording.sentences import titled, whole_amounts
from igs_costshare.wording.tables import (
    NONE,
    Cell,
    Column,
    Role,
    Table,
    TableRow,
    coded,
    in_whole_currency,
    places_of,
    plain_amount,
)

FORMAT = 1
"""The version of the objects of JSON; it goes up when a key changes its meaning."""
TOTAL = "total"


class PlanDocument:
    """One figure for every partner in each year, what happened, and the reserve."""

    def __init__(
        self,
        years: Sequence[PlannedYear],
        language: Language,
        figure: str = "bill",
        *,
        whole: bool = False,
        plotted: bool = False,
    ) -> None:
        """`whole` shows people whole euros, `plotted` adds the plot.

        Raises `InputError` where no year has such a figure.
        """
        self.years, self.language = tuple(years), language
        self.whole, self.plotted = whole, plotted
        self.plan = plan_table(self.years, figure)
        self.events = events_of(self.years)
        self.warnings: tuple[Problem, ...] = warnings_of(self.years)

    @property
    def title(self) -> str:
        """The network, its years and scenario, and which figure it is."""
        plan, say = self.plan, self.language.say
        if self.years[1:]:
            title = f"{plan.title} {plan.years[0]}–{plan.years[-1]}"
        else:
            title = titled(plan.title, plan.years[0])
        if plan.scenario is not None:
            title = say("value.labelled", label=title, text=plan.scenario)
        return say("compared.compared", title=title, figure=self.figure)

    @property
    def figure(self) -> str:
        """What the figure is called."""
        plan = self.plan
        return measure_heading(plan.figure, plan.label, self.language, is_line=plan.is_line)

    def parts(self) -> Iterator[Part]:
        """The figures by year, what the amounts are, what happened, and the reserve."""
        yield self.shown()
        yield Notes(tuple(self._notes()))
        if self.plotted and self._moves():
            yield self._plot()
        told = [self._teller().line(each) for each in self.events if each.events]
        if told:
            yield Notes((self.language.say("plan.events"),))
            yield Listing(tuple(map(Item, told)))
        courses = [*self._courses()]
        if courses:
            yield Notes((self.language.say("plan.reserve"),))
            yield Listing(tuple(map(Item, courses)))

    def shown(self) -> Table:
        """What people read: a mark where somebody is not there."""
        table = self._table(self.language, self.language.column("partner"))
        table = table.select([column.id for column in table.columns if column.id != "partner"])
        if self.whole and self.plan.notation == "amount":
            table = in_whole_currency(table)
        rows = (
            row._replace(cells=tuple(NONE if cell is None else cell for cell in row.cells))
            for row in table.rows
        )
        return table._replace(rows=tuple(rows))

    def table(self) -> Table:
        """A row for each partner, the reserve where there is one, and the total."""
        return coded(self._table(english(), "name"), self.plan.rows)

    def worded(self) -> Table:
        """The table with headings for people."""
        table = self._table(self.language, self.language.column("partner"))
        return in_words(coded(table, self.plan.rows), self.language)

    def data(self) -> dict[str, Any]:
        """The shape of `docs/commands.md`."""
        plan, teller = self.plan, EventTeller(self.plan.currency, english())
        events = {each.year: each for each in self.events}
        return {
            "format": FORMAT,
            "title": plan.title,
            "figure": plan.figure,
            "years": [
                {
                    "year": year,
                    "events": _texts(events.get(planned.year), teller),
                    "statement": statement_data(planned.statement),
                    "reserve": self._reserve(course),
                }
                for year, planned, course in zip(plan.years, self.years, plan.courses, strict=True)
            ],
            "rows": [
                {
                    "id": row.id,
                    "name": self._name(row, english()),
                    **code_of(row),
                    "values": [self._figure(value) for value in row.values],
                    "total": self._figure(row.total),
                }
                for row in plan.rows
            ],
        }

    def heading(self, year: int | None) -> str:
        """What stands above a year; without one it is what the file says now."""
        return capital(self.language.say("compared.base")) if year is None else str(year)

    def _table(self, language: Language, name: str) -> Table:
        plan = self.plan
        columns = (
            Column("partner", "partner", "text"),
            Column("name", name, "text"),
            *(
                Column("base" if year is None else str(year), self.heading(year), plan.notation)
                for year in plan.years
            ),
            Column(TOTAL, language.column(TOTAL), plan.notation),
        )
        rows = tuple(TableRow(_role(row.id), self._cells(row, language)) for row in plan.rows)
        return Table(columns, rows, plan.decimals, (TOTAL,))

    def _cells(self, row: PlanRow, language: Language) -> tuple[Cell, ...]:
        return (row.id, self._name(row, language), *row.values, row.total)

    def _name(self, row: PlanRow, language: Language) -> str:
        return row.name or language.column(row.id)

    def _figure(self, value: int | None) -> str | None:
        if value is None:
            return None
        places = places_of(self.plan.notation, self.plan.decimals)
        return plain_amount(value, places) if places else str(value)

    def _reserve(self, course: Course | None) -> dict[str, str] | None:
        if course is None:
            return None
        decimals = self.plan.amount_decimals
        return {
            "opening": plain_amount(course.opening, decimals),
            "change": plain_amount(course.change, decimals),
            "closing": plain_amount(course.closing, decimals),
        }

    def _notes(self) -> Iterator[str]:
        """What the amounts are in, and what was warned of."""
        plan, language = self.plan, self.language
        if plan.notation in ("amount", "each"):
            yield language.say("statement.amounts", currency=currency_sign(plan.currency))
        if plan.figure == "bill" and not plan.is_line:
            yield language.say("compared.bill_sign")
        if plan.reserve is not None and plan.notation == "part":
            yield language.say("plan.reserve_share")
        elif plan.reserve is not None:
            yield language.say("plan.reserve_row")
        elif plan.notation == "each" and any(plan.courses):
            yield language.say("plan.without_reserve")
        if any(None in row.values for row in plan.partners):
            yield language.say("plan.not_there", mark=NONE)
        if self.whole:
            yield whole_amounts(plan.currency, language)
        for sentence in told_together(self.warnings, language):
            yield language.say("statement.warning", problem=sentence)

    def _teller(self) -> EventTeller:
        return EventTeller(self.plan.currency, self.language)

    def _courses(self) -> Iterator[str]:
        """What the reserve does in each year."""
        plan = self.plan
        for year, course in zip(plan.years, plan.courses, strict=True):
            if course is not None:
                amounts = (course.opening, abs(course.change), course.closing)
                money = [
                    self.language.money(each, plan.amount_decimals, plan.currency)
                    for each in amounts
                ]
                yield reserve_line(year, course, money, self.language)

    def _moves(self) -> bool:
        """Whether the total is not the same in every year."""
        return len(set(self.plan.total.values)) > 1

    def _plot(self) -> Plot:
        """The total over the years."""
        plan = self.plan
        years = (Decimal(year) for year in plan.years if year is not None)
        points = tuple(zip(years, plan.total.values, strict=True))
        heading = self.figure
        decimals = plan.decimals
        if plan.notation != "count":
            heading = f"{heading}, {unit_sign(plan.notation, plan.currency)}"
            decimals = 2 if plan.notation == "part" else plan.decimals
        return Plot(self.language.say("plan.year"), heading, points, decimals, dates=True)


def _role(id: str) -> Role:
    if id == "reserve":
        return "reserve"
    return "total" if id == TOTAL else "partner"


def _texts(events: YearEvents | None, teller: EventTeller) -> list[str]:
    return [] if events is None else [teller.told(each) for each in events.events]
