"""Who still pays whom after a settlement, in sentences and in a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from igs_costshare.description.ids import ACCOUNT
from igs_costshare.documents.settlement_phrases import no_transfers, party
from igs_costshare.papers.blocks import Grid, Head, TableLine, strong
from igs_costshare.papers.closed import Closed
from igs_costshare.papers.counted import counted
from igs_costshare.papers.one_payer import got_parts, paid_parts, who_pays_whom
from igs_costshare.settling.settled import Transfer

_MOST_TOLD = 3
"""Transfers that are told one by one; of more the sums."""


def transfers_of(case: Closed) -> tuple[Transfer, ...]:
    """Those of the reader; all of them where the paper is for all."""
    return tuple(
        each for each in case.settled.transfers if case.own in (None, each.payer, each.taker)
    )


def passing(case: Closed) -> str:
    """What the reader still pays and gets, or who pays whom, as it is asked to decide."""
    if case.settled.way == "none":
        return _closed(case)
    mine = transfers_of(case)
    if not mine:
        return _even(case)
    if len(mine) > _MOST_TOLD:
        return " ".join(_sums(case, mine))
    if case.mine is None:
        return " ".join(_each(case, mine))
    return " ".join(_own(case, case.mine.name, mine, still=True))


def decided(case: Closed) -> str:
    """The same as it is decided."""
    if case.settled.way == "none":
        return case.pen.say("closing.nothing_passes")
    mine = transfers_of(case)
    if not mine:
        return _even(case)
    if case.mine is None:
        amount = case.final.pen.money(sum(each.amount for each in mine))
        return case.pen.say("closing.transfers_made", count=len(mine), amount=amount)
    if len(mine) > _MOST_TOLD:
        return " ".join(_sums(case, mine))
    return " ".join(_own(case, case.mine.name, mine, still=False))


def _closed(case: Closed) -> str:
    """With closed purses: that nothing passes, and who brought in how much more or less."""
    told = no_transfers(case.settled, case.language)
    if case.mine is None:
        return told
    headline = case.final.headline(case.mine.id, case.mine.name)
    return f"{told} {case.pen.say('paper.stop', text=headline)}"


def _even(case: Closed) -> str:
    if case.mine is None:
        return no_transfers(case.settled, case.language)
    return case.pen.say("closing.neither", name=case.mine.name)


def _each(case: Closed, transfers: Iterable[Transfer]) -> Iterator[str]:
    def bold(amount: int) -> str:
        return _bold(case, amount)

    return who_pays_whom(transfers, case.pen, lambda id: _name(case, id), bold)


def _own(case: Closed, name: str, transfers: Iterable[Transfer], *, still: bool) -> Iterator[str]:
    """What the reader pays and receives; not back, as it need not have paid anything.

    `still` says that it is to come yet, as a decision itself does not.
    """
    say = case.pen.say

    def named(id: str) -> str:
        return _name(case, id)

    def written(amount: int) -> str:
        return _bold(case, amount) if still else case.final.pen.money(amount)

    for pays, group in groupby(transfers, key=lambda each: each.payer == case.own):
        mine = [*group]
        if pays:
            parts = paid_parts(mine, case.pen, named, written)
            if still:
                yield say("closing.still_pays_each", name=name, parts=parts)
            else:
                yield say("closing.pays_each", name=name, parts=parts)
        else:
            parts = got_parts(mine, case.pen, named, written)
            if still:
                yield say("closing.still_gets_each", name=name, parts=parts)
            else:
                yield say("closing.receives_each", name=name, parts=parts)


def _sums(case: Closed, transfers: Sequence[Transfer]) -> Iterator[str]:
    """What passes through one party together; without such a one how much passes at all."""
    hub = case.own
    if hub is None and case.settled.way == "account":
        hub = case.holder
    if hub is None:
        amount = _bold(case, sum(each.amount for each in transfers))
        yield case.pen.say("closing.passes_in", count=len(transfers), amount=amount)
        return
    into = [each for each in transfers if each.taker == hub]
    out = [each for each in transfers if each.payer == hub]
    yield from _into(case, hub, into) if into[1:] else _alone(case, into)
    yield from _out(case, hub, out) if out[1:] else _alone(case, out)


def _alone(case: Closed, transfers: Sequence[Transfer]) -> Iterator[str]:
    """A single transfer; the reader is the subject of its own."""
    if case.mine is None:
        return _each(case, transfers)
    return _own(case, case.mine.name, transfers, still=True)


def _into(case: Closed, hub: str, transfers: Sequence[Transfer]) -> Iterator[str]:
    say, who = case.pen.say, _counted(case, [each.payer for each in transfers])
    amount = _bold(case, sum(each.amount for each in transfers))
    if hub == case.own:  # who reads it cannot decide that others pay
        yield say("closing.gets_of_many", who=who, amount=amount, name=_name(case, hub))
    elif hub == ACCOUNT:
        yield say("closing.many_pay_account", who=who, amount=amount)
    else:
        yield say("closing.many_pay", who=who, amount=amount, other=_name(case, hub))


def _out(case: Closed, hub: str, transfers: Sequence[Transfer]) -> Iterator[str]:
    say, who = case.pen.say, _counted(case, [each.taker for each in transfers])
    amount = _bold(case, sum(each.amount for each in transfers))
    if hub == ACCOUNT:
        yield say("closing.account_pays_many", who=who, amount=amount)
    else:
        yield say("closing.pays_many", who=who, amount=amount, name=_name(case, hub))


def _counted(case: Closed, ids: Sequence[str]) -> str:
    return counted(ids, case.settled, case.statement, case.pen)


def _bold(case: Closed, amount: int) -> str:
    return strong(case.final.pen.money(amount))


def _name(case: Closed, id: str) -> str:
    """A partner; the account has no name of its own."""
    return case.rows[id].name if id in case.rows else ""


def transfer_grid(case: Closed, most: int | None = None) -> Grid:
    """The transfers; of more than `most` the reader's own or else the largest, and the rest."""
    pen, language, all = case.final.pen, case.language, case.settled.transfers
    kept = set(all)
    if most is not None and len(all) > most:
        order = sorted(transfers_of(case) or all, key=lambda each: -each.amount)
        kept = set(order[:most])
    lines = []
    for each in all:
        if each in kept:
            names = (party(id, _name(case, id), language) for id in (each.payer, each.taker))
            own = case.own in (each.payer, each.taker)
            cells = (*names, pen.figure(each.amount))
            lines.append(TableLine(cells, "own" if own else "plain"))
    rest = [each.amount for each in all if each not in kept]
    if rest:
        named = pen.say("closing.other_transfers", count=len(rest))
        lines.append(TableLine((named, "", pen.figure(sum(rest)))))
    total = pen.figure(sum(each.amount for each in all))
    lines.append(TableLine((language.column("total"), "", total), "total"))
    heads = (
        Head(pen.say("settling.from"), right=False),
        Head(pen.say("settling.to"), right=False),
        Head(pen.say("settling.amount")),
    )
    return Grid(pen.say("closing.who_pays_whom"), heads, tuple(lines))
