"""What the figures of fairness mean, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from igs_costshare.fairness.game import MOST_PLAYERS
from igs_costshare.fairness.report import FairColumn, Fairness
from igs_costshare.messages import Message, say
from igs_costshare.wording.language import Language

_TOLD = 10
"""Groups that are told of, the largest gain first."""

_HEADINGS: Mapping[FairColumn, Message] = {
    "adds": say("fair.heading_adds"),
    "shapley": say("fair.heading_shapley"),
    "nucleolus": say("fair.heading_nucleolus"),
    "scrb": say("fair.heading_scrb"),
    "equal-saving": say("fair.heading_equal_saving"),
    "proportional": say("fair.heading_proportional"),
}
_MEANINGS: Mapping[FairColumn, Callable[[str], Message]] = {
    "bill": lambda name: say("fair.is_bill", column=name),
    "alone": lambda name: say("fair.is_alone", column=name),
    "saving": lambda name: say("fair.is_saving", column=name),
    "adds": lambda name: say("fair.is_adds", column=name),
    "shapley": lambda name: say("fair.is_shapley", column=name),
    "nucleolus": lambda name: say("fair.is_nucleolus", column=name),
    "scrb": lambda name: say("fair.is_scrb", column=name),
    "equal-saving": lambda name: say("fair.is_equal_saving", column=name),
    "proportional": lambda name: say("fair.is_proportional", column=name),
}


class FairPhrases:
    """The sentences, in a language."""

    def __init__(self, fairness: Fairness, names: Sequence[str], language: Language) -> None:
        self.fairness, self.names, self.language = fairness, names, language

    def heading(self, column: FairColumn) -> str:
        """What a column is called."""
        told = _HEADINGS.get(column)
        return self.language.column(column) if told is None else self.language.tell(told)

    def of_columns(self, columns: Sequence[FairColumn]) -> Iterator[str]:
        """What each column holds."""
        for column in columns:
            yield self.language.tell(_MEANINGS[column](self.heading(column)))

    def outcome(self, columns: Sequence[FairColumn]) -> Iterator[str]:
        """Who gains, who does not, what is possible at all, and what is not known."""
        if self.fairness.game.players == 1:
            yield self.language.say("fair.only_partner", name=self.names[0])
        elif self.fairness.reserved:
            yield from self._with_reserve()
        else:
            yield self._together()
        if self.fairness.has_bills:
            yield from self._alone()
            yield from self._groups()
        else:
            yield self.language.say("fair.no_costs")
        yield from self._possible()
        yield from self._lacking(columns)
        if not self.fairness.exact:
            yield self.language.say("fair.not_looked_at", most=MOST_PLAYERS)
            yield from self._not_known()

    def _money(self, units: int) -> str:
        statement = self.fairness.statement
        return self.language.money(statement.minor(units), statement.decimals, statement.currency)

    def _together(self) -> str:
        """What cooperation saves all together."""
        fairness, alone = self.fairness, sum(self.fairness.alone)
        amount = self._money(abs(fairness.total))
        together = say("fair.together_pay", amount=amount)
        if fairness.total < 0:
            together = say("fair.together_get", amount=amount)
        amount = self._money(abs(alone))
        apart = say("fair.apart_pay", amount=amount)
        if alone < 0:
            apart = say("fair.apart_get", amount=amount)
        saved = self._money(abs(fairness.saved))
        if fairness.saved < 0:
            told = say("fair.costs_more", together=together, apart=apart, more=saved)
        elif not fairness.saved:
            told = say("fair.saves_nothing", together=together)
        elif fairness.total < 0:
            told = say("fair.brings", together=together, apart=apart, saved=saved)
        else:
            told = say("fair.saves", together=together, apart=apart, saved=saved)
        return self.language.tell(told)

    def _with_reserve(self) -> Iterator[str]:
        """What the network costs, what the partners pay of it, and what that saves them."""
        fairness, reserve = self.fairness, self.fairness.reserved
        paid, alone = fairness.total - reserve, sum(fairness.alone)
        total, bills, rest = map(self._money, (fairness.total, paid, abs(reserve)))
        told = say("fair.from_reserve", total=total, paid=bills, reserve=rest)
        if reserve < 0:
            told = say("fair.into_reserve", total=total, paid=bills, reserve=rest)
        yield self.language.tell(told)
        apart, difference = self._money(alone), self._money(abs(alone - paid))
        if alone > paid:
            yield self.language.say("fair.partners_less", apart=apart, saved=difference)
        elif alone < paid:
            yield self.language.say("fair.partners_more", apart=apart, more=difference)
        else:
            yield self.language.say("fair.partners_alike")

    def _alone(self) -> Iterator[str]:
        if self.fairness.game.players == 1:
            return
        saving = self.fairness.saving or ()
        worse = self.fairness.better_alone
        for at in worse:
            yield self.language.say(
                "fair.pays_more_than_alone", name=self.names[at], more=self._money(-saving[at])
            )
        if not worse:
            yield self.language.say("fair.nobody_alone")

    def _groups(self) -> Iterator[str]:
        groups = self.fairness.better_together
        for group in groups[:_TOLD]:
            yield self.language.say(
                "fair.group_pays_more",
                names=self._named(group.players),
                more=self._money(group.gain),
            )
        if groups[_TOLD:]:
            count = self.fairness.better_number - _TOLD
            yield self.language.say("fair.more_groups", count=count)
        if groups or self.fairness.game.players <= len(("one", "other")):
            return
        if self.fairness.exact:
            yield self.language.say("fair.no_group_gains")
        else:
            yield self.language.say("fair.no_group_looked_at")

    def _named(self, players: Sequence[int]) -> str:
        """Who is in a group; of nearly all of many, who is not."""
        gone = [at for at in range(len(self.names)) if at not in players]
        if len(self.names) > MOST_PLAYERS and len(gone) < len(players):
            names = self.language.listed([self.names[at] for at in gone])
            return self.language.say("fair.all_but", names=names)
        return self.language.listed([self.names[at] for at in players])

    def _possible(self) -> Iterator[str]:
        fairness = self.fairness
        if fairness.game.players == 1:
            return
        if fairness.core is not None:
            yield self.language.tell(say("fair.core") if fairness.core else say("fair.no_core"))
        if fairness.concave:
            yield self.language.say("fair.concave")
        elif fairness.subadditive:
            yield self.language.say("fair.subadditive")
        elif fairness.subadditive is False:
            yield self.language.say("fair.not_subadditive")
            yield from self._split()

    def _split(self) -> Iterator[str]:
        """A group that would do better as two."""
        split = self.fairness.split
        if split is not None:
            one, other = map(self._named, split)
            yield self.language.say("fair.for_instance", one=one, other=other)
        if self.fairness.stable:
            yield self.language.say("fair.still_stable")

    def _not_known(self) -> Iterator[str]:
        """What the groups that were looked at do not decide."""
        if self.fairness.core is None:
            yield self.language.say("fair.core_not_known")
        if self.fairness.subadditive is None:
            yield self.language.say("fair.subadditive_not_known")
        if self.fairness.concave is None:
            yield self.language.say("fair.concave_not_known")

    def _lacking(self, columns: Sequence[FairColumn]) -> Iterator[str]:
        """Why a column has no figures."""
        lacking = [each for each in columns if self.fairness.columns[each] is None]
        if "shapley" in lacking:
            yield self.language.say("fair.no_shapley", most=MOST_PLAYERS)
        if "nucleolus" in lacking:
            yield self.language.say("fair.no_nucleolus", most=MOST_PLAYERS)
        if "scrb" in lacking:
            yield self.language.say("fair.no_scrb")
        if "proportional" in lacking:
            name = self.heading("proportional")
            yield self.language.say("fair.no_proportional", column=name)
