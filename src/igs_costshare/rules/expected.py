"""What the statement and the settlement must show: the figures in `[expected]`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.description.expectations import Expected
from igs_costshare.errors import InputError, Path
from igs_costshare.messages import Message, Place, listed, say
from igs_costshare.rules.rule import Case, Finding, Rule
from igs_costshare.settling.ledger import settle
from igs_costshare.settling.settled import Settled

_HALF_A_EURO = Fraction(1, 2)
"""Published whole euros are rounded in different ways; by more than this in none of them."""


class Expectation(NamedTuple):
    """A figure that is expected of the statement, and the one that it shows."""

    row: str
    column: str
    expected: Decimal
    actual: Fraction | None
    """Euros; None where the statement has no such row or column."""
    whole: bool
    """Whether it is expected in whole euros."""
    of_settlement: bool = False
    """Whether it is what is due in the settlement."""

    @property
    def path(self) -> Path:
        """Where it stands in the network."""
        if self.of_settlement:
            return ("expected", "settlement", self.row)
        row = (self.row,) if self.row in ("reserve", "total") else ("partner", self.row)
        return ("expected", *row, self.column)

    @property
    def distance(self) -> Fraction:
        """How much too high the figure is, in euros; below 0 it is too low."""
        return (self.actual or Fraction(0)) - Fraction(self.expected)

    @property
    def holds(self) -> bool:
        """Whether the statement shows what is expected."""
        return self.actual is not None and abs(self.distance) <= self.within

    @property
    def within(self) -> Fraction:
        """How far the figure may be from what is expected, in euros."""
        return _HALF_A_EURO if self.whole else Fraction(0)


def expectations(case: Case) -> Iterator[Expectation]:
    """Every figure that is expected, in file order."""
    expected = case.network.expected or Expected()
    rows: Mapping[str, Mapping[str, Decimal]] = {
        **expected.partner,
        "reserve": expected.reserve,
        "total": expected.total,
    }
    for row, figures in rows.items():
        shown = case.amounts.rows.get(row) if figures else None
        for column, figure in figures.items():
            minor = None if shown is None else shown.columns.get(column)
            actual = None if minor is None else case.euros(minor)
            yield Expectation(row, column, figure, actual, expected.round == "euro")
    settled = settled_by(case)
    if isinstance(settled, Settled):
        due = {row.id: Fraction(row.due, 10**settled.decimals) for row in settled.partners}
        expected = _of_file(case)
        for partner, figure in expected.settlement.items():
            whole = expected.round == "euro"
            yield Expectation(partner, "due", figure, due.get(partner), whole, of_settlement=True)


def settled_by(case: Case) -> Settled | InputError | None:
    """The settlement whose figures are expected, or why there is none.

    None where nothing is expected of it, or where another scenario is settled. What the file
    expects is of its own year, and not of later years of a plan.
    """
    base = case if case.scenario is None else case.base
    if base is None or not _of_file(case).settlement or not case.is_settled:
        return None
    if case.network.year != base.network.year:
        return None
    try:
        return settle(base.statement, case.statement)
    except InputError as error:
        return error


def _of_file(case: Case) -> Expected:
    """What the file expects of the description as it stands, and of the settlement."""
    return case.of_file.expected or Expected()


def _find(case: Case) -> Iterator[Finding]:
    for each in expectations(case):
        if each.actual is None:
            yield _absent(case, each)
        elif not each.holds:
            message = _difference(case, each, each.actual)
            yield Finding(message, each.path, say("rule.expected_update"))
    settled = settled_by(case)
    if isinstance(settled, InputError):
        for problem in settled.problems:
            yield Finding(problem.message, problem.path, problem.hint)


def _difference(case: Case, each: Expectation, actual: Fraction) -> Message:
    places: dict[str, Place] = {
        "figure": _figure(each),
        "actual": case.money(actual),
        "expected": case.money(Fraction(each.expected), stated=True),
        "distance": case.money(abs(each.distance), stated=True),
    }
    if each.distance > 0:
        return say("rule.expected_too_high", **places)
    return say("rule.expected_too_low", **places)


def _figure(each: Expectation) -> Message:
    match each.column:
        case "due" if each.of_settlement:
            return say("rule.expected_due", row=each.row)
        case "expenses":
            return say("rule.expected_expenses", row=each.row)
        case "revenues":
            return say("rule.expected_revenues", row=each.row)
        case "balance":
            return say("rule.expected_balance", row=each.row)
        case line:
            return say("rule.expected_line", row=each.row, column=line)


def _absent(case: Case, each: Expectation) -> Finding:
    if each.of_settlement:
        partners = listed(f"`{partner}`" for partner in case.network.partner)
        message = say("rule.expected_no_partner", row=each.row)
        return Finding(message, each.path, say("rule.expected_partners", partners=partners), True)
    if each.row not in case.amounts.rows:
        message = say("rule.expected_no_row", row=each.row)
        return Finding(message, each.path[:-1], say("rule.expected_no_reserve"), at_key=True)
    columns = listed(f"`{column}`" for column in case.amounts.total.columns)
    message = say("rule.expected_no_column", column=each.column)
    return Finding(message, each.path, say("rule.expected_columns", columns=columns), at_key=True)


EXPECTED: tuple[Rule, ...] = (
    Rule(
        "expected",
        "error",
        "docs/file.md, [expected]",
        say("rule.is_expected"),
        _find,
    ),
)
