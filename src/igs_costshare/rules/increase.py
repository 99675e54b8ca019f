"""How far the net bill of a partner may rise against an earlier statement."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from igs_costshare.language import Language, Words
from igs_costshare.rules.rule import Case, Finding, percentage

_NOT_CHECKED = Words(
    "niet nagekeken: er is geen eerdere tabel om mee te vergelijken",
    "not checked: there is no earlier statement to compare with",
)
_GIVE_ONE = Words(
    "geef er een met `--against BESTAND`: een beschrijving, of wat `compute --format json` "
    "bewaarde",
    "give one with `--against FILE`: a description, or what `compute --format json` saved",
)
_OTHER_CURRENCY = Words(
    "niet te vergelijken: de eerdere tabel is in {earlier}, deze in {currency}",
    "cannot be compared: the earlier statement is in {earlier}, this one in {currency}",
)


def increases(case: Case, agreed: Fraction, language: Language) -> Iterator[Finding | str]:
    """Every partner whose net bill rises by more than the part that was agreed.

    From a bill of 0 or less any rise is too much; a newcomer is passed over.
    """
    earlier = case.against
    if earlier is None:
        hint = _GIVE_ONE.say(language)
        yield Finding(_NOT_CHECKED.say(language), hint=hint, severity="warning")
        return
    currency = case.statement.currency
    if earlier.currency != currency:
        yield _OTHER_CURRENCY.say(language, earlier=earlier.currency, currency=currency)
        return
    for partner in case.amounts.partners:
        before = earlier.rows.get(partner.id)
        if before is not None:
            was = Fraction(-before.columns["balance"], 10**earlier.decimals)
            bill = -case.euros(partner.columns["balance"])
            most = case.at_most(was * (1 + agreed) if was > 0 else was)
            if bill > most:
                yield _rise(case, partner.id, (was, bill, most), agreed, language)


def _rise(
    case: Case,
    partner: str,
    bills: tuple[Fraction, Fraction, Fraction],
    agreed: Fraction,
    language: Language,
) -> str:
    was, bill, most = bills
    if was > 0:
        words = Words(
            "de nettokosten van `{partner}` stijgen van {was} naar {bill}, dat is {rise}; "
            "afgesproken is hoogstens {agreed}: {distance} te veel",
            "the net bill of `{partner}` rises from {was} to {bill}, by {rise}; agreed is at most "
            "{agreed}: {distance} too much",
        )
    else:
        words = Words(
            "de nettokosten van `{partner}` stijgen van {was} naar {bill}; van nul of minder is "
            "elke stijging te veel: {distance}",
            "the net bill of `{partner}` rises from {was} to {bill}; from nothing or less, any "
            "rise is too much: {distance}",
        )
    return words.say(
        language,
        partner=partner,
        was=case.money(was, language),
        bill=case.money(bill, language),
        rise=percentage(bill / was - 1, language) if was > 0 else "",
        agreed=percentage(agreed, language, stated=True),
        distance=case.money(bill - most, language),
    )
