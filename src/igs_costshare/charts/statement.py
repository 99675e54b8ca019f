"""The chart of a statement: which one, its finding, and what it says to those who listen."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from igs_costshare.charts.bars import MOST as MOST_ROWS
from igs_costshare.charts.bars import Amount, Covered, Words, bars, covered
from igs_costshare.charts.scene import Scene
from igs_costshare.messages import Percent
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import Table

_SHARE_DECIMALS = 1


class Payer(NamedTuple):
    """A partner, or the reserve, in whole numbers of the smallest step shown."""

    name: str
    expenses: int
    revenues: int
    own: bool = False
    reserve: bool = False

    @property
    def bill(self) -> int:
        """What is left to pay; below 0 it receives."""
        return self.expenses - self.revenues


class Money(NamedTuple):
    """How amounts are written."""

    decimals: int
    currency: str
    language: Language

    def figure(self, minor: int) -> str:
        """An amount beside a mark, with the minus of print."""
        return self.language.figure(minor, self.decimals).replace("-", "−")

    def money(self, minor: int) -> str:
        """An amount in a sentence."""
        return self.language.money(minor, self.decimals, self.currency).replace("-", "−")


def statement_chart(
    payers: Sequence[Payer], money: Money, most: int = MOST_ROWS, *, annexed: bool = False
) -> Scene | None:
    """Bars of expenses with what covers them, or of one amount; None where nothing compares.

    `annexed` says that what is not drawn stands in an annex, and not in the table beside it.
    """
    partners = [each for each in payers if not each.reserve]
    both = any(each.expenses for each in partners) and any(each.revenues for each in partners)
    if both and not any(each.reserve and each.bill for each in payers):
        drawn = _covered(partners, money, most, annexed=annexed)
        if drawn is not None:
            return drawn
    return amounts_chart(payers, money, most, annexed=annexed)


def amounts_chart(
    payers: Sequence[Payer], money: Money, most: int, *, annexed: bool = False
) -> Scene | None:
    """One amount for each: what it pays, or where nobody pays what it receives."""
    say = money.language.say
    partners = [each for each in payers if not each.reserve]
    receive = is_received([each.bill for each in partners])
    values = [-each.bill if receive else each.bill for each in partners]
    total = sum(values)
    shares = total > 0 and min(values, default=0) >= 0
    rows = [
        Amount(
            each.name,
            -each.bill if receive else each.bill,
            money.figure(-each.bill if receive else each.bill),
            _share(abs(each.bill), total, money.language) if shares and not each.reserve else "",
            each.own,
            each.reserve,
        )
        for each in payers
    ]
    title = finding([each.name for each in partners], values, money.language, receive=receive)
    ends = _ends(partners, values, money)
    description = say("chart.amounts_text", count=len(partners), **ends)
    told = say("chart.amounts_note") if shares else say("chart.signed_note")
    note = _with_most(told, len(partners), most, money.language, annexed=annexed)
    return bars(rows, Words(title, description, note), most)


def is_received(bills: Sequence[int]) -> bool:
    """Whether nobody pays, and somebody receives."""
    return all(each <= 0 for each in bills) and any(bills)


def finding(
    names: Sequence[str], values: Sequence[int], language: Language, *, receive: bool = False
) -> str:
    """Who has most of amounts that are all of one sign, and how much of the whole that is."""
    total, most = sum(values), max(values, default=0)
    if total <= 0 or min(values) < 0:
        return language.say("chart.amounts")
    if min(values) == most:
        return language.say("chart.all_alike")
    share = Percent(Fraction(most, total), _SHARE_DECIMALS)
    # Whoever has a cent more than another does not have most, as people say it.
    tenths = [_tenths(value, total) for value in values]
    if tenths.count(max(tenths)) > 1:
        return language.say("chart.amounts")
    name = names[values.index(most)]
    if receive:
        return language.say("chart.receives_most", name=name, share=share)
    return language.say("chart.pays_most", name=name, share=share)


def _covered(partners: Sequence[Payer], money: Money, most: int, *, annexed: bool) -> Scene | None:
    say, language = money.language.say, money.language
    bills = [each.bill for each in partners]
    received = is_received(bills)
    values = [-each for each in bills] if received else bills
    rows = [
        Covered(each.name, each.expenses, each.revenues, money.figure(value), each.own)
        for each, value in zip(partners, values, strict=True)
    ]
    title = finding([each.name for each in partners], values, language, receive=received)
    ends = _ends(partners, [each.expenses for each in partners], money)
    description = say("chart.covered_text", count=len(partners), **ends)
    told = say("chart.covered_received_note") if received else say("chart.covered_note")
    note = _with_most(told, len(partners), most, language, annexed=annexed)
    return covered(rows, Words(title, description, note), most)


def _ends(partners: Sequence[Payer], values: Sequence[int], money: Money) -> dict[str, str]:
    """Who has most and who has least, for a description."""
    order = sorted(range(len(partners)), key=lambda at: -values[at])
    first, last = order[0], order[-1]
    return {
        "first": partners[first].name,
        "high": money.money(values[first]),
        "last": partners[last].name,
        "low": money.money(values[last]),
    }


def _share(value: int, total: int, language: Language) -> str:
    return language.percentage(_tenths(value, total), _SHARE_DECIMALS)


def _tenths(value: int, total: int) -> int:
    """Tenths of a percent of the whole."""
    return round(Fraction(value * 1_000, total))


def _with_most(note: str, count: int, most: int, language: Language, *, annexed: bool) -> str:
    """The note, and that not all partners are drawn where that is so."""
    if count <= most:
        return note
    if annexed:
        return f"{note} {language.say('chart.most_annex', count=most, all=count)}"
    return f"{note} {language.say('chart.most', count=most, all=count)}"


def payers_of(table: Table) -> list[Payer]:
    """The partners and the reserve of a statement as it is shown."""
    ids = [column.id for column in table.columns]
    expenses, revenues = ids.index("expenses"), ids.index("revenues")
    return [
        Payer(
            str(row.cells[0]),
            int(row.cells[expenses] or 0),
            int(row.cells[revenues] or 0),
            reserve=row.role == "reserve",
        )
        for row in table.rows
        if row.role != "total"
    ]
