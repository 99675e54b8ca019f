"""What is said around a table: its title, and the sentences under it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from igs_costshare.language import Language, currency_sign
from igs_costshare.money import rounded
from igs_costshare.statement import Method, Statement
from igs_costshare.tables import Table, decimals_of, minor_units, uneven_columns


def title_of(statement: Statement) -> str:
    """Title and year: `Crisisopvangnetwerk 2023`."""
    return statement.title if statement.year is None else f"{statement.title} {statement.year}"


def notes(statement: Statement, table: Table, language: Language) -> tuple[str, ...]:
    """The sentences under a table: currency, staff, how the pool was divided, rounding."""
    sign = currency_sign(statement.currency)
    told = [language.say("amounts", currency=sign)]
    if statement.fte is not None:
        told.append(language.say("fte", fte=language.marked(fte_text(statement.fte))))
    if statement.method is not None:
        told.append(_pool_sentence(statement, statement.method, language))
        if statement.method.basis:
            told.append(language.say("basis", basis=statement.method.basis))
    if table.decimals == 0:
        told.append(_rounding_sentence(table, sign, language))
    return tuple(told)


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


def _rounding_sentence(table: Table, sign: str, language: Language) -> str:
    uneven = [f"“{column.heading}”" for column in uneven_columns(table)]
    if not uneven:
        return language.say("rounded_even", currency=sign)
    listed = language.word("and").join(
        [", ".join(uneven[:-1]), uneven[-1]] if uneven[1:] else uneven
    )
    return language.say("rounded" if uneven[1:] else "rounded_one", currency=sign, columns=listed)


def _pool_sentence(statement: Statement, method: Method, language: Language) -> str:
    step = minor_units(statement.unit)

    def money(units: int) -> str:
        return language.money(step * units, decimals_of(statement.unit), statement.currency)

    pool = statement.pool
    costs = sum(line.total for line in pool.lines if line.kind == "expense")
    amounts = {
        "pool": money(pool.total),
        "costs": money(costs),
        "income": money(costs - pool.total),
    }
    less = "_less" if any(line.kind == "revenue" for line in pool.lines) else ""
    how = _method_phrase(method, statement.currency, language)
    if not method.charge:
        return language.say(f"shared{less}", how=how, **amounts)
    left = statement.reserve.expenses if statement.reserve else 0
    word = "reserve_pays" if left > 0 else "reserve_keeps" if left < 0 else "reserve_even"
    difference = language.say(word, amount=money(abs(left)))
    return language.say(f"charged{less}", how=how, difference=difference, **amounts)


def _method_phrase(method: Method, currency: str, language: Language) -> str:
    """How the contributions come about: `by homes`, `Each partner pays …`."""
    keys = language.word("and").join(language.key(key) for key, _ in method.keys)
    places = {
        "members": str(method.members),
        "keys": keys,
        "by": _by(method, language),
        "part": language.marked(percent_text(Fraction(method.fixed_share or 0))),
        "amount": _stated_amount(method.fixed_amount or Decimal(0), currency, language),
    }
    phrase = language.say(_phrase_name(method), **places)
    return language.say("within_bounds", how=phrase) if method.bounded else phrase


def _phrase_name(method: Method) -> str:
    match method.model, method.charge:
        case "fixed", charge:
            return "pays_fixed" if charge else "equally"
        case "variable", charge:
            return "pays_rate" if charge else "by"
        case "mixed", True:
            return "pays_mixed"
        case "mixed", False:
            return "mixed_share" if method.fixed_amount is None else "mixed_amount"
        case "per-day", _:
            return "pays_per_day"
        case _:
            return "agreed"


def _by(method: Method, language: Language) -> str:
    """`by homes`, or `60 % by inhabitants and 40 % by homes`."""
    if len(method.keys) == 1 or method.charge:
        keys = language.word("and").join(language.key(key) for key, _ in method.keys)
        return language.say("by_key", keys=keys)
    return language.word("and").join(
        language.say("key_part", part=language.marked(percent_text(part)), key=language.key(key))
        for key, part in method.keys
        if part
    )


def _stated_amount(amount: Decimal, currency: str, language: Language) -> str:
    """An amount of the file, with the decimals it has, two at least."""
    exponent = amount.as_tuple().exponent
    decimals = max(2, -exponent if isinstance(exponent, int) else 0)
    return language.money(int(amount.scaleb(decimals)), decimals, currency)
