"""Weights of a division: what the model gives each partner, as whole numbers where it can.

A new model that divides gets a case in `_own`, as in `sharing.models.proportions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from igs_costshare.contributions import Agreed, Fixed, Mixed, Model, Variable
from igs_costshare.errors import Path
from igs_costshare.workbook.cells import Column
from igs_costshare.workbook.formulas import EXACT_BELOW, MOST_PLACES, added, places, snapped
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
)

Part = tuple[bool, ...]


class Weights(NamedTuple):
    """In what proportion lines are divided."""

    column: Column
    sum: str
    largest: str
    whole: str
    """Whether all of them are whole numbers."""


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

    def own(self, model: Model, part: Part) -> Column:
        """The model's own proportions, without its amounts and bounds."""
        match model:
            case Fixed():
                return self.column("own", ["1"] * len(part), part)
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

    def _by_key(self, key: str | Mapping[str, Decimal], part: Part) -> Column:
        columns = {
            name: self.keys.among(name, part, f"{self.name}: {name}")
            for name in ([key] if isinstance(key, str) else key)
        }
        for name, column in columns.items():
            message = self.words.say(
                "key_is_zero", name=self.name, key=self.words.language.key(name)
            )
            self.workings.refuse(message, f"{column.total}<=0")
        if isinstance(key, str):
            return columns[key]
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
        return self.column("own", formulas, part)

    def _mixed(self, by_key: Column, part: Part) -> Column:
        share = self.input("fixed_share")
        return self.column(
            "own",
            [
                f"{share}*{by_key.total}+ROUND(1-{share},10)*{sum(part)}*{by_key.at(at)}"
                for at in self.workings.positions
            ],
            part,
        )

    def _agreed(self, part: Part) -> Column:
        ids = list(self.workings.network.partner)
        cells = [self.inputs.get((*self.place, "shares", id), "0") for id in ids]
        column = self.column("own", cells, part)
        self.workings.refuse(
            self.words.say("shares_are_zero", name=self.name), f"{column.total}<=0"
        )
        return column

    def finished(self, given: Column) -> Weights:
        """The proportions in the smallest whole numbers, where doubles can tell.

        Key figures have few decimals: times a power of ten they are whole, and products of
        whole numbers below 9E13 are exact. Otherwise the weights stay as they are.
        """
        at, heading = self.workings.positions, f"{self.name}: "
        digits = self.workings.column(
            heading + self.words["places"], [places(snapped(given.at(each))) for each in at]
        )
        self.set("places", f"MAX({digits.range})")
        scale = self.set("scale", f"10^{self._ref('places')}")
        fits = f"MAX({given.range})*{scale}<{EXACT_BELOW}"
        whole = self.set("whole", f"AND({self._ref('places')}<={MOST_PLACES},{fits})")
        numbers = self.workings.column(
            heading + self.words["number"],
            [f"IF({whole},ROUND({given.at(each)}*{scale},0),{given.at(each)})" for each in at],
        )
        common = self.set("common", f"IF({whole},MAX(1,GCD({numbers.range})),1)")
        column = self.workings.column(
            heading + self.words["weights"], [f"{numbers.at(each)}/{common}" for each in at]
        )
        total = self.set("sum", f"IF({column.total}>0,{column.total},NA())")
        largest = self.set("largest", f"MAX({column.range})")
        return Weights(column, total, largest, whole)

    def _ref(self, step: str) -> str:
        return self.grid.ref(self.row, step)

    def set(self, step: str, formula: str) -> str:
        """Write a step of the table of weights."""
        return self.grid.set(self.row, step, formula)
