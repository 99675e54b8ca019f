"""The figures that the partner of a letter knows best, to look over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from igs_costshare.description.network import Network
from igs_costshare.description.places import models
from igs_costshare.messages import Money, Percent
from igs_costshare.papers.case import Case, Standing
from igs_costshare.papers.in_part import part_told
from igs_costshare.papers.keys import key_figures, keys_of
from igs_costshare.sharing.exact import Figures
from igs_costshare.sharing.homes import counted_in, partners_pay, stayed_in
from igs_costshare.sharing.keys import NEVER_CUT, KeyFigures
from igs_costshare.sharing.presence import ONE
from igs_costshare.sharing.rule import keys_in, rule_of
from igs_costshare.wording.language import capital


class Checks:
    """What all letters share: the key figures, whole and as they count."""

    def __init__(self, case: Case) -> None:
        self.figures = {key: key_figures(case, key) for key in keys_of(case)}
        self._known = KeyFigures(case.network)
        self._homes = _nights_in_homes(case.network)
        self._by_use = _goes_by_use(case.network)
        self._counted: Mapping[str, Figures] = {}
        if self._known.presence is not None:
            keys = [key for key in self.figures if key not in NEVER_CUT]
            self._counted = {key: self._known.cut(key) for key in keys}

    def of(self, case: Case, mine: Standing) -> Iterator[str]:
        """The sentences; `case` is that of the reader."""
        yield from self._presence(case, mine)
        yield from self._keys(case, mine.place)
        yield from self._nights(case, mine.id)
        network, say = case.network, case.pen.say
        if network.fte is not None:
            cost = Money(Fraction(network.fte.cost), network.currency)
            yield say("paper.check_staff", cost=cost)
        occupancy = None if network.day_price is None else network.day_price.occupancy
        if occupancy is not None and network.nights is None:
            yield say("paper.check_occupancy", occupancy=Percent(occupancy))

    def _nights(self, case: Case, partner: str) -> Iterator[str]:
        """What a register has in the homes of a partner, and of its clients where that counts."""
        network, say = case.network, case.pen.say
        if network.nights is None:
            return
        what = capital(case.language.noun(counted_in(network), Fraction(2)))
        homes = self._homes.get(partner)
        if homes:
            yield say("letter.check_homes", what=what, sizes=_of_sizes(case, homes))
        clients: dict[int, Fraction] = {}
        if self._by_use:
            _add(clients, ((each.size, each.days) for each in self._known.use[partner]))
        if clients:
            yield say("letter.check_clients", what=what, sizes=_of_sizes(case, clients))

    def _presence(self, case: Case, mine: Standing) -> Iterator[str]:
        """From when until when a partner takes part, unless that is the whole year."""
        part, say = self._known.present(mine.place), case.pen.say
        if part == ONE:
            return
        partner, name, told = case.partner(mine.id), mine.name, part_told(case, part)
        opens, closes = date(int(case.year), 1, 1), date(int(case.year), 12, 31)
        first, last = max(partner.from_ or opens, opens), min(partner.until or closes, closes)
        if first == opens:
            yield say("letter.part_until", name=name, last=last, part=told)
        elif last == closes:
            yield say("letter.part_from", name=name, first=first, part=told)
        else:
            yield say("letter.part_between", name=name, first=first, last=last, part=told)

    def _keys(self, case: Case, at: int) -> Iterator[str]:
        say = case.pen.say
        for key, figures in self.figures.items():
            head = case.language.column("units") if key == "units" else ""
            head = head or capital(case.language.noun(key, Fraction(2)))
            places = {"key": head, "own": figures[at], "total": sum(figures, Fraction(0))}
            counted = self._counted.get(key)
            if counted is None:
                yield say("paper.check_key", **places)
                continue
            own, all = counted.at(at), Fraction(sum(counted.numerators), counted.denominator)
            if (own, all) == (places["own"], places["total"]):
                yield say("paper.check_key", **places)
            else:
                yield say("letter.check_counted", **places, counted=own, counted_total=all)


def _of_sizes(case: Case, by_size: Mapping[int, Fraction]) -> str:
    """So many nights, or days, of each size of household."""
    say, language = case.pen.say, case.language
    sizes = sorted(by_size.items())
    return language.listed(
        [say("letter.of_size", number=number, size=size) for size, number in sizes]
    )


def _nights_in_homes(network: Network) -> Mapping[str, Mapping[int, Fraction]]:
    """By owner, what a register has in its homes of each size of household."""
    sums: dict[str, dict[int, Fraction]] = {}
    for each in () if network.nights is None else stayed_in(network, network.nights):
        for by_size in each.nights.values():
            _add(sums.setdefault(each.owner, {}), by_size.items())
    return sums


def _add(sums: dict[int, Fraction], more: Iterable[tuple[int, Decimal]]) -> None:
    for size, number in more:
        sums[size] = sums.get(size, Fraction(0)) + Fraction(number)


def _goes_by_use(network: Network) -> bool:
    """Whether anybody pays by the days that its clients stayed."""
    keys = {key for _, model, _ in models(network) for key in keys_in(rule_of(model))}
    keys |= {line.per_key for line in network.lines.values() if line.per_key}
    return partners_pay(network) or bool(keys & {*NEVER_CUT})
