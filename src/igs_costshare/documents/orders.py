"""What a partner adds in every order of joining, as a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import factorial
from typing import Any

from igs_costshare.documents.document import Item, Listing, Notes, Part
from igs_costshare.fairness.gaining import Together
from igs_costshare.fairness.orders import Arrival, LineGroup, orders_of
from igs_costshare.fairness.report import Fairness
from igs_costshare.messages import Message, say
from igs_costshare.money import reconciled
from igs_costshare.wording.language import Language, currency_sign
from igs_costshare.wording.sentences import title_of
from igs_costshare.wording.tables import Column, Table, TableRow, plain_amount

FORMAT = 1
"""The version of the objects of JSON; it goes up when a key changes its meaning."""
_MOST_ARRIVALS = 16
"""Groups after which a partner may join, that people are told of one by one."""
_MOST_GROUPS = 10

_HEADINGS: Mapping[LineGroup, Message] = {
    "same": say("fair.lines_same"),
    "own": say("fair.lines_own"),
    "steps": say("fair.lines_steps"),
    "largest": say("fair.lines_largest"),
    "homes": say("fair.lines_homes"),
    "subsidies": say("fair.lines_subsidies"),
    "stated": say("fair.lines_stated"),
}


class OrdersDocument:
    """The steps of a Shapley value: by position, then group by group; and why groups would go."""

    def __init__(self, fairness: Fairness, player: int, language: Language) -> None:
        self.fairness, self.player, self.language = fairness, player, language
        self.orders = orders_of(fairness.game, player)
        self.names = [row.name for row in fairness.statement.partners]
        network = fairness.game.network
        self.labels = {
            **{id: line.label or id for id, line in network.lines.items()},
            **{id: subsidy.label or id for id, subsidy in network.subsidy.items()},
        }

    @property
    def title(self) -> str:
        """Whose, and of which network."""
        title = title_of(self.fairness.statement)
        return self.language.say("fair.orders_title", title=title, name=self.names[self.player])

    def parts(self) -> Iterator[Part]:
        """What it adds by position, which lines are meant, and group by group."""
        yield Notes((self._explained(),))
        yield self.table()
        yield Notes((self._in_currency(),))
        yield Listing(tuple(self._of_lines()))
        if len(self.orders.arrivals) <= _MOST_ARRIVALS:
            yield Notes((self.language.say("fair.arrivals"),))
            yield Listing(tuple(Item(self._arrival(each)) for each in self.orders.arrivals))
        groups = [*self._better_off()]
        if groups:
            yield Notes((self.language.say("fair.why_better_off"),))
            yield Listing(tuple(Item(self._better(each)) for each in groups[:_MOST_GROUPS]))

    def table(self) -> Table:
        """A row for each position, and their mean."""
        columns = (
            Column("position", self.language.say("fair.position"), "text"),
            *(
                Column(group, self.language.tell(_HEADINGS[group]), "amount")
                for group in self.orders.lines
            ),
            Column("adds", self.language.say("fair.heading_adds"), "amount"),
        )
        rows = [
            TableRow("partner", (str(number), *parts, total))
            for number, parts, total in self._rows()
        ]
        parts, total = self._mean()
        rows.append(TableRow("total", (self.language.say("fair.mean"), *parts, total)))
        return Table(columns, tuple(rows), self.fairness.statement.decimals)

    def data(self) -> dict[str, Any]:
        """The shape of `docs/commands.md`."""
        ids = self.fairness.game.ids
        parts, total = self._mean()
        return {
            "format": FORMAT,
            "title": self.fairness.statement.title,
            "partner": ids[self.player],
            "column": "shapley",
            "total": self._plain(total),
            "parts": self._named(parts),
            "orders": factorial(len(ids)),
            "lines": {group: list(lines) for group, lines in self.orders.lines.items()},
            "positions": [
                {"position": number, "adds": self._plain(sum_of), "parts": self._named(each)}
                for number, each, sum_of in self._rows()
            ],
            "arrivals": [
                {
                    "after": [ids[at] for at in each.after],
                    "adds": self._plain(self._minor(each.adds)),
                    "orders": each.orders,
                }
                for each in self.orders.arrivals
            ],
            "better_off": [
                {
                    "partners": [ids[at] for at in each.players],
                    "bill": self._plain(self._bill(each)),
                    "alone": self._plain(self._bill(each) - self._gain(each)),
                    "gain": self._plain(self._gain(each)),
                }
                for each in self._better_off()
            ],
        }

    def _rows(self) -> Iterator[tuple[int, list[int], int]]:
        """Position, parts and total, in the smallest step shown; the parts add up."""
        for each in self.orders.positions:
            total = self.fairness.units(each.adds)
            yield each.number, *self._shown([*each.parts.values()], total)

    def _mean(self) -> tuple[list[int], int]:
        """The Shapley value as `fair` shows it, with its parts."""
        shown = self.fairness.columns["shapley"] or ()
        return self._shown([*self.orders.mean.values()], shown[self.player])

    def _shown(self, parts: Sequence[Fraction], total: int) -> tuple[list[int], int]:
        minor, unit = self.fairness.statement.minor, self.fairness.unit
        half = self.fairness.game.network.rounding.half
        whole = reconciled([each / unit for each in parts], total, half)
        return [*map(minor, whole)], minor(total)

    def _minor(self, euros: Fraction) -> int:
        return self.fairness.statement.minor(self.fairness.units(euros))

    def _plain(self, minor: int) -> str:
        return plain_amount(minor, self.fairness.statement.decimals)

    def _named(self, parts: Sequence[int]) -> dict[str, str]:
        return dict(zip(self.orders.lines, map(self._plain, parts), strict=True))

    def _money(self, minor: int) -> str:
        statement = self.fairness.statement
        return self.language.money(minor, statement.decimals, statement.currency)

    def _in_currency(self) -> str:
        currency = currency_sign(self.fairness.statement.currency)
        return self.language.say("statement.amounts", currency=currency)

    def _explained(self) -> str:
        return self.language.say(
            "fair.orders_explained",
            name=self.names[self.player],
            count=factorial(len(self.names)),
            amount=self._money(self._mean()[1]),
        )

    def _of_lines(self) -> Iterator[Item]:
        """Which lines each column holds."""
        for group, lines in self.orders.lines.items():
            if lines:
                heading = self.language.tell(_HEADINGS[group])
                labels = self.language.listed([self.labels[id] for id in lines])
                yield Item(self.language.say("fair.lines_are", column=heading, lines=labels))

    def _arrival(self, arrival: Arrival) -> str:
        adds = self._money(self._minor(arrival.adds))
        if not arrival.after:
            return self.language.say("fair.arrives_first", adds=adds, count=arrival.orders)
        names = self.language.listed([self.names[at] for at in arrival.after])
        return self.language.say("fair.arrives_after", names=names, adds=adds, count=arrival.orders)

    def _better_off(self) -> Iterator[Together]:
        """The groups of which it is a member that pay more than by themselves."""
        saving = self.fairness.saving or ()
        if self.player in self.fairness.better_alone:
            yield Together((self.player,), -saving[self.player])
        yield from (each for each in self.fairness.better_together if self.player in each.players)

    def _bill(self, group: Together) -> int:
        bills = self.fairness.bills or ()
        return self.fairness.statement.minor(sum(bills[at] for at in group.players))

    def _gain(self, group: Together) -> int:
        return self.fairness.statement.minor(group.gain)

    def _better(self, group: Together) -> str:
        bill, gain = self._bill(group), self._gain(group)
        return self.language.say(
            "fair.pays_instead_of",
            count=len(group.players),
            names=self.language.listed([self.names[at] for at in group.players]),
            bill=self._money(bill),
            alone=self._money(bill - gain),
            more=self._money(gain),
        )
