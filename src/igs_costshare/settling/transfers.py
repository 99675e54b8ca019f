"""Who pays whom, so that everybody has paid or got what is due.

`due` is what each still has to pay (above 0) or gets back (below 0), and comes to 0 together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from igs_costshare.settling.settled import Transfer

MOST_EXACT = 12
"""Parties up to which the fewest payments are looked for among all ways to group them."""


def through(holder: str, due: Mapping[str, int]) -> tuple[Transfer, ...]:
    """Each settles with who holds the account, in the order of the parties."""
    return tuple(
        Transfer(party, holder, amount) if amount > 0 else Transfer(holder, party, -amount)
        for party, amount in due.items()
        if amount and party != holder
    )


def direct(due: Mapping[str, int]) -> tuple[Transfer, ...]:
    """As few payments as possible among up to 12 parties; beyond, at most parties less one.

    Parties that balance among themselves need one payment less than they are many, and no way to
    pay needs fewer: whoever is linked by payments balances together. So the fewest payments are
    the parties less the largest number of groups that balance (T. Verhoeff, "Settling multiple
    debts efficiently", Informatics in Education 3 (2004) 105-126). Two that cancel exactly are
    always one of those groups in some best grouping: joining the groups that they are in, and
    taking the two apart, leaves as many groups as before.
    """
    left = {party: amount for party, amount in due.items() if amount}
    groups = [*_cancelling(left)]
    parties = list(left)
    if parties[MOST_EXACT:]:
        groups.append(parties)
    else:
        groups += _groups(parties, [left[party] for party in parties])
    place = {party: number for number, party in enumerate(due)}
    payments = [each for group in groups for each in _within({one: due[one] for one in group})]
    return tuple(sorted(payments, key=lambda each: (place[each.payer], place[each.taker])))


def _cancelling(left: dict[str, int]) -> Iterator[list[str]]:
    """Pairs that cancel exactly, taken out of what is left."""
    waiting: dict[int, list[str]] = {}
    for party, amount in list(left.items()):
        others = waiting.get(-amount)
        if others:
            other = others.pop(0)
            del left[other], left[party]
            yield [other, party]
        else:
            waiting.setdefault(amount, []).append(party)


def _groups(parties: Sequence[str], amounts: Sequence[int]) -> Iterator[list[str]]:
    """The parties in as many groups as can be that each come to 0.

    Over all sets of parties: one party is taken out at a time, and each time that what is left
    comes to 0, a group is whole.
    """
    sums = [0]
    for amount in amounts:
        sums += [total + amount for total in sums]
    most = [0] * len(sums)
    bits = [1 << place for place in range(len(amounts))]
    for taken in range(1, len(sums)):
        most[taken] = max(most[taken & ~bit] for bit in bits if taken & bit) + (not sums[taken])
    group: list[str] = []
    taken = len(sums) - 1
    while taken:
        whole = not sums[taken]
        if whole and group:
            yield group
            group = []
        place = next(
            place
            for place, bit in enumerate(bits)
            if taken & bit and most[taken & ~bit] + whole == most[taken]
        )
        group.append(parties[place])
        taken &= ~bits[place]
    if group:
        yield group


def _within(due: Mapping[str, int]) -> Iterator[Transfer]:
    """At most one payment less than there are parties: each payment brings one of them to 0.

    The largest debt goes to the largest claim first; among equals the order decides.
    """
    debts = sorted(((party, amount) for party, amount in due.items() if amount > 0), key=_size)
    claims = sorted(((party, -amount) for party, amount in due.items() if amount < 0), key=_size)
    while debts:
        (payer, owed), (taker, claimed) = debts.pop(0), claims.pop(0)
        paid = min(owed, claimed)
        yield Transfer(payer, taker, paid)
        if owed > paid:
            debts.insert(0, (payer, owed - paid))
        if claimed > paid:
            claims.insert(0, (taker, claimed - paid))


def _size(party: tuple[str, int]) -> int:
    return -party[1]
