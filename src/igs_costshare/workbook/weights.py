"""Weights of a division: what the model gives each partner, as whole numbers where it can.

A new model that divides gets a case in `_own`, as in `sharing.models.proportions`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from igs_costshare.description.contributions import Agreed, Fixed, Mixed, Model, Variable
from igs_costshare.description.values import MOST_DECIMALS
from igs_costshare.errors import Path
from igs_costshare.workbook.cells import Column
from igs_costshare.workbook.formulas import ENDLESS, EXACT_BELOW, added, largest
from igs_costshare.workbook.keys import Keys
from igs_costshare.workbook.workings import Grid, Workings

STEPS = (
    "beyond",
    "held",
    "rest",
    "free",
    "factor",
    "places",
    "scale",
    "whole",
    "common",
    "sum",
    "largest",
    "noise",
)

Part = tuple[bool, ...]

NOISE = "1E-14"
"""How far a few operations on doubles may be wrong, as a part of what is largest in them."""


class Weights(NamedTuple):
    """In what proportion lines are divided."""

    column: Column
    sum: str
    largest: str
    whole: str
    """Whether all of them are whole numbers, and exactly in that proportion."""
    noise: str
    """How far the part of a partner may be wrong where they are not."""


class Given(NamedTuple):
    """In what proportion a contribution gives, before that is made whole numbers."""

    column: Column
    decimals: str
    """How many decimals the exact figures have at most (a formula)."""
    noise: str = NOISE
    """How far the part of a partner in the whole may be wrong, of 1 (a formula)."""


class Weighing:
    """The weights of one contribution: its row in the table of weights, and its columns."""

    def __init__(
        self, workings: Workings, keys: Keys, grid: Grid, row: int, name: str, place: Path
    ) -> None:
        self.workings, self.keys, self.grid, self.row = workings, keys, grid, row
        self.name, self.place = name, place
        self.words, self.inputs = workings.words, workings.inputs

    def input(self, *field: str | int) -> str:
        """The cell of a field of the contribution."""
        return self.inputs[*self.place, *field]

    def own(self, model: Model, part: Part) -> Given:
        """The model's own proportions, without its amounts and bounds."""
        match model:
            case Fixed():
                return Given(self.column("own", ["1"] * len(part), part), "0")
            case Variable(key=key) if key is not None:
                return self._by_key(key, part)
            case Mixed(key=key, fixed_share=None) if key is not None:
                return self._by_key(key, part)
            case Mixed(key=key) if key is not None:
                return self._mixed(self._by_key(key, part), part)
            case Agreed():
                return self._agreed(part)
            case _:
                raise TypeError(f"{type(model).__name__} is a charge and has no proportions")

    def column(self, step: str, formulas: list[str], part: Part) -> Column:
        """A column of those who take part; 0 for the others."""
        heading = f"{self.name}: {self.words[step]}"
        return self.workings.column(
            heading,
            [each if included else "0" for each, included in zip(formulas, part, strict=True)],
        )

    def _by_key(self, key: str | Mapping[str, Decimal], part: Part) -> Given:
        columns = {
            name: self.keys.among(name, part, f"{self.name}: {name}")
            for name in ([key] if isinstance(key, str) else key)
        }
        for name, column in columns.items():
            message = self.words.say(
                "key_is_zero", name=self.name, key=self.words.language.key(name)
            )
            self.workings.refuse(message, f"{column.total}<=0")
        decimals = [self.keys.decimals(name) for name in columns]
        if isinstance(key, str):
            return Given(columns[key], decimals[0])
        weights = {name: self.input("key", name) for name in key}
        # Each key counts as a whole: its weight, times the sums of the other keys.
        factors = {
            name: "*".join([weight, *(columns[each].total for each in columns if each != name)])
            for name, weight in weights.items()
        }
        formulas = [
            added(f"{factors[name]}*{columns[name].at(at)}" for name in columns)
            for at in self.workings.positions
        ]
        of_weights = largest(map(self.places, weights.values()))
        return Given(self.column("own", formulas, part), added([of_weights, *decimals]))

    def _mixed(self, by_key: Given, part: Part) -> Given:
        share, figures = self.input("fixed_share"), by_key.column
        column = self.column(
            "own",
            [
                f"{share}*{figures.total}"
                f"+ROUND(1-{share},{MOST_DECIMALS})*{sum(part)}*{figures.at(at)}"
                for at in self.workings.positions
            ],
            part,
        )
        return Given(column, f"{self.places(share)}+{by_key.decimals}")

    def _agreed(self, part: Part) -> Given:
        ids = list(self.workings.network.partner)
        cells = [self.inputs.get((*self.place, "shares", id), "0") for id in ids]
        column = self.column("own", cells, part)
        self.workings.refuse(
            self.words.say("shares_are_zero", name=self.name), f"{column.total}<=0"
        )
        return Given(column, self.most_places(cells))

    def places(self, cell: str) -> str:
        """The cell with the decimals of a figure of Input that stands alone."""
        return self.workings.places(cell)

    def most_places(self, cells: Sequence[str]) -> str:
        """The cell with the most decimals of any of the cells of Input, one of each partner."""
        return self.workings.most_places(f"{self.name}: {self.words['places']}", cells)

    def finished(self, given: Given) -> Weights:
        """The proportions in the smallest whole numbers, where doubles can tell.

        Key figures have few decimals: times a power of ten they are whole, and products of
        whole numbers below `EXACT_BELOW` are exact. Otherwise the weights stay as they are.
        """
        at, heading, own = self.workings.positions, f"{self.name}: ", given.column
        decimals = self.set("places", f"MIN({ENDLESS},{given.decimals})")
        scale = self.set("scale", f"10^{decimals}")
        whole = self.set("whole", f"MAX({own.range})*{scale}<{EXACT_BELOW}")
        numbers = self.workings.column(
            heading + self.words["number"],
            [f"IF({whole},ROUND({own.at(each)}*{scale},0),{own.at(each)})" for each in at],
        )
        common = self.set("common", f"IF({whole},MAX(1,GCD({numbers.range})),1)")
        column = self.workings.column(
            heading + self.words["weights"], [f"{numbers.at(each)}/{common}" for each in at]
        )
        total = self.set("sum", f"IF({column.total}>0,{column.total},NA())")
        most = self.set("largest", f"MAX({column.range})")
        return Weights(column, total, most, whole, self.set("noise", given.noise))

    def set(self, step: str, formula: str) -> str:
        """Write a step of the table of weights."""
        return self.grid.set(self.row, step, formula)
