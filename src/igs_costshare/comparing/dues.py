"""What changes between two settlements: each figure, and what caused the change of what is due.

`due` = bill + opening - paid - in kind - payments + received. The change of the bill has the causes
of the statements that are settled (a game, of which each cause gets its Shapley value). What was
paid, received or advanced moves its rows whatever else changes, so that each line, payment and
the openings are causes of their own, which are added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any, NamedTuple

from igs_costshare.comparing.cause import Cause
from igs_costshare.comparing.changes import Change
from igs_costshare.comparing.difference import Amounts, Difference, RowChange, Side, diff
from igs_costshare.comparing.sequences import merged
from igs_costshare.description.ids import ACCOUNT, EACH
from igs_costshare.description.network import Network
from igs_costshare.description.settlement import Payment, Settlement
from igs_costshare.errors import Path
from igs_costshare.settling.dues import Dues, dues_of
from igs_costshare.settling.settled import SIGNS, Posting, Settled

KEEPER: Path = ("settlement", "account")
"""The path of the cause that another keeps the account."""
_OPENING: Path = ("settlement", "opening")


class Settling(NamedTuple):
    """One side: the network that is settled, and its settlement."""

    network: Network
    settled: Settled


_Row = Callable[[str], str | None]
"""The row that a holder stands in; None for what one cause tells altogether."""
_Parts = Mapping[str, int]
"""What a cause brings into what is due, by row."""


def due_difference(a: Settling, b: Settling, most: int | None = None) -> Difference:
    """What changes from one settlement to another, with the causes of what is due.

    Of the bill `most` of them, as in `diff`.

    Raises `InputError` where they are in different currencies.
    """
    between = diff(a.network, b.network, most=most).in_steps_shown()
    found = changed_dues(between, dues_of(a.settled), dues_of(b.settled))
    wider = 10 ** (found.decimals - between.decimals)
    row_of = _row_of(a.settled, b.settled)
    passing = [*_passing(a, b, row_of, found.decimals), *_kept(a, b, found.decimals)]
    causes = between.causes or ()
    bills = {row.id: row.causes for row in between.partners}
    at, nothing = row_of(ACCOUNT), (0,) * len(causes)
    if between.reserve is not None and at is not None:
        parts = zip(bills.get(at, nothing), between.reserve.causes, strict=True)
        bills[at] = tuple(map(sum, parts))

    def caused(row: RowChange) -> RowChange:
        of_bill = (-wider * part for part in bills.get(row.id, nothing))
        return row._replace(causes=(*of_bill, *(parts.get(row.id, 0) for _, parts in passing)))

    partners = tuple(map(caused, found.partners))
    account = found.reserve and caused(found.reserve)
    parts_of = zip(*(row.causes for row in (*partners, *filter(None, [account]))), strict=True)
    return found._replace(
        causes=(*causes, *(cause for cause, _ in passing)),
        names={**between.names, **_payments(a.network), **_payments(b.network)},
        partners=partners,
        reserve=account,
        total=found.total._replace(causes=tuple(map(sum, parts_of))),
    )


def changed_dues(between: Difference, a: Dues, b: Dues) -> Difference:
    """The change of every figure of two settlements, without causes.

    `between` is the difference of the statements that are settled.
    """
    decimals = max(between.decimals, a.decimals, b.decimals)
    ours, theirs = _columns(a, decimals), _columns(b, decimals)
    names = {row.id: row.name for row in (*a.partners, *b.partners)}
    codes = {row.id: row.nis for row in (*a.partners, *b.partners) if row.nis}
    figures = [*SIGNS, "due"]

    def row(id: str) -> RowChange:
        one, other = ours.get(id), theirs.get(id)
        columns = {
            figure: Amounts(
                None if one is None else one[figure], None if other is None else other[figure]
            )
            for figure in figures
        }
        side: Side = "a" if other is None else "b" if one is None else "both"
        return RowChange(id, names.get(id, ""), side, columns, nis=codes.get(id))

    ids = merged([each.id for each in a.partners], [each.id for each in b.partners])
    return between._replace(
        unit=Decimal(1).scaleb(-decimals),
        decimals=decimals,
        causes=None,
        partners=tuple(map(row, ids)),
        reserve=row(ACCOUNT) if ACCOUNT in (*ours, *theirs) else None,
        total=row("total"),
        figure="due",
    )


def _columns(side: Dues, decimals: int) -> Mapping[str, Mapping[str, int]]:
    """Every figure of each row, in 10^-decimals."""
    wider = 10 ** (decimals - side.decimals)
    rows = (*side.partners, *filter(None, [side.account]), side.total)
    return {
        row.id: {figure: wider * amount for figure, amount in row.columns.items()} for row in rows
    }


def _row_of(a: Settled, b: Settled) -> _Row:
    """In which row a holder stands; the account in none where another keeps it."""
    if a.keeper != b.keeper:
        return lambda holder: None if holder == ACCOUNT else holder
    keeper = a.keeper or ACCOUNT
    return lambda holder: keeper if holder == ACCOUNT else holder


def _passing(
    a: Settling, b: Settling, row_of: _Row, decimals: int
) -> Iterator[tuple[Cause, _Parts]]:
    """Each line, payment and opening that passed otherwise, with what it brings, by its path."""
    ours, theirs = (_by_source(side.settled, row_of, decimals) for side in (a, b))
    for source in sorted({*ours, *theirs}, key=lambda path: [*map(str, path)]):
        one, other = ours.get(source, {}), theirs.get(source, {})
        if one != other:
            parts: dict[str, int] = {}
            for sign, amounts in ((-1, one), (1, other)):
                for (row, figure), amount in amounts.items():
                    parts[row] = parts.get(row, 0) + sign * SIGNS[figure] * amount
            networks = a.network, b.network
            if source[0] == "payment":
                yield (
                    _of_payment(source, *(each.payment.get(str(source[1])) for each in networks)),
                    parts,
                )
            else:
                yield _of_line(source, networks, (one, other), decimals), parts


def _of_line(
    source: Path, networks: Iterable[Network], passed: Sequence[dict[Any, int]], decimals: int
) -> Cause:
    """What differs of a line, or of the openings: who paid, in what, or how much that was."""
    stated = [_stated(each, source) for each in networks]
    figures = [{figure for _, figure in each} for each in passed]
    path = _field(source, {*chain(*figures)})
    if stated[0] == stated[1] and figures[0] | figures[1] == {"paid", "in_kind"}:
        said = ("true" if "in_kind" in each else "false" for each in figures)
        return _cause((*source, "in_kind"), *said)
    if stated[0] == stated[1] and isinstance(stated[0], str):
        euros = [Decimal(sum(each.values())).scaleb(-decimals) for each in passed]
        stated = [{stated[0]: each} for each in euros]
    return _cause(path, *stated)


def _by_source(settled: Settled, row_of: _Row, decimals: int) -> dict[Path, dict[Any, int]]:
    """What passed by line, payment and opening: the amount of each row and figure."""
    wider = 10 ** (decimals - settled.decimals)
    sources: dict[Path, dict[Any, int]] = {}
    for posting in settled.postings:
        row = row_of(posting.holder)
        if posting.figure != "bill" and row is not None:
            amounts = sources.setdefault(posting.source, {})
            place = row, posting.figure
            amounts[place] = amounts.get(place, 0) + wider * posting.amount
    return sources


def _kept(a: Settling, b: Settling, decimals: int) -> Iterator[tuple[Cause, _Parts]]:
    """That another keeps the account, with all that is of the account on either side."""
    if a.settled.keeper == b.settled.keeper:
        return
    parts: dict[str, int] = {}
    for sign, side in ((-1, a.settled), (1, b.settled)):
        row, wider = side.keeper or ACCOUNT, sign * 10 ** (decimals - side.decimals)
        parts[row] = wider * sum(_due(each) for each in side.postings if each.holder == ACCOUNT)
    yield _cause(KEEPER, *(side.settled.keeper or ACCOUNT for side in (a, b))), parts


def _due(posting: Posting) -> int:
    """What a posting brings into what is due."""
    return SIGNS[posting.figure] * posting.amount


def _cause(path: Path, a: Any, b: Any) -> Cause:
    return Cause(path, (Change(path, a, b),))


def _of_payment(source: Path, a: Payment | None, b: Payment | None) -> Cause:
    """The field of a payment, where one alone differs and stands on both sides; else all of it."""
    fields = ("to", "part", "amounts")
    differing = [each for each in fields if getattr(a, each, None) != getattr(b, each, None)]
    if a is not None and b is not None and len(differing) == 1:
        (field,) = differing
        return _cause((*source, field), getattr(a, field), getattr(b, field))
    return _cause(source, a, b)


def _field(source: Path, figures: set[str]) -> Path:
    """Where the file says who paid or received a line; the openings as they are."""
    if source == _OPENING:
        return source
    if "received" in figures:
        return (*source, "received_by")
    return (*source, "paid_by" if "paid" in figures else "in_kind")


def _stated(network: Network, source: Path) -> Any:
    """Who paid or received a line, or the openings; None where it does not stand."""
    if source == _OPENING:
        return (network.settlement or Settlement()).opening or None
    entry: Any = network.day_price
    if source[1:]:
        entry = getattr(network, str(source[0])).get(source[1])
    if entry is None:
        return None
    if source[0] == "cost":
        return entry.paid_by or ACCOUNT
    return entry.received_by or (ACCOUNT if source[1:] else EACH)


def _payments(network: Network) -> dict[Path, str]:
    return {("payment", id): network.called("payment", id) for id in network.payment}
