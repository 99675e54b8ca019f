"""The two languages of the output: words, sentences and the Belgian way to write figures.

Error messages are in English (their words are part of the contract of the file).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
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
        """What a key is called in a sentence; a key of the partners' own is quoted."""
        return self.keys.get(name, f"“{name}”")

    def listed(self, parts: Sequence[str]) -> str:
        """The parts in one phrase: `a, b and c`."""
        head, tail = ", ".join(parts[:-1]), parts[-1:]
        return self.word("and").join([head, *tail] if head else tail)

    def figure(self, minor: int, decimals: int) -> str:
        """A whole number of the smallest step as people write it: 4225000 → `42.250,00`."""
        return self.marked(f"{'-' if minor < 0 else ''}{_grouped(abs(minor), decimals)}")

    def change(self, minor: int, decimals: int) -> str:
        """The figure with its sign, also where it rises: `+4.210,33`."""
        return f"{'+' if minor > 0 else ''}{self.figure(minor, decimals)}"

    def number(self, value: Decimal) -> str:
        """A number of the file as people write it, without zeros at the end: `31.866`."""
        plain = f"{value:,f}"
        return self.marked(plain.rstrip("0").rstrip(".") if "." in plain else plain)

    def marked(self, plain: str) -> str:
        """A figure with `,` for thousands and `.` for decimals, in the marks of the language."""
        return plain.translate({ord(","): self.thousands_mark, ord("."): self.decimal_mark})

    def money(self, minor: int, decimals: int, currency: str) -> str:
        """An amount with its currency: `€ 42.250,00`."""
        return f"{currency_sign(currency)}\N{NO-BREAK SPACE}{self.figure(minor, decimals)}"


class Words(NamedTuple):
    """A sentence in both languages, with places to fill."""

    nl: str
    en: str

    def say(self, language: Language, **places: object) -> str:
        """The sentence in a language, with its places filled.

        >>> Words("{n} woningen", "{n} homes").say(LANGUAGES[Lang.NL], n=3)
        '3 woningen'
        """
        return (self.nl if language.code is Lang.NL else self.en).format(**places)


def capital(text: str) -> str:
    """The text with a capital in front."""
    return f"{text[:1].upper()}{text[1:]}"


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
        "together": "Together {expenses} goes out and {revenues} comes in: the balance is "
        "{balance}.",
        "goes_out_and_in": "Together {expenses} goes out and {revenues} comes in.",
        "between_partners": "Of both, {amount} is day prices that partners pay one another.",
        "partners_pay": "The partners pay {paid} together, and {reserve}.",
        "partners_pay_and_receive": "The partners pay {paid} together and receive {received}, and "
        "{reserve}.",
        "reserve_gives": "the reserve adds {amount}",
        "reserve_gets": "{amount} goes into the reserve",
        "reserve_rests": "the reserve neither adds nor receives anything",
        "reserve_sign": "Of the reserve: a balance with a minus sign is what it adds, one without "
        "what goes into it.",
        "warning": "Warning: {problem}.",
        "basis": "Basis: {basis}.",
        "and": " and ",
        "euros": "euros",
        "some_rows": "some rows",
        "rounded": "Shown in whole {currency}, each amount rounded by itself; so these do "
        "not quite add up: {uneven}.",
        "rounded_even": "Shown in whole {currency}, each amount rounded by itself.",
    },
    keys={
        "partners": "equal parts",
        "units": "homes",
        "days": "days of use",
        "use": "use at the day price",
        "inhabitants": "inhabitants",
        "youth": "children and young people",
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
        "together": "Samen gaat er {expenses} uit en komt er {revenues} in: het saldo is "
        "{balance}.",
        "goes_out_and_in": "Samen gaat er {expenses} uit en komt er {revenues} in.",
        "between_partners": "In beide zit {amount} aan dagprijzen die partners elkaar betalen.",
        "partners_pay": "De partners betalen samen {paid} en {reserve}.",
        "partners_pay_and_receive": "De partners betalen samen {paid} en ontvangen {received}, en "
        "{reserve}.",
        "reserve_gives": "de reserve legt {amount} bij",
        "reserve_gets": "er gaat {amount} naar de reserve",
        "reserve_rests": "de reserve legt niets bij en krijgt niets",
        "reserve_sign": "Bij de reserve is een saldo met een minteken wat ze bijlegt, en een saldo "
        "zonder minteken wat ernaartoe gaat.",
        "warning": "Waarschuwing: {problem}.",
        "basis": "Grondslag: {basis}.",
        "and": " en ",
        "euros": "euro’s",
        "some_rows": "sommige rijen",
        "rounded": "Getoond in hele {currency}, elk bedrag apart afgerond; zo tellen niet "
        "precies op: {uneven}.",
        "rounded_even": "Getoond in hele {currency}, elk bedrag apart afgerond.",
    },
    keys={
        "partners": "gelijke delen",
        "units": "het aantal woningen",
        "days": "het aantal gebruiksdagen",
        "use": "het gebruik tegen de dagprijs",
        "inhabitants": "het aantal inwoners",
        "youth": "het aantal kinderen en jongeren",
    },
)

LANGUAGES: Mapping[Lang, Language] = {Lang.EN: _EN, Lang.NL: _NL}
