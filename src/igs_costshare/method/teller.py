"""What every sentence of the method looks into: the statement, its network, the words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from igs_costshare.computing.statement import Statement
from igs_costshare.description.contributions import Scoped
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.homes import day_prices
from igs_costshare.sharing.rule import RateStep
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import line_heading
from igs_costshare.wording.writing import Writing


class Teller:
    """A statement with what it was worked out from, and how it is told."""

    def __init__(self, statement: Statement, record: Apportionment, language: Language) -> None:
        self.statement = statement
        self.record = record
        self.budget = record.budget
        self.network = record.budget.network
        self.language, self.say = language, language.say
        self.words = Writing(language, statement.currency)
        self._totals = {line.id: line.total for line in statement.pool.lines}
        self._totals |= {line.id: line.total for line in statement.lines}
        self._labels = {id: entry.label for id, entry in self.network.lines.items()}
        self._labels |= {id: entry.label for id, entry in self.network.subsidy.items()}

    def amount(self, units: int) -> str:
        """Units of rounding as an amount with its currency."""
        statement = self.statement
        return self.language.money(statement.minor(units), statement.decimals, statement.currency)

    def money(self, amount: Fraction) -> str:
        """An exact amount, with the decimals that it has; one that never ends with a sign."""
        text = self.words.money(amount)
        return f"≈\N{NO-BREAK SPACE}{text.replace('…', '')}" if "…" in text else text

    def total(self, id: str) -> str:
        """What a line comes to in the statement, or in the pool of a charge."""
        return self.amount(self._totals[id])

    def heading(self, id: str) -> str:
        """What a line is called."""
        return line_heading(id, self._labels.get(id), self.language)

    def headings(self, ids: Iterable[str]) -> str:
        """What lines are called, in one phrase."""
        return self.language.listed([self.heading(id) for id in ids])

    def one(self, key: str) -> str:
        """One of a key: `home`."""
        return self.say("method.euro_of_use") if key == "use" else self.words.noun(key, one=True)

    def who(self, *scopes: Scoped) -> str:
        """Who takes part, by the first that names anybody; empty where it is everybody."""
        scope = next((each for each in scopes if each.has_list), None)
        if scope is None:
            return ""
        if scope.only is not None:
            return self.say("method.only", names=self.words.listed(scope.only, self.partner))
        names = self.words.listed(scope.except_ or [], self.partner)
        return self.say("method.all_but", names=names)

    def partner(self, id: str) -> str:
        """What a partner is called."""
        return self.network.called("partner", id)

    def basis(self, basis: str | None) -> str:
        """Where something was agreed; empty where it does not say."""
        if not basis:
            return ""
        return self.language.say("statement.basis", basis=basis.removesuffix("."))

    def prices(self) -> str:
        """The day prices by size of household."""
        prices = day_prices(self.network)
        if len(prices) == 1:
            return self.money(Fraction(prices[1]))
        return self.language.listed(
            [
                self.say("method.price_of", size=size, price=self.money(Fraction(price)))
                for size, price in prices.items()
            ]
        )

    def range_of(self, steps: Sequence[RateStep], place: int) -> str:
        """From where to where a bracket goes."""
        bottom = (steps[place - 1].up_to if place else None) or Fraction(0)
        top = steps[place].up_to
        if top is None:
            if not place:
                return self.say("method.range_all")
            return self.say("method.range_above", bottom=bottom)
        if not place:
            return self.say("method.range_to", top=top)
        return self.say("method.range_between", bottom=bottom, top=top)


def joined(*sentences: str) -> str:
    """Sentences one after the other, without those that are empty."""
    return " ".join(filter(None, sentences))
