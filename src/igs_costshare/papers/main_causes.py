"""Why a bill changes, in a sentence: the one cause that does most of it, or the largest ones."""

from __future__ import annotations

from functools import reduce
from typing import NamedTuple

from igs_costshare.comparing.cause import Cause
from igs_costshare.papers.case import Before, Case
from igs_costshare.papers.naming import cause_name

_MOST = 3
"""Causes that a sentence names."""
_STAYS = ("stays",)
"""A register of what really happened in the homes, of which no figures are told."""
_LINES = ("cost", "subsidy", "revenue")


class _Part(NamedTuple):
    """A cause with what it adds to what is paid."""

    cause: Cause
    amount: int


def cause_of_change(case: Case, *, own: bool) -> str:
    """Why that is so, in a sentence; empty where it is not known, or nothing changes.

    One cause is the main one only where it does more than all others together, whichever way they
    work; else the largest are named with their amounts.
    """
    before = case.before
    if before is None or before.difference.causes is None:
        return ""
    mine = case.mine if own else None
    if mine is not None and mine.before is None:
        return ""
    amounts = [sum(each) for each in zip(*(s.causes for s in case.standings), strict=True)]
    amounts = amounts if mine is None else list(mine.causes)
    if not sum(amounts):
        return ""
    causes = zip(before.difference.causes, amounts, strict=True)
    parts = sorted((_Part(*each) for each in causes if each[1]), key=lambda each: -abs(each.amount))
    first = parts[0]
    if len(parts) == 1 or 2 * abs(first.amount) > sum(abs(each.amount) for each in parts):
        return _one(case, before, first.cause, alone=len(parts) == 1)
    return _several(case, before, parts, own=own)


def _one(case: Case, before: Before, cause: Cause, *, alone: bool) -> str:
    """The only cause, or the main one."""
    say = case.pen.say
    if cause.path == _STAYS:
        return say("paper.because_stays") if alone else say("paper.mostly_stays")
    line = _line(case, before, cause)
    if line:
        return (
            say("paper.because_line", line=line) if alone else say("paper.mostly_line", line=line)
        )
    told = cause_name(before, cause, case.pen)
    return say("paper.because", cause=told) if alone else say("paper.mostly", cause=told)


def _several(case: Case, before: Before, parts: list[_Part], *, own: bool) -> str:
    """The largest with their amounts, those that work the other way behind them.

    Of those that do as much as the first that is left out none is among the largest.
    """
    named = parts[:_MOST]
    if parts[_MOST:]:
        named = [each for each in named if abs(each.amount) > abs(parts[_MOST].amount)]
    if not named:
        return ""
    change = sum(each.amount for each in parts)
    ahead = [each for each in named if each.amount * change > 0]
    behind = [each for each in named if each.amount * change < 0]
    if not ahead:
        ahead, behind = behind, []
    say = case.pen.say
    told = _listed(case, before, ahead, own=own)
    if behind:
        told = say("paper.against", causes=told, others=_listed(case, before, behind, own=own))
    if len(named) == len(parts):
        return say("paper.the_causes", causes=told)
    return say("paper.largest_causes", causes=told)


def _listed(case: Case, before: Before, parts: list[_Part], *, own: bool) -> str:
    say = case.pen.say
    told = [_told(case, before, each, own=own) for each in parts]
    return reduce(lambda first, next: say("paper.and_cause", first=first, next=next), told)


def _told(case: Case, before: Before, part: _Part, *, own: bool) -> str:
    """A cause with how much more or less it makes what the sentence before it speaks of."""
    say, mine = case.pen.say, case.mine if own else None
    now, was = (case.bill, case.bill_before) if mine is None else (mine.bill, mine.before)
    now, was = now or 0, was or 0
    cause = _line(case, before, part.cause) or cause_name(before, part.cause, case.pen)
    places = {"cause": cause, "amount": case.pen.money(abs(part.amount))}
    if now * was <= 0:  # one of both is received: more of what would not be told
        if part.amount > 0:
            return say("paper.cause_bears_more", **places)
        return say("paper.cause_bears_less", **places)
    if (part.amount > 0) == (now > 0):
        return say("paper.cause_more", **places)
    return say("paper.cause_less", **places)


def _line(case: Case, before: Before, cause: Cause) -> str:
    """What a line is called in a sentence that came or went as a whole; empty for any other."""
    sole = cause.sole
    if sole is None or not sole.is_entry or cause.path != sole.path or cause.path[0] not in _LINES:
        return ""
    name = before.difference.names[cause.path]
    if sole.a is None:
        return case.pen.say("paper.new_line", name=name)
    return case.pen.say("paper.line_gone", name=name)
