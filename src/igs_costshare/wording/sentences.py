"""What is said around a table: its title, and the sentences under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.computing.statement import DAY_PRICE_PAID, Named, Statement
from igs_costshare.description.settlement import ACTUAL
from igs_costshare.messages import say
from igs_costshare.money import rounded
from igs_costshare.wording.figures import decimals_of
from igs_costshare.wording.language import Language, currency_sign
from igs_costshare.wording.problems import told_together
from igs_costshare.wording.tables import Table, has_uneven_rows, uneven_columns


def title_of(statement: Statement) -> str:
    """Title, year and scenario: `Crisisopvangnetwerk 2023: CAW vertrekt`."""
    title = titled(statement.title, statement.year)
    return title if statement.scenario is None else f"{title}: {statement.scenario.name}"


def titled(title: str, year: int | None) -> str:
    """The title of a network with its year, where it does not hold that already.

    >>> titled("Noodwoningen", 2026), titled("Afrekening 2026", 2026), titled("Plan 2025-26", 2026)
    ('Noodwoningen 2026', 'Afrekening 2026', 'Plan 2025-26 2026')
    """
    if year is None or re.search(rf"(?<!\d){year}(?!\d)", title):
        return title
    return f"{title} {year}"


def scenario_name(scenario: Named, language: Language) -> str:
    """What people call a scenario; one that is named `actual` only, by a word."""
    if (scenario.id, scenario.name) == (ACTUAL, ACTUAL):
        return language.say("compared.actual")
    return scenario.name


def whole_amounts(currency: str, language: Language) -> str:
    """That amounts are shown in whole euros."""
    whole = language.say("statement.euros") if currency == "EUR" else currency
    return language.say("statement.rounded_even", currency=whole)


def table_notes(statement: Statement, table: Table, language: Language) -> Iterator[str]:
    """What the amounts of a table are in, and how they are rounded for display."""
    yield language.say("statement.amounts", currency=currency_sign(statement.currency))
    if table.decimals == 0:
        yield _rounding_sentence(table, statement.currency, language)


def together(statement: Statement, language: Language, *, whole: bool = False) -> str:
    """The totals in words: costs and income, and with a charge who pays the difference.

    What a charge replaces is counted in full, though the table has one line for it. `whole` gives
    whole euros.
    """
    pooled = sum(
        line.total
        for line in statement.pool.lines
        if line.kind == "revenue" and statement.reserve is not None
    )
    total = statement.total
    expenses = _money(total.expenses + pooled, statement, language, whole=whole)
    revenues = _money(total.revenues + pooled, statement, language, whole=whole)
    if statement.reserve is None:
        sentences = [_balanced(statement, expenses, revenues, language, whole=whole)]
    else:
        sentences = [
            language.say("statement.goes_out_and_in", expenses=expenses, revenues=revenues),
            _who_pays(statement, language, whole=whole),
        ]
    for line in statement.lines:
        if line.id == DAY_PRICE_PAID and line.total:
            amount = _money(line.total, statement, language, whole=whole)
            sentences.insert(1, language.say("statement.between_partners", amount=amount))
    return " ".join(sentences)


def _balanced(
    statement: Statement, expenses: str, revenues: str, language: Language, *, whole: bool
) -> str:
    """What goes out and comes in, and what the difference means; no figure is negative."""
    balance = statement.total.balance
    amount = _money(abs(balance), statement, language, whole=whole)
    if balance < 0:
        return language.say(
            "statement.together_pay", expenses=expenses, revenues=revenues, amount=amount
        )
    if balance > 0:
        return language.say(
            "statement.together_surplus", expenses=expenses, revenues=revenues, amount=amount
        )
    return language.say("statement.together_even", expenses=expenses)


def _who_pays(statement: Statement, language: Language, *, whole: bool) -> str:
    """What the partners pay and receive, and what the reserve does; no figure is negative."""
    paid = sum(row.expenses for row in statement.partners)
    received = sum(row.revenues for row in statement.partners)
    left = sum(line.reserve for line in statement.lines)
    amount = _money(abs(left), statement, language, whole=whole)
    if left > 0:
        reserve = say("statement.reserve_gives", amount=amount)
    elif left < 0:
        reserve = say("statement.reserve_gets", amount=amount)
    else:
        reserve = say("statement.reserve_rests")
    money = _money(paid, statement, language, whole=whole)
    if not received:
        return language.say("statement.partners_pay", paid=money, reserve=reserve)
    return language.say(
        "statement.partners_pay_and_receive",
        paid=money,
        received=_money(received, statement, language, whole=whole),
        reserve=reserve,
    )


def reserve_note(statement: Statement, language: Language) -> str:
    """What the sign of the reserve says; empty where there is none."""
    return "" if statement.reserve is None else language.say("statement.reserve_sign")


def warning_notes(statement: Statement, language: Language) -> tuple[str, ...]:
    """What was warned of when the statement was computed."""
    return tuple(
        language.say("statement.warning", problem=sentence)
        for sentence in told_together(statement.warnings, language)
    )


def _money(units: int, statement: Statement, language: Language, *, whole: bool) -> str:
    """Units of rounding as an amount with its currency."""
    minor, decimals = statement.minor(units), statement.decimals
    if whole:
        minor, decimals = rounded(minor, 10**decimals, "even"), 0
    return language.money(minor, decimals, statement.currency)


_UNENDING = 4
"""Decimals of staff whose decimals do not end."""


def fte_text(fte: Fraction) -> str:
    """The shortest exact decimal with at least one decimal: `1.0`, `0.25`.

    Staff counted for a part of a year may be no decimal that ends; it is then rounded to four.

    >>> fte_text(Fraction(1)), fte_text(Fraction(1, 1024)), fte_text(Fraction(2, 3))
    ('1.0', '0.0009765625', '0.6667')
    """
    ends = decimals_of(fte.denominator)
    places = _UNENDING if ends is None else max(ends, 1)
    steps = fte * 10**places
    digits = f"{rounded(steps.numerator, steps.denominator, 'even'):0{places + 1}}"
    return f"{digits[:-places]}.{digits[-places:]}"


def _rounding_sentence(table: Table, currency: str, language: Language) -> str:
    whole = language.say("statement.euros") if currency == "EUR" else currency
    uneven = [language.say("value.quoted", text=column.heading) for column in uneven_columns(table)]
    uneven += [language.say("statement.some_rows")] if has_uneven_rows(table) else []
    if not uneven:
        return whole_amounts(currency, language)
    return language.say("statement.rounded", currency=whole, uneven=language.listed(uneven))
