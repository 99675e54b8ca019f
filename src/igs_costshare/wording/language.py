"""A language: its figures in Belgian marks, and the texts of its catalogue with places filled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple, Protocol, assert_never

from igs_costshare.messages import Listed, Message, Money, Noun, Percent, Place, Toml, say
from igs_costshare.wording.catalogue import DEFAULT, Plural, area, locale_module
from igs_costshare.wording.figures import Written, shown_with, written

_HUNDRED = 100
_ELIDING = "aeiouyhàâéèêëîïôûœ"
"""Letters before which French cuts an article off: `le nombre d’élèves`."""


class KeyWords(Protocol):
    """What a file calls a key."""

    @property
    def label(self) -> str:
        """Several of it."""

    @property
    def one(self) -> str | None:
        """One of it."""


class Language(NamedTuple):
    """A language by its code, with the marks of its figures."""

    code: str
    decimal_mark: str
    thousands_mark: str
    called: tuple[tuple[str, str, str], ...] = ()
    """What the file calls keys: each with a word for several of it, and one for one."""

    def calling(self, keys: Mapping[str, KeyWords]) -> Language:
        """The language with what a file calls its keys."""
        return self._replace(
            called=tuple((key, each.label, each.one or each.label) for key, each in keys.items())
        )

    def say(self, key: str, /, **places: Place) -> str:
        """The text of a key of the catalogue, with its places filled."""
        return self.tell(say(key, **places))

    def tell(self, message: Message | str) -> str:
        """The text of a message.

        >>> language("nl").tell(say("value.and", first="a, b", last="c"))
        'a, b en c'
        """
        if isinstance(message, str):
            return message
        name, _, key = message.key.partition(".")
        return self._filled(area(self.code, name)[key], dict(message.places))

    def text(self, area_name: str, key: str) -> str:
        """A text without places that is found by what it speaks of: a field, an option, a column.

        For the areas whose keys follow from the program itself, as tests hold them to.
        """
        found = area(self.code, area_name)[key]
        if isinstance(found, Plural):
            raise TypeError(f"{area_name}.{key} counts something, and needs to know how many")
        return found

    def column(self, id: str) -> str:
        """What a column or a row of the statement is called, by its id."""
        own = next((label for key, label, _ in self.called if key == id == "units"), None)
        return self.text("column", id) if own is None else capital(own)

    def key(self, name: str) -> str:
        """What a key is called where something is divided by it; an unknown one is quoted."""
        return self.known_key(name) or self.say("value.quoted", text=name)

    def known_key(self, name: str) -> str | None:
        """What a key is called by the file or by itself; None where nobody says it."""
        for key, label, _ in self.called:
            if key == name:
                if label[:1].casefold() in _ELIDING:
                    return self.say("value.number_of_vowel", label=label)
                return self.say("value.number_of", label=label)
        known = area(self.code, "key").get(name)
        return known if isinstance(known, str) else None

    def noun(self, key: str, number: Fraction) -> str:
        """What so many of a key are called: `woningen`; a key of the partners' own is quoted."""
        for named, label, one in self.called:
            if named == key:
                return one if locale_module(self.code).is_one(number) else label
        known = area(self.code, "noun").get(key)
        if known is None:
            return self.say("value.quoted", text=key)
        return self.fill(known, count=number)

    def fill(self, found: str | Plural, **places: Place) -> str:
        """A text of the catalogue with its places filled."""
        return self._filled(found, places)

    def _filled(self, found: str | Plural, places: Mapping[str, Place]) -> str:
        if isinstance(found, Plural):
            count = places["count"]
            if not isinstance(count, int | Fraction):
                raise TypeError(f"a plural goes by a whole number or a fraction, not {count!r}")
            found = found.one if locale_module(self.code).is_one(count) else found.other
        return found.format_map(_Written(self, places))

    def write(self, value: Place) -> str:
        """A value as its type asks for."""
        match value:
            case str():
                return value
            case Message():
                return self.tell(value)
            case Toml():
                return self._toml(value.value)
            case Money():
                return self._money(value)
            case Percent():
                return self._percent(value)
            case Noun():
                return self.noun(value.key, value.number)
            case Listed():
                return self.listed([self.write(each) for each in value.values], value.joined)
            case date():
                return value.strftime(locale_module(self.code).DATE)
            case int() | Decimal() | Fraction():
                return self._written(written(_exact(value)))
            case _:
                assert_never(value)

    def listed(self, parts: Sequence[str], joined: str = "and") -> str:
        """The parts in one phrase: `a, b and c`."""
        head, tail = ", ".join(parts[:-1]), parts[-1:]
        if not head:
            return "".join(tail)
        last = say("value.or" if joined == "or" else "value.and", first=head, last=tail[0])
        return self.tell(last)

    def joined(self, parts: Iterable[str]) -> str:
        """The parts one after another, with semicolons between: `a; b`."""
        mark: str = locale_module(self.code).SEMICOLON
        return mark.join(parts)

    def figure(self, minor: int, decimals: int) -> str:
        """A whole number of the smallest step as people write it: 4225000 → `42.250,00`."""
        return self.marked(f"{'-' if minor < 0 else ''}{_grouped(abs(minor), decimals)}")

    def change(self, minor: int, decimals: int) -> str:
        """The figure with its sign, also where it rises: `+4.210,33`."""
        return f"{'+' if minor > 0 else ''}{self.figure(minor, decimals)}"

    def percentage(self, minor: int, decimals: int) -> str:
        """A whole number of 10^-decimals of a percent as people write it: 4321 → `43,21 %`."""
        return f"{self.figure(minor, decimals)}\N{NO-BREAK SPACE}%"

    def number(self, value: Decimal) -> str:
        """A number of the file as people write it, without zeros at the end: `31.866`."""
        plain = f"{value:,f}"
        return self.marked(plain.rstrip("0").rstrip(".") if "." in plain else plain)

    def marked(self, plain: str) -> str:
        """A figure with `,` for thousands and `.` for decimals, in the marks of the language."""
        return plain.translate({ord(","): self.thousands_mark, ord("."): self.decimal_mark})

    def money(self, minor: int, decimals: int, currency: str) -> str:
        """An amount with its currency: `€ 42.250,00`."""
        return self.priced(self.figure(minor, decimals), currency)

    def priced(self, figure: str, currency: str) -> str:
        """A figure with its currency, on the side where the language has it."""
        form: str = locale_module(self.code).MONEY
        return form.format(sign=currency_sign(currency), figure=figure)

    def _toml(self, value: object) -> str:
        from igs_costshare.wording.toml import toml_text

        found = toml_text(value)
        return found if isinstance(found, str) else self.tell(found)

    def _money(self, money: Money) -> str:
        amount = _exact(money.amount)
        shown = written(amount, 2) if money.decimals is None else shown_with(amount, money.decimals)
        return self.priced(self._written(shown), money.currency)

    def _percent(self, percent: Percent) -> str:
        part = _exact(percent.part) * _HUNDRED
        decimals = percent.decimals
        shown = written(part) if decimals is None else shown_with(part, decimals, trimmed=True)
        return f"{self._written(shown)}\N{NO-BREAK SPACE}%"

    def _written(self, shown: Written) -> str:
        return self.figure(shown.minor, shown.decimals) + shown.cut


class _Written(dict[str, str]):
    """The places of a text, each written when the text asks for it."""

    def __init__(self, language: Language, places: Mapping[str, Place]) -> None:
        self._language, self._places = language, places

    def __missing__(self, name: str) -> str:
        return self._language.write(self._places[name])


@cache
def language(code: str) -> Language:
    """The language of a code, one of `catalogue.codes()`."""
    module = locale_module(code)
    return Language(code, module.DECIMAL_MARK, module.THOUSANDS_MARK)


def english() -> Language:
    """The language of programs."""
    return language(DEFAULT)


def capital(text: str) -> str:
    """The text with a capital in front."""
    return f"{text[:1].upper()}{text[1:]}"


def currency_sign(currency: str) -> str:
    """`€` for the euro, the code for any other currency."""
    return "€" if currency == "EUR" else currency


def _exact(number: int | Decimal | Fraction) -> Fraction:
    """The number as a fraction; one that is, as nearly all are, needs no other."""
    return number if isinstance(number, Fraction) else Fraction(number)


def _grouped(minor: int, decimals: int) -> str:
    whole, rest = divmod(minor, 10**decimals)
    return f"{whole:,}.{rest:0{decimals}}" if decimals else f"{whole:,}"
