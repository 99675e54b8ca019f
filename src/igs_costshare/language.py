"""The two languages of the output: words, sentences and the Belgian way to write figures.

Error messages are in English (their words are part of the contract of the file).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Lang(StrEnum):
    """The languages there are."""

    NL = "nl"
    EN = "en"


class Language(NamedTuple):
    """Words by name, sentences with places to fill, and the marks of figures."""

    code: Lang
    decimal_mark: str
    thousands_mark: str
    words: Mapping[str, str]
    keys: Mapping[str, str]
    """What the well-known keys are called in a sentence."""

    def word(self, word: str) -> str:
        """The word or half sentence of that name."""
        return self.words[word]

    def say(self, sentence: str, **places: str) -> str:
        """The sentence with its places filled."""
        return self.words[sentence].format(**places)

    def key(self, name: str) -> str:
        """What a key is called in a sentence; a key of the partners' own keeps its name."""
        return self.keys.get(name, name)

    def figure(self, minor: int, decimals: int) -> str:
        """A whole number of the smallest step as people write it: 4225000 → `42.250,00`."""
        return self.marked(f"{'-' if minor < 0 else ''}{_grouped(abs(minor), decimals)}")

    def marked(self, plain: str) -> str:
        """A figure with `,` for thousands and `.` for decimals, in the marks of the language."""
        return plain.translate({ord(","): self.thousands_mark, ord("."): self.decimal_mark})

    def money(self, minor: int, decimals: int, currency: str) -> str:
        """An amount with its currency: `€ 42.250,00`."""
        return f"{currency_sign(currency)}\N{NO-BREAK SPACE}{self.figure(minor, decimals)}"


def _grouped(minor: int, decimals: int) -> str:
    whole, rest = divmod(minor, 10**decimals)
    return f"{whole:,}.{rest:0{decimals}}" if decimals else f"{whole:,}"


def currency_sign(currency: str) -> str:
    """`€` for the euro, the code for any other currency."""
    return "€" if currency == "EUR" else currency


_EN = Language(
    Lang.EN,
    decimal_mark=".",
    thousands_mark=",",
    words={
        "partner": "Partner",
        "units": "Homes",
        "expenses": "Expenses",
        "revenues": "Revenues",
        "balance": "Balance",
        "contribution": "Contribution",
        "day_price": "Day prices",
        "day_price_paid": "Day prices paid",
        "reserve": "Reserve",
        "total": "Total",
        "amounts": "Amounts in {currency}.",
        "fte": "Staff: {fte} FTE.",
        "shared": "Shared by the partners: {pool}, {how}.",
        "shared_less": "Shared by the partners: {costs} of costs less {income} of income is "
        "{pool}, {how}.",
        "charged": "{how}; the shared costs are {pool}, {difference}.",
        "charged_less": "{how}; the shared costs are {costs} less {income} of income, so {pool}, "
        "{difference}.",
        "reserve_pays": "so the reserve pays {amount}",
        "reserve_keeps": "so {amount} goes to the reserve",
        "reserve_even": "so nothing is left for the reserve",
        "equally": "equally over {members} partners",
        "by_key": "in proportion to {keys}",
        "key_part": "{part} % by {key}",
        "by": "{by}",
        "agreed": "by agreed percentages",
        "mixed_share": "{part} % equally over {members} partners and the rest {by}",
        "mixed_amount": "{amount} for each of {members} partners and the rest {by}",
        "within_bounds": "{how}, within the minimum and maximum",
        "pays_fixed": "Each of {members} partners pays {amount}",
        "pays_rate": "Each of {members} partners pays a rate for its {keys}",
        "pays_mixed": "Each of {members} partners pays {amount} and a rate for its {keys}",
        "pays_per_day": "Each of {members} partners pays its days of use at the day price",
        "and": " and ",
        "basis": "Basis: {basis}.",
        "rounded": "Shown in whole {currency}, rounded from the exact amounts; {columns} "
        "then add up to a little more or less than the total shown.",
        "rounded_one": "Shown in whole {currency}, rounded from the exact amounts; {columns} "
        "then adds up to a little more or less than the total shown.",
        "rounded_even": "Shown in whole {currency}, rounded from the exact amounts.",
    },
    keys={
        "partners": "partner",
        "units": "homes",
        "days": "days of use",
        "use": "use at the day price",
    },
)

_NL = Language(
    Lang.NL,
    decimal_mark=",",
    thousands_mark=".",
    words={
        "partner": "Partner",
        "units": "Woningen",
        "expenses": "Uitgaven",
        "revenues": "Inkomsten",
        "balance": "Saldo",
        "contribution": "Bijdrage",
        "day_price": "Dagprijzen",
        "day_price_paid": "Betaalde dagprijzen",
        "reserve": "Reserve",
        "total": "Totaal",
        "amounts": "Bedragen in {currency}.",
        "fte": "Personeel: {fte} VTE.",
        "shared": "Gedeeld door de partners: {pool}, {how}.",
        "shared_less": "Gedeeld door de partners: {costs} kosten min {income} inkomsten is "
        "{pool}, {how}.",
        "charged": "{how}; de gedeelde kosten zijn {pool}, {difference}.",
        "charged_less": "{how}; de gedeelde kosten zijn {costs} min {income} inkomsten, samen "
        "{pool}, {difference}.",
        "reserve_pays": "dus legt de reserve {amount} bij",
        "reserve_keeps": "dus gaat er {amount} naar de reserve",
        "reserve_even": "dus blijft er niets over voor de reserve",
        "equally": "gelijk verdeeld over {members} partners",
        "by_key": "verdeeld volgens {keys}",
        "key_part": "{part} % volgens {key}",
        "by": "{by}",
        "agreed": "verdeeld volgens de afgesproken percentages",
        "mixed_share": "{part} % gelijk verdeeld over {members} partners en de rest {by}",
        "mixed_amount": "{amount} voor elk van de {members} partners en de rest {by}",
        "within_bounds": "{how}, binnen het minimum en maximum",
        "pays_fixed": "Elk van de {members} partners betaalt {amount}",
        "pays_rate": "Elk van de {members} partners betaalt een tarief voor {keys}",
        "pays_mixed": "Elk van de {members} partners betaalt {amount} en een tarief voor {keys}",
        "pays_per_day": "Elk van de {members} partners betaalt zijn gebruiksdagen tegen de "
        "dagprijs",
        "and": " en ",
        "basis": "Grondslag: {basis}.",
        "rounded": "Getoond in hele {currency}, afgerond van de precieze bedragen; {columns} "
        "tellen dan niet precies op tot het getoonde totaal.",
        "rounded_one": "Getoond in hele {currency}, afgerond van de precieze bedragen; {columns} "
        "telt dan niet precies op tot het getoonde totaal.",
        "rounded_even": "Getoond in hele {currency}, afgerond van de precieze bedragen.",
    },
    keys={
        "partners": "partner",
        "units": "woningen",
        "days": "gebruiksdagen",
        "use": "gebruik tegen dagprijs",
        "inhabitants": "inwoners",
        "youth": "kinderen en jongeren",
    },
)

LANGUAGES: Mapping[Lang, Language] = {Lang.EN: _EN, Lang.NL: _NL}
