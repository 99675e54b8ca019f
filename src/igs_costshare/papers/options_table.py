"""The alternatives: what each pays in every scenario of the file, and what is different in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from igs_costshare.comparing.comparison import BASE, Comparison, Option, comparison, forms
from igs_costshare.documents.alternatives import what_differs
from igs_costshare.documents.comparison import base_name
from igs_costshare.papers.blocks import Grid, Head, TableLine
from igs_costshare.papers.case import Case
from igs_costshare.papers.pen import NONE
from igs_costshare.reading.planned import sound_variants_in_year
from igs_costshare.settling.stated import has_settlement
from igs_costshare.wording.language import capital
from igs_costshare.wording.sentences import scenario_name

MOST = 5
"""Columns on a page: the file as it stands, what is asked for, and the first others."""
_LONGEST = 160
"""Characters of what is different: a cell of a paper folds."""


def _happened(case: Case) -> str | None:
    """The scenario by which the file settles the year: what happened is no alternative to it."""
    source = case.reading.source
    if source.settled == source.scenario or not has_settlement(case.network):
        return None
    return source.settled


class Options:
    """The forms of a file side by side, in the year of the paper."""

    def __init__(self, case: Case) -> None:
        self.case = case
        sound, left_out = sound_variants_in_year(case.reading)
        happened = _happened(case)
        self.sound = [
            (each.source.chosen, each.network)
            for each in sound
            if happened is None or each.source.scenario != happened
        ]
        self.left_out = tuple(
            case.language.say("compared.base") if each is None else each.name
            for each in left_out
            if each is None or each.id != happened
        )

    @property
    def there_are(self) -> bool:
        """Whether there is more than one form."""
        return len(self.sound) > 1

    @cached_property
    def compared(self) -> Comparison:
        """What everybody pays in each."""
        networks = (network for _, network in self.sound)
        return comparison([*zip(self._forms, networks, strict=True)])

    @cached_property
    def _forms(self) -> list[Option]:
        settled = self.case.reading.source.settled
        listed = forms([chosen for chosen, _ in self.sound], settled)
        happened = _happened(self.case) is not None
        return [each._replace(is_budget=each.is_budget or happened) for each in listed]

    @property
    def places(self) -> list[int]:
        """The columns of the page: the first, the one of the paper, and others as there is room."""
        ids = [BASE if chosen is None else chosen.id for chosen, _ in self.sound]
        here = self.case.reading.source.scenario or BASE
        first = [0, *(at for at in range(len(ids)) if ids[at] == here and at)]
        others = [at for at in range(len(ids)) if at not in first]
        return sorted([*first, *others[: MOST - len(first)]])

    @property
    def is_cut(self) -> bool:
        """Whether the page has not all of them."""
        return len(self.sound) > MOST

    def grid(self, places: Sequence[int], ids: Sequence[str] | None = None) -> Grid:
        """The table of the forms at these places; of the rows with these ids, and the total."""
        case, compared = self.case, self.compared
        pen, here = case.pen, case.reading.source.scenario
        heads = [Head(self._name(at), strong=self._id(at) == here) for at in places]
        different = TableLine(
            (pen.say("paper.what_differs"), *(self._difference(at) for at in places)), "quiet"
        )
        rows = [row for row in compared.partners if ids is None or row.id in ids]
        lines = [
            TableLine(
                (row.name, *(self._figure(row.values[at]) for at in places)),
                "own" if row.id == case.own else "plain",
            )
            for row in rows
        ]
        totals = [sum(row.values[at] or 0 for row in compared.partners) for at in places]
        total = TableLine((case.language.column("total"), *map(self._figure, totals)), "total")
        word = pen.say("paper.received_by") if case.receives else pen.say("paper.paid_by")
        head = Head(word, right=False)
        return Grid(pen.say("paper.options"), (head, *heads), (different, *lines, total))

    def all_grids(self) -> tuple[Grid, ...]:
        """Every form for every partner, in tables beside one another."""
        places = range(len(self.sound))
        return tuple(self.grid(places[at : at + MOST]) for at in range(0, len(places), MOST))

    def _id(self, at: int) -> str | None:
        chosen = self.sound[at][0]
        return None if chosen is None else chosen.id

    def _name(self, at: int) -> str:
        chosen, language = self.sound[at][0], self.case.language
        if chosen is None:
            return capital(base_name(self._forms[at], language))
        return scenario_name(chosen, language)

    def _figure(self, value: int | None) -> str:
        """A bill; `comparison` gives balances."""
        if value is None:
            return NONE
        step = 10 ** (self.case.decimals - self.compared.decimals)
        return self.case.pen.figure(-self.case.sign * value * step)

    def _difference(self, at: int) -> str:
        """What is different from the file as it stands."""
        (first, base), (_, network) = self.sound[0], self.sound[at]
        if at == 0 or first is not None:
            return NONE
        return what_differs(base, network, self.case.language, _LONGEST)
