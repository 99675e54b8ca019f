"""What is said around a table: its title, and the sentences under it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import partial

from igs_costshare.language import Language, capital, currency_sign
from igs_costshare.money import rounded
from igs_costshare.statement import DAY_PRICE_PAID, Method, Statement
from igs_costshare.tables import Table, has_uneven_rows, uneven_columns


def title_of(statement: Statement) -> str:
    """Title, year and scenario: `Crisisopvangnetwerk 2023: CAW vertrekt`."""
    title = titled(statement.title, statement.year)
    return title if statement.scenario is None else f"{title}: {statement.scenario.name}"


def titled(title: str, year: int | None) -> str:
    """The title of a network with its year, where it has one."""
    return title if year is None else f"{title} {year}"


def whole_amounts(currency: str, language: Language) -> str:
    """That amounts are shown in whole euros."""
    whole = language.word("euros") if currency == "EUR" else currency
    return language.say("rounded_even", currency=whole)


def notes(statement: Statement, table: Table, language: Language) -> tuple[str, ...]:
    """The sentences under a table: currency, staff, how the pool was divided, rounding."""
    currency, *rounding = table_notes(statement, table, language)
    return (currency, *method_notes(statement, language), *rounding)


def table_notes(statement: Statement, table: Table, language: Language) -> Iterator[str]:
    """What the amounts of a table are in, and how they are rounded for display."""
    yield language.say("amounts", currency=currency_sign(statement.currency))
    if table.decimals == 0:
        yield _rounding_sentence(table, statement.currency, language)


def method_notes(statement: Statement, language: Language) -> Iterator[str]:
    """Staff, how the pool was divided, and by what the partners pay the day prices."""
    if statement.fte is not None:
        yield language.say("fte", fte=language.marked(fte_text(statement.fte)))
    if statement.method is not None:
        yield _pool_sentence(statement, statement.method, language)
        if statement.method.basis:
            yield language.say("basis", basis=statement.method.basis.removesuffix("."))
    yield from _paid_days(statement, language)


def _paid_days(statement: Statement, language: Language) -> Iterator[str]:
    """By what the partners pay the day prices, where they do."""
    for line in statement.lines:
        if line.id == DAY_PRICE_PAID:
            yield language.say("paid_days", amount=_money(line.total, statement, language))


def _money(units: int, statement: Statement, language: Language) -> str:
    """Units of rounding as an amount with its currency."""
    return language.money(statement.minor(units), statement.decimals, statement.currency)


def fte_text(fte: Fraction) -> str:
    """The shortest exact decimal with at least one decimal: `1.0`, `0.25`.

    Staff is a sum of products of decimals, so that the decimal always ends.
    """
    places = 1
    while (fte * 10**places).denominator != 1:
        places += 1
    digits = f"{int(fte * 10**places):0{places + 1}}"
    return f"{digits[:-places]}.{digits[-places:]}"


def percent_text(part: Fraction) -> str:
    """A part as a percentage with at most two decimals: `60`, `33.33`."""
    hundredths = rounded(10_000 * part.numerator, part.denominator, "even")
    return f"{hundredths // 100}.{hundredths % 100:02}".rstrip("0").rstrip(".")


def _rounding_sentence(table: Table, currency: str, language: Language) -> str:
    whole = language.word("euros") if currency == "EUR" else currency
    uneven = [f"“{column.heading}”" for column in uneven_columns(table)]
    uneven += [language.word("some_rows")] if has_uneven_rows(table) else []
    if not uneven:
        return whole_amounts(currency, language)
    return language.say("rounded", currency=whole, uneven=language.listed(uneven))


def _pool_sentence(statement: Statement, method: Method, language: Language) -> str:
    money = partial(_money, statement=statement, language=language)
    pool = statement.pool
    costs = sum(line.total for line in pool.lines if line.kind == "expense")
    amounts = {
        "pool": money(pool.total),
        "costs": money(costs),
        "income": money(costs - pool.total),
    }
    less = any(line.kind == "revenue" for line in pool.lines)
    how = _method_phrase(method, statement.currency, language)
    if not method.charge:
        shared = "shared" if not less else "shared_less" if costs else "shared_income"
        return language.say(shared, how=how, **amounts)
    left = statement.reserve.expenses if statement.reserve else 0
    word = "reserve_pays" if left > 0 else "reserve_keeps" if left < 0 else "reserve_even"
    return language.say(
        "charged_less" if less else "charged",
        how=capital(how),
        difference=language.say(word, amount=money(abs(left))),
        **amounts,
    )


def _method_phrase(method: Method, currency: str, language: Language) -> str:
    """How the contributions come about: `in proportion to homes`, `each of 6 partners pays …`."""
    each, over = ("each", "over") if method.members != 1 else ("each_one", "over_one")
    members = str(method.members)
    keys = [(language.key(key), part) for key, part in method.keys if part]
    by = "by_parts" if keys[1:] else "by_key"
    places = {
        "each": language.say(each, members=members),
        "over": language.say(over, members=members),
        "members": members,
        "keys": language.listed([key for key, _ in keys]),
        "parts": language.listed(
            [
                language.say("part_by_key", part=_percent(part, language), key=key)
                for key, part in keys
            ]
        ),
        "part": _percent(Fraction(method.fixed_share or 0), language),
        "amount": stated_amount(method.fixed_amount or Decimal(0), currency, language),
    }
    rest = language.say(f"rest_{by}", **places)
    phrase = language.say(_phrase_name(method, over, by), rest=rest, **places)
    return language.say("within_bounds", how=phrase) if method.bounded else phrase


def _phrase_name(method: Method, over: str, by: str) -> str:
    match method.model, method.charge:
        case "fixed", charge:
            return "pays_fixed" if charge else over
        case "variable", charge:
            return "pays_rate" if charge else by
        case "mixed", True:
            return "pays_mixed"
        case "mixed", False:
            return "mixed_share" if method.fixed_amount is None else "mixed_amount"
        case "per-day", _:
            return "pays_per_day"
        case _:
            return "agreed_scaled" if method.scaled else "agreed"


def _percent(part: Fraction, language: Language) -> str:
    return language.marked(percent_text(part))


def stated_amount(amount: Decimal, currency: str, language: Language) -> str:
    """An amount of the file, with the decimals it has, two at least."""
    exponent = amount.as_tuple().exponent
    decimals = max(2, -exponent if isinstance(exponent, int) else 0)
    return language.money(int(amount.scaleb(decimals)), decimals, currency)
