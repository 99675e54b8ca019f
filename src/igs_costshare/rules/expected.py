"""What the statement must show: the figures in `[expected]`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.errors import Path
from igs_costshare.expectations import Expected
from igs_costshare.language import Language, Words
from igs_costshare.rules.rule import Case, Finding, Rule

_HALF_A_EURO = Fraction(1, 2)
"""Published whole euros are rounded in different ways; by more than this in none of them."""

_IS = {
    "expenses": Words("uitgaven van `{row}` zijn", "`{row}` expenses are"),
    "revenues": Words("inkomsten van `{row}` zijn", "`{row}` revenues are"),
    "balance": Words("saldo van `{row}` is", "`{row}` balance is"),
}
_LINE_IS = Words("`{column}` van `{row}` is", "`{row}` `{column}` is")
_TOO_HIGH = Words(
    "{figure} {actual}, verwacht {expected}: {distance} te hoog",
    "{figure} {actual}, expected {expected}: {distance} too high",
)
_TOO_LOW = Words(
    "{figure} {actual}, verwacht {expected}: {distance} te laag",
    "{figure} {actual}, expected {expected}: {distance} too low",
)
_UPDATE = Words(
    "klopt de tabel, dan past `igs-costshare check --update` dit cijfer aan",
    "if the statement is right, `igs-costshare check --update` rewrites this figure",
)
_NO_ROW = Words("de tabel heeft geen rij `{row}`", "the statement has no row `{row}`")
_NO_RESERVE = Words(
    "alleen waar partners een vastgelegd bedrag of tarief betalen, is er een reserve",
    "only where partners are charged an amount or a rate, there is a reserve",
)
_NO_COLUMN = Words("de tabel heeft geen kolom `{column}`", "the statement has no column `{column}`")
_COLUMNS = Words("de kolommen zijn {columns}", "its columns are {columns}")


class Expectation(NamedTuple):
    """A figure that is expected of the statement, and the one that it shows."""

    row: str
    column: str
    expected: Decimal
    actual: Fraction | None
    """Euros; None where the statement has no such row or column."""
    whole: bool
    """Whether it is expected in whole euros."""

    @property
    def path(self) -> Path:
        """Where it stands in the network."""
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


def _find(case: Case, language: Language) -> Iterator[Finding]:
    for each in expectations(case):
        if each.actual is None:
            yield _absent(case, each, language)
        elif not each.holds:
            message = _difference(case, each, each.actual, language)
            yield Finding(message, each.path, _UPDATE.say(language))


def _difference(case: Case, each: Expectation, actual: Fraction, language: Language) -> str:
    words = _IS.get(each.column, _LINE_IS)
    return (_TOO_HIGH if each.distance > 0 else _TOO_LOW).say(
        language,
        figure=words.say(language, row=each.row, column=each.column),
        actual=case.money(actual, language),
        expected=case.money(Fraction(each.expected), language, stated=True),
        distance=case.money(abs(each.distance), language, stated=True),
    )


def _absent(case: Case, each: Expectation, language: Language) -> Finding:
    if each.row not in case.amounts.rows:
        message = _NO_ROW.say(language, row=each.row)
        return Finding(message, each.path[:-1], _NO_RESERVE.say(language), at_key=True)
    columns = (f"`{column}`" for column in case.amounts.total.columns)
    hint = _COLUMNS.say(language, columns=language.listed([*columns]))
    message = _NO_COLUMN.say(language, column=each.column)
    return Finding(message, each.path, hint, at_key=True)


EXPECTED: tuple[Rule, ...] = (
    Rule(
        "expected",
        "error",
        "docs/format.md, [expected]",
        Words(
            "elk cijfer in `[expected]` staat zo in de tabel",
            "every figure in `[expected]` is what the statement shows",
        ),
        _find,
    ),
)
