"""Transfers in sentences: those that follow one another of one payer, or taker, are one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from igs_costshare.description.ids import ACCOUNT
from igs_costshare.documents.settlement_phrases import transfer_sentence
from igs_costshare.papers.pen import Pen
from igs_costshare.settling.settled import Transfer
from igs_costshare.wording.language import capital

Named = Callable[[str], str]
"""What a partner is called; empty for the account."""
Written = Callable[[int], str]
"""An amount in a sentence."""


def who_pays_whom(
    transfers: Iterable[Transfer], pen: Pen, named: Named, written: Written
) -> Iterator[str]:
    """A sentence for each payer, with all that it pays."""
    for payer, group in groupby(transfers, key=lambda each: each.payer):
        mine = [*group]
        if not mine[1:]:
            taker, amount = named(mine[0].taker), written(mine[0].amount)
            yield transfer_sentence(named(payer), taker, amount, pen.language)
            continue
        name = named(payer) or capital(pen.say("closing.with_account"))
        yield pen.say("closing.pays_each", name=name, parts=paid_parts(mine, pen, named, written))


def paid_parts(transfers: Sequence[Transfer], pen: Pen, named: Named, written: Written) -> str:
    """How much goes to whom: `€ 2.130,00 aan Stad en € 225,00 aan Bosrijk`."""
    parts = []
    for each in transfers:
        amount = written(each.amount)
        if each.taker == ACCOUNT:
            parts.append(pen.say("closing.part_to_account", amount=amount))
        else:
            parts.append(pen.say("closing.part_to", amount=amount, other=named(each.taker)))
    return pen.language.listed(parts)


def got_parts(transfers: Sequence[Transfer], pen: Pen, named: Named, written: Written) -> str:
    """How much comes from whom."""
    parts = []
    for each in transfers:
        amount = written(each.amount)
        if each.payer == ACCOUNT:
            parts.append(pen.say("closing.part_of_account", amount=amount))
        else:
            parts.append(pen.say("closing.part_of", amount=amount, other=named(each.payer)))
    return pen.language.listed(parts)
