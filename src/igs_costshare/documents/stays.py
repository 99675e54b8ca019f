"""A register of stays as a document: the homes, who stayed in them, and for how long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from igs_costshare.computing.statement import Statement
from igs_costshare.documents.document import Item, Listing, Notes, Part
from igs_costshare.documents.headings import in_words
from igs_costshare.documents.stays_tables import StaysTables, occupancy_text
from igs_costshare.errors import Problem
from igs_costshare.messages import Noun
from igs_costshare.staying.report import HomeStayed, StaysReport
from igs_costshare.staying.summary import Longest
from igs_costshare.wording.decimals import decimal_text
from igs_costshare.wording.language import Language, currency_sign, english
from igs_costshare.wording.problems import lines_in_words, sentence_of
from igs_costshare.wording.sentences import scenario_name, titled
from igs_costshare.wording.tables import Cell, Column, ColumnKind, Table, TableRow, plain_amount

FORMAT = 1
"""The version of the objects of JSON; it goes up when a key changes its meaning."""
OCCUPANCY_DECIMALS, MEAN_DECIMALS = 4, 1
"""At which occupancy and mean length are cut off."""
_KINDS: Mapping[str, ColumnKind] = {
    "stays": "count",
    "nights": "count",
    "available": "number",
    "occupancy": "number",
    "income": "amount",
}


class RegisterFinding(NamedTuple):
    """What a rule of `check` finds in the register."""

    rule: str
    problem: Problem
    home: str = ""
    """What the home is called; empty where it is of no single stay."""


class StaysDocument:
    """Homes, referrers, who stayed in whose homes, and how long."""

    def __init__(
        self,
        report: StaysReport,
        statement: Statement,
        findings: Sequence[RegisterFinding],
        count: str,
        language: Language,
    ) -> None:
        """`count` is what the register counts: `nights` or `days`."""
        self.report, self.statement, self.findings = report, statement, tuple(findings)
        self.count, self.language = count, language
        self.parts_of_whole = False
        """Whether tables for people have an occupancy as a figure, and not as a text."""
        self._names = {row.id: row.name for row in statement.partners}

    @property
    def title(self) -> str:
        """Title, year and scenario."""
        title = titled(self.statement.title, self.statement.year)
        scenario = self.statement.scenario
        if scenario is None:
            return self.language.say("stays.title", title=title)
        return self.language.say(
            "stays.title_of", title=title, scenario=scenario_name(scenario, self.language)
        )

    def parts(self) -> Iterator[Part]:
        """The homes, the referrers, the matrix of both, the lengths, and what deserves a look."""
        shown, say = self._tables(), self.language.say
        yield shown.homes()
        yield Notes(tuple(self._notes()))
        if self.report.referrers:
            yield Notes((say("stays.referrers"),))
            yield shown.referrers()
            in_days = self.count == "days"
            yield Notes((say("stays.between_days") if in_days else say("stays.between"),))
            yield shown.matrix([each.nights for each in self.report.between], "count")
            yield Notes((say("stays.between_amounts"),))
            yield shown.matrix([each.amount for each in self.report.between], "amount")
            if self.report.uneven:
                names = self.language.listed([self._names[id] for id in self.report.uneven])
                yield Notes((say("stays.uneven", owners=names),))
        if self.findings:
            yield Notes((say("stays.findings"),))
            yield Listing(tuple(Item(self._finding(each)) for each in self.findings))

    def table(self) -> Table:
        """A row for each home, as CSV has it."""
        names = ("unit", "name", "owner", "stays", "nights", "available", "occupancy", "income")
        columns = tuple(Column(name, name, _KINDS.get(name, "text")) for name in names)
        rows = tuple(
            TableRow("partner", (each.id, each.name, each.owner, *self._figures(each)))
            for each in self.report.homes
        )
        return Table(columns, rows, self.statement.decimals)

    def worded(self) -> Table:
        """The table with headings for people, and owners by name."""
        table, headings = self.table(), {each.id: each.heading for each in self._tables().columns()}
        at = [column.id for column in table.columns].index("owner")
        rows = (
            row._replace(cells=(*row.cells[:at], self._names[home.owner], *row.cells[at + 1 :]))
            for row, home in zip(table.rows, self.report.homes, strict=True)
        )
        own = {**headings, "unit": self.language.say("heading.id"), "name": headings["unit"]}
        return in_words(table._replace(rows=tuple(rows)), self.language, own)

    def _tables(self) -> StaysTables:
        return StaysTables(
            self.report, self.statement, self.count, self.language, in_parts=self.parts_of_whole
        )

    def data(self) -> dict[str, Any]:
        """The shape of `docs/statement.md`."""
        report, statement = self.report, self.statement
        longest = report.longest
        return {
            "format": FORMAT,
            "title": statement.title,
            "year": statement.year,
            "count": self.count,
            "scenario": None if statement.scenario is None else statement.scenario.id,
            "homes": [
                {
                    "id": each.id,
                    "name": each.name,
                    "owner": each.owner,
                    "stays": each.stays,
                    "nights": each.nights,
                    "available": _whole(each.available),
                    "occupancy": _cut(each.occupancy, OCCUPANCY_DECIMALS),
                    "income": self._amount(each.income),
                }
                for each in report.homes
            ],
            "referrers": [
                {
                    "id": each.id,
                    "stays": each.stays,
                    "nights": each.nights,
                    "days": {str(size): nights for size, nights in each.days.items()},
                    "amount": self._amount(each.amount),
                    "elsewhere": each.elsewhere,
                }
                for each in report.referrers
            ],
            "between": [
                {**each._asdict(), "amount": self._amount(each.amount)} for each in report.between
            ],
            "mean_nights": _cut(report.mean_nights, MEAN_DECIMALS),
            "planned": {"occupancy": _cut(report.planned_occupancy, OCCUPANCY_DECIMALS)},
            "longest": None
            if longest is None
            else {
                "stay": longest.stay,
                "unit": longest.unit or longest.owner,
                "nights": longest.nights,
            },
            "still_there": report.still_there,
            "findings": [
                {
                    "rule": each.rule,
                    "severity": each.problem.severity,
                    "message": sentence_of(each.problem, english()),
                    "line": None if each.problem.place is None else each.problem.place.line,
                }
                for each in self.findings
            ],
        }

    def _amount(self, minor: int) -> str:
        return plain_amount(minor, self.statement.decimals)

    def _figures(self, home: HomeStayed) -> tuple[Cell, ...]:
        occupancy = _cut(home.occupancy, OCCUPANCY_DECIMALS)
        return (
            home.stays,
            home.nights,
            home.available,
            None if occupancy is None else Decimal(occupancy),
            home.income,
        )

    def _notes(self) -> Iterator[str]:
        report, say = self.report, self.language.say
        yield say("statement.amounts", currency=currency_sign(self.statement.currency))
        if report.planned_occupancy is not None:
            yield say(
                "stays.planned", occupancy=occupancy_text(report.planned_occupancy, self.language)
            )
        if report.mean_nights is not None:
            mean = cut(report.mean_nights, MEAN_DECIMALS)
            yield say("stays.mean", nights=Decimal(mean))
        if report.longest is not None:
            yield self._longest(report.longest)
        yield say("stays.still_there", count=report.still_there)
        if report.unreferred:
            yield self._unreferred()

    def _unreferred(self) -> str:
        """How many nights are of no referrer; in which stays, where others name one."""
        nights, lines = self.report.unreferred, self.report.lines_unreferred
        counted = Noun(self.count, Fraction(nights))
        if not self.report.referrers:
            return self.language.say("stays.unreferred", nights=nights, counted=counted)
        return self.language.say(
            "stays.unreferred_in",
            nights=nights,
            counted=counted,
            count=len(lines),
            lines=lines_in_words(lines, self.language),
        )

    def _longest(self, longest: Longest) -> str:
        say, stay, count = self.language.say, longest.stay, longest.nights
        if longest.unit is None:
            owner = self._names[longest.owner]
            if stay is None:
                return say("stays.longest_of", owner=owner, count=count)
            return say("stays.longest_coded_of", stay=stay, owner=owner, count=count)
        home = next(each.name for each in self.report.homes if each.id == longest.unit)
        if stay is None:
            return say("stays.longest", home=home, count=count)
        return say("stays.longest_coded", stay=stay, home=home, count=count)

    def _finding(self, finding: RegisterFinding) -> str:
        """What is found, at its line where it is of a single stay."""
        text = self.language.tell(finding.problem.message)
        place = finding.problem.place
        if place is None:
            return text
        line = str(place.line)
        return self.language.say("stays.at_line", line=line, home=finding.home, text=text)


def _cut(part: Fraction | None, decimals: int) -> str | None:
    return None if part is None else cut(part, decimals)


def _whole(number: Decimal) -> int | str:
    """A number of days: whole, or as a text where it is not."""
    return int(number) if number == int(number) else decimal_text(number)


def cut(part: Fraction, decimals: int) -> str:
    """A number cut off, not rounded, at so many decimals, with a point.

    >>> cut(Fraction(2, 3), 4), cut(Fraction(88), 1)
    ('0.6666', '88.0')
    """
    shown = part.numerator * 10**decimals // part.denominator
    return f"{Decimal(shown).scaleb(-decimals):f}"
