"""What happens in a year of a plan, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias, assert_never

from igs_costshare.comparing.cause import cause_of
from igs_costshare.comparing.changes import Change
from igs_costshare.documents.cause_phrases import PhraseTeller
from igs_costshare.messages import Message, Money, Percent, say
from igs_costshare.planning.event import (
    Capped,
    Changed,
    Ending,
    Event,
    Joined,
    Left,
    Merged,
    Removed,
    Rising,
    Stepped,
    Turned,
    Whole,
    YearEvents,
)
from igs_costshare.settling.settled import Course
from igs_costshare.wording.language import Language

_OfPartner: TypeAlias = Left | Joined | Whole | Ending | Merged
_Told: TypeAlias = _OfPartner | Turned | Capped | Rising | Stepped
_MOST_NAMES = 4
"""Partners that are named one by one."""
_PHRASED = ("partner", "unit", "cost", "subsidy", "revenue", "contribution", "fte", "day_price")
"""Tables whose changes have words of their own."""


class EventTeller:
    """Events in the words of a language, with what entries are called."""

    def __init__(self, currency: str, language: Language) -> None:
        self.currency, self.language = currency, language

    def line(self, year: YearEvents) -> str:
        """All that happened in a year, in one line: `2028: CAW leaves; index 2 %`."""
        told, *others = map(self.told, year.events)
        for each in others:
            told = self.language.say("plan.also", first=told, also=each)
        named = str(year.year) if year.label is None else f"{year.year} ({year.label})"
        return self.language.say("value.labelled", label=named, text=told)

    def told(self, event: Event) -> str:
        """One event."""
        match event:
            case Removed():
                return self._changed(Change(event.place, "", None), event.name)
            case Changed():
                return self._changed(Change(event.place, event.a, event.b), event.name)
            case _:
                return self.language.tell(self._message(event))

    def _message(self, event: _Told) -> Message:
        match event:
            case Left() | Joined() | Whole() | Ending() | Merged():
                return self._of_partner(event)
            case Turned() if event.line:
                return say("plan.turn_of_line", name=event.name, line=event.line)
            case Turned():
                return say("plan.turn", name=event.name)
            case Capped():
                return self._capped(event)
            case Rising():
                return _rising(event)
            case Stepped():
                return say("plan.stepped", count=event.number)
            case _:
                assert_never(event)

    def _of_partner(self, event: _OfPartner) -> Message:
        """Who came, went or became one."""
        match event:
            case Left():
                return say("plan.left", name=event.name)
            case Joined() if event.since is not None:
                return say("plan.joined_on", name=event.name, day=event.since)
            case Joined():
                return say("plan.joined", name=event.name)
            case Whole():
                return say("plan.first_full_year", name=event.name)
            case Ending():
                return say("plan.ending", name=event.name, day=event.until)
            case Merged():
                names = self._names(event.members)
                return say("plan.merged", names=names, name=event.name)
            case _:
                assert_never(event)

    def _names(self, names: Sequence[str]) -> str | Message:
        """Names one by one, or how many there are."""
        if len(names) > _MOST_NAMES:
            return say("plan.partners", number=len(names))
        return self.language.listed(names)

    def _capped(self, event: Capped) -> Message:
        names, count = self._names(event.names), len(event.names)
        if event.field == "max_rise":
            return say("plan.capped_rise", names=names, count=count)
        return say("plan.capped", names=names, count=count)

    def _opening(self, change: Change) -> Message:
        """With what the reserve opens, and what the year before had left of it."""
        opening = Money(change.b, self.currency)
        if change.a is None:
            return say("plan.reserve_opens", opening=opening)
        return say("plan.reserve_reopens", opening=opening, closing=Money(change.a, self.currency))

    def _changed(self, change: Change, name: str) -> str:
        """A change as `diff` tells it; one without words by its path."""
        path = change.path
        if path == ("reserve", "opening"):
            return self.language.tell(self._opening(change))
        if path[0] not in _PHRASED:
            return self.language.say("value.quoted", text=".".join(map(str, path)))
        names = {path[:2]: name or str(path[-1])}
        return PhraseTeller(names, self.currency, self.language).phrase(cause_of((change,)))


def _rising(event: Rising) -> Message:
    """By how much an index raises: one part, or from the smallest to the largest."""
    least, most = Percent(event.least), Percent(event.most)
    if event.least == event.most:
        if event.figures:
            return say("plan.figures_rise", part=least)
        return say("plan.index", part=least)
    if event.figures:
        return say("plan.figures_rise_apart", count=event.number, least=least, most=most)
    return say("plan.index_apart", count=event.number, least=least, most=most)


def reserve_line(year: int | None, course: Course, money: Sequence[str], language: Language) -> str:
    """What the reserve does in a year; `money` is what it opens and closes with, and the change."""
    opening, change, closing = money
    if course.change > 0:
        told = language.say("plan.reserve_gets", opening=opening, amount=change, closing=closing)
    elif course.change < 0:
        told = language.say("plan.reserve_gives", opening=opening, amount=change, closing=closing)
    else:
        told = language.say("plan.reserve_rests", opening=opening)
    if course.closing < 0:
        told = language.say("plan.reserve_short", told=told)
    return told if year is None else language.say("value.labelled", label=str(year), text=told)
