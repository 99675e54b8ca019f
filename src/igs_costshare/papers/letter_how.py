"""How a figure of a letter arises, in few words that come to the whole of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.documents.explanation import StepTeller
from igs_costshare.explaining.operands import Counted, said
from igs_costshare.explaining.steps import Step
from igs_costshare.messages import Money, Percent, Place
from igs_costshare.sharing.exact import total_of
from igs_costshare.sharing.presence import ONE
from igs_costshare.sharing.rule import PARTNERS
from igs_costshare.wording.cut import cut_at_word
from igs_costshare.wording.figures import written
from igs_costshare.wording.language import Language

_LONGEST = 240
"""Characters of a sentence that says a share: a longer one is read by nobody."""
_MOST_ADDED = 4
"""Amounts that are told one by one; those of more are told together."""
_MOST_PRICES = 8
"""Prices at which nights are told one by one."""
_HOMES = ("home_earns", "homes_earn")
_TERMS = ("days", "occupancy", "price")
"""What homes earn by."""
_ADDED = (
    *_HOMES,
    *("priced", "days_use"),
    *("due_fixed", "due_rate", "due_bracket", "due_class", "due_days"),
)
"""Steps whose amounts are added up; one of another kind goes on with what they come to."""


class How(NamedTuple):
    """The words for the steps of a statement."""

    language: Language
    currency: str

    def told(self, steps: Sequence[Step]) -> str:
        """The steps that lead to a figure."""
        stayed = [step for step in steps if step.kind == "stayed"]
        if stayed:
            return self._stayed(stayed)
        merged = [*_merged(steps)]
        added = [step for step in merged if step.kind in _ADDED]
        rest = [step for step in merged if step.kind not in _ADDED]
        told = [*map(self._sentence, added)]
        if len(added) > _MOST_ADDED:
            others = added[_MOST_ADDED - 1 :]
            amount = self._money(total_of(each.value or Fraction(0) for each in others))
            more = self.language.say("letter.and_others", count=len(others), amount=amount)
            told[_MOST_ADDED - 1 :] = [more]
        return self.language.joined([*told, *map(self._sentence, rest)])

    def _sentence(self, step: Step) -> str:
        """A step; its share is that of a column beside it, and is left out or rounded as there."""
        language, places = self.language, dict(step.operands)
        results = step.results
        if _alone(step):
            return language.say("letter.you_alone")
        if step.kind == "key":
            given = {name: said(places[name]) for name in ("figure", "total")}
            return language.say("letter.by_key", **given)
        if step.kind == "equal":
            return language.say("letter.in_equal_parts", members=said(places["members"]))
        if "share" not in results:
            return StepTeller(language, self.currency).step(step)
        message = step.message(results, self.currency)
        shown = {**dict(message.places), "share": _share(results["share"])}
        if step.kind == "combined":
            return cut_at_word(language.say("paper.combined", **shown), _LONGEST)
        return language.tell(message._replace(places=tuple(shown.items())))

    def _stayed(self, steps: Sequence[Step]) -> str:
        """The nights of a register at each price, in whatever home they were spent."""
        nights: dict[Fraction, Fraction] = {}
        for step in steps:
            price = step.operand("price")
            nights[price] = nights.get(price, Fraction(0)) + step.operand("days")
        amount = self._money(total_of(price * number for price, number in nights.items()))
        if len(nights) > _MOST_PRICES:
            days = _counted(steps[0], total_of(nights.values()))
            return self.language.say("letter.at_own_prices", days=days, amount=amount)
        terms = (
            self.language.say(
                "letter.nights_at", days=_counted(steps[0], number), price=self._money(price)
            )
            for price, number in sorted(nights.items())
        )
        return self.language.say("letter.comes_to", sum=" + ".join(terms), amount=amount)

    def _money(self, amount: Fraction) -> Money:
        return Money(amount, self.currency)


def _counted(step: Step, number: Fraction) -> Place:
    """So many nights, or days where the register counts those, as a step has them."""
    key = next(
        each.key for name, each in step.operands if name == "days" and isinstance(each, Counted)
    )
    return said(Counted(number, key))


def _merged(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps, of homes that earn the same in one."""
    alike: dict[tuple[Fraction, ...], list[Step]] = {}
    for step in steps:
        if step.kind in _HOMES:
            terms = tuple(step.operand(name) for name in _TERMS)
            alike.setdefault(terms, []).append(step)
    for same in alike.values():
        yield same[0] if len(same) == 1 else _together(same)
    yield from (step for step in steps if step.kind not in _HOMES)


def _together(same: Sequence[Step]) -> Step:
    """What several homes earn, each as much as another."""
    operands = dict(same[0].operands)
    homes = [dict(step.operands)["homes"] for step in same]
    number = total_of(each.number if isinstance(each, Counted) else ONE for each in homes)
    operands["homes"] = Counted(number, "units")
    return Step("homes_earn", tuple(operands.items()))


def _alone(step: Step) -> bool:
    """Whether a line is shared among one partner, which is the reader."""
    of = {"key": "total", "equal": "members"}.get(step.kind)
    return of is not None and dict(step.operands)[of] == Counted(ONE, PARTNERS)


def _share(share: Fraction) -> Percent:
    """A share as it is; one that never ends as the column beside it has it."""
    return Percent(share, 1 if written(share * 100).cut else None)
