"""From the budget and the settled statement to what each still has to pay or gets back.

Why `due` comes to 0, whoever paid what. `due` = bill + opening - paid - in kind - payments +
received, and each event of the year is posted so that it adds 0 to the sum of all `due`:

- A line of the statement. Its cells and what the reserve bears make its total (a
  `StatementLine` refuses to be made otherwise), and stand in `bill`: for an expense with +, for
  income with -. Through whose hands the money went adds up to the same total (`payers_add_up`
  refuses a table that does not), and stands in `paid` or `in_kind`, which count with -, or in
  `received`, which counts with +.
- A charge. Its one line has the total of the pool, which is the signed sum of the pool's lines
  (a `Pool` refuses to be made otherwise). Who paid or received those adds up to their totals.
- A day price that the partners pay has passed through nobody's hands yet: the owners get in
  `bill` what the others bear there, in two lines with the same total.
- An opening or a payment is posted for both of those between whom it stands, once with each sign.

What is of the account stands in its own row, or with a keeper in the keeper's: that moves postings
between rows, and leaves their sum as it is. Everything is a whole number of the smallest step of
rounded statements, so that nothing is rounded again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from igs_costshare.computing.engine import compute
from igs_costshare.computing.statement import Statement
from igs_costshare.description.ids import ACCOUNT
from igs_costshare.description.network import Network
from igs_costshare.description.settlement import Settlement, settled_scenario
from igs_costshare.errors import InputError
from igs_costshare.settling.held import (
    amounts_of,
    held_lines,
    in_minor,
    in_steps,
    network_of,
    payers_add_up,
)
from igs_costshare.settling.payments import net_bill, paid_between
from igs_costshare.settling.scenario import left_behind
from igs_costshare.settling.settled import (
    SIGNS,
    Billed,
    Course,
    Figure,
    Paid,
    Posting,
    Settled,
    SettledRow,
    Transfer,
)
from igs_costshare.settling.transfers import direct, through


def settle(budget: Network | Statement, settled: Network | Statement) -> Settled:
    """What each still has to pay (above 0) or gets back (below 0), by the settled statement.

    `budget` is the description as it stands, of which advances are a part; `settled` the same in
    the scenario that is settled, or as it stands. Amounts are whole numbers of 10^-decimals.
    Raises `InputError` where a table of payers does not add up in `settled`, or where it lacks a
    partner that the settlement needs.
    """
    planned, actual = _computed(budget), _computed(settled)
    problems = [*payers_add_up(actual), *left_behind(planned, actual)]
    if problems:
        raise InputError(problems)
    return _settled(planned, actual)


def _computed(side: Network | Statement) -> Statement:
    return side if isinstance(side, Statement) else compute(side)


def _settled(budget: Statement, actual: Statement) -> Settled:
    network = network_of(actual)
    decimals = max(budget.decimals, actual.decimals)
    settlement = network.settlement or Settlement()
    postings = (*_of_lines(actual, decimals), *paid_between(network, budget, decimals))
    sums = _sums(postings, settlement.account)
    bills = {row.id: net_bill(row, budget, decimals) for row in budget.partners}
    partners = tuple(
        _row(row.id, row.name, sums.get(row.id, {}), bills.get(row.id))._replace(nis=row.nis)
        for row in actual.partners
    )
    # Who is not there this year bears nothing, but may have something left to settle.
    partners += tuple(
        _row(id, each.name or id, sums[id], bills.get(id))._replace(nis=each.nis)
        for id, each in network.absent.items()
        if id in sums
    )
    account = None if settlement.account else _row(ACCOUNT, "", sums.get(ACCOUNT, {}))
    rows = (*partners, account) if account else partners
    total = {figure: sum(row.figure(figure) for row in rows) for figure in SIGNS}
    return Settled(
        title=actual.title,
        year=actual.year,
        currency=actual.currency,
        decimals=decimals,
        scenario=actual.scenario,
        partners=partners,
        account=account,
        total=_row("total", "", total),
        transfers=_transfers(settlement, {row.id: row.due for row in rows}),
        reserve=course_of(actual, decimals),
        way=settlement.transfers,
        postings=postings,
        keeper=settlement.account,
        bills=tuple(_billed(budget, actual, decimals)),
        is_actual=_is_actual(network_of(budget), actual),
        payments=tuple(_paid(network, postings)),
        warnings=actual.warnings,
    )


def _billed(budget: Statement, actual: Statement, decimals: int) -> Iterator[Billed]:
    """What each bears on either side."""
    budgeted = {row.id: net_bill(row, budget, decimals) for row in budget.partners}
    for row in actual.partners:
        yield Billed(row.id, row.name, budgeted.get(row.id), net_bill(row, actual, decimals))
    here = {row.id for row in actual.partners}
    for row in budget.partners:
        if row.id not in here:
            yield Billed(row.id, row.name, budgeted[row.id], None)


def _is_actual(base: Network, actual: Statement) -> bool:
    """Whether a statement is of the scenario that the description settles."""
    stated = None if base.settlement is None else base.settlement.scenario
    settled = settled_scenario(stated, base.scenario)
    return settled is not None and actual.scenario is not None and actual.scenario.id == settled


def _paid(network: Network, postings: tuple[Posting, ...]) -> Iterator[Paid]:
    """The payments in the order of the file, each with what its payers paid together."""
    for id, payment in network.payment.items():
        total = sum(
            posting.amount
            for posting in postings
            if posting.source == ("payment", id) and posting.other == payment.to
        )
        yield Paid(payment.label or id, payment.date, payment.part, total)


def _row(id: str, name: str, sums: Mapping[Figure, int], budgeted: int | None = None) -> SettledRow:
    return SettledRow(id, name, tuple(sums.get(figure, 0) for figure in SIGNS), budgeted)


def _sums(postings: tuple[Posting, ...], keeper: str | None) -> dict[str, dict[Figure, int]]:
    """Every figure of each row that has a posting."""
    sums: dict[str, dict[Figure, int]] = {}
    for posting in postings:
        row = keeper if keeper is not None and posting.holder == ACCOUNT else posting.holder
        figures = sums.setdefault(row, {})
        figures[posting.figure] = figures.get(posting.figure, 0) + posting.amount
    return sums


def _of_lines(statement: Statement, decimals: int) -> Iterator[Posting]:
    """What each bears of every line, and who paid, brought in or received it."""
    partners = tuple(row.id for row in statement.partners)
    lines, step = [*held_lines(statement, decimals)], in_steps(1, statement, decimals)
    paths = {str(line.path[-1]): line.path for line in lines}
    for line in statement.lines:
        sign = SIGNS["bill"] if line.kind == "expense" else -SIGNS["bill"]
        path = paths.get(line.id, (line.id,))
        for holder, units in zip((*partners, ACCOUNT), (*line.cells, line.reserve), strict=True):
            if units:
                yield Posting(path, holder, "bill", sign * step * units)
    for held in lines:
        for holder, amount in amounts_of(held, partners, decimals):
            if amount:
                yield Posting(held.path, holder, held.figure, amount)


def _transfers(settlement: Settlement, due: Mapping[str, int]) -> tuple[Transfer, ...]:
    match settlement.transfers:
        case "account":
            return through(settlement.account or ACCOUNT, due)
        case "direct":
            return direct(due)
        case "none":
            return ()
        case _:
            assert_never(settlement.transfers)


def course_of(statement: Statement, decimals: int) -> Course | None:
    """What the reserve does over the year, in 10^-decimals; without a charge nothing.

    None where the file has no `[reserve]`.
    """
    stated = network_of(statement).reserve
    if stated is None:
        return None
    borne = sum(line.reserve for line in statement.lines)
    return Course(in_minor(stated.opening, decimals), in_steps(-borne, statement, decimals))
