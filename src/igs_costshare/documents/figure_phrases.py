"""Figures in words: what they are called, how they are written, and when a bill is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import assert_never

from igs_costshare.computing.statement import CONTRIBUTION, Statement
from igs_costshare.figures.figure import Figure
from igs_costshare.figures.measures import Measure, Notation
from igs_costshare.figures.quantities import Extreme
from igs_costshare.messages import Message, say
from igs_costshare.wording.language import Language, currency_sign
from igs_costshare.wording.tables import labels_of, line_heading


def nobody_pays(balances: Iterable[int | None]) -> bool:
    """Whether these balances are what is received only: then they are told instead of bills."""
    sides = [each for each in balances if each]
    return bool(sides) and min(sides) > 0


def measure_heading(id: str, label: str | None, language: Language, *, is_line: bool) -> str:
    """What a column of figures is called; a line by its label."""
    return line_heading(id, label, language) if is_line else language.column(id)


def figure_heading(figure: Figure, base: Statement, language: Language) -> str:
    """What a figure is called, and whose it is where it is not the total."""
    measure = figure.measure
    label = labels_of(base).get(measure.id)
    heading = measure_heading(measure.id, label, language, is_line=measure.is_line)
    match figure.row:
        case "max":
            return language.say("varied.heading_highest", heading=heading)
        case "min":
            return language.say("varied.heading_lowest", heading=heading)
        case int():
            row = base.rows[figure.row]
            named = row.name or language.column(row.id)
            return heading if row.id == "total" else f"{heading} {named}"
        case _:
            assert_never(figure.row)


def unit_sign(notation: Notation, currency: str) -> str:
    """What the figures are in: a currency, or percent."""
    match notation:
        case "amount" | "each":
            return currency_sign(currency)
        case "part":
            return "%"
        case _:
            assert_never(notation)


def told_steps(steps: int, measure: Measure, statement: Statement) -> int:
    """Steps of a figure as whole numbers of the smallest step that is told."""
    places = measure.places(statement.decimals)
    return steps * int(measure.step(statement).scaleb(places))


def figure_phrase(steps: int, figure: Figure, statement: Statement, language: Language) -> str:
    """A figure in its steps as what it is, and whose: `a balance of € 0.00 for Stad`.

    A balance keeps its sign here: it is the target, as it was asked for.
    """
    told = _told(steps, figure.measure, statement, language)
    if not isinstance(figure.row, int):
        return language.tell(_OUTERMOST[figure.row](told))
    row = statement.rows[figure.row]
    if row.id == "total":
        return told
    if row.id == "reserve":
        return language.say("varied.for_reserve", figure=told)
    return language.say("varied.for", figure=told, name=row.name)


_OUTERMOST: Mapping[Extreme, Callable[[str], Message]] = {
    "max": lambda figure: say("varied.highest", figure=figure),
    "min": lambda figure: say("varied.lowest", figure=figure),
}

_PHRASES: Mapping[str, Callable[[str], Message]] = {
    "balance": lambda amount: say("varied.balance", amount=amount),
    "expenses": lambda amount: say("varied.expenses", amount=amount),
    "revenues": lambda amount: say("varied.revenues", amount=amount),
    "bill": lambda amount: say("varied.bill", amount=amount),
    "share": lambda part: say("varied.share", part=part),
    "per_inhabitant": lambda amount: say("varied.per_inhabitant", amount=amount),
    CONTRIBUTION: lambda amount: say("varied.contribution", amount=amount),
    "alone": lambda amount: say("varied.alone", amount=amount),
    "saving": lambda amount: say("varied.saving", amount=amount),
}
"""What the figures are that are no lines."""


def _told(steps: int, measure: Measure, statement: Statement, language: Language) -> str:
    text = _figure(steps, measure, statement, language)
    if not measure.is_line:
        return language.tell(_PHRASES[measure.id](text))
    label = labels_of(statement).get(measure.id)
    heading = measure_heading(measure.id, label, language, is_line=True)
    return language.say("varied.line", amount=text, label=heading)


def _figure(steps: int, measure: Measure, statement: Statement, language: Language) -> str:
    """The figure with its sign: of a currency, or of a percentage."""
    minor = told_steps(steps, measure, statement)
    if measure.notation == "part":
        return language.percentage(minor, 2)
    return language.money(minor, measure.places(statement.decimals), statement.currency)
