"""What can be computed but deserves a look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import compress

from igs_costshare.description.contributions import Agreed, Mixed, Variable
from igs_costshare.description.numbers import as_in_file, holds, may_be_thousands, numbers_of
from igs_costshare.description.numerals import THOUSANDTH, Thousands
from igs_costshare.description.places import lines, models
from igs_costshare.description.settlement import Settlement
from igs_costshare.description.unseen import as_read
from igs_costshare.description.values import PERCENT, exact_sum
from igs_costshare.errors import Path, Problem, clipped, dotted
from igs_costshare.messages import Message, Money, Percent, Toml, say
from igs_costshare.sharing.apportionment import Apportionment
from igs_costshare.sharing.homes import partners_pay, some_home_earns
from igs_costshare.sharing.rule import USE, Rate, charge_of


def point_for_thousands(apportionment: Apportionment) -> Iterator[Problem]:
    """A number with exactly three decimals was perhaps meant in thousands."""
    network = apportionment.network
    if network.rounding.unit == THOUSANDTH or not holds(network, Thousands):
        return
    for path, number in numbers_of(network):
        if isinstance(number, Thousands) and may_be_thousands(path):
            yield Problem(
                say("sharing.point_for_thousands", number=str(number), shortest=number),
                as_in_file(path),
                say("sharing.write_thousands", thousands=number.in_thousands),
                severity="warning",
            )


def prices_of_nothing(apportionment: Apportionment) -> Iterator[Problem]:
    """A price for each one of a key that nobody has any of brings nothing."""
    budget = apportionment.budget
    for path, line in lines(apportionment.network):
        if line.per is not None and budget.price(line) and not budget.quantity(line):
            key = str(line.per_key)
            bears = path[0] == "cost"
            yield _by_zero_key(
                say("sharing.nobody_bears", key=key)
                if bears
                else say("sharing.nobody_receives", key=key),
                (*path, "per"),
            )


def rates_of_nothing(apportionment: Apportionment) -> Iterator[Problem]:
    """A rate by a key that nobody has any of brings nothing."""
    figures = apportionment.budget.figures
    for path, model, part in models(apportionment.network):
        if not isinstance(model, Variable | Mixed) or model.rate is None:
            continue
        for rate in charge_of(model).rates:
            having = compress(figures[rate.key].numerators, part)
            if _counts_from_0(rate) and not any(having):
                message = say("sharing.nobody_pays", key=rate.key)
                yield _by_zero_key(message, (*path, "rate", rate.key))


def _counts_from_0(rate: Rate) -> bool:
    """Whether a partner pays something as soon as it has a figure, and nothing before."""
    if rate.price is not None:
        return rate.price > 0
    return not rate.steps[0].amount and any(each.price or each.amount for each in rate.steps)


def _by_zero_key(message: Message, path: Path) -> Problem:
    return Problem(message, path, say("sharing.give_figures"), severity="warning")


def indices_in_percent(apportionment: Apportionment) -> Iterator[Problem]:
    """An index of 1 or more doubles its numbers: it was perhaps meant in percent."""
    plan = apportionment.network.plan
    for path, stated in () if plan is None else plan.index.items():
        place: Path = ("plan", "index", path)
        by_year = stated if isinstance(stated, dict) else {"": stated}
        for year, index in by_year.items():
            if index >= 1:
                meant = (index / PERCENT).normalize()
                yield Problem(
                    say("plan.index_large", number=Toml(index), rise=Percent(index)),
                    (*place, year) if year else place,
                    say("plan.index_part", part=Toml(meant), meant=Percent(meant)),
                    severity="warning",
                )


def scaled_shares(apportionment: Apportionment) -> Iterator[Problem]:
    """Agreed percentages that make nearly 100 are scaled."""
    for path, model, _ in models(apportionment.network):
        if isinstance(model, Agreed):
            total = exact_sum(model.shares.values())
            if total != PERCENT:
                yield Problem(
                    say("sharing.shares_scaled", total=total),
                    (*path, "shares"),
                    severity="warning",
                )


def thresholds_not_met(apportionment: Apportionment) -> Iterator[Problem]:
    """A subsidy pays nothing where those who take part count for less than it requires."""
    for id, grant in apportionment.budget.grants.items():
        for each in grant.thresholds:
            if not each.met:
                message = say(
                    "sharing.threshold_not_met",
                    key=each.key,
                    counted=each.counted,
                    least=each.least,
                )
                yield Problem(message, ("subsidy", id, "requires", each.key), severity="warning")


def rises_of_nobody(apportionment: Apportionment) -> Iterator[Problem]:
    """A cap on the rise holds nobody of whom no contribution of the year before is known."""
    network = apportionment.network
    model = network.contribution
    if model is None or model.max_rise is None or network.plan is not None:
        return
    if not model.previous and model.carried is None:
        path = ("contribution", "max_rise")
        yield Problem(
            say("sharing.rise_of_nobody"),
            path,
            say("sharing.state_previous"),
            severity="warning",
        )


def nothing_to_pay(apportionment: Apportionment) -> Iterator[Problem]:
    """`paid_by` has no effect where the homes earn nothing."""
    network = apportionment.network
    if partners_pay(network) and not some_home_earns(network):
        yield Problem(
            say("sharing.nothing_to_pay"),
            ("day_price", "paid_by"),
            severity="warning",
        )


def entries_of_one_name(apportionment: Apportionment) -> Iterator[Problem]:
    """Rows, columns, homes and scenarios can be told apart by their names."""
    for field, tables in _NAMED_TOGETHER:
        first: dict[str, Path] = {}
        for table in tables:
            for id, entry in getattr(apportionment.network, table).items():
                name = getattr(entry, field) or id
                other = first.setdefault(as_read(name), (table, id))
                if other != (table, id):
                    yield Problem(
                        say("sharing.same_name", other=dotted(other), name=clipped(name)),
                        (table, id, field),
                        say("sharing.give_other_name", field=field),
                        severity="warning",
                    )


_NAMED_TOGETHER = (
    ("name", ("partner",)),
    ("name", ("unit",)),
    ("label", ("cost", "subsidy", "revenue")),
    ("label", ("scenario",)),
)
"""The field that holds a name, and the tables whose entries stand side by side on paper."""


def opening_of_the_keeper(apportionment: Apportionment) -> Iterator[Problem]:
    """Who keeps the account settles last year's rest with nobody."""
    settlement = apportionment.network.settlement or Settlement()
    keeper = settlement.account
    if keeper is not None and settlement.opening.get(keeper):
        yield Problem(
            say("settling.own_opening"),
            ("settlement", "opening", keeper),
            say("settling.leave_out"),
            severity="warning",
        )


def payments_of_another_year(apportionment: Apportionment) -> Iterator[Problem]:
    """What was paid on a day of another year counts in this one all the same."""
    network = apportionment.network
    for id, payment in network.payment.items():
        if payment.date is not None and network.year not in (None, payment.date.year):
            yield Problem(
                say("settling.other_year", date=payment.date, year=str(network.year)),
                ("payment", id, "date"),
                say("settling.which_year"),
                severity="warning",
            )


def use_and_income_far_apart(apportionment: Apportionment) -> Iterator[Problem]:
    """Partners that pay the planned income of the homes do not pay far from what they use."""
    network = apportionment.network
    if not partners_pay(network):
        return
    use, income = apportionment.budget.figures[USE], sum(apportionment.home_incomes or [])
    planned = Fraction(sum(use.numerators), use.denominator)
    if planned and income and min(planned, income) < _CLOSE * max(planned, income):
        yield Problem(
            say(
                "sharing.use_far_from_income",
                use=Money(planned, network.currency),
                income=Money(income, network.currency),
            ),
            ("day_price", "paid_by"),
            say("sharing.use_agree"),
            severity="warning",
        )


_CLOSE = Fraction(3, 4)
"""Planned use and planned income lie close together where the one is so much of the other."""


WARNINGS: tuple[Callable[[Apportionment], Iterator[Problem]], ...] = (
    point_for_thousands,
    prices_of_nothing,
    rates_of_nothing,
    scaled_shares,
    indices_in_percent,
    thresholds_not_met,
    rises_of_nobody,
    nothing_to_pay,
    use_and_income_far_apart,
    entries_of_one_name,
    opening_of_the_keeper,
    payments_of_another_year,
)
