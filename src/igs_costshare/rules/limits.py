"""Guardrails that the partners agreed on: `[limits]`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from igs_costshare.language import Language, Words
from igs_costshare.rules.increase import increases
from igs_costshare.rules.rule import Case, Finding, Rule, percentage


def _balance_min(case: Case, agreed: Fraction, language: Language) -> Iterator[Finding | str]:
    balance = case.euros(case.amounts.total.columns["balance"])
    if balance < agreed:
        yield Words(
            "het saldo is {balance}, afgesproken is minstens {agreed}: {distance} te laag",
            "the balance is {balance}, agreed is at least {agreed}: {distance} too low",
        ).say(
            language,
            balance=case.money(balance, language),
            agreed=case.money(agreed, language, stated=True),
            distance=case.money(agreed - balance, language),
        )


def _coverage_min(case: Case, agreed: Fraction, language: Language) -> Iterator[Finding | str]:
    expenses, revenues = (
        case.euros(case.amounts.total.columns[column]) for column in ("expenses", "revenues")
    )
    least = agreed * expenses
    if revenues < least and expenses > 0:
        yield Words(
            "de inkomsten dekken {part} van de uitgaven, afgesproken is minstens {agreed}: "
            "{distance} te weinig",
            "the revenues cover {part} of the expenses, agreed is at least {agreed}: {distance} "
            "short",
        ).say(
            language,
            part=percentage(revenues / expenses, language),
            agreed=percentage(agreed, language, stated=True),
            distance=case.money(least - revenues, language, stated=True),
        )


def _max_share(case: Case, agreed: Fraction, language: Language) -> Iterator[Finding | str]:
    total = case.euros(case.amounts.total.columns["expenses"])
    most = agreed * total
    for partner in case.amounts.partners:
        expenses = case.euros(partner.columns["expenses"])
        if expenses > most and total > 0:
            yield Words(
                "`{partner}` draagt {part} van de uitgaven, afgesproken is hoogstens {agreed}: "
                "{distance} te veel",
                "`{partner}` bears {part} of the expenses, agreed is at most {agreed}: {distance} "
                "too much",
            ).say(
                language,
                partner=partner.id,
                part=percentage(expenses / total, language),
                agreed=percentage(agreed, language, stated=True),
                distance=case.money(expenses - most, language, stated=True),
            )


def _occupancy_max(case: Case, agreed: Fraction, language: Language) -> Iterator[Finding | str]:
    planned = {f"unit.{id}": home.occupancy for id, home in case.network.unit.items()}
    if case.network.day_price is not None:
        planned = {"day_price": case.network.day_price.occupancy, **planned}
    for name, occupancy in planned.items():
        if occupancy is not None and occupancy > agreed:
            yield Words(
                "`{name}.occupancy` is {occupancy}, afgesproken is hoogstens {agreed}: {distance} "
                "te hoog",
                "`{name}.occupancy` is {occupancy}, agreed is at most {agreed}: {distance} "
                "too high",
            ).say(
                language,
                name=name,
                occupancy=percentage(Fraction(occupancy), language, stated=True),
                agreed=percentage(agreed, language, stated=True),
                distance=percentage(Fraction(occupancy) - agreed, language, stated=True),
            )


def _per_inhabitant_max(
    case: Case, agreed: Fraction, language: Language
) -> Iterator[Finding | str]:
    known = {id: partner.keys.get("inhabitants") for id, partner in case.network.partner.items()}
    if not any(known.values()):
        yield _unknown_inhabitants(language)
        return
    for partner in case.amounts.partners:
        stated = known[partner.id]
        if stated is None:
            continue
        inhabitants = Fraction(stated)
        bill = -case.euros(partner.columns["balance"])
        most = case.at_most(agreed * inhabitants)
        if not inhabitants and bill > 0:
            yield Words(
                "`{partner}` betaalt {bill} en heeft 0 inwoners: per inwoner is dat geen bedrag",
                "`{partner}` pays {bill} and has 0 inhabitants: for each inhabitant that is no "
                "amount",
            ).say(language, partner=partner.id, bill=case.money(bill, language))
        elif bill > most:
            yield Words(
                "`{partner}` betaalt {bill} per inwoner, afgesproken is hoogstens {agreed}: "
                "{distance} te veel in totaal",
                "`{partner}` pays {bill} for each inhabitant, agreed is at most {agreed}: "
                "{distance} too much in all",
            ).say(
                language,
                partner=partner.id,
                bill=case.money(bill / inhabitants, language),
                agreed=case.money(agreed, language, stated=True),
                distance=case.money(bill - most, language),
            )


def _unknown_inhabitants(language: Language) -> Finding:
    """A limit that nothing can be held to is no limit."""
    message = Words(
        "niet nagekeken: geen enkele partner heeft inwoners",
        "not checked: no partner has any inhabitants",
    )
    hint = Words(
        "geef de partners hun inwoners: `keys = {{ inhabitants = … }}`",
        "give the partners their inhabitants: `keys = {{ inhabitants = … }}`",
    )
    return Finding(message.say(language), hint=hint.say(language), severity="warning")


_Judge = Callable[[Case, Fraction, Language], Iterator[Finding | str]]


def _limit(field: str, summary: Words, judge: _Judge) -> Rule:
    """The rule of a field of `[limits]`; what it finds stands there."""

    def find(case: Case, language: Language) -> Iterator[Finding]:
        agreed = getattr(case.network.limits, field, None)
        if agreed is not None:
            for each in judge(case, Fraction(agreed), language):
                finding = Finding(each) if isinstance(each, str) else each
                yield finding._replace(path=("limits", field))

    id = f"limit-{field.replace('_', '-')}"
    return Rule(id, "error", "docs/format.md, [limits]", summary, find, in_scenarios=False)


LIMITS: tuple[Rule, ...] = (
    _limit(
        "balance_min",
        Words(
            "het saldo van het totaal is niet lager dan afgesproken",
            "the balance of the total is not below what was agreed",
        ),
        _balance_min,
    ),
    _limit(
        "coverage_min",
        Words(
            "de inkomsten dekken het afgesproken deel van de uitgaven",
            "the revenues cover the agreed part of the expenses",
        ),
        _coverage_min,
    ),
    _limit(
        "max_share",
        Words(
            "geen partner draagt meer dan het afgesproken deel van de uitgaven",
            "no partner bears more than the agreed part of the expenses",
        ),
        _max_share,
    ),
    _limit(
        "max_increase",
        Words(
            "de nettokosten van een partner stijgen niet meer dan afgesproken",
            "the net bill of a partner does not rise by more than was agreed",
        ),
        increases,
    ),
    _limit(
        "occupancy_max",
        Words(
            "geen woning rekent op een hogere bezetting dan afgesproken",
            "no home counts on a higher occupancy than was agreed",
        ),
        _occupancy_max,
    ),
    _limit(
        "per_inhabitant_max",
        Words(
            "geen partner betaalt per inwoner meer dan afgesproken",
            "no partner pays more for each inhabitant than was agreed",
        ),
        _per_inhabitant_max,
    ),
)
